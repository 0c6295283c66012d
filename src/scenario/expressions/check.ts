import { ParseError, TypeError as CelTypeError, type Environment } from '@marcbachmann/cel-js';
import { suggestion } from '../suggestion.ts';
import { FUNCTIONS, RESPONSE_MEMBERS, createEnvironment, regexProblem } from './environment.ts';
import { explain } from './explain.ts';
import { jsonPathProblem } from './json-path.ts';
import { knownHere, listed, meantName, writtenNames } from './known-names.ts';
import { functionHere, nameHere } from './other-languages.ts';
import { memberPath, relaxNumbers, walk, type ASTNode } from './syntax.ts';
import type { Declarations } from './declarations.ts';

export type ExpressionProblemCode =
  | 'expression-syntax'
  | 'expression-type'
  | 'undefined-name'
  | 'undefined-variable'
  | 'undefined-setup-value'
  | 'undefined-vu-value'
  | 'undefined-data'
  | 'undefined-column'
  | 'data-not-here'
  | 'used-before-captured'
  | 'response-not-here'
  | 'invalid-jsonpath'
  | 'invalid-regex';

export interface ExpressionProblem {
  readonly code: ExpressionProblemCode;
  readonly message: string;
  /** In the expression's source. */
  readonly start: number;
  readonly end: number;
}

/** What an expression reads from outside the file, with the place of each reading. */
export interface ExpressionReads {
  readonly env: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly start: number;
    readonly end: number;
  }[];
  readonly secrets: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly start: number;
    readonly end: number;
  }[];
  readonly names: readonly NameRead[];
}

/** A name that an expression reads; `start` and `end` are of the name alone. */
export interface NameRead {
  /** Null: the name stands for itself, as captured values do. */
  readonly root: 'env' | 'secret' | 'vars' | 'data' | 'setup' | 'vu' | null;
  readonly name: string;
  /** Of `data.FEEDER.column`: the feeder, where `name` is the column. */
  readonly feeder: string | null;
  readonly start: number;
  readonly end: number;
}

export interface ExpressionCheck {
  readonly problems: readonly ExpressionProblem[];
  readonly reads: ExpressionReads;
}

/** What the place needs; `any` takes every value. */
export type ExpectedType = 'any' | 'bool' | 'number' | 'list';

/** Roots that are always there, with their members where those are fixed. */
const ROOTS: Readonly<Record<string, readonly string[] | null>> = {
  env: null,
  secret: null,
  vars: null,
  data: null,
  setup: null,
  vu: null,
  iteration: ['index', 'global'],
  response: [...Object.keys(RESPONSE_MEMBERS)],
};
/** Members of `response.timings`. */
export const TIMINGS = ['duration', 'blocked', 'connecting', 'tls', 'sending', 'waiting', 'receiving'];
const MEMBERS = Object.keys(RESPONSE_MEMBERS);
const RESPONSE_CALLS = new Set(['header', 'cookie', 'jsonpath', 'regex']);
const FUNCTION_NAMES = FUNCTIONS.map(({ signature }) => signature.slice(0, signature.indexOf('(')));
/** CEL's own, which stand before an opening bracket. */
const CEL_FUNCTIONS = [
  'size',
  'string',
  'int',
  'double',
  'uint',
  'bool',
  'bytes',
  'type',
  'dyn',
  'has',
  'timestamp',
  'duration',
];
/** The library's own names for types and namespaces, which it knows without being told. */
const CEL_NAMES = new Set([
  'cel',
  'optional',
  'google',
  'bool',
  'int',
  'uint',
  'double',
  'string',
  'bytes',
  'list',
  'map',
  'type',
  'null_type',
]);

/** Names that captures and variables cannot take, since they mean something else in expressions. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(ROOTS),
  ...MEMBERS,
  ...CEL_NAMES,
  'true',
  'false',
  'null',
  'in',
]);

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
  const env: ExpressionReads['env'][number][] = [];
  const secrets: ExpressionReads['secrets'][number][] = [];
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
    const problem = nameProblem(node, bound, declarations);
    if (problem) problems.push(problem);
    const named = nameRead(node, bound);
    if (named) names.push(named);
    const read = externalRead(node, optional);
    if (read)
      (read.root === 'env' ? env : secrets).push({
        name: read.name,
        required: read.required,
        start: node.range.start,
        end: node.range.end,
      });
  });
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
  if (expected === 'any' || type === 'dyn') return true;
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

function externalRead(
  node: ASTNode,
  optional: ReadonlySet<ASTNode>,
): { root: 'env' | 'secret'; name: string; required: boolean } | null {
  const path = memberPath(node);
  const [root, name] = path ?? [];
  if (path?.length !== 2 || name === undefined || (root !== 'env' && root !== 'secret')) return null;
  return { root, name, required: !optional.has(node) };
}

const READ_ROOTS = ['env', 'secret', 'vars', 'data', 'setup', 'vu'] as const;

function nameRead(node: ASTNode, bound: ReadonlySet<string>): NameRead | null {
  if (node.op === 'id') {
    if (bound.has(node.args) || RESERVED_NAMES.has(node.args)) return null;
    return { root: null, name: node.args, feeder: null, ...node.range };
  }
  const path = node.op === '.' || node.op === '.?' || node.op === '[]' || node.op === '[?]' ? memberPath(node) : null;
  const [first, second] = path?.slice(1) ?? [];
  const root = READ_ROOTS.find((one) => one === path?.[0]);
  if (!path || !root || first === undefined || bound.has(root)) return null;
  if (path.length === 2) return { root, name: first, feeder: null, ...lastNameOf(node) };
  if (path.length === 3 && root === 'data' && second !== undefined)
    return { root, name: second, feeder: first, ...lastNameOf(node) };
  return null;
}

/** Where the last name of a path stands: behind its dot, or within the quotes of its index. */
function lastNameOf(node: ASTNode): { start: number; end: number } {
  if (node.op === '[]' || node.op === '[?]') {
    const { start, end } = node.args[1].range;
    return { start: start + 1, end: end - 1 };
  }
  const name = node.op === '.' || node.op === '.?' ? node.args[1] : '';
  return { start: node.range.end - name.length, end: node.range.end };
}

