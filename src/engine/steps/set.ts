import type { SetStep } from '../../scenario/plan.ts';
import { compileTemplate } from '../../scenario/expression.ts';
import type { Op } from '../vu.ts';
import type { StepContext } from './program.ts';

/** Sets variables of the iteration, in order: a later one sees the earlier ones. */
export function setOp(step: SetStep, { scenario }: StepContext, next: number): Op {
  const values = step.values.map(([name, value]) => [name, compileTemplate(value, scenario.compiler)] as const);
  return (vu) => {
    for (const [name, value] of values)
      vu.set(
        name,
        vu.evaluate((scope) => value.evaluate(scope)),
      );
    return next;
  };
}
