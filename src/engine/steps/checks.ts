import type { NamedExpression } from '../../scenario/plan.ts';
import { ExpressionError } from '../../scenario/expression.ts';
import { perStage } from '../metrics/per-stage.ts';
import type { Vu } from '../vu.ts';
import type { StepContext } from './program.ts';
import type { CheckOutcome } from './sample-values.ts';

const HOLDS: CheckOutcome = { holds: true, problem: '' };
const FAILS: CheckOutcome = { holds: false, problem: '' };

/** One function a check: evaluates it and counts it in `checks`. One that cannot be worked out is told and counts as failed. */
export function compileChecks(
  checks: readonly NamedExpression[],
  { scenario, group }: StepContext,
): ((vu: Vu, atMs: number) => CheckOutcome)[] {
  return checks.map(({ name, expression }) => {
    const { line } = expression.range.start;
    const evaluate = scenario.compiler.compile(expression);
    const cell = perStage(scenario, (stage) =>
      scenario.recorder.rate('checks', { ...scenario.tags, group, check: name, stage }),
    );
    return (vu, atMs) => {
      let holds = false;
      let problem = '';
      try {
        holds = vu.evaluate(evaluate) === true;
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        problem = error.message;
        scenario.log(
          'warning',
          `The check “${name}” could not be worked out and counts as failed. ${problem}`,
          line,
          vu,
        );
      }
      scenario.recorder.count(cell(), holds, atMs);
      if (problem !== '') return { holds, problem };
      return holds ? HOLDS : FAILS;
    };
  });
}
