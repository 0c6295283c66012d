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

/** How sure it is that evenly taken values rise (positive) or fall, in standard deviations (Mann–Kendall). */
export function trendSureness(values: readonly number[]): number {
  const n = values.length;
  if (n < 3) return 0;
  let sign = 0;
  for (const [i, from] of values.entries()) {
    for (let j = i + 1; j < n; j++) sign += Math.sign((values[j] ?? from) - from);
  }
  const variance = (n * (n - 1) * (2 * n + 5)) / 18;
  return sign === 0 ? 0 : (sign - Math.sign(sign)) / Math.sqrt(variance);
}

/** Of evenly taken values, per step: the median of the slopes of all pairs (Theil–Sen). */
export function trendSlope(values: readonly number[]): number {
  const slopes: number[] = [];
  for (const [i, from] of values.entries()) {
    for (let j = i + 1; j < values.length; j++) slopes.push(((values[j] ?? from) - from) / (j - i));
  }
  return slopes.length < 3 ? 0 : median(slopes);
}
