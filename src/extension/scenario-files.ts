import * as vscode from 'vscode';
import { dataFormat } from '../scenario/data/format.ts';
import { dataFacts } from '../scenario/data/read-data.ts';
import { isScenarioLanguage } from '../language/scenario-files.ts';
import type { FileFacts, ScenarioFiles } from '../scenario/files.ts';

/** Larger files are there, but nobody waits for their columns while typing. */
const MOST_BYTES = 20_000_000;

/** A file that an open scenario names. */
interface NamedFile {
  readonly uri: vscode.Uri;
  /** null: it is being read for the first time. */
  facts: FileFacts | null;
  /** Of the state that `facts` is of: what is read again only when it changed. */
  stamp: string;
  /** The open scenarios that asked for it, by URI. */
  readonly askers: Map<string, vscode.Uri>;
  readonly watcher: vscode.Disposable;
}

/**
 * What the files beside open scenarios hold. Scenarios are checked without waiting: a file is unknown until it was read, which is
 * told, as is each change of it on the disk. In a workspace that isn't trusted only its own folders are looked into.
 */
export class FilesOfScenarios {
  readonly #files = new Map<string, NamedFile>();
  readonly #didLearn = new vscode.EventEmitter<vscode.Uri>();

  /** Of the scenario for which there is news. */
  readonly onDidLearn = this.#didLearn.event;

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#didLearn,
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        for (const { uri, languageId } of vscode.workspace.textDocuments) {
          if (isScenarioLanguage(languageId)) this.#didLearn.fire(uri);
        }
      }),
      new vscode.Disposable(() => {
        for (const { watcher } of this.#files.values()) watcher.dispose();
      }),
    );
  }

  /** The files as one scenario names them. */
  of(scenario: vscode.Uri): ScenarioFiles {
    return { facts: (path) => this.#facts(scenario, path) };
  }

  /** The scenario was closed: files that no other one names are forgotten. */
  forget(scenario: vscode.Uri): void {
    for (const [key, { askers, watcher }] of this.#files) {
      askers.delete(scenario.toString());
      if (askers.size > 0) continue;
      watcher.dispose();
      this.#files.delete(key);
    }
  }

  #facts(scenario: vscode.Uri, path: string): FileFacts | null {
    const uri = fileUri(scenario, path);
    if (!uri || !mayRead(uri)) return null;
    const known = this.#files.get(uri.toString()) ?? this.#begin(uri);
    known.askers.set(scenario.toString(), scenario);
    return known.facts;
  }

  #begin(uri: vscode.Uri): NamedFile {
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), escaped(nameOf(uri)));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const file: NamedFile = { uri, facts: null, stamp: '', askers: new Map(), watcher };
    watcher.onDidCreate(() => void this.#read(file));
    watcher.onDidChange(() => void this.#read(file));
    watcher.onDidDelete(() => void this.#read(file));
    this.#files.set(uri.toString(), file);
    void this.#read(file);
    return file;
  }

  async #read(file: NamedFile): Promise<void> {
    const stamp = await stampOf(file.uri);
    if (file.facts && stamp === file.stamp) return;
    const facts: FileFacts = stamp === MISSING ? { exists: false } : await factsOf(file.uri);
    // Closed meanwhile, or changed again: then the later reading tells.
    if (this.#files.get(file.uri.toString()) !== file) return;
    file.stamp = stamp;
    file.facts = facts;
    for (const scenario of file.askers.values()) this.#didLearn.fire(scenario);
  }
}

const MISSING = 'missing';

async function stampOf(uri: vscode.Uri): Promise<string> {
  try {
    const { mtime, size, type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) === 0 ? `${mtime} ${size}` : MISSING;
  } catch {
    return MISSING;
  }
}

async function factsOf(uri: vscode.Uri): Promise<FileFacts> {
  const unread: FileFacts = { exists: true, data: null, problem: null };
  const format = dataFormat(uri.path);
  if (!format) return unread;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MOST_BYTES) return unread;
    return dataFacts(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), format);
  } catch (error) {
    return {
      exists: true,
      data: null,
      problem: `It can't be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Relative to the scenario; null for a scenario that is nowhere yet, and for what is no path. */
export function fileUri(scenario: vscode.Uri, path: string): vscode.Uri | null {
  if (scenario.scheme === 'untitled' || path === '') return null;
  const slashes = path.replaceAll('\\', '/');
  if (/^[A-Za-z]:\//.test(slashes)) return scenario.with({ path: `/${slashes}` });
  if (slashes.startsWith('/')) return scenario.with({ path: slashes });
  return vscode.Uri.joinPath(scenario, '..', slashes);
}

/** What a workspace that isn't trusted names outside of itself is left alone. */
export function mayRead(uri: vscode.Uri): boolean {
  return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** File names may hold what globs mean otherwise. */
function escaped(name: string): string {
  return name.replace(/[[\]{}*?]/g, '[$&]');
}
