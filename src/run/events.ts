/**
 * Run events: the only protocol between the engine and everything that shows, stores or judges a run. A run's journal is
 * these objects as JSON, one a line (`*.run.jsonl`), in this order: `run-start`, then any of the others, then `run-end`. A
 * journal without `run-end` is of a run that was interrupted; everything up to there is valid.
 *
 * Times named `…Ms` count from the start of the load (setup is before 0). No event holds a secret: whoever emits them has masked them.
 */
import type { MetricKind, Plan } from '../scenario/plan.ts';
import type { Strain } from './generator-health.ts';
import type { ErrorKind } from './metrics.ts';

export const EVENTS_VERSION = 1;

/** Among a run's overrides: one iteration of each scenario. */
export const ONCE_OVERRIDE = 'run once';

export interface RunStart {
  readonly type: 'run-start';
  readonly version: typeof EVENTS_VERSION;
  readonly runId: string;
  /** Unix time in ms at which the run began (before setup). */
  readonly time: number;
  /**
   * The file's text as it ran, and its SHA-256 in hex. `path`: where it is in its workspace, or below the folder that the command
   * line was in, as in `loads/checkout.load.yaml`; older journals, and those of files elsewhere, have none.
   */
  readonly scenario: { readonly file: string; readonly path?: string; readonly text: string; readonly sha256: string };
  readonly plan: Plan;
  /** Origins that the plan's requests go to, as far as they are known before the run, e.g. `http://127.0.0.1:3000`. */
  readonly hosts: readonly string[];
  readonly options: { readonly workers: number; readonly seed: number; readonly overrides: readonly string[] };
  readonly machine: {
    readonly hostname: string;
    readonly platform: string;
    readonly cpus: number;
    readonly cpuModel: string;
    readonly memoryBytes: number;
  };
  readonly versions: { readonly rampwright: string; readonly node: string };
}

/** Setup is over (or there is none) and the load starts now: the zero of all `…Ms`. */
export interface LoadStart {
  readonly type: 'load-start';
  /** Unix time in ms. */
  readonly time: number;
}

/** How much of the planned load is made. */
export interface LoadLevel {
  /** No iteration begins; those under way finish, and VUs keep their connections. The schedule's time goes on. */
  readonly paused: boolean;
  /** 1: as planned; 1.5: one and a half times the planned VUs and rates. */
  readonly factor: number;
}

/** A person changed the load of the running test; it holds from `atMs` on. */
export interface LoadChange extends LoadLevel {
  readonly type: 'load-change';
  readonly atMs: number;
}

/** Announces a metric × tag set before the first interval that has a value for it. */
export interface SeriesDefinition {
  readonly type: 'series';
  readonly id: number;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly tags: Readonly<Record<string, string>>;
}

/** [series id, sum of the values added] */
export type CounterDelta = readonly [id: number, sum: number];
/** [series id, last, min, max] */
export type GaugeDelta = readonly [id: number, last: number, min: number, max: number];
/** [series id, how many were true, how many there were] */
export type RateDelta = readonly [id: number, trues: number, total: number];
/**
 * [series id, count, sum, min, max, histogram]: sum, min and max are exact, in the metric's unit; the histogram is HDR's of
 * `TREND_SCALE` × the value (µs for times), as `encodeCounts` writes it.
 */
export type TrendDelta = readonly [id: number, count: number, sum: number, min: number, max: number, histogram: string];

export interface WorkerHealth {
  readonly worker: number;
  readonly eventLoopDelayP99Ms: number;
  readonly eventLoopDelayMaxMs: number;
  /** It did not run at all for so long at a stretch: suspended, or without time of the machine. Only where that was `STALLED_MS` or more. */
  readonly stalledMs?: number;
  /** CPU seconds per second of this worker's thread; the whole process's where the thread's own is not known. */
  readonly cpu: number;
  readonly gcMs: number;
  readonly sockets: number;
}

/** What was measured since the interval before. Empty sets are left out. */
export interface Interval {
  readonly type: 'interval';
  readonly fromMs: number;
  readonly toMs: number;
  readonly counters?: readonly CounterDelta[];
  readonly gauges?: readonly GaugeDelta[];
  readonly rates?: readonly RateDelta[];
  /** Trends of `FAST_TRENDS`. */
  readonly trends?: readonly TrendDelta[];
  /** All other trends, gathered from `slowFromMs` to `toMs`. */
  readonly slowTrends?: readonly TrendDelta[];
  readonly slowFromMs?: number;
  readonly vus: {
    readonly active: number;
    readonly allocated: number;
    /** Only where several intervals have become this one: the most of them. */
    readonly mostActive?: number;
  };
  readonly health: readonly WorkerHealth[];
  /** Only where several intervals have become this one: what they had between them. */
  readonly strain?: Strain;
}

