import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64, type Histogram } from 'hdr-histogram-js';

/** A second of the target's own record: from when, in Unix ms, and how long answers took, as a compressed histogram. */
export type DelaySecond = readonly [fromMs: number, histogram: string];

const SECOND_MS = 1000;

/** How long answers took, in µs, by the second in which they left. */
export class DelayRecord {
  readonly #seconds = new Map<number, Histogram>();

  record(unixMs: number, durationMs: number): void {
    const second = Math.floor(unixMs / SECOND_MS);
    let histogram = this.#seconds.get(second);
    if (!histogram) this.#seconds.set(second, (histogram = emptyHistogram()));
    histogram.recordValue(Math.round(durationMs * 1000));
  }

  reset(): void {
    this.#seconds.clear();
  }

  encoded(): DelaySecond[] {
    return [...this.#seconds].map(([second, histogram]) => [second * SECOND_MS, encodeIntoCompressedBase64(histogram)]);
  }
}

/** A percentile in ms over the seconds that lie wholly between two Unix times; null where there is nothing. */
export function delayPercentile(
  seconds: readonly DelaySecond[],
  percentile: number,
  fromMs = 0,
  toMs = Number.POSITIVE_INFINITY,
): number | null {
  const total = emptyHistogram();
  for (const [at, encoded] of seconds) {
    if (at >= fromMs && at + SECOND_MS <= toMs) total.add(decodeFromCompressedBase64(encoded));
  }
  return total.totalCount === 0 ? null : total.getValueAtPercentile(percentile) / 1000;
}

function emptyHistogram(): Histogram {
  return build({ numberOfSignificantValueDigits: 3, autoResize: true });
}
