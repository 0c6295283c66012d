import { Histogram } from './histogram.ts';
import type { Interval } from './events.ts';
import { ERROR_KINDS, type ErrorKind } from './metrics.ts';
import type { RunModel, TimeWindow } from './model.ts';
import { TrendSink } from './sinks.ts';

/** One point of the charts: everything that one or more intervals measured, merged. */
export interface TimelinePoint {
  readonly fromMs: number;
  readonly toMs: number;
  readonly vus: number;
  readonly allocatedVus: number;
  readonly requests: number;
  readonly failed: number;
  readonly failedByKind: Readonly<Partial<Record<ErrorKind, number>>>;
  readonly droppedIterations: number;
  /** http_req_duration of all requests. */
  readonly duration: TrendSink;
  /** The worst worker's. */
  readonly eventLoopDelayP99Ms: number;
  readonly cpu: number;
}

/**
 * The run as a series of points of `binMs` (whole multiples of a second make sense), each a merge of the intervals that end in it.
 * A bin in which nothing ended is left out: a gap, not a zero.
 */
export function timeline(run: RunModel, binMs: number, window: TimeWindow | null = null): TimelinePoint[] {
  const bins = new Map<number, Interval[]>();
  for (const interval of run.intervals) {
    if (window && (interval.toMs <= window.fromMs || interval.toMs > window.toMs)) continue;
    // An interval belongs to the bin that its middle is in: its borders jitter by some ms around the whole second.
    const bin = Math.floor((interval.fromMs + interval.toMs) / 2 / binMs);
    const list = bins.get(bin);
    if (list) list.push(interval);
    else bins.set(bin, [interval]);
  }
  return [...bins.values()].map((intervals) => point(run, intervals));
}

function point(run: RunModel, intervals: readonly Interval[]): TimelinePoint {
  const duration = new TrendSink();
  const failedByKind: Partial<Record<ErrorKind, number>> = {};
  let requests = 0;
  let failed = 0;
  let droppedIterations = 0;
  let eventLoopDelayP99Ms = 0;
  let cpu = 0;
  let vus = 0;
  let allocatedVus = 0;
  for (const interval of intervals) {
    vus = Math.max(vus, interval.vus.active);
    allocatedVus = Math.max(allocatedVus, interval.vus.allocated);
    for (const worker of interval.health) {
      eventLoopDelayP99Ms = Math.max(eventLoopDelayP99Ms, worker.eventLoopDelayP99Ms);
      cpu = Math.max(cpu, worker.cpu);
    }
    for (const [id, sum] of interval.counters ?? []) {
      const series = run.definition(id);
      if (series?.metric === 'http_reqs') requests += sum;
      else if (series?.metric === 'dropped_iterations') droppedIterations += sum;
      else if (series?.metric === 'errors') {
        failed += sum;
        const kind = ERROR_KINDS.find((candidate) => candidate === series.tags['kind']);
        if (kind) failedByKind[kind] = (failedByKind[kind] ?? 0) + sum;
      }
    }
    for (const delta of interval.trends ?? []) {
      if (run.definition(delta[0])?.metric === 'http_req_duration') duration.add(delta, Histogram.decode(delta[5]));
    }
  }
  return {
    fromMs: intervals[0]?.fromMs ?? 0,
    toMs: intervals.at(-1)?.toMs ?? 0,
    vus,
    allocatedVus,
    requests,
    failed,
    failedByKind,
    droppedIterations,
    duration,
    eventLoopDelayP99Ms,
    cpu,
  };
}
