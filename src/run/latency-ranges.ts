/** A distribution of latencies as the few rows of a table: 1, 2, 5, 10, 20, … ms. */
import type { TrendSink } from './sinks.ts';

export interface LatencyRange {
  /** Above this … */
  readonly fromMs: number;
  /** … up to and with this. */
  readonly toMs: number;
  readonly count: number;
  /** Of all, 0 to 1. */
  readonly share: number;
  /** Share at or below `toMs`. */
  readonly cumulative: number;
}

/** In the order of time, those without a request between the first and the last included; none without samples. */
export function latencyRanges({ histogram, count: total }: TrendSink): LatencyRange[] {
  const counts = new Map<number, number>();
  histogram.forEachBucket((value, count) => {
    const step = stepOf(value);
    counts.set(step, (counts.get(step) ?? 0) + count);
  });
  const steps = [...counts.keys()];
  const ranges: LatencyRange[] = [];
  let below = 0;
  for (let step = Math.min(...steps); step <= Math.max(...steps); step++) {
    const count = counts.get(step) ?? 0;
    below += count;
    ranges.push({
      fromMs: limitOf(step - 1),
      toMs: limitOf(step),
      count,
      share: count / total,
      cumulative: below / total,
    });
  }
  return ranges;
}

const FACTORS = [1, 2, 5] as const;
/** A value in the histogram stands for what is up to this much below it, too: 5 ms is there as 5.003. */
const PRECISION = 1.001;

/** Steps count from 1 ms (0): 2 ms is 1, 5 ms is 2, 10 ms is 3, 0.5 ms is -1. */
function limitOf(step: number): number {
  const decade = Math.floor(step / 3);
  // A division by a whole power of ten is exact where a multiplication by its inverse is not.
  const factor = FACTORS[step - 3 * decade] ?? 1;
  return decade < 0 ? factor / 10 ** -decade : factor * 10 ** decade;
}

/** The first step whose limit the value does not exceed; below a microsecond there is nothing to tell apart. */
function stepOf(value: number): number {
  const ms = Math.max(value, 0.001);
  let step = 3 * Math.floor(Math.log10(ms));
  while (limitOf(step) * PRECISION < ms) step++;
  return step;
}
