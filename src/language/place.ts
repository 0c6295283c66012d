import type { SourcePath } from '../scenario/source.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { flowPlace } from './flow-place.ts';
import { indentOf, lineEntries, plainText, type LineEntry } from './yaml-lines.ts';
import { LinesAround } from './lines-around.ts';

/** Where a position is in a file's structure, found without parsing the file: right also while it is being typed. */
export interface Place {
  /** Of a key: to the map that it is in. Else: to the value itself. */
  readonly path: SourcePath;
  /** `open`: nothing says yet whether a key, a value or a list's item comes. */
  readonly at: 'key' | 'value' | 'open';
  /** The map's other keys with what stands behind them, as far as that is one word or text. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly token: Token;
  /** `block`: one key a line. `flow`: in `{…}` or `[…]`. */
  readonly style: 'block' | 'flow' | 'json';
  /** The key has its colon already. */
  readonly keyed: boolean;
  /** The value follows its colon without a space, as it is right after the colon was typed. */
  readonly tight: boolean;
  /** The next item of a list, whose `- ` is not written yet. */
  readonly dash: boolean;
  /** How far the map's keys stand to the right of their line's first character; what is put below has to go further. */
  readonly indent: number;
}

/** The key or scalar that a position is in, without its quotes. */
export interface Token {
  readonly text: string;
  /** How much of the text is before the position. */
  readonly offset: number;
  readonly quote: '"' | "'" | '';
  /** On the position's line: of a text over several lines, what of it stands there. */
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** Whether a scenario is written in JSON rather than YAML, told by how it begins. */
export function isJson(text: string): boolean {
  return /^\s*(\/[/*]|\{)/.test(text);
}

/** null in comments, and where the lines around make no sense of the position. */
export function placeAt(text: string, position: SourcePosition): Place | null {
  const lines = text.split(/\r?\n/);
  if (isJson(text)) return flowPlace(lines, { line: 0, character: 0 }, position, [], 'json');
  return yamlPlace(lines, position);
}

function yamlPlace(lines: readonly string[], position: SourcePosition): Place | null {
  const { line, character } = position;
  const content = lines[line] ?? '';
  const entries = lineEntries(content);
  const own = entries.findLastIndex((entry) => entry.column <= character);
  const entry = entries[own];
  const blank = content.slice(0, character).trim() === '' && (entry === undefined || entries.length === 0);
  if (entry === undefined && content.trim() !== '' && content.trimStart().startsWith('#')) {
    if (character > indentOf(content)) return null;
  }
  const column = entry?.column ?? (content.trim() === '' ? character : indentOf(content));
  if (entry === undefined && character < column) return null;
  const around = new LinesAround(lines, line, entries, entry ? own : -1);

  // What a value that begins with a bracket holds is told apart by signs rather than by lines.
  const chain = around.parents(column, entry?.key === null);
  const holders = [...(entry && (entry.key !== null || own === entries.length - 1) ? [{ line, entry }] : []), ...chain];
  for (const holder of holders.toReversed()) {
    if (!/^[[{]/.test(holder.entry.value)) continue;
    const start = { line: holder.line, character: holder.entry.valueColumn };
    if (holder.line === line && character <= start.character) continue;
    const found = flowPlace(lines, start, position, around.pathTo(holder.line, holder.entry), 'flow');
    if (found) return found;
  }
  const text = chain.find((parent) => /^[|>][-+0-9]*\s*(#.*)?$/.test(parent.entry.value));
  if (text && entry?.column !== 0) return blockText(content, position, around.pathTo(text.line, text.entry));

  if (entry === undefined || blank) return openPlace(content, position, column, around);
  return entryPlace(content, position, entry, own === entries.length - 1, around);
}

/** On a key, behind it, or behind a dash. */
function entryPlace(
  content: string,
  { line, character }: SourcePosition,
  entry: LineEntry,
  last: boolean,
  around: LinesAround,
): Place | null {
  const base = { style: 'block', dash: false } as const;
  const indent = entry.column - indentOf(content);
  if (entry.key !== null && character <= entry.keyEnd) {
    const quote = quoteOf(content.charAt(entry.column));
    const from = entry.column + quote.length;
    const to = Math.max(from, entry.keyEnd - quote.length);
    return {
      ...base,
      at: 'key',
      path: around.pathTo(line, entry).slice(0, -1),
      siblings: around.siblings(entry.column, entry),
      token: tokenOf(content, line, from, to, character, quote),
      keyed: true,
      tight: false,
      indent,
    };
  }
  if (!last) return null;
  const value = plainText(content, entry.valueColumn);
  if (character > value.end && value.comment) return null;
  const at = entry.key === null ? 'open' : 'value';
  const empty = value.start === value.end;
  const start = empty ? character : value.start;
  if (character < start) return null;
  const below = at === 'open' ? entry.valueColumn - indentOf(content) : indent;
  return {
    ...base,
    at,
    path: around.pathTo(line, entry),
    siblings: at === 'open' ? around.siblings(Math.max(entry.valueColumn, entry.column + 2), null) : new Map(),
    token: tokenOf(content, line, start, empty ? character : Math.max(value.end, character), character, value.quote),
    keyed: false,
    tight: entry.key !== null && content.charAt(character - 1) === ':' && empty,
    indent: below,
  };
}

/** On a line that has no key and no dash yet. */
function openPlace(
  content: string,
  { line, character }: SourcePosition,
  column: number,
  around: LinesAround,
): Place | null {
  const nearest = around.nearest(column);
  const value = plainText(content, indentOf(content));
  if (character > value.end && value.comment) return null;
  const empty = content.trim() === '';
  const token = empty
    ? tokenOf(content, line, character, character, character, '')
    : tokenOf(content, line, value.start, Math.max(value.end, character), character, value.quote);
  const base = { style: 'block', keyed: false, tight: false, dash: false, token } as const;
  // A new line is as far right as what is put there.
  const indent = 0;
  if (nearest === null) {
    return column === 0 || empty
      ? { ...base, at: 'open', path: [], siblings: around.siblings(column, null), indent }
      : null;
  }
  const { entry } = nearest;
  const path = around.pathTo(nearest.line, entry);
  if (entry.column === column && entry.key !== null) {
    return { ...base, at: 'key', path: path.slice(0, -1), siblings: around.siblings(column, null), indent };
  }
  if (entry.column === column) {
    const [parent] = around.parentsOf(nearest.line, entry);
    // A list may stand as far left as its key: then it is the key's neighbours that come here.
    if (parent && parent.entry.column === column) {
      const parentPath = around.pathTo(parent.line, parent.entry).slice(0, -1);
      return { ...base, at: 'key', path: parentPath, siblings: around.siblings(column, null), indent };
    }
    const index = path.at(-1);
    const next = [...path.slice(0, -1), typeof index === 'number' ? index + 1 : 0];
    return { ...base, at: 'open', path: next, siblings: new Map(), indent: 2, dash: true };
  }
  if (entry.value !== '' && !/^[&!]\S+$/.test(entry.value)) return null;
  return { ...base, at: 'open', path, siblings: around.siblings(column, null), indent };
}

/** A line of `body: |`. */
function blockText(content: string, { line, character }: SourcePosition, path: SourcePath): Place {
  return {
    at: 'value',
    path,
    siblings: new Map(),
    token: tokenOf(content, line, Math.min(indentOf(content), character), content.length, character, ''),
    style: 'block',
    keyed: false,
    tight: false,
    dash: false,
    indent: 0,
  };
}

function tokenOf(
  content: string,
  line: number,
  from: number,
  to: number,
  character: number,
  quote: Token['quote'],
): Token {
  const text = content.slice(from, to);
  const offset = Math.max(0, Math.min(text.length, character - from));
  return { text, offset, quote, start: { line, character: from }, end: { line, character: to } };
}

function quoteOf(sign: string): Token['quote'] {
  return sign === '"' || sign === "'" ? sign : '';
}
