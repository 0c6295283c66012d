import * as vscode from 'vscode';
import { isMasked, SHORTEST_MASKED } from '../run/mask.ts';

const NAMES_KEY = 'secretNames';

/**
 * Values of `secret.NAME`: from the editor's secret store, else from the environment, else asked for, once as long as the window is
 * open. Stored per workspace, as two projects rarely mean the same `PASSWORD`. The store can't be listed, so the names (never the
 * values) are kept beside.
 */
export class Secrets {
  readonly #storage: vscode.SecretStorage;
  readonly #memory: vscode.Memento;
  /** What was asked for and is not stored. */
  readonly #answers = new Map<string, string>();

  constructor(storage: vscode.SecretStorage, memory: vscode.Memento) {
    this.#storage = storage;
    this.#memory = memory;
  }

  get names(): readonly string[] {
    return this.#memory.get<readonly string[]>(NAMES_KEY, []);
  }

  /** Values by name. */
  async stored(): Promise<ReadonlyMap<string, string>> {
    const values = new Map<string, string>();
    for (const name of this.names) {
      const value = await this.#storage.get(storageKey(name));
      if (value !== undefined) values.set(name, value);
    }
    return values;
  }

  async set(name: string, value: string): Promise<void> {
    await this.#storage.store(storageKey(name), value);
    this.#answers.delete(name);
    if (!this.names.includes(name)) await this.#memory.update(NAMES_KEY, [...this.names, name]);
  }

  /** Forgets all of this workspace; tells how many there were. */
  async clear(): Promise<number> {
    const { names } = this;
    const count = new Set([...names, ...this.#answers.keys()]).size;
    for (const name of names) await this.#storage.delete(storageKey(name));
    this.#answers.clear();
    await this.#memory.update(NAMES_KEY, []);
    return count;
  }

  /** Values for all names; null where a person was asked and gave none. */
  async resolve(names: readonly string[]): Promise<Record<string, string> | null> {
    const values: Record<string, string> = {};
    for (const name of names) {
      const value =
        (await this.#storage.get(storageKey(name))) ??
        process.env[name] ??
        this.#answers.get(name) ??
        (await this.#ask(name));
      if (value === null) return null;
      values[name] = value;
    }
    return values;
  }

  /** Asks for a value, and whether to keep it longer than the window. */
  async #ask(name: string): Promise<string | null> {
    const value = await promptForSecret(name);
    if (value === null) return null;
    this.#answers.set(name, value);
    const keep = 'Store';
    const forget = 'Ask Again';
    // Not waited for: the run needn't be held up by the question.
    void vscode.window
      .showInformationMessage(
        `${name} is remembered until this window closes. Store it for this workspace? It is kept encrypted.`,
        keep,
        forget,
      )
      .then(async (answer) => {
        if (answer === keep) await this.set(name, value);
        if (answer === forget) this.#answers.delete(name);
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
    validateInput: (text) => {
      if (text === '' || isMasked(text)) return undefined;
      const message = `A value of fewer than ${SHORTEST_MASKED} characters is not masked: it would mask parts of every text.`;
      return { message, severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
  return value === undefined || value === '' ? null : value;
}

function storageKey(name: string): string {
  const folder = vscode.workspace.workspaceFile ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  return `secret:${folder?.toString() ?? 'no folder'}:${name}`;
}
