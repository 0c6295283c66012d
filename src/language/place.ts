import type { SourcePath } from '../scenario/source.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { flowPlace } from './flow-place.ts';
import { indentOf, lineEntries, plainText, type LineEntry } from './yaml-lines.ts';

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
  const around = new Around(lines, line, entries, entry ? own : -1);

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
  around: Around,
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
function openPlace(content: string, { line, character }: SourcePosition, column: number, around: Around): Place | null {
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

interface Holder {
  readonly line: number;
  readonly entry: LineEntry;
}

/** The lines around a position, read as far as they matter. */
class Around {
  readonly #lines: readonly string[];
  readonly #line: number;
  /** Of the position's line. */
  readonly #entries: readonly LineEntry[];
  readonly #own: number;

  constructor(lines: readonly string[], line: number, entries: readonly LineEntry[], own: number) {
    this.#lines = lines;
    this.#line = line;
    this.#entries = entries;
    this.#own = own;
  }

  /** What holds something at a column, the innermost first. */
  parents(column: number, isItem: boolean): Holder[] {
    return this.#parentsAbove(this.#line, this.#own, column, isItem);
  }

  parentsOf(line: number, entry: LineEntry): Holder[] {
    return this.#parentsAbove(line, this.#indexOf(line, entry), entry.column, entry.key === null);
  }

  /** The key or dash above that is not further right than a column. */
  nearest(column: number): Holder | null {
    for (const holder of this.#above(this.#line, 0, column)) if (holder.entry.column <= column) return holder;
    return null;
  }

  /** Keys and indexes from the root to what an entry holds. */
  pathTo(line: number, entry: LineEntry): (string | number)[] {
    const path: (string | number)[] = [];
    let column = entry.column;
    let index = entry.key === null ? 0 : null;
    if (entry.key !== null) path.unshift(entry.key);
    for (const { entry: above } of this.#above(line, this.#indexOf(line, entry), column)) {
      if (index !== null && above.key === null && above.column === column) index++;
      else if (index !== null && above.key !== null && above.column <= column) {
        path.unshift(above.key, index);
        index = null;
        column = above.column;
      } else if (above.column < column) {
        if (index !== null) path.unshift(index);
        if (above.key === null) index = 0;
        else {
          path.unshift(above.key);
          index = null;
        }
        column = above.column;
      }
      if (column === 0 && index === null) break;
    }
    if (index !== null) path.unshift(index);
    return path;
  }

  /** The keys at a column of the map that the position is in, but for the one at the position. */
  siblings(column: number, except: LineEntry | null): Map<string, string> {
    const found = new Map<string, string>();
    const add = (entry: LineEntry): void => {
      if (entry.key === null || entry === except) return;
      found.set(entry.key, plainText(entry.value, 0).text);
    };
    const own = this.#entries.filter((entry) => entry.column === column && entry !== except);
    own.forEach(add);
    const from = this.#own >= 0 ? this.#own : 0;
    for (const { entry } of this.#above(this.#line, from, column)) {
      if (entry.column < column) break;
      if (entry.column === column) add(entry);
    }
    for (let line = this.#line + 1; line < this.#lines.length; line++) {
      const content = this.#lines[line] ?? '';
      const indent = indentOf(content);
      if (indent > column || content.trim() === '') continue;
      if (content.charAt(indent) === '#') continue;
      if (indent < column) break;
      const [entry] = lineEntries(content);
      if (entry) add(entry);
    }
    return found;
  }

  #parentsAbove(line: number, index: number, start: number, item: boolean): Holder[] {
    const found: Holder[] = [];
    let column = start;
    let isItem = item;
    for (const holder of this.#above(line, index, column)) {
      const { entry } = holder;
      const isParent = isItem && entry.key !== null ? entry.column <= column : entry.column < column;
      if (!isParent) continue;
      found.push(holder);
      column = entry.column;
      isItem = entry.key === null;
      if (column === 0 && !isItem) break;
    }
    return found;
  }

  /** Entries before one, the nearest first; lines that stand further right than `column` at the start are left out unread. */
  *#above(line: number, index: number, column: number): Generator<Holder, void, undefined> {
    let limit = column;
    const before = (line === this.#line ? this.#entries : lineEntries(this.#lines[line] ?? '')).slice(
      0,
      Math.max(0, index),
    );
    for (const entry of before.toReversed()) {
      yield { line, entry };
      limit = Math.min(limit, entry.column);
    }
    for (let at = line - 1; at >= 0; at--) {
      const content = this.#lines[at] ?? '';
      const indent = indentOf(content);
      if (indent > limit || indent === content.length || content.charAt(indent) === '#') continue;
      const entries = lineEntries(content);
      for (const entry of entries.toReversed()) yield { line: at, entry };
      const [first] = entries;
      if (first) limit = Math.min(limit, first.column);
    }
  }

  #indexOf(line: number, entry: LineEntry): number {
    const entries = line === this.#line ? this.#entries : lineEntries(this.#lines[line] ?? '');
    return entries.findIndex(({ column, key }) => column === entry.column && key === entry.key);
  }
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
