import * as vscode from 'vscode';

const MEMENTO_KEY = 'environments';

/** Which of its `environments` each scenario file is checked and run with; remembered in this workspace. */
export class Environments {
  readonly #memory: vscode.Memento;
  readonly #didPick = new vscode.EventEmitter<vscode.Uri>();

  readonly onDidPick = this.#didPick.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#didPick,
      // A file keeps its environment under a new name.
      vscode.workspace.onDidRenameFiles(async ({ files }) => {
        for (const { oldUri, newUri } of files) {
          const name = this.picked(oldUri);
          if (name === null) continue;
          await this.pick(newUri, name);
          await this.pick(oldUri, null);
        }
      }),
    );
  }

  /** null: none. The file may have lost the environment of this name since. */
  picked(scenario: vscode.Uri): string | null {
    return this.#all[scenario.toString()] ?? null;
  }

  async pick(scenario: vscode.Uri, name: string | null): Promise<void> {
    const key = scenario.toString();
    const others = Object.entries(this.#all).filter(([file]) => file !== key);
    const all = name === null ? others : [...others, [key, name] as const];
    await this.#memory.update(MEMENTO_KEY, Object.fromEntries(all));
    this.#didPick.fire(scenario);
  }

  get #all(): Readonly<Record<string, string>> {
    return this.#memory.get<Readonly<Record<string, string>>>(MEMENTO_KEY, {});
  }
}
