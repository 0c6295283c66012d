/** Statistics of comparisons: seeded draws, Student's t and Holm's correction. Pure. */

/** mulberry32: a generator of numbers in [0, 1) that a comparison repeats exactly. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How often each of `n` blocks is drawn in `n` draws with replacement. */
export function drawnTimes(n: number, random: () => number): Uint16Array {
  const times = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const block = Math.floor(random() * n);
    times[block] = (times[block] ?? 0) + 1;
  }
  return times;
}

export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
}

/**
 * By how much neighbours that are alike make the variance of a mean larger than that of independent values: (1 + r) / (1 − r), with the
 * correlation r of each value with the next, corrected for its bias in short series (Kendall 1954). Between 1 and 10.
 */
export function varianceInflation(values: readonly number[]): number {
  const n = values.length;
  if (n < 4) return 1;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviations = values.map((value) => value - mean);
  const variance = deviations.reduce((sum, value) => sum + value * value, 0);
  if (variance === 0) return 1;
  const shared = deviations.reduce((sum, value, index) => sum + value * (deviations[index + 1] ?? 0), 0);
  const found = shared / variance;
  const r = Math.min(9 / 11, Math.max(0, found + (1 + 3 * found) / n));
  return (1 + r) / (1 - r);
}

/**
 * The two-sided p-value of Student's t, by its normalising transformation (Wallace 1959), which is off by less than 0.002 from
 * 5 degrees of freedom on.
 */
export function pValueOfT(t: number, degrees: number): number {
  const size = Math.abs(t);
  if (!Number.isFinite(size)) return 0;
  const z = ((8 * degrees + 1) / (8 * degrees + 3)) * Math.sqrt(degrees * Math.log(1 + (size * size) / degrees));
  return complementaryError(z / Math.SQRT2);
}

/**
 * Which hypotheses are rejected at a family-wise error rate: Holm's step-down, which holds whatever the dependence between the tests
 * (endpoints of one server are anything but independent).
 */
export function holm(pValues: readonly number[], alpha: number): boolean[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const rejected = pValues.map(() => false);
  for (const [rank, { p, index }] of order.entries()) {
    if (p > alpha / (order.length - rank)) break;
    rejected[index] = true;
  }
  return rejected;
}

/** erfc of x ≥ 0 with a relative error below 1.2e-7 (Chebyshev fit of Numerical Recipes, 6.2.2). */
function complementaryError(x: number): number {
  const t = 1 / (1 + x / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const polynomial = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + polynomial);
}
