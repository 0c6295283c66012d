/** What people get wrong in YAML, by what its parser says and by what stands there. */
import { isPair, isScalar, type YAMLError, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Span } from './source.ts';

export interface YamlSlip {
  readonly message: string;
  readonly span: Span;
  /** What a fix writes, and in whose place. */
  readonly fix?: { readonly title: string; readonly span: Span; readonly text: string };
}

/** An error that is there only for an earlier one: the parser had given up before. */
export function isConsequence({ message }: YAMLError): boolean {
  return /^Unexpected \S+ token in YAML stream/.test(message);
}

/** The parser's error in plain words, at the place that is to be changed. */
export function yamlSlip(error: YAMLError, text: string): YamlSlip {
  const start = Math.min(error.pos[0], text.length);
  const span = { start, end: Math.max(start, Math.min(error.pos[1], text.length)) };
  const slip = (message: string, at: Span = span): YamlSlip => ({ message, span: at });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return slip('YAML is indented with spaces; this is a tab.');
    case 'TAG_RESOLVE_FAILED':
      return {
        ...slip('A scenario has no tags (words that begin with !); put the text in quotes if it is meant as such.'),
        fix: inQuotes(text, start),
      };
    case 'BLOCK_IN_FLOW': {
      const fix = inQuotes(text, start);
      const message =
        'Within { } and [ ] a text with a colon or question mark and a space behind it must be in quotes.';
      return { message, span: fix.span, fix };
    }
    case 'BAD_SCALAR_START':
      return slip(`A text that begins with \`${text.charAt(start)}\` must be in quotes.`);
    case 'BAD_INDENT': {
      const open = /must be sufficiently indented and end with a ([}\]])/.exec(error.message)?.[1];
      return slip(
        open === undefined
          ? 'This line is indented differently from its neighbours.'
          : `A \`${open === '}' ? '{' : '['}\` before this place is not closed, or the lines within are not indented.`,
      );
    }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
    case 'UNEXPECTED_TOKEN':
      return missingSpace(text, start) ?? bareText(error, text, start) ?? keySlip(error, text, span);
    default:
      return slip(`This is not correct YAML: ${error.message.replace(/\.?$/, '.')}`);
  }
}

/** `duration:10s` and `-get: /a`, in the line of an error or in the one before. */
function missingSpace(text: string, start: number): YamlSlip | null {
  const own = lineAt(text, start);
  for (const line of own.start === 0 ? [own] : [own, lineAt(text, own.start - 1)]) {
    const written = text.slice(line.start, line.end);
    const [beforeKey, indent = '', key = ''] = /^([ \t]*(?:- +)*)([A-Za-z]\w{0,60}):(?=[^\s:])/.exec(written) ?? [];
    if (beforeKey !== undefined && !/^(https?|wss?)$/.test(key)) {
      const at = line.start + beforeKey.length;
      const span = { start: line.start + indent.length, end: at };
      return { message: `A space belongs behind \`${key}:\`.`, span, fix: spaceAt(at) };
    }
    const dash = /^[ \t]*-(?=[A-Za-z]\w{0,60}: )/.exec(written)?.[0];
    if (dash !== undefined) {
      const at = line.start + dash.length;
      return {
        message: 'A space belongs behind the `-`.',
        span: { start: at - 1, end: at },
        fix: spaceAt(at),
      };
    }
  }
  return null;
}

function spaceAt(at: number): YamlSlip['fix'] & object {
  return { title: 'Put a space in', span: { start: at, end: at }, text: ' ' };
}

