import { createHash } from 'node:crypto';
import { cpus, hostname, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { planHosts } from '../scenario/hosts.ts';
import type { Plan } from '../scenario/plan.ts';
import { maskDeep } from '../run/mask.ts';
import {
  EVENTS_VERSION,
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
import { VERSION } from '../run/version.ts';
import { toUnixMs, type Clock } from './clock.ts';
import { readFeeders } from './feeder-rows.ts';
import { readTlsFiles } from './http/tls.ts';
import { IntervalBuilder } from './interval-builder.ts';
import type { DebugCommand, DebugEvent } from './debug/protocol.ts';
import type { PointBatch, RunRequest } from './protocol.ts';
import { Refreshing } from './refreshing.ts';
import { RunMasks } from './run-masks.ts';
import { FileError, readSharedFiles } from './sent-files.ts';
import { SharedCounters } from './shared-counters.ts';
import type { FromWorker, PhaseProblem, RunContext, ToWorker, WorkerInit, WorkerReport } from './worker-protocol.ts';

const INTERVAL_MS = 1000;
/** Samples kept of a run, whatever its workers send. */
const MAX_SAMPLES = 300;
const SAMPLES_PER_FAILURE = 3;
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
  readonly #workerEntry: string;
  readonly #output: CoordinatorOutput;
  readonly #clock: Clock;
  readonly #masks: RunMasks;
  readonly #evaluator: ThresholdEvaluator;
  readonly #intervals = new IntervalBuilder();
  readonly #workers: Worker[] = [];
  readonly #waiting = new Map<string, (message: FromWorker) => void>();
  readonly #verdicts: (Verdict | undefined)[] = [];
  readonly #sampleCounts = new Map<string, number>();
  #samples = 0;
  #logs = 0;
  /** Infinity before the load: then no time of it has passed. */
  #loadStartMs = Number.POSITIVE_INFINITY;
  #loadEndMs: number | null = null;
  #lastIntervalMs = 0;
  #ending: Ending | null = null;
  #level: LoadLevel = { paused: false, factor: 1 };
  #stops = 0;
  #fail: (error: Error) => void = () => undefined;

  constructor(request: RunRequest, workerEntry: string, clock: Clock, output: CoordinatorOutput) {
    this.#request = request;
    this.#workerEntry = workerEntry;
    this.#clock = clock;
    this.#output = output;
    this.#masks = new RunMasks(request.secrets);
    this.#evaluator = new ThresholdEvaluator(request.plan);
  }

  /** Resolves when the run is over and its `run-end` is out; never rejects. */
  async run(): Promise<void> {
    this.#emit([this.#runStart()]);
    const failed = new Promise<never>((_resolve, reject) => (this.#fail = reject));
    try {
      await Promise.race([this.#phases(), failed]);
    } catch (error) {
      const reason = `The load engine failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      this.#ending = { outcome: 'error', exitCode: ExitCode.internalError, reason: this.#masks.text(reason) };
    }
    this.#emit([this.#runEnd()]);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  /** The first time gracefully: no new iterations, requests under way may finish. The second time at once. */
  stop(): void {
    this.#ending ??= { outcome: 'interrupted', exitCode: ExitCode.externalAbort, reason: 'Stopped by the user.' };
    this.#stops++;
    this.#send(this.#stops === 1 ? { type: 'stop' } : { type: 'interrupt' });
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
    this.#send({ type: 'change', level: this.#level, atMs });
    this.#emit([{ type: 'load-change', atMs, ...this.#level }]);
  }

  debug(command: DebugCommand): void {
    this.#send({ type: 'debug', command });
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
    const context = await this.#prepare();
    if (context && this.#stops === 0) {
      const refreshed = await this.#load(context);
      if (plan.teardown.length > 0) await this.#teardown(refreshed);
    }
    await this.#drain(true);
  }

  async #startWorkers(files: RunFiles): Promise<void> {
    const { plan, scenario, env, secrets, options } = this.#request;
    const counters = SharedCounters.allocate(plan);
    const ready = Array.from({ length: options.workers }, (_, worker) => {
      const init: WorkerInit = {
        plan,
        env,
        secrets,
        seed: options.seed,
        worker,
        workers: options.workers,
        counters,
        folder: scenario.folder,
        ...files,
        points: options.points,
        exchanges: options.exchanges,
        debug: this.#request.debug ?? null,
        allowedHosts: options.allowedHosts,
      };
      const thread = new Worker(this.#workerEntry, { workerData: init, stdout: false, stderr: false });
      thread.on('message', (message: FromWorker) => {
        if (message.type === 'debug') {
          this.#output.debug(message.event);
          return;
        }
        if (message.type === 'abort') {
          this.#abort(message.reason, message.line);
          return;
        }
        const key = `${worker} ${message.type}`;
        const answer = this.#waiting.get(key);
        this.#waiting.delete(key);
        answer?.(message);
      });
      thread.on('error', (error) => this.#fail(error));
      this.#workers.push(thread);
      return this.#answer(worker, 'ready');
    });
    await Promise.all(ready);
  }

  /** Vars and setup, by the first worker. null: there will be no load, and `#ending` says why. */
  async #prepare(): Promise<RunContext | null> {
    const { setupTimeoutMs } = this.#request.plan;
    const limit = this.#limit(setupTimeoutMs);
    const answer = this.#answer(0, 'prepared');
    this.#workers[0]?.postMessage({ type: 'prepare' } satisfies ToWorker);
    const { context, problem } = await answer;
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
      this.#send({ type: 'interrupt' });
    });
    return limit;
  }

  /** @returns what is known after it: setup's captures may have been replaced */
  async #load(given: RunContext): Promise<RunContext> {
    let context = given;
    this.#loadStartMs = this.#clock.now() + START_DELAY_MS;
    const startUnixMs = toUnixMs(this.#loadStartMs);
    this.#emit([{ type: 'load-start', time: startUnixMs }]);
    const done = Promise.all(this.#workers.map((_, worker) => this.#answer(worker, 'load-done')));
    this.#send({ type: 'load', context, startUnixMs });
    if (this.#level.paused || this.#level.factor !== 1) this.#applyLevel(0);
    const ticker = this.#tick();
    const { refresh } = this.#request.plan;
    const refreshing =
      refresh &&
      new Refreshing(this.#clock, this.#loadStartMs, refresh.everyMs, async () => {
        context = await this.#refresh(context);
      });
    const answers = await done;
    if (refreshing) {
      this.#send({ type: 'stop-refresh' });
      await refreshing.stop();
    }
    ticker.stop();
    await ticker.stopped;
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
    const answer = this.#answer(0, 'refreshed');
    this.#workers[0]?.postMessage({ type: 'refresh', context } satisfies ToWorker);
    const { captured, problem } = await answer;
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
    this.#send({ type: 'setup', setup });
    return { ...context, setup };
  }

  /** An interval each second of the load, until it is stopped. */
  #tick(): { stop(): void; readonly stopped: Promise<void> } {
    let over = false;
    let wake = (): void => undefined;
    const until = (atMs: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = this.#clock.at(atMs, resolve);
        wake = () => {
          timer.cancel();
          resolve();
        };
      });
    const tick = async (): Promise<boolean> => {
      // After a stall the seconds that were missed belong to one long interval.
      const next = Math.floor(Math.max(0, this.#clock.now() - this.#loadStartMs) / INTERVAL_MS) + 1;
      await until(this.#loadStartMs + next * INTERVAL_MS);
      if (!over) await this.#drain(false);
      return !over;
    };
    const ticks = async (): Promise<void> => {
      while (await tick());
    };
    const stop = (): void => {
      over = true;
      wake();
    };
    return { stop, stopped: ticks() };
  }

  async #teardown(context: RunContext): Promise<void> {
    const { teardownTimeoutMs } = this.#request.plan;
    await this.#drain(true);
    const limit = this.#limit(teardownTimeoutMs);
    const answer = this.#answer(0, 'torn-down');
    this.#workers[0]?.postMessage({ type: 'teardown', context } satisfies ToWorker);
    const { problem } = await answer;
    limit.cancel();
    if (limit.passed) {
      const reason = `Teardown was not done within its ${teardownTimeoutMs / 1000} s.`;
      this.#ending ??= { outcome: 'aborted', exitCode: ExitCode.teardownTimeout, reason };
    } else if (problem?.aborts) {
      this.#ending ??= abortedBy(this.#logProblem(problem, problem.message));
    } else if (problem) {
      this.#logProblem(problem, `Teardown failed. ${problem.message}`);
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
    this.#send({ type: 'interrupt' });
  }

  // ── each second ──

  async #drain(everything: boolean): Promise<void> {
    const nowMs = this.#loadEndMs ?? Math.max(0, this.#clock.now() - this.#loadStartMs);
    const answers = Promise.all(this.#workers.map((_, worker) => this.#answer(worker, 'drained')));
    this.#send({ type: 'drain', everything });
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
    for (const report of reports) {
      const batch = this.#intervals.points(report);
      if (batch) this.#output.points(batch);
    }
    if (this.#loadEndMs === null) this.#abortWhereAsked(results, nowMs);
  }

  #samplesOf({ samples }: WorkerReport): Sample[] {
    return samples.flatMap((sample) => {
      const key = [sample.stepId, sample.response?.status ?? 0, sample.kind, sample.errorCode].join(' ');
      const kept = this.#sampleCounts.get(key) ?? 0;
      const enough = kept >= SAMPLES_PER_FAILURE && this.#request.options.exchanges === 'failed';
      if (enough || this.#samples >= MAX_SAMPLES) return [];
      this.#sampleCounts.set(key, kept + 1);
      this.#samples++;
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
    this.#send({ type: 'stop' });
  }

  // ── beginning and end ──

  #runStart(): RunEvent {
    const { plan, scenario, options, env } = this.#request;
    const mask = (text: string): string => this.#masks.text(text);
    const processors = cpus();
    return {
      type: 'run-start',
      version: EVENTS_VERSION,
      runId: options.runId,
      time: Date.now(),
      scenario: {
        file: scenario.file,
        ...(scenario.path === undefined ? {} : { path: scenario.path }),
        text: mask(scenario.text),
        sha256: createHash('sha256').update(scenario.text).digest('hex'),
      },
      plan: maskDeep(plan, mask),
      hosts: planHosts(plan, env).map(mask),
      options: { workers: options.workers, seed: options.seed, overrides: options.overrides.map(mask) },
      machine: {
        hostname: hostname(),
        platform: `${process.platform} ${process.arch}`,
        cpus: processors.length,
        cpuModel: processors[0]?.model ?? 'unknown',
        memoryBytes: totalmem(),
      },
      versions: { rampwright: VERSION, node: process.version },
    };
  }

  #runEnd(): RunEnd {
    const atMs = this.#loadEndMs ?? Math.max(0, this.#lastIntervalMs);
    // Of a run that ends early, nobody knows what the rest of its load would have fulfilled.
    const thresholds = this.#evaluator.results(atMs, { final: this.#ending === null });
    return { type: 'run-end', atMs, time: Date.now(), ...(this.#ending ?? this.#judge(thresholds)), thresholds };
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

  #send(message: ToWorker): void {
    for (const worker of this.#workers) worker.postMessage(message);
  }

  #answer<T extends FromWorker['type']>(worker: number, type: T): Promise<Extract<FromWorker, { type: T }>> {
    return new Promise((resolve) => {
      this.#waiting.set(`${worker} ${type}`, (message) => {
        if (isType(message, type)) resolve(message);
      });
    });
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

function isType<T extends FromWorker['type']>(
  message: FromWorker,
  type: T,
): message is Extract<FromWorker, { type: T }> {
  return message.type === type;
}
