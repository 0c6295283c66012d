import type { Executor } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { plannedSteps } from '../schedule/index.ts';
import { entryOf, nodeAt } from '../source.ts';
import { formatDuration } from '../units.ts';
import { pausesMs } from './pauses.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/**
 * Arrival rates that `maxVUs` cannot serve, by Little's law: VUs at work = iterations per second × seconds of an iteration. The
 * pauses alone are counted, so the answers' time comes on top.
 */
export function arrivalRateNeedsVUs({ document, written, plan, isWhole }: RuleContext): Problem[] {
  if (!isWhole) return [];
  return plan.scenarios.flatMap(({ name, executor, steps }) => {
    const map = nodeAt(document.root, ['scenarios', name]);
    if (!('maxVUs' in executor) || map?.kind !== 'map') return [];
    const iterationMs = pausesMs(steps, 'mean');
    const needed = Math.ceil(Number(mostAtOnce(executor, iterationMs).toFixed(6)));
    if (needed <= executor.maxVUs) return [];
    const given = entryOf(map, 'maxVUs');
    const entry = given ?? entryOf(map, 'preAllocatedVUs') ?? entryOf(map, 'rate') ?? entryOf(map, 'stages');
    if (!entry) return [];
    const has = given
      ? `\`maxVUs\` is ${executor.maxVUs}`
      : `there are ${executor.maxVUs} as long as \`maxVUs\` is not given`;
    const message = `The pauses of an iteration alone take ${formatDuration(Math.round(iterationMs))}, so this rate needs ${needed} VUs and more, and ${has}: the other iterations would be dropped. Write \`maxVUs: ${needed}\` or more.`;
    const change = given
      ? ({ kind: 'replace', at: given.value.span, value: needed } as const)
      : ({ kind: 'insert', map, key: 'maxVUs', value: needed } as const);
    const repairs = [{ title: `Set maxVUs to ${needed}`, changes: [change], preferred: true }];
    const at = given ? given.value.span : entry.keySpan;
    return [problemOf({ code: 'too-few-vus', severity: 'warning', message, at, repairs }, written)];
  });
}

/** The most iterations that are due within `windowMs`, at the places where a rate is highest; never too many. */
function mostAtOnce(executor: Executor, windowMs: number): number {
  const corners = plannedSteps(executor).flatMap((step) => ('rate' in step ? [step] : []));
  if (executor.kind === 'constant-arrival-rate') {
    return ((corners[0]?.rate ?? 0) * Math.min(windowMs, executor.durationMs)) / 1000;
  }
  /** Iterations due until then: the area under the rate's line. */
  const dueUntil = (ms: number): number => {
    let sum = 0;
    for (const [index, corner] of corners.entries()) {
      const next = corners[index + 1];
      if (!next || ms <= corner.atMs) break;
      const length = next.atMs - corner.atMs;
      const part = Math.min(ms, next.atMs) - corner.atMs;
      const rateThere = length === 0 ? corner.rate : corner.rate + ((next.rate - corner.rate) * part) / length;
      sum += ((corner.rate + rateThere) / 2) * (part / 1000);
    }
    return sum;
  };
  const ends = corners.flatMap(({ atMs }) => [atMs, atMs + windowMs / 2, atMs + windowMs]);
  return Math.max(0, ...ends.map((end) => dueUntil(end) - dueUntil(end - windowMs)));
}
