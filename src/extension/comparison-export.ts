import * as vscode from 'vscode';
import { COMPARISON_FORMATS, usualComparisonTarget } from '../report/comparison-formats.ts';
import type { RunsComparison } from '../report/comparison-model.ts';
import { markdownComparison } from '../report/markdown-comparison.ts';
import { viewAssets } from './results-export.ts';

/** Asks as what and where to, writes a comparison there, and offers to open it. The formats are those of `rampwright compare`. */
export async function exportComparison(
  comparison: RunsComparison,
  folder: vscode.Uri,
  extension: vscode.Uri,
): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    COMPARISON_FORMATS.map((format) => ({ label: format.title, detail: format.detail, format })),
    { title: 'Export the comparison', placeHolder: 'As what?', matchOnDetail: true },
  );
  if (!picked) return;
  const { format } = picked;
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, usualComparisonTarget(format, comparison)),
    filters: { [format.title]: [format.ending.slice(1)] },
    saveLabel: 'Export',
  });
  if (!file) return;
  const text = await format.text(comparison, () => viewAssets(extension));
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const open = 'Open';
  const answer = await vscode.window.showInformationMessage(
    `The comparison is in ${vscode.workspace.asRelativePath(file)}.`,
    open,
  );
  if (answer !== open) return;
  if (format.kind === 'html') await vscode.env.openExternal(file);
  else await vscode.window.showTextDocument(file);
}

/** What people paste into pull requests. */
export async function copyComparison(comparison: RunsComparison): Promise<void> {
  await vscode.env.clipboard.writeText(markdownComparison(comparison));
  vscode.window.setStatusBarMessage('The comparison is in the clipboard as Markdown.', 5000);
}
