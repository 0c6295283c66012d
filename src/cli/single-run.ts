import { availableParallelism } from 'node:os';
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { defaultWorkers } from '../engine/default-workers.ts';
import { startEngine, type EngineRun } from '../engine/client.ts';
import type { RunRequest } from '../engine/protocol.ts';
import { ExitCode, type RunEvent } from '../run/events.ts';
import { RunModel } from '../run/model.ts';
import { k6SummaryText } from '../report/k6-summary.ts';
import { textSummary } from '../report/text-summary.ts';
import { CliError, fileProblem } from './cli-error.ts';
import { engineEntry } from './engine-entry.ts';
import { writeHtmlReport } from './html-report.ts';
import { createLiveView } from './live-view.ts';
import { LoadKeys } from './load-keys.ts';
import {
  checkWritable,
  journalPath,
  K6JsonFile,
  makeWayForJournal,
  writtenJournal,
  type OutputChoice,
} from './outputs.ts';
import type { PreparedRun } from './prepared-run.ts';
import { headerText } from './run-header.ts';
import { StopSignals } from './stop-signals.ts';
import type { Terminal } from './terminal.ts';

export interface SingleRunOptions {
  /** null: as many as the plan is worth. */
  readonly workers: number | null;
  /** null: another one each time. */
  readonly seed: number | null;
  readonly outputs: readonly OutputChoice[];
  readonly summaryExport: string | null;
  readonly allowEmptyThresholds: boolean;
  readonly failOnSaturation: boolean;
  readonly header: boolean;
  readonly progress: boolean;
  /** Gets every event as it comes, as JSON lines; null for nobody. */
  readonly eventLines: ((lines: string) => void) | null;
}

export interface SingleRunResult {
  readonly exitCode: number;
  /** Someone asked to stop; further runs are not wanted. */
  readonly stopped: boolean;
}

interface WrittenFile {
  readonly title: string;
  readonly path: string;
}

