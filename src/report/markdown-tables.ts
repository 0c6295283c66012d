/** The tables of a run's Markdown. Cells are Markdown; a table without rows is ''. */
import { latencyRanges } from '../run/latency-ranges.ts';
import { metricRows } from '../run/metric-tables.ts';
import type { RunModel } from '../run/model.ts';
import type { TrendSink } from '../run/sinks.ts';
import {
  adjustedShare,
  checkRows,
  endpointRows,
  errorRows,
  groupRows,
  scenarioRows,
  spanSeconds,
  stageRows,
  totalRow,
  type EndpointRow,
  type LoadRow,
} from '../run/tables.ts';
import { mostAskedFirst, ownTags, tagRows } from '../run/tag-tables.ts';
import { timeSlots } from '../run/time-slots.ts';
import type { Circuit } from './diagnosis/index.ts';
import { median } from './diagnosis/statistics.ts';
import { errorClasses, errorDuration } from './error-classes.ts';
import { bytes, clockRange, count, DASH, duration, exact, milliseconds, percent, significant } from './format.ts';
import { MOST_ROWS, cellCode, inline, left, markdownTable, right, type Column } from './markdown-text.ts';
import { metricTotal } from './metric-words.ts';
import { requirementLabel, requirementNotes, verdictSymbol, worstFirst } from './text-requirements.ts';
import { errorTitle, isOver, margin, showActual, showLimit, verdictWord } from './words.ts';

/** Of a run's time, so many parts are a table that can be read. */
const MOST_SLOTS = 12;

export function requirementsTable(run: RunModel): string {
  const { plan } = run;
  if (!plan) return '';
  const tiers = plan.thresholds.some(({ acceptable }) => acceptable !== null);
  const rows = worstFirst(run).map(({ threshold, result }) => [
    `${verdictSymbol(result.verdict, isOver(run))} ${verdictWord(result.verdict, isOver(run))}`,
    threshold.name === null ? cellCode(requirementLabel(threshold)) : inline(threshold.name),
    showLimit(threshold, threshold.condition, plan.metrics),
    ...(tiers ? [threshold.acceptable ? showLimit(threshold, threshold.acceptable, plan.metrics) : ''] : []),
    showActual(threshold, result, plan.metrics),
    inline([margin(threshold, result), ...requirementNotes(run, threshold, result)].filter(Boolean).join('; ')),
  ]);
  const limits = [right('Target'), ...(tiers ? [right('Acceptable')] : [])];
  return markdownTable([left('Verdict'), left('Requirement'), ...limits, right('Actual'), left('Margin')], rows);
}

export function endpointsTable(run: RunModel): string {
  const total = totalRow(run);
  if (!total) return '';
  const tolerated = total.tolerated > 0;
  return markdownTable(
    [left('Endpoint'), ...figureColumns(tolerated)],
    endpointRows(run)
      .sort((a, b) => b.requests - a.requests)
      .map((row) => [cellCode(titleOf(row)), ...figures(row, tolerated)]),
    [`**${total.name}**`, ...figures(total, tolerated)],
  );
}

/** A ramp's figures say little without its stages. */
export function stagesTable(run: RunModel): string {
  return loadTable(run, 'Stage', stageRows(run));
}

export function scenariosTable(run: RunModel): string {
  return loadTable(run, 'Scenario', scenarioRows(run));
}

/** Every figure of what the tables of requests show some of: of all, by scenario, by stage and by endpoint. */
export function latenciesTable(run: RunModel): string {
  const total = totalRow(run);
  if (!total || total.duration.count === 0) return '';
  const [scenarios, stages] = [scenarioRows(run), stageRows(run)];
  const rows: (readonly [name: string, row: EndpointRow])[] = [
    [`**${total.name}**`, total],
    ...(scenarios.length > 1 ? scenarios.map((row) => [`scenario ${inline(row.scenario)}`, row] as const) : []),
    ...(stages.length > 1 ? stages.map((row) => [`stage ${inline(stageName(row, stages))}`, row] as const) : []),
    ...endpointRows(run).map((row) => [cellCode(titleOf(row)), row] as const),
  ];
  return markdownTable(
    [left('Requests of'), ...LATENCY_TITLES.map(right)],
    rows.map(([name, { duration }]) => [name, ...latencies(duration, milliseconds)]),
  );
}

