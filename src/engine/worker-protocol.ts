/** What crosses between the coordinator and its worker threads. */
import type { Plan } from '../scenario/plan.ts';
import type { LoadLevel, LogEvent, Sample, WorkerHealth } from '../run/events.ts';
import type { DebugCommand, DebugEvent, DebugOptions } from './debug/protocol.ts';
import type { RecorderDeltas } from './metrics/recorder.ts';
import type { Waiting } from './load-clock.ts';
import type { JsonObject } from './scenario-context.ts';
import type { FeederRows } from './feed.ts';
import type { TlsFiles } from './http/tls.ts';
import type { SharedFiles } from './sent-files.ts';
import type { PointBatch } from './protocol.ts';

export interface WorkerInit {
  readonly plan: Plan;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly worker: number;
  readonly workers: number;
  /** See `SharedCounters`. */
  readonly counters: SharedArrayBuffer;
  /** See `TagValues`. */
  readonly tagValues: SharedArrayBuffer;
  /** Absolute path of the scenario's folder. */
  readonly folder: string;
  /** Rows of `data` by the feeder's name. */
  readonly feeders: Readonly<Record<string, FeederRows>>;
  readonly files: SharedFiles;
  readonly tls: TlsFiles;
  readonly points: boolean;
  readonly waiting: Waiting;
  readonly exchanges: 'failed' | 'all' | 'whole';
  /** null: nobody debugs this run. */
  readonly debug: DebugOptions | null;
  readonly allowedHosts: readonly string[] | null;
}

/** What is worked out once for the whole run. */
export interface RunContext {
  readonly vars: JsonObject;
  /** By scenario, with the plan's own in it. */
  readonly scenarioVars: readonly JsonObject[];
  readonly setup: JsonObject;
}

/**
 * Why setup, teardown or a refresh did not come to its end. `aborts`: as an `abort` step asked for it; `stopped`: as it was cut off from
 * outside.
 */
export interface PhaseProblem {
  readonly message: string;
  readonly line?: number;
  readonly aborts?: true;
  readonly stopped?: true;
}

export type ToWorker =
  | { readonly type: 'debug'; readonly command: DebugCommand }
  /** Work out the vars and run setup; only one worker is asked. */
  | { readonly type: 'prepare' }
  /** Make everything that the load needs, its VUs among it. */
  | { readonly type: 'build'; readonly context: RunContext }
  /** After that: begin. */
  | { readonly type: 'load'; readonly startUnixMs: number }
  /** From `atMs` of the load on. */
  | { readonly type: 'change'; readonly level: LoadLevel; readonly atMs: number }
  | { readonly type: 'drain'; readonly everything: boolean }
  | { readonly type: 'stop' }
  | { readonly type: 'interrupt' }
  /** Run refresh's steps; only one worker is asked, and only during the load. */
  | { readonly type: 'refresh'; readonly context: RunContext }
  | { readonly type: 'stop-refresh' }
  /** What iterations that begin from now on see as `setup`. */
  | { readonly type: 'setup'; readonly setup: JsonObject }
  | { readonly type: 'teardown'; readonly context: RunContext };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'debug'; readonly event: DebugEvent }
  /** `problem`: why there can be no load. */
  | {
      readonly type: 'prepared';
      readonly context: RunContext;
      readonly problem: PhaseProblem | null;
    }
  | { readonly type: 'built' }
  | { readonly type: 'load-done'; readonly cutRequests: number }
  | { readonly type: 'refreshed'; readonly captured: JsonObject; readonly problem: PhaseProblem | null }
  | { readonly type: 'torn-down'; readonly problem: PhaseProblem | null }
  /** The scenario asks for the end of the run. */
  | { readonly type: 'abort'; readonly reason: string; readonly line: number }
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
