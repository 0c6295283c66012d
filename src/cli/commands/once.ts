import { dirname, resolve } from 'node:path';
import { startEngine, type EngineRun } from '../../engine/client.ts';
import { newSeed } from '../../engine/random.ts';
import { ExitCode, type RunEvent, type Sample } from '../../run/events.ts';
import { RunModel } from '../../run/model.ts';
import { exchangeLines, exchangeTitle } from '../../report/text-exchange.ts';
import { oneLine, wrap } from '../../report/text-layout.ts';
import { messageLines } from '../../report/text-tables.ts';
import { oncePlan } from '../../scenario/index.ts';
import { engineEntry } from '../engine-entry.ts';
import { prepareRun } from '../prepared-run.ts';
import { headerText } from '../run-header.ts';
import { StopSignals } from '../stop-signals.ts';
import { Terminal } from '../terminal.ts';

export interface OnceOptions {
  readonly env?: readonly (readonly [string, string])[];
  readonly secret?: readonly (readonly [string, string])[];
  readonly environment?: string;
  readonly allowHost?: readonly string[];
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly color: boolean;
}

/**
 * One iteration of each scenario with every request and response. Thresholds are not judged: one iteration proves nothing
 * about them.
 */
export async function once(path: string, options: OnceOptions): Promise<number> {
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const prepared = prepareRun(path, options, errors);
  const run = new RunModel();
  let engine: EngineRun | null = null;
  const signals = new StopSignals((nth) => (nth <= 2 ? engine?.stop() : engine?.kill()));
  const onEvents = (events: readonly RunEvent[]): void => {
    for (const event of events) {
      run.apply(event);
      if (event.type === 'run-start') terminal.line(headerText(event, terminal));
    }
  };
  const request = {
    plan: oncePlan(prepared.plan),
    scenario: { file: prepared.plan.file, text: prepared.text, folder: dirname(resolve(path)) },
    env: prepared.env,
    secrets: prepared.secrets,
    options: {
      runId: 'once',
      workers: 1,
      seed: options.seed ?? newSeed(),
      journal: null,
      points: false,
      waiting: 'sleep',
      exchanges: 'all',
      allowedHosts: prepared.allowedHosts,
      allowEmptyThresholds: true,
      overrides: prepared.overrides,
    },
  } as const;
  try {
    engine = startEngine(engineEntry(), request, { onEvents });
    const { end, problem } = await engine.finished;
    run.markInterrupted();
    for (const line of onceLines(run, terminal)) terminal.line(line === '' ? '' : `  ${line}`);
    if (problem !== null) terminal.line(`\n${terminal.paint.fail(problem)}`);
    if (end) return end.exitCode;
    return signals.stopped ? ExitCode.externalAbort : ExitCode.internalError;
  } finally {
    signals.close();
  }
}

function onceLines(run: RunModel, { columns, paint }: Terminal): string[] {
  const width = columns - 4;
  const samples = [...run.samples].sort(byPhaseAndTime);
  const lines = samples.flatMap((sample) => [
    '',
    exchangeTitle(sample, width, paint),
    ...exchangeLines(sample, width - 4, paint).map((line) => `    ${line}`.trimEnd()),
  ]);
  if (lines.length === 0) lines.push('', paint.dim('No request was sent.'));
  const messages = messageLines(run, width, paint);
  if (messages.length > 0) lines.push('', ...messages);
  const reason = run.end?.reason ?? '';
  if (reason !== '') lines.push('', ...wrap(oneLine(reason), width).map(paint.fail));
  return lines;
}

const PHASES: readonly Sample['phase'][] = ['setup', 'load', 'teardown'];

function byPhaseAndTime(a: Sample, b: Sample): number {
  return PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || a.atMs - b.atMs;
}
