import { count, DASH, exact } from '../src/report/format.ts';

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

/** Marks of an axis of latencies. */
export function latencyAxis(value: number): string {
  if (value >= 1000) return `${exact(value / 1000)}\u00a0s`;
  return value > 0 && value < 1 ? `${Math.round(value * 1000)}\u00a0µs` : `${Math.round(value * 100) / 100}\u00a0ms`;
}

/** Of requests a second. */
export function rateAxis(value: number): string {
  return value >= 1000 ? `${exact(value / 1000)}k` : exact(value);
}

/** Of what there are only whole ones of, such as users: marks between them stay without text. */
export function wholeAxis(value: number): string {
  return Number.isInteger(value) ? count(value) : '';
}
