import type { TimeWindow } from '../../run/model.ts';
import type { Moment } from '../../run/timeline.ts';
import { errorTitle } from '../error-titles.ts';
import { duration, percent, plural } from '../format.ts';
import { secondsOf, type Evidence } from './evidence.ts';
import { exchangeLink, strong, type Finding, type Phrase } from './finding.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';

/** Of the requests of a moment, so many fail while the service is down, and at most so many in the rest of the time. */
const DOWN_SHARE = 0.9;
const OUTSIDE_SHARE = 0.2;
/** Fewer moments or requests than this are no outage. */
const LEAST_MOMENTS = 2;
const LEAST_REQUESTS = 10;
/** It worked for at least so long. */
const LEAST_WORKING_S = 1.5;
/** Moments without a request, or with one that got through, do not end an outage when it goes on after them. */
const JOIN_MS = 2500;

interface Outage extends TimeWindow {
  moments: number;
  requests: number;
  failed: number;
  throttled: number;
}

/** All endpoints fail in the same window while before it or after it they answer: when, how much, and whether the service came back. */
export const serviceDown: Rule = {
  id: 'service-down',
  unless: ['machine-limits', 'never-accepted'],
  find(evidence) {
    const { moments, endpoints } = evidence.timeline;
    // What a single endpoint does is for other rules to say.
    if (endpoints.length < 2) return [];
    const all = outagesOf(moments).filter((outage) => allFail(evidence, outage));
    const kind = rowsOf(evidence, all)[0]?.kind;
    // A refusal has a reason of its own, such as a token that expired.
    if (kind === '4xx' || kind === 'expectation') return [];
    // A generator that is late itself lets requests time out that were answered.
    const outages = kind === 'timeout' ? all.filter((outage) => !mostlySaturated(moments, outage)) : all;
    if (outages.length === 0 || !worksOtherwise(moments, outages)) return [];
    return [finding(evidence, outages, rowsOf(evidence, outages))];
  },
};

function rowsOf({ failures }: Evidence, outages: readonly Outage[]): Evidence['failures'] {
  return failures.filter(({ firstMs, lastMs }) =>
    outages.some(({ fromMs, toMs }) => firstMs < toMs && lastMs > fromMs),
  );
}

function mostlySaturated(moments: readonly Moment[], { fromMs, toMs }: TimeWindow): boolean {
  const within = moments.filter((moment) => moment.fromMs >= fromMs && moment.toMs <= toMs);
  return 2 * within.filter(({ generator }) => generator === 'saturated').length > within.length;
}

function finding(
  { timeline, run }: Evidence,
  outages: readonly Outage[],
  rows: Evidence['failures'],
): Omit<Finding, 'rule'> {
  const sum = (of: (outage: Outage) => number): number => outages.reduce((total, outage) => total + of(outage), 0);
  const [row] = rows;
  const kinds = new Set(rows.map(errorTitle)).size;
  const endpoints = timeline.endpoints.length;
  const whose = endpoints === 2 ? 'both endpoints' : `all ${numeral(endpoints)} endpoints`;
  const outcome: Phrase[] = row ? [kinds === 1 ? ', ' : ', mostly ', strong(errorTitle(row))] : [];
  return {
    level: 'error',
    parts: [
      strong('The whole service was down'),
      ' in ',
      ...windows(outages),
      `, for ${duration(sum(({ fromMs, toMs }) => toMs - fromMs))}: ${percent(sum(({ failed }) => failed) / sum(({ requests }) => requests))} of ` +
        `${plural(
          sum(({ requests }) => requests),
          'request',
        )} to ${whose} failed`,
      ...outcome,
      '. ',
      recovery(timeline.moments, outages, run.state !== 'running'),
      ...exchangeLink(rows),
    ],
  };
}

/** Whether, and how soon, it answered again after the last outage. */
function recovery(moments: readonly Moment[], outages: readonly Outage[], over: boolean): string {
  const last = outages.at(-1);
  const after = moments.filter(({ fromMs, total }) => last && fromMs >= last.toMs && total.requests > 0);
  const back = after.find(({ total }) => total.failed <= OUTSIDE_SHARE * total.requests);
  if (!last || !back) return over ? 'It did not come back before the run ended.' : 'It has not come back so far.';
  const ms = back.fromMs - last.toMs;
  return ms < 1000 ? 'Then it answered again at once.' : `It answered again ${duration(ms)} later.`;
}

function outagesOf(moments: readonly Moment[]): Outage[] {
  const outages: Outage[] = [];
  let open = false;
  for (const { fromMs, toMs, total } of moments) {
    if (total.requests === 0) continue;
    if (total.failed < DOWN_SHARE * total.requests) {
      open = false;
      continue;
    }
    const last = outages.at(-1);
    const joined = last && (open || fromMs - last.toMs < JOIN_MS) ? last : null;
    const before = joined ?? { fromMs, toMs, moments: 0, requests: 0, failed: 0, throttled: 0 };
    const outage: Outage = {
      fromMs: before.fromMs,
      toMs,
      moments: before.moments + 1,
      requests: before.requests + total.requests,
      failed: before.failed + total.failed,
      throttled: before.throttled + total.throttled,
    };
    if (joined) outages[outages.length - 1] = outage;
    else outages.push(outage);
    open = true;
  }
  return outages.filter(
    ({ moments: n, requests, failed, throttled }) =>
      n >= LEAST_MOMENTS && requests >= LEAST_REQUESTS && throttled * 2 <= failed,
  );
}

/** Each endpoint that was asked fails: one that goes on answering is not down, however few of the requests it has. */
function allFail({ timeline: { moments, endpoints } }: Evidence, { fromMs, toMs }: TimeWindow): boolean {
  return endpoints.every(({ readings }) => {
    let requests = 0;
    let failed = 0;
    for (const [index, moment] of moments.entries()) {
      if (moment.fromMs < fromMs || moment.toMs > toMs) continue;
      requests += readings[index]?.requests ?? 0;
      failed += readings[index]?.failed ?? 0;
    }
    return failed >= DOWN_SHARE * requests;
  });
}

/** A service that fails nearly all the time was not down for a while, it is broken. */
function worksOtherwise(moments: readonly Moment[], outages: readonly Outage[]): boolean {
  let requests = 0;
  let failed = 0;
  let seconds = 0;
  for (const moment of moments) {
    if (outages.some(({ fromMs, toMs }) => moment.fromMs >= fromMs && moment.toMs <= toMs)) continue;
    requests += moment.total.requests;
    failed += moment.total.failed;
    if (moment.total.requests > 0) seconds += secondsOf(moment);
  }
  return requests >= LEAST_REQUESTS && seconds >= LEAST_WORKING_S && failed <= OUTSIDE_SHARE * requests;
}

/** As many windows as a sentence bears. */
function windows(outages: readonly TimeWindow[]): Phrase[] {
  const shown = outages.slice(0, 3).flatMap(({ fromMs, toMs }, index): Phrase[] => {
    const between = index === 0 ? '' : index === outages.length - 1 ? ' and ' : ', ';
    return [between, { kind: 'window', fromMs, toMs }];
  });
  return outages.length > 3 ? [...shown, ` and ${numeral(outages.length - 3)} more`] : shown;
}
