import * as vscode from 'vscode';
import { headlineOf } from '../report/words.ts';
import { TONE_ICONS } from '../language/verdict-sign.ts';
import type { RunsFolder } from './runs-folder.ts';
import { JournalError } from './journal-files.ts';
import type { ShownRun } from './shown-run.ts';
import { startTime } from './start-time.ts';
import { StoredRun } from './stored-run.ts';

/** More runs than this are not read for the list: their names and dates have to do. */
const READ_AT_MOST = 30;

interface RunItem extends vscode.QuickPickItem {
  readonly journal: vscode.Uri;
}

/** Lets a person pick one of the runs that are kept. */
export class RunPicker {
  readonly #folder: RunsFolder;

  constructor(folder: RunsFolder) {
    this.#folder = folder;
  }

  async pick(scenario: vscode.Uri | undefined): Promise<ShownRun | null> {
    const journals = await this.#folder.journals(scenario);
    if (journals.length === 0) {
      void vscode.window.showInformationMessage('There are no runs yet. Press Run above a scenario to make one.');
      return null;
    }
    const picked = await vscode.window.showQuickPick(
      Promise.all(journals.map((journal, index) => itemOf(journal, index < READ_AT_MOST))),
      { title: 'Open Earlier Results', placeHolder: 'Newest first', matchOnDescription: true, matchOnDetail: true },
    );
    if (!picked) return null;
    try {
      return await StoredRun.read(picked.journal);
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      void vscode.window.showErrorMessage(error.message);
      return null;
    }
  }
}

async function itemOf(journal: vscode.Uri, read: boolean): Promise<RunItem> {
  const name = journal.path.slice(journal.path.lastIndexOf('/') + 1);
  if (!read) return { label: name, journal };
  try {
    const run = await StoredRun.read(journal);
    const { tone, text } = headlineOf(run.model);
    const label = `${TONE_ICONS[tone].replace('~spin', '')} ${run.model.plan?.name ?? name}`;
    return { label, description: startTime(run), detail: text, journal };
  } catch {
    return { label: `$(question) ${name}`, detail: 'This file holds no run that can be read.', journal };
  }
}
