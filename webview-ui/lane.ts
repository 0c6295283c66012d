import uPlot from 'uplot';
import type { Bins, Points } from './chart-data.ts';
import { h, icon, setClass, setHidden, setText, svg, toggleButton } from './dom.ts';
import { drawLimits, drawMarks, type Marks } from './drawing.ts';
import type { LaneSpec, LegendKey } from './lanes.ts';
import { figureTable, TableTwin } from './table-twin.ts';
import type { Colors } from './theme.ts';
import { clock, clockRange } from '../src/report/format.ts';

/** Of the y axis, in px: the same in every lane, so that time lines up. */
export const AXIS_PX = 50;
/** Half of the widest mark of the time axis, `1:00:00`, stands beyond its end. */
export const RIGHT_PX = 24;
/** uPlot declares its enum in its types only: at run time it is this number. */
const TIME_AXIS_PX = 22;
const TIME_STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

export interface LaneOptions<B extends Points> {
  readonly spec: LaneSpec<B>;
  /** Carries the labels of the time axis. */
  readonly last: boolean;
  readonly colors: () => Colors;
  readonly marks: () => Marks;
  /** What the time axis spans, in seconds. */
  readonly bounds: () => [from: number, to: number];
  /** The same points with at most this many rows. */
  readonly coarse: (most: number) => B;
  readonly onCursor: (index: number | null) => void;
  readonly onSelect: (fromS: number, toS: number) => void;
  readonly onReset: () => void;
  /** The reader switched the heat map on or off. */
  readonly onHeat: (on: boolean) => void;
}

/** One chart over the shared time axis: legend, canvas, and the same figures as a table. */
export class Lane<B extends Points = Bins> {
  readonly node: HTMLElement;
  readonly spec: LaneSpec<B>;
  readonly #options: LaneOptions<B>;
  readonly #legend = h('div', { class: 'legend' });
  readonly #plot = h('div', { class: 'plot' });
  readonly #twin: TableTwin;
  readonly #logButton: HTMLButtonElement | null = null;
  readonly #heatButton: HTMLButtonElement | null = null;
  #chart: uPlot | null = null;
  #bins: B | null = null;
  #width = 0;
  #logarithmic: boolean | null = null;
  #keys = '';
  #values: HTMLElement[] = [];

