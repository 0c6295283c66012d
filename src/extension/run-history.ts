import * as vscode from 'vscode';
import { isJournal, otherPath, plainPathOf, runNameOf } from '../run/journal-file.ts';
import { expired, INDEX_NAME, indexText, isRunOf, parseIndex, type IndexedRun } from '../report/runs-index.ts';
import { summaryOf, type RunSummary } from '../report/run-summary.ts';
import { fileNameOf } from './conversions.ts';
import { failedScenarios } from './failed-scenarios.ts';
import { JournalError } from './journal-files.ts';
import { placeOf } from './run-scenario.ts';
import type { Runs } from './runs.ts';
import type { RunsFolder } from './runs-folder.ts';
import { Settings } from './settings.ts';
import { StoredRun } from './stored-run.ts';

/** A run that is kept, as lists show it. */
export interface KeptRun {
  readonly journal: vscode.Uri;
  readonly summary: RunSummary;
  readonly baseline: boolean;
  /** Which scenario it is of: where that is, with the workspace's folder where there are several. Runs of one scenario share it. */
  readonly place: string;
}

const BASELINES_NAME = 'baselines.json';

/** A folder of runs. */
interface RunsOf {
  readonly folder: vscode.Uri;
  readonly settings: Settings;
  /** Before the places of its scenarios, where the workspace has several folders; '' for one that they share. */
  readonly prefix: string;
}

/** The runs of the workspace's folders, from their indexes. What an index does not know is read once. */
export class RunHistory {
  readonly #folder: RunsFolder;
  readonly #runs: Runs;
  /** Names of runs that this window made. */
  readonly #made = new Set<string>();
  readonly #didChange = new vscode.EventEmitter<void>();
  #kept: readonly KeptRun[] = [];
  #reading: Promise<void> = Promise.resolve();

  /** The list of runs is another one. */
  readonly onDidChange = this.#didChange.event;

  constructor(folder: RunsFolder, runs: Runs) {
    this.#folder = folder;
    this.#runs = runs;
  }

  register(): vscode.Disposable {
    const adopt = (document: vscode.TextDocument): void => void this.#adopt(document.uri);
    void this.refresh();
    return vscode.Disposable.from(
      this.#didChange,
      this.onDidChange(() => vscode.workspace.textDocuments.forEach(adopt)),
      this.#runs.onDidEnd((run) => void this.refresh(runNameOf(run.journal.path))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
      vscode.workspace.onDidOpenTextDocument(adopt),
    );
  }

  /** Newest first. */
  get kept(): readonly KeptRun[] {
    return this.#kept;
  }

