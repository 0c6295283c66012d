import * as vscode from 'vscode';
import { dismissEngine, prepareEngine } from '../engine/client.ts';
import { TrackedLines } from '../language/tracked-lines.ts';
import { fileNameOf } from './conversions.ts';
import { LiveRun } from './live-run.ts';
import { ContextKey } from './names.ts';
import type { RunPreparation } from './run-preparation.ts';
import type { RunVariant } from './run-variant.ts';
import type { ShownRun } from './shown-run.ts';

/** Who asked for a run: the Testing API reports on its own runs itself. */
export type RunOrigin = 'command' | 'tests';

export interface StartedRun {
  readonly run: LiveRun;
  readonly origin: RunOrigin;
}

/** The runs of this window: at most one at a time per file, and each file's last one. */
export class Runs {
  readonly #engineEntry: string;
  readonly #preparation: RunPreparation;
  readonly #log: vscode.LogOutputChannel;
  readonly #running = new Map<string, LiveRun>();
  /** Files whose run is being prepared: two clicks start one run. */
  readonly #preparing = new Set<string>();
  readonly #last = new Map<string, ShownRun>();
  readonly #matched = new WeakMap<ShownRun, { readonly version: number; readonly lines: TrackedLines }>();
  readonly #didStart = new vscode.EventEmitter<StartedRun>();
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();
  readonly #didEnd = new vscode.EventEmitter<LiveRun>();

  readonly onDidStart = this.#didStart.event;
  /** A file's run began, got new events, is stopping, or ended. */
  readonly onDidChange = this.#didChange.event;
  readonly onDidEnd = this.#didEnd.event;

  constructor(engineEntry: string, preparation: RunPreparation, log: vscode.LogOutputChannel) {
    this.#engineEntry = engineEntry;
    this.#preparation = preparation;
    this.#log = log;
  }

  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const run = this.#last.get(document.uri.toString());
        if (!(run instanceof LiveRun)) return;
        for (const { range, text } of contentChanges) run.lines.apply(range, text);
      }),
      this.#didStart,
      this.#didChange,
      this.#didEnd,
      new vscode.Disposable(() => this.#running.forEach((run) => run.kill())),
    );
  }

  running(scenario: vscode.Uri): LiveRun | null {
    return this.#running.get(scenario.toString()) ?? null;
  }

  get allRunning(): readonly LiveRun[] {
    return [...this.#running.values()];
  }

  /** The running or last run of a file. */
  last(scenario: vscode.Uri): ShownRun | null {
    return this.#last.get(scenario.toString()) ?? null;
  }

  /** Where the lines that a run ran are in its file now. */
  lines(run: ShownRun, document: vscode.TextDocument): TrackedLines {
    if (run instanceof LiveRun) return run.lines;
    const known = this.#matched.get(run);
    if (known?.version === document.version) return known.lines;
    const lines = new TrackedLines(run.model.start?.scenario.text ?? '', document.getText());
    this.#matched.set(run, { version: document.version, lines });
    return lines;
  }

  /** Takes a run from a journal as the file's last one, unless it has one. */
  adopt(run: ShownRun): void {
    if (!run.scenario || this.#last.has(run.scenario.toString())) return;
    this.#last.set(run.scenario.toString(), run);
    this.#didChange.fire(run.scenario);
  }

  /**
   * Starts a run, or says why it can't: to the person, and as a string to the caller. The string is '' where a person
   * answered a question with no.
   */
  async start(document: vscode.TextDocument, variant: RunVariant, origin: RunOrigin): Promise<LiveRun | string> {
    const key = document.uri.toString();
    const file = fileNameOf(document.uri);
    const before = this.#running.get(key);
    if (before?.model.end) await before.finished;
    if (this.#running.has(key) || this.#preparing.has(key)) {
      const reason = `${file} is running already. Stop that run first, or wait for its end.`;
      void vscode.window.showInformationMessage(reason);
      return reason;
    }
    this.#preparing.add(key);
    // Its start takes longer than all that is to be looked at before.
    if (vscode.workspace.isTrusted) prepareEngine(this.#engineEntry);
    try {
      const prepared = await this.#preparation.prepare(document, variant);
      if ('refused' in prepared) {
        if (prepared.refused !== '') void refuse(prepared.refused, prepared.remedy);
        return prepared.refused;
      }
      const run = new LiveRun(this.#engineEntry, document.uri, prepared);
      this.#follow(run, origin);
      return run;
    } catch (error) {
      const reason = `${file} could not be run: ${error instanceof Error ? error.message : String(error)}`;
      this.#log.error(reason);
      void vscode.window.showErrorMessage(reason);
      return reason;
    } finally {
      dismissEngine();
      this.#preparing.delete(key);
    }
  }

  #follow(run: LiveRun, origin: RunOrigin): void {
    const key = run.scenario.toString();
    this.#running.set(key, run);
    this.#last.set(key, run);
    run.onDidReceive(() => this.#didChange.fire(run.scenario));
    void run.finished.then(() => this.#ended(run));
    this.#publishContext();
    this.#didStart.fire({ run, origin });
    this.#didChange.fire(run.scenario);
  }

  #ended(run: LiveRun): void {
    this.#running.delete(run.scenario.toString());
    this.#publishContext();
    this.#didEnd.fire(run);
    this.#didChange.fire(run.scenario);
  }

  #publishContext(): void {
    // By path: in a remote window the workbench's URI of a file is another one than the extension host's.
    const files = this.allRunning.flatMap(({ scenario }) => [...new Set([scenario.path, scenario.fsPath])]);
    void vscode.commands.executeCommand('setContext', ContextKey.running, files.length > 0);
    void vscode.commands.executeCommand('setContext', ContextKey.runningFiles, files);
  }
}

/** Tells why there is no run, with a button for what helps. */
export async function refuse(
  reason: string,
  remedy: { readonly title: string; readonly command: string; readonly argument?: unknown } | undefined,
): Promise<void> {
  const buttons = remedy ? [remedy.title] : [];
  const answer = await vscode.window.showErrorMessage(reason, ...buttons);
  if (!remedy || answer !== remedy.title) return;
  const args = remedy.argument === undefined ? [] : [remedy.argument];
  await vscode.commands.executeCommand(remedy.command, ...args);
}
