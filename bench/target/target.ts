import type { DelaySecond } from './delay-record.ts';

/** What a target has counted since it was last reset. */
export interface TargetRecord {
  readonly requests: number;
  /** Unix time in ms of the first request; null: not known, or none came. */
  readonly firstAt: number | null;
  readonly delays: readonly DelaySecond[];
}

/** A server under load, in processes of its own. */
export interface Target {
  readonly title: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly pids: readonly number[];
  reset(): Promise<void>;
  /** Cheap: may be asked in the middle of a measurement. */
  requests(): Promise<number>;
  record(): Promise<TargetRecord>;
  close(): Promise<void>;
}
