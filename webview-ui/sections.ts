import { h, icon, setText, textButton } from './dom.ts';
import type { UiState } from './protocol.ts';
import { createSection, type Section } from './section.ts';
import { clockRange } from '../src/report/format.ts';
import type { TimeWindow } from '../src/run/model.ts';

export interface SectionsOptions {
  /** As the reader left the view before. */
  readonly ui: UiState;
  /** Gets all choices whenever one of them changes. */
  readonly keep: (ui: UiState) => void;
  /** What is shown without a window, as a sentence has it: `the whole run`. */
  readonly whole: string;
  /** Ids of the sections that a window changes nothing in. */
  readonly unwindowed: readonly string[];
  readonly onToggle: () => void;
  /** Another window was selected, or none. */
  readonly onWindow: () => void;
}

/** The sections of a view as the reader has them: open or closed, of all of the time or of a window. */
export class Sections {
  /** Says which window is shown, for who hears it. */
  readonly spoken = h('div', { class: 'sr', attributes: { 'aria-live': 'polite' } });
  readonly #options: SectionsOptions;
  #all: Section[] = [];
  #ui: UiState;
  #window: TimeWindow | null = null;

  constructor(options: SectionsOptions) {
    this.#options = options;
    this.#ui = options.ui;
  }

  /** Choices of the reader that outlive the view. */
  get ui(): UiState {
    return this.#ui;
  }

  /** null: all of the time. */
  get window(): TimeWindow | null {
    return this.#window;
  }

  /** Others are about to be made, over all of the time. `ui`: what the host knows of the reader's choices. */
  begin(ui: UiState = {}): void {
    this.#all = [];
    this.#window = null;
    this.#ui = { ...this.#ui, ...ui };
  }

  /** Opens as the reader left it. */
  create(id: string, title: string, open = true): Section {
    const section = createSection(id, title, {
      open: this.#ui.open?.[id] ?? open,
      onToggle: (toggled) => {
        this.keepUi({ open: { ...this.#ui.open, [id]: toggled.open } });
        this.#options.onToggle();
      },
    });
    this.#all.push(section);
    return section;
  }

  collapseAll(): void {
    for (const section of this.#all) section.toggle(false);
  }

  keepUi(part: UiState): void {
    this.#ui = { ...this.#ui, ...part };
    this.#options.keep(this.#ui);
  }

  /** null: back to all of the time. Sections that follow the window carry its chip. */
  setWindow(window: TimeWindow | null): void {
    const { whole, unwindowed, onWindow } = this.#options;
    this.#window = window;
    const range = window && clockRange(window.fromMs, window.toMs);
    setText(this.spoken, `Tables and charts show ${range ?? whole}`);
    for (const { id, chip } of this.#all) {
      if (unwindowed.includes(id)) continue;
      const back = (): void => this.setWindow(null);
      chip.replaceChildren(
        ...(range === null
          ? []
          : [textButton('chip', `Back to ${whole} (Escape)`, back, `window ${range}`, icon('close'))]),
      );
    }
    onWindow();
  }

  /** Escape goes back to all of the time. */
  listen(root: HTMLElement): void {
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#window) this.setWindow(null);
    });
  }
}
