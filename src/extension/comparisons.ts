import * as vscode from 'vscode';
import type { MissingRun, UiState } from '../../webview-ui/protocol.ts';
import { comparisonOf } from '../report/comparison-model.ts';
import type { NamedRun } from '../report/named-run.ts';
import { duration, percent } from '../report/format.ts';
import { runNameOf } from '../run/journal-file.ts';
import { copyComparison, exportComparison } from './comparison-export.ts';
import {
  ComparisonPanel,
  type ComparedJournals,
  type ComparisonActions,
  type ShownComparison,
} from './comparison-panel.ts';
import { COMPARISON_VIEW } from './names.ts';
import type { Results } from './results.ts';
import { comparisonRestoreOf, resultsFolder } from './results-html.ts';
import type { KeptRun, RunHistory } from './run-history.ts';
import type { RunTexts } from './run-texts.ts';
import type { Runs } from './runs.ts';
import type { ShownRun } from './shown-run.ts';
import { dateText } from './start-time.ts';
import { StoredRun } from './stored-run.ts';
import { uriExists } from './uri-exists.ts';

const UI_KEY = 'ui:comparison';

/** The tabs with runs side by side: one for each set of runs, restored after a reload. */
export class Comparisons implements vscode.WebviewPanelSerializer {
  readonly #extension: vscode.Uri;
  readonly #runs: Runs;
  readonly #results: Results;
  readonly #history: RunHistory;
  readonly #panels = new Set<ComparisonPanel>();
  readonly #actions: ComparisonActions;

