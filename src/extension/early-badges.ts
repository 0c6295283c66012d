import * as vscode from 'vscode';
import { isScenarioPath } from '../language/scenario-files.ts';
import { isJournal } from '../run/journal-file.ts';
import { INDEX_NAME, isRunOf, parseIndex } from '../report/runs-index.ts';
import type { RunSummary } from '../report/run-summary.ts';
import { failedScenarios } from './failed-scenarios.ts';
import { placeOf } from './run-scenario.ts';
import type { RunsFolder } from './runs-folder.ts';
import { verdictBadge } from './verdict-badge.ts';

/**
 * The explorer's marks until the rest of the extension is loaded: what the indexes of the runs say. They are read once, when the explorer
 * shows its first file. Of runs that no index knows, as the command line makes them, the rest has to tell.
 */
export class EarlyBadges implements vscode.FileDecorationProvider {
  readonly #folder: RunsFolder;
  readonly #loadRest: () => void;
  readonly #summaries = new Map<string, Promise<readonly RunSummary[]>>();
  readonly #didChange = new vscode.EventEmitter<vscode.Uri[]>();
  #told: Promise<void> | null = null;

  readonly onDidChangeFileDecorations = this.#didChange.event;

  constructor(folder: RunsFolder, loadRest: () => void) {
    this.#folder = folder;
    this.#loadRest = loadRest;
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    // The first that the explorer shows may be a closed folder.
    this.#told ??= this.#tell();
    const place = isScenarioPath(uri.path) ? placeOf(uri) : undefined;
    if (place === undefined) return undefined;
    const judged = (await this.#summariesOf(uri)).filter((summary) => summary.judges && isRunOf(summary, place));
    const [last] = judged.toSorted((a, b) => b.time - a.time);
    return verdictBadge(last && { tone: last.tone, text: last.headline });
  }

  async #tell(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const failed = folders.map(async ({ uri }) =>
      failedScenarios(uri, await this.#summariesOf(vscode.Uri.joinPath(uri, 'x'))),
    );
    const all = (await Promise.all(failed)).flat();
    if (all.length > 0) this.#didChange.fire(all);
  }

  #summariesOf(scenario: vscode.Uri): Promise<readonly RunSummary[]> {
    const folder = this.#folder.of(scenario);
    const key = folder.toString();
    let summaries = this.#summaries.get(key);
    if (!summaries) this.#summaries.set(key, (summaries = this.#read(folder)));
    return summaries;
  }

  async #read(folder: vscode.Uri): Promise<readonly RunSummary[]> {
    try {
      const journals = (await vscode.workspace.fs.readDirectory(folder)).flatMap(([name]) =>
        isJournal(name) ? [name] : [],
      );
      if (journals.length === 0) return [];
      const index = parseIndex(await textOf(vscode.Uri.joinPath(folder, INDEX_NAME)));
      if (journals.some((journal) => !index.has(journal))) this.#loadRest();
      return journals.flatMap((journal) => index.get(journal)?.summary ?? []);
    } catch {
      // Nothing has run here.
      return [];
    }
  }
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
