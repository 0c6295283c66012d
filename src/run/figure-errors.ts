/** How sure a figure is: its error, told from what the blocks of a run add to it. */
import { BlockSeries, type Blocks, type Pooled } from './compared-blocks.ts';
import type { ComparedFigure } from './compared-figures.ts';
import { errorsOfMean, type MeanError } from './significance.ts';

/** What each block adds to a figure; null where the figure is not there without some block. */
export type Influences = Readonly<Record<ComparedFigure | 'average', readonly number[] | null>>;

const PERCENTILES = [50, 95, 99] as const;

/** Jackknife pseudo-values less the figure: over time, they are what the figure would be the mean of. */
export function influencesOf(blocks: Blocks, key: string): Influences {
  const series = new BlockSeries(blocks.get(key) ?? []);
  const all = series.all(PERCENTILES);
  const without = Array.from({ length: series.length }, (_, index) => series.without(index, PERCENTILES));
  const of = (figure: (pooled: Pooled) => number | null): number[] | null => {
    const whole = figure(all);
    if (whole === null) return null;
    const influences: number[] = [];
    for (const rest of without) {
      const value = figure(rest);
      if (value === null) return null;
      influences.push((series.length - 1) * (whole - value));
    }
    return influences;
  };
  const percentile = (index: number): number[] | null => of(({ logs }) => logs?.[index] ?? null);
  return {
    rate: of(({ requests, blocks: n }) => (requests === 0 ? null : Math.log(requests / n))),
    failed: of(({ requests, failed }) => (requests === 0 ? null : failed / requests)),
    p50: percentile(0),
    p95: percentile(1),
    p99: percentile(2),
    average: of(({ average }) => average),
  };
}

/**
 * The errors of a change by the noise within the runs, for `pValueOfChange`; null where one block holds all of a figure.
 *
 * @param before of each repeat of the baseline, as many blocks of each
 * @param paired the same moments of all runs had the same load: they are taken as one difference
 */
export function errorsWithin(
  figure: ComparedFigure,
  before: readonly Influences[],
  after: Influences,
  paired: boolean,
): readonly MeanError[] | null {
  const seriesOf = (what: ComparedFigure | 'average'): readonly (readonly number[])[] | null => {
    const now = after[what];
    const olds = before.flatMap((influences) => (influences[what] ? [influences[what]] : []));
    if (!now || olds.length < before.length) return null;
    const old = meanSeries(olds);
    return paired ? [now.map((value, index) => value - (old[index] ?? 0))] : [old, now];
  };
  const samples = seriesOf(figure);
  const steadier = figure === 'failed' || figure === 'rate' ? 'rate' : 'average';
  return samples && errorsOfMean(samples, seriesOf(steadier) ?? samples);
}

function meanSeries(series: readonly (readonly number[])[]): readonly number[] {
  const [first, ...others] = series;
  if (!first || others.length === 0) return first ?? [];
  return first.map((value, index) => others.reduce((sum, other) => sum + (other[index] ?? 0), value) / series.length);
}
