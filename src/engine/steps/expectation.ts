import type { Expectation, RequestBody, StatusRange } from '../../scenario/plan.ts';
import { compileTemplate, ExpressionError, textOf, type ExpressionCompiler } from '../../scenario/expression.ts';
import type { ErrorKind } from '../../run/metrics.ts';
import { ErrorCode } from '../http/errors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Vu } from '../vu.ts';

/** How an answer failed to be what the step expects. */
export interface Unmet {
  readonly kind: ErrorKind;
  /** k6's code: 1000 + status for 4xx and 5xx; 0 where k6 has none. */
  readonly code: number;
  readonly message: string;
}

export function inRanges(ranges: readonly StatusRange[], status: number): boolean {
  // Asked several times for each request, nearly always of one range.
  for (const range of ranges) if (status >= range.from && status <= range.to) return true;
  return false;
}

/** A function that says what an answer fails first, or null where it is as expected. */
export function compileExpectation(
  expect: Expectation,
  compiler: ExpressionCompiler,
  body: RequestBody['kind'] = 'none',
): (vu: Vu, exchange: Exchange, durationMs: number) => Unmet | null {
  const rules = [
    body === 'graphql' ? [noGraphqlErrors] : [],
    headerRules(expect, compiler),
    jsonRule(expect, compiler),
    bodyRule(expect, compiler),
  ].flat();
  return (vu, exchange, durationMs) => {
    const { status } = exchange;
    if (!inRanges(expect.status, status)) return unexpectedStatus(expect.status, status);
    for (const rule of rules) {
      const message = rule(vu, exchange);
      if (message !== null) return { kind: 'expectation', code: 0, message };
    }
    if (expect.maxDurationMs !== null && durationMs > expect.maxDurationMs) {
      const message = `The answer took ${durationMs.toFixed(1)} ms; expected at most ${expect.maxDurationMs} ms.`;
      return { kind: 'expectation', code: 0, message };
    }
    return null;
  };
}

/** Whether an expectation looks into the body. */
export function readsBody(expect: Expectation, body: RequestBody['kind'] = 'none'): boolean {
  return body === 'graphql' || expect.json !== null || expect.bodyContains !== null;
}

type Rule = (vu: Vu, exchange: Exchange) => string | null;

function unexpectedStatus(expected: readonly StatusRange[], status: number): Unmet {
  const kind = status >= 500 ? '5xx' : status >= 400 ? '4xx' : 'expectation';
  const wanted = expected.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
  return {
    kind,
    code: status >= 400 ? ErrorCode.httpStatus + status : 0,
    message: `The status was ${status}; expected ${wanted}.`,
  };
}

/** A GraphQL server answers 200 to what it could not do. */
function noGraphqlErrors(_vu: Vu, exchange: Exchange): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(exchange.bodyText());
  } catch {
    return 'The answer is not JSON, as that of a GraphQL server would be.';
  }
  if (typeof answer !== 'object' || answer === null || !('errors' in answer)) return null;
  const { errors } = answer;
  if (!Array.isArray(errors) || errors.length === 0) return null;
  const [first] = errors as readonly unknown[];
  const message =
    typeof first === 'object' && first !== null && 'message' in first ? String(first.message) : 'no message';
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`;
  return `The answer has GraphQL errors: ${message}${more}`;
}

function headerRules(expect: Expectation, compiler: ExpressionCompiler): Rule[] {
  return expect.headers.map(({ name, match }) => {
    const wanted = match.kind === 'equals' ? compileTemplate(match.value, compiler) : null;
    const pattern = match.kind === 'regex' ? new RegExp(match.pattern) : null;
    return (vu, exchange) => {
      const header = exchange.headers[name.toLowerCase()];
      if (header === undefined) return `The answer has no header \`${name}\`.`;
      const value = Array.isArray(header) ? header.join(', ') : header;
      if (pattern)
        return pattern.test(value)
          ? null
          : `The header \`${name}\` is \`${value}\`, which /${pattern.source}/ does not match.`;
      const text = wanted ? textOf(vu.evaluate((scope) => wanted.evaluate(scope))) : '';
      return value === text ? null : `The header \`${name}\` is \`${value}\`; expected \`${text}\`.`;
    };
  });
}

function jsonRule({ json }: Expectation, compiler: ExpressionCompiler): Rule[] {
  if (json === null) return [];
  const evaluate = compiler.compile(json);
  return [
    (vu) => {
      try {
        return vu.evaluate(evaluate) === true ? null : `\`${json.source}\` does not hold.`;
      } catch (error) {
        if (error instanceof ExpressionError) return error.message;
        throw error;
      }
    },
  ];
}

function bodyRule({ bodyContains }: Expectation, compiler: ExpressionCompiler): Rule[] {
  if (bodyContains === null) return [];
  const wanted = compileTemplate(bodyContains, compiler);
  return [
    (vu, exchange) => {
      const text = textOf(vu.evaluate((scope) => wanted.evaluate(scope)));
      return exchange.bodyText().includes(text) ? null : `The body does not contain \`${text}\`.`;
    },
  ];
}