  constructor(options: LaneOptions<B>) {
    this.#options = options;
    this.spec = options.spec;
    const tools = h('div', { class: 'tools' }, this.spec.tools ?? []);
    if (this.spec.canBeLogarithmic) {
      this.#logButton = toggleButton('log scale of latencies', 'log', (on) => this.setLogarithmic(on));
      tools.append(this.#logButton);
    }
    const { heat } = this.spec;
    if (heat) {
      this.#heatButton = toggleButton('Heat map: how many requests took how long', icon('symbol-color'), (on) => {
        this.setHeat(on);
        options.onHeat(on);
      });
      tools.append(this.#heatButton);
    }
    this.#twin = new TableTwin(this.spec.title, this.#plot, () => this.#fillTwin());
    tools.append(this.#twin.button);
    this.node = h(
      'figure',
      { class: `lane lane-${this.spec.id}`, attributes: { 'aria-label': this.spec.title } },
      h('figcaption', null, h('span', { class: 'lane-title' }, this.spec.title), this.#legend, tools),
      this.#plot,
      this.#twin.node,
    );
  }

  /** null as long as nobody decided: the first data does. */
  get logarithmic(): boolean | null {
    return this.#logarithmic;
  }

  setLogarithmic(on: boolean): void {
    this.#logarithmic = on;
    this.#logButton?.setAttribute('aria-pressed', String(on));
    this.rebuild();
  }

  setHeat(on: boolean): void {
    const { heat } = this.spec;
    if (!heat) return;
    heat.on = on;
    this.#heatButton?.setAttribute('aria-pressed', String(on));
    // The rows of a heat map are steps of a logarithm.
    if (this.#logButton) this.#logButton.disabled = on;
    if (this.#bins) this.#updateLegend();
    this.rebuild();
    this.showAt(null);
    this.#fillTwin();
  }

  get labels(): readonly string[] {
    return this.spec.keys().map(({ label }) => label);
  }

  update(bins: B, width: number): void {
    this.#bins = bins;
    setHidden(this.node, this.spec.empty?.(bins) ?? false);
    if (this.node.hidden) return;
    this.#updateLegend();
    if (!this.#chart) {
      this.#width = width;
      this.rebuild();
    } else {
      if (width !== this.#width) {
        this.#width = width;
        this.#chart.setSize({ width, height: this.#height });
      }
      this.#chart.setData(this.#data(bins));
    }
    this.#fillTwin();
  }

  /** After a change of theme or scale. */
  rebuild(): void {
    this.#chart?.destroy();
    this.#chart = null;
    if (!this.#bins || this.#width < 50) return;
    this.#chart = new uPlot(this.#chartOptions(), this.#data(this.#bins), this.#plot);
  }

  /** Shows the figures at a point, or over the whole window. */
  showAt(index: number | null): void {
    const bins = this.#bins;
    if (!bins || this.node.hidden) return;
    const texts = index === null ? this.spec.over(bins) : this.spec.at(bins, index);
    this.#values.forEach((node, i) => setText(node, texts[i] ?? ''));
  }

  /** Puts the cursor and, with `anchorS`, a selection there. */
  mark(atS: number, anchorS: number | null): void {
    const chart = this.#chart;
    if (!chart) return;
    chart.setCursor({ left: chart.valToPos(atS, 'x'), top: 10 });
    const [from, to] = [anchorS ?? atS, atS].map((at) => chart.valToPos(at, 'x'));
    const [left = 0, right = 0] = [from ?? 0, to ?? 0].sort((a, b) => a - b);
    const width = anchorS === null ? 0 : right - left;
    chart.setSelect({ left, width, top: 0, height: chart.over.clientHeight }, false);
  }

  clearSelection(): void {
    this.#chart?.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  }

  get #height(): number {
    return this.spec.height + (this.#options.last ? TIME_AXIS_PX : 4);
  }

  #data(bins: B): uPlot.AlignedData {
    return [[...bins.t], ...this.spec.columns(bins).map((column) => [...column])];
  }

  #chartOptions(): uPlot.Options {
    const { spec } = this;
    const { colors: readColors, last, marks, bounds, onCursor, onSelect, onReset } = this.#options;
    const colors = readColors();
    const logarithmic = spec.heat?.on === true || (this.#logarithmic ?? false);
    const axis: uPlot.Axis = {
      stroke: colors.dim,
      font: colors.font,
      ticks: { show: false },
      grid: { stroke: colors.grid, width: 1 },
    };
    return {
      width: this.#width,
      height: this.#height,
      pxAlign: 1,
      padding: [6, RIGHT_PX, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        sync: { key: 'rampwright-time' },
        drag: { x: true, y: false, setScale: false, dist: 4 },
        points: { size: 5, width: 1 },
        bind: {
          dblclick: () => () => {
            onReset();
            return null;
          },
        },
      },
      scales: {
        x: { time: false, range: bounds },
        y: {
          // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- uPlot's enum is there in its types only
          distr: logarithmic ? 3 : 1,
          range: () => (this.#bins ? spec.range(this.#bins, logarithmic) : [0, 1]),
        },
      },
      axes: [
        {
          ...axis,
          size: last ? TIME_AXIS_PX : 4,
          gap: 4,
          incrs: TIME_STEPS_S,
          space: 56,
          grid: { show: false },
          // Of several lanes, the last one's marks are those of all.
          values: (_, at) => at.map((second) => (last ? clock(second * 1000) : null)),
        },
        {
          ...axis,
          size: AXIS_PX,
          gap: 6,
          space: spec.space,
          ...(logarithmic ? { splits: decades, filter: (_: uPlot, at: number[]) => at } : {}),
          values: (_, at) => at.map((value) => spec.axis?.(value) ?? ''),
          grid: spec.axis ? { stroke: colors.grid, width: 1 } : { show: false },
        },
      ],
      series: [{}, ...spec.lines(colors).map(seriesOf)],
      hooks: {
        drawClear: [(u) => drawMarks(u, marks(), readColors())],
        draw: [
          (u) => {
            if (this.#bins) spec.draw?.(u, this.#bins, readColors());
            drawLimits(u, spec.limits, readColors());
          },
        ],
        setCursor: [(u) => onCursor(u.cursor.idx ?? null)],
        setSelect: [
          (u) => {
            const { left, width } = u.select;
            if (width >= 5) onSelect(u.posToVal(left, 'x'), u.posToVal(left + width, 'x'));
          },
        ],
      },
    };
  }

  #updateLegend(): void {
    const keys = this.spec.keys();
    const now = JSON.stringify(keys);
    if (now === this.#keys) return;
    this.#keys = now;
    this.#values = keys.map(() => h('span', { class: 'n' }));
    this.#legend.replaceChildren(
      ...keys.map((key, index) =>
        h(
          'span',
          { class: 'key', attributes: { title: key.tip } },
          swatch(key),
          h('span', { class: 'label' }, key.label),
          ' ',
          this.#values[index],
        ),
      ),
    );
    // The bars of a lane follow its keys.
    this.#chart?.redraw(false);
  }

  #fillTwin(): void {
    if (!this.#twin.tableShown) return;
    const bins = this.#options.coarse(60);
    const twin = this.spec.twin?.(bins);
    const labels = twin?.labels ?? this.labels;
    const rows = bins.t.flatMap((_, index) => {
      const texts = (twin?.at(index) ?? this.spec.at(bins, index)).slice(0, labels.length);
      if (bins.measured[index] !== true && this.spec.id !== 'load') return [];
      const from = bins.fromMs + index * bins.sizeMs;
      return [[clockRange(from, from + bins.sizeMs), ...texts]];
    });
    this.#twin.fill(figureTable({ caption: `${this.spec.title} over time`, heads: ['Time', ...labels], rows }));
  }
}

/** A gap stays a gap; a point between two gaps has no line to be on, so it is drawn as a dot. */
function seriesOf(line: uPlot.Series): uPlot.Series {
  const points = line.paths
    ? { show: false }
    : { show: true, size: 4, width: 1, ...(line.stroke ? { fill: line.stroke } : {}), filter: alone };
  return { ...line, spanGaps: false, points };
}

function alone(u: uPlot, series: number): number[] {
  const values = u.data[series] ?? [];
  const there = (index: number): boolean => typeof values[index] === 'number';
  return Array.from(values, (_, index) => index).filter((i) => there(i) && !there(i - 1) && !there(i + 1));
}

/** 1, 10, 100 …; with 2 and 5 in between where the scale is short. */
function decades(_: uPlot, __: number, min: number, max: number): number[] {
  const steps = Math.log10(max / min) < 2.4 ? [1, 2, 5] : [1];
  const marks: number[] = [];
  for (let decade = 10 ** Math.floor(Math.log10(min)); decade <= max; decade *= 10) {
    for (const step of steps) if (decade * step >= min && decade * step <= max) marks.push(decade * step);
  }
  return marks;
}

/** A legend's mark: a piece of the line or of the bar. */
function swatch({ color, shape, width, dash, hatched }: LegendKey): SVGSVGElement | null {
  if (shape === 'none') return null;
  const node = svg('svg', { class: 'swatch', width: 16, height: 10, viewBox: '0 0 16 10', 'aria-hidden': 'true' });
  setClass(node, `swatch color-${color}`);
  if (shape === 'line') {
    node.append(
      svg('line', { x1: 0, x2: 16, y1: 5, y2: 5, 'stroke-width': width ?? 1.5, 'stroke-dasharray': dash?.join(' ') }),
    );
  } else if (shape === 'ramp') {
    [0.25, 0.6, 1].forEach((opacity, step) => {
      node.append(svg('rect', { x: 1 + step * 5, y: 1, width: 4, height: 8, opacity }));
    });
  } else {
    node.append(svg('rect', { x: 2, y: 1, width: 12, height: 8, class: hatched ? 'hatched' : '' }));
    if (hatched) node.append(svg('path', { d: 'M3,8 L9,2 M8,8 L13,3', 'stroke-width': 1.2 }));
  }
  return node;
}
