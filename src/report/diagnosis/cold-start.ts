import type { EndpointTimeline, Moment } from '../../run/timeline.ts';
import { duration, significant } from '../format.ts';
import { strong } from './finding.ts';
import type { Rule } from './rule.ts';
import { median } from './statistics.ts';

/** The beginning is at most this long, and this part of the run. */
const MOST_MOMENTS = 20;
const MOST_SHARE = 0.2;
/** Slow: this many times what follows, and by at least this much. */
const FACTOR = 2;
const LEAST_MS = 5;
/** Of the beginning's requests, those of endpoints that were slow in it. */
const SLOW_SHARE = 0.5;
/** What follows, to compare with, in moments. */
const LEAST_AFTER = 8;
const MOST_AFTER = 60;

/** The first seconds are markedly slower than what follows at the same load or more. */
export const coldStart: Rule = {
  id: 'cold-start',
  trustsFigures: true,
  find({ timeline }) {
    const start = timeline.moments.findIndex(({ total }) => total.answered > 0);
    const moments = timeline.moments.slice(Math.max(0, start));
    if (start < 0 || moments.length < LEAST_AFTER + 2) return [];
    const most = Math.min(MOST_MOMENTS, Math.floor(moments.length * MOST_SHARE));
    const after = moments.slice(most, most + MOST_AFTER).filter(({ total }) => total.answered > 0);
    const usualMs = median(after.map(({ total }) => total.p50));
    if (after.length < LEAST_AFTER) return [];
    let length = 0;
    while (length < most && (moments[length]?.total.p50 ?? 0) > 1.5 * usualMs) length++;
    const head = moments.slice(0, length);
    if (length === 0 || head.some(({ generator }) => generator === 'saturated')) return [];
    const headMs = Math.max(...head.map(({ total }) => total.p50));
    if (headMs < FACTOR * usualMs || headMs - usualMs < LEAST_MS) return [];
    // A beginning with more load than the rest is a spike.
    if (median(head.map(({ vus }) => vus)) > 1.2 * median(after.map(({ vus }) => vus))) return [];
    if (slowShare(timeline.endpoints, moments, start, length, most) < SLOW_SHARE) return [];
    const [first] = head;
    const last = head.at(-1);
    if (!first || !last) return [];
    return [
      {
        level: 'info',
        parts: [
          'The service started cold: in the first ',
          strong(duration(Math.round((last.toMs - first.fromMs) / 1000) * 1000 || 1000)),
          `, the median latency was up to ${duration(headMs)}, ${significant(headMs / usualMs)} times the ` +
            `${duration(usualMs)} of the time that followed.`,
        ],
      },
    ];
  },
};

/** The part of the first requests that went to endpoints which were slower then: another mix of requests is no cold start. */
function slowShare(
  endpoints: readonly EndpointTimeline[],
  moments: readonly Moment[],
  start: number,
  length: number,
  after: number,
): number {
  let slow = 0;
  let all = 0;
  for (const { readings } of endpoints) {
    const head = readings.slice(start, start + length).filter((reading) => reading !== undefined);
    const rest = readings.slice(start + after, start + Math.min(moments.length, after + MOST_AFTER));
    const usualMs = median(rest.flatMap((reading) => (reading && reading.answered > 0 ? [reading.p50] : [])));
    for (const { answered, p50 } of head) {
      all += answered;
      if (answered > 0 && p50 > 1.5 * usualMs) slow += answered;
    }
  }
  return all > 0 ? slow / all : 0;
}
