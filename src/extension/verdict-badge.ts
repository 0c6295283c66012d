import * as vscode from 'vscode';

/** What the last run of a scenario came to, in a few words. */
export interface LastVerdict {
  readonly tone: string;
  readonly text: string;
}

/** The file explorer's mark on a scenario; none on one that passed, as a folder of good news says nothing. */
export function verdictBadge(last: LastVerdict | undefined): vscode.FileDecoration | undefined {
  if (last?.tone !== 'fail') return undefined;
  return new vscode.FileDecoration('✗', `Last run: ${last.text}`, new vscode.ThemeColor('list.errorForeground'));
}
