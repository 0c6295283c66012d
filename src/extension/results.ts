import * as vscode from 'vscode';
import type { PlanPreview, UiState } from '../../webview-ui/protocol.ts';
import { scenarioTitle } from '../language/scenario-files.ts';
import { planHosts } from '../scenario/index.ts';
import { Command, RESULTS_VIEW } from './names.ts';
import { copyRun, exportRun } from './results-export.ts';
import { resultsFolder, restoreStateOf } from './results-html.ts';
import { ResultsPanel, type PanelActions } from './results-panel.ts';
import type { Runs } from './runs.ts';
import type { Scenarios } from './scenarios.ts';
import { Settings } from './settings.ts';
import type { ShownRun } from './shown-run.ts';
import { StoredRun } from './stored-run.ts';

/** The results views: one panel a scenario file, beside the code, and restored after a reload. */
export class Results implements vscode.WebviewPanelSerializer {
  readonly #extension: vscode.Uri;
  readonly #scenarios: Scenarios;
  readonly #runs: Runs;
  readonly #memory: vscode.Memento;
  readonly #panels = new Set<ResultsPanel>();
  /** Of journals: each shows its own run, whatever its scenario does. */
  readonly #editors = new Set<ResultsPanel>();
  readonly #actions: PanelActions;
  readonly #didChangeActive = new vscode.EventEmitter<void>();

  /** A results view came to the front of its window, or left it. */
  readonly onDidChangeActive = this.#didChangeActive.event;

  constructor(extension: vscode.Uri, scenarios: Scenarios, runs: Runs, memory: vscode.Memento) {
    this.#extension = extension;
    this.#scenarios = scenarios;
    this.#runs = runs;
    this.#memory = memory;
    this.#actions = {
      run: (scenario, once) => void vscode.commands.executeCommand(once ? Command.runOnce : Command.run, scenario),
      stop: (scenario, run) => {
        if (run instanceof StoredRun) tellElsewhere();
        else void vscode.commands.executeCommand(Command.stop, scenario);
      },
      reveal: (scenario, line, run) => void this.#reveal(scenario, line, run),
      export: (run) => void exportRun(run, extension).then(undefined, showFailure),
      copy: (run) => void copyRun(run).then(undefined, showFailure),
      compare: (run) => void vscode.commands.executeCommand(Command.compareRuns, run),
      keepUi: (scenario, state) => void memory.update(uiKey(scenario), state),
      uiOf: (scenario) => this.#memory.get<UiState>(uiKey(scenario)),
      preview: (scenario) => this.#preview(scenario),
    };
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(RESULTS_VIEW, this),
      this.#runs.onDidStart(({ run }) => {
        const open = this.#panelOf(run.scenario);
        if (new Settings(run.scenario).openResultsOnRun) this.show(run.scenario, run);
        else open?.show(run.scenario, run);
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#all.forEach((panel) => panel.resend())),
      this.#didChangeActive,
    );
  }

  /** The scenario whose results have the focus. */
  get active(): vscode.Uri | null {
    return this.#all.find(({ panel }) => panel.active)?.scenario ?? null;
  }

  /** The run whose results have the focus. */
  get activeRun(): ShownRun | null {
    return this.#all.find(({ panel }) => panel.active)?.run ?? null;
  }

  /** Whether a run's results are in sight. */
  areVisible({ id }: ShownRun): boolean {
    return this.#all.some(({ panel, run }) => panel.visible && run?.id === id);
  }

  /** Of all views that are open. */
  get shownRuns(): readonly ShownRun[] {
    return this.#all.flatMap(({ run }) => (run ? [run] : []));
  }

  /** Shows a file's run beside the code, in the panel that it has already. The editor keeps the focus, unless somebody asked to see it. */
  show(scenario: vscode.Uri | null, run: ShownRun | null, { focus = false } = {}): void {
    const existing = this.#panelOf(scenario);
    if (existing) {
      existing.show(scenario, run);
      existing.panel.reveal(undefined, !focus);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      RESULTS_VIEW,
      titleOf(scenario, run),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: !focus },
      { ...this.#options(), enableFindWidget: true },
    );
    this.#add(new ResultsPanel(panel, this.#extension, scenario, run, this.#actions));
  }

  /** Fills the tab of a journal. */
  addEditor(panel: vscode.WebviewPanel, run: ShownRun): ResultsPanel {
    panel.webview.options = this.#options();
    const shown = new ResultsPanel(panel, this.#extension, run.scenario, run, this.#actions);
    this.#follow(this.#editors, shown);
    return shown;
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const restore = restoreStateOf(state);
    const scenario = restore?.scenario ? vscode.Uri.parse(restore.scenario) : null;
    panel.webview.options = this.#options();
    let run: ShownRun | null = null;
    if (restore?.journal) {
      try {
        run = await StoredRun.read(vscode.Uri.parse(restore.journal), scenario);
        this.#runs.adopt(run);
      } catch {
        // The journal was deleted since: the panel shows what the scenario would do instead.
      }
    }
    panel.title = titleOf(scenario, run);
    this.#add(new ResultsPanel(panel, this.#extension, scenario, run, this.#actions));
  }

  #add(panel: ResultsPanel): void {
    this.#follow(this.#panels, panel);
    panel.panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extension, 'media', 'scenario-light.svg'),
      dark: vscode.Uri.joinPath(this.#extension, 'media', 'scenario-dark.svg'),
    };
  }

  #follow(among: Set<ResultsPanel>, panel: ResultsPanel): void {
    among.add(panel);
    panel.panel.onDidChangeViewState(() => this.#didChangeActive.fire());
    panel.panel.onDidDispose(() => {
      among.delete(panel);
      this.#didChangeActive.fire();
    });
  }

  #options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [resultsFolder(this.#extension)] };
  }

  get #all(): readonly ResultsPanel[] {
    return [...this.#panels, ...this.#editors];
  }

  #panelOf(scenario: vscode.Uri | null): ResultsPanel | undefined {
    return [...this.#panels].find((panel) => panel.scenario?.toString() === scenario?.toString());
  }

  async #reveal(scenario: vscode.Uri, line: number, run: ShownRun | null): Promise<void> {
    const document = await vscode.workspace.openTextDocument(scenario);
    const now = (run && this.#runs.lines(run, document).lineOf(line)) ?? line;
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const range = document.validateRange(new vscode.Range(now, 0, now, 0));
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
      selection: range,
    });
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #preview(scenario: vscode.Uri): Promise<PlanPreview | null> {
    const document = await vscode.workspace.openTextDocument(scenario);
    const { plan } = this.#scenarios.check(document);
    return plan && { plan, hosts: planHosts(plan, new Settings(scenario).env) };
  }
}

function tellElsewhere(): void {
  void vscode.window.showInformationMessage('This run was started elsewhere: stop it there.');
}

function showFailure(error: unknown): void {
  void vscode.window.showErrorMessage(
    `The report could not be written: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function titleOf(scenario: vscode.Uri | null, run: ShownRun | null): string {
  return `Results: ${scenario ? scenarioTitle(scenario.path) : (run?.model.plan?.name ?? 'run')}`;
}

function uiKey(scenario: vscode.Uri | null): string {
  return `ui:${scenario?.toString() ?? ''}`;
}
