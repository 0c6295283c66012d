import * as vscode from 'vscode';
import type { ComparisonMessage, ComparisonRequest, MissingRun, UiState } from '../../webview-ui/protocol.ts';
import type { RunsComparison } from '../report/comparison-model.ts';
import { comparisonHtml } from './results-html.ts';

/** Runs by their journals. */
export interface ComparedJournals {
  readonly journals: readonly vscode.Uri[];
  /** How many of them, from the first on, are the baseline that the others are compared with. */
  readonly baselines: number;
}

/** What a panel shows. */
export interface ShownComparison extends ComparedJournals {
  readonly comparison: RunsComparison | null;
  readonly missing: readonly MissingRun[];
}

/** What a panel asks of the extension around it. */
export interface ComparisonActions {
  load(compared: ComparedJournals): Promise<ShownComparison>;
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
  #compared: ComparedJournals;
  #shown: ShownComparison | null = null;
  #ready = false;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    compared: ComparedJournals,
    actions: ComparisonActions,
  ) {
    this.panel = panel;
    this.#extension = extension;
    this.#compared = compared;
    this.#actions = actions;
    panel.webview.onDidReceiveMessage((message: unknown) => void this.#receive(message));
    void this.show(compared);
  }

  get compared(): ComparedJournals {
    return this.#compared;
  }

  /** null: still being read. */
  get shown(): ShownComparison | null {
    return this.#shown;
  }

  /** Compares other runs, or the same in another order or with another baseline. */
  async show(compared: ComparedJournals): Promise<void> {
    this.#compared = compared;
    this.#shown = null;
    this.#ready = false;
    // The page keeps by itself what it would be restored from: other runs are another page.
    this.panel.webview.html = comparisonHtml(this.panel.webview, this.#extension, {
      journals: compared.journals.map((journal) => journal.toString()),
      baselines: compared.baselines,
    });
    const shown = await this.#actions.load(compared);
    if (this.#compared !== compared) return;
    this.#shown = shown;
    this.panel.title = titleOf(shown.comparison);
    this.#send();
  }

  async #receive(raw: unknown): Promise<void> {
    const request = requestOf(raw);
    if (!request) return;
    const { comparison = null, journals = [], baselines = 1 } = this.#shown ?? {};
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
        if (another) await this.show({ journals: [...journals, another], baselines });
        break;
      }
      case 'open-run': {
        const journal = journals[request.run];
        if (journal) this.#actions.openRun(journal);
        break;
      }
      case 'set-first': {
        const first = journals[request.run];
        const others = journals.filter((journal) => journal !== first);
        if (first) await this.show({ journals: [first, ...others], baselines: 1 });
        break;
      }
      case 'leave-out':
        if (journals.length > 2) {
          const left = journals.filter((_, index) => index !== request.run);
          const fewer = request.run < baselines && baselines > 1 ? baselines - 1 : baselines;
          await this.show({ journals: left, baselines: Math.min(fewer, left.length - 1) });
        }
        break;
      case 'repeat': {
        const journal = journals[request.run];
        const others = journals.filter((other) => other !== journal);
        // It becomes the last repeat of the baseline, or the first of the others.
        const place = request.on ? baselines : baselines - 1;
        const next = request.on ? baselines + 1 : baselines - 1;
        if (!journal || next < 1 || next >= journals.length) break;
        await this.show({ journals: [...others.slice(0, place), journal, ...others.slice(place)], baselines: next });
        break;
      }
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
      this.#post({ type: 'comparison-loading', runs: this.#compared.journals.length });
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
    case 'repeat':
      return 'run' in raw && Number.isInteger(raw.run) && 'on' in raw
        ? { type: raw.type, run: Number(raw.run), on: raw.on === true }
        : null;
    case 'ui':
      return 'state' in raw && typeof raw.state === 'object' && raw.state !== null
        ? { type: 'ui', state: raw.state }
        : null;
    default:
      return null;
  }
}
