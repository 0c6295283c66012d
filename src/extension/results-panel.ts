import * as vscode from 'vscode';
import type { HostMessage, PlanPreview, UiState, ViewMessage, ViewState } from '../../webview-ui/protocol.ts';
import { RULE_IDS, ruleDocs } from '../report/diagnosis/rule-ids.ts';
import type { LoadLevel, RunEvent } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { resultsHtml } from './results-html.ts';
import type { ShownRun } from './shown-run.ts';

/** The view draws at most this often; what comes in between is sent together. */
const SEND_EVERY_MS = 250;

/** What a panel asks of the extension around it. */
export interface PanelActions {
  run(scenario: vscode.Uri, once: boolean): void;
  stop(scenario: vscode.Uri, run: ShownRun | null): void;
  /** `line`: of the text that ran. */
  reveal(scenario: vscode.Uri, line: number, run: ShownRun | null): void;
  export(run: ShownRun): void;
  copy(run: ShownRun): void;
  /** With other runs. */
  compare(run: ShownRun): void;
  keepUi(scenario: vscode.Uri | null, state: UiState): void;
  uiOf(scenario: vscode.Uri | null): UiState | undefined;
  preview(scenario: vscode.Uri): Promise<PlanPreview | null>;
}

/**
 * One panel of the results view. The run stays here: a view that is hidden loses what it showed, and when it comes back (`ready`)
 * it gets all events, then only new ones.
 */
