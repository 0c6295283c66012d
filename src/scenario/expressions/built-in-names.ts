import { FUNCTIONS, RESPONSE_FUNCTIONS, RESPONSE_MEMBERS } from './environment.ts';

/** Roots that are always there, with their members where those are fixed. */
export const ROOTS: Readonly<Record<string, readonly string[] | null>> = {
  env: null,
  secret: null,
  vars: null,
  data: null,
  setup: null,
  vu: null,
  iteration: ['index', 'global'],
  response: Object.keys(RESPONSE_MEMBERS),
};

/** Members of `response.timings`. */
export const TIMINGS = ['duration', 'blocked', 'connecting', 'tls', 'sending', 'waiting', 'receiving'];

/** Members of `response`, which stand for themselves in what belongs to a request. */
export const RESPONSE_NAMES = Object.keys(RESPONSE_MEMBERS);

/** Functions of the format that read a response. */
export const RESPONSE_CALLS: ReadonlySet<string> = new Set(RESPONSE_FUNCTIONS);

/** The format's own, those that read a response among them. */
export const FUNCTION_NAMES = FUNCTIONS.map(({ signature }) => signature.slice(0, signature.indexOf('(')));

/** CEL's own, which stand before an opening bracket. */
export const CEL_FUNCTIONS = [
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
export const CEL_NAMES = new Set([
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
  ...RESPONSE_NAMES,
  ...CEL_NAMES,
  'true',
  'false',
  'null',
  'in',
]);
