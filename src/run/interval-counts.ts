import type { Interval, TrendDelta } from './events.ts';
import { decodeCounts, type SparseCounts } from './histogram-text.ts';

/**
 * The histograms of one interval, decoded once and packed into a single array: hundreds of thousands of small ones, as a run of
 * an hour has, would take several times the memory, and decoding them anew seconds for each window that is looked at.
 */
export class IntervalCounts {
  readonly #packed: Uint32Array;
  /** Series id → where its counts begin and end. */
  readonly #places = new Map<number, readonly [from: number, to: number]>();

  constructor({ trends, slowTrends }: Pick<Interval, 'trends' | 'slowTrends'>) {
    const all: SparseCounts[] = [];
    let length = 0;
    for (const [id, , , , , encoded] of [...(trends ?? []), ...(slowTrends ?? [])]) {
      const counts = decodeCounts(encoded);
      this.#places.set(id, [length, length + counts.length]);
      length += counts.length;
      all.push(counts);
    }
    this.#packed = new Uint32Array(length);
    let at = 0;
    for (const counts of all) {
      this.#packed.set(counts, at);
      at += counts.length;
    }
  }

  /** Of a series; empty where it had no values. */
  of(id: number): SparseCounts {
    const [from, to] = this.#places.get(id) ?? [0, 0];
    return this.#packed.subarray(from, to);
  }

  /** For `forEachDelta`. */
  readonly ofTrend = ([id]: TrendDelta): SparseCounts => this.of(id);
}
