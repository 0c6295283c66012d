import { Environment, Optional } from '@marcbachmann/cel-js';
import type { JsonValue } from '../plan.ts';
import { ExpressionError } from './expression-error.ts';
import { selectJsonPath } from './json-path.ts';
import { ResponseView } from './response-view.ts';

/** What expressions draw from the world; the caller decides, so that a seed repeats every draw. */
export interface ExpressionFunctions {
  /** 0 ≤ x < 1. */
  random(): number;
  /** Milliseconds since 1970. */
  nowMs(): number;
  /** The next number that no one else in the run gets. */
  seq(): number;
}

/** Digests of UTF-8 text; hashes in lower-case hexadecimal. */
export interface Digests {
  base64(text: string): string;
  sha256(text: string): string;
  hmacSha256(key: string, text: string): string;
}

/** Where functions without a receiver (`header("X")`) find the response, and where they leave what they did not find. */
export interface CurrentResponse {
  response: ResponseView | undefined;
  /** What was looked for last and not found, e.g. `the header "Location"`. */
  missing: string | null;
}

/** Members of `response` that stand for themselves after a request, with their CEL types. */
export const RESPONSE_MEMBERS = {
  status: 'double',
  statusText: 'string',
  headers: 'map<string, string>',
  body: 'string',
  json: 'dyn',
  timings: 'map<string, double>',
  proto: 'string',
  url: 'string',
} as const;

export const RESPONSE_FUNCTIONS = ['header', 'cookie', 'jsonpath', 'regex'] as const;

/** A function of the expression language, for hover, completion and the documentation. */
export interface FunctionDescription {
  readonly signature: string;
  readonly description: string;
}

export const FUNCTIONS: readonly FunctionDescription[] = [
  { signature: 'uuid()', description: 'A random UUID (version 4).' },
  { signature: 'randomInt(a, b)', description: 'A whole number from a to b, both included.' },
  { signature: 'randomItem(list)', description: 'One item of the list.' },
  { signature: 'randomString(n)', description: 'n letters and digits.' },
  { signature: 'now()', description: 'Milliseconds since 1970.' },
  { signature: 'isoTime()', description: 'The time as ISO 8601, e.g. 2026-01-31T12:00:00.000Z.' },
  { signature: 'base64(s)', description: 'The text (as UTF-8) in base64.' },
  { signature: 'sha256(s)', description: 'The SHA-256 digest of the text, in hexadecimal.' },
  { signature: 'hmacSha256(key, s)', description: 'The HMAC-SHA-256 of the text, in hexadecimal.' },
  { signature: 'urlEncode(s)', description: 'The text with everything escaped that has a meaning in a URL.' },
  { signature: 'jsonEncode(x)', description: 'The value as JSON text.' },
  { signature: 'seq()', description: 'The next whole number; unique over the whole run.' },
  {
    signature: 'header(name)',
    description: 'After a request: the header of the response, whatever its case, or null.',
  },
  { signature: 'cookie(name)', description: 'After a request: the cookie that the response set, or null.' },
  {
    signature: 'jsonpath(path)',
    description:
      'After a request: what the RFC 9535 path selects in the JSON body. A path of names and indexes gives the value, any other path a list.',
  },
  {
    signature: 'regex(pattern)',
    description:
      'After a request: the first group of the first match in the body (the whole match without a group), or null.',
  },
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** CEL with the functions of the scenario format. Making one is slow (it registers everything); keep it. */
export function createEnvironment(
  functions: ExpressionFunctions,
  digests: Digests,
  current: CurrentResponse,
): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  });
  registerNumbers(environment);
  registerFunctions(environment, functions, digests);
  registerResponse(environment, current);
  return environment;
}

/** Whole and fractional numbers mix freely, as in JSON. */
function registerNumbers(environment: Environment): void {
  const operators: readonly (readonly [string, (a: number, b: number) => number])[] = [
    ['+', (a, b) => a + b],
    ['-', (a, b) => a - b],
    ['*', (a, b) => a * b],
    ['/', (a, b) => a / b],
    ['%', (a, b) => a % b],
  ];
  for (const [operator, apply] of operators) {
    const mixed = (a: bigint | number, b: bigint | number): number => apply(Number(a), Number(b));
    environment.registerOperator(`int ${operator} double`, mixed);
    environment.registerOperator(`double ${operator} int`, mixed);
    for (const other of ['int', 'double']) {
      environment.registerOperator(`uint ${operator} ${other}`, mixed);
      environment.registerOperator(`${other} ${operator} uint`, mixed);
    }
  }
  environment.registerOperator('double % double', (a: number, b: number) => a % b);
  environment.registerOperator('int == double', (a: bigint | number, b: bigint | number) => Number(a) === Number(b));
  const contains = (value: bigint | number, list: readonly unknown[]): boolean =>
    list.some((item) => (typeof item === 'number' || typeof item === 'bigint') && Number(item) === Number(value));
  environment.registerOperator('int in list<double>', contains);
  environment.registerOperator('double in list<int>', contains);
  const substring = (text: string, start: bigint | number, end?: bigint | number): string =>
    text.slice(Number(start), end === undefined ? undefined : Number(end));
  environment.registerFunction('string.substring(double): string', substring, { async: false });
  for (const types of ['double, double', 'int, double', 'double, int']) {
    environment.registerFunction(`string.substring(${types}): string`, substring, { async: false });
  }
}

