/** The few robust statistics that rules need. None of them minds a few wild values. */

/** NaN without values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between neighbours; `q` from 0 to 1. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) return Number.NaN;
  const parted = Float64Array.from(values);
  const at = (parted.length - 1) * q;
  const rank = Math.floor(at);
  const low = selected(parted, rank);
  let high = rank + 1 < parted.length ? Number.POSITIVE_INFINITY : low;
  // What stands behind the selected one is not below it.
  for (let i = rank + 1; i < parted.length; i++) high = Math.min(high, parted[i] ?? high);
  return at === rank ? low : low + (high - low) * (at - rank);
}

/** The value that would stand at a place if they were sorted (Hoare's selection: sorting all of them takes several times as long). */
function selected(values: Float64Array, place: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? Number.NaN;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((values[low] ?? pivot) < pivot) low++;
      while ((values[high] ?? pivot) > pivot) high--;
      if (low > high) break;
      const swapped = values[low] ?? pivot;
      values[low++] = values[high] ?? pivot;
      values[high--] = swapped;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place] ?? Number.NaN;
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
