import type { Worker } from 'node:worker_threads';
import type { Plan } from '../scenario/plan.ts';
import {
  ExitCode,
  type LoadLevel,
  type LogEvent,
  type RunEnd,
  type RunEvent,
  type Sample,
  type ThresholdResult,
  type Verdict,
} from '../run/events.ts';
import { ThresholdEvaluator } from '../run/thresholds.ts';
import { toUnixMs, type Clock } from './clock.ts';
import { readFeeders } from './feeder-rows.ts';
import { readTlsFiles } from './http/tls.ts';
import { IntervalBuilder } from './interval-builder.ts';
import type { DebugCommand, DebugEvent } from './debug/protocol.ts';
import type { PointBatch, RunRequest } from './protocol.ts';
import { machineProblem } from './machine-problem.ts';
import { Repeating } from './repeating.ts';
import { RunMasks } from './run-masks.ts';
import { runStart } from './run-start.ts';
import { SampleQuota } from './sample-quota.ts';
import { FileError, readSharedFiles } from './sent-files.ts';
import { SharedCounters } from './shared-counters.ts';
import { TagValues } from './tag-values.ts';
import { WallClock } from './wall-clock.ts';
import type { PhaseProblem, RunContext, WorkerInit, WorkerReport } from './worker-protocol.ts';
import { WorkerThreads } from './worker-threads.ts';

const INTERVAL_MS = 1000;
/** Messages kept of a run; what comes later is only counted. */
const MAX_LOGS = 2000;
/** So that all workers begin at the same moment. */
const START_DELAY_MS = 5;
/** A change of the load holds from this much later on, in all workers at the same moment. */
const CHANGE_DELAY_MS = 50;
/** Beyond these, a change of the load is a slip. */
const LEAST_FACTOR = 0.01;
const MOST_FACTOR = 100;

export interface CoordinatorOutput {
  events(events: readonly RunEvent[]): void;
  points(batch: PointBatch): void;
  debug(event: DebugEvent): void;
}

/** What is read of the scenario's folder before a run. */
type RunFiles = Pick<WorkerInit, 'files' | 'feeders' | 'tls'>;

type Ending = Pick<RunEnd, 'outcome' | 'exitCode' | 'reason'>;

/**
 * Runs a plan: starts the workers, setup before and teardown after the load, gathers what they measured each second into run events,
 * judges the thresholds as they come, and says how it ended.
 */
export class Coordinator {
  readonly #request: RunRequest;
  readonly #output: CoordinatorOutput;
  readonly #clock: Clock;
  readonly #masks: RunMasks;
  readonly #evaluator: ThresholdEvaluator;
  readonly #intervals = new IntervalBuilder();
  readonly #workers: WorkerThreads;
  readonly #verdicts: (Verdict | undefined)[] = [];
  readonly #samples: SampleQuota;
  readonly #wallClock = new WallClock();
  #logs = 0;
  /** Infinity before the load: then no time of it has passed. */
  #loadStartMs = Number.POSITIVE_INFINITY;
  #loadEndMs: number | null = null;
  #lastIntervalMs = 0;
  /** All of the planned load. */
  #madeAll = false;
  #ending: Ending | null = null;
  #level: LoadLevel = { paused: false, factor: 1 };
  #stops = 0;
  #fail: (error: Error) => void = () => undefined;

