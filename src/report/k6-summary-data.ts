import type { MetricContains, MetricKind } from '../scenario/plan.ts';
import type { RunModel } from '../run/model.ts';
import { TREND_STATS, type K6Metric, k6Metrics } from './k6-metrics.ts';
import { k6MetricValues, k6RootGroup, type SummaryCheck, type SummaryGroup } from './k6-summary.ts';

export interface SummaryDataMetric {
  readonly type: MetricKind;
  readonly contains: MetricContains;
  readonly values: Readonly<Record<string, number>>;
  readonly thresholds?: Readonly<Record<string, { readonly ok: boolean }>>;
}

export interface SummaryDataGroup {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly groups: readonly SummaryDataGroup[];
  readonly checks: readonly SummaryCheck[];
}

export interface K6SummaryData {
  readonly root_group: SummaryDataGroup;
  readonly options: {
    readonly summaryTrendStats: readonly string[];
    readonly summaryTimeUnit: string;
    readonly noColor: boolean;
  };
  readonly state: {
    readonly isStdOutTTY: boolean;
    readonly isStdErrTTY: boolean;
    readonly testRunDurationMs: number;
  };
  readonly metrics: Readonly<Record<string, SummaryDataMetric>>;
}

/**
 * The `data` that k6 hands to a script's `handleSummary` (internal/js/summary.go, `summarizeMetricsToObject`), which k6's own
 * `textSummary` and `jUnit` and most of its report tools read. Unlike in `--summary-export`, a threshold says whether it is ok,
 * and rates have a `rate`. There is never a `setup_data`; metrics without samples have no values.
 */
export function k6SummaryData(run: RunModel): K6SummaryData {
  return {
    root_group: listed(k6RootGroup(run)),
    options: { summaryTrendStats: TREND_STATS, summaryTimeUnit: '', noColor: true },
    state: { isStdOutTTY: false, isStdErrTTY: false, testRunDurationMs: run.elapsedMs },
    metrics: Object.fromEntries(k6Metrics(run).map((metric) => [metric.name, dataOf(run, metric)])),
  };
}

/** The same as text. */
export function k6SummaryDataText(run: RunModel): string {
  return `${JSON.stringify(k6SummaryData(run), null, 4)}\n`;
}

function dataOf(run: RunModel, metric: K6Metric): SummaryDataMetric {
  const { value, ...others } = k6MetricValues(run, metric);
  const ratio = metric.kind === 'rate' ? 'rate' : 'value';
  return {
    type: metric.kind,
    contains: metric.contains,
    values: value === undefined ? others : { [ratio]: value, ...others },
    ...(metric.thresholds.length === 0
      ? {}
      : { thresholds: Object.fromEntries(metric.thresholds.map(({ source, failed }) => [source, { ok: !failed }])) }),
  };
}

function listed({ name, path, id, groups, checks }: SummaryGroup): SummaryDataGroup {
  return { name, path, id, groups: Object.values(groups).map(listed), checks: Object.values(checks) };
}
