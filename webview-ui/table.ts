import { moveFocus, wantsOpen } from './arrow-keys.ts';
import { h, icon, nextId, setClass, setHidden, setText, type Child } from './dom.ts';

/** Columns of a higher tier appear as their area gets wider: 1 from 500 px, 2 from 620, 3 from 760, 4 from 900. */
export type Tier = 0 | 1 | 2 | 3 | 4;

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly tip?: string;
  readonly numeric?: boolean;
  readonly tier?: Tier;
  readonly className?: string;
  /** Present: the column sorts by it. */
  readonly value?: (row: Row) => number | string | null;
  /** The cell's text … */
  readonly text?: (row: Row) => string;
  /** … or the cell itself: made once for a row, its updater called with every new version of the row. */
  readonly cell?: (row: Row) => { readonly nodes: readonly Child[]; readonly update: (row: Row) => void };
}

export interface TableOptions<Row> {
  /** For screen readers. */
  readonly caption: string;
  readonly className: string;
  readonly columns: readonly Column<Row>[];
  /** Rows with the same key are the same row: it is updated in place, and keeps its details open. */
  readonly key: (row: Row) => string;
  /** The row in words, for those who hear the button that opens its details; else its key. */
  readonly title?: (row: Row) => string;
  readonly rowClass?: (row: Row) => string;
  /** Stays at the end whatever the order. */
  readonly pinned?: (row: Row) => boolean;
  readonly details?: (row: Row) => Details<Row> | null;
  readonly onRowClick?: (row: Row) => void;
}

export interface Details<Row> {
  readonly node: Node;
  readonly update: (row: Row) => void;
}

interface Entry<Row> {
  row: Row;
  readonly tr: HTMLTableRowElement;
  readonly updates: readonly ((row: Row) => void)[];
  readonly twistie: HTMLButtonElement | null;
  details: Details<Row> | null;
  detailRow: HTMLTableRowElement | null;
}

/** A table with keyed rows: an update touches the texts that changed, and never focus, scroll or what is unfolded. */
export class Table<Row> {
  readonly node: HTMLTableElement;
  readonly #options: TableOptions<Row>;
  readonly #body = h('tbody');
  readonly #entries = new Map<string, Entry<Row>>();
  readonly #heads = new Map<string, { readonly th: HTMLElement; readonly mark: HTMLElement }>();
  #rows: readonly Row[] = [];
  #order = '';
  #sort: { readonly key: string; readonly down: boolean } | null = null;

