import type { NamedExpression } from '../../scenario/plan.ts';
import { ExpressionError, expressionOperands, type ExpressionCompiler } from '../../scenario/expression.ts';
import type { Sample, SampleValue } from '../../run/events.ts';
import type { Vu } from '../vu.ts';

/** How a check came out. */
export interface CheckOutcome {
  readonly holds: boolean;
  /** Why it could not be worked out, else ''. */
  readonly problem: string;
}

/** Of a captured value, as much as someone may want to read; of what a check read, as much as tells why it failed. */
const CAPTURE_LENGTH = 2000;
const READ_LENGTH = 200;

/** What a request took from its answer and how its checks came out, for samples of runs that keep all exchanges. */
export function sampleValues(
  step: { readonly captures: readonly NamedExpression[]; readonly checks: readonly NamedExpression[] },
  vu: Vu,
  compiler: ExpressionCompiler,
  outcomes: readonly CheckOutcome[],
): Required<Pick<Sample, 'captures' | 'checks'>> {
  return {
    captures: step.captures.flatMap(({ name }): SampleValue[] => {
      const value = vu.scope[name];
      return value === undefined ? [] : [[name, jsonText(value, CAPTURE_LENGTH)]];
    }),
    checks: step.checks.map(({ name, expression: { source } }, index) => ({
      name,
      ok: outcomes[index]?.holds ?? false,
      expression: source,
      reads: expressionOperands(source).flatMap((operand) => readValue(operand, vu, compiler)),
      problem: outcomes[index]?.problem ?? '',
    })),
  };
}

function readValue(operand: string, vu: Vu, compiler: ExpressionCompiler): SampleValue[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  try {
    return [[operand, jsonText(vu.evaluate(compiler.compile({ source: operand, range })), READ_LENGTH)]];
  } catch (error) {
    if (error instanceof ExpressionError) return [];
    throw error;
  }
}

function jsonText(value: unknown, mostCharacters: number): string {
  const text = value === undefined ? 'null' : JSON.stringify(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
