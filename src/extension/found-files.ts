import * as vscode from 'vscode';

interface Search {
  /** What is left out; what nobody wrote by hand unless said. */
  readonly notIn?: vscode.GlobPattern;
  readonly most?: number;
  readonly token?: vscode.CancellationToken;
}

/**
 * Files of the workspace. Empty where the editor can't search: a virtual file system without a search of its own, or an
 * installation without its search tool. Whatever asks goes on with what is open.
 */
export async function foundFiles(pattern: vscode.GlobPattern, search: Search = {}): Promise<vscode.Uri[]> {
  const { notIn = '**/node_modules/**', most, token } = search;
  try {
    return await vscode.workspace.findFiles(pattern, notIn, most, token);
  } catch {
    return [];
  }
}
