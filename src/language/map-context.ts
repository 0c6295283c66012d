import { isMap, isScalar, parseDocument, visit, type Node, type Pair } from 'yaml';
import { stripComments } from 'jsonc-parser';
import type { SourcePosition } from '../scenario/range.ts';

/** The map that a position is in, and what of it is written already. */
export interface MapContext {
  /** Keys and indexes from the root to the map (for a key) or to the value. */
  readonly path: readonly (string | number)[];
  readonly at: 'key' | 'value';
  /** The map's other keys. */
  readonly siblings: readonly string[];
  /** In `{…}`, as in all of JSON. */
  readonly flow: boolean;
  /** What is typed of the word that the position is in. */
  readonly typed: string;
  /** The word stands in quotes. */
  readonly quoted: boolean;
}

const MARK = 'cursor9f2c';

/** Whether a scenario is written in JSON rather than YAML, told by how it begins. */
export function isJson(text: string): boolean {
  return /^\s*(\/[/*]|\{)/.test(text);
}

/** Where a position is in the document's structure; null where that can't be told, and in block text that has no key there. */
export function mapContext(text: string, { line, character }: SourcePosition): MapContext | null {
  const lines = text.split('\n');
  const current = lines[line] ?? '';
  const before = current.slice(0, character);
  const typed = /[\w$-]*$/.exec(before)?.[0] ?? '';
  const after = current.slice(character).replace(/^[\w$-]*/, '');
  lines[line] = before.slice(0, before.length - typed.length) + MARK + after;
  const marked = lines.join('\n');
  const document = parseDocument(isJson(marked) ? stripComments(marked, ' ') : marked);
  let found: MapContext | null = null;
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (node.value !== MARK) return undefined;
      const pair = ancestors.at(-1);
      const map = ancestors.at(-2);
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      const path = pathOf(ancestors);
      if (isMap<Node>(map)) {
        const siblings = map.items.flatMap(({ key: sibling }) =>
          isScalar(sibling) && sibling.value !== MARK ? [String(sibling.value)] : [],
        );
        const at = key === 'key' ? 'key' : 'value';
        const own = at === 'value' ? keyOf(pair) : null;
        found = { path: own === null ? path : [...path, own], at, siblings, flow: map.flow === true, typed, quoted };
      } else {
        found = { path: [...path, 0], at: 'value', siblings: [], flow: false, typed, quoted };
      }
      return visit.BREAK;
    },
  });
  return found;
}

/** The way from the root to the innermost collection; the pair that the visited scalar itself is part of is left out. */
function pathOf(ancestors: readonly unknown[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (const [index, ancestor] of ancestors.entries()) {
    const next = ancestors[index + 1];
    if (next === undefined) break;
    if (isCollectionOf(ancestor, next)) path.push(ancestor.items.indexOf(next));
    else if (keyOf(ancestor) !== null && index < ancestors.length - 1) path.push(keyOf(ancestor) ?? '');
  }
  return path;
}

function isCollectionOf(ancestor: unknown, item: unknown): ancestor is { items: unknown[] } {
  return (
    typeof ancestor === 'object' &&
    ancestor !== null &&
    !isMap(ancestor) &&
    'items' in ancestor &&
    Array.isArray(ancestor.items) &&
    ancestor.items.includes(item)
  );
}

function keyOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('key' in node)) return null;
  const { key } = node as Pair;
  return isScalar(key) ? String(key.value) : null;
}
