/** Intervals as plain rows: what the CSV and JSON lines of intervals and InfluxDB's lines are made of. */
import type { Interval, SeriesDefinition } from '../run/events.ts';
import { forEachDelta } from '../run/interval-deltas.ts';
import type { RunModel } from '../run/model.ts';
import { createSink, type Sink } from '../run/sinks.ts';
import type { MetricKind } from '../scenario/plan.ts';
import { csv } from './csv.ts';
import { rfc3339 } from './k6-json.ts';

/** What one metric × tag set measured in one interval. */
export interface IntervalRow {
  /** Unix time in ms of the interval's end. */
  readonly time: number;
  /** Since the start of the load; of the slower trends, ten seconds are one row. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly metric: string;
  readonly kind: MetricKind;
  readonly tags: Readonly<Record<string, string>>;
  readonly figures: Figures;
}

/** By name. Counters: `sum`. Gauges: `value`, `min`, `max`. Rates: `rate`, `trues`, `total`. Trends: the others, times in ms. */
export type Figures = Partial<Record<Figure, number>>;

export const FIGURES = [
  'sum',
  'value',
  'rate',
  'trues',
  'total',
  'count',
  'min',
  'max',
  'avg',
  'med',
  'p90',
  'p95',
  'p99',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Rows of an interval in the order of the journal; series that were not announced are left out. */
export function intervalRows(
  interval: Interval,
  definitionOf: (id: number) => SeriesDefinition | undefined,
  loadStart: number,
): IntervalRow[] {
  const rows: IntervalRow[] = [];
  const slow = new Set(interval.slowTrends?.map(([id]) => id));
  forEachDelta(interval, (id, addTo) => {
    const definition = definitionOf(id);
    if (!definition) return;
    const sink = createSink(definition.kind);
    addTo(sink);
    rows.push({
      time: loadStart + interval.toMs,
      fromMs: slow.has(id) ? (interval.slowFromMs ?? interval.fromMs) : interval.fromMs,
      toMs: interval.toMs,
      metric: definition.metric,
      kind: definition.kind,
      tags: definition.tags,
      figures: figuresOf(sink),
    });
  });
  return rows;
}

/** CSV with a column for each figure and, behind them, for each tag that occurs. Empty: not a figure of this kind, or not tagged. */
export function intervalsCsv(run: RunModel): string {
  const rows = allRows(run);
  const tags = [...new Set(rows.flatMap((row) => Object.keys(row.tags)))].sort();
  return csv(
    ['time', 'from_ms', 'to_ms', 'metric', 'kind', ...FIGURES, ...tags.map((tag) => `tag_${tag}`)],
    rows.map((row) => [
      rfc3339(row.time),
      row.fromMs,
      row.toMs,
      row.metric,
      row.kind,
      ...FIGURES.map((figure) => row.figures[figure] ?? null),
      ...tags.map((tag) => row.tags[tag] ?? null),
    ]),
  );
}

/** The same rows as JSON, one a line. */
export function intervalsJsonLines(run: RunModel): string {
  return allRows(run)
    .map(({ time, fromMs, toMs, metric, kind, tags, figures }) =>
      JSON.stringify({ time: rfc3339(time), from_ms: fromMs, to_ms: toMs, metric, kind, ...figures, tags }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Of a whole run that keeps its intervals. */
export function allRows(run: RunModel): IntervalRow[] {
  const loadStart = run.timeOf(0);
  if (loadStart === null) return [];
  return run.intervals.flatMap((interval) => intervalRows(interval, (id) => run.definition(id), loadStart));
}

function figuresOf(sink: Sink): Figures {
  switch (sink.kind) {
    case 'counter':
      return { sum: sink.sum };
    case 'gauge':
      return sink.value === null ? {} : { value: sink.value, min: sink.min, max: sink.max };
    case 'rate':
      return { ...(sink.rate === null ? {} : { rate: sink.rate }), trues: sink.trues, total: sink.total };
    case 'trend': {
      const { average } = sink;
      if (average === null) return { count: 0 };
      return {
        count: sink.count,
        sum: sink.sum,
        min: sink.min,
        max: sink.max,
        avg: average,
        med: sink.percentile(50) ?? average,
        p90: sink.percentile(90) ?? average,
        p95: sink.percentile(95) ?? average,
        p99: sink.percentile(99) ?? average,
      };
    }
  }
}
