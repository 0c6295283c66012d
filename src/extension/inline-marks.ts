import * as vscode from 'vscode';
import { lineMarks, type LineMark, type StageLine } from '../language/line-marks.ts';
import { stageLines } from '../language/stage-lines.ts';
import { LiveRun } from './live-run.ts';
import { Command } from './names.ts';
import type { Runs } from './runs.ts';
import { isScenario } from './scenarios.ts';
import { Settings } from './settings.ts';
import { throttled } from './throttle.ts';

const REFRESH_MS = 1000;
const EDITED = ' (before your edit)';

/** Verdicts and figures of the running or last run behind the lines that they are about. */
export class InlineMarks {
  readonly #runs: Runs;
  readonly #stages = new WeakMap<LiveRun, readonly StageLine[]>();
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3em', color: new vscode.ThemeColor('descriptionForeground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #failure = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 3em', color: new vscode.ThemeColor('errorForeground') },
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
    const shown = run instanceof LiveRun && new Settings(editor.document.uri).inlineResults;
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

  #optionsOf(document: vscode.TextDocument, run: LiveRun): { failed: boolean; options: vscode.DecorationOptions }[] {
    return lineMarks(run.model, this.#stageLines(run)).flatMap((mark) => {
      const line = run.lines.lineOf(mark.line);
      if (line === null || line >= document.lineCount) return [];
      const { text, range, firstNonWhitespaceCharacterIndex: start } = document.lineAt(line);
      const edited = run.lines.isEdited(mark.line, text);
      // The Testing API's message stands there then, in the same place and with the same figures.
      const told = !run.live && !run.once && !edited && (mark.tone === 'fail' || mark.tone === 'no-data');
      const contentText = told ? '' : edited ? mark.text + EDITED : mark.text;
      const options: vscode.DecorationOptions = {
        range: range.with({ start: range.start.with({ character: start }) }),
        hoverMessage: hoverOf(mark, run.scenario),
        renderOptions: {
          after: {
            contentText,
            ...(edited ? { color: new vscode.ThemeColor('disabledForeground'), fontStyle: 'italic' } : {}),
          },
        },
      };
      return [{ failed: mark.tone === 'fail' && !edited, options }];
    });
  }

  #stageLines(run: LiveRun): readonly StageLine[] {
    let lines = this.#stages.get(run);
    if (!lines) this.#stages.set(run, (lines = stageLines(run.text)));
    return lines;
  }
}

function hoverOf(mark: LineMark, scenario: vscode.Uri): vscode.MarkdownString {
  const args = encodeURIComponent(JSON.stringify([scenario.toJSON()]));
  const text = new vscode.MarkdownString(`${mark.hover}\n\n[Show in results](command:${Command.showResults}?${args})`);
  // Only this one command: the rest of the text names what stands in files.
  text.isTrusted = { enabledCommands: [Command.showResults] };
  return text;
}
