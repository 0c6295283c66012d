import type { ErrorRow } from '../../run/tables.ts';
import type { Moment } from '../../run/timeline.ts';
import { errorTitle } from '../error-titles.ts';
import { count, percent, plural, rate } from '../format.ts';
import { secondsOf, type Evidence } from './evidence.ts';
import { exchangeLink, strong, type Phrase } from './finding.ts';
import type { Rule } from './rule.ts';
import { median } from './statistics.ts';

/** From this share of throttled requests on, the rest of the figures is no longer of the load that was meant. */
const SPOILED_SHARE = 0.05;

/** Answers 429: the server turns requests away; when, from which rate on, and for how long it asks to wait. */
export const throttling: Rule = {
  id: 'throttling',
  find(evidence) {
    const { failures, endpoints } = evidence;
    const limited = failures.filter((row) => row.status === 429);
    const [first] = limited;
    if (!first) return [];
    const answers = limited.reduce((sum, row) => sum + row.count, 0);
    const requests = endpoints.reduce((sum, row) => sum + row.requests, 0);
    const spoiled =
      answers >= SPOILED_SHARE * requests
        ? ` Of ${plural(requests, 'request')} it let ${count(requests - answers)} in (${percent(1 - answers / requests)}): ` +
          'this run measures its limit and not what it can do.'
        : '';
    const details = [...when(evidence), ...wait(limited)];
    // That these are all failures is said already.
    if (limited.length === failures.length) {
      if (spoiled === '' && details.length === 0) return [];
      return [{ level: spoiled === '' ? 'info' : 'warning', parts: ['The server throttles.', spoiled, ...details] }];
    }
    return [
      {
        level: spoiled === '' ? 'info' : 'warning',
        parts: [
          `${plural(answers, 'answer was', 'answers were')} `,
          strong(errorTitle(first)),
          ': the server throttles. They count as failures.',
          spoiled,
          ...details,
          ...exchangeLink(limited, 'Show one'),
        ],
      },
    ];
  },
};

/** In which time it throttled, and the rate that it let pass, where it was the rate that made the difference. */
function when({ timeline }: Evidence): Phrase[] {
  const busy = timeline.moments.filter(({ total }) => total.requests > 0);
  const throttled = busy.filter(({ total }) => total.throttled > 0);
  const [first] = throttled;
  const last = throttled.at(-1);
  if (!first || !last || throttled.length < 3) return [];
  const within = busy.filter(({ fromMs }) => fromMs >= first.fromMs && fromMs <= last.fromMs);
  // Here and there: that has no window.
  if (throttled.length < 0.5 * within.length) return [];
  const window: Phrase[] = [' It did so in ', { kind: 'window', fromMs: first.fromMs, toMs: last.toMs }];
  const free = busy.filter(({ total }) => total.throttled === 0);
  const sent = ({ total, ...moment }: Moment): number => total.requests / secondsOf(moment);
  const passed = ({ total, ...moment }: Moment): number => (total.requests - total.throttled) / secondsOf(moment);
  // Whole seconds only: the first and the last one of a throttled time may be throttled for a part of it.
  const limit = median(throttled.map(passed));
  const mostFree = Math.max(0, ...free.map(sent));
  const byRate = free.length >= 3 && throttled.every((moment) => sent(moment) >= limit) && mostFree <= limit * 1.1;
  const steady = throttled.filter((moment) => Math.abs(passed(moment) - limit) <= 0.15 * limit).length;
  if (!byRate || steady < 0.8 * throttled.length) return [...window, '.'];
  return [...window, `, whenever more than about ${rate(limit)} came.`];
}

/** What `retry-after` of the kept answers asks for (RFC 9110, 10.2.3). */
function wait(limited: readonly ErrorRow[]): Phrase[] {
  const values = limited
    .flatMap(({ samples }) => samples)
    .flatMap(({ response }) => response?.headers ?? [])
    .filter(([name]) => name.toLowerCase() === 'retry-after')
    .map(([, value]) => value.trim());
  const seconds = values.filter((value) => /^\d+$/.test(value)).map(Number);
  if (seconds.length === 0) return [];
  const least = Math.min(...seconds);
  const most = Math.max(...seconds);
  const range = least === most ? plural(least, 'second') : `${count(least)} to ${plural(most, 'second')}`;
  return [` Its answers ask to wait for ${range} (retry-after).`];
}
