/** Latencies in ranges of a logarithmic axis, for charts of how they are distributed. */
import { svg } from './dom.ts';
import { duration } from '../src/report/format.ts';
import type { Histogram } from '../src/run/histogram.ts';

const PER_DECADE = 10;

export interface Bucket {
  /** From 10^(cell/10) ms up to the next. */
  readonly cell: number;
  readonly count: number;
  readonly share: number;
  /** Share at or below. */
  readonly cumulative: number;
}

/** Ten ranges a decade, those without a request between the first and the last included. */
export function bucketsOf(histogram: Histogram): Bucket[] {
  const counts = new Map<number, number>();
  histogram.forEachBucket((value, n) => {
    // Below the resolution of a microsecond there is nothing to tell apart.
    const cell = Math.floor(Math.log10(Math.max(value, 0.001)) * PER_DECADE + 1e-9);
    counts.set(cell, (counts.get(cell) ?? 0) + n);
  });
  const cells = [...counts.keys()];
  if (cells.length === 0) return [];
  const buckets: Bucket[] = [];
  let below = 0;
  for (let cell = Math.min(...cells); cell <= Math.max(...cells); cell++) {
    const n = counts.get(cell) ?? 0;
    below += n;
    buckets.push({ cell, count: n, share: n / histogram.count, cumulative: below / histogram.count });
  }
  return buckets;
}

/** Where a range begins. */
export function msOf(cell: number): number {
  return 10 ** (cell / PER_DECADE);
}

/** The marks of the axis from one range to another, at `y`. */
export function bucketAxis(first: number, last: number, x: (cell: number) => number, y: number): SVGElement[] {
  const marks: SVGElement[] = [];
  let free = 0;
  for (let cell = first; cell <= last; cell++) {
    // Whole decades, and 2 and 5 of each (cells 3 and 7 of ten begin there, near enough) where there is room.
    const within = ((cell % PER_DECADE) + PER_DECADE) % PER_DECADE;
    if (within !== 0 && (last - first > 20 || (within !== 3 && within !== 7))) continue;
    if (x(cell) < free) continue;
    free = x(cell) + 52;
    marks.push(
      svg('text', { x: x(cell), y: y + 15, class: 'tick', 'text-anchor': 'middle' }, tickText(cell)),
      svg('line', { x1: x(cell), x2: x(cell), y1: y, y2: y + 4, class: 'grid-line' }),
    );
  }
  return marks;
}

function tickText(cell: number): string {
  return duration(Number(msOf(cell).toPrecision(1)), (x) => String(Math.round(x * 100) / 100));
}