  /** Those of a scenario, newest first. */
  of(scenario: vscode.Uri): readonly KeptRun[] {
    const place = placeOf(scenario);
    if (place === undefined) return [];
    // Two folders of a workspace may have the same file, each with runs of its own.
    const folder = this.#folder.of(scenario);
    return this.#kept.filter(
      ({ journal, summary }) =>
        isRunOf(summary, place) && vscode.Uri.joinPath(folder, fileNameOf(journal)).path === journal.path,
    );
  }

  /** Those of the workspace whose last run that judged them failed. */
  async failedScenarios(): Promise<vscode.Uri[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const failed = folders.map(({ uri }) => {
      const { path } = this.#folder.of(vscode.Uri.joinPath(uri, 'x'));
      const kept = this.#kept.filter(({ journal }) => vscode.Uri.joinPath(journal, '..').path === path);
      return failedScenarios(
        uri,
        kept.map(({ summary }) => summary),
      );
    });
    return (await Promise.all(failed)).flat();
  }

  /** The baseline of the scenario that a run is of: its repeats, the oldest first. */
  baselineOf({ place }: KeptRun): readonly KeptRun[] {
    return this.#kept.filter((run) => run.baseline && run.place === place).reverse();
  }

  /** Looks at the folders again. `made`: name of a run that this window made, which it may delete one day. */
  async refresh(made?: string): Promise<void> {
    if (made !== undefined) this.#made.add(made);
    // One after the other: two at once would write one index. One that failed must not be the last.
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#read());
    return this.#reading;
  }

  /** Waits until the runs that have their verdict are in the list, as they are some moments after it. */
  async upToDate(): Promise<void> {
    await Promise.all(this.#runs.allRunning.flatMap(({ model, finished }) => (model.end ? [finished] : [])));
    await this.#reading;
  }

  /** Makes runs what others of their scenarios are compared with, instead of what was that before, and keeps them. Several are repeats. */
  async setBaseline(runs: readonly KeptRun[]): Promise<void> {
    const chosen = new Set(runs.map(baselineKey));
    await this.#changeBaselines(runs, (ids, run) => {
      const fresh = chosen.delete(baselineKey(run));
      return fresh ? [run.summary.runId] : [...ids, run.summary.runId];
    });
  }

  /** Makes runs repeats of their scenarios' baselines. */
  async addToBaseline(runs: readonly KeptRun[]): Promise<void> {
    await this.#changeBaselines(runs, (ids, { summary: { runId } }) => [...ids.filter((id) => id !== runId), runId]);
  }

  async removeFromBaseline(runs: readonly KeptRun[]): Promise<void> {
    await this.#changeBaselines(runs, (ids, { summary: { runId } }) => ids.filter((id) => id !== runId));
  }

  async #changeBaselines(
    runs: readonly KeptRun[],
    change: (ids: readonly string[], run: KeptRun) => readonly string[],
  ): Promise<void> {
    for (const run of runs) {
      const folder = vscode.Uri.joinPath(run.journal, '..');
      const baselines = await readBaselines(folder);
      const key = run.summary.path ?? run.summary.file;
      baselines.set(key, change(baselines.get(key) ?? [], run));
      await write(vscode.Uri.joinPath(folder, BASELINES_NAME), baselinesText(baselines));
    }
    await this.refresh();
  }

  async delete(runs: readonly KeptRun[]): Promise<void> {
    for (const { journal } of runs) await vscode.workspace.fs.delete(journal, { useTrash: true });
    await this.refresh();
  }

  async #read(): Promise<void> {
    const all = vscode.workspace.workspaceFolders ?? [];
    const folders = new Map<string, RunsOf>();
    for (const { uri, name } of all) {
      const folder = this.#folder.of(vscode.Uri.joinPath(uri, 'x'));
      const shared = folders.has(folder.toString());
      const prefix = all.length === 1 || shared ? '' : `${name}/`;
      folders.set(folder.toString(), { folder, settings: new Settings(uri), prefix });
    }
    const lists = await Promise.all([...folders.values()].map((runs) => this.#readFolder(runs)));
    this.#kept = lists.flat().sort((a, b) => b.summary.time - a.summary.time);
    this.#didChange.fire();
  }

  async #readFolder({ folder, settings, prefix }: RunsOf): Promise<KeptRun[]> {
    let entries: readonly [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      return [];
    }
    const names = new Set(entries.map(([name]) => name).filter(isJournal));
    // While a run that has just ended is being compressed, it may be there twice.
    for (const name of names) if (names.has(otherPath(name))) names.delete(plainPathOf(name));
    const index = parseIndex(await textOf(vscode.Uri.joinPath(folder, INDEX_NAME)));
    const baselines = await readBaselines(folder);
    const pinned = new Set([...baselines.values()].flat());
    const known: IndexedRun[] = [];
    let changed = names.size !== index.size;
    for (const name of names) {
      // Since its name was read it may have been compressed, and have another.
      const run = (await this.#indexed(folder, name, index)) ?? (await this.#indexed(folder, otherPath(name), index));
      if (!run) continue;
      changed ||= run !== index.get(run.journal);
      known.push(run);
    }
    const old = new Set(expired(known, pinned, settings.retention, Date.now()));
    for (const { journal } of old) await remove(vscode.Uri.joinPath(folder, journal));
    const left = known.filter((run) => !old.has(run));
    if (changed || old.size > 0) await write(vscode.Uri.joinPath(folder, INDEX_NAME), indexText(left));
    return left.map(({ journal, summary }) => {
      const key = summary.path ?? summary.file;
      // Not a copy of it under another name.
      const baseline = runNameOf(journal) === summary.runId && baselines.get(key)?.includes(summary.runId) === true;
      return { journal: vscode.Uri.joinPath(folder, journal), summary, baseline, place: `${prefix}${key}` };
    });
  }

  async #indexed(
    folder: vscode.Uri,
    journal: string,
    index: ReadonlyMap<string, IndexedRun>,
  ): Promise<IndexedRun | null> {
    const uri = vscode.Uri.joinPath(folder, journal);
    const before = index.get(journal);
    const own = before?.own === true || this.#made.has(runNameOf(journal));
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      if (before?.bytes === size && before.modifiedMs === mtime && before.own === own) return before;
      const running = this.#runs.allRunning.find(({ id }) => id === runNameOf(journal));
      const summary = summaryOf(running?.model ?? (await StoredRun.read(uri)).model);
      return summary && { journal, bytes: size, modifiedMs: mtime, own, summary };
    } catch (error) {
      // It went away, or holds no run: then it isn't listed.
      if (error instanceof JournalError || error instanceof vscode.FileSystemError) return null;
      throw error;
    }
  }

  /** The last run on disk is a scenario's last run until it runs in this window. */
  async #adopt(scenario: vscode.Uri): Promise<void> {
    if (this.#runs.last(scenario)) return;
    const last = this.of(scenario)[0];
    if (!last) return;
    try {
      this.#runs.adopt(await StoredRun.read(last.journal, scenario));
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
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

/** One scenario of one folder. */
function baselineKey({ journal, summary }: KeptRun): string {
  return `${vscode.Uri.joinPath(journal, '..').toString()} ${summary.path ?? summary.file}`;
}

/** Scenario (its place, or its file's name) → ids of the runs. */
async function readBaselines(folder: vscode.Uri): Promise<Map<string, readonly string[]>> {
  try {
    const value: unknown = JSON.parse(await textOf(vscode.Uri.joinPath(folder, BASELINES_NAME)));
    if (typeof value !== 'object' || value === null) return new Map();
    return new Map(
      Object.entries(value).map(([scenario, ids]: [string, unknown]) => [
        scenario,
        Array.isArray(ids) ? ids.map(String) : [String(ids)],
      ]),
    );
  } catch {
    return new Map();
  }
}

async function remove(journal: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(journal);
  } catch (error) {
    // Another window has been faster, or nothing may be deleted here.
    if (!(error instanceof vscode.FileSystemError)) throw error;
  }
}

/** A single one stays a text, as it was before there were several. */
function baselinesText(baselines: ReadonlyMap<string, readonly string[]>): string {
  const entries = [...baselines].flatMap(([scenario, ids]) =>
    ids.length === 0 ? [] : [[scenario, ids.length === 1 ? ids[0] : ids] as const],
  );
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  } catch {
    // A folder that can only be read has no index: its runs are read each time.
  }
}
