import * as vscode from 'vscode';
import { Command } from './names.ts';
import type { Results } from './results.ts';
import type { RunPicker } from './run-picker.ts';
import type { RunVariant } from './run-variant.ts';
import type { Runs } from './runs.ts';
import { runningRun } from './running-run.ts';
import { scenarioUri } from './scenario-uri.ts';
import type { Scenarios } from './scenarios.ts';
import { promptForSecret, type Secrets } from './secrets.ts';

/** The commands. Each takes the scenario file's URI, or else works on the scenario that has the focus. */
export class Commands {
  readonly #scenarios: Scenarios;
  readonly #runs: Runs;
  readonly #results: Results;
  readonly #picker: RunPicker;
  readonly #secrets: Secrets;

  constructor(scenarios: Scenarios, runs: Runs, results: Results, picker: RunPicker, secrets: Secrets) {
    this.#scenarios = scenarios;
    this.#runs = runs;
    this.#results = results;
    this.#picker = picker;
    this.#secrets = secrets;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (...args: unknown[]) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      on(Command.run, (uri) => this.#run(uri, { kind: 'whole' })),
      on(Command.runOnce, (uri) => this.#run(uri, { kind: 'once' })),
      on(Command.runScenario, (uri, name) => this.#run(uri, { kind: 'scenarios', names: [String(name)] })),
      on(Command.stop, (uri) => this.#stop(uri)),
      on(Command.showResults, (uri) => this.#showResults(uri)),
      on(Command.openRun, () => this.#openRun()),
      on(Command.setSecret, () => this.#setSecret()),
      on(Command.clearSecrets, () => this.#clearSecrets()),
    );
  }

  /** What a command is about: its argument, else what has the focus, be it the file or its results. */
  #scenario(argument: unknown): vscode.Uri | undefined {
    return scenarioUri(argument) ?? this.#results.active ?? undefined;
  }

  async #run(argument: unknown, variant: RunVariant): Promise<void> {
    const uri = this.#scenario(argument);
    if (!uri) {
      void vscode.window.showInformationMessage('Open a scenario (*.load.yaml) to run it.');
      return;
    }
    await this.#runs.start(await vscode.workspace.openTextDocument(uri), variant, 'command');
  }

  async #stop(argument: unknown): Promise<void> {
    (await runningRun(this.#runs, this.#results, argument, 'Stop which run?'))?.stop();
  }

  async #showResults(argument: unknown): Promise<void> {
    const uri = this.#scenario(argument) ?? this.#runs.allRunning[0]?.scenario;
    if (!uri) return this.#openRun();
    this.#results.show(uri, this.#runs.last(uri), { focus: true });
  }

  async #openRun(): Promise<void> {
    const run = await this.#picker.pick(this.#scenario(undefined));
    if (run) this.#results.show(run.scenario, run, { focus: true });
  }

  async #setSecret(): Promise<void> {
    const name = await this.#secretName();
    if (name === undefined || name === '') return;
    const value = await promptForSecret(name);
    if (value === null) return;
    await this.#secrets.set(name, value);
    void vscode.window.showInformationMessage(`${name} is stored for this workspace, as secret.${name} in scenarios.`);
  }

  /** One that the active scenario reads, or any other. */
  async #secretName(): Promise<string | undefined> {
    const uri = this.#scenario(undefined);
    const read = (uri && this.#scenarios.known(uri)?.lastPlan?.secrets) ?? [];
    const known = [...new Set([...read, ...this.#secrets.names])];
    const other = 'Another name…';
    if (known.length > 0) {
      const picked = await vscode.window.showQuickPick([...known, other], { title: 'Set which secret?' });
      if (picked !== other) return picked;
    }
    return vscode.window.showInputBox({
      title: 'Set Secret',
      prompt: 'The name, as scenarios read it: NAME for secret.NAME.',
      validateInput: (name) =>
        /^[A-Za-z_]\w*$/.test(name) ? undefined : 'A letter or _, then letters, digits and _, as in TEST_PASSWORD.',
    });
  }

  async #clearSecrets(): Promise<void> {
    const count = await this.#secrets.clear();
    const text =
      count === 0 ? 'No secrets were stored' : count === 1 ? 'One secret was removed' : `${count} secrets were removed`;
    void vscode.window.showInformationMessage(`${text} in this workspace.`);
  }
}
