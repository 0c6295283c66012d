import type { LoadLevel } from '../../run/events.ts';

/** A scenario's load in one worker: its share of what the executor plans. */
export interface Load {
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
