import * as vscode from 'vscode';
import { journalText, otherPath } from '../run/journal-file.ts';

/** A journal could not be read; the message says why. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/**
 * A journal's text and where it is: a run that has ended since its path was noted is compressed by now, and has another one.
 * Works in every file system that the editor knows, such as git's. @throws JournalError
 */
export async function readJournal(journal: vscode.Uri): Promise<{ readonly uri: vscode.Uri; readonly text: string }> {
  for (const uri of [journal, journal.with({ path: otherPath(journal.path) })]) {
    try {
      return { uri, text: await journalText(await vscode.workspace.fs.readFile(uri)) };
    } catch {
      // The other one may be there.
    }
  }
  throw new JournalError(`There is no run in ${journal.fsPath} any more.`);
}