/** With its scenario's where there are several. */
function stageName({ scenario, stage }: LoadRow, rows: readonly LoadRow[]): string {
  const several = rows.some((row) => row.scenario !== scenario);
  return stage === null ? scenario : several ? `${scenario}: ${stage}` : stage;
}

/** One row is the table of endpoints' last one already. */
function loadTable(run: RunModel, title: string, rows: readonly LoadRow[]): string {
  if (rows.length < 2) return '';
  const tolerated = (totalRow(run)?.tolerated ?? 0) > 0;
  return markdownTable(
    [left(title), left('Time'), ...figureColumns(tolerated)],
    rows.map((row) => [
      inline(stageName(row, rows)),
      clockRange(row.window.fromMs, row.window.toMs),
      ...figures(row, tolerated),
    ]),
  );
}

export function groupsTable(run: RunModel): string {
  const columns = ['Passes', 'Failed', ...LATENCY_TITLES].map(right);
  return markdownTable(
    [left('Group'), ...columns],
    groupRows(run).map((row) => [
      inline(row.name),
      count(row.times.count),
      share(row.failed, row.requests),
      ...latencies(row.times, milliseconds),
    ]),
  );
}

/** A table for each tag of the scenario's own that tells requests apart. */
export function tagTables(run: RunModel): string[] {
  const tolerated = (totalRow(run)?.tolerated ?? 0) > 0;
  return ownTags(run).map((tag) =>
    markdownTable(
      [left(inline(tag)), ...figureColumns(tolerated)],
      mostAskedFirst(tagRows(run, tag), MOST_ROWS).map((row) => [inline(row.name), ...figures(row, tolerated)]),
    ),
  );
}

/** Trends; times are ms, what else a scenario records has its own unit. */
export function trendsTable(run: RunModel): string {
  const rows = metricRows(run).flatMap((row) => {
    if (row.kind !== 'trend') return [];
    const digits = row.definition.contains === 'data' ? sizes : milliseconds;
    return [[cellCode(row.name), count(row.sink.count), ...latencies(row.sink, digits)]];
  });
  return markdownTable([left('Metric'), ...['Samples', ...LATENCY_TITLES].map(right)], rows);
}

export function totalsTable(run: RunModel): string {
  const rows = metricRows(run).flatMap((row) => {
    const total = metricTotal(row, spanSeconds(run, null));
    return total ? [[cellCode(row.name), total.value, total.detail]] : [];
  });
  return markdownTable([left('Metric'), right('Value'), left('Detail')], rows);
}

/** What went wrong, whichever endpoint it was; '' where the table of errors says the same. */
export function errorClassesTable(run: RunModel): string {
  const classes = errorClasses(run);
  if (classes.every(({ endpoints }) => endpoints === 1)) return '';
  return markdownTable(
    [left('Error'), ...['Endpoints', 'Count', 'Share', 'Of all requests', 'Median'].map(right), left('Seen')],
    classes.map((row) => [
      inline(`${row.title}${row.tolerated ? ', tolerated' : ''}`),
      count(row.endpoints),
      count(row.count),
      percent(row.share),
      percent(row.ofRequests),
      milliseconds(row.duration.percentile(50)),
      clockRange(row.firstMs, row.lastMs),
    ]),
  );
}

export function errorsTable(run: RunModel): string {
  return markdownTable(
    [left('Endpoint'), left('Error'), ...['Count', 'Share', 'Median'].map(right), left('Seen')],
    errorRows(run).map((row) => [
      cellCode(titleOf(row)),
      inline(`${errorTitle(row)}${row.tolerated ? ', tolerated' : ''}`),
      count(row.count),
      percent(row.share),
      milliseconds(errorDuration(run, row).percentile(50)),
      clockRange(row.firstMs, row.lastMs),
    ]),
  );
}

/** When each of these endpoints failed as a block. */
export function circuitsTable(circuits: readonly Circuit[]): string {
  return markdownTable(
    [left('Endpoint'), left('Time'), ...['Lasted', 'Requests', 'Failed', 'Median'].map(right)],
    circuits.flatMap(({ endpoint, blocks }) =>
      blocks.map(({ fromMs, toMs, requests, failed, failedMs }) => [
        cellCode(titleOf(endpoint)),
        clockRange(fromMs, toMs),
        duration(toMs - fromMs),
        count(requests),
        share(failed, requests),
        milliseconds(failedMs.length === 0 ? null : median(failedMs)),
      ]),
    ),
  );
}

