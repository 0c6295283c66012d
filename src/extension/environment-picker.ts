import * as vscode from 'vscode';
import { fileNameOf } from './conversions.ts';
import type { Environments } from './environments.ts';
import { Command } from './names.ts';
import { isScenario, type Scenarios } from './scenarios.ts';

/** The status bar's item with the environment of the active scenario, and the list that it opens. Only for files that have any. */
export class EnvironmentPicker {
  readonly #scenarios: Scenarios;
  readonly #environments: Environments;
  readonly #item = vscode.window.createStatusBarItem('rampwright.environment', vscode.StatusBarAlignment.Left, 19);

  constructor(scenarios: Scenarios, environments: Environments) {
    this.#scenarios = scenarios;
    this.#environments = environments;
    this.#item.name = 'Rampwright Environment';
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (argument: unknown) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    const update = (): void => this.#update();
    return vscode.Disposable.from(
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(update),
      this.#scenarios.onDidCheck(update),
      on(Command.selectEnvironment, (uri) => this.#select(uri)),
    );
  }

  #update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const checked = document && isScenario(document) ? this.#scenarios.known(document.uri) : null;
    if (!checked || checked.environments.length === 0) {
      this.#item.hide();
      return;
    }
    const { uri, environment } = checked;
    this.#item.text = `$(server-environment) ${environment ?? 'No environment'}`;
    const tooltip = environment
      ? `${fileNameOf(uri)} is checked and run with the values of its environment ${environment}. Select another one`
      : `${fileNameOf(uri)} is checked and run without any of its environments. Select one`;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: tooltip };
    this.#item.command = { title: tooltip, command: Command.selectEnvironment, arguments: [uri] };
    this.#item.show();
  }

  async #select(argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (!document || !isScenario(document)) {
      void vscode.window.showInformationMessage('Open a scenario (*.load.yaml) to select one of its environments.');
      return;
    }
    const { environment, environments } = this.#scenarios.check(document);
    const file = fileNameOf(document.uri);
    if (environments.length === 0) {
      void vscode.window.showInformationMessage(
        `${file} has no environments. Add \`environments:\` with a name and the values that are different there.`,
      );
      return;
    }
    const described = (name: string | null): string => (name === environment ? 'selected' : '');
    const items = [
      ...environments.map(({ name, overrides }) => ({
        label: name,
        description: described(name),
        detail: overrides,
        name,
      })),
      { label: 'None', description: described(null), detail: 'The values at the top of the file', name: null },
    ];
    const picked = await vscode.window.showQuickPick(items, {
      title: `Environment of ${file}`,
      placeHolder: 'It is checked, run and debugged with the values of…',
      matchOnDetail: true,
    });
    if (picked) await this.#environments.pick(document.uri, picked.name);
  }
}