export class ResultsPanel {
  readonly panel: vscode.WebviewPanel;
  readonly #extension: vscode.Uri;
  readonly #actions: PanelActions;
  #scenario: vscode.Uri | null;
  #run: ShownRun | null = null;
  #ready = false;
  #receiving: vscode.Disposable | null = null;
  /** The view has this model's events but `#unsent`. */
  #sentModel: RunModel | null = null;
  /** What the view has not got yet. */
  #unsent: RunEvent[] = [];
  #sentState: ViewState | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    extension: vscode.Uri,
    scenario: vscode.Uri | null,
    run: ShownRun | null,
    actions: PanelActions,
  ) {
    this.panel = panel;
    this.#extension = extension;
    this.#scenario = scenario;
    this.#actions = actions;
    this.#run = run;
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#receiving?.dispose();
    });
    this.#load();
  }

  get scenario(): vscode.Uri | null {
    return this.#scenario;
  }

  get run(): ShownRun | null {
    return this.#run;
  }

  /** Shows another run in the same panel. */
  show(scenario: vscode.Uri | null, run: ShownRun | null): void {
    if (this.#run === run && this.#scenario?.toString() === scenario?.toString()) return;
    this.#scenario = scenario;
    this.#run = run;
    // The page keeps by itself what it would be restored from: another run is another page.
    this.#load();
  }

  /** Trust was granted: "Run again" is offered now. */
  resend(): void {
    if (this.#ready) this.#sendAll();
  }

  /** A page that ships with the extension, at its section. */
  #docs(address: string): vscode.Uri {
    const [path = '', fragment = ''] = address.split('#');
    return vscode.Uri.joinPath(this.#extension, path).with({ fragment });
  }

  #load(): void {
    this.#ready = false;
    this.#receiving?.dispose();
    this.#receiving = this.#run?.onDidReceive((events) => this.#onEvents(events)) ?? null;
    this.panel.webview.html = resultsHtml(this.panel.webview, this.#extension, {
      scenario: this.#scenario?.toString() ?? null,
      journal: this.#run?.journal.toString() ?? null,
    });
  }

  #receive(raw: unknown): void {
    const message = viewMessage(raw);
    if (!message) return;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#sendAll();
        break;
      case 'reveal':
        if (this.#scenario) this.#actions.reveal(this.#scenario, message.line, this.#run);
        break;
      case 'explain':
        void vscode.commands.executeCommand('markdown.showPreview', this.#docs(ruleDocs(message.rule)));
        break;
      case 'stop':
        if (this.#scenario) this.#actions.stop(this.#scenario, this.#run);
        break;
      case 'run':
      case 'run-once':
        if (this.#scenario) this.#actions.run(this.#scenario, message.type === 'run-once');
        break;
      case 'change-load':
        this.#run?.change?.(message.level);
        break;
      case 'ui':
        this.#actions.keepUi(this.#scenario, message.state);
        break;
      case 'export':
        if (this.#run) this.#actions.export(this.#run);
        break;
      case 'copy':
        if (this.#run) this.#actions.copy(this.#run);
        break;
      case 'compare':
        if (this.#run) this.#actions.compare(this.#run);
        break;
    }
  }

  #sendAll(): void {
    const canRun = vscode.workspace.isTrusted && this.#scenario !== null;
    const run = this.#run;
    if (!run) {
      void this.#sendPreview(canRun);
      return;
    }
    const ui = this.#actions.uiOf(this.#scenario);
    this.#unsent = [];
    this.#sentModel = run.model;
    this.#sentState = viewState(run);
    // One iteration of each scenario is no load that could be more or less.
    const canChange = run.change !== undefined && !run.once;
    this.#post({
      type: 'snapshot',
      events: run.model.events,
      state: this.#sentState,
      canRun,
      canChange,
      ...(ui ? { ui } : {}),
    });
  }

  async #sendPreview(canRun: boolean): Promise<void> {
    const preview = this.#scenario ? await this.#actions.preview(this.#scenario) : null;
    if (!this.#run) this.#post({ type: 'empty', preview, canRun });
  }

  /** The run got new events, or has ended. A view that is not ready gets all of them when it is. */
  #onEvents(events: readonly RunEvent[]): void {
    if (!this.#ready) return;
    // Of another model, all are sent.
    if (this.#run?.model === this.#sentModel) this.#unsent.push(...events);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#sendNew();
    }, SEND_EVERY_MS);
  }

  #sendNew(): void {
    const run = this.#run;
    if (!this.#ready || !run) return;
    if (run.model !== this.#sentModel) {
      this.#sendAll();
      return;
    }
    const events = this.#unsent;
    this.#unsent = [];
    if (events.length > 0) this.#post({ type: 'events', events });
    const state = viewState(run);
    if (state === this.#sentState) return;
    this.#sentState = state;
    this.#post({ type: 'state', state });
  }

  #post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }
}

function viewState(run: ShownRun): ViewState {
  if (run.model.end) return 'done';
  return run.live ? 'live' : 'interrupted';
}

/** A message of the view; what is none is left aside. */
function viewMessage(raw: unknown): ViewMessage | null {
  if (typeof raw !== 'object' || raw === null || !('type' in raw)) return null;
  switch (raw.type) {
    case 'ready':
    case 'stop':
    case 'run':
    case 'run-once':
    case 'export':
    case 'copy':
    case 'compare':
      return { type: raw.type };
    case 'reveal':
      return 'line' in raw && Number.isInteger(raw.line) ? { type: 'reveal', line: Number(raw.line) } : null;
    case 'explain': {
      const rule = 'rule' in raw ? RULE_IDS.find((id) => id === raw.rule) : undefined;
      return rule ? { type: 'explain', rule } : null;
    }
    case 'change-load':
      return 'level' in raw ? { type: 'change-load', level: levelOf(raw.level) } : null;
    case 'ui':
      return 'state' in raw && typeof raw.state === 'object' && raw.state !== null
        ? { type: 'ui', state: raw.state }
        : null;
    default:
      return null;
  }
}

function levelOf(raw: unknown): Partial<LoadLevel> {
  if (typeof raw !== 'object' || raw === null) return {};
  return {
    ...('paused' in raw && typeof raw.paused === 'boolean' ? { paused: raw.paused } : {}),
    ...('factor' in raw && typeof raw.factor === 'number' && raw.factor > 0 ? { factor: raw.factor } : {}),
  };
}
