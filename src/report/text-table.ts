/** Rows in columns of a terminal, and what becomes of them where it is narrow. */
import { displayWidth, fold, pad, truncate, type Paint } from './text-layout.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /**
   * Gives way when the table is wider than the terminal: its texts are cut, or go on in further lines. One column does; where it would be
   * left with too little, it gets a line of its own above the others.
   */
  readonly tooWide?: 'cut' | 'fold';
  /** Left out where there is no room for it; those with the highest number first. */
  readonly spare?: number;
  /** Stands behind the title of the last column that has one. */
  readonly unit?: string;
}

export interface Cell {
  readonly text: string;
  /** Gets the text as it is printed: cut and padded. */
  readonly paint?: Paint;
}

const GAP = 2;
const INDENT = 2;
/** With less, names cannot be told apart. */
const NARROWEST = 16;

const asIs: Paint = (text) => text;

/** A head and its rows, each at most `width` columns, without spaces at the ends of lines. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paintHead: Paint,
): string[] {
  const whole = new Grid(columns, rows, paintHead);
  for (let grid: Grid | null = whole; grid; grid = grid.withoutSpare()) {
    const lines = grid.sideBySide(width);
    if (lines) return lines;
  }
  return whole.stacked(width);
}

class Grid {
  readonly #columns: readonly Column[];
  readonly #rows: readonly (readonly Cell[])[];
  readonly #paintHead: Paint;
  readonly #head: readonly Cell[];
  readonly #natural: readonly number[];
  /** Of the column that gives way. */
  readonly #giving: number;

  constructor(columns: readonly Column[], rows: readonly (readonly Cell[])[], paintHead: Paint) {
    this.#columns = columns;
    this.#rows = rows;
    this.#paintHead = paintHead;
    const last = columns.findLastIndex(({ unit }) => unit !== undefined);
    this.#head = columns.map(({ title, unit }, index) => ({
      text: index === last ? `${title}, ${unit ?? ''}` : title,
      paint: paintHead,
    }));
    this.#natural = this.#head.map((head, index) =>
      Math.max(displayWidth(head.text), ...rows.map((row) => displayWidth(row[index]?.text ?? ''))),
    );
    this.#giving = columns.findIndex(({ tooWide }) => tooWide !== undefined);
  }

  /** Without the column that can be missed most; null where all are needed. */
  withoutSpare(): Grid | null {
    const most = Math.max(0, ...this.#columns.map(({ spare = 0 }) => spare));
    return most === 0 ? null : this.#of((column) => column.spare !== most);
  }

  /** null: too little would be left of the column that gives way. */
  sideBySide(width: number): string[] | null {
    const excess = this.#width() - width;
    if (excess <= 0) return this.#lines(this.#natural);
    const own = this.#natural[this.#giving] ?? 0;
    if (own - excess < Math.min(own, NARROWEST)) return null;
    return this.#lines(this.#natural.with(this.#giving, own - excess));
  }

  /** The column that gives way and what is before it in a line, the others below it. */
  stacked(width: number): string[] {
    const above = this.#of((_, index) => index <= this.#giving);
    let below = this.#of((_, index) => index > this.#giving);
    const under = above.#width() - (above.#natural.at(-1) ?? 0);
    for (let less: Grid | null = below; less; less = less.withoutSpare()) {
      below = less;
      if (less.#width() + INDENT <= width) break;
    }
    const indent = under > 0 && under + below.#width() <= width ? under : INDENT;
    const name = Math.min(above.#natural.at(-1) ?? 0, Math.max(NARROWEST, width - under));
    const widths = above.#natural.with(-1, name);
    const isLoose = indent + below.#width() > width;
    const rest = (cells: readonly Cell[]): string[] =>
      (isLoose ? packed(cells, width - indent) : [below.#print(cells, below.#natural)]).map(
        (line) => ' '.repeat(indent) + line,
      );
    const both = (upper: readonly Cell[], lower: readonly Cell[]): string[] => [
      ...(upper.some(({ text }) => text !== '') ? above.#row(upper, widths) : []),
      ...rest(lower),
    ];
    return [
      ...both(above.#head, below.#head),
      ...above.#rows.flatMap((row, index) => both(row, below.#rows[index] ?? [])),
    ];
  }

  #of(isKept: (column: Column, index: number) => boolean): Grid {
    const kept = this.#columns.map(isKept);
    const only = <T>(list: readonly T[]): T[] => list.filter((_, index) => kept[index]);
    return new Grid(only(this.#columns), this.#rows.map(only), this.#paintHead);
  }

  #width(): number {
    return this.#natural.reduce((sum, one) => sum + one, Math.max(0, GAP * (this.#columns.length - 1)));
  }

  #lines(widths: readonly number[]): string[] {
    return [this.#print(this.#head, widths), ...this.#rows.flatMap((row) => this.#row(row, widths))];
  }

  /** With further lines where a text is folded. */
  #row(cells: readonly Cell[], widths: readonly number[]): string[] {
    const index = this.#columns.findIndex(({ tooWide }) => tooWide === 'fold');
    const cell = cells[index];
    if (!cell) return [this.#print(cells, widths)];
    const [first = '', ...more] = fold(cell.text, widths[index] ?? 0);
    const rest = more.map((text) => cells.map((_, other) => (other === index ? { ...cell, text } : { text: '' })));
    return [cells.with(index, { ...cell, text: first }), ...rest].map((line) => this.#print(line, widths));
  }

  #print(cells: readonly Cell[], widths: readonly number[]): string {
    const filled = cells.findLastIndex(({ text }) => text !== '');
    return cells
      .slice(0, filled + 1)
      .map(({ text, paint = asIs }, index) => {
        const own = widths[index] ?? 0;
        const cut = truncate(text, own);
        const align = this.#columns[index]?.align ?? 'left';
        return paint(index === filled && align === 'left' ? cut : pad(cut, own, align));
      })
      .join(' '.repeat(GAP));
  }
}

/** Cells one after the other, as many in a line as have room: where not even figures fit into columns. */
function packed(cells: readonly Cell[], width: number): string[] {
  const lines: string[] = [];
  let [line, used] = ['', 0];
  for (const { text, paint = asIs } of cells) {
    if (text === '') continue;
    const cut = truncate(text, width);
    const own = displayWidth(cut);
    if (used > 0 && used + GAP + own > width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += (used > 0 ? ' '.repeat(GAP) : '') + paint(cut);
    used += (used > 0 ? GAP : 0) + own;
  }
  return [...lines, line];
}
