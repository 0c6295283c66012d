import * as vscode from 'vscode';
import type { RunStart } from '../run/events.ts';
import { foundFiles } from './found-files.ts';
import { uriExists } from './uri-exists.ts';

/**
 * The scenario file of the workspace that a run is of: where the run says that it was, in the folder that its journal is in before any
 * other; else the only one of its name.
 */
export async function scenarioOf({ scenario }: RunStart, journal: vscode.Uri): Promise<vscode.Uri | null> {
  const { path, file } = scenario;
  if (path !== undefined) {
    const own = vscode.workspace.getWorkspaceFolder(journal);
    for (const folder of [...(own ? [own] : []), ...(vscode.workspace.workspaceFolders ?? [])]) {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      if (await uriExists(uri)) return uri;
    }
  }
  const name = file.replace(/[[\]{}*?]/g, '?');
  const found = await foundFiles(`**/${name}`, { most: 2 });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Where a scenario file is in its workspace, as runs note it; undefined outside of any. */
export function placeOf(scenario: vscode.Uri): string | undefined {
  return vscode.workspace.getWorkspaceFolder(scenario) && vscode.workspace.asRelativePath(scenario, false);
}
