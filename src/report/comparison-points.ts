import { BucketSums } from '../run/bucket-sums.ts';
import { encodeCounts } from '../run/histogram-text.ts';
import type { RunModel } from '../run/model.ts';

/**
 * A run over time, taken apart so far that several fit into a view and a report: column by column, one entry a point. A point holds
 * the histogram of its latencies, so that the percentiles of any stretch are exact.
 */
export interface RunPoints {
  /** How much of a point's time was measured, ms; 0: none of it. */
  readonly measuredMs: readonly number[];
  readonly requests: readonly number[];
  /** Without what the scenario tolerates. */
  readonly failed: readonly number[];
  /** The most that were active. */
  readonly vus: readonly number[];
  readonly iterations: readonly number[];
  /** http_req_duration, as `encodeCounts` writes it. */
  readonly latencies: readonly string[];
}

const SIZES_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const MOST_POINTS = 720;

/** The length of points that all of these runs have, ms. */
export function pointSizeMs(runs: readonly RunModel[]): number {
  const longestS = Math.max(...runs.map(({ elapsedMs }) => elapsedMs)) / 1000;
  return (SIZES_S.find((size) => longestS / size <= MOST_POINTS) ?? Math.ceil(longestS / MOST_POINTS)) * 1000;
}

export function runPoints(run: RunModel, sizeMs: number): RunPoints {
  const length = Math.max(1, Math.ceil((run.elapsedMs - 500) / sizeMs));
  const zeros = (): number[] => new Array<number>(length).fill(0);
  const points = { measuredMs: zeros(), requests: zeros(), failed: zeros(), vus: zeros(), iterations: zeros() };
  const roles = rolesOf(run);
  for (const interval of run.intervals) {
    // An interval belongs to the point that its middle is in: its borders jitter by some ms around the whole second.
    const at = Math.min(length - 1, Math.max(0, Math.floor((interval.fromMs + interval.toMs) / 2 / sizeMs)));
    const add = (column: number[], value: number): void => {
      column[at] = (column[at] ?? 0) + value;
    };
    add(points.measuredMs, interval.toMs - interval.fromMs);
    points.vus[at] = Math.max(points.vus[at] ?? 0, interval.vus.active);
    for (const [id, sum] of interval.counters ?? []) if (roles.get(id) === 'iterations') add(points.iterations, sum);
    for (const [id, trues, total] of interval.rates ?? []) {
      const role = roles.get(id);
      if (role !== 'outcome' && role !== 'tolerated') continue;
      add(points.requests, total);
      if (role === 'outcome') add(points.failed, trues);
    }
  }
  return {
    ...points,
    latencies: points.measuredMs.map((_, at) =>
      latenciesOf(run, at * sizeMs, at === length - 1 ? Number.POSITIVE_INFINITY : (at + 1) * sizeMs),
    ),
  };
}

const sums = new BucketSums();

function latenciesOf(run: RunModel, fromMs: number, toMs: number): string {
  const [first, end] = run.indicesOf({ fromMs, toMs });
  for (const history of run.histories) {
    if (history.definition.metric !== 'http_req_duration') continue;
    history.addCounts(sums, history.entryAt(first), history.entryAt(end));
  }
  return encodeCounts(sums.drain());
}

type Role = 'iterations' | 'outcome' | 'tolerated';

function rolesOf(run: RunModel): Map<number, Role> {
  const roles = new Map<number, Role>();
  for (const { definition } of run.series()) {
    const { id, metric, tags } = definition;
    if (metric === 'iterations') roles.set(id, 'iterations');
    else if (metric === 'http_req_failed') roles.set(id, tags['tolerated'] === 'true' ? 'tolerated' : 'outcome');
  }
  return roles;
}
