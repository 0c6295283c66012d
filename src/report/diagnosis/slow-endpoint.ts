import { TrendSink } from '../../run/sinks.ts';
import { duration, percent } from '../format.ts';
import { code, strong } from './finding.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';

/** An endpoint with more of the requests than this shows in the total. */
const MOST_SHARE = 0.1;
const LEAST_REQUESTS = 20;
/** Slow: this many times the p95 of all requests, and by at least this much. */
const FACTOR = 3;
const LEAST_MS = 10;

/** One endpoint is much slower than the total says, as it has few of the requests. */
export const slowEndpoint: Rule = {
  id: 'slow-endpoint',
  trustsFigures: true,
  find({ endpoints }) {
    const requests = endpoints.reduce((sum, row) => sum + row.requests, 0);
    const all = new TrendSink();
    for (const row of endpoints) all.merge(row.duration);
    const total = all.percentile(95);
    if (total === null || endpoints.length < 2) return [];
    const slow = endpoints
      .map((row) => ({ ...row, p95: row.duration.percentile(95) ?? 0 }))
      .filter(
        ({ p95, requests: own, failed }) =>
          own >= LEAST_REQUESTS &&
          own <= MOST_SHARE * requests &&
          failed * 2 < own &&
          p95 >= FACTOR * total &&
          p95 - total >= LEAST_MS,
      )
      .sort((a, b) => b.p95 - a.p95);
    const [worst] = slow;
    if (!worst) return [];
    const more = slow.length > 1 ? `, and so do ${numeral(slow.length - 1)} more` : '';
    return [
      {
        level: 'info',
        parts: [
          code(worst.name),
          ` hides in the total: its p95 is `,
          strong(duration(worst.p95)),
          `, that of all requests ${duration(total)}, as only ${percent(worst.requests / requests)} of them are its own${more}.`,
        ],
      },
    ];
  },
};
