import { RESERVED_NAMES } from './built-in-names.ts';
import { memberPath, type ASTNode } from './syntax.ts';

/** What an expression reads, in the order of its text. */
export interface ExpressionReads {
  readonly env: readonly OutsideRead[];
  readonly secrets: readonly OutsideRead[];
  readonly names: readonly NameRead[];
}

/** An environment variable or a secret that an expression reads; `start` and `end` are of the whole reading. */
export interface OutsideRead {
  readonly name: string;
  /** It has no value of its own for where there is none, as `env.?X.orValue(…)` has. */
  readonly required: boolean;
  readonly start: number;
  readonly end: number;
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

/** `optional`: nodes that may have no value. */
export function outsideRead(
  node: ASTNode,
  optional: ReadonlySet<ASTNode>,
): { readonly root: 'env' | 'secret'; readonly read: OutsideRead } | null {
  const path = memberPath(node);
  const [root, name] = path ?? [];
  if (path?.length !== 2 || name === undefined || (root !== 'env' && root !== 'secret')) return null;
  return { root, read: { name, required: !optional.has(node), ...node.range } };
}

const READ_ROOTS = ['env', 'secret', 'vars', 'data', 'setup', 'vu'] as const;

/** `bound`: names that a macro around the node gives a value, as `x` in `items.all(x, x > 0)`. */
export function nameRead(node: ASTNode, bound: ReadonlySet<string>): NameRead | null {
  if (node.op === 'id') {
    if (bound.has(node.args) || RESERVED_NAMES.has(node.args)) return null;
    return { root: null, name: node.args, feeder: null, ...node.range };
  }
  const path = memberPath(node);
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
