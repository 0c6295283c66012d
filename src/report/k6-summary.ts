import { createHash } from 'node:crypto';
import type { RunModel } from '../run/model.ts';
import { checkRows } from '../run/tables.ts';
import { falses, k6Metrics, ratePerSecond, TREND_STATS, trendStat, type K6Metric } from './k6-metrics.ts';

/** A metric's figures by k6's names, and its thresholds: expression → **whether it failed** (k6 issue 1498). */
export type MetricValues = Record<string, number | Record<string, boolean>>;

export interface SummaryCheck {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly passes: number;
  readonly fails: number;
}

export interface SummaryGroup {
  readonly name: string;
  readonly path: string;
  readonly id: string;
  readonly groups: Record<string, SummaryGroup>;
  readonly checks: Record<string, SummaryCheck>;
}

export interface K6Summary {
  readonly root_group: SummaryGroup;
  readonly metrics: Record<string, MetricValues>;
}

/**
 * The file of k6's `--summary-export`, indented as k6 does. Two things differ, both on purpose: there is never a
 * `setup_data` (k6 writes what setup returned, tokens included, in clear), and a metric that has only thresholds and no
 * sample has no figures, where k6 writes zeros that read like a fast server.
 */
export function k6SummaryText(run: RunModel): string {
  return JSON.stringify(k6Summary(run), null, 4);
}

/** The same as an object. */
export function k6Summary(run: RunModel): K6Summary {
  const metrics: Record<string, MetricValues> = {};
  for (const metric of k6Metrics(run)) {
    const values = k6MetricValues(run, metric);
    const thresholds = Object.fromEntries(metric.thresholds.map(({ source, failed }) => [source, failed]));
    metrics[metric.name] = metric.thresholds.length > 0 ? { ...values, thresholds } : values;
  }
  return { root_group: k6RootGroup(run), metrics };
}

/** A metric's figures by the names of `--summary-export`; none without samples. */
export function k6MetricValues(run: RunModel, { sink }: K6Metric): Record<string, number> {
  switch (sink?.kind) {
    case undefined:
      return {};
    case 'counter':
      return { count: sink.sum, rate: ratePerSecond(run, sink.sum) };
    case 'gauge':
      return { value: sink.value ?? 0, min: sink.min, max: sink.max };
    case 'rate':
      return { value: sink.rate ?? 0, passes: sink.trues, fails: falses(sink) };
    case 'trend':
      return Object.fromEntries(TREND_STATS.map((stat) => [stat, trendStat(sink, stat) ?? 0]));
  }
}

/** Groups and checks as k6's tree, with k6's ids. */
export function k6RootGroup(run: RunModel): SummaryGroup {
  const root = group('', '');
  for (const check of checkRows(run)) {
    let parent = root;
    for (const name of check.group.split('::').filter((part) => part !== '')) {
      parent = parent.groups[name] ??= group(name, `${parent.path}::${name}`);
    }
    const path = `${parent.path}::${check.name}`;
    const { name, passes, fails } = check;
    parent.checks[name] = { name, path, id: idOf(path), passes, fails };
  }
  return root;
}

function group(name: string, path: string): SummaryGroup {
  return { name, path, id: idOf(path), groups: {}, checks: {} };
}

/** k6's ids of groups and checks are the MD5 of their path (lib/models.go); it names them, it protects nothing. */
function idOf(path: string): string {
  return createHash('md5').update(path).digest('hex');
}
