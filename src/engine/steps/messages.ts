import type { AbortStep, FailStep, LogStep, Template } from '../../scenario/plan.ts';
import { compileTemplate, textOf } from '../../scenario/expression.ts';
import { AbortError, StepError, type Op, type Vu } from '../vu.ts';
import type { StepContext } from './program.ts';

/** `log`: a line in the run's log. */
export function logOp(step: LogStep, context: StepContext, next: number): Op {
  const text = message(step.text, context);
  return (vu) => {
    context.scenario.log('info', text(vu), step.range.start.line, vu);
    return next;
  };
}

/** `fail`: ends the iteration; it counts as one, with an error. */
export function failOp(step: FailStep, context: StepContext): Op {
  const text = message(step.text, context);
  return (vu) => {
    throw new StepError(text(vu), step.range.start.line);
  };
}

/** `abort`: ends the run. */
export function abortOp(step: AbortStep, context: StepContext): Op {
  const text = message(step.text, context);
  return (vu) => {
    throw new AbortError(text(vu), step.range.start.line);
  };
}

function message(template: Template, { scenario }: StepContext): (vu: Vu) => string {
  const compiled = compileTemplate(template, scenario.compiler);
  return (vu) => textOf(vu.evaluate((scope) => compiled.evaluate(scope)));
}