/** `{ ok: json.items[0] == 1 }` and `ok: "a" in json.list`: of such a text YAML takes only the start. */
function bareText({ message }: YAMLError, text: string, start: number): YamlSlip | null {
  const line = lineAt(text, start);
  const before = text.slice(line.start, start).trimEnd();
  const opens = /^(Unexpected flow-(seq|map)-start at node end|Missing , or : between flow)/.test(message);
  if (opens && /[[{]/.test(text.charAt(start)) && !before.endsWith('$')) {
    const fix = inQuotes(text, start);
    const open = text.charAt(start);
    return { message: `Within { } and [ ] a text with \`${open}\` must be in quotes.`, span: fix.span, fix };
  }
  if (/^Missing , or : between flow/.test(message) && text.charAt(start) === ')') {
    const fix = inQuotes(text, start);
    return { message: 'Within { } and [ ] a text with a comma must be in quotes.', span: fix.span, fix };
  }
  if (/^Unexpected scalar at node end/.test(message) && /["'}\]]$/.test(before)) {
    const fix = inQuotes(text, start);
    const first = text.charAt(fix.span.start);
    if (/["'{[]/.test(first))
      return { message: `A text that begins with \`${first}\` must be in quotes as a whole.`, span: fix.span, fix };
  }
  return null;
}

/** The whole text that an offset is in, in quotes: within its line, and within the braces that it stands in. */
function inQuotes(text: string, offset: number): YamlSlip['fix'] & object {
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  const entry = /^.*(?::[ \t]|(?:^|\s)[[{]+|-[ \t])[ \t]*/.exec(before)?.[0] ?? '';
  let start = line.start + entry.length;
  let depth = 0;
  let end = start;
  for (; end < line.end; end++) {
    const char = text.charAt(end);
    const close = char === '"' || char === "'" ? text.indexOf(char, end + 1) : -1;
    if (close > 0 && close < line.end) end = close;
    else if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char) && --depth < 0) break;
    else if (char === ',' && depth === 0) {
      if (end >= offset) break;
      start = end + 1 + (/^\s*/.exec(text.slice(end + 1, line.end))?.[0].length ?? 0);
    } else if (char === '#' && /\s/.test(text.charAt(end - 1))) break;
  }
  return quotedAt(text, { start, end: start + text.slice(start, end).trimEnd().length });
}

function quotedAt(text: string, span: Span): YamlSlip['fix'] & object {
  const written = text.slice(span.start, span.end);
  const quoted = /["\\]/.test(written) ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return { title: 'Put it in quotes', span, text: quoted };
}

/**
 * `{ ok: json.list.exists(i, i > 2) }` is correct YAML, in which the comma ends the text and `i > 2)` is a key without a value.
 * Found by the bracket that is closed only in a later entry.
 */
export function textsTakenApart({ items }: YAMLMap | YAMLSeq, text: string): YamlSlip[] {
  const slips: YamlSlip[] = [];
  let open: { readonly start: number; depth: number } | null = null;
  for (const item of items) {
    const piece = pieceOf(item, open !== null);
    if (!piece) {
      open = null;
      continue;
    }
    open ??= { start: piece.start, depth: 0 };
    open.depth += openBrackets(text.slice(piece.start, piece.end));
    if (open.depth > 0) continue;
    if (open.start < piece.start) {
      const span = { start: open.start, end: piece.end };
      const message = 'Within { } and [ ] a text with a comma must be in quotes.';
      slips.push({ message, span, fix: quotedAt(text, span) });
    }
    open = null;
  }
  return slips;
}

/** The text without quotes that an entry of `{ }` or `[ ]` ends with; of one that continues a text, all of it. */
function pieceOf(item: unknown, continues: boolean): Span | null {
  const { key, value } = isPair(item) ? item : { key: item, value: null };
  // `a ? 1 : 2)` is read as a key and its value.
  const isCondition = isScalar(key) && typeof key.source === 'string' && key.source.includes(' ? ');
  if (continues && value !== null && !isCondition) return null;
  const first = continues ? key : (value ?? key);
  const last = value ?? key;
  const plain = (node: unknown): Span | null =>
    isScalar(node) && node.type === 'PLAIN' && node.range ? { start: node.range[0], end: node.range[1] } : null;
  const [from, to] = [plain(first), plain(last)];
  return from && to && { start: from.start, end: to.end };
}

function openBrackets(text: string): number {
  let depth = 0;
  for (const [bracket] of text.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/[()]/g)) depth += bracket === '(' ? 1 : -1;
  return depth;
}

function keySlip(error: YAMLError, text: string, span: Span): YamlSlip {
  const line = lineAt(text, span.start);
  const rest = { start: span.start, end: line.end };
  const before = text.slice(line.start, span.start);
  if (error.code === 'MISSING_CHAR') {
    const quote = /^Missing closing (["'])quote/.exec(error.message)?.[1];
    if (quote !== undefined)
      return { message: `A text is not closed: a ${quote} is missing.`, span: openQuote(text, quote) };
    if (/^Sequence item without/.test(error.message))
      return { message: 'This line is indented differently from its neighbours.', span: wordsOf(text, line) };
    if (/^Implicit map keys need/.test(error.message))
      return { message: 'Behind a key stand a colon and a space: `key: value`.', span: wordsOf(text, line) };
  }
  if (error.code === 'UNEXPECTED_TOKEN') {
    if (text.startsWith('${', span.start - 1)) {
      const message = 'Within { } and [ ] a text with ${…} must be in quotes.';
      const close = text.indexOf('}', span.start);
      const end = close < 0 || close > line.end ? line.end : close + 1;
      return { message, span: { start: span.start - 1, end }, fix: inQuotes(text, span.start) };
    }
    const block = /[|>] *$/.exec(before);
    if (block) {
      const at = span.start - block[0].length;
      return {
        message: `A text that begins with \`${block[0].trim()}\` must be in quotes.`,
        span: { start: at, end: line.end },
      };
    }
  }
  if (
    /^A block sequence may not/.test(error.message) ||
    (error.code !== 'UNEXPECTED_TOKEN' && text.startsWith('- ', span.start))
  )
    return {
      message: 'This item is indented differently from those before it.',
      span: wordsOf(text, lineOfItem(text, span.start)),
    };
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.code === 'MULTILINE_IMPLICIT_KEY') {
    const next = lineAt(text, Math.max(text.indexOf('\n', line.end) + 1, line.start));
    if (before.trim() === '' || /^[ \t]*(- +)+$/.test(before))
      return { message: 'Behind a key stand a colon and a space: `key: value`.', span: wordsOf(text, line) };
    // The next line was read as the rest of this one's text.
    if (!text.slice(span.start, line.end).includes(': '))
      return { message: 'This line is indented further than the one that it belongs to.', span: wordsOf(text, next) };
    const message = 'Two keys stand in one line. Give the second a line of its own, or put the text in quotes.';
    return { message, span: rest };
  }
  return { message: `This is not correct YAML: ${error.message.replace(/\.?$/, '.')}`, span };
}

/** Without its break. */
function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: text.charAt(stop - 1) === '\r' ? stop - 1 : stop };
}

/** The line of the item that begins at an offset, or behind the spaces there. */
function lineOfItem(text: string, offset: number): Span {
  const item = text.indexOf('-', offset);
  return lineAt(text, item < 0 ? offset : item);
}

/** A line without the spaces around it. */
function wordsOf(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

/** The first quote in a line that has an odd number of them. */
function openQuote(text: string, quote: string): Span {
  for (let line = lineAt(text, 0); ; line = lineAt(text, text.indexOf('\n', line.end) + 1)) {
    const pieces = text.slice(line.start, line.end).replaceAll('\\"', '__').split(quote);
    if (pieces.length % 2 === 0) {
      const at = line.end - (pieces.at(-1)?.length ?? 0) - 1;
      return { start: at, end: line.end };
    }
    if (!text.includes('\n', line.end)) return { start: text.length, end: text.length };
  }
}
