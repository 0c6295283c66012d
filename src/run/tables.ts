/** The tables that views and reports show: endpoints, errors, checks, groups. Each is a plain function of a run (or a window of it). */
import type { FailedSample } from './events.ts';
import { endOfSpan, scenarioSpan, stageSpans, type LoadSpan } from './load-spans.ts';
import { ERROR_KINDS, type ErrorKind } from './metrics.ts';
import type { RunModel, Series, TimeWindow } from './model.ts';
import { isOfRequests, type RequestChoice } from './request-totals.ts';
import { CounterSink, RateSink, TrendSink } from './sinks.ts';
import { matches } from './thresholds.ts';

export interface EndpointRow {
  /** The requests' tag `name`. */
  readonly name: string;
  readonly method: string;
  readonly requests: number;
  readonly failed: number;
  /** Of `failed`, those that the scenario tolerates: left out of the adjusted rate. */
  readonly tolerated: number;
  readonly perSecond: number;
  /** http_req_duration, ms; without samples its figures are null. Of the whole run, it goes on growing with it. */
  readonly duration: TrendSink;
}

/** The requests of one scenario, or of one of its stages. */
export interface LoadRow extends EndpointRow {
  readonly scenario: string;
  /** null: the whole scenario. */
  readonly stage: string | null;
  /** When it was planned, with the graceful stop that it took; its rate is over as much of this time as the run has lasted. */
  readonly window: TimeWindow;
}

/** What happened inside of a group of steps. */
export interface GroupRow extends EndpointRow {
  /** As the tag has it: `::checkout::pay`. */
  readonly group: string;
  /** group_duration, ms: how long each pass took, think time included. */
  readonly times: TrendSink;
}

export interface ErrorRow {
  readonly name: string;
  readonly method: string;
  readonly kind: ErrorKind;
  /** 0: no response. */
  readonly status: number;
  readonly errorCode: number;
  readonly tolerated: boolean;
  readonly count: number;
  /** Of all failures, 0 to 1. */
  readonly share: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly samples: readonly FailedSample[];
}

export interface CheckRow {
  readonly name: string;
  readonly group: string;
  readonly passes: number;
  readonly fails: number;
}

/** The share of failures without what the scenario tolerates, on both sides of the division: what `{tolerated:false}` selects. */
export function adjustedShare({ requests, failed, tolerated }: EndpointRow): number | null {
  return requests > tolerated ? (failed - tolerated) / (requests - tolerated) : null;
}

/** Seconds that a window (or the whole run) covers so far. */
export function spanSeconds(run: RunModel, window: TimeWindow | null): number {
  const ms = window ? Math.min(window.toMs, run.elapsedMs) - window.fromMs : run.elapsedMs;
  return Math.max(0, ms) / 1000;
}

/** One row an endpoint (method and name), in the order of their first request. */
export function endpointRows(run: RunModel, window: TimeWindow | null = null): EndpointRow[] {
  return grouped(run.series(window), endpointKey).map((series) => {
    const { name = '', method = '' } = series[0]?.definition.tags ?? {};
    const own: RequestChoice = (tags) => (tags['name'] ?? '') === name && (tags['method'] ?? '') === method;
    return { name, method, ...requestFigures(run, `endpoint\0${method}\0${name}`, own, window) };
  });
}

/** The same figures over all requests; null before the first one. */
export function totalRow(run: RunModel, window: TimeWindow | null = null): EndpointRow | null {
  if (!run.series(window).some((series) => endpointKey(series) !== null)) return null;
  return { name: 'All requests', method: '', ...requestFigures(run, 'all', () => true, window) };
}

/** Of a choice of requests. `key` names the choice for `RunModel.requests`; `during`: what the rate is over, if not the window. */
export function requestFigures(
  run: RunModel,
  key: string,
  choice: RequestChoice,
  window: TimeWindow | null,
  during = window,
): Omit<EndpointRow, 'name' | 'method'> {
  const { duration, outcomes, tolerated } = run.requests(key, choice, window);
  const seconds = spanSeconds(run, during);
  return {
    requests: outcomes.total,
    failed: outcomes.trues,
    tolerated,
    perSecond: seconds > 0 ? outcomes.total / seconds : 0,
    duration,
  };
}

/** One row a scenario, in the file's order. */
export function scenarioRows(run: RunModel, window: TimeWindow | null = null): LoadRow[] {
  return (run.plan?.scenarios ?? []).map((scenario) =>
    loadRow(run, scenario.name, null, scenarioSpan(scenario), window),
  );
}

/**
 * One row a stage of each scenario, in the file's order, by the requests' tag `stage`: the same requests that a threshold on
 * it judges. What ends in the graceful stop belongs to the last stage.
 */
export function stageRows(run: RunModel, window: TimeWindow | null = null): LoadRow[] {
  const rows = new Map<string, LoadRow>();
  for (const { scenario, name, ...span } of (run.plan?.scenarios ?? []).flatMap(stageSpans)) {
    const key = `${scenario}\0${name}`;
    const whole = { ...span, fromMs: rows.get(key)?.window.fromMs ?? span.fromMs };
    rows.set(key, loadRow(run, scenario, name, whole, window));
  }
  return [...rows.values()];
}

