import type { NamedExpression } from '../../scenario/plan.ts';
import { ExpressionError } from '../../scenario/expression.ts';
import type { Lane } from '../lane.ts';
import { StepError } from '../vu.ts';
import type { Unmet } from './expectation.ts';
import type { StepContext } from './program.ts';
import { shownBody } from './request-sample.ts';

/**
 * A function that sets what a request captures of its answer. It returns the error that ends the iteration: of the first capture that
 * finds nothing. `unmet`: why the request had failed before.
 */
export function compileCaptures(
  requestName: string,
  captures: readonly NamedExpression[],
  { scenario }: StepContext,
): (lane: Lane, unmet: Unmet | null) => StepError | null {
  const compiled = captures.map(({ name, expression }) => ({
    name,
    line: expression.range.start.line,
    evaluate: scenario.compiler.compileCapture(expression),
  }));
  return ({ vu, exchange }, unmet) => {
    for (const { name, line, evaluate } of compiled) {
      if (exchange.failure) {
        return new StepError(
          `\`${name}\` could not be captured, as ${requestName} failed: ${exchange.failure.message}`,
          line,
        );
      }
      try {
        vu.set(name, vu.evaluate(evaluate));
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
        const why = unmet ? ` The request had failed: ${unmet.message}` : '';
        const shown = shownBody(exchange);
        return new StepError(
          `\`${name}\` could not be captured from ${requestName}. ${error.message}${why}${shown}`,
          line,
        );
      }
    }
    return null;
  };
}
