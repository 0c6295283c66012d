/** What each chart shows: its lines, their scale, and the same figures as text for legends and table twins. */
import type uPlot from 'uplot';
import type { Bins, ChartData, Points } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { drawGenerator, drawStackedBars, type Limit } from './drawing.ts';
import { cell, peak, rateAxis, wholeAxis } from './lane-figures.ts';
import { latencyLane } from './latency-lane.ts';
import { alpha, type ColorName, type Colors } from './theme.ts';
import { ERROR_KINDS, type ErrorKind } from '../src/run/metrics.ts';
import { errorRows, spanSeconds, totalRow } from '../src/run/tables.ts';
import { count, DASH, duration, exact, percent, rate, significant } from '../src/report/format.ts';
import { errorShort, errorTitle, showLimit } from '../src/report/words.ts';

export interface LegendKey {
  readonly label: string;
  readonly tip?: string;
  readonly color: ColorName;
  /** `ramp`: a colour from faint to full. */
  readonly shape: 'line' | 'block' | 'ramp' | 'none';
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly hatched?: boolean;
}

export interface LaneSpec<B extends Points = Bins> {
  readonly id: string;
  readonly title: string;
  readonly height: number;
  /** Pixels between two marks of the y axis. */
  readonly space: number;
  readonly limits: readonly Limit[];
  readonly canBeLogarithmic: boolean;
  /** Controls of the lane's own, before those that all have. */
  readonly tools?: readonly Node[];
  /** The lane can also be drawn as a heat map, on a logarithmic scale. */
  readonly heat?: { on: boolean };
  keys(): readonly LegendKey[];
  lines(colors: Colors): readonly uPlot.Series[];
  columns(bins: B): readonly (readonly (number | null)[])[];
  range(bins: B, logarithmic: boolean): [min: number, max: number];
  /** Text of a mark on the y axis; null: no axis. */
  readonly axis: ((value: number) => string) | null;
  draw?(u: uPlot, bins: B, colors: Colors): void;
  /** One text for each key: at a point … */
  at(bins: B, index: number): readonly string[];
  /** … and over the whole window. */
  over(bins: B): readonly string[];
  /** The table behind the chart, where it isn't the legend's figures over time. */
  twin?(bins: B): { readonly labels: readonly string[]; at(index: number): readonly string[] };
  /** Nothing to draw: the lane is left out. */
  empty?(bins: B): boolean;
}

const KIND_STYLE: Readonly<Record<ErrorKind, { readonly color: ColorName; readonly hatched: boolean }>> = {
  '4xx': { color: 'yellow', hatched: false },
  '5xx': { color: 'red', hatched: false },
  expectation: { color: 'purple', hatched: false },
  timeout: { color: 'blue', hatched: true },
  connect: { color: 'orange', hatched: true },
  reset: { color: 'purple', hatched: true },
  dns: { color: 'green', hatched: true },
  tls: { color: 'yellow', hatched: true },
  protocol: { color: 'dim', hatched: true },
};

export function createLanes(context: ViewContext, data: ChartData): LaneSpec[] {
  return [
    loadLane(data),
    throughputLane(context),
    errorsLane(context),
    latencyLane(context),
    connectionsLane(),
    generatorLane(),
  ];
}

const nothing = { limits: [], canBeLogarithmic: false } as const;

function loadLane(data: ChartData): LaneSpec {
  const arrivals = data.loadUnit === 'iterations/s';
  const show = (value: number): string => (arrivals ? `${significant(value)}/s` : count(Math.round(value)));
  return {
    ...nothing,
    id: 'load',
    title: 'Load',
    height: 70,
    space: 22,
    keys: () => [
      { label: arrivals ? 'iterations' : 'active VUs', color: 'blue', shape: 'line' },
      { label: 'planned', color: 'dim', shape: 'line', width: 1, dash: [4, 3] },
      ...(data.drops
        ? [{ label: 'dropped', tip: 'Due, but no VU was free', color: 'red', shape: 'line', dash: [5, 2] } as const]
        : []),
    ],
    lines: (colors) => [
      { stroke: colors.blue, width: 1.5, fill: alpha(colors.blue, 0.12) },
      { stroke: colors.dim, width: 1, dash: [4, 3] },
      { stroke: colors.red, width: 1.25, dash: [5, 2], fill: alpha(colors.red, 0.16) },
    ],
    columns: (bins) => [bins.active, bins.planned, data.drops ? bins.dropped : bins.dropped.map(() => null)],
    range: (bins) => [0, (peak([bins.active, bins.planned, bins.dropped]) || 1) * 1.1],
    axis: wholeAxis,
    at: (bins, index) => [
      cell(bins.active[index], show),
      cell(bins.planned[index], show),
      cell(bins.dropped[index], (value) => `${significant(value)}/s`),
    ],
    over: (bins) => [
      `${show(peak([bins.active]))} max`,
      `${show(peak([bins.planned]))} max`,
      `${significant(peak([bins.dropped]))}/s max`,
    ],
  };
}

