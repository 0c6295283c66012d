/** What expressions have in every file, and what it is: roots, functions, methods and the response. */
import { RESPONSE_CALLS, TIMINGS } from '../scenario/expressions/built-in-names.ts';
import { FUNCTIONS, RESPONSE_MEMBERS } from '../scenario/expressions/environment.ts';

/** A name that an expression may use at some place. */
export interface ExpressionName {
  readonly name: string;
  readonly kind: 'variable' | 'member' | 'function' | 'method' | 'keyword';
  /** Its type or signature, short. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
  /** As a snippet, where it isn't the name alone. */
  readonly snippet?: string;
}

/** What every expression may read. */
export const ROOTS: readonly (readonly [name: string, meaning: string])[] = [
  ['env', 'Environment variables: `env.NAME`, or `env.?NAME.orValue("default")` where it may be unset.'],
  ['secret', 'Secrets, kept by the editor or taken from the environment; masked as `•••` everywhere.'],
  ['vars', 'What `vars` at the top of the file declares.'],
  ['data', 'The current rows of the feeders under `data`: `data.NAME.column`.'],
  ['setup', 'What the steps of `setup` captured; the same for every VU.'],
  ['vu', 'This virtual user: `vu.id`, and what its `onStart` captured.'],
  ['iteration', 'This iteration: `iteration.index` of this VU, `iteration.global` over all of them.'],
];

const RESPONSE: Readonly<Record<string, string>> = {
  status: 'The status code.',
  statusText: 'The reason phrase; empty with HTTP/2.',
  headers: 'Headers by lower-case name; of several values the last.',
  body: 'The body as text.',
  json: 'The body, read as JSON.',
  timings: 'Milliseconds of each phase, as k6 counts them.',
  proto: 'The protocol, `HTTP/1.1` or `HTTP/2.0`.',
  url: 'The URL that answered, after redirects.',
};

const PHASES: Readonly<Record<string, string>> = {
  duration: 'Sending + waiting + receiving.',
  blocked: 'Before a connection was free to use.',
  connecting: 'TCP connect; 0 on a reused connection.',
  tls: 'TLS handshake; 0 on a reused or plain connection.',
  sending: 'Writing the request.',
  waiting: 'From the request written to the first byte of the answer (TTFB).',
  receiving: 'From the first to the last byte of the answer.',
};

const method = (name: string, signature: string, documentation: string, snippet: string): ExpressionName => ({
  name,
  kind: 'method',
  detail: signature,
  documentation,
  snippet,
});

/** CEL's macros (cel-spec, "Macros") and methods of lists. */
const LIST_METHODS: readonly ExpressionName[] = [
  method('all', 'list.all(x, condition)', 'Whether the condition holds for every item.', 'all(${1:x}, ${2:condition})'),
  method(
    'exists',
    'list.exists(x, condition)',
    'Whether it holds for at least one item.',
    'exists(${1:x}, ${2:condition})',
  ),
  method(
    'exists_one',
    'list.exists_one(x, condition)',
    'Whether it holds for exactly one item.',
    'exists_one(${1:x}, ${2:condition})',
  ),
  method('filter', 'list.filter(x, condition)', 'The items for which it holds.', 'filter(${1:x}, ${2:condition})'),
  method('map', 'list.map(x, value)', 'The value for each item.', 'map(${1:x}, ${2:value})'),
  method('join', 'list.join(separator)', 'The texts as one, with the separator between them.', 'join(${1:","})'),
];

/** Of lists, maps and texts alike. */
export const SIZE = method('size', 'size()', 'How many items a list or map has, or characters a text.', 'size()');

/** CEL's string functions that its library has. */
export const TEXT_METHODS: readonly ExpressionName[] = [
  method('contains', 'text.contains(part)', 'Whether the text holds the part.', 'contains($1)'),
  method('startsWith', 'text.startsWith(part)', 'Whether the text begins with the part.', 'startsWith($1)'),
  method('endsWith', 'text.endsWith(part)', 'Whether the text ends with the part.', 'endsWith($1)'),
  method('matches', 'text.matches(pattern)', 'Whether a regular expression matches.', 'matches($1)'),
  method('split', 'text.split(separator)', 'The parts between the separators, as a list.', 'split($1)'),
  method(
    'substring',
    'text.substring(start, end)',
    'The part from start up to end; positions count from 0.',
    'substring(${1:0}, ${2:1})',
  ),
  method('trim', 'text.trim()', 'The text without white space around it.', 'trim()'),
  method('lowerAscii', 'text.lowerAscii()', 'The text in lower case.', 'lowerAscii()'),
  method('upperAscii', 'text.upperAscii()', 'The text in upper case.', 'upperAscii()'),
];

/** Methods of what may have no value. */
export const OPTIONAL_METHODS: readonly ExpressionName[] = [
  method('orValue', 'orValue(default)', 'The value, or the default where there is none.', 'orValue(${1:""})'),
  method('hasValue', 'hasValue()', 'Whether there is a value.', 'hasValue()'),
];

