import { Point } from '@influxdata/influxdb-client';
import type { RunModel } from '../run/model.ts';
import { allRows, type IntervalRow } from './interval-rows.ts';
import { thresholdFigures } from './threshold-figures.ts';

/**
 * InfluxDB's line protocol: a measurement for each metric by its k6 name, a line for each series in each interval, times in ns.
 * k6 sends every single sample as field `value`; these lines have the interval's figures, so that the engine need not slow down.
 * Counters have their sum and gauges their last value in `value`, as k6's dashboards read them. Rates and trends have no `value`,
 * as a mean of rates or of percentiles would be a wrong number: they have `trues` and `total`, `count`, `sum`, `p95`, ….
 *
 * `extraTags` are put on every line, unless a series has the tag itself.
 */
export function influxLines(rows: readonly IntervalRow[], extraTags: Readonly<Record<string, string>>): string[] {
  return rows.flatMap(({ time, metric, kind, tags, figures }) => {
    const point = new Point(metric);
    for (const [tag, value] of Object.entries({ ...extraTags, ...tags })) if (value !== '') point.tag(tag, value);
    for (const [figure, value] of Object.entries(figures)) {
      point.floatField(kind === 'counter' && figure === 'sum' ? 'value' : figure, value);
    }
    const line = point.timestamp(`${Math.round(time)}000000`).toLineProtocol();
    return line === undefined ? [] : [line];
  });
}

/** A line for each threshold, in the measurement `threshold`: its verdict as of a moment of the load, and its limits. */
export function influxThresholds(run: RunModel, atMs: number): string[] {
  const time = `${Math.round(run.timeOf(atMs) ?? 0)}000000`;
  return thresholdFigures(run).flatMap(({ tags, figures }) => {
    const point = new Point('threshold');
    for (const [tag, value] of Object.entries({ ...runTags(run), ...tags })) point.tag(tag, value);
    for (const [figure, value] of Object.entries(figures)) point.floatField(figure, value);
    return point.timestamp(time).toLineProtocol() ?? [];
  });
}

/** A whole run with its final verdicts; each line with its end. */
export function influxFile(run: RunModel): string {
  const verdicts = run.loadStarted ? influxThresholds(run, run.elapsedMs) : [];
  return [...influxLines(allRows(run), runTags(run)), ...verdicts].map((line) => `${line}\n`).join('');
}

/** What tells this run's series from those of others: k6's dashboards select by `testid`. */
export function runTags(run: RunModel): Readonly<Record<string, string>> {
  return run.start ? { testid: run.start.runId } : {};
}
