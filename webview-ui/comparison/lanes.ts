import type uPlot from 'uplot';
import { toggleButton, h } from '../dom.ts';
import { cell, latencyAxis, peak, rateAxis, trough, wholeAxis } from '../lane-figures.ts';
import type { LaneSpec, LegendKey } from '../lanes.ts';
import type { Colors } from '../theme.ts';
import type { ComparedBins, RunColumns, RunFigures } from './compared-points.ts';
import type { ComparisonContext } from './context.ts';
import { runMark, type RunMark } from './run-marks.ts';
import type { RunsComparison } from '../../src/report/comparison-model.ts';
import { scaleOf, type FigureScale } from '../../src/run/compared-figures.ts';
import { change, count, duration, exact, percent, points, rate, significant } from '../../src/report/format.ts';

export const PERCENTILES = [50, 90, 95, 99, 100] as const;
const USUAL_PERCENTILE = 95;

type Spec = LaneSpec<ComparedBins>;

/** A figure that all runs have a line of. */
interface Figure {
  readonly columnOf: (columns: RunColumns) => readonly (number | null)[];
  readonly overOf: (figures: RunFigures) => number | null;
  readonly text: (value: number) => string;
  readonly changeText: (before: number, after: number) => string;
  /** On which repeats are averaged. */
  readonly scale: FigureScale;
}

/** The lanes of a comparison: a line a run. `chosen`: another percentile was. */
export function createComparedLanes(context: ComparisonContext, chosen: () => void): Spec[] {
  const { comparison, points: measured } = context;
  const marks = comparison.runs.map((_, index) => runMark(index));
  const arrivals = comparison.loadUnit === 'iterations/s';
  const latency = latencyFigure(context);
  return [
    lane('load', arrivals ? 'Iterations' : 'VUs', 64, loadFigure(arrivals), {
      axis: wholeAxis,
    }),
    lane('rate', 'Throughput', 84, rateFigure(), {
      axis: rateAxis,
    }),
    lane('failed', 'Failed', 64, failedFigure(), {
      axis: (value) => `${exact(Number((value * 100).toPrecision(6)))}\u00a0%`,
      range: (bins) => [0, Math.max(0.001, highest(bins, failedFigure()) * 1.15)],
    }),
    lane('latency', 'Latency', 148, latency, {
      canBeLogarithmic: true,
      tools: [percentileTools()],
      axis: latencyAxis,
      range: (bins, logarithmic) => {
        const high = highest(bins, latency);
        if (!logarithmic) return [0, high * 1.12 || 10];
        const low = Math.min(...bins.runs.map((run) => trough(latency.columnOf(run))).filter((value) => value > 0));
        return [Number.isFinite(low) ? low * 0.75 : 0.1, high * 1.4 || 10];
      },
      twin: (bins) => ({
        labels: marks.map(({ letter }) => `${letter} ${percentileTitle(percentileOf(context))}`),
        at: (index) => bins.runs.map((run) => cell(latency.columnOf(run)[index], latency.text)),
      }),
    }),
  ];

  function lane(id: string, title: string, height: number, figure: Figure, rest: Partial<Spec>): Spec {
    return {
      id,
      title,
      height,
      space: height > 100 ? 26 : 22,
      limits: [],
      canBeLogarithmic: false,
      keys,
      lines: (colors) =>
        marks.map(({ color, dash, width }) => ({
          stroke: colors[color],
          width,
          ...(dash.length > 0 && { dash: [...dash] }),
        })),
      columns: (bins) => bins.runs.map(figure.columnOf),
      range: (bins) => [0, highest(bins, figure) * 1.12 || 1],
      axis: null,
      draw: (u, bins, colors) => drawLetters(u, bins, figure, colors),
      at: (bins, index) =>
        withChanges(
          figure,
          bins.runs.map((run) => figure.columnOf(run)[index] ?? null),
          comparison,
        ),
      over: () =>
        withChanges(
          figure,
          marks.map((_, run) => figure.overOf(measured.over(run, windowOf(context)))),
          comparison,
        ),
      ...rest,
    };
  }

  function keys(): LegendKey[] {
    return marks.map(({ letter, color, dash, width }, run) => ({
      label: letter,
      color,
      shape: 'line',
      width,
      ...(dash.length > 0 && { dash }),
      ...(comparison.runs[run] && { tip: comparison.runs[run].name }),
    }));
  }

  /** Each run's letter where its line ends: who sees no colours follows the line to it. */
  function drawLetters(u: uPlot, bins: ComparedBins, figure: Figure, colors: Colors): void {
    const { ctx: pen, bbox } = u;
    const line = 10 * devicePixelRatio;
    const ends = bins.runs.flatMap((run, index): LineEnd[] => {
      const column = figure.columnOf(run);
      const last = column.findLastIndex((value) => value !== null);
      const value = column[last];
      const mark = marks[index];
      if (value === null || value === undefined || !mark) return [];
      const x = u.valToPos(bins.t[last] ?? 0, 'x', true);
      return [{ mark, x, y: u.valToPos(value, 'y', true) }];
    });
    pen.save();
    pen.font = colors.font.replace('11px', `bold ${10 * devicePixelRatio}px`);
    pen.textBaseline = 'middle';
    // Letters of lines that end at the same time stand one under the other.
    for (const column of byColumn(ends, 2 * line)) {
      let free = bbox.top + line / 2;
      for (const [index, { mark, x, y }] of column.entries()) {
        const room = bbox.top + bbox.height - (column.length - 1 - index) * line - line / 2;
        const at = Math.max(Math.min(Math.max(y, free), room), free);
        free = at + line;
        pen.fillStyle = colors[mark.color];
        pen.fillText(mark.letter, x + 4 * devicePixelRatio, at);
      }
    }
    pen.restore();
  }

  function percentileTools(): HTMLElement {
    const buttons = PERCENTILES.map((percentile) => {
      const title = percentileTitle(percentile);
      const button = toggleButton(`Latency: ${title}`, title, () => {
        context.keepUi({ percentile });
        show();
        chosen();
      });
      return { percentile, button };
    });
    const show = (): void => {
      for (const { percentile, button } of buttons)
        button.setAttribute('aria-pressed', String(percentile === percentileOf(context)));
    };
    show();
    return h(
      'div',
      { class: 'tools', attributes: { role: 'group', 'aria-label': 'Percentile of the latencies' } },
      buttons.map(({ button }) => button),
    );
  }
}

