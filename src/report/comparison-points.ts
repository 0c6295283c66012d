import { mostActive } from '../run/interval-groups.ts';
import type { RunModel } from '../run/model.ts';
import { pointsOf, totalPoints, type SubjectPoints } from '../run/subject-points.ts';

/** A run over time, taken apart so far that several fit into a view and a report: column by column, one entry a point. */
export interface RunPoints {
  /** How much of a point's time was measured, ms; 0: none of it. */
  readonly measuredMs: readonly number[];
  /** The most that were active. */
  readonly vus: readonly number[];
  readonly iterations: readonly number[];
  /** All requests. */
  readonly total: SubjectPoints;
}

const SIZES_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
const MOST_POINTS = 720;

/** The length of points that all of these runs have, ms. */
export function pointSizeMs(runs: readonly RunModel[]): number {
  const longestS = Math.max(...runs.map(({ elapsedMs }) => elapsedMs)) / 1000;
  return (SIZES_S.find((size) => longestS / size <= MOST_POINTS) ?? Math.ceil(longestS / MOST_POINTS)) * 1000;
}

export function runPoints(run: RunModel, sizeMs: number): RunPoints {
  const length = pointsOf(run, sizeMs);
  const zeros = (): number[] => new Array<number>(length).fill(0);
  const points = { measuredMs: zeros(), vus: zeros(), iterations: zeros() };
  for (const interval of run.intervals) {
    // An interval belongs to the point that its middle is in: its borders jitter by some ms around the whole second.
    const at = Math.min(length - 1, Math.max(0, Math.floor((interval.fromMs + interval.toMs) / 2 / sizeMs)));
    const add = (column: number[], value: number): void => {
      column[at] = (column[at] ?? 0) + value;
    };
    add(points.measuredMs, interval.toMs - interval.fromMs);
    points.vus[at] = Math.max(points.vus[at] ?? 0, mostActive(interval));
    for (const [id, sum] of interval.counters ?? [])
      if (run.definition(id)?.metric === 'iterations') add(points.iterations, sum);
  }
  return { ...points, total: totalPoints(run, sizeMs) };
}
