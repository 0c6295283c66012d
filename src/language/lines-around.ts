import { indentOf, lineEntries, plainText, type LineEntry } from './yaml-lines.ts';

interface Holder {
  readonly line: number;
  readonly entry: LineEntry;
}

/** The lines around a position, read as far as they matter. */
export class LinesAround {
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
