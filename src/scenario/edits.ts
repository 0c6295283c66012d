/**
 * Changes of a scenario's text that keep everything else as its author wrote it: comments, quotes, block or flow style,
 * indentation, line ends. YAML and JSON alike. Where a change cannot be made safely there is none (null).
 */
import type { SourceDocument } from './document.ts';
import type { JsonValue } from './plan.ts';
import type { TextEdit } from './problem.ts';
import { flowText, isJsonStyle, scalarText, valueLines } from './edit-text.ts';
import type { MapNode, SourceEntry, SourceNode, Span } from './source.ts';

export type Change =
  /**
   * What stands at a place becomes another text. Where the place is all of a value or key it is quoted as needed; where it is
   * a piece of one, the piece is escaped as the quotes around it want it.
   */
  | { readonly kind: 'replace'; readonly at: Span; readonly value: JsonValue }
  /** A new entry of a map. */
  | {
      readonly kind: 'insert';
      readonly map: MapNode;
      readonly key: string;
      readonly value: JsonValue;
      readonly where?: 'first' | 'last';
    }
  /** The entry with this key goes; what is left empty by that goes, too. */
  | { readonly kind: 'remove'; readonly keySpan: Span };

type Layout = Pick<SourceDocument, 'text' | 'lines' | 'root'>;

/** The edit that makes a change; null where the text has a shape in which that is not safe. */
export function editOf(change: Change, document: Layout): TextEdit | null {
  switch (change.kind) {
    case 'replace':
      return requoted(change, document) ?? edit(document, change.at, replacement(change, document));
    case 'insert':
      return insertion(change, document);
    case 'remove': {
      const span = removal(change.keySpan, document);
      return span && edit(document, span, '');
    }
  }
}

function edit(document: Layout, span: Span, newText: string): TextEdit {
  return { range: document.lines.range(span), newText };
}

// ── replace ──

