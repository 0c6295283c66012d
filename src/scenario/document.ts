import { parseTree, printParseErrorCode, type Node as JsonNode, type ParseError as JsonError } from 'jsonc-parser';
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
import { withoutPart } from './edits.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Problem } from './problem.ts';
import { LineIndex, valueOf, type SourceEntry, type SourceNode, type Span } from './source.ts';
import { isConsequence, textsTakenApart, yamlSlip, type YamlSlip } from './yaml-slips.ts';

/** Aliases can grow a small text without bound; no scenario that people write comes near this. */
const MOST_NODES = 100_000;
const MOST_CHARACTERS = 2_000_000;
const DEEPEST = 100;
/** After one slip a parser finds many; nobody reads more than these. */
const MOST_SYNTAX_PROBLEMS = 20;

/** A scenario's text, taken apart. */
export interface SourceDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** Null where there is nothing, or nothing that can be read. */
  readonly root: SourceNode | null;
  readonly problems: readonly Problem[];
}

/** Reads YAML 1.2, or JSON with comments where the file's name ends in `.json`. Never throws. */
export function parseScenario(text: string, fileName: string): SourceDocument {
  const lines = new LineIndex(text);
  const problems: Problem[] = [];
  const report: Report = (code, message, span, { related, surplus, fix } = {}) => {
    const range = lines.range(span);
    // After one slip in a line its rest reads otherwise than it was meant.
    if (
      (code === 'yaml-syntax' || code === 'duplicate-key') &&
      problems.some((one) => one.code === 'yaml-syntax' && one.range.start.line === range.start.line)
    )
      return;
    const cut = surplus && withoutPart(text, surplus.container, surplus.parts, surplus.index);
    problems.push({
      code,
      severity: 'error',
      message,
      range,
      ...(related && { related: [{ message: related.message, range: lines.range(related.span) }] }),
      ...(cut && { fixes: [{ title: 'Remove this one', edits: [{ range: lines.range(cut), newText: '' }] }] }),
      ...(fix && {
        fixes: [{ title: fix.title, edits: [{ range: lines.range(fix.span), newText: fix.text }], preferred: true }],
      }),
    });
  };
  let root: SourceNode | null = null;
  if (text.length > MOST_CHARACTERS) {
    report('too-large', 'The file is larger than 2 MB; keep test data in files of their own.', { start: 0, end: 0 });
  } else {
    try {
      root = /\.json$/i.test(fileName) ? readJson(text, report) : readYaml(text, report);
    } catch (error) {
      // The parsers recurse, so text that is nested thousands of levels deep ends their stack.
      const message =
        error instanceof TooLarge
          ? error.message
          : 'The file is nested too deeply to be read; a scenario needs a few levels.';
      report('too-large', message, error instanceof TooLarge ? error.span : { start: 0, end: 0 });
    }
  }
  return { text, lines, root, problems };
}

/** The plain value of a document; null where there is none. */
export function documentValue(document: SourceDocument): unknown {
  return document.root ? valueOf(document.root) : null;
}

type Report = (
  code: ProblemCode,
  message: string,
  span: Span,
  also?: {
    readonly related?: { message: string; span: Span };
    /** What a fix takes out: one of the entries of a map. */
    readonly surplus?: { container: Span; parts: readonly Span[]; index: number };
    readonly fix?: YamlSlip['fix'];
  },
) => void;

class TooLarge extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

// ── YAML ──

function readYaml(text: string, report: Report): SourceNode | null {
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
    if (depth > DEEPEST)
      throw new TooLarge('The file is nested too deeply to be read; a scenario needs a few levels.', span);
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

/** A key without a value: the place right behind it. */
function absent(keySpan: Span): SourceNode {
  return { kind: 'scalar', value: null, span: { start: keySpan.end, end: keySpan.end } };
}

// ── JSON ──

function readJson(text: string, report: Report): SourceNode | null {
  const errors: JsonError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  for (const { error, offset, length } of errors.slice(0, MOST_SYNTAX_PROBLEMS)) {
    report('json-syntax', `This is not correct JSON: ${jsonSentence(printParseErrorCode(error))}`, {
      start: offset,
      end: offset + length,
    });
  }
  let nodes = 0;
  const read = (node: JsonNode, depth: number): SourceNode => {
    const span = { start: node.offset, end: node.offset + node.length };
    if (++nodes > MOST_NODES) throw new TooLarge('The file holds too many values for a scenario.', span);
    if (depth > DEEPEST)
      throw new TooLarge('The file is nested too deeply to be read; a scenario needs a few levels.', span);
    if (node.type === 'array')
      return { kind: 'list', items: (node.children ?? []).map((item) => read(item, depth + 1)), span };
    if (node.type === 'object')
      return { kind: 'map', entries: jsonEntries(node, (child) => read(child, depth + 1), report), span };
    const value: unknown = node.value;
    const plain =
      typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
    return { kind: 'scalar', value: plain ? value : null, span };
  };
  return tree ? read(tree, 0) : null;
}

function jsonEntries(node: JsonNode, read: (node: JsonNode) => SourceNode, report: Report): SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  const properties = node.children ?? [];
  for (const [index, property] of properties.entries()) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode) continue;
    const key = String(keyNode.value);
    const keySpan = { start: keyNode.offset, end: keyNode.offset + keyNode.length };
    const first = entries.get(key);
    if (first) {
      const duplicate = `\`${key}\` stands here twice; only one of them can count.`;
      const related = { message: `\`${key}\` stands here first.`, span: first.keySpan };
      const surplus = { container: jsonSpan(node), parts: properties.map(jsonSpan), index };
      report('duplicate-key', duplicate, keySpan, { related, surplus });
      continue;
    }
    entries.set(key, { key, keySpan, value: valueNode ? read(valueNode) : absent(keySpan) });
  }
  return [...entries.values()];
}

function jsonSpan({ offset, length }: JsonNode): Span {
  return { start: offset, end: offset + length };
}

/** `CommaExpected` → `a comma is missing here.` */
function jsonSentence(code: string): string {
  const expected = /^(.*)Expected$/.exec(code)?.[1];
  const words = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return expected === undefined ? `${words(code)}.` : `a ${words(expected)} is missing here.`;
}
