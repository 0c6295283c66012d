import * as vscode from 'vscode';
import { duration, percent, rate } from '../report/format.ts';
import type { Tone } from '../report/words.ts';
import { inOrder, type Comparisons } from './comparisons.ts';
import { Command, HISTORY_VIEW } from './names.ts';
import type { Results } from './results.ts';
import type { KeptRun, RunHistory } from './run-history.ts';
import type { RunTexts } from './run-texts.ts';
import type { ShownRun } from './shown-run.ts';
import { dateText } from './start-time.ts';

interface ScenarioNode {
  readonly kind: 'scenario';
  readonly title: string;
  readonly runs: readonly KeptRun[];
}
type HistoryNode = ScenarioNode | { readonly kind: 'run'; readonly run: KeptRun };

/** The icons of the Testing view, so that a verdict looks alike wherever it stands. */
const ICONS: Readonly<Record<Tone, readonly [icon: string, color: string]>> = {
  idle: ['circle-outline', 'testing.iconUnset'],
  running: ['sync', 'testing.iconQueued'],
  pass: ['pass', 'testing.iconPassed'],
  warn: ['warning', 'list.warningForeground'],
  fail: ['error', 'testing.iconFailed'],
  interrupted: ['circle-slash', 'testing.iconSkipped'],
};
const BARS = '▁▂▃▄▅▆▇█';
const BARS_AT_MOST = 12;

/** Runs by scenario in the Testing side bar: verdict, figures, baseline; to open and to compare. */
export class HistoryView implements vscode.TreeDataProvider<HistoryNode> {
  readonly #history: RunHistory;
  readonly #results: Results;
  readonly #comparisons: Comparisons;
  readonly #texts: RunTexts;

  readonly onDidChangeTreeData: vscode.Event<void>;

