import type { Interval } from '../../run/events.ts';
import type { RunModel } from '../../run/model.ts';

/** Something outside that is told of a run while it goes. It never throws and never holds the run up. */
export interface Receiver {
  /** For people, without credentials: `InfluxDB at http://127.0.0.1:8086`. */
  readonly title: string;
  /** After each interval, which the model holds already. */
  onInterval(run: RunModel, interval: Interval): void;
  /** Sends what is left, for a bounded time. */
  finish(run: RunModel): Promise<ReceiverResult>;
}

export interface ReceiverResult {
  /** In `unit`s. */
  readonly sent: number;
  readonly lost: number;
  readonly unit: 'point' | 'sample' | 'data point';
  /** Why the last loss was; null without one. */
  readonly problem: string | null;
}

export interface ReceiverOptions {
  /** The URL of `--out KIND=URL`; null: what the environment says. */
  readonly target: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told once, when the receiver is first in trouble. */
  readonly onTrouble: (message: string) => void;
}

/** A mistake in how a receiver was asked for, which the person can put right; its message and what to write instead. */
export class ReceiverError extends Error {
  readonly wayOut: string;

  constructor(message: string, wayOut: string) {
    super(message);
    this.name = 'ReceiverError';
    this.wayOut = wayOut;
  }
}
