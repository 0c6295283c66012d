import * as vscode from 'vscode';
import { resolvedBaseUrl } from '../language/base-url.ts';
import { inlayHints } from '../language/inlay-hints.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import type { EnvironmentVariables } from './environment-variables.ts';
import type { Scenarios } from './scenarios.ts';
import { Settings } from './settings.ts';

/** How much each scenario will do, how long its stages last, and what `baseUrl` comes to, beside what says so. */
export class InlayHints implements vscode.InlayHintsProvider {
  readonly #scenarios: Scenarios;
  readonly #env: (scenario: vscode.Uri) => EnvironmentVariables;
  readonly #didChange = new vscode.EventEmitter<void>();

  readonly onDidChangeInlayHints = this.#didChange.event;

  constructor(scenarios: Scenarios, env: (scenario: vscode.Uri) => EnvironmentVariables) {
    this.#scenarios = scenarios;
    this.#env = env;
  }

  register(): vscode.Disposable {
    const change = (): void => this.#didChange.fire();
    return vscode.Disposable.from(
      this.#didChange,
      vscode.languages.registerInlayHintsProvider([...SCENARIO_LANGUAGES], this),
      // After each pause in typing; while somebody types, hints would only jump about.
      this.#scenarios.onDidCheck(change),
      vscode.workspace.onDidChangeConfiguration(change),
      vscode.workspace.onDidGrantWorkspaceTrust(change),
    );
  }

  provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
    const checked = this.#scenarios.known(document.uri);
    if (!new Settings(document.uri).inlayHints || checked?.version !== document.version) return [];
    const env = this.#env(document.uri);
    return inlayHints(checked.loaded, (plan) => resolvedBaseUrl(plan, env)).flatMap(({ position, label, tooltip }) => {
      const at = new vscode.Position(position.line, position.character);
      if (!range.contains(at)) return [];
      const hint = new vscode.InlayHint(at, label);
      hint.paddingLeft = true;
      hint.tooltip = new vscode.MarkdownString(tooltip);
      return [hint];
    });
  }
}
