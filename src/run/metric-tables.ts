/** The metrics of a run that are no request's: iterations, what a scenario records itself, polls, streams. */
import { BUILT_IN_METRICS, metricDefinition, type MetricDefinition } from './metrics.ts';
import type { RunModel, TimeWindow } from './model.ts';
import { createSink, mergeSinks, type CounterSink, type GaugeSink, type RateSink, type TrendSink } from './sinks.ts';

export type MetricRow = { readonly name: string; readonly definition: MetricDefinition } & (
  | { readonly kind: 'trend'; readonly sink: TrendSink }
  | { readonly kind: 'counter'; readonly sink: CounterSink }
  | { readonly kind: 'gauge'; readonly sink: GaugeSink }
  | { readonly kind: 'rate'; readonly sink: RateSink }
);

/** These have tables of their own: endpoints, errors, checks, groups, the load over time. */
const ELSEWHERE = /^(http_.*|errors|checks|group_duration|vus|vus_max)$/;

/**
 * One row a metric over all of its tags: those of the scenario first, in the file's order and also where nothing was recorded,
 * then the built-in ones that have something to tell.
 */
export function metricRows(run: RunModel, window: TimeWindow | null = null): MetricRow[] {
  const custom = run.plan?.metrics ?? [];
  const rows = new Map<string, MetricRow>();
  for (const { name } of custom) {
    const definition = metricDefinition(name, custom);
    if (definition) rows.set(name, emptyRow(definition));
  }
  for (const series of run.series(window)) {
    const { metric } = series.definition;
    if (ELSEWHERE.test(metric)) continue;
    let row = rows.get(metric);
    if (!row) {
      const definition = metricDefinition(metric, custom);
      if (!definition) continue;
      rows.set(metric, (row = emptyRow(definition)));
    }
    mergeSinks(row.sink, series.sink);
  }
  // -1, what is no built-in metric, comes first.
  const place = ({ name }: MetricRow): number => BUILT_IN_METRICS.findIndex((metric) => metric.name === name);
  return [...rows.values()].filter((row) => place(row) < 0 || !isNothing(row)).sort((a, b) => place(a) - place(b));
}

function isNothing({ kind, sink }: MetricRow): boolean {
  switch (kind) {
    case 'trend':
      return sink.count === 0;
    case 'counter':
      return sink.sum === 0;
    case 'gauge':
      return sink.value === null;
    case 'rate':
      return sink.total === 0;
  }
}

function emptyRow(definition: MetricDefinition): MetricRow {
  const sink = createSink(definition.kind);
  const { name } = definition;
  switch (sink.kind) {
    case 'trend':
      return { name, definition, kind: sink.kind, sink };
    case 'counter':
      return { name, definition, kind: sink.kind, sink };
    case 'gauge':
      return { name, definition, kind: sink.kind, sink };
    case 'rate':
      return { name, definition, kind: sink.kind, sink };
  }
}
