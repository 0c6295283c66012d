import * as vscode from 'vscode';
import type { LiveRun } from './live-run.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';
import { scenarioUri } from './scenario-uri.ts';

/** The run that a command is about: that of its scenario, else the only one that is on, else one that is asked for. */
export async function runningRun(
  runs: Runs,
  results: Results,
  argument: unknown,
  question: string,
): Promise<LiveRun | undefined> {
  const uri = scenarioUri(argument) ?? results.active;
  const running = runs.allRunning;
  const own = (uri && runs.running(uri)) ?? (running.length === 1 ? running[0] : undefined);
  if (own) return own;
  if (running.length === 0) {
    void vscode.window.showInformationMessage('No run is on.');
    return undefined;
  }
  const items = running.map((run) => ({ label: run.id, run }));
  return (await vscode.window.showQuickPick(items, { title: question }))?.run;
}
