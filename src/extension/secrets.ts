import * as vscode from 'vscode';

const NAMES_KEY = 'secretNames';

/**
 * Values of `secret.NAME`: from the editor's secret store, else from the environment, else asked for. Stored per workspace, as
 * two projects rarely mean the same `PASSWORD`. The store can't be listed, so the names (never the values) are kept beside.
 */
export class Secrets {
  readonly #storage: vscode.SecretStorage;
  readonly #memory: vscode.Memento;

  constructor(storage: vscode.SecretStorage, memory: vscode.Memento) {
    this.#storage = storage;
    this.#memory = memory;
  }

  get names(): readonly string[] {
    return this.#memory.get<readonly string[]>(NAMES_KEY, []);
  }

  async set(name: string, value: string): Promise<void> {
    await this.#storage.store(storageKey(name), value);
    if (!this.names.includes(name)) await this.#memory.update(NAMES_KEY, [...this.names, name]);
  }

  /** Forgets all of this workspace; tells how many there were. */
  async clear(): Promise<number> {
    const { names } = this;
    for (const name of names) await this.#storage.delete(storageKey(name));
    await this.#memory.update(NAMES_KEY, []);
    return names.length;
  }

  /** Values for all names; null where a person was asked and gave none. */
  async resolve(names: readonly string[]): Promise<Record<string, string> | null> {
    const values: Record<string, string> = {};
    for (const name of names) {
      const value = (await this.#storage.get(storageKey(name))) ?? process.env[name] ?? (await this.#ask(name));
      if (value === null) return null;
      values[name] = value;
    }
    return values;
  }

  /** Asks for a value, and whether to keep it. */
  async #ask(name: string): Promise<string | null> {
    const value = await promptForSecret(name);
    if (value === null) return null;
    const keep = 'Store';
    // Not waited for: the run needn't be held up by the question whether to be asked again.
    void vscode.window
      .showInformationMessage(`Store ${name} for the next runs in this workspace? It is kept encrypted.`, keep)
      .then(async (answer) => {
        if (answer === keep) await this.set(name, value);
      });
    return value;
  }
}

/** A masked input box; null where it was closed without a value. */
export async function promptForSecret(name: string): Promise<string | null> {
  const value = await vscode.window.showInputBox({
    title: `Rampwright: secret.${name}`,
    prompt: `The value of ${name}. It is masked in everything that is shown or kept of a run.`,
    password: true,
    ignoreFocusOut: true,
  });
  return value === undefined || value === '' ? null : value;
}

function storageKey(name: string): string {
  const folder = vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return `secret:${folder?.toString() ?? 'no folder'}:${name}`;
}
