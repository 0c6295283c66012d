import * as vscode from 'vscode';
import { codeActions, type ScenarioAction } from '../language/code-actions.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { fromRange, toRange, toTextEdits } from './conversions.ts';
import type { Scenarios } from './scenarios.ts';

const KINDS: Readonly<Record<ScenarioAction['kind'], vscode.CodeActionKind>> = {
  quickfix: vscode.CodeActionKind.QuickFix,
  'source.fixAll.rampwright': vscode.CodeActionKind.SourceFixAll.append('rampwright'),
  'refactor.extract': vscode.CodeActionKind.RefactorExtract,
  'refactor.inline': vscode.CodeActionKind.RefactorInline,
  'refactor.rewrite': vscode.CodeActionKind.RefactorRewrite,
};

/** Quick fixes, "Fix all" (also on save, as `source.fixAll.rampwright`), and refactorings. */
export class CodeActions implements vscode.CodeActionProvider {
  readonly #scenarios: Scenarios;

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  register(): vscode.Disposable {
    return vscode.languages.registerCodeActionsProvider([...SCENARIO_LANGUAGES], this, {
      providedCodeActionKinds: Object.values(KINDS),
    });
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const { loaded } = this.#scenarios.check(document);
    // A light bulb in every line would say nothing.
    const refactors = !range.isEmpty || context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    return (
      codeActions(loaded, fromRange(range))
        .filter(({ kind }) => context.only?.contains(KINDS[kind]) ?? (refactors || !kind.startsWith('refactor')))
        // Its value is to be stored before it leaves the file: move-to-secret.ts.
        .filter(({ problem }) => problem?.code !== 'plain-text-secret')
        .map((action) => actionOf(action, document, context.diagnostics))
    );
  }
}

function actionOf(
  { title, kind, edits, problem, preferred, rename }: ScenarioAction,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, KINDS[kind]);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toTextEdits(edits));
  if (preferred) action.isPreferred = true;
  if (problem) {
    const range = toRange(problem.range);
    action.diagnostics = diagnostics.filter(
      (diagnostic) => diagnostic.code === problem.code && diagnostic.range.isEqual(range),
    );
  }
  if (rename) {
    const position = new vscode.Position(rename.line, rename.character);
    action.command = { title: 'Rename', command: 'editor.action.rename', arguments: [document.uri, position] };
  }
  return action;
}
