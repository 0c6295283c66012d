/** What crosses the border between the engine's process and the one that started it. */
import type { Plan } from '../scenario/plan.ts';
import type { LoadLevel, RunEvent } from '../run/events.ts';
import type { DebugCommand, DebugEvent, DebugOptions } from './debug/protocol.ts';

export interface RunOptions {
  /** Names the run and its journal; e.g. `checkout-20261121-140200-3f9a`. */
  readonly runId: string;
  /** Worker threads, at least 1. */
  readonly workers: number;
  /** Makes every random draw repeatable. */
  readonly seed: number;
  /**
   * Absolute path of the journal to write; its folder is made. With `.gz` at its end it is written without that while the run goes
   * on, and compressed when it has ended. null: none is written.
   */
  readonly journal: string | null;
  /** Send each single sample, too: for outputs that want every point. Costs speed. */
  readonly points: boolean;
  /** `busy-wait`: workers never sleep until something is due, but look all the time. More exact, at the price of a whole core for each. */
  readonly waiting: 'sleep' | 'busy-wait';
  /**
   * Which exchanges to keep in full: some of each failure, or all (up to a bound) as `Run once` shows them; `whole`: all, with as much
   * of their bodies as someone may want to read.
   */
  readonly exchanges: 'failed' | 'all' | 'whole';
  /**
   * Host names besides this machine's own that requests may go to; what a redirect, a secret or a captured value leads
   * elsewhere is not sent. null: any host.
   */
  readonly allowedHosts: readonly string[] | null;
  /** Thresholds without samples don't fail the run. */
  readonly allowEmptyThresholds: boolean;
  /** What was changed against the file, as the user gave it, e.g. `--vus 10`; only shown. */
  readonly overrides: readonly string[];
}

export interface RunRequest {
  readonly plan: Plan;
  /**
   * `folder`: absolute path of the folder that the file is in; what the scenario reads besides itself is relative to it. `path`: the
   * file's own place in the workspace or below the current folder, with `/`; only kept.
   */
  readonly scenario: { readonly file: string; readonly text: string; readonly folder: string; readonly path?: string };
  readonly secrets: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly options: RunOptions;
  /** To be debugged: by one worker, with a plan that `debugPlan` made. */
  readonly debug?: DebugOptions;
}

/** Single samples in columns of one length. Series are those of the `series` events. */
export interface PointBatch {
  readonly series: readonly number[];
  /** Unix time in ms, with fractions. */
  readonly times: readonly number[];
  readonly values: readonly number[];
}

export type ToEngine =
  | { readonly type: 'run'; readonly request: RunRequest }
  | { readonly type: 'stop' }
  | { readonly type: 'change'; readonly level: Partial<LoadLevel> }
  | { readonly type: 'debug'; readonly command: DebugCommand };

export type FromEngine =
  | { readonly type: 'events'; readonly events: readonly RunEvent[] }
  | { readonly type: 'points'; readonly batch: PointBatch }
  | { readonly type: 'debug'; readonly event: DebugEvent };
