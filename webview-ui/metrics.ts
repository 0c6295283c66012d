import type { Part, ViewContext } from './context.ts';
import { h, setHidden } from './dom.ts';
import { Table, type Column, type Tier } from './table.ts';
import { metricRows, type MetricRow } from '../src/run/metric-tables.ts';
import { spanSeconds } from '../src/run/tables.ts';
import { bytes, count, DASH, milliseconds, plural } from '../src/report/format.ts';
import { metricTotal } from '../src/report/metric-words.ts';

type TrendRow = Extract<MetricRow, { kind: 'trend' }>;

/** What is no request's: iterations, what the scenario records itself, polls, streams. Not there before the first of them. */
export function createMetrics(context: ViewContext): Part & { updateWindow(): void } {
  const { run } = context;
  const section = context.section('metrics', 'Metrics');
  const trends = new Table<TrendRow>({
    caption: 'Trends. Times in milliseconds.',
    className: 'trends',
    key: ({ name }) => name,
    columns: [
      nameColumn(),
      {
        key: 'samples',
        title: 'Samples',
        numeric: true,
        tier: 1,
        value: ({ sink }) => sink.count,
        text: ({ sink }) => count(sink.count),
      },
      figure('min', 4, ({ sink }) => sink.lowest),
      figure('avg', 2, ({ sink }) => sink.average),
      figure('p50', 0, ({ sink }) => sink.percentile(50)),
      figure('p90', 3, ({ sink }) => sink.percentile(90)),
      figure('p95', 0, ({ sink }) => sink.percentile(95)),
      figure('p99', 1, ({ sink }) => sink.percentile(99)),
      figure('max', 2, ({ sink }) => sink.highest),
    ],
  });
  const totals = new Table<MetricRow>({
    caption: 'Counters, gauges and rates',
    className: 'totals',
    key: ({ name }) => name,
    columns: [
      nameColumn(),
      { key: 'value', title: 'Value', numeric: true, text: (row) => metricTotal(row, seconds())?.value ?? DASH },
      { key: 'detail', title: 'Detail', text: (row) => metricTotal(row, seconds())?.detail ?? '' },
    ],
  });
  section.body.append(h('p', { class: 'hint unit-hint' }, 'Times in ms.'), trends.node, totals.node);
  return { node: section.node, update: updateWindow, updateWindow };

  function seconds(): number {
    return spanSeconds(run, context.window);
  }

  function updateWindow(): void {
    const rows = metricRows(run, context.window);
    // Once there, the section stays: in some window there may be nothing.
    if (rows.length > 0 || !context.window) setHidden(section.node, rows.length === 0);
    const measured = rows.filter((row) => row.kind === 'trend');
    const others = rows.filter((row) => row.kind !== 'trend');
    trends.update(measured);
    totals.update(others);
    setHidden(trends.node, measured.length === 0);
    setHidden(totals.node, others.length === 0);
    section.summary(plural(rows.length, 'metric'));
  }
}

function nameColumn<Row extends MetricRow>(): Column<Row> {
  return {
    key: 'name',
    title: 'Metric',
    className: 'what',
    value: ({ name }) => name,
    cell: ({ name, definition }) => ({
      nodes: [h('code', { attributes: { title: definition.description } }, name)],
      update: () => undefined,
    }),
  };
}

function figure(title: string, tier: Tier, value: (row: TrendRow) => number | null): Column<TrendRow> {
  return {
    key: title,
    title,
    tier,
    numeric: true,
    value,
    text: (row) => {
      const ms = value(row);
      return row.definition.contains === 'data' && ms !== null ? bytes(ms) : milliseconds(ms);
    },
  };
}
