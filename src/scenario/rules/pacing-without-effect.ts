import type { Problem } from '../problem.ts';
import { entryOf, nodeAt } from '../source.ts';
import { formatDuration } from '../units.ts';
import { pausesMs } from './pauses.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** A `pacing` that is over before the pauses of an iteration are: there is nothing left to wait for. */
export function pacingWithoutEffect({ document, written, plan, isWhole }: RuleContext): Problem[] {
  if (!isWhole) return [];
  return plan.scenarios.flatMap(({ name, pacingMs, steps }) => {
    const entry = entryOf(nodeAt(document.root, ['scenarios', name]), 'pacing');
    if (pacingMs === null || !entry) return [];
    const leastMs = pausesMs(steps, 'least');
    if (leastMs < pacingMs) return [];
    const message = `\`pacing\` has no effect: the pauses of an iteration alone take ${formatDuration(leastMs)}. Shorten them, or leave \`pacing\` out.`;
    const repairs = [{ title: 'Remove `pacing`', changes: [{ kind: 'remove', keySpan: entry.keySpan } as const] }];
    return [
      problemOf({ code: 'pacing-without-effect', severity: 'warning', message, at: entry.keySpan, repairs }, written),
    ];
  });
}
