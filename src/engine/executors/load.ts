import type { LoadLevel } from '../../run/events.ts';

/** A scenario's load in one worker: its share of what the executor plans. */
export interface Load {
  /** Makes the VUs that it begins with. */
  build(): void;
  /** Begins at the scenario's start time, which may still be to come. */
  start(): void;
  /** No new iterations; requests that are under way may finish within the graceful stop. */
  stop(): void;
  /** From this moment of the clock on, another share of what is planned. */
  change(level: LoadLevel, atMs: number): void;
  /** Cuts everything off. */
  interrupt(): void;
}

/** Which share of a scenario a worker has: VUs, and iterations of an arrival rate, go round the workers one by one. */
export interface Share {
  readonly worker: number;
  readonly workers: number;
}

/** How many of `total` numbered things (0, 1, 2, …) are a worker's: those with `index % workers === worker`. */
export function shareOf(total: number, { worker, workers }: Share): number {
  return total <= worker ? 0 : Math.floor((total - worker - 1) / workers) + 1;
}

/**
 * A worker's share where what VUs do is dealt out beforehand, as arrivals are: a worker gets as much of it as it has of the `planned` VUs, so that
 * one that has none gets nothing, and none gets more than its VUs can do. VUs beyond the plan go round in the same order.
 */
export class ProportionalShare {
  readonly #planned: number;
  readonly #share: Share;

  constructor(planned: number, share: Share) {
    this.#planned = planned;
    this.#share = share;
  }

  /** Whether the n-th (from 0) of what is dealt out is this worker's. */
  has(number: number): boolean {
    return (number % this.#planned) % this.#share.workers === this.#share.worker;
  }

  /** How many of `total` are. */
  of(total: number): number {
    const rounds = Math.floor(total / this.#planned);
    return rounds * shareOf(this.#planned, this.#share) + shareOf(total % this.#planned, this.#share);
  }
}
