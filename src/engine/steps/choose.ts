import type { ChooseStep } from '../../scenario/plan.ts';
import type { Program, Vu } from '../vu.ts';
import { appendSteps, type StepContext } from './program.ts';

/**
 * One branch a pass, with likelihood weight / sum of weights (Locust's @task); where the mix is to be exact, as a deck deals them.
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
  let next = 0;
  const pick = step.exact ? context.scenario.deck(step) : byLikelihood(step);
  ops.push((vu) => starts[pick(vu)] ?? next);
  for (const branch of step.branches) {
    starts.push(ops.length);
    appendSteps(program, branch.steps, context);
    ops.push(() => next);
  }
  next = ops.length;
}

function byLikelihood(step: ChooseStep): (vu: Vu) => number {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of step.branches) sums.push((sum += weight));
  return (vu) => {
    const draw = vu.random.next() * sum;
    return sums.findIndex((upTo) => draw < upTo);
  };
}
