import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ReportAssets } from '../report/html.ts';
import { markdownReport } from '../report/markdown.ts';
import { REPORT_FORMATS, reportFormat, targetPaths, usualTarget, type ReportFormat } from '../report/formats.ts';
import { runNameOf } from '../run/journal-file.ts';
import { resultsFolder } from './results-html.ts';
import type { ShownRun } from './shown-run.ts';

/** Asks as what and where to, writes a run there, and offers to open it. The formats are those of `rampwright report`. */
export async function exportRun(run: ShownRun, extension: vscode.Uri): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    REPORT_FORMATS.map((format) => ({ label: format.title, detail: format.detail, format })),
    { title: 'Export the run', placeHolder: 'As what?', matchOnDetail: true },
  );
  if (!picked) return;
  const { format } = picked;
  const target = await askTarget(run, format);
  if (!target) return;
  const texts = await textsOf(format, run, extension);
  const files = targetPaths(format, target.path).map((path) => target.with({ path }));
  for (const [index, file] of files.entries()) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(texts[index] ?? ''));
  }
  const [first = target] = files;
  const open = 'Open';
  const answer = await vscode.window.showInformationMessage(`The run is in ${files.map(pathOf).join(', ')}.`, open);
  if (answer !== open) return;
  if (format.kind === 'html') await vscode.env.openExternal(first);
  else await vscode.window.showTextDocument(first);
}

/** As one HTML file, in the system's browser. */
export async function openRunInBrowser(
  run: ShownRun,
  extension: vscode.Uri,
  isRemote = vscode.env.remoteName !== undefined,
): Promise<void> {
  if (isRemote) {
    // The browser is on another machine than the file would be.
    const how = 'Export…';
    const text = 'A browser can’t open files of a remote machine. Export the run as HTML, and download that file.';
    if ((await vscode.window.showInformationMessage(text, how)) === how) await exportRun(run, extension);
    return;
  }
  const format = reportFormat('html');
  const [html = ''] = await textsOf(format, run, extension);
  const folder = await mkdtemp(join(tmpdir(), 'rampwright-'));
  const file = vscode.Uri.file(join(folder, usualTarget(format, runNameOf(run.journal.path))));
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  await vscode.env.openExternal(file);
}

/** In the system's file manager; from a remote machine, where there is none, in the explorer. */
export async function revealRun(journal: vscode.Uri): Promise<void> {
  const { remoteName, uiKind } = vscode.env;
  const isHere = remoteName === undefined && uiKind === vscode.UIKind.Desktop;
  await vscode.commands.executeCommand(isHere ? 'revealFileInOS' : 'revealInExplorer', journal);
}

/** What people paste into pull requests. */
export async function copyRun({ model }: ShownRun): Promise<void> {
  await vscode.env.clipboard.writeText(markdownReport(model));
  vscode.window.setStatusBarMessage('The run is in the clipboard as Markdown.', 5000);
}

/** Of several files, what their names begin with: the dialog shows the first one's name. */
async function askTarget(run: ShownRun, format: ReportFormat): Promise<vscode.Uri | undefined> {
  const folder = run.scenario ? vscode.Uri.joinPath(run.scenario, '..') : vscode.Uri.joinPath(run.journal, '..');
  const [first] = format.endings;
  const [shown = run.id] = targetPaths(format, usualTarget(format, run.id));
  const extension = first.slice(first.lastIndexOf('.') + 1);
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, shown),
    filters: { [format.title]: [extension] },
    saveLabel: 'Export',
  });
  if (!file || format.endings.length === 1) return file;
  const ending = file.path.endsWith(first) ? first : `.${extension}`;
  return file.path.endsWith(ending) ? file.with({ path: file.path.slice(0, -ending.length) }) : file;
}

async function textsOf(format: ReportFormat, run: ShownRun, extension: vscode.Uri): Promise<readonly string[]> {
  return format.texts({ run: run.model, assets: () => viewAssets(extension) });
}

/** The results view's bundle, for reports that carry it. */
export async function viewAssets(extension: vscode.Uri): Promise<ReportAssets> {
  const read = (name: string): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(resultsFolder(extension), name));
  const decoder = new TextDecoder();
  const [script, style, font] = await Promise.all([read('results.js'), read('results.css'), read('codicon.ttf')]);
  return { script: decoder.decode(script), style: decoder.decode(style), font };
}

function pathOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
