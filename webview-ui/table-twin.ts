import { h, icon, setHidden, toggleButton, type Child } from './dom.ts';

/** A drawing and, behind a button, a table of the same figures: nothing is said by a drawing alone. */
export class TableTwin {
  readonly node = h('div', { class: 'twin', attributes: { tabindex: 0, hidden: true } });
  readonly button: HTMLButtonElement;

  /** `name`: of what is drawn. `onSwitch`: one of the two is shown now that was not before. */
  constructor(name: string, drawing: HTMLElement, onSwitch: () => void = () => undefined) {
    this.button = toggleButton(`${name} as a table`, icon('table'), (on) => {
      setHidden(drawing, on);
      setHidden(this.node, !on);
      onSwitch();
    });
  }

  get tableShown(): boolean {
    return !this.node.hidden;
  }

  /** null: there are no figures. */
  fill(table: HTMLTableElement | null): void {
    this.node.replaceChildren(...(table ? [table] : []));
  }
}

export interface FigureTable {
  /** For screen readers. */
  readonly caption: string;
  readonly className?: string;
  readonly heads: readonly string[];
  /** The first cell of each says what its figures are of. */
  readonly rows: readonly (readonly (Child | readonly Child[])[])[];
  /** The first cells are words, no figures. */
  readonly named?: boolean;
}

/** A table of figures as it stands: it is made anew where they change. */
export function figureTable({ caption, className = '', heads, rows, named = false }: FigureTable): HTMLTableElement {
  const rowHead = { ...(named ? {} : { class: 'num' }), attributes: { scope: 'row' } };
  return h(
    'table',
    { class: `grid ${className}`.trim() },
    h('caption', { class: 'sr' }, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        heads.map((text) =>
          text === '' ? h('td', { class: 'num' }) : h('th', { class: 'num', attributes: { scope: 'col' } }, text),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map(([first, ...rest]) =>
        h(
          'tr',
          null,
          h('th', rowHead, first),
          rest.map((content) => h('td', { class: 'num' }, content)),
        ),
      ),
    ),
  );
}
