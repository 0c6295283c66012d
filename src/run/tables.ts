/** The tables that views and reports show: endpoints, errors, checks, groups. Each is a plain function of a run (or a window of it). */
import type { FailedSample } from './events.ts';
import { endOfSpan, scenarioSpan, stageSpans, type LoadSpan } from './load-spans.ts';
import { ERROR_KINDS, type ErrorKind } from './metrics.ts';
import type { RunModel, Series, TimeWindow } from './model.ts';
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
  /** http_req_duration, ms; without samples its figures are null. */
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
  const seconds = spanSeconds(run, window);
  return grouped(run.series(window), endpointKey).map((series) => endpointRow(series, seconds));
}

/** The same figures over all requests; null before the first one. */
export function totalRow(run: RunModel, window: TimeWindow | null = null): EndpointRow | null {
  return totals.of(run, window, () => {
    const series = run.series(window).filter((candidate) => endpointKey(candidate) !== null);
    if (series.length === 0) return null;
    return { ...endpointRow(series, spanSeconds(run, window)), name: 'All requests', method: '' };
  });
}

/** What many ask for at the same moment, and takes a while of a long run: the last answer holds until the run goes on. */
class Answers<T> {
  readonly #known = new WeakMap<RunModel, { readonly key: string; readonly answer: T }>();

  of(run: RunModel, window: TimeWindow | null, work: () => T): T {
    const key = `${run.revision} ${window?.fromMs ?? ''} ${window?.toMs ?? ''}`;
    const known = this.#known.get(run);
    if (known?.key === key) return known.answer;
    const answer = work();
    this.#known.set(run, { key, answer });
    return answer;
  }
}

const totals = new Answers<EndpointRow | null>();
const errorTimes = new Answers<ReadonlyMap<number, TimeWindow>>();

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
  const seconds = spanSeconds(run, window);
  const groups = grouped(series, ({ definition: { metric, tags } }) =>
    metric === 'group_duration' ? (tags['group'] ?? '') : null,
  );
  return groups.map((own) => {
    const group = own[0]?.definition.tags['group'] ?? '';
    const times = new TrendSink();
    for (const { sink } of own) if (sink instanceof TrendSink) times.merge(sink);
    const within = series.filter((candidate) => {
      const at = candidate.definition.tags['group'];
      return endpointKey(candidate) !== null && (at === group || at?.startsWith(`${group}::`) === true);
    });
    return { ...endpointRow(within, seconds), name: group.split('::').slice(1).join(' › '), method: '', group, times };
  });
}

function loadRow(
  run: RunModel,
  scenario: string,
  stage: string | null,
  span: LoadSpan,
  selected: TimeWindow | null,
): LoadRow {
  const tags = { scenario, ...(stage === null ? {} : { stage }) };
  const series = run
    .series(selected)
    .filter((candidate) => endpointKey(candidate) !== null && matches(candidate.definition.tags, tags));
  const ids = new Set(series.map(({ definition }) => definition.id));
  const last = run.intervals.findLast(({ rates }) => rates?.some(([id]) => ids.has(id)));
  const window = { fromMs: span.fromMs, toMs: endOfSpan(span, last?.toMs ?? 0) };
  return {
    ...endpointRow(series, spanSeconds(run, selected ? overlap(window, selected) : window)),
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
  const seen = errorTimes.of(run, window, () => firstAndLast(run, window));
  return grouped(series, ({ definition: { tags } }) =>
    ['method', 'name', 'kind', 'status', 'error_code', 'tolerated'].map((tag) => tags[tag] ?? '').join('\0'),
  )
    .map((group) => errorRow(run, group, total, seen))
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

function endpointKey({ definition: { metric, tags } }: Series): string | null {
  return metric === 'http_req_duration' || metric === 'http_req_failed'
    ? `${tags['method'] ?? ''}\0${tags['name'] ?? ''}`
    : null;
}

function endpointRow(group: readonly Series[], seconds: number): EndpointRow {
  const duration = new TrendSink();
  const failures = new RateSink();
  let tolerated = 0;
  for (const { definition, sink } of group) {
    if (sink instanceof TrendSink && definition.metric === 'http_req_duration') duration.merge(sink);
    if (sink instanceof RateSink && definition.metric === 'http_req_failed') {
      failures.merge(sink);
      if (definition.tags['tolerated'] === 'true') tolerated += sink.trues;
    }
  }
  const tags = group[0]?.definition.tags ?? {};
  return {
    name: tags['name'] ?? '',
    method: tags['method'] ?? '',
    requests: failures.total,
    failed: failures.trues,
    tolerated,
    perSecond: seconds > 0 ? failures.total / seconds : 0,
    duration,
  };
}

function errorRow(
  run: RunModel,
  group: readonly Series[],
  total: number,
  seen: ReadonlyMap<number, TimeWindow>,
): ErrorRow {
  const tags = group[0]?.definition.tags ?? {};
  const count = group.reduce((sum, { sink }) => sum + counted(sink), 0);
  const spans = group.flatMap(({ definition }) => seen.get(definition.id) ?? []);
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

/** When each error series first and last counted, to the interval. */
function firstAndLast(run: RunModel, window: TimeWindow | null): Map<number, TimeWindow> {
  const seen = new Map<number, TimeWindow>();
  for (const interval of run.intervals) {
    if (window && (interval.toMs <= window.fromMs || interval.toMs > window.toMs)) continue;
    for (const [id, sum] of interval.counters ?? []) {
      if (sum > 0 && run.definition(id)?.metric === 'errors') {
        seen.set(id, { fromMs: seen.get(id)?.fromMs ?? interval.fromMs, toMs: interval.toMs });
      }
    }
  }
  return seen;
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
