import * as vscode from 'vscode';
import { headlineOf } from '../report/words.ts';
import { fileNameOf } from './conversions.ts';
import type { LiveRun } from './live-run.ts';
import { Command } from './names.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';

/** A shorter run ends before its author has looked away. */
const WORTH_A_NOTICE_MS = 60_000;

/** Tells of the end of runs that took longer than a minute and whose results nobody sees, and of nothing else. */
export class EndNotices {
  readonly #runs: Runs;
  readonly #results: Results;
  readonly #longerThanMs: number;

  constructor(runs: Runs, results: Results, longerThanMs = WORTH_A_NOTICE_MS) {
    this.#runs = runs;
    this.#results = results;
    this.#longerThanMs = longerThanMs;
  }

  register(): vscode.Disposable {
    return this.#runs.onDidEnd((run) => {
      // Who stopped it knows.
      if (run.model.elapsedMs <= this.#longerThanMs || run.stopped || this.#results.areVisible(run)) return;
      void tell(run);
    });
  }
}

async function tell(run: LiveRun): Promise<void> {
  const { tone, text } = headlineOf(run.model);
  const message = `${fileNameOf(run.scenario)}: ${text}`;
  const show = 'Show Results';
  const answer = await (tone === 'pass'
    ? vscode.window.showInformationMessage(message, show)
    : vscode.window.showWarningMessage(message, show));
  if (answer === show) await vscode.commands.executeCommand(Command.showResults, run.scenario);
}
