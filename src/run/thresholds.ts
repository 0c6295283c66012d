import type { Condition, Plan, Threshold } from '../scenario/plan.ts';
import type { Interval, SeriesDefinition, ThresholdResult, Verdict } from './events.ts';
import type { IntervalCounts } from './interval-counts.ts';
import { forEachDelta, type DeltaVisitor } from './interval-deltas.ts';
import { endOfSpan, scenarioSpan, stageSpans, type LoadSpan } from './load-spans.ts';
import { createSink, mergeSinks, type Sink } from './sinks.ts';
import { metricDefinition } from './metrics.ts';

/** Counters of which 0 means that nothing was measured; of `errors` or a custom counter, 0 is an answer. */
const NOTHING_WITHOUT_SAMPLES = new Set(['http_reqs', 'iterations', 'data_sent', 'data_received']);

/** Tags that only failed requests carry: left out when `errors` is set in relation to all requests. */
const FAILURE_TAGS = new Set(['kind', 'status', 'error_code', 'tolerated', 'expected_response']);

interface Watched {
  readonly threshold: Threshold;
  readonly total: Sink;
  /** For `errors`: all requests that could have failed. Their share is its `rate`; without any, there is nothing to judge. */
  readonly requests: Sink | null;
  readonly window: SlidingWindow | null;
  /** The end of the last interval with samples. */
  lastMs: number;
}

interface WindowSlice {
  readonly fromMs: number;
  readonly toMs: number;
  readonly sink: Sink;
  readonly requests: Sink | null;
}

interface SlidingWindow {
  readonly slices: WindowSlice[];
  current: { sink: Sink; requests: Sink | null };
  worst: ThresholdResult | null;
}

/**
 * Judges a plan's thresholds over a run as its events come. Each threshold has its own sinks, so that the judgement costs the
 * same after an hour as in the first second, and is exact: merged histograms, never averaged percentiles.
 *
 * A threshold without samples is `no-data`, never `pass`.
 */
