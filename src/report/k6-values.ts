/** Figures as k6's end-of-test summary writes them (internal/js/summary.js, `humanizeValue`): truncated, not rounded. */
import type { MetricContains } from '../scenario/plan.ts';

/** 2.5ms, 3.01s, 1m30s: two decimals below a minute. */
export function k6Duration(ms: number): string {
  if (ms === 0) return '0s';
  if (ms < 0.001) return `${Math.trunc(ms * 1e6)}ns`;
  if (ms < 1) return `${truncated(ms * 1000, 2)}µs`;
  if (ms < 1000) return `${truncated(ms, 2)}ms`;
  const seconds = `${truncated((ms % 60_000) / 1000, ms > 60_000 ? 0 : 2)}s`;
  const minutes = Math.trunc(ms / 60_000);
  if (minutes < 1) return seconds;
  const hours = Math.trunc(minutes / 60);
  return `${hours < 1 ? '' : `${hours}h`}${minutes % 60}m${seconds}`;
}

/** 40 kB, 1.2 MB: powers of 1000. */
export function k6Bytes(bytes: number): string {
  if (bytes < 10) return `${trimmed(bytes, 6)} B`;
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const exponent = Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  const value = Math.floor((bytes / 1000 ** exponent) * 10 + 0.5) / 10;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[exponent] ?? ''}`;
}

/** 99.39% */
export function k6Percent(ratio: number): string {
  return `${(Math.trunc(ratio * 10_000) / 100).toFixed(2)}%`;
}

export function k6Value(value: number, contains: MetricContains): string {
  switch (contains) {
    case 'time':
      return k6Duration(value);
    case 'data':
      return k6Bytes(value);
    case 'default':
      return trimmed(value, 6);
  }
}

function truncated(value: number, decimals: number): string {
  const factor = 10 ** decimals;
  return trimmed(Math.trunc(factor * value) / factor, decimals);
}

/** Without zeros at the end. */
function trimmed(value: number, decimals: number): string {
  return String(Number.parseFloat(value.toFixed(decimals)));
}