export function checksTable(run: RunModel): string {
  const rows = checkRows(run).map(({ name, group, passes, fails }) => [
    `${fails === 0 ? '✓' : '✗'} ${inline(group === '' ? name : `${group.replace(/^::/, '').replaceAll('::', ' › ')} › ${name}`)}`,
    count(passes),
    count(fails),
    percent(passes + fails > 0 ? passes / (passes + fails) : null),
  ]);
  return markdownTable([left('Check'), right('Held'), right('Failed'), right('Share held')], rows);
}

/** Users, throughput (against its target, where the scenario has one) and latencies as they went. */
export function overTimeTable(run: RunModel): string {
  const { plan } = run;
  if (!plan) return '';
  const target = plan.thresholds.find(
    ({ metric, tags, condition: { method, operator } }) =>
      metric === 'http_reqs' && Object.keys(tags).length === 0 && method === 'rate' && operator.startsWith('>'),
  );
  const met = (row: EndpointRow): string => {
    if (!target) return '';
    const { operator, limit } = target.condition;
    const holds = operator === '>' ? row.perSecond > limit : row.perSecond >= limit;
    return `${showActual(target, { actual: row.perSecond }, plan.metrics)} ${holds ? '✓' : '✗'}`;
  };
  const rows = timeSlots(run, MOST_SLOTS).map(({ fromMs, toMs, vus, requests }) => [
    clockRange(fromMs, toMs),
    vus === null ? DASH : count(vus),
    ...(requests
      ? [
          count(requests.requests),
          significant(requests.perSecond),
          ...(target ? [met(requests)] : []),
          share(requests.failed, requests.requests),
          ...[50, 95, 99].map((percentile) => milliseconds(requests.duration.percentile(percentile))),
        ]
      : ['0', '0', ...(target ? ['✗'] : []), DASH, DASH, DASH, DASH]),
  ]);
  const against = target ? [`Target ${showLimit(target, target.condition, plan.metrics)}`] : [];
  const titles = ['VUs', 'Requests', 'Per second', ...against, 'Failed', 'p50', 'p95', 'p99'];
  return markdownTable([left('Time'), ...titles.map(right)], rows);
}

export function distributionTable(run: RunModel): string {
  const latency = totalRow(run)?.duration;
  if (!latency) return '';
  return markdownTable(
    ['Latency', 'Requests', 'Share', 'At or below'].map(right),
    latencyRanges(latency).map((range, index) => [
      index === 0
        ? `up to ${duration(range.toMs, exact)}`
        : `${duration(range.fromMs, exact)} to ${duration(range.toMs, exact)}`,
      count(range.count),
      percent(range.share),
      percent(range.cumulative),
    ]),
  );
}

const LATENCY_TITLES = ['Min', 'Avg', 'p50', 'p90', 'p95', 'p99', 'Max'] as const;

function latencies(sink: TrendSink, show: (value: number | null) => string): string[] {
  return [
    show(sink.lowest),
    show(sink.average),
    ...[50, 90, 95, 99].map((percentile) => show(sink.percentile(percentile))),
    show(sink.highest),
  ];
}

function figureColumns(tolerated: boolean): Column[] {
  return ['Requests', 'Per second', 'Failed', ...(tolerated ? ['Adjusted'] : []), 'p50', 'p95', 'p99', 'Max'].map(
    right,
  );
}

function figures(row: EndpointRow, tolerated: boolean): string[] {
  return [
    count(row.requests),
    significant(row.perSecond),
    share(row.failed, row.requests),
    ...(tolerated ? [row.requests > row.tolerated ? percent(adjustedShare(row)) : DASH] : []),
    ...[50, 95, 99].map((percentile) => milliseconds(row.duration.percentile(percentile))),
    milliseconds(row.duration.highest),
  ];
}

function titleOf({ method, name }: { readonly method: string; readonly name: string }): string {
  return method === '' || name.startsWith(`${method} `) ? name : `${method} ${name}`;
}

function share(part: number, whole: number): string {
  return whole > 0 ? percent(part / whole) : DASH;
}

function sizes(value: number | null): string {
  return value === null ? DASH : bytes(value);
}
