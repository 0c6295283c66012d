import * as vscode from 'vscode';
import { headline } from '../report/words.ts';
import type { RunEvent } from '../run/events.ts';
import type { LiveRun } from './live-run.ts';
import type { Runs } from './runs.ts';

/** Runs in the output channel: their start, what their steps log, and their end. */
export class RunLog {
  readonly #runs: Runs;
  readonly #channel: vscode.LogOutputChannel;

  constructor(runs: Runs, channel: vscode.LogOutputChannel) {
    this.#runs = runs;
    this.#channel = channel;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#runs.onDidStart(({ run }) => {
        this.#channel.info(
          `${run.id}: started${run.label === '' ? '' : ` (${run.label})`}; journal ${run.journal.fsPath}`,
        );
        run.onDidReceive((events) => events.forEach((event) => this.#write(run, event)));
      }),
      this.#runs.onDidEnd((run) => {
        this.#channel.info(`${run.id}: ${headline(run.model)}`);
        if (run.problem !== null) this.#channel.error(`${run.id}: ${run.problem}`);
      }),
    );
  }

  #write(run: LiveRun, event: RunEvent): void {
    if (event.type !== 'log') return;
    const place = event.line === undefined ? '' : `line ${event.line + 1}: `;
    const repeats = event.repeated ? ` (and ${event.repeated} more like it)` : '';
    const text = `${run.id}: ${place}${event.message}${repeats}`;
    switch (event.level) {
      case 'info':
        this.#channel.info(text);
        break;
      case 'warning':
        this.#channel.warn(text);
        break;
      case 'error':
        this.#channel.error(text);
        break;
    }
  }
}
