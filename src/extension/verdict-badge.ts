import * as vscode from 'vscode';

/** What the last run of a scenario came to, in a few words. */
export interface LastVerdict {
  readonly tone: string;
  readonly text: string;
}

/**
 * The file explorer's mark on a scenario; none on one that passed, as a folder of good news says nothing. The folders that it is in show
 * its colour and a dot, as they do for problems.
 */
export function verdictBadge(last: LastVerdict | undefined): vscode.FileDecoration | undefined {
  if (last?.tone !== 'fail') return undefined;
  const color = new vscode.ThemeColor('list.errorForeground');
  const badge = new vscode.FileDecoration('✗', `Last run: ${last.text}`, color);
  badge.propagate = true;
  return badge;
}
