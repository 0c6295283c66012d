import * as vscode from 'vscode';
import { foundFiles } from './found-files.ts';

const NOT_IN = '**/{node_modules,.git,.rampwright,dist,build,target,vendor}/**';
const MOST_FILES = 500;

interface Folder {
  files: readonly string[];
  readonly watcher: vscode.Disposable;
}

/** The files in scenarios' folders and below, as a scenario would write them: `./users.csv`. Found when first asked for, then watched. */
export class FilesBeside {
  readonly #folders = new Map<string, Folder>();

  register(): vscode.Disposable {
    return new vscode.Disposable(() => {
      for (const { watcher } of this.#folders.values()) watcher.dispose();
    });
  }

  /** Nothing until they have been found: completion doesn't wait for the disk. */
  of(scenario: vscode.Uri): readonly string[] {
    if (scenario.scheme === 'untitled' || !vscode.workspace.getWorkspaceFolder(scenario)) return [];
    const folder = vscode.Uri.joinPath(scenario, '..');
    const key = folder.toString();
    const known = this.#folders.get(key);
    if (known) return known.files;
    const pattern = new vscode.RelativePattern(folder, '**/*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
    const found: Folder = { files: [], watcher };
    this.#folders.set(key, found);
    watcher.onDidCreate((uri) => {
      const path = pathFrom(folder, uri);
      if (!found.files.includes(path) && found.files.length < MOST_FILES) found.files = [...found.files, path].sort();
    });
    watcher.onDidDelete((uri) => {
      const path = pathFrom(folder, uri);
      found.files = found.files.filter((one) => one !== path);
    });
    void foundFiles(pattern, { notIn: NOT_IN, most: MOST_FILES }).then((uris) => {
      found.files = uris.map((uri) => pathFrom(folder, uri)).sort();
    });
    return found.files;
  }
}

function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  return `.${file.path.slice(folder.path.length)}`;
}
