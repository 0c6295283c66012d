/** Latency over time: percentiles as lines, or all of it as a heat map. */
import type { Bins } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { drawHeat, type Limit } from './drawing.ts';
import { rowStartMs, ROWS_PER_DECADE } from './heat-map.ts';
import { cell, latencyAxis, peak, trough } from './lane-figures.ts';
import type { LaneSpec, LegendKey } from './lanes.ts';
import { totalRow } from '../src/run/tables.ts';
import { count, duration, exact } from '../src/report/format.ts';

const PERCENTILES = [50, 95, 99] as const;

const LINES: readonly LegendKey[] = [
  { label: 'p50', color: 'blue', shape: 'line', width: 1.25 },
  { label: 'p95', color: 'purple', shape: 'line', width: 2 },
  { label: 'p99', color: 'orange', shape: 'line', width: 1.25, dash: [5, 3] },
];

const HEAT: readonly LegendKey[] = [
  { label: 'requests', tip: 'The fuller the colour, the more requests took that long', color: 'blue', shape: 'ramp' },
  ...LINES.map(({ label }) => ({ label, color: 'dim', shape: 'none' }) as const),
];

export function latencyLane(context: ViewContext): LaneSpec {
  const heat = { on: false };
  const percentilesAt = (bins: Bins, index: number): string[] =>
    [bins.p50, bins.p95, bins.p99].map((column) => cell(column[index], duration));
  return {
    id: 'latency',
    title: 'Latency',
    height: 148,
    space: 26,
    limits: latencyLimits(context),
    canBeLogarithmic: true,
    heat,
    keys: () => (heat.on ? HEAT : LINES),
    // The p99 is the restless one: it is drawn behind the others.
    lines: (colors) =>
      heat.on
        ? [{ paths: () => null }, { paths: () => null }, { paths: () => null }]
        : [
            { stroke: colors.orange, width: 1.25, dash: [5, 3] },
            { stroke: colors.blue, width: 1.25 },
            { stroke: colors.purple, width: 2 },
          ],
    columns: (bins) => [bins.p99, bins.p50, bins.p95],
    range: (bins, logarithmic) => {
      const rows = heat.on ? bins.heat().rows : null;
      if (rows) return [rowStartMs(rows.from), rowStartMs(Math.max(rows.to + 1, rows.from + ROWS_PER_DECADE))];
      const high = peak([bins.p99]);
      if (logarithmic) return [trough(bins.p50) * 0.75 || 0.1, high * 1.4 || 10];
      return [0, high * 1.12 || 10];
    },
    axis: latencyAxis,
    draw: (u, bins, colors) => {
      if (heat.on) drawHeat(u, bins, colors);
    },
    at: (bins, index) => {
      const texts = percentilesAt(bins, index);
      return heat.on ? [cell(requestsAt(bins, index), count), ...texts] : texts;
    },
    over: () => {
      const total = totalRow(context.run, context.window)?.duration;
      const texts = PERCENTILES.map((percentile) => cell(total?.percentile(percentile) ?? null, duration));
      return heat.on ? [count(total?.count ?? 0), ...texts] : texts;
    },
    twin: (bins) => {
      if (!heat.on) return { labels: LINES.map(({ label }) => label), at: (index) => percentilesAt(bins, index) };
      const ranges = rangesOf(bins);
      return {
        labels: ranges.map(
          ({ from, to }) => `${duration(rowStartMs(from), round)} to ${duration(rowStartMs(to), round)}`,
        ),
        at: (index) => ranges.map(({ from, to }) => count(requestsIn(bins, index, from, to))),
      };
    },
  };
}

/** The rows of a heat map in steps that can be read as a table: 1, 2, 5, 10 … of each decade. */
function rangesOf(bins: Bins): { readonly from: number; readonly to: number }[] {
  const { rows } = bins.heat();
  if (!rows) return [];
  // 10^0.3 is 2 and 10^0.7 is 5, near enough.
  const starts: number[] = [];
  for (let row = Math.floor(rows.from / ROWS_PER_DECADE) * ROWS_PER_DECADE; row <= rows.to; row += ROWS_PER_DECADE)
    starts.push(row, row + 3, row + 7);
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? from + 3 }))
    .filter(({ from, to }) => to > rows.from && from <= rows.to);
}

function requestsIn(bins: Bins, index: number, from: number, to: number): number {
  let sum = 0;
  for (const [row, n] of bins.heat().columns[index] ?? []) if (row >= from && row < to) sum += n;
  return sum;
}

function requestsAt(bins: Bins, index: number): number | null {
  return bins.requests[index] === null
    ? null
    : requestsIn(bins, index, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

function round(value: number): string {
  return exact(Number(value.toPrecision(1)));
}

/** Targets that hold for the latency of all requests; those of a single endpoint would say nothing about these lines. */
function latencyLimits({ run }: ViewContext): Limit[] {
  return (run.plan?.thresholds ?? []).flatMap(({ metric, tags, condition }) => {
    const percentile = condition.method === 'med' ? 50 : condition.percentile;
    const upper = condition.operator === '<' || condition.operator === '<=';
    const all = metric === 'http_req_duration' && Object.keys(tags).length === 0;
    return all && upper && percentile !== null
      ? [{ label: `p${percentile} ${duration(condition.limit, exact)}`, at: condition.limit }]
      : [];
  });
}

/** A percentage axis and a tail that would flatten everything else: then a logarithmic scale is the better start. */
export function wantsLogarithm(bins: Bins): boolean {
  return bins.p99.some((p99, index) => p99 !== null && p99 > 15 * (bins.p50[index] ?? p99));
}
