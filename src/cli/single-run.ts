import { availableParallelism } from 'node:os';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { defaultWorkers } from '../engine/default-workers.ts';
import { startEngine, type EngineRun } from '../engine/client.ts';
import type { RunRequest } from '../engine/protocol.ts';
import { newSeed } from '../engine/random.ts';
import { scenarioTitle } from '../language/scenario-files.ts';
import { ExitCode, type RunEvent } from '../run/events.ts';
import { compareRuns, type Comparison, regressions } from '../run/compare.ts';
import type { CompareOptions } from '../run/judged-changes.ts';
import { newRunName } from '../run/journal-file.ts';
import { RunModel } from '../run/model.ts';
import type { NamedRun } from '../report/named-run.ts';
import { textComparison } from '../report/text-comparison.ts';
import { textSummary } from '../report/text-summary.ts';
import { engineEntry } from './engine-entry.ts';
import { createLiveView } from './live-view.ts';
import { LoadKeys } from './load-keys.ts';
import type { OutputChoice } from './output-choice.ts';
import type { PreparedRun } from './prepared-run.ts';
import { headerText } from './run-header.ts';
import { RunOutputs, type WrittenFile } from './run-outputs.ts';
import { StopSignals } from './stop-signals.ts';
import type { Terminal } from './terminal.ts';

export interface SingleRunOptions {
  /** null: as many as the plan is worth. */
  readonly workers: number | null;
  /** null: another one each time. */
  readonly seed: number | null;
  readonly busyWait: boolean;
  readonly outputs: readonly OutputChoice[];
  readonly summaryExport: string | null;
  readonly allowEmptyThresholds: boolean;
  readonly failOnSaturation: boolean;
  /** To compare the run with at its end, one or several repeats; empty: with none. */
  readonly baseline: readonly NamedRun[];
  readonly failOnRegression: boolean;
  readonly tolerance: CompareOptions;
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

/** Runs one scenario file to its end, shows it, and writes what was asked for. */
export async function singleRun(
  prepared: PreparedRun,
  options: SingleRunOptions,
  terminal: Terminal,
): Promise<SingleRunResult> {
  const runId = newRunName(scenarioTitle(prepared.plan.file));
  const run = new RunModel();
  const view = createLiveView(terminal, options.progress);
  const files = await RunOutputs.open(prepared, runId, {
    outputs: options.outputs,
    summaryExport: options.summaryExport,
    warn: (message) => view.say(terminal.paint.warn(message)),
  });
  let engine: EngineRun | null = null;
  let keys: LoadKeys | null = null;
  const signals = new StopSignals((nth) => {
    if (nth <= 2) engine?.stop();
    else engine?.kill();
    view.say(stopSentence(nth));
  });
  const onEvents = (events: readonly RunEvent[]): void => {
    options.eventLines?.(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    for (const event of events) {
      run.apply(event);
      if (event.type === 'run-start' && options.header) terminal.line(headerText(event, terminal));
    }
    files.onEvents(events, run);
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
    const baseline = options.baseline.map((repeat) => repeat.run);
    const comparison = baseline.length === 0 ? null : compareRuns(baseline, run, options.tolerance);
    const ownCode = exitCodeOf(run, end?.exitCode ?? null, signals.stopped, options.failOnSaturation);
    const worse = comparison !== null && options.failOnRegression && isWorse(comparison);
    const exitCode = worse && ownCode === ExitCode.ok ? ExitCode.regression : ownCode;
    const { written, failed, lost, annotations } = await files.finish(run);
    const finalCode = failed.length > 0 && exitCode === ExitCode.ok ? ExitCode.internalError : exitCode;
    showEnd(run, written, finalCode, terminal);
    if (comparison) {
      const layout = { width: terminal.columns, colour: terminal.colour };
      terminal.line();
      terminal.write(textComparison(options.baseline, [{ other: { name: runId, run }, comparison }], layout));
    }
    for (const message of [...(problem === null ? [] : [problem]), ...failed])
      terminal.line(terminal.paint.fail(message));
    for (const message of lost) terminal.line(terminal.paint.warn(message));
    for (const command of annotations) terminal.line(command);
    return { exitCode: finalCode, stopped: signals.stopped };
  } finally {
    keys?.close();
    view.close();
    signals.close();
  }
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
      seed: options.seed ?? newSeed(),
      journal,
      points,
      waiting: options.busyWait ? 'busy-wait' : 'sleep',
      exchanges: 'failed',
      allowedHosts,
      allowEmptyThresholds: options.allowEmptyThresholds,
      overrides: [...overrides, ...(options.busyWait ? ['--busy-wait'] : [])],
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

function isWorse(comparison: Comparison): boolean {
  const { figures, requirements } = regressions(comparison);
  return figures.length + requirements.length > 0;
}
