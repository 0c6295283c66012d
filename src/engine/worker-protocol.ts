/** What crosses between the coordinator and its worker threads. */
import type { Plan } from '../scenario/plan.ts';
import type { LogEvent, Sample, WorkerHealth } from '../run/events.ts';
import type { RecorderDeltas } from './metrics/recorder.ts';
import type { JsonObject } from './scenario-context.ts';
import type { PointBatch } from './protocol.ts';

export interface WorkerInit {
  readonly plan: Plan;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly worker: number;
  readonly workers: number;
  /** One Int32 for `seq()`, then one a scenario for its iterations. */
  readonly counters: SharedArrayBuffer;
  readonly points: boolean;
  readonly exchanges: 'failed' | 'all';
  readonly allowedHosts: readonly string[] | null;
}

/** What is worked out once for the whole run. */
export interface RunContext {
  readonly vars: JsonObject;
  /** By scenario, with the plan's own in it. */
  readonly scenarioVars: readonly JsonObject[];
  readonly setup: JsonObject;
}

export type ToWorker =
  /** Work out the vars and run setup; only one worker is asked. */
  | { readonly type: 'prepare' }
  | { readonly type: 'load'; readonly context: RunContext; readonly startUnixMs: number }
  | { readonly type: 'drain'; readonly everything: boolean }
  | { readonly type: 'stop' }
  | { readonly type: 'interrupt' }
  | { readonly type: 'teardown'; readonly context: RunContext };

export type FromWorker =
  | { readonly type: 'ready' }
  /** `problem`: why there can be no load. */
  | {
      readonly type: 'prepared';
      readonly context: RunContext;
      readonly problem: { message: string; line?: number } | null;
    }
  | { readonly type: 'load-done'; readonly cutRequests: number }
  | { readonly type: 'torn-down'; readonly problem: { message: string; line?: number } | null }
  | { readonly type: 'drained'; readonly report: WorkerReport };

/** A worker's answer to `drain`. */
export interface WorkerReport {
  readonly deltas: RecorderDeltas;
  /** `mostActive`: at a time since the report before. */
  readonly vus: { readonly active: number; readonly mostActive: number; readonly allocated: number };
  readonly health: WorkerHealth;
  readonly samples: readonly Sample[];
  readonly logs: readonly LogEvent[];
  readonly points: PointBatch | null;
}
