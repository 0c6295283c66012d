/**
 * The expressions of the scenario format: CEL by `@marcbachmann/cel-js` with numbers as in JSON, the format's functions
 * and errors for people. Nothing in an expression can run code.
 */
import { EvaluationError, ParseError, TypeError as CelTypeError } from '@marcbachmann/cel-js';
import type { Expression, JsonValue, Template } from './plan.ts';
import {
  RESPONSE_MEMBERS,
  createEnvironment,
  textOf,
  toJson,
  type CurrentResponse,
  type Digests,
  type ExpressionFunctions,
} from './expressions/environment.ts';
import { directly, plainly, type Direct } from './expressions/direct.ts';
import { explain } from './expressions/explain.ts';
import { ExpressionError } from './expressions/expression-error.ts';
import { relaxNumbers } from './expressions/syntax.ts';
import type { ResponseView } from './expressions/response-view.ts';

export { ExpressionError, type ExpressionErrorKind } from './expressions/expression-error.ts';
export { ResponseView, type ResponseParts, type ResponseTimings } from './expressions/response-view.ts';
export { expressionNeeds, type ExpressionNeeds } from './expressions/needs.ts';
export { expressionOperands } from './expressions/operands.ts';
export { textOf, type ExpressionFunctions } from './expressions/environment.ts';

/** The names that an expression sees. Captured values and variables of `set` stand beside the fixed ones. */
export interface Scope {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly secret?: Readonly<Record<string, string | undefined>>;
  readonly vars?: Readonly<Record<string, JsonValue>>;
  readonly data?: Readonly<Record<string, JsonValue>>;
  readonly setup?: Readonly<Record<string, JsonValue>>;
  readonly vu?: Readonly<Record<string, JsonValue>>;
  readonly iteration?: Readonly<Record<string, JsonValue>>;
  /** Of the last request; its members are in scope bare as well. */
  readonly response?: ResponseView;
  readonly [name: string]: unknown;
}

/** @throws ExpressionError */
export type Evaluate = (scope: Scope) => JsonValue;

export interface ExpressionCompiler {
  /** @throws ExpressionError (`invalid`) for what `loadScenario` would have refused. */
  compile(expression: Expression): Evaluate;
  /** As `compile`, but a result of null or nothing is an ExpressionError `nothing-found` that says what was looked for. */
  compileCapture(expression: Expression): Evaluate;
}

/** Names after a request; the values are read through `response`, so that nothing is copied per evaluation. */
const MEMBERS: ReadonlySet<string> = new Set(Object.keys(RESPONSE_MEMBERS));

/**
 * A compiler for one VU or worker: evaluations share its state, so they must not be nested. `digests` are Node's
 * (expressions/digests.ts) wherever scenarios run; this file is loaded in browsers, too.
 */
export function createExpressionCompiler(functions: ExpressionFunctions, digests: Digests): ExpressionCompiler {
  const current: CurrentResponse = { response: undefined, missing: null };
  let environment: ReturnType<typeof createEnvironment> | null = null;
  const context = new ScopeContext();
  const compiled = new Map<string, Prepared>();

  const parse = (source: string): Prepared => {
    environment ??= createEnvironment(functions, digests, current);
    const parsed = environment.parse(source);
    relaxNumbers(parsed.ast);
    return { byCel: parsed, direct: directly(parsed.ast) };
  };
  /** CEL starts where it has something to say of them, which may be never. */
  const readPlainly = (source: string, direct: Direct): Prepared => {
    let byCel: Prepared['byCel'] | null = null;
    return { byCel: (names) => (byCel ??= parse(source).byCel)(names), direct };
  };
  const prepare = (source: string): Prepared => {
    const known = compiled.get(source);
    if (known) return known;
    try {
      const direct = plainly(source);
      const made = direct ? readPlainly(source, direct) : parse(source);
      compiled.set(source, made);
      return made;
    } catch (error) {
      throw toExpressionError(error, source, current, null);
    }
  };
  const run = (source: string, { byCel, direct }: Prepared, scope: Scope): JsonValue => {
    const plain = direct?.(scope);
    if (plain !== undefined) return plain;
    context.scope = scope;
    current.response = scope.response;
    current.missing = null;
    try {
      return toJson(byCel(context));
    } catch (error) {
      const partOf = (start: number, end: number): unknown => parse(source.slice(start, end)).byCel(context);
      throw toExpressionError(error, source, current, partOf);
    }
  };

  return {
    compile({ source }) {
      const prepared = prepare(source);
      return (scope) => run(source, prepared, scope);
    },
    compileCapture({ source }) {
      const prepared = prepare(source);
      return (scope) => {
        const value = run(source, prepared, scope);
        const empty = value === null || (Array.isArray(value) && value.length === 0 && current.missing !== null);
        if (!empty) return value;
        const what = current.missing ?? `\`${source}\` and got null`;
        throw nothingFound(`Looked for ${what}; the response has nothing of the kind.`, source, undefined, current);
      };
    },
  };
}