/** CEL's own functions that stand alone. */
const CEL_FUNCTIONS: readonly ExpressionName[] = [
  {
    name: 'has',
    kind: 'function',
    detail: 'has(a.b)',
    documentation: 'Whether a member is there.',
    snippet: 'has($1)',
  },
  { ...SIZE, kind: 'function', detail: 'size(x)', snippet: 'size($1)' },
  { name: 'string', kind: 'function', detail: 'string(x)', documentation: 'The value as text.', snippet: 'string($1)' },
  {
    name: 'int',
    kind: 'function',
    detail: 'int(x)',
    documentation: 'The value as a whole number.',
    snippet: 'int($1)',
  },
  {
    name: 'double',
    kind: 'function',
    detail: 'double(x)',
    documentation: 'The value as a number.',
    snippet: 'double($1)',
  },
  {
    name: 'bool',
    kind: 'function',
    detail: 'bool(x)',
    documentation: 'The text `true` or `false` as a truth value.',
    snippet: 'bool($1)',
  },
  { name: 'type', kind: 'function', detail: 'type(x)', documentation: "The value's type.", snippet: 'type($1)' },
  {
    name: 'timestamp',
    kind: 'function',
    detail: 'timestamp(text)',
    documentation: 'An ISO 8601 time.',
    snippet: 'timestamp($1)',
  },
  {
    name: 'duration',
    kind: 'function',
    detail: 'duration(text)',
    documentation: 'A span of time such as `90s`.',
    snippet: 'duration($1)',
  },
];

/** CEL's literals that are words. */
export const WORDS: readonly ExpressionName[] = ['true', 'false', 'null'].map((name) => ({
  name,
  kind: 'keyword',
  detail: '',
  documentation: '',
}));

/** The functions of the format and of CEL, without a receiver. */
export function functionNames(bareResponse: boolean): ExpressionName[] {
  const own = FUNCTIONS.map(({ signature, description }): ExpressionName => {
    const name = signature.slice(0, signature.indexOf('('));
    return { name, kind: 'function', detail: signature, documentation: description, snippet: callSnippet(signature) };
  });
  return [...own.filter(({ name }) => bareResponse || !RESPONSE_CALLS.has(name)), ...CEL_FUNCTIONS];
}

/** `randomInt(a, b)` → `randomInt(${1:a}, ${2:b})` */
function callSnippet(signature: string): string {
  const [, name = '', args = ''] = /^(\w+)\((.*)\)$/.exec(signature) ?? [];
  const places = args === '' ? [] : args.split(', ').map((arg, index) => `\${${index + 1}:${arg}}`);
  return RESPONSE_CALLS.has(name) ? `${name}("$1")` : `${name}(${places.join(', ')})`;
}

/** The response as a whole. */
export const RESPONSE_ROOT: ExpressionName = {
  name: 'response',
  kind: 'variable',
  detail: 'Response',
  documentation: `The last response: ${Object.keys(RESPONSE_MEMBERS)
    .map((name) => `\`${name}\``)
    .join(', ')}.`,
};

/** Methods of a value whose type is not known. */
export function anyValue(): ExpressionName[] {
  return [SIZE, ...LIST_METHODS, ...TEXT_METHODS, ...OPTIONAL_METHODS];
}

/** What may follow in a response; `receiver`: behind `response`, rather than where its members stand for themselves. */
export function responseNames(chain: readonly string[], receiver: boolean): ExpressionName[] {
  const [member, ...rest] = chain;
  if (member === undefined) {
    const calls = functionNames(true).filter(({ name }) => RESPONSE_CALLS.has(name));
    return receiver ? [...responseMembers(), ...calls] : responseMembers();
  }
  if (member === 'timings' && rest.length === 0) {
    return TIMINGS.map((name) => ({ name, kind: 'member', detail: 'number (ms)', documentation: PHASES[name] ?? '' }));
  }
  if (member === 'body' || member === 'url' || member === 'statusText' || member === 'proto')
    return [SIZE, ...TEXT_METHODS];
  if (member === 'headers' && rest.length === 0) return [SIZE];
  return member === 'json' ? anyValue() : [];
}

/** Members of a response. */
export function responseMembers(): ExpressionName[] {
  return Object.entries(RESPONSE_MEMBERS).map(([name, type]) => ({
    name,
    kind: 'member',
    detail: typeWord(type),
    documentation: RESPONSE[name] ?? '',
  }));
}

/** CEL's types in the words of the format. */
function typeWord(type: string): string {
  switch (type) {
    case 'double':
      return 'number';
    case 'string':
      return 'text';
    case 'dyn':
      return 'any';
    case 'map<string, string>':
      return 'texts by name';
    default:
      return type === 'map<string, double>' ? 'numbers by name' : type;
  }
}
