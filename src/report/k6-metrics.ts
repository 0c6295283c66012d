import type { MetricContains, MetricKind, Plan } from '../scenario/plan.ts';
import type { ThresholdResult } from '../run/events.ts';
import { BUILT_IN_METRICS, metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { CounterSink, type Sink, type TrendSink } from '../run/sinks.ts';

/** The figures that k6 gives of a trend by default (`summaryTrendStats`). */
export const TREND_STATS = ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)'] as const;
export type TrendStat = (typeof TREND_STATS)[number];

/** A metric, or a sub-metric such as `http_req_duration{name:me}`, as k6's own summaries list them. */
export interface K6Metric {
  readonly name: string;
  readonly kind: MetricKind;
  readonly contains: MetricContains;
  /** null: nothing was measured, and the metric is only here for its thresholds. */
  readonly sink: Sink | null;
  readonly thresholds: readonly { readonly source: string; readonly failed: boolean }[];
}

/** The sub-metric that k6 always keeps: durations of the requests that met their `expect`. */
const EXPECTED_RESPONSES = {
  selector: 'http_req_duration{expected_response:true}',
  tags: { expected_response: 'true' },
};

/**
 * All metrics that have samples or thresholds, sorted as k6 sorts them: by name, each metric's sub-metrics after it. There
 * is a sub-metric for each tag set that a threshold names, as in k6.
 */
export function k6Metrics(run: RunModel): K6Metric[] {
  const plan = run.plan;
  if (!plan) return [];
  const metrics = new Map<string, K6Metric>();
  const add = (name: string, metric: string, tags: Readonly<Record<string, string>>): void => {
    const definition = metricDefinition(metric, plan.metrics);
    if (!definition || metrics.has(name)) return;
    const thresholds = thresholdsOf(run, plan, name);
    const sink = run.total(metric, tags) ?? nothingCounted(run, plan, name);
    // k6 has no `dropped_iterations` in a run that dropped none.
    const measured = sink !== null && hasSamples(sink) && (metric !== 'dropped_iterations' || isCounted(sink));
    if (!measured && thresholds.length === 0) return;
    const { kind, contains } = definition;
    metrics.set(name, { name, kind, contains, sink: measured ? sink : null, thresholds });
  };
  for (const { name } of [...BUILT_IN_METRICS, ...plan.metrics]) add(name, name, {});
  add(EXPECTED_RESPONSES.selector, 'http_req_duration', EXPECTED_RESPONSES.tags);
  for (const { selector, metric, tags } of plan.thresholds) add(selector, metric, tags);
  return [...metrics.values()].sort((a, b) => compareNames(a.name, b.name));
}

/** A trend's figure by k6's name for it. null without samples. */
export function trendStat(sink: TrendSink, stat: TrendStat): number | null {
  switch (stat) {
    case 'avg':
      return sink.average;
    case 'min':
      return sink.lowest;
    case 'med':
      return sink.percentile(50);
    case 'max':
      return sink.highest;
    case 'p(90)':
      return sink.percentile(90);
    case 'p(95)':
      return sink.percentile(95);
  }
}

/** A counter's rate per second over the load so far; 0 before it began, as in k6. */
export function ratePerSecond(run: RunModel, sum: number): number {
  return run.elapsedMs > 0 ? (sum * 1000) / run.elapsedMs : 0;
}

/** What k6 calls `passes` of a rate are the samples that were true; of `http_req_failed` these are the failures. */
export function falses(sink: { readonly trues: number; readonly total: number }): number {
  return sink.total - sink.trues;
}

/** A counter without a series was judged all the same: it is 0, as the number of errors in a run without any. */
function nothingCounted(run: RunModel, plan: Plan, selector: string): Sink | null {
  const judged = plan.thresholds.find((threshold) => threshold.selector === selector);
  if (!judged || typeof run.thresholds[judged.id]?.actual !== 'number') return null;
  return metricDefinition(judged.metric, plan.metrics)?.kind === 'counter' ? new CounterSink() : null;
}

function thresholdsOf(run: RunModel, plan: Plan, selector: string): K6Metric['thresholds'] {
  const failedBySource = new Map<string, boolean>();
  for (const { id, selector: own, condition } of plan.thresholds) {
    if (own !== selector) continue;
    // The same expression may stand there twice, once for the whole run and once for every window of it.
    const failed = isFailed(run, run.thresholds[id]) || failedBySource.get(condition.source) === true;
    failedBySource.set(condition.source, failed);
  }
  return [...failedBySource].map(([source, failed]) => ({ source, failed }));
}

/** A threshold without samples fails the run, unless the run was told to accept that: then it has passed in spite of it. */
function isFailed(run: RunModel, result: ThresholdResult | undefined): boolean {
  if (result === undefined || result.verdict === 'no-data') return run.end?.outcome !== 'passed';
  // k6 knows no other word for what does not hold.
  return result.verdict === 'fail' || result.verdict === 'not-yet';
}

function isCounted(sink: Sink): boolean {
  return sink.kind === 'counter' && sink.sum > 0;
}

function hasSamples(sink: Sink): boolean {
  switch (sink.kind) {
    case 'counter':
      return true;
    case 'gauge':
      return sink.value !== null;
    case 'rate':
      return sink.total > 0;
    case 'trend':
      return sink.count > 0;
  }
}

function compareNames(a: string, b: string): number {
  const [parentA = '', parentB = ''] = [a.split('{', 1)[0], b.split('{', 1)[0]];
  return ordinal(parentA, parentB) || ordinal(a.slice(parentA.length), b.slice(parentB.length));
}

/** Not `localeCompare`: the order must not depend on the machine's language. */
function ordinal(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