  /** `thread`: a new thread of `engine-worker.js`, which waits for its `WorkerInit`. */
  constructor(request: RunRequest, thread: () => Worker, clock: Clock, output: CoordinatorOutput) {
    this.#request = request;
    this.#clock = clock;
    this.#output = output;
    this.#masks = new RunMasks(request.secrets);
    this.#evaluator = new ThresholdEvaluator(request.plan);
    this.#samples = new SampleQuota(request.options.exchanges);
    this.#workers = new WorkerThreads(thread, {
      unasked: (message) => {
        if (message.type === 'debug') output.debug(message.event);
        else this.#abort(message.reason, message.line);
      },
      error: (error) => this.#fail(error),
    });
  }

  /** Resolves when the run is over and its `run-end` is out; never rejects. */
  async run(): Promise<void> {
    this.#emit([runStart(this.#request, this.#masks)]);
    const failed = new Promise<never>((_resolve, reject) => (this.#fail = reject));
    try {
      await Promise.race([this.#phases(), failed]);
    } catch (error) {
      const machine = machineProblem(error);
      const why =
        machine === null ? (error instanceof Error ? (error.stack ?? error.message) : String(error)) : `${machine}.`;
      const reason = `The load engine failed: ${why}`;
      this.#ending = { outcome: 'error', exitCode: ExitCode.internalError, reason: this.#masks.text(reason) };
    }
    this.#emit([this.#runEnd()]);
    await this.#workers.terminate();
  }

  /** The first time gracefully: no new iterations, requests under way may finish. The second time at once. */
  stop(): void {
    this.#ending ??= { outcome: 'interrupted', exitCode: ExitCode.externalAbort, reason: 'Stopped by the user.' };
    this.#stops++;
    this.#workers.send(this.#stops === 1 ? { type: 'stop' } : { type: 'interrupt' });
  }

  /** Changes the load that is made from now on; before the load, that from its start on. */
  change(wanted: Partial<LoadLevel>): void {
    const { paused, factor } = this.#level;
    const level = {
      paused: wanted.paused ?? paused,
      factor: Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, wanted.factor ?? factor)),
    };
    if (this.#ending || this.#loadEndMs !== null || Number.isNaN(level.factor)) return;
    if (level.paused === paused && level.factor === factor) return;
    this.#level = level;
    if (Number.isFinite(this.#loadStartMs)) this.#applyLevel(CHANGE_DELAY_MS);
  }

  #applyLevel(delayMs: number): void {
    const atMs = Math.max(0, this.#clock.now() - this.#loadStartMs) + delayMs;
    this.#workers.send({ type: 'change', level: this.#level, atMs });
    this.#emit([{ type: 'load-change', atMs, ...this.#level }]);
  }

  debug(command: DebugCommand): void {
    this.#workers.send({ type: 'debug', command });
  }

  // ── the phases of a run ──

  async #phases(): Promise<void> {
    const { plan, scenario } = this.#request;
    let files: RunFiles;
    try {
      files = readFiles(plan, scenario.folder);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      this.#ending = { outcome: 'aborted', exitCode: ExitCode.invalidConfig, reason: error.message };
      return;
    }
    await this.#startWorkers(files);
    const context = this.#stops === 0 ? await this.#prepare() : null;
    if (context && this.#stops === 0) {
      const refreshed = await this.#load(context);
      this.#madeAll = this.#ending === null;
      if (plan.teardown.length > 0) await this.#teardown(refreshed);
    }
    await this.#drain(true);
  }

  async #startWorkers(files: RunFiles): Promise<void> {
    const { plan, scenario, env, secrets, options, debug = null } = this.#request;
    const { seed, workers, points, waiting, exchanges, allowedHosts } = options;
    const counters = SharedCounters.allocate(plan);
    const tagValues = TagValues.allocate(plan);
    const { folder } = scenario;
    const all = {
      plan,
      env,
      secrets,
      seed,
      workers,
      counters,
      tagValues,
      folder,
      ...files,
      points,
      waiting,
      exchanges,
      debug,
      allowedHosts,
    };
    await this.#workers.start(Array.from({ length: workers }, (_, worker) => ({ ...all, worker })));
  }

  /** Vars and setup, by the first worker. null: there will be no load, and `#ending` says why. */
  async #prepare(): Promise<RunContext | null> {
    const { setupTimeoutMs } = this.#request.plan;
    const limit = this.#limit(setupTimeoutMs);
    const { context, problem } = await this.#workers.askFirst({ type: 'prepare' }, 'prepared');
    limit.cancel();
    this.#masks.addCaptured(context.setup);
    if (limit.passed) {
      const reason = `Setup was not done within its ${setupTimeoutMs / 1000} s.`;
      this.#ending ??= { outcome: 'aborted', exitCode: ExitCode.setupTimeout, reason };
    } else if (problem) {
      const message = this.#logProblem(problem, problem.message);
      if (problem.aborts) this.#ending ??= abortedBy(message);
      else {
        const reason = `Setup failed: ${message}`;
        this.#ending ??= { outcome: 'aborted', exitCode: ExitCode.scriptException, reason };
      }
    }
    return limit.passed || problem ? null : context;
  }

  /** Cuts off what the workers do when the time is over. */
  #limit(ms: number): { passed: boolean; cancel(): void } {
    const limit = { passed: false, cancel: () => timer.cancel() };
    const timer = this.#clock.at(this.#clock.now() + ms, () => {
      limit.passed = true;
      this.#workers.send({ type: 'interrupt' });
    });
    return limit;
  }

  /** @returns what is known after it: setup's captures may have been replaced */
  async #load(given: RunContext): Promise<RunContext> {
    let context = given;
    const built = this.#workers.answers('built');
    this.#workers.send({ type: 'build', context });
    await built;
    if (this.#stops > 0) return context;
    this.#loadStartMs = this.#clock.now() + START_DELAY_MS;
    const startUnixMs = toUnixMs(this.#loadStartMs);
    this.#emit([{ type: 'load-start', time: startUnixMs }]);
    const done = this.#workers.answers('load-done');
    this.#workers.send({ type: 'load', startUnixMs });
    if (this.#level.paused || this.#level.factor !== 1) this.#applyLevel(0);
    const ticker = new Repeating(this.#clock, this.#loadStartMs, INTERVAL_MS, () => this.#drain(false));
    const { refresh } = this.#request.plan;
    const refreshing =
      refresh &&
      new Repeating(this.#clock, this.#loadStartMs, refresh.everyMs, async () => {
        context = await this.#refresh(context);
      });
    const answers = await done;
    if (refreshing) {
      this.#workers.send({ type: 'stop-refresh' });
      await refreshing.stop();
    }
    await ticker.stop();
    const cut = answers.reduce((sum, { cutRequests }) => sum + cutRequests, 0);
    this.#loadEndMs = this.#clock.now() - this.#loadStartMs;
    if (cut > 0) {
      const message = `${cut} ${cut === 1 ? 'request was' : 'requests were'} under way when the graceful stop was over, and ${cut === 1 ? 'was' : 'were'} cut off uncounted; the server may have counted ${cut === 1 ? 'it' : 'them'}.`;
      this.#keepLogs([{ type: 'log', atMs: this.#loadEndMs, level: 'warning', message }]);
    }
    return context;
  }

  /** Beside the load, by the first worker; all others hear of what it captured. A failure is tried again at the next time. */
  async #refresh(context: RunContext): Promise<RunContext> {
    const { captured, problem } = await this.#workers.askFirst({ type: 'refresh', context }, 'refreshed');
    if (problem?.aborts) this.#abort(problem.message, problem.line);
    else if (problem?.stopped !== true && problem) {
      this.#logProblem(
        problem,
        `The refresh failed, and is tried again at its next time. ${problem.message}`,
        'warning',
      );
    }
    if (problem) return context;
    this.#masks.addCaptured(captured);
    const setup = { ...context.setup, ...captured };
    this.#workers.send({ type: 'setup', setup });
    return { ...context, setup };
  }

  async #teardown(context: RunContext): Promise<void> {
    const { teardownTimeoutMs } = this.#request.plan;
    await this.#drain(true);
    const limit = this.#limit(teardownTimeoutMs);
    const { problem } = await this.#workers.askFirst({ type: 'teardown', context }, 'torn-down');
    limit.cancel();
    if (limit.passed) {
      const reason = `Teardown was not done within its ${teardownTimeoutMs / 1000} s.`;
      this.#ending ??= { outcome: 'aborted', exitCode: ExitCode.teardownTimeout, reason };
    } else if (problem?.aborts) {
      this.#ending ??= abortedBy(this.#logProblem(problem, problem.message));
    } else if (problem) {
      const reason = this.#logProblem(problem, `Teardown failed: ${problem.message}`);
      this.#ending ??= { outcome: 'aborted', exitCode: ExitCode.scriptException, reason };
    }
  }

  /** @returns the message as it may be seen */
  #logProblem({ line }: Pick<PhaseProblem, 'line'>, message: string, level: LogEvent['level'] = 'error'): string {
    const loadMs = Math.max(0, this.#clock.now() - this.#loadStartMs);
    const atMs = this.#loadEndMs ?? loadMs;
    const event = this.#masks.log({ type: 'log', atMs, level, message, ...(line === undefined ? {} : { line }) });
    this.#emit([event]);
    return event.message;
  }

  /** An `abort` step: everything under way is cut off in all workers, teardown still runs. */
  #abort(reason: string, line: number | undefined): void {
    if (this.#ending) return;
    this.#ending = abortedBy(this.#logProblem(line === undefined ? {} : { line }, reason));
    this.#workers.send({ type: 'interrupt' });
  }

  // ── each second ──

  async #drain(everything: boolean): Promise<void> {
    const nowMs = this.#loadEndMs ?? Math.max(0, this.#clock.now() - this.#loadStartMs);
    const answers = this.#workers.answers('drained');
    this.#workers.send({ type: 'drain', everything });
    const reports = (await answers).map(({ report }) => report);
    const { defined, interval } = this.#intervals.build(reports, this.#lastIntervalMs, nowMs, this.#loadEndMs !== null);
    this.#lastIntervalMs = nowMs;
    for (const series of defined) this.#evaluator.onSeries(series);
    this.#evaluator.onInterval(interval);
    const results = this.#evaluator.results(nowMs, { final: false });
    this.#emit([
      ...defined,
      interval,
      ...reports.flatMap((report) => this.#samplesOf(report)),
      ...this.#changes(results, nowMs),
    ]);
    this.#keepLogs(reports.flatMap(({ logs }) => logs));
    const jump = this.#wallClock.look(this.#clock.now(), Date.now());
    if (jump !== null) this.#keepLogs([{ type: 'log', atMs: nowMs, level: 'warning', message: jump }]);
    for (const report of reports) {
      const batch = this.#intervals.points(report);
      if (batch) this.#output.points(batch);
    }
    if (this.#loadEndMs === null) this.#abortWhereAsked(results, nowMs);
  }

  #samplesOf({ samples }: WorkerReport): Sample[] {
    return samples.flatMap((sample) => {
      const key = [sample.stepId, sample.response?.status ?? 0, sample.kind, sample.errorCode].join(' ');
      if (!this.#samples.wants(key)) return [];
      this.#samples.count(key);
      return [this.#masks.sample(sample)];
    });
  }

  #keepLogs(logs: readonly LogEvent[]): void {
    const kept = logs.slice(0, Math.max(0, MAX_LOGS - this.#logs));
    this.#logs += kept.length;
    if (kept.length > 0) this.#emit(kept.map((log) => this.#masks.log(log)));
  }

  #changes(results: readonly ThresholdResult[], atMs: number): RunEvent[] {
    return results.flatMap(({ id, verdict, actual }) => {
      if (this.#verdicts[id] === verdict) return [];
      this.#verdicts[id] = verdict;
      return [{ type: 'threshold' as const, atMs, id, verdict, actual }];
    });
  }

  #abortWhereAsked(results: readonly ThresholdResult[], atMs: number): void {
    if (this.#ending) return;
    const crossed = this.#request.plan.thresholds.find(
      ({ id, abortOnFail, delayAbortEvalMs }) =>
        abortOnFail && atMs >= delayAbortEvalMs && results[id]?.verdict === 'fail',
    );
    if (!crossed) return;
    const reason = `Stopped early by abortOnFail: ${crossed.selector}: ${crossed.condition.source}`;
    this.#ending = { outcome: 'failed', exitCode: ExitCode.thresholdsFailed, reason };
    this.#workers.send({ type: 'stop' });
  }

  // ── beginning and end ──

  #runEnd(): RunEnd {
    const atMs = this.#loadEndMs ?? Math.max(0, this.#lastIntervalMs);
    // Of a run that ends early, nobody knows what the rest of its load would have fulfilled.
    const thresholds = this.#evaluator.results(atMs, { final: this.#madeAll });
    return {
      type: 'run-end',
      atMs,
      time: toUnixMs(this.#clock.now()),
      ...(this.#ending ?? this.#judge(thresholds)),
      thresholds,
    };
  }

  #judge(thresholds: readonly ThresholdResult[]): Ending {
    const { allowEmptyThresholds } = this.#request.options;
    const failed = thresholds.some(
      ({ verdict }) => verdict === 'fail' || (verdict === 'no-data' && !allowEmptyThresholds),
    );
    return failed
      ? { outcome: 'failed', exitCode: ExitCode.thresholdsFailed, reason: '' }
      : { outcome: 'passed', exitCode: ExitCode.ok, reason: '' };
  }

  #emit(events: readonly RunEvent[]): void {
    this.#output.events(events);
  }
}

/** @throws FileError */
function readFiles(plan: Plan, folder: string): RunFiles {
  return {
    files: readSharedFiles(plan, folder),
    feeders: readFeeders(plan.data, folder),
    tls: readTlsFiles(plan.http.tls, folder),
  };
}

/** Outcome of a run that the scenario itself ended (k6's `test.abort`). */
function abortedBy(reason: string): Ending {
  return { outcome: 'aborted', exitCode: ExitCode.scriptAborted, reason };
}
