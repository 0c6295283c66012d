import type { RunModel } from '../run/model.ts';
import { clock, count, significant } from '../report/format.ts';

/** A running run in four figures, for places with room for one line. */
export interface LiveFigures {
  /** `3:12` */
  readonly elapsed: string;
  /** `13:00` */
  readonly planned: string;
  readonly vus: number;
  /** Of the last interval, `82.4`. */
  readonly perSecond: string;
  readonly failed: string;
}

export function liveFigures(run: RunModel): LiveFigures {
  const failures = run.total('http_req_failed');
  return {
    elapsed: clock(run.elapsedMs),
    planned: clock(run.plannedMs),
    vus: run.vus.active,
    perSecond: significant(requestsPerSecond(run)),
    failed: count(failures?.kind === 'rate' ? failures.trues : 0),
  };
}

/** Requests per second in the last interval. */
function requestsPerSecond(run: RunModel): number {
  const last = run.lastInterval;
  if (!last || last.toMs <= last.fromMs) return 0;
  const requests = (last.counters ?? [])
    .filter(([id]) => run.definition(id)?.metric === 'http_reqs')
    .reduce((sum, [, added]) => sum + added, 0);
  return (requests * 1000) / (last.toMs - last.fromMs);
}
