import * as vscode from 'vscode';
import { headlineOf } from '../report/words.ts';
import { fileNameOf } from './conversions.ts';
import type { LiveRun } from './live-run.ts';
import { Command } from './names.ts';
import type { Runs } from './runs.ts';

/** A shorter run ends before its author has looked away. */
const WORTH_A_NOTICE_MS = 60_000;

/** Tells of the end of runs that took longer than a minute, and of nothing else. */
export function registerEndNotices(runs: Runs): vscode.Disposable {
  return runs.onDidEnd((run) => {
    if (run.model.elapsedMs > WORTH_A_NOTICE_MS && !run.stopped) void tell(run);
  });
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
