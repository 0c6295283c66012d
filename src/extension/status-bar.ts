import * as vscode from 'vscode';
import { scenarioTitle } from '../language/scenario-files.ts';
import { statusText, type StatusText } from '../language/status-text.ts';
import { Command } from './names.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';
import { isScenario } from './scenarios.ts';
import { throttled } from './throttle.ts';

const COMMANDS: Readonly<Record<StatusText['action'], string>> = {
  run: Command.run,
  stop: Command.stop,
  results: Command.showResults,
};

/** The scenario of the active editor or results view, else a run that is on somewhere: idle, progress with a click to stop, or the last verdict. */
export class StatusBar {
  readonly #runs: Runs;
  readonly #results: Results;
  readonly #item = vscode.window.createStatusBarItem('rampwright.status', vscode.StatusBarAlignment.Left, 20);

  constructor(runs: Runs, results: Results) {
    this.#runs = runs;
    this.#results = results;
    this.#item.name = 'Rampwright';
  }

  register(): vscode.Disposable {
    const update = throttled(500, () => this.#update());
    update.now();
    return vscode.Disposable.from(
      this.#item,
      update,
      vscode.window.onDidChangeActiveTextEditor(update.now),
      this.#results.onDidChangeActive(update.now),
      vscode.workspace.onDidGrantWorkspaceTrust(update.now),
      this.#runs.onDidStart(update.now),
      this.#runs.onDidEnd(update.now),
      this.#runs.onDidChange(update.soon),
    );
  }

  #update(): void {
    const uri = this.#shown();
    if (!uri) {
      this.#item.hide();
      return;
    }
    const status = statusText(scenarioTitle(uri.path), this.#runs.last(uri)?.model ?? null);
    if (status.action === 'run' && !vscode.workspace.isTrusted) {
      this.#item.hide();
      return;
    }
    this.#item.text = status.text;
    this.#item.tooltip = status.tooltip;
    this.#item.accessibilityInformation = { label: status.tooltip };
    this.#item.command = { title: status.tooltip, command: COMMANDS[status.action], arguments: [uri] };
    this.#item.backgroundColor =
      status.tone === 'fail' || status.tone === 'warn'
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
    this.#item.show();
  }

  #shown(): vscode.Uri | null {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isScenario(document)) return document.uri;
    return this.#results.active ?? this.#runs.allRunning[0]?.scenario ?? null;
  }
}
