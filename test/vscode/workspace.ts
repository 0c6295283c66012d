import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Rampwright } from '../../src/extension/desktop.ts';
import type { RampwrightExtension } from '../../src/extension/extension.ts';

/** The extension under test, active, with all that it has loaded. */
export async function extension(): Promise<Rampwright> {
  return (await activated()).loaded();
}

/** The extension under test, active; it may not have loaded anything yet. */
export async function activated(): Promise<RampwrightExtension> {
  const found = vscode.extensions.getExtension<RampwrightExtension>('rampwright.rampwright');
  if (!found) throw new Error('The extension is not installed.');
  return found.activate();
}

/** Writes a scenario of its own into the workspace and opens it. No two have one name, for the editor keeps texts for a while. */
export async function openScenario(text: string, ending = 'yaml'): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error('The tests need a workspace folder.');
  const uri = vscode.Uri.joinPath(folder, `test-${randomUUID().slice(0, 8)}.load.${ending}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Replaces all of a document, as typing would. */
export async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Waits for the first value that `look` finds, looking again at each of the events. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | null | false,
  ...events: vscode.Event<unknown>[]
): Promise<T> {
  const listening: vscode.Disposable[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const check = (): void => {
        const found = look();
        if (found !== undefined && found !== null && found !== false) resolve(found);
      };
      listening.push(...events.map((event) => event(check)));
      timer = setTimeout(() => reject(new Error(`${what} did not happen within 20 s.`)), 20_000);
      check();
    });
  } finally {
    clearTimeout(timer);
    vscode.Disposable.from(...listening).dispose();
  }
}
