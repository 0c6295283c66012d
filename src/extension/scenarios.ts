import * as vscode from 'vscode';
import { loadScenario } from '../scenario/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Problem } from '../scenario/problem.ts';
import { isScenarioLanguage } from '../language/scenario-files.ts';
import { fileNameOf } from './conversions.ts';

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
}

/** Typing pauses of this length are when an author wants to hear of problems. */
const PAUSE_MS = 250;

export function isScenario(document: vscode.TextDocument): boolean {
  return isScenarioLanguage(document.languageId);
}

/** The open scenario documents, each checked once a version, and again after each pause in typing. */
export class Scenarios {
  readonly #checked = new Map<string, CheckedScenario>();
  readonly #pending = new Map<string, NodeJS.Timeout>();
  readonly #didCheck = new vscode.EventEmitter<CheckedScenario>();
  readonly #didClose = new vscode.EventEmitter<vscode.Uri>();

  /** A document was opened, or its author paused. */
  readonly onDidCheck = this.#didCheck.event;
  readonly onDidClose = this.#didClose.event;

  register(): vscode.Disposable {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
    return vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#schedule(document, PAUSE_MS);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#close(document)),
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
    const { problems, plan } = loadScenario(text, fileNameOf(document.uri));
    const checked: CheckedScenario = {
      uri: document.uri,
      version: document.version,
      text,
      problems,
      plan,
      lastPlan: plan ?? known?.lastPlan ?? null,
    };
    this.#checked.set(key, checked);
    return checked;
  }

  /** The document as it was checked last, which may be some keystrokes ago; null before the first time. */
  known(uri: vscode.Uri): CheckedScenario | null {
    return this.#checked.get(uri.toString()) ?? null;
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
    if (this.#checked.delete(key)) this.#didClose.fire(document.uri);
  }
}
