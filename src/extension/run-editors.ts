import * as vscode from 'vscode';
import { runNameOf } from '../run/journal-file.ts';
import { JournalError } from './journal-files.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';
import type { ShownRun } from './shown-run.ts';
import { StoredRun } from './stored-run.ts';

/** A journal that is open; it is never changed here. */
export class RunDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly run: ShownRun;
  readonly #following: vscode.Disposable;

  constructor(uri: vscode.Uri, run: ShownRun) {
    this.uri = uri;
    this.run = run;
    this.#following = run instanceof StoredRun ? run.follow() : new vscode.Disposable(() => undefined);
  }

  dispose(): void {
    this.#following.dispose();
  }
}

/** A run is a file: opening its journal shows the results view, in the editor's own tabs, read-only. Registered by extension.ts. */
export class RunEditors implements vscode.CustomReadonlyEditorProvider<RunDocument> {
  readonly #runs: Runs;
  readonly #results: Results;

  constructor(runs: Runs, results: Results) {
    this.#runs = runs;
    this.#results = results;
  }

  /** The editor shows what went wrong in the tab. @throws JournalError */
  async openCustomDocument(uri: vscode.Uri): Promise<RunDocument> {
    return new RunDocument(uri, this.#runOfThisWindow(uri) ?? (await StoredRun.read(uri)));
  }

  resolveCustomEditor({ run, uri }: RunDocument, panel: vscode.WebviewPanel): void {
    if (run.model.state === 'empty' && !run.live) throw new JournalError(`There is no run in ${uri.fsPath}.`);
    this.#results.addEditor(panel, run);
  }

  #runOfThisWindow(uri: vscode.Uri): ShownRun | undefined {
    const name = runNameOf(uri.path);
    return this.#runs.allRunning.find((run) => run.id === name && runNameOf(run.journal.path) === name);
  }
}
