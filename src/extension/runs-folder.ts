import * as vscode from 'vscode';
import { isJournal } from '../run/journal-file.ts';
import { Settings } from './settings.ts';
import { uriExists } from './uri-exists.ts';

/** Where runs are kept: the folder of the settings, or the extension's own storage where there is no folder on disk. */
export class RunsFolder {
  readonly #storage: vscode.Uri;

  /** `storage`: the extension's own folder for this workspace. */
  constructor(storage: vscode.Uri) {
    this.#storage = storage;
  }

  of(scenario: vscode.Uri): vscode.Uri {
    const folder = vscode.workspace.getWorkspaceFolder(scenario) ?? vscode.workspace.workspaceFolders?.[0];
    const { runsFolder } = new Settings(scenario);
    const absolute = runsFolder.startsWith('/') || /^[A-Za-z]:[\\/]/.test(runsFolder);
    if (absolute) return vscode.Uri.file(runsFolder);
    if (folder?.uri.scheme === 'file') return vscode.Uri.joinPath(folder.uri, runsFolder);
    if (scenario.scheme === 'file') return vscode.Uri.joinPath(scenario, '..', runsFolder);
    return vscode.Uri.joinPath(this.#storage, 'runs');
  }

  /** The folder, made where it is missing; a new one keeps itself out of version control. */
  async ensure(scenario: vscode.Uri): Promise<vscode.Uri> {
    const folder = this.of(scenario);
    if (!(await uriExists(folder))) {
      await vscode.workspace.fs.createDirectory(folder);
      const ignore = vscode.Uri.joinPath(folder, '.gitignore');
      await vscode.workspace.fs.writeFile(ignore, new TextEncoder().encode('# Runs of Rampwright\n*\n'));
    }
    return folder;
  }

  /** The journals of the folders that the workspace's scenarios use, newest first. */
  async journals(scenario: vscode.Uri | undefined): Promise<vscode.Uri[]> {
    const folders = scenario
      ? [this.of(scenario)]
      : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => this.of(vscode.Uri.joinPath(uri, 'x')));
    const found = await Promise.all(folders.map(journalsIn));
    return found
      .flat()
      .sort((a, b) => b.modified - a.modified)
      .map(({ uri }) => uri);
  }
}

async function journalsIn(folder: vscode.Uri): Promise<{ uri: vscode.Uri; modified: number }[]> {
  if (!(await uriExists(folder))) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const journals = entries.filter(([name]) => isJournal(name));
  return Promise.all(
    journals.map(async ([name]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      return { uri, modified: (await vscode.workspace.fs.stat(uri)).mtime };
    }),
  );
}
