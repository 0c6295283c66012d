import * as vscode from 'vscode';

/** Whether a file or a folder is there; one that cannot be looked at is not. */
export async function uriExists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
