import { valueOfIndex, type SparseCounts } from './histogram.ts';

/** What is being drained: one for all, as windows drain hundreds. */
let filled = new Float64Array(4096);

/**
 * Adds up histograms bucket by bucket. Points of charts and windows of tables are sums of thousands of small ones: one array that is
 * used again and again does that many times faster than a `Histogram` for each.
 */
export class BucketSums {
  #counts = new Float64Array(8192);
  #lowest = Number.POSITIVE_INFINITY;
  #highest = -1;
  #total = 0;

  /** How many values are in it. */
  get total(): number {
    return this.#total;
  }

  /** Adds what stands between two places of packed counts (index and count in turn); all of them unless said. */
  add(packed: SparseCounts, from = 0, to = packed.length): void {
    if (to <= from) return;
    const first = packed[from] ?? 0;
    const last = packed[to - 2] ?? 0;
    if (first < this.#lowest) this.#lowest = first;
    if (last > this.#highest) this.#highest = last;
    if (last >= this.#counts.length) this.#grow(last);
    const counts = this.#counts;
    let total = 0;
    for (let at = from; at + 1 < to; at += 2) {
      const index = packed[at] ?? 0;
      const count = packed[at + 1] ?? 0;
      counts[index] = (counts[index] ?? 0) + count;
      total += count;
    }
    this.#total += total;
  }

  /** Values at percentiles (ascending, 0 to 100), nearest-rank as `Histogram.percentile`; NaN when empty. */
  percentiles(percentiles: readonly number[]): number[] {
    const total = this.#total;
    const values: number[] = [];
    let seen = 0;
    let index = this.#lowest - 1;
    for (const percentile of percentiles) {
      const rank = Math.max(1, Math.ceil((percentile / 100) * total - 1e-9));
      while (seen < rank && index < this.#highest) seen += this.#counts[++index] ?? 0;
      values.push(total === 0 ? Number.NaN : valueOfIndex(index));
    }
    return values;
  }

  /** Hands over what was added up and starts anew. */
  drain(): SparseCounts {
    const most = 2 * (this.#highest - this.#lowest + 1);
    if (most > filled.length) filled = new Float64Array(2 * most);
    const counts = this.#counts;
    let end = 0;
    for (let index = this.#lowest; index <= this.#highest; index++) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      filled[end++] = index;
      filled[end++] = count;
    }
    this.reset();
    return filled.slice(0, end);
  }

  reset(): void {
    if (this.#highest >= 0) this.#counts.fill(0, this.#lowest, this.#highest + 1);
    this.#lowest = Number.POSITIVE_INFINITY;
    this.#highest = -1;
    this.#total = 0;
  }

  #grow(index: number): void {
    const counts = new Float64Array(Math.max(index + 1, 2 * this.#counts.length));
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
