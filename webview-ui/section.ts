import { moveFocus, wantsOpen } from './arrow-keys.ts';
import { h, icon, nextId, setText } from './dom.ts';

/** A collapsible part of the view: its header says what is inside also while it is closed. */
export interface Section {
  readonly id: string;
  readonly node: HTMLElement;
  readonly body: HTMLElement;
  /** Holds the chip of the selected window. */
  readonly chip: HTMLElement;
  readonly open: boolean;
  summary(text: string): void;
  /** Asked for by the reader: `onToggle` hears of it. */
  toggle(open?: boolean): void;
}

export interface SectionOptions {
  readonly open: boolean;
  /** Of a choice of the reader, once the body is shown or hidden. */
  readonly onToggle: (section: Section) => void;
}

export function createSection(id: string, title: string, { open, onToggle }: SectionOptions): Section {
  const headId = nextId('head');
  const bodyId = nextId('body');
  const summary = h('span', { class: 'sec-summary' });
  const button = h(
    'button',
    {
      class: 'sec-toggle',
      attributes: { type: 'button', 'aria-expanded': String(open), 'aria-controls': bodyId },
      on: {
        click: () => section.toggle(),
        keydown: (event) => {
          const open = wantsOpen(event);
          if (open !== null) section.toggle(open);
          moveFocus(event, node.parentElement?.closest('.rw')?.querySelectorAll<HTMLElement>('.sec-toggle') ?? []);
        },
      },
    },
    icon('chevron-down'),
    h('span', { class: 'sec-title', attributes: { id: headId } }, title),
    summary,
  );
  const chip = h('span', { class: 'sec-chip' });
  // until-found: find-in-page opens a closed section that holds the text.
  const body = h('div', { class: 'sec-body', attributes: { id: bodyId } });
  const node = h(
    'section',
    { class: 'sec', attributes: { id, 'aria-labelledby': headId } },
    h('h2', { class: 'sec-head' }, button, chip),
    body,
  );
  const show = (next: boolean): void => {
    if (next) body.removeAttribute('hidden');
    else body.setAttribute('hidden', 'until-found');
    node.classList.toggle('collapsed', !next);
    button.setAttribute('aria-expanded', String(next));
  };
  const section: Section = {
    id,
    node,
    body,
    chip,
    get open() {
      return !body.hasAttribute('hidden');
    },
    summary: (text) => setText(summary, text),
    toggle(force) {
      const next = force ?? !section.open;
      if (next === section.open) return;
      show(next);
      onToggle(section);
    },
  };
  body.addEventListener('beforematch', () => {
    show(true);
    onToggle(section);
  });
  show(open);
  return section;
}
