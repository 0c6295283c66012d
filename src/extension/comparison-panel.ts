import * as vscode from 'vscode';
import type { ComparisonMessage, ComparisonRequest, MissingRun, UiState } from '../../webview-ui/protocol.ts';
import type { RunsComparison } from '../report/comparison-model.ts';
import { comparisonHtml } from './results-html.ts';

/** What a panel shows: runs by their journals, the first of which the others are compared with. */
export interface ShownComparison {
  readonly comparison: RunsComparison | null;
  readonly missing: readonly MissingRun[];
  /** Of the runs of `comparison`, in its order. */
  readonly journals: readonly vscode.Uri[];
}

/** What a panel asks of the extension around it. */
export interface ComparisonActions {
  load(journals: readonly vscode.Uri[]): Promise<ShownComparison>;
  /** Asks with which; null: with none. */
  another(journals: readonly vscode.Uri[]): Promise<vscode.Uri | null>;
  openRun(journal: vscode.Uri): void;
  diff(before: vscode.Uri, after: vscode.Uri, file: string): void;
  export(comparison: RunsComparison, folder: vscode.Uri): void;
  copy(comparison: RunsComparison): void;
  keepUi(state: UiState): void;
  ui(): UiState | undefined;
}

/** One tab with runs side by side. What it shows stays here: a tab that was hidden gets it again without a journal being read. */
export class ComparisonPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #extension: vscode.Uri;
  readonly #actions: ComparisonActions;
  #journals: readonly vscode.Uri[];
  #shown: ShownComparison | null = null;
  #ready = false;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    journals: readonly vscode.Uri[],
    actions: ComparisonActions,
  ) {
    this.panel = panel;
    this.#extension = extension;
    this.#journals = journals;
    this.#actions = actions;
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#receive(message));
    void this.show(journals);
  }

  get journals(): readonly vscode.Uri[] {
    return this.#journals;
  }

  /** null: still being read. */
  get shown(): ShownComparison | null {
    return this.#shown;
  }

  /** Compares other runs, or the same in another order. */
  async show(journals: readonly vscode.Uri[]): Promise<void> {
    this.#journals = journals;
    this.#shown = null;
    this.#ready = false;
    // The page keeps by itself what it would be restored from: other runs are another page.
    this.panel.webview.html = comparisonHtml(this.panel.webview, this.#extension, {
      journals: journals.map((journal) => journal.toString()),
    });
    const shown = await this.#actions.load(journals);
    if (this.#journals !== journals) return;
    this.#shown = shown;
    this.panel.title = titleOf(shown.comparison);
    this.#send();
  }

  async #receive(raw: unknown): Promise<void> {
    const request = requestOf(raw);
    if (!request) return;
    const { comparison = null, journals = [] } = this.#shown ?? {};
    switch (request.type) {
      case 'ready':
        this.#ready = true;
        this.#send();
        break;
      case 'ui':
        this.#actions.keepUi(request.state);
        break;
      case 'export':
        if (comparison && journals[0]) this.#actions.export(comparison, vscode.Uri.joinPath(journals[0], '..'));
        break;
      case 'copy':
        if (comparison) this.#actions.copy(comparison);
        break;
      case 'add-run': {
        const another = await this.#actions.another(journals);
        if (another) await this.show([...journals, another]);
        break;
      }
      case 'open-run': {
        const journal = journals[request.run];
        if (journal) this.#actions.openRun(journal);
        break;
      }
      case 'set-first': {
        const first = journals[request.run];
        if (first) await this.show([first, ...journals.filter((journal) => journal !== first)]);
        break;
      }
      case 'leave-out':
        if (journals.length > 2) await this.show(journals.filter((_, index) => index !== request.run));
        break;
      case 'diff': {
        const [before, after] = [journals[0], journals[request.run]];
        const file = comparison?.runs[request.run]?.file ?? '';
        if (before && after) this.#actions.diff(before, after, file.slice(file.lastIndexOf('/') + 1));
        break;
      }
    }
  }

  #send(): void {
    if (!this.#ready) return;
    const { comparison, missing } = this.#shown ?? {};
    const ui = this.#actions.ui();
    if (comparison === undefined || missing === undefined)
      this.#post({ type: 'comparison-loading', runs: this.#journals.length });
    else this.#post({ type: 'comparison', comparison, missing, ...(ui ? { ui } : {}) });
  }

  #post(message: ComparisonMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

function titleOf(comparison: RunsComparison | null): string {
  if (!comparison) return 'Comparison';
  const { runs, title } = comparison;
  return runs.length === 2 ? `Comparison: ${title}` : `Comparison: ${title} (${runs.length} runs)`;
}

/** A request of the view; what is none is left aside. */
function requestOf(raw: unknown): ComparisonRequest | null {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null;
  switch (raw.type) {
    case 'ready':
    case 'export':
    case 'copy':
    case 'add-run':
      return { type: raw.type };
    case 'open-run':
    case 'set-first':
    case 'leave-out':
    case 'diff':
      return 'run' in raw && Number.isInteger(raw.run) ? { type: raw.type, run: Number(raw.run) } : null;
    case 'ui':
      return 'state' in raw && typeof raw.state === 'object' && raw.state !== null
        ? { type: 'ui', state: raw.state }
        : null;
    default:
      return null;
  }
}
