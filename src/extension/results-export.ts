import * as vscode from 'vscode';
import { renderHtmlReport } from '../report/html.ts';
import { textSummary } from '../report/text-summary.ts';
import { headline } from '../report/words.ts';
import { resultsFolder } from './results-html.ts';
import type { ShownRun } from './shown-run.ts';

const TEXT_COLUMNS = 100;

/** Asks where to, writes a run as a report, and offers to open it. */
export async function exportRun(run: ShownRun, kind: 'html' | 'markdown', extension: vscode.Uri): Promise<void> {
  const ending = kind === 'html' ? 'html' : 'md';
  const folder = run.scenario ? vscode.Uri.joinPath(run.scenario, '..') : vscode.Uri.joinPath(run.journal, '..');
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, `${run.id}.${ending}`),
    filters: kind === 'html' ? { 'HTML report': ['html'] } : { Markdown: ['md'] },
  });
  if (!target) return;
  const text = kind === 'html' ? await htmlOf(run, extension) : markdownOf(run);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = 'Open';
  const answer = await vscode.window.showInformationMessage(`The report is in ${target.fsPath}.`, open);
  if (answer !== open) return;
  if (kind === 'html') await vscode.env.openExternal(target);
  else await vscode.window.showTextDocument(target);
}

async function htmlOf(run: ShownRun, extension: vscode.Uri): Promise<string> {
  const read = (name: string): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(resultsFolder(extension), name));
  const decoder = new TextDecoder();
  const [script, style, font] = await Promise.all([read('results.js'), read('results.css'), read('codicon.ttf')]);
  return renderHtmlReport(run.events, { script: decoder.decode(script), style: decoder.decode(style), font });
}

function markdownOf({ model }: ShownRun): string {
  const title = model.plan?.name ?? 'Load test';
  const exitCode = model.end?.exitCode ?? 1;
  const summary = textSummary(model, { width: TEXT_COLUMNS, colour: false, exitCode, files: [] });
  return `# ${title}\n\n${headline(model)}\n\n\`\`\`text\n${summary.trimEnd()}\n\`\`\`\n`;
}
