import type { Executor } from '../plan.ts';

type ArrivalRateExecutor = Extract<Executor, { kind: 'constant-arrival-rate' | 'ramping-arrival-rate' }>;

/**
 * When each iteration of an arrival-rate scenario is due, in ms from the scenario's start, in order; lazily, as there may be
 * millions. The times are k6's: a constant rate starts at once and goes on every `timeUnit / rate` (cut to whole
 * nanoseconds); a ramping rate starts an iteration whenever the area under the rate's line reaches the next whole
 * number (`cal` in k6's lib/executor/ramping_arrival_rate.go), so that the first one comes after a whole interval.
 *
 * ```
 *  rate|      ,----        area under the line = iterations due so far:
 *      |   ,-'    |        solve for t where it is 1, 2, 3, …
 *      |,-'  area |
 *      +----------+--> t
 * ```
 */
export function* arrivalTimes(executor: ArrivalRateExecutor): Generator<number, void, undefined> {
  if (executor.kind === 'constant-arrival-rate') yield* constant(executor);
  else yield* ramping(executor);
}

function* constant(executor: Extract<Executor, { kind: 'constant-arrival-rate' }>): Generator<number, void, undefined> {
  const periodNs = Math.trunc((executor.timeUnitMs * 1e6) / executor.rate);
  const endNs = executor.durationMs * 1e6;
  for (let i = 0; i * periodNs < endNs; i++) yield (i * periodNs) / 1e6;
}

function* ramping(executor: Extract<Executor, { kind: 'ramping-arrival-rate' }>): Generator<number, void, undefined> {
  // As in k6 all of this is per nanosecond, so that the same rounding happens at the same places.
  const timeUnitNs = executor.timeUnitMs * 1e6;
  let stageStartNs = 0;
  let from = executor.startRate / timeUnitNs;
  let due = 1;
  let doneSoFar = 0;
  let endCount = 0;
  for (const stage of executor.stages) {
    const to = stage.target / timeUnitNs;
    const durationNs = stage.durationMs * 1e6;
    if (from === to) {
      endCount += durationNs * to;
      for (; due <= endCount; due++) yield (Math.trunc((due - doneSoFar) / to) + stageStartNs) / 1e6;
    } else {
      endCount += durationNs * ((to - from) / 2 + from);
      for (; due <= endCount; due++) {
        const root = Math.sqrt(
          Math.max(0, durationNs * (from * from * durationNs + 2 * (due - doneSoFar) * (to - from))),
        );
        yield (Math.trunc((from * durationNs - root) / (from - to)) + stageStartNs) / 1e6;
      }
    }
    doneSoFar = endCount;
    from = to;
    stageStartNs += durationNs;
  }
}
