import type { RunModel } from '../run/model.ts';
import { CounterSink, RateSink, type Sink } from '../run/sinks.ts';
import { checkRows } from '../run/tables.ts';
import { k6Metrics, ratePerSecond, TREND_STATS, trendStat, type K6Metric } from './k6-metrics.ts';
import { k6Percent, k6Value } from './k6-values.ts';
import { displayWidth, oneLine, pad, palette, truncate, type Palette } from './text-layout.ts';

/**
 * The metrics of k6's compact summary, in its sections, and those of other steps; the order inside a section is by name. Sub-metrics stand below
 * their metric: the durations of expected answers, and whatever a threshold narrows down.
 */
const SECTIONS: readonly (readonly [title: string, metrics: readonly string[]])[] = [
  ['HTTP', ['http_req_duration', 'http_req_failed', 'http_reqs', 'retries']],
  ['POLL', ['poll_duration']],
  ['EVENT STREAM', ['sse_event_gap', 'sse_events', 'sse_first_event']],
  [
    'EXECUTION',
    ['dropped_iterations', 'group_duration', 'iteration_duration', 'iterations', 'schedule_delay', 'vus', 'vus_max'],
  ],
  ['NETWORK', ['data_received', 'data_sent']],
  ['WEBSOCKET', ['ws_connecting', 'ws_msgs_received', 'ws_msgs_sent', 'ws_session_duration', 'ws_sessions']],
];

/** k6 writes three dots after the longest name. */
const DOTS = 3;

/** Checks and metrics as k6's own summary shows them. Empty when nothing was measured. */
export function k6Lines(run: RunModel, width: number, paint: Palette): string[] {
  const measured = k6Metrics(run).filter(({ sink }) => sink !== null);
  const custom = new Set(run.plan?.metrics.map(({ name }) => name));
  const sections = [
    { title: 'CUSTOM', metrics: measured.filter(({ name }) => custom.has(metricOf(name))) },
    ...SECTIONS.map(([title, names]) => ({
      title,
      metrics: measured.filter(({ name }) => names.includes(metricOf(name))),
    })),
  ].filter(({ metrics }) => metrics.length > 0);

  const checks = measured.flatMap(checkTotals);
  const all = [...checks, ...sections.flatMap(({ metrics }) => metrics)];
  if (all.length === 0) return [];
  const nameWidth = Math.min(40, Math.max(...all.map(({ name }) => displayWidth(shownName(name)))));
  const values = valueColumns(run, all);
  const plain = palette(false);
  // Two columns beyond the others' margin are there still.
  const fits = all
    .flatMap((metric) => metricLines(metric, values, nameWidth, width, plain))
    .every((line) => displayWidth(line) <= width + 2);
  const print = (metric: K6Metric): string[] =>
    fits ? metricLines(metric, values, nameWidth, width, paint) : narrowLines(metric, values, width, paint);

  const lines: string[] = [];
  if (checks.length > 0)
    lines.push(paint.bold('CHECKS'), ...checks.flatMap(print), '', ...checkLines(run, width, paint), '');
  for (const { title, metrics } of sections) lines.push(paint.bold(title), ...metrics.flatMap(print), '');
  return lines.slice(0, -1);
}

/** `checks` as k6's three lines of it. */
function checkTotals({ name, sink }: K6Metric): K6Metric[] {
  if (name !== 'checks' || sink?.kind !== 'rate') return [];
  const { trues, total } = sink;
  const counter = new CounterSink();
  counter.add([0, total]);
  const [held, failed] = [trues, total - trues].map((some) => {
    const rate = new RateSink();
    rate.add([0, some, total]);
    return rate;
  });
  const line = (title: string, of: Sink | undefined): K6Metric[] =>
    of ? [{ name: title, kind: of.kind, contains: 'default', sink: of, thresholds: [] }] : [];
  return [...line('checks_total', counter), ...line('checks_succeeded', held), ...line('checks_failed', failed)];
}

function checkLines(run: RunModel, width: number, paint: Palette): string[] {
  return checkRows(run).flatMap(({ name, group, passes, fails }) => {
    const groups = group.split('::').filter((part) => part !== '');
    const title = truncate(oneLine([...groups, name].join(' › ')), width - 4);
    if (fails === 0) return [`  ${paint.pass(`✓ ${title}`)}`];
    const held = Math.floor((100 * passes) / (passes + fails));
    return [`  ${paint.fail(`✗ ${title}`)}`, `    ${paint.fail(`↳  ${held}% — ✓ ${passes} / ✗ ${fails}`)}`];
  });
}

interface ValueColumns {
  readonly trends: ReadonlyMap<string, readonly string[]>;
  readonly others: ReadonlyMap<string, readonly string[]>;
  readonly trendWidths: readonly number[];
  readonly otherWidths: readonly number[];
}

