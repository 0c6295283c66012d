import type { IfStep } from '../../scenario/plan.ts';
import type { Program } from '../vu.ts';
import { appendSteps, type StepContext } from './program.ts';

/** `if`: `then` where the condition holds, else `else`. */
export function ifOps(program: Program, step: IfStep, context: StepContext): void {
  const { ops } = program;
  const condition = context.scenario.compiler.compile(step.condition);
  const then = ops.length + 1;
  let otherwise = 0;
  let next = 0;
  ops.push((vu) => (vu.evaluate(condition) === true ? then : otherwise));
  appendSteps(program, step.then, context);
  ops.push(() => next);
  otherwise = ops.length;
  appendSteps(program, step.else, context);
  next = ops.length;
}
