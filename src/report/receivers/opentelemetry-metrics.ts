import { ValueType, type HrTime } from '@opentelemetry/api';
import { AggregationTemporality, DataPointType, type DataPoint, type MetricData } from '@opentelemetry/sdk-metrics';
import { metricDefinition } from '../../run/metrics.ts';
import type { RunModel, Series } from '../../run/model.ts';
import type { TrendSink } from '../../run/sinks.ts';
import type { MetricContains } from '../../scenario/plan.ts';
import { THRESHOLD_FIGURES, thresholdFigures, type ThresholdFigure } from '../threshold-figures.ts';

/** How trends are told: buckets with OpenTelemetry's usual bounds (as k6), or ones that are about 2 % wide everywhere. */
export type HistogramKind = 'explicit' | 'exponential';

/** OpenTelemetry's default, in the metric's own unit: ms for times. */
const BOUNDARIES = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];
/** OpenTelemetry's default number of buckets of an exponential histogram. */
const MOST_BUCKETS = 160;
const FINEST_SCALE = 5;

/**
 * Everything since the start as of a moment of the load, as k6 maps it: counters to sums, gauges to gauges, rates to one sum with
 * the attribute `condition` (`zero` or `nonzero`), trends to histograms; units `ms`, `By` or none.
 */
export function openTelemetryMetrics(run: RunModel, atMs: number, histograms: HistogramKind): MetricData[] {
  const span = { startTime: hrTime(run.timeOf(0) ?? 0), endTime: hrTime(run.timeOf(atMs) ?? 0) };
  const byMetric = new Map<string, Series[]>();
  for (const series of run.series()) {
    const { metric } = series.definition;
    byMetric.set(metric, [...(byMetric.get(metric) ?? []), series]);
  }
  return [...byMetric].flatMap(([metric, series]) => {
    const definition = metricDefinition(metric, run.plan?.metrics);
    const descriptor = {
      name: metric,
      description: definition?.description ?? '',
      unit: unitOf(definition?.contains ?? 'default'),
      valueType: ValueType.DOUBLE,
    };
    const data = metricData(series, span, histograms);
    return data ? [{ descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE, ...data }] : [];
  });
}

/** Gauges `threshold_ok`, `_actual`, `_limit` and `_acceptable`, whose attribute `unit` is that of the figure, as thresholds have several. */
export function openTelemetryThresholds(run: RunModel, atMs: number): MetricData[] {
  const span = { startTime: hrTime(run.timeOf(0) ?? 0), endTime: hrTime(run.timeOf(atMs) ?? 0) };
  const thresholds = thresholdFigures(run);
  return THRESHOLD_FIGURES.flatMap((figure) => {
    const dataPoints = thresholds.flatMap(({ tags, contains, figures }): DataPoint<number>[] => {
      const value = figures[figure];
      if (value === undefined) return [];
      const unit = figure === 'ok' ? '' : unitOf(contains);
      return [{ ...span, attributes: { ...tags, ...(unit === '' ? {} : { unit }) }, value }];
    });
    if (dataPoints.length === 0) return [];
    const name = `threshold_${figure}`;
    return [
      {
        descriptor: { name, description: THRESHOLD_DESCRIPTIONS[figure], unit: '', valueType: ValueType.DOUBLE },
        aggregationTemporality: AggregationTemporality.CUMULATIVE,
        dataPointType: DataPointType.GAUGE,
        dataPoints,
      },
    ];
  });
}

const THRESHOLD_DESCRIPTIONS: Readonly<Record<ThresholdFigure, string>> = {
  ok: '1 where the threshold does not fail the run, 0 where it does.',
  actual: 'What was measured since the start.',
  limit: 'What the figure is held to.',
  acceptable: 'What is accepted with a warning.',
};

type Span = Pick<DataPoint<number>, 'startTime' | 'endTime'>;
type WithoutHead<T> = T extends MetricData ? Omit<T, 'descriptor' | 'aggregationTemporality'> : never;