/** A piece of a plain word that becomes more than plain words may hold, such as `${…}` inside of `{…}`: all of it gets quotes. */
function requoted({ at, value }: Extract<Change, { kind: 'replace' }>, document: Layout): TextEdit | null {
  const { text, root } = document;
  const whole = root ? wordAround(root, at) : null;
  if (!whole || typeof value === 'object' || (whole.start === at.start && whole.end === at.end)) return null;
  if (quoteOf(text, whole) !== '' || !/[[\]{},]|: | #/.test(String(value))) return null;
  const word = text.slice(whole.start, at.start) + String(value) + text.slice(at.end, whole.end);
  return word.includes('\n') ? null : edit(document, whole, scalarText(word, '"'));
}

function replacement({ at, value }: Extract<Change, { kind: 'replace' }>, { text, root }: Layout): string {
  const whole = root ? wordAround(root, at) : null;
  const isJson = isJsonStyle(text, root);
  if (!whole || value === null || typeof value === 'object') return flowText(value, isJson);
  const quote = quoteOf(text, whole);
  if (whole.start === at.start && whole.end === at.end) {
    return scalarText(value, isJson ? '"' : quote, root !== null && !isInFlow(root, at, text));
  }
  const piece = typeof value === 'string' ? value : JSON.stringify(value);
  if (quote === '"') return JSON.stringify(piece).slice(1, -1);
  return quote === "'" ? piece.replaceAll("'", "''") : piece;
}

function quoteOf(text: string, span: Span): '"' | "'" | '' {
  const first = text.charAt(span.start);
  return (first === '"' || first === "'") && span.end - span.start > 1 ? first : '';
}

/** Whether a `{…}` or `[…]` is around a place. */
function isInFlow(node: SourceNode, at: Span, text: string): boolean {
  if (node.kind === 'scalar' || !isWithin(at, node.span)) return false;
  if ('{['.includes(text.charAt(node.span.start))) return true;
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return inner.some((one) => isInFlow(one, at, text));
}

/** The scalar or key in which a place lies. */
function wordAround(node: SourceNode, at: Span): Span | null {
  const around = (span: Span): boolean => isWithin(at, span);
  switch (node.kind) {
    case 'scalar':
      return around(node.span) ? node.span : null;
    case 'list':
      return around(node.span) ? first(node.items, (item) => wordAround(item, at)) : null;
    case 'map':
      return first(node.entries, ({ keySpan, value }) => (around(keySpan) ? keySpan : wordAround(value, at)));
  }
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

// ── insert ──

function insertion(change: Extract<Change, { kind: 'insert' }>, document: Layout): TextEdit | null {
  const { text, root } = document;
  const { key, value, where = 'last' } = change;
  // With all that is written there, right or not.
  const map = root && mapAt(root, change.map.span);
  if (!map) return null;
  const entries = ownEntries(map);
  const isFlow = text.charAt(map.span.start) === '{';
  const isJson = isJsonStyle(text, document.root);
  const [head] = entries;
  const tail = entries.at(-1);
  if (!head || !tail) {
    return isFlow ? edit(document, map.span, `{ ${flowEntry(key, value, isJson)} }`) : null;
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (isFlow) {
    const ownLine = indentation(text, head.keySpan.start);
    const written = flowEntry(key, value, isJson);
    const space = ownLine === null ? ' ' : `${newline}${ownLine}`;
    const end = entryEnd(text, tail);
    return where === 'first'
      ? edit(document, { start: head.keySpan.start, end: head.keySpan.start }, `${written},${space}`)
      : edit(document, { start: end, end }, `,${space}${written}`);
  }
  const indent = ' '.repeat(document.lines.position(head.keySpan.start).character);
  const lines = valueLines(key, value).join(`${newline}${indent}`);
  if (where === 'first') {
    const { start } = head.keySpan;
    return edit(document, { start, end: start }, `${lines}${newline}${indent}`);
  }
  const end = lineEnd(text, entryEnd(text, tail));
  // A text over several lines ends behind its last line break.
  return text.charAt(end - 1) === '\n'
    ? edit(document, { start: end, end }, `${indent}${lines}${newline}`)
    : edit(document, { start: end, end }, `${newline}${indent}${lines}`);
}

function mapAt(node: SourceNode, { start, end }: Span): MapNode | null {
  if (node.kind === 'scalar' || !isWithin({ start, end }, node.span)) return null;
  if (node.kind === 'map' && node.span.start === start && node.span.end === end) return node;
  const inner = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return first(inner, (one) => mapAt(one, { start, end }));
}

function flowEntry(key: string, value: JsonValue, isJson: boolean): string {
  return `${scalarText(key, isJson ? '"' : '')}: ${flowText(value, isJson)}`;
}

// ── remove ──

/** Null where the entry is not found in the document, or everything would go with it. */
function removal(keySpan: Span, { text, root }: Layout): Span | null {
  const way = root ? wayTo(root, keySpan) : null;
  // From the inside out, until something is left beside what goes.
  for (const { container, parts, index } of way?.reverse() ?? []) {
    const span = withoutPart(text, container, parts, index);
    if (span) return span;
  }
  return null;
}

interface Place {
  readonly container: Span;
  /** Where the entries or items of the container stand. */
  readonly parts: readonly Span[];
  readonly index: number;
}

function wayTo(node: SourceNode, keySpan: Span): Place[] | null {
  if (node.kind === 'scalar' || !isWithin(keySpan, node.span)) return null;
  if (node.kind === 'list') {
    const parts = node.items.map(({ span }) => span);
    return first([...node.items.entries()], ([index, item]) => {
      const rest = wayTo(item, keySpan);
      return rest && [{ container: node.span, parts, index }, ...rest];
    });
  }
  const entries = ownEntries(node);
  const parts = entries.map(({ keySpan: { start, end }, value }) => ({ start, end: Math.max(end, value.span.end) }));
  return first([...entries.entries()], ([index, entry]) => {
    const place = { container: node.span, parts, index };
    if (entry.keySpan.start === keySpan.start && entry.keySpan.end === keySpan.end) return [place];
    const rest = wayTo(entry.value, keySpan);
    return rest && [place, ...rest];
  });
}

/**
 * What to cut so that one of a container's parts goes; null where it is the only one. `parts` end with their values; colons
 * and commas behind them are found here.
 */
export function withoutPart(text: string, container: Span, parts: readonly Span[], index: number): Span | null {
  const part = parts[index];
  if (!part || parts.length < 2) return null;
  const opening = text.charAt(container.start);
  const isFlow = opening === '{' || opening === '[';
  const dash = isFlow ? undefined : dashBefore(text, part.start);
  const isItem = dash !== undefined && parts.every((other) => dashBefore(text, other.start) !== undefined);
  const start = isItem ? part.start - dash.length : part.start;
  const end = valueEnd(text, part);
  const next = parts[index + 1];
  const previous = parts[index - 1];
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isFirstOnLine = text.slice(lineStart, start).trim() === '';
  const behind = /^[ \t]*,?[ \t]*(#[^\n]*|\/\/[^\n]*)?(\r?\n|$)/.exec(text.slice(end))?.[0];
  if (isFirstOnLine && text.charAt(end - 1) === '\n') return { start: lineStart, end };
  if (isFirstOnLine && behind !== undefined && (!isFlow || lineStart > container.start)) {
    const atEnd = end + behind.length;
    // Without a line break at the end of the file, the one before goes.
    const startsAtBreak = atEnd === text.length && !behind.endsWith('\n') && lineStart > 0;
    return { start: startsAtBreak ? lineBreakBefore(text, lineStart) : lineStart, end: atEnd };
  }
  if (next) return { start, end: next.start };
  return isFlow && previous ? { start: valueEnd(text, previous), end } : null;
}

/** `- ` and the indentation before it, where nothing else stands in the line before a place. */
function dashBefore(text: string, at: number): string | undefined {
  return /^[ \t]*-[ \t]+$/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0];
}

function lineBreakBefore(text: string, lineStart: number): number {
  return lineStart - (text.charAt(lineStart - 2) === '\r' ? 2 : 1);
}

// ── the layout of a text ──

export function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Without those that `<<` took in from elsewhere. */
function ownEntries({ entries, span }: MapNode): readonly SourceEntry[] {
  return entries.filter(({ keySpan }) => keySpan.start >= span.start && keySpan.end <= span.end);
}

function entryEnd(text: string, { keySpan, value }: SourceEntry): number {
  return valueEnd(text, { start: keySpan.start, end: value.span.start < keySpan.end ? keySpan.end : value.span.end });
}

/** With the colon of a key without value, and with an alias, whose value stands elsewhere. */
function valueEnd(text: string, { end }: Span): number {
  return end + (/^[ \t]*:(?:[ \t]+\*[^\s,\]}]+|(?=\s|$))/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
}

function lineEnd(text: string, from: number): number {
  if (text.charAt(from - 1) === '\n') return from;
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** What stands before a place in its line, where that is only space; else null. */
function indentation(text: string, at: number): string | null {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return before.trim() === '' && before.length < at ? before : null;
}
