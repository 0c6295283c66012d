import * as vscode from 'vscode';
import { format } from '../language/format.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import type { YamlFormatter } from '../language/yaml-formatter.ts';
import { fileNameOf, fromRange, toTextEdits } from './conversions.ts';

/** "Format Document" and "Format Selection". The printer is loaded when one of them is first asked for. */
export class Formatting implements vscode.DocumentFormattingEditProvider, vscode.DocumentRangeFormattingEditProvider {
  #printer: Promise<YamlFormatter> | null = null;

  register(): vscode.Disposable {
    const selector = [...SCENARIO_LANGUAGES];
    return vscode.Disposable.from(
      vscode.languages.registerDocumentFormattingEditProvider(selector, this),
      vscode.languages.registerDocumentRangeFormattingEditProvider(selector, this),
    );
  }

  async provideDocumentFormattingEdits(
    document: vscode.TextDocument,
    options: vscode.FormattingOptions,
  ): Promise<vscode.TextEdit[]> {
    return toTextEdits(await format(document.getText(), fileNameOf(document.uri), options, this.#yamlFormatter));
  }

  async provideDocumentRangeFormattingEdits(
    document: vscode.TextDocument,
    range: vscode.Range,
    options: vscode.FormattingOptions,
  ): Promise<vscode.TextEdit[]> {
    const name = fileNameOf(document.uri);
    return toTextEdits(await format(document.getText(), name, options, this.#yamlFormatter, fromRange(range)));
  }

  readonly #yamlFormatter = (): Promise<YamlFormatter> => {
    this.#printer ??= import('../language/yaml-formatter.ts').then(({ formatYaml }) => formatYaml);
    return this.#printer;
  };
}
