/** The few robust statistics that rules need. None of them minds a few wild values. */

/** NaN without values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Of sorted copies, linear between neighbours; `q` from 0 to 1. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export interface Trend {
  /** Per unit of x: the median of the slopes of all pairs (Theil–Sen). */
  readonly slope: number;
  /** How sure it is that there is a trend at all, in standard deviations (Mann–Kendall); positive where it rises. */
  readonly z: number;
}

/** Of evenly taken values, x being their index. */
export function trendOf(values: readonly number[]): Trend {
  const n = values.length;
  if (n < 3) return { slope: 0, z: 0 };
  const slopes: number[] = [];
  let sign = 0;
  for (const [i, from] of values.entries()) {
    for (let j = i + 1; j < n; j++) {
      const difference = (values[j] ?? from) - from;
      slopes.push(difference / (j - i));
      sign += Math.sign(difference);
    }
  }
  const variance = (n * (n - 1) * (2 * n + 5)) / 18;
  const z = sign === 0 ? 0 : (sign - Math.sign(sign)) / Math.sqrt(variance);
  return { slope: median(slopes), z };
}
