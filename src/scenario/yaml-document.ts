import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node as YamlNode,
  type Pair,
} from 'yaml';
import {
  DEEPEST,
  MOST_NODES,
  MOST_SYNTAX_PROBLEMS,
  TOO_DEEP,
  TooLarge,
  absent,
  type Report,
} from './document-reading.ts';
import type { SourceEntry, SourceNode, Span } from './source.ts';
import { isConsequence, textsTakenApart, yamlSlip } from './yaml-slips.ts';

/** @throws TooLarge */
export function readYaml(text: string, report: Report): SourceNode | null {
  const documents = parseAllDocuments(text, {
    version: '1.2',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(documents)) return null;
  const [document, second] = documents as readonly Document.Parsed[];
  if (!document) return null;
  const errors = [...document.errors, ...document.warnings].filter(
    (error, index) => index === 0 || !isConsequence(error),
  );
  for (const error of errors.slice(0, MOST_SYNTAX_PROBLEMS)) {
    const { message, span, fix } = yamlSlip(error, text);
    report('yaml-syntax', message, span, fix && { fix });
  }
  if (second) {
    const [start] = second.range;
    report('several-documents', 'A file holds one scenario; put what follows `---` into a file of its own.', {
      start,
      end: start,
    });
  }
  // Keys and aliases that make no sense are only what came of it.
  const isBroken = document.errors.length > 0;
  const reader = new YamlReader(text, (code, ...rest) => {
    if (!isBroken || code !== 'yaml-syntax') report(code, ...rest);
  });
  return document.contents ? reader.read(document.contents, 0) : null;
}

class YamlReader {
  readonly #text: string;
  readonly #report: Report;
  /** Filled in the file's order, so that an alias finds the last anchor before it. */
  readonly #anchors = new Map<string, YamlNode>();
  readonly #open = new Set<YamlNode>();
  #nodes = 0;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
  }

  read(node: YamlNode, depth: number): SourceNode {
    const span = spanOf(node);
    if (++this.#nodes > MOST_NODES) throw new TooLarge('The file grows too large when its aliases are put in.', span);
    if (depth > DEEPEST) throw new TooLarge(TOO_DEEP, span);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) return this.read(target, depth + 1);
      this.#report('yaml-syntax', `There is no anchor &${node.source} before this alias.`, span);
      return { kind: 'scalar', value: null, span };
    }
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if ((isMap(node) || isSeq(node)) && node.flow === true) {
      for (const { message, span: at, fix } of textsTakenApart(node, this.#text)) {
        this.#report('yaml-syntax', message, at, fix && { fix });
      }
    }
    if (isMap(node))
      return this.#inside(node, () => ({ kind: 'map', entries: this.#entries(node.items, span, depth), span }));
    if (isSeq(node)) {
      return this.#inside(node, () => ({
        kind: 'list',
        items: node.items.map((item) => this.#item(item, span, depth)),
        span,
      }));
    }
    return { kind: 'scalar', value: this.#scalar(isScalar(node) ? node.value : null, span), span };
  }

  #item(item: unknown, parent: Span, depth: number): SourceNode {
    if (isNode(item)) return this.read(item, depth + 1);
    // `[a: 1]` is a list with a map of one pair.
    if (isPair(item)) return { kind: 'map', entries: this.#entries([item], parent, depth), span: parent };
    return { kind: 'scalar', value: null, span: parent };
  }

  #entries(pairs: readonly Pair[], container: Span, depth: number): SourceEntry[] {
    const entries = new Map<string, SourceEntry>();
    const merged: SourceEntry[] = [];
    for (const [index, { key, value }] of pairs.entries()) {
      if (!isNode(key)) continue;
      const keySpan = spanOf(key);
      const name = this.#keyName(key, keySpan);
      if (name === null) continue;
      const node = isNode(value) ? this.read(value, depth + 1) : absent(keySpan);
      if (name === '<<') {
        merged.push(...this.#merged(node, keySpan));
        continue;
      }
      const first = entries.get(name);
      if (first) {
        const duplicate = `\`${name}\` stands here twice; only one of them can count.`;
        const related = { message: `\`${name}\` stands here first.`, span: first.keySpan };
        const surplus = { container, parts: pairs.map(spanOfPair), index };
        this.#report('duplicate-key', duplicate, keySpan, { related, surplus });
        continue;
      }
      entries.set(name, { key: name, keySpan, value: node });
    }
    for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
    return [...entries.values()];
  }

  #merged(node: SourceNode, keySpan: Span): readonly SourceEntry[] {
    if (node.kind === 'map') return node.entries;
    if (node.kind === 'list') return node.items.flatMap((item) => this.#merged(item, keySpan));
    this.#report('yaml-syntax', '`<<` takes in the keys of a map, so its value must be an alias of one.', keySpan);
    return [];
  }

  #keyName(key: YamlNode, span: Span): string | null {
    const value: unknown = isAlias(key) ? undefined : isScalar(key) ? key.value : undefined;
    if (typeof value === 'string') return value;
    // YAML marks `<<` where merging is on.
    if (typeof value === 'symbol') return '<<';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const message = isMap(key)
      ? '`{{ … }}` is a map in a map here. A value is put in by ${…}, and a text that begins with { must be in quotes.'
      : 'A key must be a plain text.';
    this.#report('yaml-syntax', message, span);
    return null;
  }

  #scalar(value: unknown, span: Span): null | boolean | number | string {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value !== undefined)
      this.#report(
        'yaml-syntax',
        'This value is none that a scenario can hold; write a text, a number, or true or false.',
        span,
      );
    return null;
  }

  #inside(node: YamlNode, read: () => SourceNode): SourceNode {
    if (this.#open.has(node)) {
      const span = spanOf(node);
      this.#report('yaml-syntax', 'This value contains itself by an alias.', span);
      return { kind: 'scalar', value: null, span };
    }
    this.#open.add(node);
    try {
      return read();
    } finally {
      this.#open.delete(node);
    }
  }
}

function isNode(value: unknown): value is YamlNode {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function spanOf(node: YamlNode): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

function spanOfPair({ key, value }: Pair): Span {
  const { start, end } = isNode(key) ? spanOf(key) : { start: 0, end: 0 };
  return { start, end: Math.max(end, isNode(value) ? spanOf(value).end : end) };
}
