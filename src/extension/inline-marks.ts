import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import { lineMarks, type LineMark, type StageLine } from '../language/line-marks.ts';
import { stageLines } from '../language/stage-lines.ts';
import { linkedText } from './linked-text.ts';
import { LiveRun } from './live-run.ts';
import { Color } from './names.ts';
import type { Runs } from './runs.ts';
import { isScenario } from './scenarios.ts';
import { Settings } from './settings.ts';
import type { ShownRun } from './shown-run.ts';
import { startTime } from './start-time.ts';
import { throttled } from './throttle.ts';

const REFRESH_MS = 1000;
const EDITED = ' (before your edit)';
/** Of figures that may not be those of the text as it is now. Slanted, as a colour that can be read hardly differs from that of the others. */
const OLD = { color: new vscode.ThemeColor(Color.oldResult), fontStyle: 'italic' };

/** Verdicts and figures of the running or last run behind the lines that they are about. */
export class InlineMarks {
  readonly #runs: Runs;
  readonly #stages = new WeakMap<ShownRun, readonly StageLine[]>();
  /** SHA-256 of texts, by the document that has them at a version. */
  readonly #hashes = new WeakMap<vscode.TextDocument, { readonly version: number; readonly sha256: string }>();
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3em', color: new vscode.ThemeColor(Color.result) },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #failure = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3em', color: new vscode.ThemeColor(Color.failedResult) },
    overviewRulerColor: new vscode.ThemeColor('editorError.foreground'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    textDecoration: 'underline wavy var(--vscode-editorError-foreground)',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  register(): vscode.Disposable {
    const update = throttled(REFRESH_MS, () => this.#updateAll());
    return vscode.Disposable.from(
      this.#decoration,
      this.#failure,
      update,
      vscode.window.onDidChangeVisibleTextEditors(update.now),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#runs.last(document.uri)) update.now();
      }),
      vscode.workspace.onDidChangeConfiguration(update.now),
      this.#runs.onDidStart(update.now),
      this.#runs.onDidEnd(update.now),
      this.#runs.onDidChange(update.soon),
    );
  }

  #updateAll(): void {
    for (const editor of vscode.window.visibleTextEditors) if (isScenario(editor.document)) this.#update(editor);
  }

  #update(editor: vscode.TextEditor): void {
    const run = this.#runs.last(editor.document.uri);
    const shown = run !== null && new Settings(editor.document.uri).inlineResults;
    const marks = shown ? this.#optionsOf(editor.document, run) : [];
    editor.setDecorations(
      this.#failure,
      marks.filter(({ failed }) => failed).map(({ options }) => options),
    );
    editor.setDecorations(
      this.#decoration,
      marks.filter(({ failed }) => !failed).map(({ options }) => options),
    );
  }

  #optionsOf(document: vscode.TextDocument, run: ShownRun): { failed: boolean; options: vscode.DecorationOptions }[] {
    const lines = this.#runs.lines(run, document);
    const changed = !run.live && this.#hashOf(document) !== run.model.start?.scenario.sha256;
    return lineMarks(run.model, this.#stageLines(run)).flatMap((mark) => {
      const line = lines.lineOf(mark.line);
      if (line === null || line >= document.lineCount) return [];
      const { text, range, firstNonWhitespaceCharacterIndex: start } = document.lineAt(line);
      const edited = lines.isEdited(mark.line, text);
      const told = run instanceof LiveRun && !edited && isTold(run, mark);
      const contentText = told ? '' : edited ? mark.text + EDITED : mark.text;
      const options: vscode.DecorationOptions = {
        range: range.with({ start: range.start.with({ character: start }) }),
        hoverMessage: linkedText(`${mark.hover}\n\n${when(run, changed)}`, document.uri, run.live),
        renderOptions: {
          after: {
            contentText,
            ...(edited || changed ? OLD : {}),
          },
        },
      };
      return [{ failed: mark.tone === 'fail' && !edited && !changed, options }];
    });
  }

  #stageLines(run: ShownRun): readonly StageLine[] {
    const { start } = run.model;
    if (!start) return [];
    let lines = this.#stages.get(run);
    if (!lines) this.#stages.set(run, (lines = stageLines(start.scenario.text)));
    return lines;
  }

  #hashOf(document: vscode.TextDocument): string {
    const known = this.#hashes.get(document);
    if (known?.version === document.version) return known.sha256;
    const sha256 = createHash('sha256').update(document.getText()).digest('hex');
    this.#hashes.set(document, { version: document.version, sha256 });
    return sha256;
  }
}

/** Whether the Testing API's message stands there, in the same place and with the same figures. */
function isTold(run: LiveRun, { tone }: LineMark): boolean {
  if (run.live || run.once) return false;
  // Of a run that was cut short only failures are told.
  return tone === 'fail' || (tone === 'no-data' && run.model.complete);
}

/** Which run the figures are of. */
function when(run: ShownRun, changed: boolean): string {
  if (run.live) return 'The run is on.';
  return `Run of ${startTime(run)}.${changed ? ' The file has changed since.' : ''}`;
}
