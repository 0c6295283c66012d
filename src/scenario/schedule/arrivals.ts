import type { Executor } from '../plan.ts';

export type ArrivalRateExecutor = Extract<Executor, { kind: 'constant-arrival-rate' | 'ramping-arrival-rate' }>;

/** From `atMs` (since the scenario's start) on, this many times the planned rate; 0: nothing is due. */
export interface RateChange {
  readonly atMs: number;
  readonly factor: number;
}

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
 *
 * `changes`, in order, stretch the line up or down from their time on, which k6 has no equal of. `from`: the number (from 0) of the first
 * iteration wanted; those before it are not worked out.
 */
export function* arrivalTimes(
  executor: ArrivalRateExecutor,
  changes: readonly RateChange[] = [],
  from = 0,
): Generator<number, void, undefined> {
  const line = executor.kind === 'constant-arrival-rate' ? new ConstantLine(executor) : new RampingLine(executor);
  let due = line.first + from;
  // Where the current factor began: on the planned line, and on the changed one.
  let planned = 0;
  let changed = 0;
  let factor = 1;
  for (let next = 0; next <= changes.length; next++) {
    const change = changes[next];
    const end = change ? line.areaAt(change.atMs) : Number.POSITIVE_INFINITY;
    while (factor > 0) {
      const area = planned + (due - changed) / factor;
      if (change && area > end) break;
      const at = line.timeAt(area);
      if (at === null) return;
      yield at;
      due++;
    }
    if (!change) return;
    changed += factor * (end - planned);
    planned = end;
    factor = change.factor;
  }
}

/** The area under a rate's line, in iterations, and when it is reached; asked for in rising order. */
interface RateLine {
  /** The area at which the first iteration is due. */
  readonly first: 0 | 1;
  areaAt(ms: number): number;
  /** In ms; null: never. */
  timeAt(area: number): number | null;
}

class ConstantLine implements RateLine {
  readonly first = 0;
  readonly #periodNs: number;
  readonly #endNs: number;

  constructor({ rate, timeUnitMs, durationMs }: Extract<ArrivalRateExecutor, { kind: 'constant-arrival-rate' }>) {
    this.#periodNs = Math.trunc((timeUnitMs * 1e6) / rate);
    this.#endNs = durationMs * 1e6;
  }

  areaAt(ms: number): number {
    return Math.max(0, Math.min(ms * 1e6, this.#endNs)) / this.#periodNs;
  }

  timeAt(area: number): number | null {
    const atNs = area * this.#periodNs;
    return atNs < this.#endNs ? atNs / 1e6 : null;
  }
}

/** A stage as k6 works with it: all of it per nanosecond, so that the same rounding happens at the same places. */
interface Slope {
  readonly startNs: number;
  readonly durationNs: number;
  readonly from: number;
  readonly to: number;
  /** The area before and after it. */
  readonly before: number;
  readonly after: number;
}

class RampingLine implements RateLine {
  readonly first = 1;
  readonly #slopes: readonly Slope[];
  #at = 0;

  constructor(executor: Extract<ArrivalRateExecutor, { kind: 'ramping-arrival-rate' }>) {
    this.#slopes = slopesOf(executor);
  }

  areaAt(ms: number): number {
    const atNs = ms * 1e6;
    const slope = this.#slopes.findLast(({ startNs }) => startNs <= atNs);
    if (!slope) return 0;
    const { startNs, durationNs, from, to, before, after } = slope;
    const sinceNs = atNs - startNs;
    if (sinceNs >= durationNs) return after;
    return before + sinceNs * (from + ((to - from) * sinceNs) / durationNs / 2);
  }

  timeAt(area: number): number | null {
    for (let slope = this.#slopes[this.#at]; slope; slope = this.#slopes[++this.#at]) {
      if (area <= slope.after) return timeOn(slope, area) / 1e6;
    }
    return null;
  }
}

function slopesOf(executor: Extract<ArrivalRateExecutor, { kind: 'ramping-arrival-rate' }>): Slope[] {
  const timeUnitNs = executor.timeUnitMs * 1e6;
  let startNs = 0;
  let from = executor.startRate / timeUnitNs;
  let before = 0;
  return executor.stages.map((stage) => {
    const to = stage.target / timeUnitNs;
    const durationNs = stage.durationMs * 1e6;
    const after = before + durationNs * (from === to ? to : (to - from) / 2 + from);
    const slope = { startNs, durationNs, from, to, before, after };
    startNs += durationNs;
    from = to;
    before = after;
    return slope;
  });
}

function timeOn({ startNs, durationNs, from, to, before }: Slope, area: number): number {
  if (from === to) return Math.trunc((area - before) / to) + startNs;
  const root = Math.sqrt(Math.max(0, durationNs * (from * from * durationNs + 2 * (area - before) * (to - from))));
  return Math.trunc((from * durationNs - root) / (from - to)) + startNs;
}