  constructor(history: RunHistory, results: Results, comparisons: Comparisons, texts: RunTexts) {
    this.#history = history;
    this.#results = results;
    this.#comparisons = comparisons;
    this.#texts = texts;
    this.onDidChangeTreeData = history.onDidChange;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (runs: readonly KeptRun[]) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, (node: unknown, selected: unknown) =>
        call(this.#runsOf(node, selected)),
      );
    return vscode.Disposable.from(
      vscode.window.createTreeView(HISTORY_VIEW, {
        treeDataProvider: this,
        canSelectMany: true,
        showCollapseAll: true,
      }),
      on(Command.compareRuns, (runs) => this.#compare(runs)),
      on(Command.compareWithBaseline, (runs) => this.#compareWithBaseline(runs)),
      on(Command.compareRunTexts, (runs) => this.#compareTexts(runs)),
      on(Command.pinBaseline, (runs) => this.#history.setBaseline(runs)),
      on(Command.addToBaseline, (runs) => this.#history.addToBaseline(runs)),
      on(Command.unpinBaseline, (runs) => this.#history.removeFromBaseline(runs)),
      on(Command.deleteRuns, (runs) => this.#delete(runs)),
      on(Command.refreshRuns, () => this.#history.refresh()),
    );
  }

  getChildren(node?: HistoryNode): HistoryNode[] {
    if (node) return node.kind === 'scenario' ? node.runs.map((run) => ({ kind: 'run', run })) : [];
    const scenarios = new Map<string, KeptRun[]>();
    for (const run of this.#history.kept) {
      const runs = scenarios.get(run.place);
      if (runs) runs.push(run);
      else scenarios.set(run.place, [run]);
    }
    return [...scenarios].map(([title, runs]) => ({ kind: 'scenario', title, runs }));
  }

  getTreeItem(node: HistoryNode): vscode.TreeItem {
    return node.kind === 'scenario' ? scenarioItem(node) : runItem(node.run);
  }

  /**
   * Those that are selected; of a single one, the one whose results have the focus, or the last of the scenario that is being edited it is
   * asked with which; else for all.
   */
  async #compare(runs: readonly KeptRun[]): Promise<void> {
    if (runs.length >= 2) {
      this.#comparisons.show(inOrder(runs));
      return;
    }
    await this.#history.upToDate();
    const edited = vscode.window.activeTextEditor?.document.uri;
    const one = runs[0] ?? this.#results.activeRun ?? (edited && this.#history.of(edited)[0]);
    await (one ? this.#comparisons.showWith(one) : this.#comparisons.showPicked());
  }

  /** Without a run, the one whose results have the focus; else the last one. */
  async #compareWithBaseline(runs: readonly KeptRun[]): Promise<void> {
    await this.#history.upToDate();
    const active = this.#results.activeRun;
    const run = runs[0] ?? (active && this.#keptOf(active)) ?? this.#history.kept[0];
    if (!run) {
      void vscode.window.showInformationMessage('There are no runs yet. Press Run above a scenario to make one.');
      return;
    }
    const own = run.journal.toString();
    const repeats = this.#history.baselineOf(run).filter(({ journal }) => journal.toString() !== own);
    if (repeats.length > 0) {
      const journals = [...repeats, run].map(({ journal }) => journal);
      this.#comparisons.show({ journals, baselines: repeats.length });
    } else {
      void vscode.window.showInformationMessage('Pin another run of this scenario as its baseline first.');
    }
  }

  #keptOf({ id }: ShownRun): KeptRun | undefined {
    return this.#history.kept.find(({ summary }) => summary.runId === id);
  }

  async #compareTexts(runs: readonly KeptRun[]): Promise<void> {
    const [after, before] = runs.toSorted((a, b) => b.summary.time - a.summary.time);
    if (!after) return;
    const older = before ?? this.#history.baselineOf(after).at(-1) ?? this.#before(after);
    if (older) await this.#texts.showChanges(older.journal, after.journal, after.summary.file);
    else void vscode.window.showInformationMessage('There is no earlier run of this scenario.');
  }

  #before({ summary, place }: KeptRun): KeptRun | undefined {
    return this.#history.kept.find((run) => run.summary.time < summary.time && run.place === place);
  }

  /** The runs that a command is about: all that are selected, if the one that was clicked is among them; or the one that a view shows. */
  #runsOf(node: unknown, selected: unknown): KeptRun[] {
    const nodes: unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [node];
    return nodes.flatMap((one) => {
      if (isRunNode(one)) return [one.run];
      const shown = this.#results.shownRuns.find((run) => run === one);
      const kept = shown && this.#keptOf(shown);
      return kept ? [kept] : [];
    });
  }

  async #delete(runs: readonly KeptRun[]): Promise<void> {
    if (runs.length === 0) return;
    const what = runs.length === 1 ? 'this run' : `these ${runs.length} runs`;
    const yes = 'Move to Trash';
    const answer = await vscode.window.showWarningMessage(`Delete ${what}?`, { modal: true }, yes);
    if (answer === yes) await this.#history.delete(runs);
  }
}

function scenarioItem({ title, runs }: ScenarioNode): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `scenario ${title}`;
  item.contextValue = 'scenario';
  item.description = trend(runs);
  const [last] = runs;
  if (last)
    item.tooltip = `Last run: ${last.summary.headline}. The bars are p95 of the last runs, the newest on the right.`;
  return item;
}

function runItem(run: KeptRun): vscode.TreeItem {
  const { summary, baseline, journal } = run;
  const item = new vscode.TreeItem(dateText(summary.time), vscode.TreeItemCollapsibleState.None);
  const [icon, color] = ICONS[summary.tone];
  item.id = journal.toString();
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.description = `${baseline ? 'baseline · ' : ''}${figures(run)}`;
  item.contextValue = baseline ? 'run baseline' : 'run';
  item.tooltip = `${summary.headline}\n${figures(run)}\n${summary.runId}`;
  item.accessibilityInformation = { label: `${dateText(summary.time)}, ${summary.headline}, ${item.description}` };
  item.command = { title: 'Open', command: 'vscode.open', arguments: [journal] };
  return item;
}

/** `p95 12.3 ms · 66.8 req/s · 0 % failed` */
function figures({ summary: { p95, perSecond, failed, requests } }: KeptRun): string {
  return requests === 0 ? 'no requests' : `p95 ${duration(p95)} · ${rate(perSecond)} · ${percent(failed)} failed`;
}

/** p95 of the last runs as bars, the oldest first. */
function trend(runs: readonly KeptRun[]): string {
  const values = runs
    .flatMap(({ summary }) => (summary.judges && summary.p95 !== null ? [summary.p95] : []))
    .slice(0, BARS_AT_MOST)
    .reverse();
  if (values.length < 2) return '';
  const highest = Math.max(...values);
  return values.map((value) => BARS.charAt(Math.round((value / highest) * (BARS.length - 1)))).join('');
}

/** A run of the view, as its menus hand it over. */
export function isRunNode(node: unknown): node is { readonly kind: 'run'; readonly run: KeptRun } {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'run' && 'run' in node;
}
