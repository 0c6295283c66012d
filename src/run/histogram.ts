import { Int32Histogram } from 'hdr-histogram-js';
import { decodeCounts, encodeCounts, filledBuckets, type SparseCounts } from './histogram-text.ts';

export type { SparseCounts };

/**
 * Values are kept as whole multiples of 1 / TREND_SCALE: a time in ms becomes whole microseconds, any other number
 * keeps three decimals.
 */
const TREND_SCALE = 1000;

/**
 * Values at percentiles (ascending, 0 to 100) of several histograms taken as one, nearest-rank as `Histogram.percentile`, but
 * without building it: for the few values of a second. NaN when all are empty.
 */
export function sparsePercentiles(parts: readonly SparseCounts[], percentiles: readonly number[]): number[] {
  let total = 0;
  for (const part of parts) for (let i = 1; i < part.length; i += 2) total += part[i] ?? 0;
  const ranks = percentiles.map((percentile) => Math.max(1, Math.ceil((percentile / 100) * total - 1e-9)));
  const values: number[] = [];
  const at = parts.map(() => 0);
  let seen = 0;
  while (values.length < ranks.length && seen < total) {
    let lowest = Number.POSITIVE_INFINITY;
    for (const [i, part] of parts.entries()) lowest = Math.min(lowest, part[at[i] ?? 0] ?? Number.POSITIVE_INFINITY);
    for (const [i, part] of parts.entries()) {
      const position = at[i] ?? 0;
      if (part[position] !== lowest) continue;
      seen += part[position + 1] ?? 0;
      at[i] = position + 2;
    }
    while (values.length < ranks.length && (ranks[values.length] ?? Infinity) <= seen)
      values.push(valueOfIndex(lowest));
  }
  return percentiles.map((_, i) => values[i] ?? Number.NaN);
}

const scale = emptyCounts();

/** The highest value that counts in a bucket. */
export function valueOfIndex(index: number): number {
  return scale.highestEquivalentValue(scale.valueFromIndex(index)) / TREND_SCALE;
}

/** Buckets of HDR up to twice this value are one wide; above, each doubling of the value has as many of them as the one before. */
const HALF_BUCKETS = 1024;
const LARGEST_FRESH = 2 ** 31 - 1;

/**
 * An HDR histogram of numbers ≥ 0 with 3 significant digits that grows as needed. Percentiles are nearest-rank (the
 * ⌈p/100 · n⌉-th smallest value) on the quantised values, never interpolated; k6 interpolates between samples.
 */
export class Histogram {
  readonly #settled = emptyCounts();
  /** What was recorded since someone read, by HDR's indexes: a request records eight values, and each is one addition. */
  #fresh = new Int32Array();
  #freshCount = 0;

  /** Reads what `encode` wrote. Throws on anything else. */
  static decode(text: string): Histogram {
    const histogram = new Histogram();
    histogram.addSparse(decodeCounts(text));
    return histogram;
  }

  get count(): number {
    return this.#settled.totalCount + this.#freshCount;
  }

  /** Negative values count as 0: HDR histograms know none. */
  record(value: number): void {
    const scaled = value > 0 ? Math.round(value * TREND_SCALE) : 0;
    if (scaled > LARGEST_FRESH) {
      this.#settled.recordValue(scaled);
      return;
    }
    const index = indexOf(scaled);
    if (index >= this.#fresh.length) this.#makeRoomFor(index);
    this.#fresh[index] = (this.#fresh[index] ?? 0) + 1;
    this.#freshCount++;
  }

  add(other: Histogram): void {
    if (other.count > 0) this.#counts.add(other.#counts);
  }

  /**
   * The value at a percentile, 0 to 100; NaN when empty, so ask for `count` first. It is the highest value that HDR
   * counts as the same; callers who know the exact maximum cut it there.
   */
  percentile(percentile: number): number {
    return this.count === 0 ? Number.NaN : this.#counts.getValueAtPercentile(percentile) / TREND_SCALE;
  }

  /** Calls back for each filled bucket with the highest value that it stands for, in ascending order. */
  forEachBucket(visit: (value: number, count: number) => void): void {
    const filled = this.sparse();
    for (let i = 0; i + 1 < filled.length; i += 2) visit(valueOfIndex(filled[i] ?? 0), filled[i + 1] ?? 0);
  }

  /** As journals hold it. */
  encode(): string {
    return encodeCounts(this.sparse());
  }

  /** Hands over everything that was recorded and starts anew. */
  drain(): SparseCounts {
    if (this.#settled.totalCount === 0) return this.#takeFresh();
    const filled = this.sparse();
    this.#settled.reset();
    return filled;
  }

  /** What `drain` hands over, kept. */
  sparse(): SparseCounts {
    return filledBuckets(this.#counts);
  }

  addSparse(counts: SparseCounts): void {
    if (counts.length === 0) return;
    const into = this.#settled;
    const record = (at: number): void =>
      into.recordValueWithCount(into.valueFromIndex(counts[at] ?? 0), counts[at + 1] ?? 0);
    // The last one makes room for all, and the ends settle the lowest and the highest value; between them it is only adding.
    record(counts.length - 2);
    if (counts.length === 2) return;
    record(0);
    let added = 0;
    for (let i = 2; i + 3 < counts.length; i += 2) {
      const count = counts[i + 1] ?? 0;
      into.addToCountAtIndex(counts[i] ?? 0, count);
      added += count;
    }
    into.addToTotalCount(added);
    // Of values above 0 the lowest is the second one where the first is 0.
    if (counts[0] === 0 && counts.length > 4) into.updateMinAndMax(into.valueFromIndex(counts[2] ?? 0));
  }

  reset(): void {
    this.#settled.reset();
    if (this.#freshCount > 0) this.#fresh.fill(0);
    this.#freshCount = 0;
  }

  /** All that was recorded. */
  get #counts(): Int32Histogram {
    this.addSparse(this.#takeFresh());
    return this.#settled;
  }

  #takeFresh(): SparseCounts {
    if (this.#freshCount === 0) return NO_COUNTS;
    const filled: number[] = [];
    for (let index = 0, left = this.#freshCount; left > 0; index++) {
      const count = this.#fresh[index] ?? 0;
      if (count === 0) continue;
      filled.push(index, count);
      this.#fresh[index] = 0;
      left -= count;
    }
    this.#freshCount = 0;
    return Float64Array.from(filled);
  }

  #makeRoomFor(index: number): void {
    const larger = new Int32Array(2 ** Math.ceil(Math.log2(index + 1)));
    larger.set(this.#fresh);
    this.#fresh = larger;
  }
}

const NO_COUNTS: SparseCounts = new Float64Array();

/** Where HDR counts a whole number of at most `LARGEST_FRESH`. */
function indexOf(scaled: number): number {
  const doublings = Math.max(0, 21 - Math.clz32(scaled));
  return doublings * HALF_BUCKETS + (scaled >>> doublings);
}

function emptyCounts(): Int32Histogram {
  const counts = new Int32Histogram(1, 2, 3);
  counts.autoResize = true;
  return counts;
}
