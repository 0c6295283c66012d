import { valueOfIndex, type SparseCounts } from '../src/run/histogram.ts';

/** Rows of the map to a factor of ten of latency. */
export const ROWS_PER_DECADE = 10;

/** How often each latency came over time: columns are points of the charts, rows are ranges of a logarithmic scale. */
export class HeatMap {
  /** One a point: row → requests. */
  readonly columns: readonly ReadonlyMap<number, number>[];
  /** The lowest and the highest row that holds anything; null where nothing does. */
  readonly rows: { readonly from: number; readonly to: number } | null;
  /** The most requests of one cell. */
  readonly peak: number;

  /** `counts`: the histogram of each point. */
  constructor(counts: readonly SparseCounts[]) {
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    let peak = 0;
    this.columns = counts.map((part) => {
      const cells = new Map<number, number>();
      for (let i = 0; i + 1 < part.length; i += 2) {
        const row = rowOf(part[i] ?? 0);
        const sum = (cells.get(row) ?? 0) + (part[i + 1] ?? 0);
        cells.set(row, sum);
        if (sum > peak) peak = sum;
        if (row < from) from = row;
        if (row > to) to = row;
      }
      return cells;
    });
    this.peak = peak;
    this.rows = peak > 0 ? { from, to } : null;
  }
}

/** Where a row begins, in ms; it ends where the next one begins. */
export function rowStartMs(row: number): number {
  return 10 ** (row / ROWS_PER_DECADE);
}

const known: number[] = [];

function rowOf(index: number): number {
  // Below the resolution of a microsecond there is nothing to tell apart.
  return (known[index] ??= Math.floor(Math.log10(Math.max(valueOfIndex(index), 0.001)) * ROWS_PER_DECADE + 1e-9));
}