function throughputLane(context: ViewContext): LaneSpec {
  const failedRate = (value: number): string => (value === 0 ? '0' : rate(value));
  return {
    ...nothing,
    id: 'throughput',
    title: 'Throughput',
    height: 84,
    space: 24,
    limits: throughputLimits(context),
    keys: () => [
      { label: 'all', color: 'blue', shape: 'line', width: 1.75 },
      { label: 'failed', color: 'red', shape: 'line', dash: [5, 2] },
    ],
    lines: (colors) => [
      { stroke: colors.blue, width: 1.75 },
      { stroke: colors.red, width: 1.25, dash: [5, 2], fill: alpha(colors.red, 0.16) },
    ],
    // A line of zeros along the axis says nothing that its absence does not.
    columns: (bins) => [bins.requests, peak([bins.failed]) > 0 ? bins.failed : bins.failed.map(() => null)],
    range: (bins) => [0, (peak([bins.requests]) || 1) * 1.12],
    axis: rateAxis,
    at: (bins, index) => [cell(bins.requests[index], rate), cell(bins.failed[index], failedRate)],
    over: () => {
      const total = totalRow(context.run, context.window);
      const seconds = spanSeconds(context.run, context.window);
      if (seconds === 0) return [DASH, DASH];
      return [rate(total?.perSecond ?? 0), failedRate((total?.failed ?? 0) / seconds)];
    },
  };
}

/** Targets for the rate of all requests. */
function throughputLimits({ run }: ViewContext): Limit[] {
  return (run.plan?.thresholds ?? []).flatMap((threshold) => {
    const { metric, tags, condition } = threshold;
    const all = metric === 'http_reqs' && Object.keys(tags).length === 0 && condition.method === 'rate';
    return all && condition.operator.startsWith('>')
      ? [{ label: `target ${showLimit(threshold)}`, at: condition.limit }]
      : [];
  });
}

function errorsLane(context: ViewContext): LaneSpec {
  const kinds = (): ErrorKind[] => {
    const seen = new Set(errorRows(context.run).map(({ kind }) => kind));
    return ERROR_KINDS.filter((kind) => seen.has(kind));
  };
  return {
    ...nothing,
    id: 'errors',
    title: 'Errors',
    height: 64,
    space: 22,
    empty: () => kinds().length === 0,
    keys: () => {
      const rows = errorRows(context.run);
      return kinds().map((kind) => {
        const titles = [...new Set(rows.filter((row) => row.kind === kind).map(errorTitle))];
        const shorts = [...new Set(rows.filter((row) => row.kind === kind).map(errorShort))];
        const [only] = shorts;
        const label = shorts.length === 1 && only !== undefined ? only : kind;
        return { label, tip: titles.join(', '), shape: 'block', ...KIND_STYLE[kind] };
      });
    },
    lines: () => [{ paths: () => null }],
    columns: (bins) => [bins.failed],
    range: (bins) => [0, Math.max(peak([bins.failed]) * 1.15, 0.2)],
    axis: (value) => (value >= 1000 ? `${exact(value / 1000)}k` : String(Math.round(value * 100) / 100)),
    draw: (u, bins, colors) => {
      drawStackedBars(
        u,
        bins,
        kinds().map((kind) => ({
          values: bins.kinds[kind],
          color: colors[KIND_STYLE[kind].color],
          hatched: KIND_STYLE[kind].hatched,
        })),
      );
    },
    at: (bins, index) =>
      kinds().map((kind) => cell(bins.kinds[kind][index], (value) => (value === 0 ? '0' : `${significant(value)}/s`))),
    over: () => {
      const rows = errorRows(context.run, context.window);
      return kinds().map((kind) =>
        count(rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0)),
      );
    },
  };
}

function connectionsLane(): LaneSpec {
  const show = (value: number): string => count(Math.round(value));
  return {
    ...nothing,
    id: 'connections',
    title: 'Connections',
    height: 54,
    space: 22,
    empty: (bins) => peak([bins.connections]) === 0,
    keys: () => [{ label: 'open', tip: 'Sockets to all hosts', color: 'green', shape: 'line', width: 1.5 }],
    lines: (colors) => [{ stroke: colors.green, width: 1.5, fill: alpha(colors.green, 0.12) }],
    columns: (bins) => [bins.connections],
    range: (bins) => [0, (peak([bins.connections]) || 1) * 1.12],
    axis: wholeAxis,
    at: (bins, index) => [cell(bins.connections[index], show)],
    over: (bins) => [`${show(peak([bins.connections]))} max`],
  };
}

function generatorLane(): LaneSpec {
  return {
    ...nothing,
    id: 'generator',
    title: 'Generator',
    height: 30,
    space: 26,
    keys: () => [
      {
        label: 'event loop p99',
        tip: 'Low: healthy. Half high and hatched: strained. Full height: saturated, latencies include the generator’s own delay.',
        color: 'green',
        shape: 'block',
      },
      { label: 'CPU', tip: 'Of the busiest worker', color: 'dim', shape: 'none' },
    ],
    lines: () => [{ paths: () => null }],
    columns: (bins) => [bins.loopDelayMs],
    range: () => [0, 1],
    axis: null,
    draw: (u, bins, colors) => drawGenerator(u, bins, colors),
    at: (bins, index) => [cell(bins.loopDelayMs[index], duration), cell(bins.cpu[index], percent)],
    over: (bins) =>
      bins.generator.every((state) => state === null)
        ? [DASH, DASH]
        : [`${duration(peak([bins.loopDelayMs]))} max`, `${percent(peak([bins.cpu]))} max`],
  };
}
