import { clock } from '../format.ts';
import { changedLoads, type ChangedLoad } from '../../run/changed-load.ts';
import type { Phrase } from './finding.ts';
import type { Rule } from './rule.ts';

/** More of them are counted. */
const NAMED = 4;

/** A person changed the load while the test ran: it is not what the scenario says. */
export const loadChanged: Rule = {
  id: 'load-changed',
  find({ run }) {
    const spans = changedLoads(run);
    if (spans.length === 0) return [];
    const more = spans.length - NAMED;
    return [
      {
        level: 'info',
        parts: [
          'The load was changed by hand: ',
          ...spans.slice(0, NAMED).flatMap((span, index): Phrase[] => [...(index === 0 ? [] : [', ']), ...said(span)]),
          more > 0 ? ` and ${more} more ${more === 1 ? 'time' : 'times'}.` : '.',
          run.thresholds.length > 0 ? ' Requirements are judged by what was made, not by what was planned.' : '',
        ],
      },
    ];
  },
};

function said({ paused, factor, fromMs, toMs }: ChangedLoad): Phrase[] {
  const what = paused ? 'paused' : `${Math.round(factor * 100)}\u00a0% of the plan`;
  // Shorter than the charts' points: there is no window to look at.
  return toMs - fromMs < 2000 ? [`${what} at ${clock(fromMs)}`] : [`${what} `, { kind: 'window', fromMs, toMs }];
}