/** One row a group, in the order of their first end. A group's requests are those of the groups in it, too. */
export function groupRows(run: RunModel, window: TimeWindow | null = null): GroupRow[] {
  const series = run.series(window);
  const groups = grouped(series, ({ definition: { metric, tags } }) =>
    metric === 'group_duration' ? (tags['group'] ?? '') : null,
  );
  return groups.map((own) => {
    const group = own[0]?.definition.tags['group'] ?? '';
    const times = new TrendSink();
    for (const { sink } of own) if (sink instanceof TrendSink) times.merge(sink);
    const within: RequestChoice = (tags) => tags['group'] === group || tags['group']?.startsWith(`${group}::`) === true;
    const figures = requestFigures(run, `group\0${group}`, within, window);
    return { ...figures, name: group.split('::').slice(1).join(' › '), method: '', group, times };
  });
}

function loadRow(
  run: RunModel,
  scenario: string,
  stage: string | null,
  span: LoadSpan,
  selected: TimeWindow | null,
): LoadRow {
  const wanted = { scenario, ...(stage === null ? {} : { stage }) };
  const own: RequestChoice = (tags) => matches(tags, wanted);
  const lastMs = Math.max(
    0,
    ...[...run.histories].flatMap(({ definition }) =>
      definition.metric === 'http_req_failed' && own(definition.tags) ? (run.spanOf(definition.id)?.toMs ?? 0) : [],
    ),
  );
  const window = { fromMs: span.fromMs, toMs: endOfSpan(span, lastMs) };
  const during = selected ? overlap(window, selected) : window;
  return {
    ...requestFigures(run, ['load', ...Object.values(wanted)].join('\0'), own, selected, during),
    name: stage ?? scenario,
    method: '',
    scenario,
    stage,
    window,
  };
}

function overlap(a: TimeWindow, b: TimeWindow): TimeWindow {
  const fromMs = Math.max(a.fromMs, b.fromMs);
  return { fromMs, toMs: Math.max(fromMs, Math.min(a.toMs, b.toMs)) };
}

/** One row a distinct failure, most frequent first. */
export function errorRows(run: RunModel, window: TimeWindow | null = null): ErrorRow[] {
  const series = run.series(window).filter(({ definition }) => definition.metric === 'errors');
  const total = series.reduce((sum, { sink }) => sum + counted(sink), 0);
  return grouped(series, ({ definition: { tags } }) =>
    ['method', 'name', 'kind', 'status', 'error_code', 'tolerated'].map((tag) => tags[tag] ?? '').join('\0'),
  )
    .map((group) => errorRow(run, group, total, window))
    .filter((row) => row.count > 0)
    .sort((a, b) => b.count - a.count);
}

/** One row a named check, in the order of their first evaluation. */
export function checkRows(run: RunModel, window: TimeWindow | null = null): CheckRow[] {
  return grouped(run.series(window), ({ definition: { metric, tags } }) =>
    metric === 'checks' ? `${tags['group'] ?? ''}\0${tags['check'] ?? ''}` : null,
  ).map((group) => {
    const total = new RateSink();
    for (const { sink } of group) if (sink instanceof RateSink) total.merge(sink);
    const tags = group[0]?.definition.tags ?? {};
    return {
      name: tags['check'] ?? '',
      group: tags['group'] ?? '',
      passes: total.trues,
      fails: total.total - total.trues,
    };
  });
}

function endpointKey({ definition }: Series): string | null {
  const { method = '', name = '' } = definition.tags;
  return isOfRequests(definition) ? `${method}\0${name}` : null;
}

function errorRow(run: RunModel, group: readonly Series[], total: number, window: TimeWindow | null): ErrorRow {
  const tags = group[0]?.definition.tags ?? {};
  const count = group.reduce((sum, { sink }) => sum + counted(sink), 0);
  const spans = group.flatMap(({ definition }) => run.spanOf(definition.id, window) ?? []);
  const row = {
    name: tags['name'] ?? '',
    method: tags['method'] ?? '',
    kind: errorKind(tags['kind']),
    status: Number(tags['status'] ?? 0),
    errorCode: Number(tags['error_code'] ?? 0),
    tolerated: tags['tolerated'] === 'true',
  };
  return {
    ...row,
    count,
    share: total > 0 ? count / total : 0,
    firstMs: Math.min(...spans.map((span) => span.fromMs)),
    lastMs: Math.max(...spans.map((span) => span.toMs)),
    samples: run.failures.filter(
      (sample) =>
        sample.name === row.name &&
        sample.request.method === row.method &&
        sample.kind === row.kind &&
        (sample.response?.status ?? 0) === row.status &&
        sample.errorCode === row.errorCode,
    ),
  };
}

function grouped(series: readonly Series[], keyOf: (series: Series) => string | null): Series[][] {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function counted(sink: Series['sink']): number {
  return sink instanceof CounterSink ? sink.sum : 0;
}

function errorKind(text: string | undefined): ErrorKind {
  return ERROR_KINDS.find((kind) => kind === text) ?? 'protocol';
}