function nameProblem(node: ASTNode, bound: ReadonlySet<string>, known: Declarations): ExpressionProblem | null {
  const at = (code: ExpressionProblemCode, message: string, range = node.range): ExpressionProblem => ({
    code,
    message,
    start: range.start,
    end: range.end,
  });
  if (node.op === 'id') return bound.has(node.args) ? null : identifierProblem(node.args, known, [...bound], at);
  if (node.op === 'call') {
    const [name, args] = node.args;
    if (RESPONSE_CALLS.has(name) && !known.bareResponse) {
      return at(
        'response-not-here',
        `${name}() works in capture, check, record and expect; elsewhere write response.${name}(…).`,
      );
    }
    return literalProblem(name, args[0], at) ?? unknownFunction(name, at);
  }
  if (node.op === 'rcall' && node.args[1].op === 'id' && node.args[1].args === 'response') {
    return literalProblem(node.args[0], node.args[2][0], at);
  }
  const path = node.op === '.' || node.op === '.?' || node.op === '[]' || node.op === '[?]' ? memberPath(node) : null;
  if (!path || (path[0] !== undefined && bound.has(path[0]))) return null;
  return memberProblem(path, known, at);
}

type At = (code: ExpressionProblemCode, message: string, range?: { start: number; end: number }) => ExpressionProblem;

function identifierProblem(
  name: string,
  known: Declarations,
  bound: readonly string[],
  at: At,
): ExpressionProblem | null {
  if (known.names.includes(name) || CEL_NAMES.has(name) || isLocal(name, known)) return null;
  if (name === 'response') {
    return known.response || known.bareResponse
      ? null
      : at('response-not-here', 'There is no response here: no request comes before this place.');
  }
  if (name === 'data') return null;
  if (Object.hasOwn(ROOTS, name)) return null;
  if (MEMBERS.includes(name)) {
    if (known.bareResponse) return null;
    return at(
      'response-not-here',
      `\`${name}\` alone works in capture, check, record and expect; here write response.${name}.`,
    );
  }
  if (known.later.includes(name)) {
    return at(
      'used-before-captured',
      `\`${name}\` has no value here: it is captured later, or beside this place in another branch. Capture it before.`,
    );
  }
  if (known.vars.includes(name))
    return at('undefined-name', `There is no \`${name}\` here; the variable is written vars.${name}.`);
  if (known.setup.includes(name))
    return at('undefined-name', `There is no \`${name}\` here; what setup captured is written setup.${name}.`);
  const written = writtenNames(known).get(name);
  if (written !== undefined) return at('undefined-name', `There is no \`${name}\` here; it is written ${written}.`);
  const others = [...bound, ...Object.keys(ROOTS), ...(known.bareResponse ? MEMBERS : [])];
  const meant = nameHere(name) ?? meantName(name, known, others);
  const hint = meant === null ? knownHere(name, known) : `Did you mean \`${meant}\`?`;
  return at('undefined-name', `There is no \`${name}\` here. ${hint}`);
}

