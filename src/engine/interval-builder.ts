import { Histogram } from '../run/histogram.ts';
import type { Interval, SeriesDefinition, TrendDelta, WorkerHealth } from '../run/events.ts';
import { FAST_TRENDS } from '../run/metrics.ts';
import { seriesKey, type RecorderDeltas } from './metrics/recorder.ts';
import type { PointBatch } from './protocol.ts';
import type { WorkerReport } from './worker-protocol.ts';

interface Trend {
  sum: number;
  min: number;
  max: number;
  readonly histogram: Histogram;
}

/** Merges what the workers measured into intervals, with one id for each metric × tag set of the whole run. */
export class IntervalBuilder {
  readonly #ids = new Map<string, number>();
  readonly #definitions: SeriesDefinition[] = [];
  /** By worker: the run's id for each of the worker's own. */
  readonly #byWorker: number[][] = [];
  #slowSinceMs = 0;

  /** All reports of one moment; the series that are new with them come first. `over`: the load has ended. */
  build(
    reports: readonly WorkerReport[],
    fromMs: number,
    toMs: number,
    over: boolean,
  ): { readonly defined: readonly SeriesDefinition[]; readonly interval: Interval } {
    const known = this.#definitions.length;
    const counters = new Map<number, number>();
    const rates = new Map<number, { trues: number; total: number }>();
    const gauges = new Map<number, { last: number; min: number; max: number }>();
    const trends = new Map<number, Trend>();
    for (const { deltas, health } of reports) {
      const idOf = this.#idsOf(health.worker, deltas.defined);
      for (const [id, sum] of deltas.counters) counters.set(idOf(id), (counters.get(idOf(id)) ?? 0) + sum);
      for (const [id, trues, total] of deltas.rates) {
        const rate = rates.get(idOf(id)) ?? { trues: 0, total: 0 };
        rates.set(idOf(id), { trues: rate.trues + trues, total: rate.total + total });
      }
      for (const [id, last, min, max] of deltas.gauges) {
        const gauge = gauges.get(idOf(id));
        gauges.set(idOf(id), { last, min: Math.min(min, gauge?.min ?? min), max: Math.max(max, gauge?.max ?? max) });
      }
      for (const [id, sum, min, max, counts] of deltas.trends) {
        const trend = trends.get(idOf(id)) ?? { sum: 0, min: Infinity, max: -Infinity, histogram: new Histogram() };
        trend.sum += sum;
        trend.min = Math.min(trend.min, min);
        trend.max = Math.max(trend.max, max);
        trend.histogram.addSparse(counts);
        trends.set(idOf(id), trend);
      }
    }
    const vus = {
      active: reports.reduce((sum, report) => sum + report.vus.active, 0),
      allocated: reports.reduce((sum, report) => sum + report.vus.allocated, 0),
    };
    // After the load nobody runs. As in k6 that is no measurement: what counts is who ran in the rest of its last second.
    const most = reports.reduce((sum, report) => sum + report.vus.mostActive, 0);
    const now = over ? most : vus.active;
    if (!over || most > 0) gauges.set(this.#id('vus', 'gauge', {}), { last: now, min: now, max: now });
    gauges.set(this.#id('vus_max', 'gauge', {}), { last: vus.allocated, min: vus.allocated, max: vus.allocated });
    const interval = {
      type: 'interval' as const,
      fromMs,
      toMs,
      ...nonEmpty('counters', [...counters]),
      ...nonEmpty(
        'gauges',
        [...gauges].map(([id, { last, min, max }]) => [id, last, min, max] as const),
      ),
      ...nonEmpty(
        'rates',
        [...rates].map(([id, { trues, total }]) => [id, trues, total] as const),
      ),
      ...this.#trends(trends, toMs),
      vus,
      health: reports.map((report): WorkerHealth => report.health),
    };
    return { defined: this.#definitions.slice(known), interval };
  }

  /** A worker's points with the run's ids. */
  points({ health, points }: WorkerReport): PointBatch | null {
    if (!points || points.series.length === 0) return null;
    const ids = this.#byWorker[health.worker] ?? [];
    return { ...points, series: points.series.map((id) => ids[id] ?? -1) };
  }

  #trends(
    trends: ReadonlyMap<number, Trend>,
    toMs: number,
  ): Partial<Pick<Interval, 'trends' | 'slowTrends' | 'slowFromMs'>> {
    const fast: TrendDelta[] = [];
    const slow: TrendDelta[] = [];
    for (const [id, { sum, min, max, histogram }] of trends) {
      const delta: TrendDelta = [id, histogram.count, rounded(sum), rounded(min), rounded(max), histogram.encode()];
      (FAST_TRENDS.has(this.#definitions[id]?.metric ?? '') ? fast : slow).push(delta);
    }
    const slowFromMs = this.#slowSinceMs;
    if (slow.length > 0) this.#slowSinceMs = toMs;
    return { ...nonEmpty('trends', fast), ...(slow.length > 0 ? { slowTrends: slow, slowFromMs } : {}) };
  }

  #idsOf(worker: number, defined: RecorderDeltas['defined']): (id: number) => number {
    const ids = (this.#byWorker[worker] ??= []);
    for (const { metric, kind, tags } of defined) ids.push(this.#id(metric, kind, tags));
    return (id) => ids[id] ?? -1;
  }

  #id(metric: string, kind: SeriesDefinition['kind'], tags: Readonly<Record<string, string>>): number {
    const key = seriesKey(metric, tags);
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#definitions.length;
      this.#ids.set(key, id);
      this.#definitions.push({ type: 'series', id, metric, kind, tags });
    }
    return id;
  }
}

/** Whole nanoseconds of ms: more digits only make journals longer. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function nonEmpty<K extends string, T>(key: K, list: readonly T[]): Partial<Record<K, readonly T[]>> {
  const result: Partial<Record<K, readonly T[]>> = {};
  if (list.length > 0) result[key] = list;
  return result;
}
