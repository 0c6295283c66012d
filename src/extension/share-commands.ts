import * as vscode from 'vscode';
import { Command } from './names.ts';
import { runOf } from './run-argument.ts';
import { copyRun, exportRun, openRunInBrowser, revealRun } from './results-export.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';
import type { ShownRun } from './shown-run.ts';

/** What is done with a run to show it to others. Each takes a run of the history, a journal or a scenario, or works on what has the focus. */
export class ShareCommands {
  readonly #extension: vscode.Uri;
  readonly #runs: Runs;
  readonly #results: Results;

  constructor(extension: vscode.Uri, runs: Runs, results: Results) {
    this.#extension = extension;
    this.#runs = runs;
    this.#results = results;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (run: ShownRun) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, (argument: unknown) => this.#with(argument, call));
    return vscode.Disposable.from(
      on(Command.exportRun, (run) => exportRun(run, this.#extension)),
      on(Command.copyRun, copyRun),
      on(Command.openRunInBrowser, (run) => openRunInBrowser(run, this.#extension)),
      on(Command.revealRun, ({ journal }) => revealRun(journal)),
      on(Command.copyRunPath, async ({ journal }) => vscode.env.clipboard.writeText(journal.fsPath)),
    );
  }

  async #with(argument: unknown, call: (run: ShownRun) => Promise<void>): Promise<void> {
    try {
      const run = await runOf(argument, this.#runs, this.#results);
      if (run) {
        await call(run);
        return;
      }
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      return;
    }
    const open = 'Open Earlier Results…';
    const text = 'Open the results of a run, or a scenario that has run.';
    if ((await vscode.window.showInformationMessage(text, open)) === open) {
      await vscode.commands.executeCommand(Command.openRun);
    }
  }
}