function registerFunctions(environment: Environment, functions: ExpressionFunctions, digests: Digests): void {
  const add = (signature: string, handler: (...args: never[]) => unknown): void => {
    environment.registerFunction(signature, handler, { async: false });
  };
  const below = (limit: number): number => Math.floor(functions.random() * limit);
  add('uuid(): string', () => uuid(() => functions.random()));
  add('randomInt(dyn, dyn): double', (a: unknown, b: unknown) => {
    const from = wholeNumber(a, 'randomInt');
    const to = wholeNumber(b, 'randomInt');
    if (to < from)
      throw new ExpressionError(
        'failed',
        `randomInt(${from}, ${to}) has no number to draw: the second must not be smaller.`,
      );
    return from + below(to - from + 1);
  });
  add('randomItem(list): dyn', (list: readonly unknown[]) => {
    if (list.length === 0) throw new ExpressionError('nothing-found', 'randomItem() got an empty list.');
    return list[below(list.length)];
  });
  add('randomString(dyn): string', (n: unknown) => {
    const length = wholeNumber(n, 'randomString');
    if (length < 0 || length > 1e6)
      throw new ExpressionError('failed', 'randomString(n) makes 0 to 1,000,000 characters.');
    let text = '';
    for (let i = 0; i < length; i++) text += LETTERS.charAt(below(LETTERS.length));
    return text;
  });
  add('now(): double', () => functions.nowMs());
  add('isoTime(): string', () => new Date(functions.nowMs()).toISOString());
  add('base64(dyn): string', (value: unknown) => digests.base64(textOf(value)));
  add('sha256(dyn): string', (value: unknown) => digests.sha256(textOf(value)));
  add('hmacSha256(dyn, dyn): string', (key: unknown, value: unknown) => digests.hmacSha256(textOf(key), textOf(value)));
  add('urlEncode(dyn): string', (value: unknown) => encodeURIComponent(textOf(value)));
  add('jsonEncode(dyn): string', (value: unknown) => JSON.stringify(toJson(value)));
  add('seq(): double', () => functions.seq());
}

function registerResponse(environment: Environment, current: CurrentResponse): void {
  environment.registerType('Response', { ctor: ResponseView, fields: { ...RESPONSE_MEMBERS } });
  for (const [name, type] of Object.entries(RESPONSE_MEMBERS)) environment.registerVariable(name, type);
  environment.registerVariable('response', 'Response');
  const lookups: Record<(typeof RESPONSE_FUNCTIONS)[number], (response: ResponseView, what: string) => unknown> = {
    header: (response, name) => response.header(name) ?? notFound(`the header "${name}"`),
    cookie: (response, name) => response.cookie(name) ?? notFound(`a set-cookie of "${name}"`),
    jsonpath: (response, path) => {
      const found = selectJsonPath(response.json, path);
      const empty = found === undefined || found === null || (Array.isArray(found) && found.length === 0);
      return empty ? (notFound(`something at ${path}`), found ?? null) : found;
    },
    regex: (response, pattern) => {
      const match = regularExpression(pattern).exec(response.body);
      return match?.[1] ?? match?.[0] ?? notFound(`a match of /${pattern}/`);
    },
  };
  const notFound = (what: string): null => {
    current.missing = what;
    return null;
  };
  for (const name of RESPONSE_FUNCTIONS) {
    const lookup = lookups[name];
    environment.registerFunction(`Response.${name}(string): dyn`, lookup, { async: false });
    environment.registerFunction(
      `${name}(string): dyn`,
      (what: string) => {
        if (current.response === undefined) {
          throw new ExpressionError('nothing-found', `${name}() needs a response, and no request was made yet.`);
        }
        return lookup(current.response, what);
      },
      { async: false },
    );
  }
}

const expressions = new Map<string, RegExp>();

function regularExpression(pattern: string): RegExp {
  const known = expressions.get(pattern);
  if (known) return known;
  const problem = regexProblem(pattern);
  if (problem !== null) throw new ExpressionError('invalid', problem);
  const made = new RegExp(pattern);
  if (expressions.size < 1000) expressions.set(pattern, made);
  return made;
}

/** What is wrong with a regular expression, as a sentence; null where nothing is. */
export function regexProblem(pattern: string): string | null {
  try {
    new RegExp(pattern);
    return null;
  } catch {
    return `"${pattern}" is not a regular expression.`;
  }
}

function uuid(random: () => number): string {
  let hex = '';
  for (let i = 0; i < 4; i++)
    hex += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function wholeNumber(value: unknown, name: string): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number)) return number;
  throw new ExpressionError('failed', `${name}() takes whole numbers.`);
}

/** The value as text: text as it is, everything else as JSON. */
export function textOf(value: unknown): string {
  const json = toJson(value);
  switch (typeof json) {
    case 'string':
      return json;
    case 'number':
      return String(json);
    default:
      return JSON.stringify(json);
  }
}

/**
 * What CEL computes, as JSON: its integers become numbers, times ISO 8601, bytes text. Returns the very same value
 * where nothing is to be changed.
 */
export function toJson(value: unknown): JsonValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value))
        throw new ExpressionError('failed', 'The result is not a finite number; is something divided by 0?');
      return value;
    case 'bigint':
      return Number(value);
    case 'object':
      return value === null ? null : objectToJson(value);
    default:
      throw new ExpressionError('failed', `The result is a ${typeof value}, which is no JSON value.`);
  }
}

function objectToJson(value: object): JsonValue {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.map(toJson);
  }
  if (value instanceof Optional) return value.hasValue() ? toJson(value.value()) : null;
  // CEL's unsigned integers are objects around one.
  const primitive: unknown = value.valueOf();
  if (typeof primitive === 'bigint') return Number(primitive);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (value instanceof ResponseView) {
    throw new ExpressionError(
      'failed',
      'response is not a value; write response.json, response.body or another of its parts.',
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, toJson(part)]));
}
