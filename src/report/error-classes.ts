/** Failures by what went wrong, whichever endpoint they were of: the errors by class of a report. */
import type { RunModel, TimeWindow } from '../run/model.ts';
import { TrendSink } from '../run/sinks.ts';
import { errorRows, totalRow, type ErrorRow } from '../run/tables.ts';
import { errorTitle } from './error-titles.ts';

export interface ErrorClass {
  /** `401 Unauthorized`, `request timeout`. */
  readonly title: string;
  readonly tolerated: boolean;
  readonly endpoints: number;
  readonly count: number;
  /** Of all failures, 0 to 1. */
  readonly share: number;
  /** Of all requests, 0 to 1; null where there were none. */
  readonly ofRequests: number | null;
  readonly firstMs: number;
  readonly lastMs: number;
  /** http_req_duration of these failures, ms. */
  readonly duration: TrendSink;
}

/** Most frequent first. */
export function errorClasses(run: RunModel, window: TimeWindow | null = null): ErrorClass[] {
  const requests = totalRow(run, window)?.requests ?? 0;
  const classes = new Map<string, ErrorRow[]>();
  for (const row of errorRows(run, window)) {
    const key = `${errorTitle(row)}\0${row.tolerated}`;
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  return [...classes.values()]
    .flatMap((rows) => {
      const [first] = rows;
      if (!first) return [];
      const count = rows.reduce((sum, row) => sum + row.count, 0);
      const duration = new TrendSink();
      for (const row of rows) duration.merge(errorDuration(run, row, window));
      return {
        title: errorTitle(first),
        tolerated: first.tolerated,
        endpoints: new Set(rows.map(({ method, name }) => `${method}\0${name}`)).size,
        count,
        share: rows.reduce((sum, row) => sum + row.share, 0),
        ofRequests: requests > 0 ? count / requests : null,
        firstMs: Math.min(...rows.map(({ firstMs }) => firstMs)),
        lastMs: Math.max(...rows.map(({ lastMs }) => lastMs)),
        duration,
      };
    })
    .sort((a, b) => b.count - a.count);
}

/** http_req_duration of one kind of failure, ms: a rejection may be much quicker than an answer, a timeout much slower. */
export function errorDuration(run: RunModel, row: ErrorRow, window: TimeWindow | null = null): TrendSink {
  const { name, method, kind, status, errorCode } = row;
  const tags = {
    name,
    method,
    kind,
    status: String(status),
    tolerated: String(row.tolerated),
    ...(errorCode > 0 ? { error_code: String(errorCode) } : {}),
  };
  const total = run.total('http_req_duration', tags, window);
  return total instanceof TrendSink ? total : new TrendSink();
}
