/**
 * Locust's four CSV files (`--csv PREFIX`), by locust/stats.py of Locust 2.44: the same columns, order of rows, line ends and
 * number formats. What differs: percentiles are of an HDR histogram, where Locust rounds to two digits; response times are
 * `http_req_duration`, without the time to connect; and the content size is what the network carried, headers included, which
 * is known for all requests together only.
 */
import type { Interval, LogEvent } from '../run/events.ts';
import { forEachDelta } from '../run/interval-deltas.ts';
import type { RunModel } from '../run/model.ts';
import { RateSink, TrendSink } from '../run/sinks.ts';
import { endpointRows, errorRows, totalRow, type EndpointRow } from '../run/tables.ts';
import { csv, type CsvCell } from './csv.ts';
import { errorTitle } from './error-titles.ts';
import { withoutRepeats } from './log-repeats.ts';

/** What follows the prefix in the names of the four files. */
export const LOCUST_FILES = ['_stats.csv', '_stats_history.csv', '_failures.csv', '_exceptions.csv'] as const;

const PERCENTILES = [50, 66, 75, 80, 90, 95, 98, 99, 99.9, 99.99, 100] as const;
const PERCENTILE_COLUMNS = PERCENTILES.map((percentile) => `${percentile}%`);
/** Locust's name for all requests together. */
const AGGREGATED = 'Aggregated';
/** `Requests/s` of the history is the mean of this many seconds, as Locust's. */
const CURRENT_WINDOW_MS = 10_000;

/** The texts of the files, in the order of `LOCUST_FILES`. */
export function locustCsv(run: RunModel): [stats: string, history: string, failures: string, exceptions: string] {
  return [statsCsv(run), historyCsv(run), failuresCsv(run), exceptionsCsv(run)];
}

function statsCsv(run: RunModel): string {
  const columns = [
    'Type',
    'Name',
    'Request Count',
    'Failure Count',
    'Median Response Time',
    'Average Response Time',
    'Min Response Time',
    'Max Response Time',
    'Average Content Size',
    'Requests/s',
    'Failures/s',
    ...PERCENTILE_COLUMNS,
  ];
  const total = totalRow(run);
  const rows = endpointRows(run).sort((a, b) => ordinal(a.name, b.name) || ordinal(a.method, b.method));
  return csv(columns, [
    ...rows.map((row) => statsRow(run, row, null)),
    total
      ? statsRow(run, { ...total, name: AGGREGATED }, contentSize(run.total('data_received'), total.requests))
      : ['', AGGREGATED, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...PERCENTILES.map(() => 'N/A')],
  ]);
}

function statsRow(run: RunModel, row: EndpointRow, averageSize: number | null): CsvCell[] {
  const seconds = run.elapsedMs / 1000;
  return [
    row.method,
    nameWithoutMethod(row),
    row.requests,
    row.failed,
    ...responseTimes(row.duration),
    averageSize,
    row.perSecond,
    seconds > 0 ? row.failed / seconds : 0,
    ...percentiles(row.duration),
  ];
}

/** A row for each interval (a second): how fast it went just now, and the figures since the start, as Locust without `--csv-full-history`. */
function historyCsv(run: RunModel): string {
  const columns = [
    'Timestamp',
    'User Count',
    'Type',
    'Name',
    'Requests/s',
    'Failures/s',
    ...PERCENTILE_COLUMNS,
    'Total Request Count',
    'Total Failure Count',
    'Total Median Response Time',
    'Total Average Response Time',
    'Total Min Response Time',
    'Total Max Response Time',
    'Total Average Content Size',
  ];
  const duration = new TrendSink();
  const requests = new RateSink();
  let received = 0;
  const before: { readonly fromMs: number; readonly trues: number; readonly total: number }[] = [];
  return csv(
    columns,
    run.intervals.map((interval) => {
      before.push({ fromMs: interval.fromMs, trues: requests.trues, total: requests.total });
      forEachDelta(interval, (id, addTo) => {
        const metric = run.definition(id)?.metric;
        if (metric === 'http_req_duration') addTo(duration);
        if (metric === 'http_req_failed') addTo(requests);
      });
      received += receivedIn(run, interval);
      // Of long runs, one interval may be longer.
      while (before.length > 1 && interval.toMs - (before[0]?.fromMs ?? 0) > CURRENT_WINDOW_MS) before.shift();
      const since = before[0] ?? { fromMs: 0, trues: 0, total: 0 };
      const seconds = Math.max(0.001, (interval.toMs - since.fromMs) / 1000);
      return [
        Math.floor((run.timeOf(interval.toMs) ?? 0) / 1000),
        interval.vus.active,
        '',
        AGGREGATED,
        ((requests.total - since.total) / seconds).toFixed(6),
        ((requests.trues - since.trues) / seconds).toFixed(6),
        ...percentiles(duration),
        requests.total,
        requests.trues,
        ...responseTimes(duration),
        requests.total > 0 ? received / requests.total : 0,
      ];
    }),
  );
}

function failuresCsv(run: RunModel): string {
  return csv(
    ['Method', 'Name', 'Error', 'Occurrences', 'First Seen', 'Last Seen'],
    errorRows(run).map((row) => [
      row.method,
      nameWithoutMethod(row),
      `${errorTitle(row)}${row.tolerated ? ', tolerated' : ''}`,
      row.count,
      utcSecond(run, row.firstMs),
      utcSecond(run, row.lastMs),
    ]),
  );
}

/** Locust's exceptions are of its users' code; what comes closest are the errors of a scenario's own steps. */
function exceptionsCsv(run: RunModel): string {
  const errors = withoutRepeats(run.logs.filter(({ level }) => level === 'error'));
  return csv(
    ['Count', 'Message', 'Traceback', 'Nodes'],
    errors.map((log) => [1 + (log.repeated ?? 0), log.message, placeOf(run, log), run.start?.machine.hostname ?? '']),
  );
}

/** Median, average, minimum, maximum; 0 without requests, as Locust has it. */
function responseTimes(duration: TrendSink): number[] {
  const median = duration.percentile(50);
  const times = [duration.average, duration.lowest, duration.highest].map((ms) => toNanoseconds(ms ?? 0));
  return [median === null ? 0 : Math.round(median), ...times];
}

/** What adding up leaves in a number's last digits is no figure. */
function toNanoseconds(ms: number): number {
  return Math.round(ms * 1e6) / 1e6;
}

function percentiles(duration: TrendSink): CsvCell[] {
  return PERCENTILES.map((percentile) => {
    const value = duration.percentile(percentile);
    return value === null ? 'N/A' : Math.round(value);
  });
}

function contentSize(received: ReturnType<RunModel['total']>, requests: number): number {
  return received?.kind === 'counter' && requests > 0 ? received.sum / requests : 0;
}

function receivedIn(run: RunModel, { counters = [] }: Interval): number {
  return counters.reduce((sum, [id, value]) => (run.definition(id)?.metric === 'data_received' ? sum + value : sum), 0);
}

function placeOf(run: RunModel, { line }: LogEvent): string {
  return line === undefined ? '' : `${run.plan?.file ?? ''}:${line + 1}`;
}

/** A request without a name of its own is called `GET /health` here and `/health` by Locust, which has the method beside it. */
function nameWithoutMethod({ method, name }: { readonly method: string; readonly name: string }): string {
  return method !== '' && name.startsWith(`${method} `) ? name.slice(method.length + 1) : name;
}

/** `2026-11-21T14:02:03Z` */
function utcSecond(run: RunModel, atMs: number): string {
  const time = run.timeOf(atMs);
  return time === null || !Number.isFinite(time) ? '' : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function ordinal(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
