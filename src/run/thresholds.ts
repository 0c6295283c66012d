import type { Plan, Threshold } from '../scenario/plan.ts';
import type { Interval, SeriesDefinition, ThresholdResult } from './events.ts';
import type { IntervalCounts } from './interval-counts.ts';
import { forEachDelta, type DeltaVisitor } from './interval-deltas.ts';
import { endOfSpan, scenarioSpan, stageSpans, type LoadSpan } from './load-spans.ts';
import { createSink, mergeSinks, type Sink } from './sinks.ts';
import { metricDefinition } from './metrics.ts';
import { isWorse, judge, mayStillHold } from './threshold-verdict.ts';

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
    const oldestMs = interval.toMs - windowMs - 500;
    let [first] = window.slices;
    // In the later hours of a run, one interval may be longer than the window.
    while (first && first.fromMs < oldestMs && window.slices.length > 1) {
      window.slices.shift();
      [first] = window.slices;
    }
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
