import { RESERVED_NAMES, RESPONSE_NAMES } from './built-in-names.ts';
import type { Declarations } from './declarations.ts';
import { RESPONSE_MEMBERS } from './environment.ts';
import { memberPath, type ASTNode } from './syntax.ts';

/** What a value is, where that is known without running: `several` are all members of a root, as of `iteration` alone. */
export type ValueType = 'text' | 'number' | 'several';

const TEXT_CALLS: ReadonlySet<string> = new Set([
  'string',
  'uuid',
  'isoTime',
  'randomString',
  'base64',
  'sha256',
  'hmacSha256',
  'urlEncode',
  'jsonEncode',
]);
const NUMBER_CALLS: ReadonlySet<string> = new Set(['int', 'double', 'uint', 'size', 'randomInt', 'now', 'seq']);
const ROOTS_OF_SEVERAL: ReadonlySet<string> = new Set(['iteration', 'vu', 'vars', 'setup', 'env', 'secret', 'data']);
const ARITHMETIC: ReadonlySet<string> = new Set(['-', '*', '/', '%']);

/** Null: only the run knows. `bound`: names that a macro around the node gives a value. */
export function valueType(node: ASTNode, bound: ReadonlySet<string>, known: Declarations): ValueType | null {
  const path = memberPath(node);
  if (path) return bound.has(path[0] ?? '') ? null : pathType(path, known);
  const of = (operand: ASTNode): ValueType | null => valueType(operand, bound, known);
  if (node.op === 'value') {
    if (typeof node.args === 'string') return 'text';
    return typeof node.args === 'number' || typeof node.args === 'bigint' ? 'number' : null;
  }
  if (node.op === 'call') {
    if (TEXT_CALLS.has(node.args[0])) return 'text';
    return NUMBER_CALLS.has(node.args[0]) ? 'number' : null;
  }
  if (node.op === '-_') return of(node.args);
  if (node.op === '+') {
    const [left, right] = [of(node.args[0]), of(node.args[1])];
    return left === right || right === null ? left : left === null ? right : null;
  }
  return ARITHMETIC.has(node.op) ? 'number' : null;
}

function pathType(path: readonly string[], known: Declarations): ValueType | null {
  const [root = '', member, third] = path;
  const isLocal = known.locals !== undefined && Object.hasOwn(known.locals, root);
  if (isLocal || (known.names.includes(root) && !RESERVED_NAMES.has(root))) return null;
  if (member === undefined && ROOTS_OF_SEVERAL.has(root)) return 'several';
  switch (root) {
    case 'iteration':
      return path.length === 2 ? 'number' : null;
    case 'vu':
      return path.length === 2 && member === 'id' ? 'number' : null;
    case 'env':
    case 'secret':
      return path.length === 2 ? 'text' : null;
    case 'data':
      return dataType(path, known);
    case 'response':
      return path.length <= 3 ? responseType(member, third) : null;
    default:
      return known.bareResponse && RESPONSE_NAMES.includes(root) && path.length <= 2
        ? responseType(root, member)
        : null;
  }
}

function dataType([, feeder = '', column]: readonly string[], known: Declarations): ValueType | null {
  const columns = known.data && Object.hasOwn(known.data, feeder) ? known.data[feeder] : null;
  if (column === undefined) return columns && columns.length > 0 ? 'several' : null;
  return known.textRows?.includes(feeder) === true ? 'text' : null;
}

function responseType(member: string | undefined, of: string | undefined): ValueType | null {
  if (member === 'timings' && of !== undefined) return 'number';
  if (member === undefined || of !== undefined || !isResponseMember(member)) return null;
  const type = RESPONSE_MEMBERS[member];
  return type === 'string' ? 'text' : type === 'double' ? 'number' : null;
}

function isResponseMember(name: string): name is keyof typeof RESPONSE_MEMBERS {
  return Object.hasOwn(RESPONSE_MEMBERS, name);
}