export interface Timings {
  /** Until the request could be sent; connecting and TLS are part of it, as in k6. */
  readonly blockedMs: number;
  readonly connectingMs: number;
  readonly tlsMs: number;
  readonly sendingMs: number;
  readonly waitingMs: number;
  readonly receivingMs: number;
  /** sending + waiting + receiving */
  readonly durationMs: number;
}

export interface SampleRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

export interface SampleResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The first bytes as text; null where there was no body. */
  readonly body: string | null;
  /** Of the whole body. */
  readonly bodyBytes: number;
}

/**
 * One exchange, kept in full: a bounded number per distinct failure, or each one where a run asked for that (`Run once`). Secrets and
 * tokens are masked.
 */
export interface Sample {
  readonly type: 'sample';
  readonly atMs: number;
  readonly phase: 'setup' | 'load' | 'teardown';
  readonly scenario: string;
  readonly name: string;
  readonly stepId: number;
  readonly vu: number;
  readonly iteration: number;
  /** null: the answer was as expected. */
  readonly kind: ErrorKind | null;
  readonly errorCode: number;
  /** A plain sentence: what went wrong; '' where nothing did. */
  readonly message: string;
  readonly request: SampleRequest;
  readonly response: SampleResponse | null;
  readonly timings: Timings;
  /** What the step took from the answer, in order; only of runs that keep all exchanges. */
  readonly captures?: readonly SampleValue[];
  /** Only of runs that keep all exchanges. */
  readonly checks?: readonly SampleCheck[];
}

/** A named value as JSON text, which is cut with `…` where it is long. */
export type SampleValue = readonly [name: string, json: string];

export interface SampleCheck {
  readonly name: string;
  readonly ok: boolean;
  /** As written. */
  readonly expression: string;
  /** What the expression read, e.g. `status` and `404`; empty where it could not be worked out. */
  readonly reads: readonly SampleValue[];
  /** Why it could not be worked out, else ''. */
  readonly problem: string;
}

/** A sample of an exchange that was not as expected. */
export type FailedSample = Sample & { readonly kind: ErrorKind };

/**
 * `not-yet`: does not hold, but would by more of the same: at least so many requests, say, while the run goes on or where it ended
 * early. Journals of older versions have `fail` there.
 */
export type Verdict = 'pass' | 'warn' | 'fail' | 'no-data' | 'not-yet';

/** A threshold's verdict so far changed. */
export interface ThresholdChange {
  readonly type: 'threshold';
  readonly atMs: number;
  readonly id: number;
  readonly verdict: Verdict;
  readonly actual: number | null;
}

export interface LogEvent {
  readonly type: 'log';
  readonly atMs: number;
  readonly level: 'info' | 'warning' | 'error';
  /** For what a step logged, or an error of an iteration: where; 0-based line in the scenario file. */
  readonly line?: number;
  readonly message: string;
  /** How many messages like this were left out before it (repeats are only counted). */
  readonly repeated?: number;
}

export interface ThresholdResult {
  /** `Threshold.id` */
  readonly id: number;
  readonly verdict: Verdict;
  /** In the metric's own unit; null where there were no samples. */
  readonly actual: number | null;
  /** Of a threshold with `window`: the worst window. */
  readonly worstWindow?: { readonly fromMs: number; readonly toMs: number };
  readonly samples: number;
}

/**
 * How a run ended.
 * - `passed`, `failed`: all load was made (or a threshold aborted it) and the thresholds decided;
 * - `interrupted`: stopped by a person or a signal;
 * - `aborted`: an `abort` step, setup failed, or teardown failed after all load was made;
 * - `error`: the engine itself failed.
 */
export type Outcome = 'passed' | 'failed' | 'interrupted' | 'aborted' | 'error';

export interface RunEnd {
  readonly type: 'run-end';
  readonly atMs: number;
  /** Unix time in ms. */
  readonly time: number;
  readonly outcome: Outcome;
  /** k6's; see `ExitCode`. */
  readonly exitCode: number;
  /** One sentence where the outcome needs it, else ''. */
  readonly reason: string;
  readonly thresholds: readonly ThresholdResult[];
}

export type RunEvent =
  RunStart | LoadStart | LoadChange | SeriesDefinition | Interval | Sample | ThresholdChange | LogEvent | RunEnd;

/** k6's exit codes (errext/exitcodes/codes.go), and from 111 on our own. */
export const ExitCode = {
  ok: 0,
  internalError: 1,
  thresholdsFailed: 99,
  setupTimeout: 100,
  teardownTimeout: 101,
  invalidConfig: 104,
  externalAbort: 105,
  scriptException: 107,
  scriptAborted: 108,
  generatorSaturated: 111,
  regression: 112,
} as const;
