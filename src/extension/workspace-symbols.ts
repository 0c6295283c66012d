import * as vscode from 'vscode';
import { SCENARIO_GLOB, scenarioTitle } from '../language/scenario-files.ts';
import { outline, type OutlineItem } from '../language/symbols.ts';
import { parseScenario } from '../scenario/document.ts';
import { fileNameOf, toRange } from './conversions.ts';
import { foundFiles } from './found-files.ts';
import { isScenario } from './scenarios.ts';

/** More files than this are no help in a list. */
const MOST_FILES = 500;
/** Data that somebody named like a scenario. */
const MOST_BYTES = 2_000_000;

interface NamedPart {
  readonly item: OutlineItem;
  readonly kind: vscode.SymbolKind;
}

interface ReadFile {
  readonly mtime: number;
  readonly parts: readonly NamedPart[];
}

/** Scenarios and flows of all files of the workspace, by name. Nothing is read before a name is asked for, and a file once. */
export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
  readonly #read = new Map<string, ReadFile>();

  register(): vscode.Disposable {
    return vscode.languages.registerWorkspaceSymbolProvider(this);
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    if (query.trim() === '') return [];
    const onDisk = await foundFiles(SCENARIO_GLOB, { most: MOST_FILES, token });
    // What is open is there, however new or far down the list.
    const open = vscode.workspace.textDocuments.filter(isScenario).map(({ uri }) => uri);
    const files = new Map([...open, ...onDisk].map((uri) => [uri.toString(), uri]));
    const found: vscode.SymbolInformation[] = [];
    for (const uri of files.values()) {
      if (token.isCancellationRequested) return [];
      for (const { item, kind } of await this.#parts(uri)) {
        if (!matches(item.name, query)) continue;
        const location = new vscode.Location(uri, toRange(item.selection));
        found.push(new vscode.SymbolInformation(item.name, kind, scenarioTitle(uri.path), location));
      }
    }
    return found;
  }

  async #parts(uri: vscode.Uri): Promise<readonly NamedPart[]> {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    if (open) return partsOf(open.getText(), uri);
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const known = this.#read.get(key);
      if (known?.mtime === mtime) return known.parts;
      if (size > MOST_BYTES) return [];
      const parts = partsOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), uri);
      this.#read.set(key, { mtime, parts });
      return parts;
    } catch {
      // It is gone since it was found.
      this.#read.delete(key);
      return [];
    }
  }
}

function partsOf(text: string, uri: vscode.Uri): NamedPart[] {
  const items = outline(parseScenario(text, fileNameOf(uri)), null);
  const of = (section: string, kind: vscode.SymbolKind): NamedPart[] =>
    (items.find(({ name }) => name === section)?.children ?? []).map((item) => ({ item, kind }));
  return [...of('scenarios', vscode.SymbolKind.Class), ...of('flows', vscode.SymbolKind.Function)];
}

/** The letters in their order; the editor does the sorting. */
function matches(name: string, query: string): boolean {
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    at = name.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
