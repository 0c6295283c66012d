import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { escapeHtml } from '../report/html.ts';

/** Files of the results view, and nothing else of the extension. */
export function resultsFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/** The page of the results view. `restore` is handed back by the view when the editor restores it after a reload. */
export function resultsHtml(webview: vscode.Webview, extension: vscode.Uri, restore: RestoreState): string {
  return page(webview, extension, 'results', 'Results', restore);
}

/** The page of a comparison, likewise. */
export function comparisonHtml(webview: vscode.Webview, extension: vscode.Uri, restore: ComparisonRestore): string {
  return page(webview, extension, 'comparison', 'Comparison', restore);
}

/**
 * Nothing runs or loads in it but our own bundle: a response's text could hold anything.
 */
function page(
  webview: vscode.Webview,
  extension: vscode.Uri,
  view: 'results' | 'comparison',
  title: string,
  restore: RestoreState | ComparisonRestore,
): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(resultsFolder(extension), name)).toString();
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${file('results.css')}">
</head>
<body data-view="${view}" data-restore="${escapeHtml(JSON.stringify(restore))}">
<script nonce="${nonce}" src="${file('results.js')}"></script>
</body>
</html>`;
}

/** What a panel needs to come back: URIs as text. */
export interface RestoreState {
  readonly scenario: string | null;
  /** null: the scenario had not run yet. */
  readonly journal: string | null;
}

/** What a comparison needs to come back: URIs of journals as text, in their order. */
export interface ComparisonRestore {
  readonly journals: readonly string[];
  /** How many of them, from the first on, are the baseline; 1 where it is not said. */
  readonly baselines?: number;
}

/** What the editor kept of a comparison, whoever wrote it. */
export function comparisonRestoreOf(state: unknown): Required<ComparisonRestore> {
  const restore = restoreOf(state);
  const journals: unknown = restore === null ? null : Reflect.get(restore, 'journals');
  const baselines: unknown = restore === null ? null : Reflect.get(restore, 'baselines');
  return {
    journals: Array.isArray(journals) ? journals.filter((journal) => typeof journal === 'string') : [],
    baselines: typeof baselines === 'number' && Number.isInteger(baselines) && baselines > 0 ? baselines : 1,
  };
}

function restoreOf(state: unknown): object | null {
  if (typeof state !== 'object' || state === null || !('restore' in state)) return null;
  return typeof state.restore === 'object' ? state.restore : null;
}

/** Takes what the editor kept of a view for what it was, whoever wrote it. */
export function restoreStateOf(state: unknown): RestoreState | null {
  const restore = restoreOf(state);
  if (restore === null) return null;
  const text = (key: string): string | null => {
    const value: unknown = Reflect.get(restore, key);
    return typeof value === 'string' ? value : null;
  };
  return { scenario: text('scenario'), journal: text('journal') };
}
