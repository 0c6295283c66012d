import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRun } from '../../src/run/journal.ts';
import type { RunModel, TimeWindow } from '../../src/run/model.ts';
import { CounterSink, RateSink, TrendSink } from '../../src/run/sinks.ts';
import { NO_SCRIPT, scriptOf, type Generator, type OwnFigures, type Window } from './generator.ts';

/** This program as its users start it: the command line, with a journal. */
export function rampwright(dist: string): Generator {
  const cli = join(dist, 'cli.js');
  if (!existsSync(cli)) throw new Error(`There is no ${cli}. Build it: npm run build.`);
  return {
    name: 'rampwright',
    version: execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' }).trim(),
    command({ loadCase, url, seconds, users, workers, folder }) {
      const scenario = scriptOf(loadCase, 'load.yaml');
      if (scenario === null) return NO_SCRIPT;
      const { load } = loadCase;
      // A ramp is what it is; a single user stands for the program without users.
      const own =
        users === 1
          ? ['--vus', '1', '--duration', `${seconds}s`]
          : load.kind === 'ramp'
            ? []
            : ['--scale-to', `${seconds}s`];
      return {
        command: [
          ...[process.execPath, cli, 'run', scenario, '--quiet', '--no-color', '--workers', String(workers)],
          ...['--env', `BASE_URL=${url}`, '--out', `jsonl=${journalIn(folder)}`, ...own],
          ...(loadCase.options ?? []),
        ],
      };
    },
    figures: (_, { folder }, window) => figuresOf(journalIn(folder), window),
  };
}

function journalIn(folder: string): string {
  return join(folder, 'run.jsonl');
}

/** Of a journal, over the whole run and over the window. */
export function figuresOf(journal: string, window: Window): OwnFigures {
  if (!existsSync(journal)) return {};
  const text = readFileSync(journal, 'utf8');
  const { run } = readRun(text);
  const loadStart = loadStartOf(text);
  const within: TimeWindow | null =
    loadStart === null ? null : { fromMs: window.from - loadStart, toMs: window.to - loadStart };
  const windowPercentile = (metric: string, percentile: number): number | null =>
    within === null ? null : percentileOf(run, metric, percentile, within);
  return {
    p50: percentileOf(run, 'http_req_duration', 50, null),
    p99: percentileOf(run, 'http_req_duration', 99, null),
    windowP50: windowPercentile('http_req_duration', 50),
    windowP99: windowPercentile('http_req_duration', 99),
    scheduleP50: windowPercentile('schedule_delay', 50),
    scheduleP95: windowPercentile('schedule_delay', 95),
    scheduleP99: windowPercentile('schedule_delay', 99),
    dropped: countOf(run, 'dropped_iterations'),
    failed: failuresOf(run),
  };
}

function percentileOf(run: RunModel, metric: string, percentile: number, window: TimeWindow | null): number | null {
  const sink = run.total(metric, {}, window);
  return sink instanceof TrendSink ? sink.percentile(percentile) : null;
}

function countOf(run: RunModel, metric: string): number {
  const sink = run.total(metric);
  return sink instanceof CounterSink ? sink.sum : 0;
}

function failuresOf(run: RunModel): number | null {
  const sink = run.total('http_req_failed');
  return sink instanceof RateSink ? sink.trues : null;
}

function loadStartOf(journal: string): number | null {
  const found = /^\{"type":"load-start","time":(\d+(?:\.\d+)?)/m.exec(journal)?.[1];
  return found === undefined ? null : Number(found);
}
