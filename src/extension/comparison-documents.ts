import * as vscode from 'vscode';
import { markdownComparison } from '../report/markdown-comparison.ts';
import { COMPARISON_SCHEME, RUN_TEXT_SCHEME } from './names.ts';
import { StoredRun } from './stored-run.ts';

/** Comparisons and recorded scenario texts as read-only documents, made of the journals that their addresses name. */
export class ComparisonDocuments implements vscode.TextDocumentContentProvider {
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(COMPARISON_SCHEME, this),
      vscode.workspace.registerTextDocumentContentProvider(RUN_TEXT_SCHEME, this),
    );
  }

  /** The first is the baseline. */
  async show(journals: readonly vscode.Uri[]): Promise<void> {
    const uri = vscode.Uri.from({ scheme: COMPARISON_SCHEME, path: '/Comparison.md', query: queryOf(journals) });
    await vscode.workspace.openTextDocument(uri);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  /** What changed in the scenario from one run to another. */
  async showTexts(before: vscode.Uri, after: vscode.Uri, file: string): Promise<void> {
    const [left, right] = [before, after].map((journal) =>
      vscode.Uri.from({ scheme: RUN_TEXT_SCHEME, path: `/${file}`, query: queryOf([journal]) }),
    );
    await vscode.commands.executeCommand('vscode.diff', left, right, `${file}: between two runs`);
  }

  /** @throws JournalError, whose message the editor shows. */
  async provideTextDocumentContent({ scheme, query }: vscode.Uri): Promise<string> {
    const journals = (JSON.parse(query) as string[]).map((text) => vscode.Uri.parse(text));
    const runs = await Promise.all(journals.map((journal) => StoredRun.read(journal)));
    const [first, ...others] = runs.map(({ id, model }) => ({ name: id, run: model }));
    if (!first) return '';
    return scheme === RUN_TEXT_SCHEME ? (first.run.start?.scenario.text ?? '') : markdownComparison(first, others);
  }
}

function queryOf(journals: readonly vscode.Uri[]): string {
  return JSON.stringify(journals.map((journal) => journal.toString()));
}
