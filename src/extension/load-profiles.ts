import * as vscode from 'vscode';
import { profileLines } from '../language/inlay-hints.ts';
import { loadProfile, profileSvg, svgDataUri, type LoadProfile } from '../language/load-profile.ts';
import { isScenario, type Scenarios } from './scenarios.ts';
import { Settings } from './settings.ts';

/** Stands on the line of the text without making it higher. */
const SIZE = { width: 90, height: 11 } as const;
const COLOURS = { dark: '#75beff', light: '#1a6fc4' } as const;

/** A small drawing of the load behind each `stages:`, of the file as it was at the last pause in typing. */
export class LoadProfiles {
  readonly #scenarios: Scenarios;
  readonly #decoration = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0.75em 0 0.75em' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  register(): vscode.Disposable {
    const update = (): void => vscode.window.visibleTextEditors.forEach((editor) => this.#update(editor));
    return vscode.Disposable.from(
      this.#decoration,
      this.#scenarios.onDidCheck(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
      vscode.workspace.onDidChangeConfiguration(update),
    );
  }

  #update(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (!isScenario(document)) return;
    const checked = this.#scenarios.known(document.uri);
    // Between two pauses the drawing stays with its line.
    if (checked && checked.version !== document.version) return;
    const shown = checked && new Settings(document.uri).loadProfile;
    editor.setDecorations(
      this.#decoration,
      shown
        ? profileLines(checked.loaded).map(({ range, scenario }) => {
            const { line } = range.start;
            const profile = loadProfile(scenario.executor);
            return {
              range: document.lineAt(Math.min(line, document.lineCount - 1)).range,
              renderOptions: {
                light: { after: { contentIconPath: drawn(profile, COLOURS.light) } },
                dark: { after: { contentIconPath: drawn(profile, COLOURS.dark) } },
              },
            };
          })
        : [],
    );
  }
}

function drawn(profile: LoadProfile, colour: string): vscode.Uri {
  return vscode.Uri.parse(
    svgDataUri(profileSvg(profile, { ...SIZE, line: colour, text: colour, labels: false })),
    true,
  );
}