  constructor(
    extension: vscode.Uri,
    runs: Runs,
    results: Results,
    history: RunHistory,
    texts: RunTexts,
    memory: vscode.Memento,
  ) {
    this.#extension = extension;
    this.#runs = runs;
    this.#results = results;
    this.#history = history;
    this.#actions = {
      load: (compared) => this.#load(compared),
      another: (journals) => this.#another(journals),
      openRun: (journal) => void vscode.commands.executeCommand('vscode.open', journal),
      diff: (before, after, file) => void texts.showChanges(before, after, file),
      export: (comparison, folder) => void exportComparison(comparison, folder, extension).then(undefined, showFailure),
      copy: (comparison) => void copyComparison(comparison).then(undefined, showFailure),
      keepUi: (state) => void memory.update(UI_KEY, state),
      ui: () => memory.get<UiState>(UI_KEY),
    };
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(COMPARISON_VIEW, this),
      this.#runs.onDidEnd(({ journal }) => {
        // A run that was compared while it went on is compared again, whole.
        const ended = runNameOf(journal.path);
        for (const panel of this.#panels)
          if (panel.compared.journals.some(({ path }) => runNameOf(path) === ended))
            void panel.show({ ...panel.compared });
      }),
    );
  }

  /** Of the tabs that are open. */
  get panels(): readonly ComparisonPanel[] {
    return [...this.#panels];
  }

  /** Shows runs side by side, in the tab that they have already. */
  show(compared: ComparedJournals): ComparisonPanel {
    const key = keyOf(compared);
    const open = this.panels.find((panel) => keyOf(panel.compared) === key);
    if (open) {
      open.panel.reveal();
      return open;
    }
    const panel = vscode.window.createWebviewPanel(
      COMPARISON_VIEW,
      'Comparison',
      vscode.ViewColumn.Active,
      this.#options(),
    );
    return this.#add(panel, compared);
  }

  /** Asks with which other runs to compare one, its baseline first, and shows them. */
  async showWith(run: Pick<ShownRun, 'journal'>): Promise<void> {
    const others = await this.#pick([run.journal], true);
    if (others.length > 0) this.show(inOrder([...others, ...this.#keptOf(run.journal)], run.journal));
  }

  /** Asks for all of them. */
  async showPicked(): Promise<void> {
    const runs = await this.#pick([], true);
    if (runs.length >= 2) this.show(inOrder(runs));
    else if (runs.length === 1 && runs[0]) await this.showWith(runs[0]);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    panel.webview.options = this.#options();
    const { journals, baselines } = comparisonRestoreOf(state);
    this.#add(panel, { journals: journals.map((text) => vscode.Uri.parse(text)), baselines });
    return Promise.resolve();
  }

  #add(panel: vscode.WebviewPanel, compared: ComparedJournals): ComparisonPanel {
    const shown = new ComparisonPanel(panel, this.#extension, compared, this.#actions);
    this.#panels.add(shown);
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extension, 'media', 'scenario-light.svg'),
      dark: vscode.Uri.joinPath(this.#extension, 'media', 'scenario-dark.svg'),
    };
    panel.onDidDispose(() => this.#panels.delete(shown));
    return shown;
  }

  #options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
    return { enableScripts: true, enableFindWidget: true, localResourceRoots: [resultsFolder(this.#extension)] };
  }

  async #load({ journals, baselines }: ComparedJournals): Promise<ShownComparison> {
    const read = await Promise.all(journals.map((journal) => this.#read(journal)));
    const there = read.flatMap((one) => ('run' in one ? [one] : []));
    const missing = read.flatMap((one) => ('why' in one ? [one] : []));
    // Of a baseline that is gone the next run takes the place, as long as there is one left to compare.
    const repeats = journals.slice(0, baselines).filter((journal) => there.some((one) => one.journal === journal));
    const left = Math.max(1, Math.min(repeats.length, there.length - 1));
    return {
      comparison: there.length < 2 ? null : comparisonOf(there, { baselines: left }),
      missing,
      journals: there.map(({ journal }) => journal),
      baselines: left,
    };
  }

  async #read(journal: vscode.Uri): Promise<(NamedRun & { readonly journal: vscode.Uri }) | MissingRun> {
    try {
      const { id, model } = this.#known(journal) ?? (await StoredRun.read(journal));
      const pinned = this.#keptOf(journal).some(({ baseline }) => baseline);
      return { name: id, run: model, pinned, journal };
    } catch (error) {
      const gone = !(await uriExists(journal));
      const why = gone ? 'its journal was deleted.' : error instanceof Error ? error.message : String(error);
      return { name: runNameOf(journal.path), why };
    }
  }

  /** A run that this window has in memory already. */
  #known(journal: vscode.Uri): ShownRun | undefined {
    const name = runNameOf(journal.path);
    const open = [...this.#runs.allRunning, ...this.#results.shownRuns];
    return open.find((run) => run.model.start !== null && runNameOf(run.journal.path) === name);
  }

  #keptOf(journal: vscode.Uri): readonly KeptRun[] {
    const name = runNameOf(journal.path);
    return this.#history.kept.filter((run) => runNameOf(run.journal.path) === name);
  }

  async #another(journals: readonly vscode.Uri[]): Promise<vscode.Uri | null> {
    const [picked] = await this.#pick(journals, false);
    return picked?.journal ?? null;
  }

  /** Of the same scenario first, and among those the baseline. */
  async #pick(beside: readonly vscode.Uri[], several: boolean): Promise<readonly KeptRun[]> {
    const taken = new Set(beside.map(({ path }) => runNameOf(path)));
    const scenarios = new Set(beside.flatMap((journal) => this.#keptOf(journal)).map(({ place }) => place));
    const others = this.#history.kept.filter(({ journal }) => !taken.has(runNameOf(journal.path)));
    if (others.length === 0) {
      void vscode.window.showInformationMessage('There is no other run to compare with.');
      return [];
    }
    const rank = (run: KeptRun): number => (scenarios.has(run.place) ? (run.baseline ? 0 : 1) : 2);
    const sorted = others.toSorted((a, b) => rank(a) - rank(b));
    const likely = mostLikely(sorted, scenarios, beside[0] && this.#keptOf(beside[0])[0]);
    const items = sorted.map((run) => ({ ...itemOf(run), picked: run === likely }));
    const title = beside.length === 0 ? 'Compare which runs?' : 'Compare with which run?';
    const options = { title, placeHolder: 'Newest first', matchOnDescription: true, matchOnDetail: true };
    if (!several) {
      const picked = await vscode.window.showQuickPick(items, options);
      return picked ? [picked.run] : [];
    }
    const picked = await vscode.window.showQuickPick(items, { ...options, canPickMany: true });
    return (picked ?? []).map(({ run }) => run);
  }
}

/**
 * The baseline first, then by time; of several scenarios' baselines those of the scenario with the oldest one. Without a baseline, the oldest run
 * is it. `last` is what was asked about.
 */
export function inOrder(runs: readonly KeptRun[], last?: vscode.Uri): ComparedJournals {
  const byTime = runs.toSorted((a, b) => a.summary.time - b.summary.time);
  const place = byTime.find(({ baseline }) => baseline)?.place;
  const pinned = byTime.filter((run) => run.baseline && run.place === place);
  const ordered = [...pinned, ...byTime.filter((run) => !pinned.includes(run))].map(({ journal }) => journal);
  // A journal that no list has is compared all the same.
  const listed = last === undefined || ordered.some(({ path }) => runNameOf(path) === runNameOf(last.path));
  const journals = listed ? ordered : [...ordered, last];
  return { journals, baselines: Math.max(1, Math.min(pinned.length, journals.length - 1)) };
}

/** What a run is compared with where nothing else is said: its scenario's baseline, else the one before it, else any of its scenario. */
function mostLikely(
  others: readonly KeptRun[],
  scenarios: ReadonlySet<string>,
  run: KeptRun | undefined,
): KeptRun | undefined {
  const own = others.filter(({ place }) => scenarios.has(place));
  const before = own.find(({ summary }) => run !== undefined && summary.time < run.summary.time);
  return own.find(({ baseline }) => baseline) ?? before ?? own[0];
}

function itemOf(run: KeptRun): vscode.QuickPickItem & { readonly run: KeptRun } {
  const { name, time, headline, requests, p95, failed } = run.summary;
  const figures = requests === 0 ? 'no requests' : `p95 ${duration(p95)} · ${percent(failed)} failed`;
  return {
    label: `${run.baseline ? '$(pinned) Baseline, ' : ''}${dateText(time)}`,
    description: `${name} · ${figures}`,
    detail: headline,
    run,
  };
}

function keyOf({ journals, baselines }: ComparedJournals): string {
  return [baselines, ...journals.map(({ path }) => runNameOf(path))].join('\n');
}

function showFailure(error: unknown): void {
  void vscode.window.showErrorMessage(
    `The comparison could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
}