function valueColumns(run: RunModel, metrics: readonly K6Metric[]): ValueColumns {
  const trends = new Map<string, readonly string[]>();
  const others = new Map<string, readonly string[]>();
  for (const { name, sink, contains } of metrics) {
    const show = (value: number | null): string => k6Value(value ?? 0, contains);
    switch (sink?.kind) {
      case 'trend':
        trends.set(
          name,
          TREND_STATS.map((stat) => show(trendStat(sink, stat))),
        );
        break;
      case 'counter':
        others.set(name, [show(sink.sum), `${show(ratePerSecond(run, sink.sum))}/s`]);
        break;
      case 'gauge':
        others.set(name, [show(sink.value), `min=${show(sink.min)}`, `max=${show(sink.max)}`]);
        break;
      case 'rate':
        others.set(name, [k6Percent(sink.rate ?? 0), `${sink.trues} out of ${sink.total}`]);
        break;
      case undefined:
        break;
    }
  }
  return { trends, others, trendWidths: widths([...trends.values()]), otherWidths: widths([...others.values()]) };
}

/** Of each column the widest text that another one follows. */
function widths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, index) =>
    Math.max(0, ...rows.map((row) => (index < row.length - 1 ? displayWidth(row[index] ?? '') : 0))),
  );
}

/** One line, or where the six figures of a trend don't fit, two of three figures. */
function metricLines(
  { name }: K6Metric,
  values: ValueColumns,
  nameWidth: number,
  width: number,
  paint: Palette,
): string[] {
  const shown = truncate(shownName(name), nameWidth);
  const dots = '.'.repeat(nameWidth - displayWidth(shown) + DOTS);
  const head = `  ${shown}${paint.dim(`${dots}:`)} `;
  const indent = ' '.repeat(nameWidth + DOTS + 4);
  const trend = values.trends.get(name);
  if (!trend) {
    const [first = '', ...extras] = (values.others.get(name) ?? []).map((text, index, all) => {
      return index === all.length - 1 ? text : pad(text, values.otherWidths[index] ?? 0, 'left');
    });
    return [`${head}${paint.figure(first)} ${paint.dim(extras.join(' '))}`];
  }
  const stats = TREND_STATS.map((stat, index) => ({
    stat,
    value: trend[index] ?? '',
    own: values.trendWidths[index] ?? 0,
  }));
  const line = stats.reduce((sum, { stat, own }) => sum + stat.length + own + 2, indent.length);
  const perLine = line <= width ? stats.length : stats.length / 2;
  const rows = [stats.slice(0, perLine), stats.slice(perLine)].filter((row) => row.length > 0);
  return rows.map((row, index) => {
    const text = row.map(({ stat, value, own }, column) => {
      // On two lines the figures of the second stand under those of the first.
      const under = perLine < stats.length ? stats[(column + perLine * (1 - index)) % stats.length] : undefined;
      const cell =
        column === row.length - 1 ? 0 : Math.max(stat.length + own, under ? under.stat.length + under.own : 0);
      return `${stat}=${paint.figure(value)}${' '.repeat(Math.max(0, cell - stat.length - displayWidth(value)))}`;
    });
    return `${index === 0 ? head : indent}${text.join(' ')}`;
  });
}

/** In a terminal that has no room for figures beside names: below them, as many in a line as there is room for. */
function narrowLines({ name }: K6Metric, values: ValueColumns, width: number, paint: Palette): string[] {
  const shown = truncate(shownName(name), width - 3);
  const head = `  ${shown}`;
  const indent = ' '.repeat(displayWidth(shown) - displayWidth(shown.trimStart()) + 4);
  const trend = values.trends.get(name);
  if (!trend) {
    const [first = '', ...extras] = values.others.get(name) ?? [];
    const figures = [first, ...extras].join(' ');
    const text = `${paint.figure(first)} ${paint.dim(extras.join(' '))}`;
    return displayWidth(`${head}: ${figures}`) <= width
      ? [`${head}${paint.dim(':')} ${text}`]
      : [`${head}${paint.dim(':')}`, `${indent}${text}`];
  }
  const stats = TREND_STATS.map((stat, index) => ({ stat, value: trend[index] ?? '' }));
  const own = Math.max(...stats.map(({ stat, value }) => stat.length + 1 + displayWidth(value)));
  const perLine = [3, 2].find((count) => indent.length + count * own + count - 1 <= width) ?? 1;
  const lines = Array.from({ length: stats.length / perLine }, (_, line) => {
    const cells = stats.slice(line * perLine, (line + 1) * perLine).map(({ stat, value }, column) => {
      const room = column === perLine - 1 ? 0 : own - stat.length - 1 - displayWidth(value);
      return `${stat}=${paint.figure(value)}${' '.repeat(room)}`;
    });
    return indent + cells.join(' ');
  });
  return [`${head}${paint.dim(':')}`, ...lines];
}

function metricOf(name: string): string {
  return name.split('{', 1)[0] ?? name;
}

/** A sub-metric is indented under its metric, as in k6: `  { expected_response:true }`. */
function shownName(name: string): string {
  const brace = name.indexOf('{');
  return brace < 0 ? name : `  { ${name.slice(brace + 1, -1)} }`;
}
