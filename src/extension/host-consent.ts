import * as vscode from 'vscode';
import { hostnameOf, isLoopback } from '../scenario/loopback.ts';

const MEMENTO_KEY = 'confirmedHosts';
/** Stands for what can't be told before a run, as where a secret holds the address. */
export const UNKNOWN_HOST = 'a host that is only known while it runs';

/**
 * The one question before the first load on a host that isn't this machine. Answers are kept for the workspace and the host: who
 * said yes to staging is asked again before production.
 */
export class HostConsent {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** Whether load may be made on all these origins; asks for those that were not agreed to yet. */
  async agree(origins: readonly string[], scenario: string): Promise<boolean> {
    const agreed = this.#memory.get<readonly string[]>(MEMENTO_KEY, []);
    const asked = [...new Set(origins.filter((origin) => !isLoopback(origin)).map(hostnameOf))].filter(
      (host) => !agreed.includes(host),
    );
    if (asked.length === 0) return true;
    const yes = 'Start the Load';
    const answer = await vscode.window.showWarningMessage(
      `Make load on ${asked.join(' and ')}?`,
      {
        modal: true,
        detail:
          `${scenario} sends its requests there. Load tests can take a service down: make sure that you may test ` +
          `${asked.length === 1 ? 'this host' : 'these hosts'}. You are asked once per host in this workspace.`,
      },
      yes,
    );
    if (answer !== yes) return false;
    await this.#memory.update(MEMENTO_KEY, [...agreed, ...asked]);
    return true;
  }
}