export function percentileOf({ ui }: ComparisonContext): number {
  return PERCENTILES.find((percentile) => percentile === ui.percentile) ?? USUAL_PERCENTILE;
}

function percentileTitle(percentile: number): string {
  return percentile === 100 ? 'max' : `p${percentile}`;
}

export function windowOf({ window, points: measured }: ComparisonContext): { fromMs: number; toMs: number } {
  return window ?? { fromMs: 0, toMs: measured.endMs };
}

/** A tail far above the rest would flatten everything else: then a logarithmic scale is the better start. */
export function spreadsWide(bins: ComparedBins): boolean {
  const values = bins.runs.flatMap(({ latency }) => latency.filter((value) => value !== null)).sort((a, b) => a - b);
  const median = values[Math.floor(values.length / 2)] ?? 0;
  return (values.at(-1) ?? 0) > 15 * median;
}

function loadFigure(arrivals: boolean): Figure {
  return {
    columnOf: ({ load }) => load,
    overOf: ({ load }) => load,
    text: (value) => (arrivals ? `${significant(value)}/s` : count(Math.round(value))),
    changeText: change,
    scale: scaleOf('rate'),
  };
}

function rateFigure(): Figure {
  return {
    columnOf: (run) => run.rate,
    overOf: (run) => run.rate,
    text: rate,
    changeText: change,
    scale: scaleOf('rate'),
  };
}

function failedFigure(): Figure {
  return {
    columnOf: ({ failed }) => failed,
    overOf: ({ failed }) => failed,
    text: percent,
    changeText: points,
    scale: scaleOf('failed'),
  };
}

function latencyFigure(context: ComparisonContext): Figure {
  return {
    columnOf: ({ latency }) => latency,
    overOf: ({ latencies }) => (latencies.count === 0 ? null : latencies.percentile(percentileOf(context))),
    text: duration,
    changeText: change,
    scale: scaleOf('p50'),
  };
}

interface LineEnd {
  readonly mark: RunMark;
  readonly x: number;
  readonly y: number;
}

/** Ends that are near each other in time, each group from the top. */
function byColumn(ends: readonly LineEnd[], near: number): LineEnd[][] {
  const columns: LineEnd[][] = [];
  for (const end of ends.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last?.[0] && end.x - last[0].x < near) last.push(end);
    else columns.push([end]);
  }
  return columns.map((column) => column.sort((a, b) => a.y - b.y));
}

/** A run's value, and how far it is from the baseline's, of several repeats from their mean. */
function withChanges(
  { text, changeText, scale }: Figure,
  values: readonly (number | null)[],
  { runs, baselines }: RunsComparison,
): string[] {
  const repeats = values.flatMap((value, run) => (value !== null && runs[run]?.role === 'baseline' ? [value] : []));
  const mean = repeats.reduce((sum, value) => sum + scale.of(value), 0) / repeats.length;
  // A single run's value stays what it is, to the last digit.
  const before = new Set(repeats).size > 1 ? scale.back(mean) : (repeats[0] ?? null);
  return values.map((value, run) => {
    const shown = cell(value, text);
    return run < baselines || value === null || before === null || value === before
      ? shown
      : `${shown} (${changeText(before, value)})`;
  });
}

function highest(bins: ComparedBins, { columnOf }: Figure): number {
  return peak(bins.runs.map(columnOf));
}
