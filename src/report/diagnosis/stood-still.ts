import { duration, plural } from '../format.ts';
import { strong } from './finding.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';

/** The load generator did not run for a second or more: whatever was measured around it has that in it. */
export const stoodStill: Rule = {
  id: 'stood-still',
  find({ timeline, plan }) {
    const stalls = timeline.moments.filter(({ stalledMs }) => stalledMs > 0);
    const [first, ...others] = stalls;
    if (!first) return [];
    const longest = others.reduce((most, stall) => (stall.stalledMs > most.stalledMs ? stall : most), first);
    const dropped = stalls.reduce((sum, stall) => sum + stall.dropped, 0);
    const times = others.length === 0 ? '' : `${numeral(stalls.length)} times, longest `;
    const arrives = plan.scenarios.some(({ executor }) => executor.kind.endsWith('arrival-rate'));
    const due = dropped > 0 ? `started late or dropped (${plural(dropped, 'iteration')})` : 'started late, all at once';
    return [
      {
        level: 'warning',
        parts: [
          `The load generator stood still ${times}for `,
          strong(duration(longest.stalledMs)),
          ', ',
          { kind: 'window', fromMs: longest.fromMs, toMs: longest.toMs },
          ': it was suspended, or the machine slept or had no time for it. ',
          arrives
            ? `What was due then was ${due}, and the latencies of that time include the wait.`
            : 'No load was made meanwhile, and the latencies of that time may include the wait.',
        ],
      },
    ];
  },
};
