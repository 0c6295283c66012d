import * as vscode from 'vscode';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { SECRET_NAME, secretPlaceAt } from '../language/secret-place.ts';
import { secretName } from '../language/step-secrets.ts';
import { fileNameOf, fromRange, toRange } from './conversions.ts';
import { Command } from './names.ts';
import { isScenario, type Scenarios } from './scenarios.ts';
import type { Secrets } from './secrets.ts';

/** Takes a password out of a scenario: its value goes to the editor's secret store, and `${secret.NAME}` stands in its place. */
export class MoveToSecret implements vscode.CodeActionProvider {
  readonly #scenarios: Scenarios;
  readonly #secrets: Secrets;

  constructor(scenarios: Scenarios, secrets: Secrets) {
    this.#scenarios = scenarios;
    this.#secrets = secrets;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (uri: unknown, range: unknown) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      vscode.languages.registerCodeActionsProvider([...SCENARIO_LANGUAGES], this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
      on(Command.moveToSecret, (uri, range) => this.#move(uri, range)),
    );
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics
      .filter(({ source, code }) => source === 'Rampwright' && codeOf(code) === 'plain-text-secret')
      .map((diagnostic) => {
        const action = new vscode.CodeAction('Move to secret…', vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.isPreferred = true;
        action.command = {
          title: action.title,
          command: Command.moveToSecret,
          arguments: [document.uri, diagnostic.range],
        };
        return action;
      });
  }

  async #move(uri: unknown, range: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const document = uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : editor?.document;
    const at = range instanceof vscode.Range ? range : editor?.document === document ? editor?.selection : undefined;
    if (!document || !at || !isScenario(document)) {
      void vscode.window.showInformationMessage('Select a password or key in a scenario (*.load.yaml) to move it.');
      return;
    }
    const { loaded } = this.#scenarios.check(document);
    const { version } = document;
    const place = secretPlaceAt(loaded.document, loaded.problems, fromRange(at));
    if (!place) {
      void vscode.window.showInformationMessage(
        'There is no value in plain text here. Put the cursor on one, or select the part of it that is secret.',
      );
      return;
    }
    // The editor shows a warning only once something is typed: what it suggests must not replace another secret.
    const name = await this.#askName(secretName(place.name, place.value, await this.#secrets.stored()));
    if (name === undefined) return;
    const moved = document.version === version ? place.moved(name) : null;
    if (!moved) {
      void vscode.window.showWarningMessage(
        `${fileNameOf(document.uri)} has changed meanwhile, or can't be edited here. Nothing was moved.`,
      );
      return;
    }
    // Stored first: where that fails the text still has it.
    await this.#secrets.set(name, place.value);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, toRange(moved.range), moved.newText);
    await vscode.workspace.applyEdit(edit);
    void vscode.window.showInformationMessage(
      `The value is stored for this workspace as ${name}, encrypted. Undo brings the text back, and leaves the secret stored. ` +
        'What was committed before is still in the history of the repository.',
    );
  }

  #askName(suggested: string): Thenable<string | undefined> {
    const stored = this.#secrets.names;
    return vscode.window.showInputBox({
      title: 'Move to Secret',
      prompt: 'The name under which scenarios read it: NAME for secret.NAME.',
      value: suggested,
      ignoreFocusOut: true,
      validateInput: (name) => {
        if (!SECRET_NAME.test(name)) return 'A letter or _, then letters, digits and _, as in TEST_PASSWORD.';
        if (!stored.includes(name)) return undefined;
        return {
          message: `${name} is stored already; its value will be replaced.`,
          severity: vscode.InputBoxValidationSeverity.Warning,
        };
      },
    });
  }
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}
