import type { JsonValue } from './plan.ts';
import type { SourcePosition, SourceRange } from './range.ts';

/** A place in a text as half-open offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value of a scenario file and where it stands. YAML and JSON files both become this. */
export type SourceNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly SourceEntry[];
  readonly span: Span;
}

export interface SourceEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: SourceNode;
}

/** Keys and indexes from the root, e.g. `['setup', 0, 'post']`. */
export type SourcePath = readonly (string | number)[];

/** The plain value; it shares nothing with the nodes. */
export function valueOf(node: SourceNode): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(valueOf);
    case 'map':
      // Without a prototype's setters, so that a key `__proto__` is a key like any other.
      return Object.fromEntries(node.entries.map((entry) => [entry.key, valueOf(entry.value)]));
  }
}

export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The node at a path, or undefined. */
export function nodeAt(root: SourceNode | null, path: SourcePath): SourceNode | undefined {
  let node: SourceNode | undefined = root ?? undefined;
  for (const step of path) {
    node =
      typeof step === 'number' ? (node?.kind === 'list' ? node.items[step] : undefined) : entryOf(node, step)?.value;
  }
  return node;
}

/** Line starts of a text; turns offsets into positions. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): SourcePosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.max(0, offset - (this.#starts[low] ?? 0)) };
  }

  range(span: Span): SourceRange {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Of a position in this text. Behind the end of its line it is that many characters on. */
  offset({ line, character }: SourcePosition): number {
    return (this.#starts[line] ?? 0) + character;
  }
}

/**
 * Where a part of a string's value stands in the text: exact for plain and quoted strings on one line, and for strings
 * over several lines wherever the part stands in one piece. Otherwise the whole string.
 */
export function spanWithin(text: string, node: ScalarNode, part: Span): Span {
  if (typeof node.value !== 'string') return node.span;
  const raw = text.slice(node.span.start, node.span.end);
  const at = (from: number, to: number): Span => ({ start: node.span.start + from, end: node.span.start + to });
  if (raw === node.value) return at(part.start, part.end);
  const quote = raw.charAt(0);
  if ((quote === '"' || quote === "'") && !raw.includes('\n')) {
    const offsets = quotedOffsets(raw, quote);
    const from = offsets[part.start];
    const to = offsets[part.end];
    if (from !== undefined && to !== undefined) return at(from, to);
  }
  const piece = node.value.slice(part.start, part.end);
  const found = piece === '' ? -1 : raw.indexOf(piece);
  return found >= 0 && raw.indexOf(piece, found + 1) < 0 ? at(found, found + piece.length) : node.span;
}

/** For each character of a quoted string's value, and its end, the offset in the quoted text. */
function quotedOffsets(raw: string, quote: string): number[] {
  const offsets: number[] = [];
  let at = 1;
  while (at < raw.length - 1) {
    offsets.push(at);
    if (quote === "'" && raw.startsWith("''", at)) at += 2;
    else if (quote === '"' && raw.charAt(at) === '\\') {
      const escape = raw.charAt(at + 1);
      at += escape === 'x' ? 4 : escape === 'u' ? 6 : escape === 'U' ? 10 : 2;
    } else at += 1;
  }
  offsets.push(Math.min(at, raw.length - 1));
  return offsets;
}
