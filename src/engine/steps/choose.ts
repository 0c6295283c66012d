import type { ChooseStep } from '../../scenario/plan.ts';
import type { Program } from '../vu.ts';
import { appendSteps, type StepContext } from './program.ts';

/**
 * One branch a pass, with likelihood weight / sum of weights (Locust's @task).
 *
 * ```
 *  choose ─┬─► branch 1 … jump ─┐
 *          ├─► branch 2 … jump ─┤
 *          └─► branch 3 … jump ─┴─► next
 * ```
 */
export function chooseOps(program: Program, step: ChooseStep, context: StepContext): void {
  const { ops } = program;
  const starts: number[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of step.branches) sums.push((sum += weight));
  let next = 0;
  ops.push((vu) => {
    const draw = vu.random.next() * sum;
    const branch = sums.findIndex((upTo) => draw < upTo);
    return starts[branch] ?? next;
  });
  for (const branch of step.branches) {
    starts.push(ops.length);
    appendSteps(program, branch.steps, context);
    ops.push(() => next);
  }
  next = ops.length;
}
