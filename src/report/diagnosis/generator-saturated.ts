import { SATURATED_DELAY_MS, saturatedWindows } from '../../run/generator-health.ts';
import { generatorReason } from '../trust-words.ts';
import { clock, duration, exact, percent } from '../format.ts';
import type { Phrase } from './finding.ts';
import { strong } from './finding.ts';
import type { Rule } from './rule.ts';

/** When and how far the load generator itself was the bottleneck, or that it had little left. */
export const generatorSaturated: Rule = {
  id: 'generator-saturated',
  find({ run, timeline }) {
    const { judgement } = run.generator;
    const { trust, share } = judgement;
    // That it stood still is told in `stood-still`.
    if (trust === 'trustworthy' || judgement.cause === 'stall') return [];
    if (trust === 'degraded') return [{ level: 'info', parts: [generatorReason(judgement)] }];
    const windows = saturatedWindows(timeline);
    const [first] = windows;
    const what = judgement.cause === 'schedule' ? 'iterations started late, their delay p99' : 'event-loop delay p99';
    const when: Phrase[] = first ? [windows.length === 1 ? ', ' : ', first ', { kind: 'window', ...first }] : [];
    return [
      {
        level: 'warning',
        parts: [
          'The generator was the bottleneck for ',
          strong(`${clock(share * run.elapsedMs)} of ${clock(run.elapsedMs)}`),
          ` (${percent(share)}): ${what} above ${duration(SATURATED_DELAY_MS, exact)}, up to ${duration(judgement.worst)}`,
          ...when,
          '. Latencies in there include its own delay.',
        ],
      },
    ];
  },
};
