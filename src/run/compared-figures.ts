/** The figures that a comparison tells of each subject, and the scale on which changes of them are judged. */
import type { Gathered, SubjectKind } from './compared-blocks.ts';

export const COMPARED_FIGURES = ['rate', 'failed', 'p50', 'p95', 'p99'] as const;
/** Requests per second; share of failures that the scenario does not tolerate, 0 to 1; latencies or values of a trend. */
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/** A change is a difference on this scale: of times and rates a factor, of a share of failures points. */
export interface FigureScale {
  readonly of: (value: number) => number;
  readonly back: (scaled: number) => number;
  /** By what repeats of a run usually differ, as a standard deviation. */
  readonly usualSpread: number;
}

const FACTORS: FigureScale = {
  of: (value) => Math.log(Math.max(value, 0.001)),
  back: Math.exp,
  usualSpread: Math.log(1.05),
};
const SHARES: FigureScale = { of: (share) => share, back: (share) => share, usualSpread: 0.001 };

export function scaleOf(figure: ComparedFigure): FigureScale {
  return figure === 'failed' ? SHARES : FACTORS;
}

/** A trend of the scenario's own has no requests. */
export function figuresOf(kind: SubjectKind): readonly ComparedFigure[] {
  return kind === 'metric' ? COMPARED_FIGURES.filter((figure) => PERCENTILES[figure] !== null) : COMPARED_FIGURES;
}

const PERCENTILES: Readonly<Record<ComparedFigure, number | null>> = {
  rate: null,
  failed: null,
  p50: 50,
  p95: 95,
  p99: 99,
};

/** null: not measured. */
export function figureValue(
  figure: ComparedFigure,
  { requests, failed, trend }: Gathered,
  elapsedMs: number,
): number | null {
  switch (figure) {
    case 'rate':
      return elapsedMs > 0 ? (requests * 1000) / elapsedMs : null;
    case 'failed':
      return requests === 0 ? null : failed / requests;
    default:
      return trend.percentile(PERCENTILES[figure] ?? 0);
  }
}

/** Of requests, at least so many … */
const FEWEST_REQUESTS = 20;
/** … and so many samples beyond a percentile. */
const FEWEST_BEYOND = 5;

/** Whether there are enough samples to judge a figure by. */
export function hasEnough(figure: ComparedFigure, { requests, trend }: Gathered): boolean {
  const percentile = PERCENTILES[figure];
  return percentile === null ? requests >= FEWEST_REQUESTS : trend.count * (1 - percentile / 100) >= FEWEST_BEYOND;
}

/** Beyond so large a difference of the shares of failures … */
const APART = 0.05;
/** … or where so many requests failed, times are of another thing. */
const MOSTLY = 0.5;

/** Of all requests, what the scenario tolerates included: 0 where there were none. */
export function failingShare({ requests, failed, tolerated }: Gathered): number {
  return requests === 0 ? 0 : (failed + tolerated) / requests;
}

/**
 * Whether a figure tells of the failures rather than of the service: a refusal is quicker than an answer, and who is refused comes again sooner.
 * Failures that make a run slower (timeouts) are no such thing.
 *
 * @param change on the figure's scale
 */
export function isOfFailures(figure: ComparedFigure, change: number, before: number, after: number): boolean {
  if (figure === 'failed') return false;
  if (Math.max(before, after) > MOSTLY) return true;
  const moreIsQuicker = (figure === 'rate' ? change > 0 : change < 0) === after > before;
  return Math.abs(after - before) > APART && moreIsQuicker;
}
