/** Statistics of comparisons: the error of what wanders over time, Student's t and Holm's correction. Pure. */

/** mulberry32: numbers in [0, 1) that are the same each time. */
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

/** The error of a mean, and how many independent values it is as good as told from. */
export interface MeanError {
  readonly size: number;
  readonly degrees: number;
}

/**
 * The errors of the mean of values that follow one another in time. Such values wander: a slow moment is followed by another one, and a spread
 * that took them for independent would call moods changes. Two ways of telling how much that is worth are asked, and whoever judges by them
 * believes the one that doubts more: what each value has of the one before, and how much of the spread is in slow swings. Each alone is fooled by
 * some kinds of moods.
 *
 * @param samples the values of each run, or one series of differences where moments belong together
 * @param moods of each sample a steadier series of the same moments: in one that is noisy, what neighbours share is hard to see
 */
export function errorsOfMean(
  samples: readonly (readonly number[])[],
  moods: readonly (readonly number[])[] = samples,
): readonly MeanError[] {
  const byNeighbours = combined(samples.map((values, index) => errorByNeighbours(values, moods[index] ?? values)));
  return [byNeighbours, combined(samples.map(errorBySwings))];
}

/** The p-value of a change by the error that doubts it most. */
export function pValueOfChange(change: number, errors: readonly MeanError[]): number {
  if (change === 0) return 1;
  return Math.max(...errors.map(({ size, degrees }) => pValueOfT(change / size, degrees)));
}

/** How far repeats are taken to lie apart before any of them was made counts as much as this many more of them. */
const PRIOR_DEGREES = 4;

/**
 * The error of the difference between a run and the mean of several repeats of another one, from what the repeats differ by. Two or three of them
 * say little about that (two that happen to agree would make any change look sure), so what they say is weighed against what runs usually
 * differ by: a variance moderated by a prior (Smyth 2004, whose genes are our figures).
 *
 * @param repeats what each repeat measured, two at least
 * @param usual by what repeats usually differ, a standard deviation
 * @param within the error of the same difference by the noise within the runs, which the prior must not undercut
 */
export function errorBetweenRepeats(repeats: readonly number[], usual: number, within: number): MeanError {
  const known = repeats.length - 1;
  const squares = deviationsOf(repeats).reduce((sum, value) => sum + value * value, 0);
  const ofDifference = 1 + 1 / repeats.length;
  const prior = PRIOR_DEGREES * (ofDifference * usual * usual + within * within);
  const degrees = PRIOR_DEGREES + known;
  return { size: Math.sqrt((prior + ofDifference * squares) / degrees), degrees };
}

/** With fewer, not even a half of a latency could be told from noise. */
const FEWEST_DEGREES = 6;
const MOST_SWINGS = 6;
const MOST_LIKENESS = 9 / 11;

/** The spread of the values, made larger by what neighbours share; as many times fewer values tell something. */
function errorByNeighbours(values: readonly number[], mood: readonly number[]): MeanError {
  const n = values.length;
  const r = Math.max(likeness(values), likeness(mood));
  const inflation = (1 + r) / (1 - r);
  const deviations = deviationsOf(values);
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  return {
    size: Math.sqrt((squares / (n - 1) / n) * inflation),
    degrees: Math.max(FEWEST_DEGREES, n / inflation - 1),
  };
}

/** The correlation of each value with the next, from 0 to what makes a variance ten times as large, without its bias in short series (Marriott and Pope 1954). */
function likeness(values: readonly number[]): number {
  const n = values.length;
  const deviations = deviationsOf(values);
  const squares = deviations.reduce((sum, value) => sum + value * value, 0);
  if (squares === 0 || n <= 4) return 0;
  const shared = deviations.reduce((sum, value, index) => sum + value * (deviations[index + 1] ?? 0), 0);
  return Math.min(MOST_LIKENESS, Math.max(0, ((n * shared) / squares + 1) / (n - 4)));
}

function deviationsOf(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/**
 * The error by the slowest cosines that the values are made of, equally weighted (Müller 2007; Lazarus, Lewis, Stock and Watson 2018). What
 * outlasts a value is in those.
 */
function errorBySwings(values: readonly number[]): MeanError {
  const n = values.length;
  const swings = Math.min(MOST_SWINGS, Math.floor(n / 2));
  let squares = 0;
  for (let swing = 1; swing <= swings; swing++) {
    const part = values.reduce((sum, value, at) => sum + value * Math.cos((Math.PI * swing * (at + 0.5)) / n), 0);
    squares += (2 / n) * part * part;
  }
  return { size: Math.sqrt(squares / swings / n), degrees: swings };
}

/** Of a difference of means (Welch and Satterthwaite). */
function combined(errors: readonly MeanError[]): MeanError {
  const [only] = errors;
  if (only && errors.length === 1) return only;
  const variance = errors.reduce((sum, { size }) => sum + size ** 2, 0);
  const spread = errors.reduce((sum, { size, degrees }) => sum + size ** 4 / degrees, 0);
  return { size: Math.sqrt(variance), degrees: spread === 0 ? FEWEST_DEGREES : variance ** 2 / spread };
}

/**
 * The two-sided p-value of Student's t, by its normalising transformation (Wallace 1959), which is off by less than 0.002 from
 * 3 degrees of freedom on.
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
