import type * as vscode from 'vscode';
import { isJournal, runNameOf } from '../run/journal-file.ts';
import { isScenarioPath } from '../language/scenario-files.ts';
import { isRunNode } from './history-view.ts';
import type { Results } from './results.ts';
import type { Runs } from './runs.ts';
import { scenarioUri } from './scenario-uri.ts';
import type { ShownRun } from './shown-run.ts';
import { StoredRun } from './stored-run.ts';

/**
 * The run that a command is about: one of the history, a journal, the last one of a scenario; else what has the focus. null where
 * that is none. @throws JournalError
 */
export async function runOf(argument: unknown, runs: Runs, results: Results): Promise<ShownRun | null> {
  if (isRunNode(argument)) return runIn(argument.run.journal, runs);
  const uri = argument === undefined ? undefined : scenarioUri(argument);
  if (uri && isJournal(uri.path)) return runIn(uri, runs);
  if (uri && isScenarioPath(uri.path)) return runs.last(uri);
  const active = scenarioUri(undefined);
  return results.activeRun ?? (active ? runs.last(active) : null);
}

/** While it goes on in this window, the run itself. */
async function runIn(journal: vscode.Uri, runs: Runs): Promise<ShownRun> {
  const name = runNameOf(journal.path);
  return runs.allRunning.find(({ id }) => id === name) ?? (await StoredRun.read(journal));
}
