import * as vscode from 'vscode';
import type { LiveRun } from './live-run.ts';
import { Command } from './names.ts';
import { runningRun } from './running-run.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';

/** In percent of what is planned; the engine takes no less and no more. */
const LEAST = 1;
const MOST = 10_000;

/** Commands that change the load of a run while it goes on. Each takes the scenario file's URI, as `Stop` does. */
export class LoadCommands {
  readonly #runs: Runs;
  readonly #results: Results;

  constructor(runs: Runs, results: Results) {
    this.#runs = runs;
    this.#results = results;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      on(Command.pauseRun, (uri) => this.#pause(uri, true)),
      on(Command.resumeRun, (uri) => this.#pause(uri, false)),
      on(Command.changeLoad, (uri, percent) => this.#changeLoad(uri, percent)),
    );
  }

  async #pause(argument: unknown, paused: boolean): Promise<void> {
    const run = await this.#running(argument, paused ? 'Pause which run?' : 'Resume which run?');
    if (!run) return;
    if (run.model.loadLevel.paused === paused) {
      void vscode.window.showInformationMessage(paused ? 'The run is paused already.' : 'The run is not paused.');
      return;
    }
    run.change({ paused });
  }

  async #changeLoad(argument: unknown, percent: unknown): Promise<void> {
    const run = await this.#running(argument, 'Change the load of which run?');
    if (!run) return;
    const text = typeof percent === 'number' ? String(percent) : await this.#ask(run);
    if (text === undefined) return;
    const problem = problemOf(text);
    if (problem !== undefined) throw new RangeError(problem);
    run.change({ factor: percentOf(text) / 100 });
  }

  #ask(run: LiveRun): Thenable<string | undefined> {
    return vscode.window.showInputBox({
      title: 'Change Load',
      prompt: 'In percent of what the scenario plans: VUs, or the rate of arrivals.',
      value: String(Math.round(run.model.loadLevel.factor * 100)),
      validateInput: problemOf,
    });
  }

  #running(argument: unknown, question: string): Promise<LiveRun | undefined> {
    return runningRun(this.#runs, this.#results, argument, question);
  }
}

function percentOf(text: string): number {
  return Number(text.replace('%', '').trim());
}

function problemOf(text: string): string | undefined {
  const percent = percentOf(text);
  return text.trim() !== '' && percent >= LEAST && percent <= MOST
    ? undefined
    : `A number from ${LEAST} to ${MOST}: 100 is the load as planned, 50 is half of it.`;
}
