import type { Interval, TrendDelta } from './events.ts';
import { decodeCounts, type SparseCounts } from './histogram-text.ts';

/**
 * The histograms of one interval, decoded once and packed into a single array: hundreds of thousands of small ones, as a run of
 * an hour has, would take several times the memory, and decoding them anew seconds for each window that is looked at.
 */
export class IntervalCounts {
  /** Index and count of each filled bucket in turn, one histogram after the other. */
  readonly packed: Uint32Array;
  /** Series id → where its counts begin and end. */
  readonly #places = new Map<number, readonly [from: number, to: number]>();

  constructor(interval: Pick<Interval, 'trends' | 'slowTrends'>) {
    const all: SparseCounts[] = [];
    let length = 0;
    for (const [id, , , , , encoded] of trendsOf(interval)) {
      const counts = decodeCounts(encoded);
      this.#places.set(id, [length, length + counts.length]);
      length += counts.length;
      all.push(counts);
    }
    this.packed = new Uint32Array(length);
    let at = 0;
    for (const counts of all) {
      this.packed.set(counts, at);
      at += counts.length;
    }
  }

  /** Where the counts of a series stand in `packed`; nowhere where it had no values. */
  placeOf(id: number): readonly [from: number, to: number] {
    return this.#places.get(id) ?? [0, 0];
  }

  /** Of a series; empty where it had no values. */
  of(id: number): SparseCounts {
    return this.packed.subarray(...this.placeOf(id));
  }

  /** For `forEachDelta`. */
  readonly ofTrend = ([id]: TrendDelta): SparseCounts => this.of(id);
}

/** All of an interval's trends. */
export function trendsOf({
  trends = [],
  slowTrends = [],
}: Pick<Interval, 'trends' | 'slowTrends'>): readonly TrendDelta[] {
  return slowTrends.length === 0 ? trends : [...trends, ...slowTrends];
}
