import * as vscode from 'vscode';
import type { RunEvent } from '../run/events.ts';
import { readRun, parseJournal } from '../run/journal.ts';
import type { RunModel } from '../run/model.ts';

/** A run as views show it: one that is on, or one that a journal holds. */
export interface ShownRun {
  readonly id: string;
  /** The scenario file, as far as it is known. */
  readonly scenario: vscode.Uri | null;
  readonly model: RunModel;
  /** All events so far. */
  readonly events: readonly RunEvent[];
  readonly journal: vscode.Uri;
  /** New events will come. */
  readonly live: boolean;
}

/** A journal could not be read; the message says why. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** Reads a run back from its journal. @throws JournalError */
export async function readShownRun(journal: vscode.Uri, scenario: vscode.Uri | null): Promise<ShownRun> {
  let text: string;
  try {
    text = new TextDecoder().decode(await vscode.workspace.fs.readFile(journal));
  } catch {
    throw new JournalError(`There is no run in ${journal.fsPath} any more.`);
  }
  const { events, problem } = parseJournal(text);
  if (events.length === 0) throw new JournalError(`${journal.fsPath} can't be shown. ${problem ?? ''}`.trim());
  const model = readRun(text).run;
  return { id: model.start?.runId ?? journal.path, scenario, model, events, journal, live: false };
}
