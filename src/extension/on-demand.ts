import * as vscode from 'vscode';
import { isScenarioLanguage } from '../language/scenario-files.ts';
import { Command } from './names.ts';

/**
 * Holds the place of the whole extension until it is needed: a scenario is opened, or one of the commands is run. Activation must
 * cost next to nothing, as it happens in every window whose folder has a scenario somewhere.
 */
export class OnDemand<T> {
  readonly #load: (clear: () => void) => Promise<T>;
  readonly #placeholders: vscode.Disposable[] = [];
  #loaded: Promise<T> | null = null;

  /** `load` imports the rest, calls `clear`, as the editor takes each command only once, and wires the rest up. */
  constructor(load: (clear: () => void) => Promise<T>) {
    this.#load = load;
  }

  /** Whether anything was needed yet. */
  get begun(): boolean {
    return this.#loaded !== null;
  }

  register(): vscode.Disposable {
    this.until(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (isScenarioLanguage(document.languageId)) this.#begin();
      }),
      ...Object.values(Command).map((command) =>
        vscode.commands.registerCommand(command, async (...args: unknown[]) => {
          await this.loaded();
          return vscode.commands.executeCommand(command, ...args);
        }),
      ),
    );
    if (vscode.workspace.textDocuments.some(({ languageId }) => isScenarioLanguage(languageId))) this.#begin();
    return new vscode.Disposable(() => this.#clear());
  }

  /** What only stands there until the rest does the same, and better. */
  until(...placeholders: vscode.Disposable[]): void {
    this.#placeholders.push(...placeholders);
  }

  /** What could not be imported is asked for again the next time. */
  loaded(): Promise<T> {
    let cleared = false;
    this.#loaded ??= this.#load(() => {
      cleared = true;
      this.#clear();
    }).catch((error: unknown) => {
      // Of what was wired up in part, nothing can be wired a second time.
      if (!cleared) this.#loaded = null;
      throw error;
    });
    return this.#loaded;
  }

  /** Without a command whose failure the editor would tell. */
  #begin(): void {
    this.loaded().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Rampwright could not be started, so that scenarios are only texts. ${why}`);
    });
  }

  #clear(): void {
    vscode.Disposable.from(...this.#placeholders.splice(0)).dispose();
  }
}