interface Prepared {
  readonly byCel: (names: ScopeContext) => unknown;
  /** In place of CEL, where it knows a value. */
  readonly direct: Direct | null;
}

/** What a template is: the same for every evaluation, or worked out each time. */
export interface CompiledTemplate {
  /** No expression is in it. */
  readonly constant: boolean;
  /** @throws ExpressionError */
  readonly evaluate: Evaluate;
}

/** Text templates give a string: whole numbers without `.0`, lists and maps as JSON; null in a text is an error. */
export function compileTemplate(template: Template, compiler: ExpressionCompiler): CompiledTemplate {
  switch (template.kind) {
    case 'literal': {
      const { value } = template;
      return { constant: true, evaluate: () => value };
    }
    case 'expression':
      return { constant: false, evaluate: compiler.compile(template.expression) };
    case 'text': {
      const parts = template.parts.map((part) => (typeof part === 'string' ? part : textPart(part, compiler)));
      return {
        constant: false,
        evaluate(scope) {
          let text = '';
          for (const part of parts) text += typeof part === 'string' ? part : part(scope);
          return text;
        },
      };
    }
    case 'list': {
      const items = template.items.map((item) => compileTemplate(item, compiler));
      return folded(items, (scope) => items.map((item) => item.evaluate(scope)));
    }
    case 'map': {
      const entries = template.entries.map(([key, value]) => [key, compileTemplate(value, compiler)] as const);
      return folded(
        entries.map(([, value]) => value),
        (scope) => Object.fromEntries(entries.map(([key, value]) => [key, value.evaluate(scope)])),
      );
    }
  }
}

function folded(parts: readonly CompiledTemplate[], evaluate: Evaluate): CompiledTemplate {
  if (!parts.every((part) => part.constant)) return { constant: false, evaluate };
  const value = evaluate({});
  return { constant: true, evaluate: () => value };
}

function textPart(expression: Expression, compiler: ExpressionCompiler): (scope: Scope) => string {
  const evaluate = compiler.compile(expression);
  return (scope) => {
    const value = evaluate(scope);
    if (value === null) {
      throw new ExpressionError(
        'nothing-found',
        `\`${expression.source}\` is null, so there is nothing to write into the text.`,
        expression.source,
      );
    }
    return textOf(value);
  };
}

/** Gives the library the names of a scope without copying them. */
class ScopeContext extends Map<string, unknown> {
  scope: Scope = {};

  override get(name: string): unknown {
    const value = this.scope[name];
    if (value !== undefined && typeof value !== 'function') return value;
    return MEMBERS.has(name) ? memberOf(this.scope.response, name) : undefined;
  }
}

function memberOf(response: ResponseView | undefined, name: string): unknown {
  if (response === undefined) return undefined;
  return Reflect.get(response, name);
}

function nothingFound(
  message: string,
  source: string,
  offsets: { start: number; end: number } | undefined,
  current: CurrentResponse,
): ExpressionError {
  return new ExpressionError('nothing-found', message, source, offsets, current.response?.bodyStart ?? null);
}

function toExpressionError(
  error: unknown,
  source: string,
  current: CurrentResponse,
  partOf: ((start: number, end: number) => unknown) | null,
): ExpressionError {
  if (error instanceof ExpressionError) {
    return new ExpressionError(error.kind, error.message, source, undefined, current.response?.bodyStart ?? null);
  }
  if (current.missing !== null) {
    return nothingFound(
      `Looked for ${current.missing}; the response has nothing of the kind.`,
      source,
      undefined,
      current,
    );
  }
  if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError) {
    const { kind, message, offsets } = explain(error, source, partOf);
    return new ExpressionError(kind, message, source, offsets, current.response?.bodyStart ?? null);
  }
  return new ExpressionError('failed', `\`${source}\` cannot be worked out.`, source);
}
