import * as vscode from 'vscode';
import type { RunSummary } from '../report/run-summary.ts';
import { uriExists } from './uri-exists.ts';

/**
 * The scenarios in a folder of the workspace whose last run that judged them failed. A folder that is closed in the explorer asks for no marks
 * of what is in it: it has to be told of these.
 */
export async function failedScenarios(folder: vscode.Uri, summaries: readonly RunSummary[]): Promise<vscode.Uri[]> {
  const last = new Map<string, RunSummary>();
  for (const summary of summaries) {
    if (!summary.judges || summary.path === null) continue;
    if ((last.get(summary.path)?.time ?? -Infinity) < summary.time) last.set(summary.path, summary);
  }
  const failed = [...last.values()].flatMap(({ tone, path }) =>
    tone === 'fail' && path !== null ? [vscode.Uri.joinPath(folder, path)] : [],
  );
  // Of a file that was deleted or renamed, no folder is to be marked.
  const there = await Promise.all(failed.map(uriExists));
  return failed.filter((_, index) => there[index]);
}