/** Runs one scenario file to its end, shows it, and writes what was asked for. */
export async function singleRun(
  prepared: PreparedRun,
  options: SingleRunOptions,
  terminal: Terminal,
): Promise<SingleRunResult> {
  const runId = newRunId(prepared.plan.file);
  const files = new RunFiles(prepared, runId, options);
  const run = new RunModel();
  const view = createLiveView(terminal, options.progress);
  let engine: EngineRun | null = null;
  let keys: LoadKeys | null = null;
  const signals = new StopSignals((nth) => {
    if (nth <= 2) engine?.stop();
    else engine?.kill();
    view.say(stopSentence(nth));
  });
  const onEvents = (events: readonly RunEvent[]): void => {
    options.eventLines?.(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    files.onEvents(events);
    for (const event of events) {
      run.apply(event);
      if (event.type === 'run-start' && options.header) terminal.line(headerText(event, terminal));
    }
    view.update(run);
  };
  try {
    engine = startEngine(engineEntry(), runRequest(prepared, runId, files.journal, files.wantsPoints, options), {
      onEvents,
      onPoints: (batch) => files.onPoints(batch),
    });
    const started = engine;
    if (view.keys) keys = new LoadKeys((level) => started.change(level));
    const { end, problem } = await started.finished;
    keys?.close();
    keys = null;
    run.markInterrupted();
    view.close();
    const exitCode = exitCodeOf(run, end?.exitCode ?? null, signals.stopped, options.failOnSaturation);
    const { written, failed } = await files.finish(run);
    const finalCode = failed.length > 0 && exitCode === ExitCode.ok ? ExitCode.internalError : exitCode;
    showEnd(run, written, finalCode, terminal);
    for (const message of [...(problem === null ? [] : [problem]), ...failed])
      terminal.line(terminal.paint.fail(message));
    return { exitCode: finalCode, stopped: signals.stopped };
  } finally {
    keys?.close();
    view.close();
    signals.close();
  }
}

/** `checkout-20261121-140200-3f9a`: sorts by time, and two runs in one second have two names. */
function newRunId(file: string, now = new Date()): string {
  const base = file.replace(/\.load\.(ya?ml|json)$/i, '').replace(/[^\w-]+/g, '-');
  const [date = '', time = ''] = now.toISOString().slice(0, 19).replace(/[-:]/g, '').split('T');
  return `${base}-${date}-${time}-${randomInt(0x10000).toString(16).padStart(4, '0')}`;
}

function runRequest(
  { path, plan, text, env, secrets, allowedHosts, overrides }: PreparedRun,
  runId: string,
  journal: string | null,
  points: boolean,
  options: SingleRunOptions,
): RunRequest {
  return {
    plan,
    scenario: { file: plan.file, text, folder: dirname(resolve(path)), ...placeOf(path) },
    env,
    secrets,
    options: {
      runId,
      workers: options.workers ?? defaultWorkers(plan, availableParallelism()),
      seed: options.seed ?? randomInt(2 ** 31),
      journal,
      points,
      exchanges: 'failed',
      allowedHosts,
      allowEmptyThresholds: options.allowEmptyThresholds,
      overrides,
    },
  };
}

/** Of a file below the current folder: where. */
function placeOf(path: string): { readonly path?: string } {
  const place = relative('.', path);
  const elsewhere = place === '' || isAbsolute(place) || place.split(sep)[0] === '..';
  return elsewhere ? {} : { path: place.replaceAll(sep, '/') };
}

function stopSentence(nth: number): string {
  switch (nth) {
    case 1:
      return 'Stopping: what is under way may finish, results are kept. Once more (Ctrl+C) stops at once.';
    case 2:
      return 'Stopping at once: what is under way is cut off, results are kept.';
    default:
      return 'The load engine was ended.';
  }
}

function exitCodeOf(run: RunModel, ended: number | null, stopped: boolean, failOnSaturation: boolean): number {
  if (ended === null) return stopped ? ExitCode.externalAbort : ExitCode.internalError;
  const trusted = run.generator.judgement.trust !== 'saturated';
  const judged = ended === ExitCode.ok || ended === ExitCode.thresholdsFailed;
  return failOnSaturation && judged && !trusted ? ExitCode.generatorSaturated : ended;
}

function showEnd(run: RunModel, files: readonly WrittenFile[], exitCode: number, terminal: Terminal): void {
  const summary = textSummary(run, { width: terminal.columns, colour: terminal.colour, exitCode, files });
  terminal.line();
  terminal.write(summary);
}

/** Everything that a run writes besides the terminal. */
class RunFiles {
  readonly journal: string | null = null;
  readonly #points: readonly K6JsonFile[];
  readonly #reports: readonly string[];
  readonly #summaryExport: string | null;
  /** Only kept where a report needs them. */
  readonly #events: RunEvent[] = [];

  /** @throws CliError where one of them can't be written. */
  constructor({ plan }: PreparedRun, runId: string, { outputs, summaryExport }: SingleRunOptions) {
    const journals = outputs.filter(({ kind }) => kind === 'jsonl');
    if (journals.length > 1) throw new CliError('There can be only one --out jsonl.', 'Leave one of them out.');
    for (const { path } of journals) {
      this.journal = journalPath(path, runId);
    }
    this.#reports = outputs.filter(({ kind }) => kind === 'html').map(({ path }) => path ?? `${runId}.html`);
    this.#summaryExport = summaryExport;
    for (const path of [...this.#reports, ...(summaryExport === null ? [] : [summaryExport])]) checkWritable(path);
    this.#points = outputs.flatMap(({ kind, path }) =>
      kind === 'k6-json' && path !== null ? [new K6JsonFile(path, plan)] : [],
    );
    // Last, as nothing is to be lost where another output can't be written.
    if (this.journal !== null) makeWayForJournal(this.journal);
  }

  get wantsPoints(): boolean {
    return this.#points.length > 0;
  }

  onEvents(events: readonly RunEvent[]): void {
    for (const file of this.#points) file.onEvents(events);
    if (this.#reports.length > 0) this.#events.push(...events);
  }

  onPoints(batch: Parameters<K6JsonFile['onPoints']>[0]): void {
    for (const file of this.#points) file.onPoints(batch);
  }

  /** Writes the rest; what can't be written is told, and costs none of the others. */
  async finish(run: RunModel): Promise<{ readonly written: WrittenFile[]; readonly failed: string[] }> {
    const written: WrittenFile[] = [];
    const failed: string[] = [];
    const attempt = async (title: string, path: string, write: () => void | Promise<void>): Promise<void> => {
      try {
        await write();
        written.push({ title, path });
      } catch (error) {
        failed.push(error instanceof CliError ? error.message : `${path} can't be written: ${fileProblem(error)}.`);
      }
    };
    for (const path of this.#reports) await attempt('Report', path, () => writeHtmlReport(resolve(path), this.#events));
    for (const file of this.#points) await attempt('k6 JSON', file.path, () => file.close());
    const summary = this.#summaryExport;
    if (summary !== null) await attempt('Summary', summary, () => writeFileSync(summary, `${k6SummaryText(run)}\n`));
    if (this.journal !== null) written.push({ title: 'Journal', path: writtenJournal(this.journal) });
    return { written, failed };
  }
}