export class ThresholdEvaluator {
  readonly #plan: Plan;
  readonly #watched: readonly Watched[];
  readonly #bySeries = new Map<number, { watched: Watched; asRequests: boolean }[]>();

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#watched = plan.thresholds.map((threshold) => {
      const kind = metricDefinition(threshold.metric, plan.metrics)?.kind ?? 'trend';
      const relative = threshold.metric === 'errors';
      const fresh = () => ({ sink: createSink(kind), requests: relative ? createSink('counter') : null });
      const { sink: total, requests } = fresh();
      return {
        threshold,
        total,
        requests,
        window: threshold.windowMs === null ? null : { slices: [], current: fresh(), worst: null },
        lastMs: 0,
      };
    });
  }

  onSeries(series: SeriesDefinition): void {
    for (const watched of this.#watched) {
      const { threshold } = watched;
      const own = series.metric === threshold.metric && matches(series.tags, threshold.tags);
      const asRequests =
        watched.requests !== null &&
        series.metric === 'http_reqs' &&
        matches(
          series.tags,
          Object.fromEntries(Object.entries(threshold.tags).filter(([tag]) => !FAILURE_TAGS.has(tag))),
        );
      if (!own && !asRequests) continue;
      const list = this.#bySeries.get(series.id) ?? [];
      list.push({ watched, asRequests });
      this.#bySeries.set(series.id, list);
    }
  }

  /** `counts`: its histograms, where they are decoded already. */
  onInterval(interval: Interval, counts?: IntervalCounts): void {
    const add: DeltaVisitor = (id, addTo) => {
      for (const { watched, asRequests } of this.#bySeries.get(id) ?? []) {
        const into = asRequests ? watched.requests : watched.total;
        if (into) addTo(into);
        watched.lastMs = interval.toMs;
        const current = watched.window?.current;
        const slice = asRequests ? current?.requests : current?.sink;
        if (slice) addTo(slice);
      }
    };
    forEachDelta(interval, add, counts?.ofTrend);
    for (const watched of this.#watched) if (watched.window) this.#slide(watched, watched.window, interval);
  }

  /**
   * The verdicts so far, or, with `final`, those of a run that has made all of its load. `atMs` is how long the load has lasted.
   * Until then, what more of the same load can still fulfil is `not-yet`.
   */
  results(atMs: number, { final }: { readonly final: boolean }): ThresholdResult[] {
    return this.#watched.map((watched) => {
      const { threshold, total, requests, window } = watched;
      const whole = judge(threshold, total, requests, this.#elapsedMs(watched, 0, atMs));
      // A run shorter than the window is judged as a whole. A window that is over stays as it was.
      if (window?.worst) return window.worst;
      const waiting = !final && whole.verdict === 'fail' && mayStillHold(threshold, total, whole.actual);
      return waiting && !this.#isPast(threshold, atMs) ? { ...whole, verdict: 'not-yet' } : whole;
    });
  }

  /** Whether no more samples can come for a threshold that names a stage or a scenario: these are over, and so is their graceful stop. */
  #isPast(threshold: Threshold, atMs: number): boolean {
    const spans = this.#spansOf(threshold);
    return spans.length > 0 && spans.every((span) => span.toMs + span.graceMs < atMs);
  }

  #slide(watched: Watched, window: SlidingWindow, interval: Interval): void {
    const { threshold } = watched;
    const windowMs = threshold.windowMs ?? 0;
    window.slices.push({ fromMs: interval.fromMs, toMs: interval.toMs, ...window.current });
    const kind = watched.total.kind;
    window.current = { sink: createSink(kind), requests: watched.requests && createSink('counter') };
    while (window.slices[0] && window.slices[0].fromMs < interval.toMs - windowMs - 500) window.slices.shift();
    const first = window.slices[0];
    // Half an interval of tolerance: intervals are about a second, never exactly one.
    if (!first || interval.toMs - first.fromMs < windowMs - 500) return;
    const sink = createSink(kind);
    const requests = watched.requests && createSink('counter');
    for (const slice of window.slices) {
      mergeSinks(sink, slice.sink);
      if (requests && slice.requests) mergeSinks(requests, slice.requests);
    }
    const result = judge(threshold, sink, requests, this.#elapsedMs(watched, first.fromMs, interval.toMs));
    if (result.verdict === 'no-data') return;
    if (!window.worst || isWorse(threshold.condition, result, window.worst)) {
      window.worst = { ...result, worstWindow: { fromMs: first.fromMs, toMs: interval.toMs } };
    }
  }

  /**
   * What a counter's rate is divided by: the time of the load, or, where the threshold names a stage or a scenario, the time
   * that this one had of it, its graceful stop included.
   */
  #elapsedMs({ threshold, lastMs }: Watched, fromMs: number, toMs: number): number {
    const spans = this.#spansOf(threshold);
    if (spans.length === 0) return toMs - fromMs;
    const start = Math.max(fromMs, Math.min(...spans.map((span) => span.fromMs)));
    const end = Math.min(toMs, Math.max(...spans.map((span) => endOfSpan(span, lastMs))));
    return Math.max(0, end - start);
  }

  /** When the stage or the scenario that a threshold names goes on; none where it names none. */
  #spansOf({ tags: { stage, scenario } }: Threshold): readonly LoadSpan[] {
    if (stage === undefined && scenario === undefined) return [];
    return this.#plan.scenarios
      .filter((candidate) => scenario === undefined || candidate.name === scenario)
      .flatMap((candidate) =>
        stage === undefined
          ? [scenarioSpan(candidate)]
          : stageSpans(candidate).filter((window) => window.name === stage),
      );
  }
}

/** Whether a sample's tags hold all that a selector wants. */
export function matches(tags: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  for (const tag in wanted) if (tags[tag] !== wanted[tag]) return false;
  return true;
}

function judge(threshold: Threshold, sink: Sink, requests: Sink | null, elapsedMs: number): ThresholdResult {
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
function mayStillHold({ condition }: Threshold, sink: Sink, actual: number | null): boolean {
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
function isWorse(condition: Condition, candidate: ThresholdResult, worst: ThresholdResult): boolean {
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