  constructor(options: TableOptions<Row>) {
    this.#options = options;
    this.node = h(
      'table',
      { class: `grid ${options.className}` },
      h('caption', { class: 'sr' }, options.caption),
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          options.columns.map((column) => this.#head(column)),
        ),
      ),
      this.#body,
    );
  }

  update(rows: readonly Row[]): void {
    this.#rows = rows;
    const ordered = this.#ordered(rows);
    const seen = new Set<string>();
    for (const row of ordered) {
      const key = this.#options.key(row);
      seen.add(key);
      const entry = this.#entries.get(key) ?? this.#create(key, row);
      entry.row = row;
      setClass(entry.tr, `row ${this.#options.rowClass?.(row) ?? ''}`.trim());
    }
    for (const [key, entry] of this.#entries) {
      if (seen.has(key)) continue;
      entry.tr.remove();
      entry.detailRow?.remove();
      this.#entries.delete(key);
    }
    this.#place(ordered.map((row) => this.#options.key(row)));
    // In the document by now: what a cell draws may depend on whether it is seen.
    for (const entry of this.#entries.values()) {
      for (const update of entry.updates) update(entry.row);
      if (entry.detailRow?.hidden === false) entry.details?.update(entry.row);
    }
  }

  /** Unfolds a row and puts the focus on it; false where there is no such row. */
  reveal(key: string): boolean {
    const entry = this.#entries.get(key);
    if (!entry?.twistie) return false;
    this.#unfold(entry, true);
    entry.tr.scrollIntoView({ block: 'center' });
    entry.twistie.focus({ preventScroll: true });
    return true;
  }

  #head(column: Column<Row>): HTMLElement {
    const attributes = { scope: 'col', title: column.tip };
    if (!column.value) return h('th', { class: classOf(column), attributes }, column.title);
    const mark = icon('blank');
    const button = h(
      'button',
      { class: 'sort', attributes: { type: 'button', title: column.tip }, on: { click: () => this.#sortBy(column) } },
      ...(column.numeric ? [mark, column.title] : [column.title, mark]),
    );
    const th = h('th', { class: classOf(column), attributes: { scope: 'col', 'aria-sort': 'none' } }, button);
    this.#heads.set(column.key, { th, mark });
    return th;
  }

  /** First the way one wants it most (big numbers, A to Z), then the other way, then the table's own order. */
  #sortBy(column: Column<Row>): void {
    const first = column.numeric === true;
    const current = this.#sort?.key === column.key ? this.#sort : null;
    this.#sort =
      current === null
        ? { key: column.key, down: first }
        : current.down === first
          ? { key: column.key, down: !first }
          : null;
    for (const [key, { th, mark }] of this.#heads) {
      const on = this.#sort?.key === key;
      th.setAttribute('aria-sort', on ? (this.#sort?.down ? 'descending' : 'ascending') : 'none');
      setClass(mark, `codicon codicon-${on ? (this.#sort?.down ? 'arrow-down' : 'arrow-up') : 'blank'}`);
    }
    this.update(this.#rows);
  }

  #ordered(rows: readonly Row[]): Row[] {
    const pinned = this.#options.pinned ?? (() => false);
    const free = rows.filter((row) => !pinned(row));
    const value = this.#options.columns.find(({ key }) => key === this.#sort?.key)?.value;
    if (value) {
      const direction = this.#sort?.down ? -1 : 1;
      free.sort((a, b) => direction * compare(value(a), value(b)));
    }
    return [...free, ...rows.filter(pinned)];
  }

  #place(keys: readonly string[]): void {
    const order = keys.join('\n');
    if (order === this.#order) return;
    this.#order = order;
    for (const key of keys) {
      const entry = this.#entries.get(key);
      if (!entry) continue;
      this.#body.append(entry.tr);
      if (entry.detailRow) this.#body.append(entry.detailRow);
    }
  }

  #create(key: string, row: Row): Entry<Row> {
    const { columns, details, onRowClick, title } = this.#options;
    const made = details?.(row) ?? null;
    const twistie = made
      ? h(
          'button',
          {
            class: 'twistie',
            attributes: { type: 'button', 'aria-expanded': 'false', 'aria-label': `Details of ${title?.(row) ?? key}` },
          },
          icon('chevron-right'),
        )
      : null;
    const updates: ((row: Row) => void)[] = [];
    const cells = columns.map((column, index) => {
      const first = index === 0;
      const cell = h(first ? 'th' : 'td', { class: classOf(column), attributes: { scope: first ? 'row' : null } });
      if (first && details) cell.append(twistie ?? h('span', { class: 'twistie' }));
      if (column.cell) {
        const { nodes, update } = column.cell(row);
        for (const node of nodes) if (node) cell.append(node);
        updates.push(update);
      } else if (column.text) {
        const { text } = column;
        const slot = h('span');
        cell.append(slot);
        updates.push((next) => setText(slot, text(next)));
      }
      return cell;
    });
    const entry: Entry<Row> = { row, tr: h('tr', null, cells), updates, twistie, details: made, detailRow: null };
    twistie?.addEventListener('click', () => this.#unfold(entry));
    twistie?.addEventListener('keydown', (event) => {
      const open = wantsOpen(event);
      if (open !== null) this.#unfold(entry, open);
      moveFocus(event, this.#body.querySelectorAll<HTMLElement>(':scope > .row .twistie'));
    });
    entry.tr.addEventListener('click', (event) => {
      // A click on a control is the control's; one that ends a selection of text is none.
      if (event.target instanceof Element && event.target.closest('button, a')) return;
      if (document.getSelection()?.isCollapsed === false) return;
      if (twistie) this.#unfold(entry);
      else onRowClick?.(entry.row);
    });
    this.#entries.set(key, entry);
    return entry;
  }

  #unfold(entry: Entry<Row>, force?: boolean): void {
    const { details, twistie } = entry;
    if (!details || !twistie) return;
    const open = force ?? entry.detailRow?.hidden ?? true;
    if (!entry.detailRow) {
      const id = nextId('details');
      const cell = h('td', { attributes: { colspan: this.#options.columns.length } }, details.node);
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape') return;
        // Back to where it was opened; what Escape means elsewhere in the view waits for the next.
        event.stopPropagation();
        this.#unfold(entry, false);
        twistie.focus();
      };
      entry.detailRow = h('tr', { class: 'detail', attributes: { id }, on: { keydown: onKey } }, cell);
      twistie.setAttribute('aria-controls', id);
      entry.tr.after(entry.detailRow);
    }
    setHidden(entry.detailRow, !open);
    twistie.setAttribute('aria-expanded', String(open));
    const mark = twistie.firstElementChild;
    if (mark) setClass(mark, `codicon codicon-chevron-${open ? 'down' : 'right'}`);
    if (open) details.update(entry.row);
  }
}

function classOf<Row>({ numeric, tier, className }: Column<Row>): string {
  return [numeric ? 'num' : '', tier ? `t${tier}` : '', className ?? ''].filter(Boolean).join(' ');
}

/** What is not there comes first, so that it is last where the big ones lead. */
function compare(a: number | string | null, b: number | string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
