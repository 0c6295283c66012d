import * as vscode from 'vscode';
import { isCurl, stepFromCurl } from '../interop/curl.ts';
import { InteropError } from '../interop/interop-error.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { replaceByStep } from '../language/step-insertion.ts';
import { moveSecrets } from '../language/step-secrets.ts';
import { fileNameOf, fromRange, toRange } from './conversions.ts';
import { Command } from './names.ts';
import { isScenario, type Scenarios } from './scenarios.ts';
import type { Secrets } from './secrets.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('rampwright', 'requestStep');
const TEXT = 'text/plain';

/** A step as it would be pasted, and what else there is to do. */
interface PastedStep {
  readonly range: vscode.Range;
  readonly text: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

class RequestStepEdit extends vscode.DocumentPasteEdit {
  readonly pasted: PastedStep;

  constructor(pasted: PastedStep, uri: vscode.Uri) {
    super('', 'Paste as request step', KIND);
    // Who presses Ctrl+V gets what was copied, and this as an offer.
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    this.pasted = pasted;
    this.additionalEdit = new vscode.WorkspaceEdit();
    this.additionalEdit.replace(uri, pasted.range, pasted.text);
  }
}

/** Makes a request step of a curl command: as a command, and as a way to paste. Its credentials go to the secret store. */
export class PasteCurl implements vscode.DocumentPasteEditProvider<RequestStepEdit> {
  readonly #scenarios: Scenarios;
  readonly #secrets: Secrets;

  constructor(scenarios: Scenarios, secrets: Secrets) {
    this.#scenarios = scenarios;
    this.#secrets = secrets;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: () => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      vscode.languages.registerDocumentPasteEditProvider([...SCENARIO_LANGUAGES], this, {
        providedPasteEditKinds: [KIND],
        pasteMimeTypes: [TEXT],
      }),
      on(Command.pasteCurl, () => this.#paste()),
    );
  }

  /** Nothing for what is not understood: it is pasted as text, and the command says why. */
  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    clipboard: vscode.DataTransfer,
  ): Promise<RequestStepEdit[]> {
    const text = (await clipboard.get(TEXT)?.asString()) ?? '';
    if (!range || !isCurl(text)) return [];
    try {
      const pasted = await this.#read(document, range, text);
      return pasted ? [new RequestStepEdit(pasted, document.uri)] : [];
    } catch (error) {
      if (error instanceof InteropError) return [];
      throw error;
    }
  }

  /** Only once it was chosen are its secrets stored. */
  async resolveDocumentPasteEdit(edit: RequestStepEdit): Promise<RequestStepEdit> {
    await this.#finish(edit.pasted);
    return edit;
  }

  async #paste(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isScenario(editor.document)) {
      void vscode.window.showInformationMessage(
        'Open a scenario (*.load.yaml), and put the cursor where the request belongs.',
      );
      return;
    }
    try {
      const pasted = await this.#read(editor.document, editor.selection, await vscode.env.clipboard.readText());
      if (!pasted) {
        void vscode.window.showWarningMessage(
          'No steps stand here. Put the cursor in a list of steps, or below `steps:`.',
        );
        return;
      }
      const edit = new vscode.WorkspaceEdit();
      edit.replace(editor.document.uri, pasted.range, pasted.text);
      if (await vscode.workspace.applyEdit(edit)) await this.#finish(pasted);
    } catch (error) {
      if (!(error instanceof InteropError)) throw error;
      void vscode.window.showWarningMessage(`The clipboard can't be pasted as a request. ${error.message}`);
    }
  }

  async #read(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<PastedStep | null> {
    const { step, notes } = stepFromCurl(text);
    const moved = moveSecrets(step, await this.#secrets.stored());
    const { loaded } = this.#scenarios.check(document);
    const edit = replaceByStep(loaded.document, fileNameOf(document.uri), fromRange(range), moved.step);
    return edit && { range: toRange(edit.range), text: edit.newText, secrets: moved.secrets, notes };
  }

  async #finish({ secrets, notes }: PastedStep): Promise<void> {
    for (const [name, value] of secrets) await this.#secrets.set(name, value);
    const names = [...secrets.keys()];
    const stored =
      names.length === 0
        ? []
        : [`Stored for this workspace, encrypted: ${names.map((name) => `secret.${name}`).join(', ')}.`];
    if (stored.length + notes.length > 0) void vscode.window.showInformationMessage([...stored, ...notes].join(' '));
  }
}
