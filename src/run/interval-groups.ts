/** Which seconds of a long run are kept as one interval. */
import type { Interval } from './events.ts';

const HOUR_MS = 3_600_000;

/** How long the intervals of a run are kept, in seconds, so that a day's run has not twenty-four times as many as an hour's. */
export function secondsKept(atMs: number): number {
  if (atMs < HOUR_MS) return 1;
  if (atMs < 4 * HOUR_MS) return 5;
  return atMs < 12 * HOUR_MS ? 15 : 60;
}

/** How many VUs were active at the end of an interval; of one that several have become, the most. */
export function mostActive({ vus }: Pick<Interval, 'vus'>): number {
  return vus.mostActive ?? vus.active;
}

/** Gathers intervals, in their order, until there are enough of them for one. */
export class IntervalGroups {
  readonly #secondsKept: (atMs: number) => number;
  #open: Interval[] = [];

  constructor(keep = secondsKept) {
    this.#secondsKept = keep;
  }

  /** Intervals wait for others to become one with. */
  get isOpen(): boolean {
    return this.#open.length > 0;
  }

  /** @returns those that are to become one now that this one is there: the last ones, in their order; null: none */
  add(interval: Interval): readonly Interval[] | null {
    const first = this.#open[0] ?? interval;
    const seconds = this.#secondsKept(first.fromMs);
    if (seconds === 1) return null;
    this.#open.push(interval);
    // Half a second of tolerance: intervals are about a second, never exactly one.
    if (interval.toMs - first.fromMs < seconds * 1000 - 500) return null;
    const group = this.#open;
    this.#open = [];
    return group.length > 1 ? group : null;
  }
}
