import type { CounterDelta, GaugeDelta, Interval, RateDelta, TrendDelta, WorkerHealth } from './events.ts';
import { addedStrain, scheduleDelayMs, strainOf } from './generator-health.ts';
import { Histogram } from './histogram.ts';
import { decodeCounts } from './histogram-text.ts';
import { mostActive } from './interval-groups.ts';

/**
 * Intervals that follow one another as one: whoever folds it comes to the same sums, rates and histograms, and thinks the same of the generator. At least
 * one is given. `isScheduleDelay`: of the ids of trends
 */
export function mergeIntervals(intervals: readonly Interval[], isScheduleDelay: (id: number) => boolean): Interval {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (!first || !last) throw new RangeError('There is no interval to merge');
  const slow = intervals.filter(({ slowTrends }) => slowTrends);
  const counters = mergedBy(
    intervals.flatMap(({ counters = [] }) => counters),
    addCounters,
  );
  const gauges = mergedBy(
    intervals.flatMap(({ gauges = [] }) => gauges),
    addGauges,
  );
  const rates = mergedBy(
    intervals.flatMap(({ rates = [] }) => rates),
    addRates,
  );
  const trends = mergedTrends(intervals.flatMap(({ trends = [] }) => trends));
  const slowTrends = mergedTrends(slow.flatMap(({ slowTrends = [] }) => slowTrends));
  return {
    type: 'interval',
    fromMs: first.fromMs,
    toMs: last.toMs,
    ...(counters.length > 0 && { counters }),
    ...(gauges.length > 0 && { gauges }),
    ...(rates.length > 0 && { rates }),
    ...(trends.length > 0 && { trends }),
    ...(slow[0] && { slowTrends, slowFromMs: slow[0].slowFromMs ?? slow[0].fromMs }),
    vus: {
      ...last.vus,
      mostActive: Math.max(...intervals.map(mostActive)),
    },
    health: mergedHealth(intervals),
    strain: addedStrain(intervals.map((interval) => strainOf(interval, scheduleDelayMs(interval, isScheduleDelay)))),
  };
}

function mergedBy<D extends readonly [id: number, ...rest: unknown[]]>(
  deltas: readonly D[],
  add: (a: D, b: D) => D,
): D[] {
  const byId = new Map<number, D>();
  for (const delta of deltas) {
    const before = byId.get(delta[0]);
    byId.set(delta[0], before ? add(before, delta) : delta);
  }
  return [...byId.values()];
}

function addCounters([id, sum]: CounterDelta, [, more]: CounterDelta): CounterDelta {
  return [id, sum + more];
}

function addGauges([id, , min, max]: GaugeDelta, [, last, lowest, highest]: GaugeDelta): GaugeDelta {
  return [id, last, Math.min(min, lowest), Math.max(max, highest)];
}

function addRates([id, trues, total]: RateDelta, [, moreTrues, more]: RateDelta): RateDelta {
  return [id, trues + moreTrues, total + more];
}

function mergedTrends(deltas: readonly TrendDelta[]): TrendDelta[] {
  const histograms = new Map<number, Histogram>();
  for (const [id, , , , , counts] of deltas) {
    let histogram = histograms.get(id);
    if (!histogram) histograms.set(id, (histogram = new Histogram()));
    histogram.addSparse(decodeCounts(counts));
  }
  const sums = mergedBy(deltas, ([id, count, sum, min, max], [, moreCount, moreSum, lowest, highest]): TrendDelta => [
    id,
    count + moreCount,
    sum + moreSum,
    Math.min(min, lowest),
    Math.max(max, highest),
    '',
  ]);
  return sums.map(([id, count, sum, min, max]) => [id, count, sum, min, max, histograms.get(id)?.encode() ?? '']);
}

/** The worst delays and standstills, the share of CPU over the whole time, all of garbage collection. */
function mergedHealth(intervals: readonly Interval[]): WorkerHealth[] {
  const workers = new Set(intervals.flatMap(({ health }) => health.map(({ worker }) => worker)));
  return [...workers].map((worker) => {
    const of = intervals.flatMap(({ fromMs, toMs, health }) =>
      health.filter((one) => one.worker === worker).map((one) => ({ ...one, ms: toMs - fromMs })),
    );
    const ms = of.reduce((sum, one) => sum + one.ms, 0);
    const stalledMs = Math.max(0, ...of.map((one) => one.stalledMs ?? 0));
    return {
      worker,
      eventLoopDelayP99Ms: Math.max(...of.map(({ eventLoopDelayP99Ms }) => eventLoopDelayP99Ms)),
      eventLoopDelayMaxMs: Math.max(...of.map(({ eventLoopDelayMaxMs }) => eventLoopDelayMaxMs)),
      ...(stalledMs > 0 && { stalledMs }),
      cpu: ms > 0 ? of.reduce((sum, one) => sum + one.cpu * one.ms, 0) / ms : 0,
      gcMs: of.reduce((sum, { gcMs }) => sum + gcMs, 0),
      sockets: of.at(-1)?.sockets ?? 0,
    };
  });
}
