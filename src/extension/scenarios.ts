import * as vscode from 'vscode';
import { loadScenario, type LoadedScenario, type ScenarioModel } from '../scenario/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Problem } from '../scenario/problem.ts';
import { environmentChoices, type EnvironmentChoice } from '../language/environments.ts';
import { isScenarioLanguage } from '../language/scenario-files.ts';
import { fileNameOf } from './conversions.ts';
import type { Environments } from './environments.ts';
import { SETTINGS_SECTION } from './names.ts';
import type { FilesOfScenarios } from './scenario-files.ts';
import { Settings } from './settings.ts';

/** A scenario document as it was checked last. */
export interface CheckedScenario {
  readonly uri: vscode.Uri;
  /** Of the document when it was checked. */
  readonly version: number;
  readonly text: string;
  readonly problems: readonly Problem[];
  /** null where a problem is an error. */
  readonly plan: Plan | null;
  /** Of the last text without errors: what lenses and completion go by while the author is in the middle of a word. */
  readonly lastPlan: Plan | null;
  /** All that was read of it. */
  readonly loaded: LoadedScenario;
  /** Of the last text without slips of syntax: what is in the file, as far as completion and hover may trust it. */
  readonly lastRead: { readonly text: string; readonly model: ScenarioModel } | null;
  /** Of the file, in its order. */
  readonly environments: readonly EnvironmentChoice[];
  /** The one that the file was checked with. */
  readonly environment: string | null;
}

/** What counts for a scenario beside its text. */
export interface Surroundings {
  readonly environments: Environments;
  readonly files: FilesOfScenarios;
  /** The editor's own environment variables; null where it has none, as in a browser. */
  readonly variables: Readonly<Record<string, string | undefined>> | null;
}

/** Typing pauses of this length are when an author wants to hear of problems. */
const PAUSE_MS = 250;
/** No version of a document: what was checked then is to be checked again. */
const OUTDATED = -1;

export function isScenario(document: vscode.TextDocument): boolean {
  return isScenarioLanguage(document.languageId);
}

/** The open scenario documents, each checked once a version, and again after each pause in typing. */
export class Scenarios {
  readonly #surroundings: Surroundings;
  readonly #checked = new Map<string, CheckedScenario>();
  readonly #pending = new Map<string, NodeJS.Timeout>();
  readonly #didCheck = new vscode.EventEmitter<CheckedScenario>();
  readonly #didClose = new vscode.EventEmitter<vscode.Uri>();

  /** A document was opened, or its author paused. */
  readonly onDidCheck = this.#didCheck.event;
  readonly onDidClose = this.#didClose.event;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  register(): vscode.Disposable {
    const { environments, files } = this.#surroundings;
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
    return vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, PAUSE_MS);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
      environments.onDidPick((uri) => this.#checkAgain(uri)),
      files.onDidLearn((uri) => this.#checkAgain(uri)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        for (const { uri } of this.#checked.values()) {
          if (change.affectsConfiguration(SETTINGS_SECTION, uri)) this.#checkAgain(uri);
        }
      }),
      this.#didCheck,
      this.#didClose,
      new vscode.Disposable(() => this.#pending.forEach((timer) => clearTimeout(timer))),
    );
  }

  /** The document as it is now. */
  check(document: vscode.TextDocument): CheckedScenario {
    const key = document.uri.toString();
    const known = this.#checked.get(key);
    if (known?.version === document.version) return known;
    const text = document.getText();
    const { loaded, environments, environment } = this.load(text, document.uri);
    const { problems, plan, model } = loaded;
    const readable = !problems.some(({ code }) => code === 'yaml-syntax' || code === 'json-syntax');
    const checked: CheckedScenario = {
      uri: document.uri,
      version: document.version,
      text,
      problems,
      plan,
      lastPlan: plan ?? known?.lastPlan ?? null,
      loaded,
      lastRead: readable ? { text, model } : (known?.lastRead ?? { text, model }),
      environments,
      environment,
    };
    this.#checked.set(key, checked);
    return checked;
  }

  /** Any text as that of a file, with all that counts beside it: environment (the one that was picked, or another), files, settings. */
  load(
    text: string,
    uri: vscode.Uri,
    picked = this.#surroundings.environments.picked(uri),
  ): Pick<CheckedScenario, 'loaded' | 'environments' | 'environment'> {
    const { files, variables } = this.#surroundings;
    const settings = new Settings(uri);
    const options = {
      files: files.of(uri),
      ...(variables && { env: { ...variables, ...settings.env } }),
      // Where the scenario will run, they may well be set.
      unsetSeverity: 'information',
      unpickedSeverity: 'information',
      ...(settings.allowedHosts.length > 0 && { allowedHosts: settings.allowedHosts }),
    } as const;
    const loaded = loadScenario(text, fileNameOf(uri), { ...options, environment: picked });
    const choices = environmentChoices(loaded.document);
    if (picked === null || choices.some(({ name }) => name === picked)) {
      return { loaded, environments: choices, environment: picked };
    }
    // The file has lost it: then none counts.
    return { loaded: loadScenario(text, fileNameOf(uri), options), environments: choices, environment: null };
  }

  /** The document as it was checked last, which may be some keystrokes ago; null before the first time. */
  known(uri: vscode.Uri): CheckedScenario | null {
    return this.#checked.get(uri.toString()) ?? null;
  }

  /** Something beside the text has changed. */
  #checkAgain(uri: vscode.Uri): void {
    const key = uri.toString();
    const known = this.#checked.get(key);
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === key);
    if (!known || !document) return;
    this.#checked.set(key, { ...known, version: OUTDATED });
    this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, afterMs: number): void {
    if (!isScenario(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#pending.get(key));
    const timer = setTimeout(() => {
      this.#pending.delete(key);
      if (!document.isClosed) this.#didCheck.fire(this.check(document));
    }, afterMs);
    this.#pending.set(key, timer);
  }

  #close(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#pending.get(key));
    this.#pending.delete(key);
    if (!this.#checked.delete(key)) return;
    this.#surroundings.files.forget(document.uri);
    this.#didClose.fire(document.uri);
  }
}
