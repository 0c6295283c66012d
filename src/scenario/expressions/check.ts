import { ParseError, TypeError as CelTypeError, type Environment } from '@marcbachmann/cel-js';
import { createEnvironment } from './environment.ts';
import { explain } from './explain.ts';
import { foreignCall } from './foreign-calls.ts';
import { relaxNumbers, walk, type ASTNode } from './syntax.ts';
import type { Declarations } from './declarations.ts';
import type { ExpressionProblem, ExpressionProblemCode } from './expression-problem.ts';
import { nameRead, outsideRead, type ExpressionReads, type NameRead, type OutsideRead } from './reads.ts';
import { nameProblem } from './name-problems.ts';
import { typeProblem, wholeValueProblem } from './type-problems.ts';

export interface ExpressionCheck {
  readonly problems: readonly ExpressionProblem[];
  readonly reads: ExpressionReads;
}

/** What the place needs; `any` takes every value, and `text`, a part of one, nearly every. */
export type ExpectedType = 'any' | 'text' | 'bool' | 'number' | 'list';

let checking: Environment | undefined;

/** Types and syntax only; the functions are never called. */
function environment(): Environment {
  const unused = (): never => {
    throw new Error('Expressions are only checked here.');
  };
  checking ??= createEnvironment(
    { random: unused, nowMs: unused, seq: unused },
    { base64: unused, sha256: unused, hmacSha256: unused },
    { response: undefined, missing: null },
  );
  return checking;
}

/** Checks syntax, types and names of an expression. Never throws. */
export function checkExpression(
  source: string,
  declarations: Declarations,
  expected: ExpectedType = 'any',
): ExpressionCheck {
  const problems: ExpressionProblem[] = [];
  const env: OutsideRead[] = [];
  const secrets: OutsideRead[] = [];
  const names: NameRead[] = [];
  const reads = { env, secrets, names };
  if (source.trim() === '') {
    problems.push({ code: 'expression-syntax', message: 'The expression is empty.', start: 0, end: source.length });
    return { problems, reads };
  }
  const parsed = parse(source);
  if ('error' in parsed) {
    problems.push(explained(parsed.error, source, 'expression-syntax'));
    return { problems, reads };
  }
  const optional = new Set<ASTNode>();
  walk(parsed.ast, (node, bound) => {
    if (node.op === 'call' && node.args[0] === 'has') markOptional(node.args[1][0], optional);
    if (node.op === '.?' || node.op === '[?]') optional.add(node);
    const problem =
      foreignCall(node, bound, declarations, source) ??
      nameProblem(node, bound, declarations) ??
      typeProblem(node, bound, declarations, source);
    if (problem) problems.push(problem);
    const named = nameRead(node, bound);
    if (named) names.push(named);
    const outside = outsideRead(node, optional);
    if (outside) (outside.root === 'env' ? env : secrets).push(outside.read);
  });
  const whole = expected === 'any' ? null : wholeValueProblem(parsed.ast, declarations, source);
  if (whole) problems.push(whole);
  if (problems.length === 0) {
    const { valid, type, error } = parsed.checked();
    if (!valid) problems.push(explained(error, source, 'expression-type'));
    else if (type !== undefined && !fits(type, expected)) {
      const wanted = expected === 'bool' ? 'true or false' : expected === 'list' ? 'a list' : 'a number';
      problems.push({
        code: 'expression-type',
        message: `This must give ${wanted}, and it gives ${typeWord(type)}.`,
        start: 0,
        end: source.length,
      });
    }
  }
  return { problems, reads };
}

type Parsed =
  | { readonly ast: ASTNode; readonly checked: () => { valid: boolean; type?: string; error?: unknown } }
  | { readonly error: unknown };

/** Files are checked again with each pause in typing, and nearly all of their expressions are the ones from before. */
const MOST_KEPT = 5000;
const kept = new Map<string, Parsed>();

function parse(source: string): Parsed {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  let parsed: Parsed;
  try {
    const expression = environment().parse(source);
    relaxNumbers(expression.ast);
    let result: ReturnType<typeof expression.check> | undefined;
    parsed = { ast: expression.ast, checked: () => (result ??= expression.check()) };
  } catch (error) {
    parsed = { error };
  }
  kept.set(source, parsed);
  return parsed;
}

function explained(error: unknown, source: string, code: ExpressionProblemCode): ExpressionProblem {
  if (error instanceof ParseError || error instanceof CelTypeError) {
    const { message, offsets } = explain(error, source, null);
    return { code, message, ...offsets };
  }
  return { code, message: 'This is not a correct expression.', start: 0, end: source.length };
}

function markOptional(node: ASTNode | undefined, optional: Set<ASTNode>): void {
  if (node) optional.add(node);
}

function fits(type: string, expected: ExpectedType): boolean {
  if (expected === 'any' || expected === 'text' || type === 'dyn') return true;
  if (expected === 'bool') return type === 'bool';
  if (expected === 'list') return type.startsWith('list');
  return type === 'int' || type === 'double' || type === 'uint';
}

function typeWord(type: string): string {
  if (type === 'string') return 'a text';
  if (type === 'bool') return 'true or false';
  if (type === 'int' || type === 'double' || type === 'uint') return 'a number';
  return type.startsWith('list') ? 'a list' : type.startsWith('map') ? 'a map' : `a value of type ${type}`;
}
