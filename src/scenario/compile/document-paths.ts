import type { JsonValue } from '../plan.ts';
import type { SourceDocument } from '../document.ts';
import type { SourceRange } from '../range.ts';
import { removeKey, type Repair } from '../repair.ts';
import {
  entryOf,
  nodeAt,
  spanWithin,
  type LineIndex,
  type ScalarNode,
  type SourceEntry,
  type SourceNode,
  type SourcePath,
  type Span,
} from '../source.ts';

/** The ways from a document's paths to its nodes, their ranges, and repairs of them. */
export class DocumentPaths {
  protected readonly written: SourceDocument;
  readonly #document: SourceDocument;

  /** `written`: the document with what is wrong in it, for fixes; by default that of which everything is compiled. */
  constructor(document: SourceDocument, written = document) {
    this.#document = document;
    this.written = written;
  }

  get lines(): LineIndex {
    return this.#document.lines;
  }

  /** What everything is compiled of. */
  protected get text(): string {
    return this.#document.text;
  }

  /** A part of the text as it is written. */
  textOf({ start, end }: Span): string {
    return this.written.text.slice(start, end);
  }

  node(path: SourcePath): SourceNode | undefined {
    return nodeAt(this.#document.root, path);
  }

  /** The entry at a path less, for `repairs`; one repair for each path that is there. */
  removal(...paths: readonly SourcePath[]): Repair[] {
    return paths.flatMap((path) => {
      const entry = this.#entry(path);
      return entry ? [removeKey(entry)] : [];
    });
  }

  /** An entry more in the map at a path, for `repairs`. */
  addition(path: SourcePath, key: string, value: JsonValue, where: 'first' | 'last' = 'last'): Repair[] {
    const map = this.node(path);
    if (map?.kind !== 'map') return [];
    const title = typeof value === 'object' ? `Add \`${key}\`` : `Add \`${key}: ${String(value)}\``;
    return [{ title, changes: [{ kind: 'insert', map, key, value, where }] }];
  }

  /** Another value at a path, for `repairs`. */
  replacement(path: SourcePath, value: string | number): Repair[] {
    const node = this.node(path);
    if (!node) return [];
    const title = `Change to \`${value}\``;
    return [{ title, changes: [{ kind: 'replace', at: node.span, value }], preferred: true }];
  }

  /** Each of two values in the place of the other, for `repairs`. */
  swap(one: SourcePath, other: SourcePath): Repair[] {
    const [a, b] = [this.node(one), this.node(other)];
    if (a?.kind !== 'scalar' || b?.kind !== 'scalar') return [];
    const changes = [
      { kind: 'replace', at: a.span, value: b.value } as const,
      { kind: 'replace', at: b.span, value: a.value } as const,
    ];
    return [{ title: `Swap \`${String(one.at(-1))}\` and \`${String(other.at(-1))}\``, changes, preferred: true }];
  }

  /** Of the value at a path; of the whole file where there is none. */
  range(path: SourcePath): SourceRange {
    const node = this.node(path);
    return this.lines.range(node?.span ?? { start: 0, end: 0 });
  }

  /** Of the key that a path ends with. */
  keyRange(path: SourcePath): SourceRange {
    const entry = this.#entry(path);
    return entry ? this.lines.range(entry.keySpan) : this.range(path);
  }

  /** Of a part of the text at a path. */
  rangeWithin(path: SourcePath, part: Span): SourceRange {
    const node = this.node(path);
    return node?.kind === 'scalar' ? this.partRange(node, part) : this.range(path);
  }

  /** Of a part of the key that a path ends with. */
  keyRangeWithin(path: SourcePath, part: Span): SourceRange {
    const entry = this.#entry(path);
    if (!entry) return this.range(path);
    return this.partRange({ kind: 'scalar', value: entry.key, span: entry.keySpan }, part);
  }

  /** Of a part of what a scalar says. */
  protected partRange(node: ScalarNode, part: Span): SourceRange {
    return this.lines.range(spanWithin(this.#document.text, node, part));
  }

  /** The entry whose key a path ends with. */
  #entry(path: SourcePath): SourceEntry | undefined {
    const last = path.at(-1);
    return typeof last === 'string' ? entryOf(this.node(path.slice(0, -1)), last) : undefined;
  }
}
