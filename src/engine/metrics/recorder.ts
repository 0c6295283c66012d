import type { MetricKind } from '../../scenario/plan.ts';
import type { SparseCounts } from '../../run/histogram.ts';
import { TrendSink } from '../../run/sinks.ts';
import { SLOW_INTERVAL_MS } from '../../run/metrics.ts';

/** Tags of a series; undefined ones are left out. */
export type Tags = Readonly<Record<string, string | undefined>>;

/** What one worker measured since its last drain; series ids are the worker's own. */
export interface RecorderDeltas {
  /** Series that appear for the first time, in the order of their ids. */
  readonly defined: readonly {
    readonly metric: string;
    readonly kind: MetricKind;
    readonly tags: Readonly<Record<string, string>>;
  }[];
  readonly counters: readonly (readonly [id: number, sum: number])[];
  readonly rates: readonly (readonly [id: number, trues: number, total: number])[];
  readonly gauges: readonly (readonly [id: number, last: number, min: number, max: number])[];
  readonly trends: readonly (readonly [id: number, sum: number, min: number, max: number, counts: SparseCounts])[];
}

/** Where single samples go when an output wants each one. */
export interface PointSink {
  push(series: number, atMs: number, value: number): void;
}

interface CellBase {
  readonly id: number;
}
export interface CounterCell extends CellBase {
  readonly kind: 'counter';
  sum: number;
}
export interface RateCell extends CellBase {
  readonly kind: 'rate';
  trues: number;
  total: number;
}
export interface GaugeCell extends CellBase {
  readonly kind: 'gauge';
  last: number;
  min: number;
  max: number;
}
export interface TrendCell extends CellBase {
  readonly kind: 'trend';
  readonly fast: boolean;
  readonly sink: TrendSink;
}
export type Cell = CounterCell | RateCell | GaugeCell | TrendCell;

/**
 * A worker's measurements: a cell per metric × tag set. Whoever records looks its cells up once and keeps them, so that the hot
 * path never builds a key.
 */
export class Recorder {
  readonly #cells: Cell[] = [];
  readonly #byKey = new Map<string, Cell>();
  #defined: RecorderDeltas['defined'][number][] = [];
  readonly #points: PointSink | null;
  readonly #fastTrends: ReadonlySet<string>;
  #slowSinceMs: number;

  constructor(options: { fastTrends: ReadonlySet<string>; points: PointSink | null; nowMs: number }) {
    this.#fastTrends = options.fastTrends;
    this.#points = options.points;
    this.#slowSinceMs = options.nowMs;
  }

  counter(metric: string, tags: Tags): CounterCell {
    return this.#cell(metric, tags, (id) => ({ kind: 'counter', id, sum: 0 }));
  }

  rate(metric: string, tags: Tags): RateCell {
    return this.#cell(metric, tags, (id) => ({ kind: 'rate', id, trues: 0, total: 0 }));
  }

  gauge(metric: string, tags: Tags): GaugeCell {
    return this.#cell(metric, tags, (id) => ({ kind: 'gauge', id, last: Number.NaN, min: Infinity, max: -Infinity }));
  }

  trend(metric: string, tags: Tags): TrendCell {
    const fast = this.#fastTrends.has(metric);
    return this.#cell(metric, tags, (id) => ({ kind: 'trend', id, fast, sink: new TrendSink() }));
  }

  add(cell: CounterCell, value: number, atMs: number): void {
    cell.sum += value;
    this.#points?.push(cell.id, atMs, value);
  }

  count(cell: RateCell, isTrue: boolean, atMs: number): void {
    cell.total++;
    if (isTrue) cell.trues++;
    this.#points?.push(cell.id, atMs, isTrue ? 1 : 0);
  }

  set(cell: GaugeCell, value: number, atMs: number): void {
    cell.last = value;
    cell.min = Math.min(cell.min, value);
    cell.max = Math.max(cell.max, value);
    this.#points?.push(cell.id, atMs, value);
  }

  record(cell: TrendCell, value: number, atMs: number): void {
    cell.sink.record(value);
    this.#points?.push(cell.id, atMs, value);
  }

  /** Hands over all that was measured and starts anew. Slow trends are held back until their interval is over, or `everything`. */
  drain(nowMs: number, everything: boolean): RecorderDeltas {
    const slow = everything || nowMs - this.#slowSinceMs >= SLOW_INTERVAL_MS - 500;
    if (slow) this.#slowSinceMs = nowMs;
    const counters: [number, number][] = [];
    const rates: [number, number, number][] = [];
    const gauges: [number, number, number, number][] = [];
    const trends: [number, number, number, number, SparseCounts][] = [];
    for (const cell of this.#cells) {
      switch (cell.kind) {
        case 'counter':
          if (cell.sum !== 0) counters.push([cell.id, cell.sum]);
          cell.sum = 0;
          break;
        case 'rate':
          if (cell.total !== 0) rates.push([cell.id, cell.trues, cell.total]);
          cell.trues = cell.total = 0;
          break;
        case 'gauge':
          if (cell.min <= cell.max) gauges.push([cell.id, cell.last, cell.min, cell.max]);
          cell.min = Infinity;
          cell.max = -Infinity;
          break;
        case 'trend':
          if (cell.sink.count === 0 || !(cell.fast || slow)) break;
          trends.push([cell.id, cell.sink.sum, cell.sink.min, cell.sink.max, cell.sink.histogram.drain()]);
          cell.sink.reset();
          break;
      }
    }
    const defined = this.#defined;
    this.#defined = [];
    return { defined, counters, rates, gauges, trends };
  }

  #cell<C extends Cell>(metric: string, tags: Tags, create: (id: number) => C): C {
    const present = Object.fromEntries(
      Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
    );
    const key = seriesKey(metric, present);
    const known = this.#byKey.get(key);
    const fresh = create(this.#cells.length);
    if (known) {
      if (!isKind(known, fresh)) throw new TypeError(`The metric ${metric} is a ${known.kind}, not a ${fresh.kind}`);
      return known;
    }
    this.#cells.push(fresh);
    this.#byKey.set(key, fresh);
    this.#defined.push({ metric, kind: fresh.kind, tags: present });
    return fresh;
  }
}

/** The same for the same metric and tags, whatever order the tags come in. */
export function seriesKey(metric: string, tags: Readonly<Record<string, string>>): string {
  return [
    metric,
    ...Object.entries(tags)
      .map(([tag, value]) => `${tag}\u0001${value}`)
      .sort(),
  ].join('\u0000');
}

function isKind<C extends Cell>(cell: Cell, like: C): cell is C {
  return cell.kind === like.kind;
}