function metricData(series: readonly Series[], span: Span, histograms: HistogramKind): WithoutHead<MetricData> | null {
  const at = <T>(attributes: Readonly<Record<string, string>>, value: T): DataPoint<T> => ({
    ...span,
    attributes,
    value,
  });
  const numbers: DataPoint<number>[] = [];
  const trends: { readonly tags: Readonly<Record<string, string>>; readonly sink: TrendSink }[] = [];
  for (const { definition, sink } of series) {
    const tags = withoutEmpty(definition.tags);
    switch (sink.kind) {
      case 'counter':
        numbers.push(at(tags, sink.sum));
        break;
      case 'gauge':
        if (sink.value !== null) numbers.push(at(tags, sink.value));
        break;
      case 'rate':
        numbers.push(at({ ...tags, condition: 'nonzero' }, sink.trues));
        numbers.push(at({ ...tags, condition: 'zero' }, sink.total - sink.trues));
        break;
      case 'trend':
        if (sink.count > 0) trends.push({ tags, sink });
    }
  }
  switch (series[0]?.sink.kind) {
    case undefined:
      return null;
    case 'counter':
    case 'rate':
      return { dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: numbers };
    case 'gauge':
      return { dataPointType: DataPointType.GAUGE, dataPoints: numbers };
    case 'trend':
      return histograms === 'explicit'
        ? {
            dataPointType: DataPointType.HISTOGRAM,
            dataPoints: trends.map(({ tags, sink }) => at(tags, explicit(sink))),
          }
        : {
            dataPointType: DataPointType.EXPONENTIAL_HISTOGRAM,
            dataPoints: trends.map(({ tags, sink }) => at(tags, exponential(sink))),
          };
  }
}

/** A bucket holds what is above the bound before it and not above its own. */
function explicit(sink: TrendSink) {
  const counts = Array.from({ length: BOUNDARIES.length + 1 }, () => 0);
  sink.histogram.forEachBucket((value, count) => {
    const bucket = BOUNDARIES.findIndex((bound) => value <= bound);
    const index = bucket < 0 ? BOUNDARIES.length : bucket;
    counts[index] = (counts[index] ?? 0) + count;
  });
  const { count, sum, min, max } = sink;
  return { buckets: { boundaries: BOUNDARIES, counts }, count, sum, min, max };
}

/**
 * Bucket `i` holds values above 2^(i / 2^scale) and not above 2^((i + 1) / 2^scale); the scale is the finest that fits. See
 * OpenTelemetry's data model, "ExponentialHistogram".
 */
function exponential(sink: TrendSink) {
  const filled: [value: number, count: number][] = [];
  let zeroCount = 0;
  sink.histogram.forEachBucket((value, count) => {
    if (value > 0) filled.push([value, count]);
    else zeroCount += count;
  });
  const indexAt = (value: number, scale: number): number => Math.ceil(Math.log2(value) * 2 ** scale) - 1;
  const [lowest, highest] = [filled[0]?.[0] ?? 1, filled.at(-1)?.[0] ?? 1];
  let scale = FINEST_SCALE;
  while (indexAt(highest, scale) - indexAt(lowest, scale) >= MOST_BUCKETS) scale--;
  const offset = indexAt(lowest, scale);
  const bucketCounts = filled.length === 0 ? [] : Array.from({ length: indexAt(highest, scale) - offset + 1 }, () => 0);
  for (const [value, count] of filled) {
    const index = indexAt(value, scale) - offset;
    bucketCounts[index] = (bucketCounts[index] ?? 0) + count;
  }
  const { count, sum, min, max } = sink;
  const negative = { offset: 0, bucketCounts: [] };
  return { count, sum, scale, zeroCount, positive: { offset, bucketCounts }, negative, min, max };
}

function unitOf(contains: MetricContains): string {
  switch (contains) {
    case 'time':
      return 'ms';
    case 'data':
      return 'By';
    case 'default':
      return '';
  }
}

function withoutEmpty(tags: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== ''));
}

/** Seconds and nanoseconds. */
function hrTime(unixMs: number): HrTime {
  const seconds = Math.floor(unixMs / 1000);
  return [seconds, Math.round((unixMs - seconds * 1000) * 1e6)];
}
