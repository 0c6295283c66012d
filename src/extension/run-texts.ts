import * as vscode from 'vscode';
import { RUN_TEXT_SCHEME } from './names.ts';
import { StoredRun } from './stored-run.ts';

/** Scenario texts as runs ran them, as read-only documents, made of the journals that their addresses name. */
export class RunTexts implements vscode.TextDocumentContentProvider {
  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(RUN_TEXT_SCHEME, this);
  }

  /** What changed in the scenario from one run to another, in the diff editor. */
  async showChanges(before: vscode.Uri, after: vscode.Uri, file: string): Promise<void> {
    const [left, right] = [before, after].map((journal) =>
      vscode.Uri.from({ scheme: RUN_TEXT_SCHEME, path: `/${file}`, query: journal.toString() }),
    );
    await vscode.commands.executeCommand('vscode.diff', left, right, `${file}: between two runs`);
  }

  /** @throws JournalError, whose message the editor shows. */
  async provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const { model } = await StoredRun.read(vscode.Uri.parse(query));
    return model.start?.scenario.text ?? '';
  }
}
