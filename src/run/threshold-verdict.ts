import type { Condition, Threshold } from '../scenario/plan.ts';
import type { ThresholdResult, Verdict } from './events.ts';
import type { Sink } from './sinks.ts';

/** Counters of which 0 means that nothing was measured; of `errors` or a custom counter, 0 is an answer. */
const NOTHING_WITHOUT_SAMPLES = new Set(['http_reqs', 'iterations', 'data_sent', 'data_received']);

/**
 * What a threshold's samples say: of the whole run, or of one window of it. `requests`: for `errors`, the requests that could have
 * failed. `elapsedMs`: what a counter's rate is divided by. Never `not-yet`, which depends on what is still to come.
 */
export function judge(threshold: Threshold, sink: Sink, requests: Sink | null, elapsedMs: number): ThresholdResult {
  const actual = measure(threshold, threshold.condition, sink, requests, elapsedMs);
  return {
    id: threshold.id,
    verdict: verdictOf(threshold, sink, requests, elapsedMs),
    actual,
    samples: sampleCount(sink, requests),
  };
}

function verdictOf(threshold: Threshold, sink: Sink, requests: Sink | null, elapsedMs: number): Verdict {
  const holds = (condition: Condition): boolean | null => {
    const actual = measure(threshold, condition, sink, requests, elapsedMs);
    return actual === null ? null : compare(actual, condition);
  };
  const target = holds(threshold.condition);
  if (target === null) return 'no-data';
  if (target) return 'pass';
  return threshold.acceptable && holds(threshold.acceptable) === true ? 'warn' : 'fail';
}

/**
 * Whether more samples can make a condition true that does not hold: counts and highest values only grow, lowest values only
 * fall. Rates, averages and percentiles go either way; what they are now is what there is to say.
 */
export function mayStillHold({ condition }: Threshold, sink: Sink, actual: number | null): boolean {
  if (actual === null) return false;
  const { method, operator, limit } = condition;
  const counts = sink.kind === 'counter' ? method !== 'rate' : method === 'count';
  const grows = counts || (method === 'max' && (sink.kind === 'gauge' || sink.kind === 'trend'));
  const falls = method === 'min' && (sink.kind === 'gauge' || sink.kind === 'trend');
  switch (operator) {
    case '>':
    case '>=':
      return grows;
    case '<':
    case '<=':
      return falls;
    case '==':
      return (grows && actual < limit) || (falls && actual > limit);
    case '!=':
      return grows || falls;
  }
}

/** The figure that a condition is about, in the metric's own unit; null where there is nothing to judge. */
function measure(
  { metric }: Threshold,
  condition: Condition,
  sink: Sink,
  requests: Sink | null,
  elapsedMs: number,
): number | null {
  switch (sink.kind) {
    case 'counter':
      if (requests?.kind === 'counter') {
        if (requests.sum === 0) return null;
        return condition.method === 'rate' ? sink.sum / requests.sum : sink.sum;
      }
      if (sink.sum === 0 && NOTHING_WITHOUT_SAMPLES.has(metric)) return null;
      if (condition.method !== 'rate') return sink.sum;
      return elapsedMs > 0 ? (sink.sum * 1000) / elapsedMs : null;
    case 'gauge':
      if (sink.value === null) return null;
      return condition.method === 'min' ? sink.min : condition.method === 'max' ? sink.max : sink.value;
    case 'rate':
      return sink.rate;
    case 'trend':
      switch (condition.method) {
        case 'avg':
          return sink.average;
        case 'min':
          return sink.lowest;
        case 'max':
          return sink.highest;
        case 'med':
          return sink.percentile(50);
        case 'count':
          return sink.count;
        default:
          return sink.percentile(condition.percentile ?? 100);
      }
  }
}

function sampleCount(sink: Sink, requests: Sink | null): number {
  switch (sink.kind) {
    case 'counter':
      return requests?.kind === 'counter' ? requests.sum : sink.sum;
    case 'gauge':
      return sink.value === null ? 0 : 1;
    case 'rate':
      return sink.total;
    case 'trend':
      return sink.count;
  }
}

function compare(actual: number, { operator, limit }: Condition): boolean {
  switch (operator) {
    case '<':
      return actual < limit;
    case '<=':
      return actual <= limit;
    case '>':
      return actual > limit;
    case '>=':
      return actual >= limit;
    case '==':
      return actual === limit;
    case '!=':
      return actual !== limit;
  }
}

const RANK: Readonly<Record<Verdict, number>> = { pass: 0, 'no-data': 0, 'not-yet': 0, warn: 1, fail: 2 };

/** Of two windows, the one with the worse verdict; of the same verdict, the one closer to (or further beyond) the limit. */
export function isWorse(condition: Condition, candidate: ThresholdResult, worst: ThresholdResult): boolean {
  const rank = RANK[candidate.verdict] - RANK[worst.verdict];
  if (rank !== 0 || candidate.actual === null || worst.actual === null) return rank > 0;
  switch (condition.operator) {
    case '<':
    case '<=':
      return candidate.actual > worst.actual;
    case '>':
    case '>=':
      return candidate.actual < worst.actual;
    case '==':
      return Math.abs(candidate.actual - condition.limit) > Math.abs(worst.actual - condition.limit);
    case '!=':
      return false;
  }
}
