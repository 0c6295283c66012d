import * as vscode from 'vscode';
import { codeLenses, type LensAction } from '../language/code-lenses.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { sendableRequests } from '../language/sendable-requests.ts';
import { sendableSteps } from '../scenario/sendable-steps.ts';
import { Command } from './names.ts';
import type { Runs } from './runs.ts';
import type { Scenarios } from './scenarios.ts';
import { Settings } from './settings.ts';
import { throttled } from './throttle.ts';
import { startTime } from './start-time.ts';

/** Lenses ask for a layout of the editor: more often than this they would only flicker. */
const REFRESH_MS = 1000;

/** Run, Run once, Stop and the last verdict above the lines of scenarios. */
export class CodeLenses implements vscode.CodeLensProvider {
  readonly #scenarios: Scenarios;
  readonly #runs: Runs;
  readonly #didChange = new vscode.EventEmitter<void>();

  readonly onDidChangeCodeLenses = this.#didChange.event;

  constructor(scenarios: Scenarios, runs: Runs) {
    this.#scenarios = scenarios;
    this.#runs = runs;
  }

  register(): vscode.Disposable {
    const refresh = throttled(REFRESH_MS, () => this.#didChange.fire());
    return vscode.Disposable.from(
      vscode.languages.registerCodeLensProvider([...SCENARIO_LANGUAGES], this),
      this.#runs.onDidStart(refresh.now),
      this.#runs.onDidEnd(refresh.now),
      this.#runs.onDidChange(refresh.soon),
      this.#scenarios.onDidCheck(refresh.soon),
      vscode.workspace.onDidGrantWorkspaceTrust(refresh.now),
      vscode.workspace.onDidChangeConfiguration(refresh.now),
      refresh,
      this.#didChange,
    );
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { uri } = document;
    const settings = new Settings(uri);
    if (!settings.codeLens) return [];
    const running = this.#runs.running(uri);
    const last = this.#runs.last(uri);
    const checked = this.#scenarios.known(uri);
    const plan = checked?.lastPlan ?? null;
    const requests = checked && settings.codeLensSend ? sendableRequests(checked.loaded) : [];
    const lenses = codeLenses(document.getText(), plan, requests ?? (plan ? sendableSteps(plan) : []), {
      mayRun: vscode.workspace.isTrusted,
      sends: settings.codeLensSend,
      run: last?.model ?? null,
      // The verdict is there some moments before the engine's process has gone.
      running: running !== null && !running.model.end,
      stopping: running?.stopping ?? false,
      when: last ? startTime(last) : '',
    });
    return lenses.map(
      ({ line, title, tooltip, action }) =>
        new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, tooltip, ...commandOf(action, uri) }),
    );
  }
}

function commandOf(action: LensAction, uri: vscode.Uri): { command: string; arguments: unknown[] } {
  switch (action.kind) {
    case 'run':
      return { command: Command.run, arguments: [uri] };
    case 'run-once':
      return { command: Command.runOnce, arguments: [uri] };
    case 'run-scenario':
      return { command: Command.runScenario, arguments: [uri, action.scenario] };
    case 'debug':
      return { command: Command.debug, arguments: [uri] };
    case 'send':
      return { command: Command.sendRequest, arguments: [uri, action.line] };
    case 'stop':
      return { command: Command.stop, arguments: [uri] };
    case 'results':
      return { command: Command.showResults, arguments: [uri] };
  }
}
