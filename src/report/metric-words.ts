import type { MetricRow } from '../run/metric-tables.ts';
import { bytes, count, duration, percent, significant } from './format.ts';

/**
 * What became of a metric that is no trend, and a detail of it: a counter's sum and its rate, a gauge's last value and its range, a rate's
 * share and its counts. `seconds` is how long was counted. Null for a trend, whose figures are a row of their own.
 */
export function metricTotal(
  { kind, sink, definition: { contains } }: MetricRow,
  seconds: number,
): { readonly value: string; readonly detail: string } | null {
  const show = contains === 'data' ? bytes : contains === 'time' ? duration : plain;
  switch (kind) {
    case 'trend':
      return null;
    case 'counter': {
      const perSecond = contains === 'data' ? bytes : significant;
      return { value: show(sink.sum), detail: seconds > 0 ? `${perSecond(sink.sum / seconds)}/s` : '' };
    }
    case 'gauge':
      return sink.value === null
        ? { value: 'no samples', detail: '' }
        : { value: show(sink.value), detail: `${show(sink.min)} to ${show(sink.max)}` };
    case 'rate':
      return sink.total === 0
        ? { value: 'no samples', detail: '' }
        : { value: percent(sink.rate), detail: `${count(sink.trues)} of ${count(sink.total)}` };
  }
}

function plain(value: number): string {
  return Number.isInteger(value) ? count(value) : significant(value);
}