function memberProblem(path: readonly string[], known: Declarations, at: At): ExpressionProblem | null {
  const [root = '', member = ''] = path;
  if (path.length === 2) {
    if (root === 'vars' && !known.vars.includes(member)) {
      return at(
        'undefined-variable',
        `vars has no \`${member}\`.${didYouMean(member, known.vars) || itHas(known.vars, 'Declare it under `vars`.')}`,
      );
    }
    if (root === 'setup' && known.setupOwn) {
      return at(
        'undefined-setup-value',
        `Inside of setup there is no setup yet; what it captured stands for itself: \`${member}\`.`,
      );
    }
    if (root === 'setup' && !known.setup.includes(member)) {
      const onlyRefreshed = known.phase === 'refresh' && known.names.includes(member);
      const hint = onlyRefreshed
        ? ' What refresh captures stands for itself in it.'
        : didYouMean(member, known.setup) || itHas(known.setup, 'Capture it in a step of `setup`.', 'It captures');
      return at('undefined-setup-value', `Setup captures no \`${member}\`.${hint}`);
    }
    if (root === 'vu') return vuProblem(member, known, at);
    if (root === 'data') return feederProblem(member, known, at);
    const members = isLocal(root, known) ? known.locals?.[root] : Object.hasOwn(ROOTS, root) ? ROOTS[root] : null;
    if (members && !members.includes(member)) {
      return at('undefined-name', `${root} has no \`${member}\`; it has ${members.join(', ')}.`);
    }
  }
  if (root === 'data' && path.length === 3) return columnProblem(member, path[2] ?? '', known, at);
  const header =
    root === 'response' && member === 'headers'
      ? path[2]
      : root === 'headers' && known.bareResponse
        ? member
        : undefined;
  if (header !== undefined && header !== header.toLowerCase()) {
    return at('undefined-name', `Names of headers are in lower case: \`${header.toLowerCase()}\`.`);
  }
  const timing =
    path[0] === 'response' && path[1] === 'timings'
      ? path[2]
      : path[0] === 'timings' && known.bareResponse
        ? path[1]
        : undefined;
  const whole = path.length === (path[0] === 'response' ? 3 : 2);
  if (timing !== undefined && whole && !TIMINGS.includes(timing)) {
    return at('undefined-name', `timings has no \`${timing}\`; it has ${TIMINGS.join(', ')}.`);
  }
  return null;
}

function isLocal(name: string, { locals }: Declarations): boolean {
  return locals !== undefined && Object.hasOwn(locals, name);
}

function vuProblem(member: string, known: Declarations, at: At): ExpressionProblem | null {
  const captured = known.vu ?? [];
  if (member === 'id' || captured.includes(member)) return null;
  if (known.phase === 'on-start' && known.names.includes(member)) {
    const message = `Inside of onStart what it captured stands for itself: \`${member}\`.`;
    return at('undefined-vu-value', message);
  }
  const hint = didYouMean(member, ['id', ...captured]) || ' It has `id`, and what `onStart` captures.';
  return at('undefined-vu-value', `vu has no \`${member}\`.${hint}`);
}

function feederProblem(name: string, known: Declarations, at: At): ExpressionProblem | null {
  if (known.data && Object.hasOwn(known.data, name)) return null;
  if (known.dataElsewhere?.includes(name)) {
    const inHook = known.phase === 'on-start' || known.phase === 'on-stop';
    const message = inHook
      ? `\`${name}\` gives a row for each iteration, and this stands outside of them; write \`per: vu\` to have one for the VU.`
      : `Rows of \`${name}\` are given to iterations of scenarios; there is none here.`;
    return at('data-not-here', message);
  }
  const feeders = [...Object.keys(known.data ?? {}), ...(known.dataElsewhere ?? [])];
  const hint = didYouMean(name, feeders) || (feeders.length === 0 ? ' Declare it under `data`.' : '');
  return at('undefined-data', `There is no data \`${name}\`.${hint}`);
}

function columnProblem(feeder: string, column: string, known: Declarations, at: At): ExpressionProblem | null {
  const columns = known.data && Object.hasOwn(known.data, feeder) ? known.data[feeder] : null;
  if (!columns || columns.includes(column)) return null;
  const hint =
    columns.length === 0
      ? ` Its rows are plain values; write data.${feeder}.`
      : didYouMean(column, columns) || ` It has ${columns.join(', ')}.`;
  return at('undefined-column', `\`${feeder}\` has no column \`${column}\`.${hint}`);
}

function literalProblem(name: string, argument: ASTNode | undefined, at: At): ExpressionProblem | null {
  if (argument?.op !== 'value' || typeof argument.args !== 'string') return null;
  if (name === 'jsonpath' && jsonPathProblem(argument.args) !== null) {
    return at('invalid-jsonpath', jsonPathProblem(argument.args) ?? '', argument.range);
  }
  if (name === 'regex' && regexProblem(argument.args) !== null) {
    return at('invalid-regex', regexProblem(argument.args) ?? '', argument.range);
  }
  return null;
}

function unknownFunction(name: string, at: At): ExpressionProblem | null {
  if (FUNCTION_NAMES.includes(name) || CEL_FUNCTIONS.includes(name)) return null;
  return at(
    'undefined-name',
    `There is no function ${name}().${didYouMean(name, [...FUNCTION_NAMES, ...CEL_FUNCTIONS], functionHere(name))}`,
  );
}

function itHas(names: readonly string[], otherwise: string, verb = 'It has'): string {
  return names.length === 0 ? ` ${otherwise}` : ` ${verb} ${listed(names)}.`;
}

function didYouMean(name: string, candidates: readonly string[], here: string | null = null): string {
  const meant = here ?? suggestion(name, candidates);
  return meant === null ? '' : ` Did you mean \`${meant}\`?`;
}
