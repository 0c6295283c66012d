import type { RunModel, TimeWindow } from '../src/run/model.ts';
import type { Section } from './section.ts';
import type { UiState, ViewMessage, ViewState } from './protocol.ts';
import type { Colors } from './theme.ts';

/** What the view's parts know of each other: the run, the selected window, and what they can ask for. */
export interface ViewContext {
  readonly root: HTMLElement;
  readonly run: RunModel;
  readonly state: ViewState;
  /** Whether there is an editor behind the view; a report has none. */
  readonly hosted: boolean;
  readonly canRun: boolean;
  /** Whether the load of the run, while it goes on, can be changed. */
  readonly canChange: boolean;
  /** As the reader left the view. */
  readonly ui: UiState;
  /** null: the whole run. */
  readonly window: TimeWindow | null;
  readonly colors: Colors;
  post(message: ViewMessage): void;
  setWindow(window: TimeWindow | null): void;
  /** Opens the errors section at the row with this key and focuses it. */
  showExchange(key: string): void;
  showGenerator(): void;
  keepUi(part: UiState): void;
  collapseAll(): void;
  /** A section that opens as the reader left it. */
  section(id: string, title: string, open?: boolean): Section;
}

/** A part of the view that reads the whole run. */
export interface Part {
  readonly node: HTMLElement;
  update(): void;
}

export type { UiState };
