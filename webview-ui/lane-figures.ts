import { DASH } from '../src/report/format.ts';

/** A figure of a legend or of a table behind a chart. */
export function cell(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? DASH : format(value);
}

/** The highest value of several columns; 0 where they hold none. */
export function peak(columns: readonly (readonly (number | null)[])[]): number {
  let max = 0;
  for (const column of columns) for (const value of column) if (value !== null && value > max) max = value;
  return max;
}

/** The lowest value of a column; 0 where it holds none. */
export function trough(column: readonly (number | null)[]): number {
  let min = Number.POSITIVE_INFINITY;
  for (const value of column) if (value !== null && value < min) min = value;
  return Number.isFinite(min) ? min : 0;
}
