import * as vscode from 'vscode';
import { CompletionItemKind as Kind, InsertTextFormat, type CompletionItem as Item } from 'vscode-languageserver-types';
import { complete } from '../language/completion.ts';
import { hover } from '../language/hover.ts';
import type { Known } from '../language/known.ts';
import type { OpenApiPath } from '../language/openapi.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import type { ScenarioFiles } from '../scenario/files.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { toRange } from './conversions.ts';
import type { EnvironmentVariables } from './environment-variables.ts';
import type { FilesBeside } from './files-beside.ts';
import type { Scenarios } from './scenarios.ts';

/** Where completion and hover hear of what is not in the file itself. */
export interface AuthoringSources {
  files(scenario: vscode.Uri): ScenarioFiles;
  readonly filesBeside: FilesBeside;
  openApiPaths(): readonly OpenApiPath[];
  secrets(): readonly string[];
  env(scenario: vscode.Uri): EnvironmentVariables;
}

/** The value that a name had in a scenario's last run, masked, as JSON; null where that is not known. */
export type LastValues = (scenario: vscode.Uri, name: string) => string | null;

/** Completion and hover. */
export class AuthoringHelp implements vscode.CompletionItemProvider, vscode.HoverProvider {
  readonly #scenarios: Scenarios;
  readonly #sources: AuthoringSources;
  #lastValues: LastValues = () => null;

  constructor(scenarios: Scenarios, sources: AuthoringSources) {
    this.#scenarios = scenarios;
    this.#sources = sources;
  }

  register(): vscode.Disposable {
    const selector = [...SCENARIO_LANGUAGES];
    return vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(selector, this, ':', '{', '$', '.', ' ', '"', "'", '-', '/', ','),
      vscode.languages.registerHoverProvider(selector, this),
      // Found in the pause after a scenario was opened, so that the first completion needn't wait for the disk.
      this.#scenarios.onDidCheck(({ uri }) => {
        this.#sources.openApiPaths();
        this.#sources.filesBeside.of(uri);
      }),
    );
  }

  /** Where there are runs. */
  useLastValues(lastValues: LastValues): void {
    this.#lastValues = lastValues;
  }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    return complete(document.getText(), plain(position), this.#known(document)).map(completionItemOf);
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = hover(document.getText(), plain(position), this.#known(document));
    if (!found) return null;
    return new vscode.Hover(new vscode.MarkdownString(found.markdown), found.range ? toRange(found.range) : undefined);
  }

  #known({ uri: scenario, languageId }: vscode.TextDocument): Known {
    const sources = this.#sources;
    return {
      json: languageId === 'rampwright-json',
      last: this.#scenarios.known(scenario)?.lastRead ?? null,
      facts: (path) => sources.files(scenario).facts(path),
      openApiPaths: () => sources.openApiPaths(),
      filesBeside: () => sources.filesBeside.of(scenario),
      env: () => sources.env(scenario),
      secrets: () => sources.secrets(),
      lastValue: (name) => this.#lastValues(scenario, name),
    };
  }
}

/** The editor's positions can't be spread. */
function plain({ line, character }: vscode.Position): SourcePosition {
  return { line, character };
}

/** The protocol's kinds that occur here, in the editor's numbers, which are others. */
const KINDS = new Map<Kind, vscode.CompletionItemKind>([
  [Kind.Property, vscode.CompletionItemKind.Property],
  [Kind.Value, vscode.CompletionItemKind.Value],
  [Kind.EnumMember, vscode.CompletionItemKind.EnumMember],
  [Kind.Field, vscode.CompletionItemKind.Field],
  [Kind.Variable, vscode.CompletionItemKind.Variable],
  [Kind.Function, vscode.CompletionItemKind.Function],
  [Kind.Method, vscode.CompletionItemKind.Method],
  [Kind.Keyword, vscode.CompletionItemKind.Keyword],
  [Kind.Operator, vscode.CompletionItemKind.Operator],
  [Kind.Unit, vscode.CompletionItemKind.Unit],
  [Kind.Reference, vscode.CompletionItemKind.Reference],
  [Kind.File, vscode.CompletionItemKind.File],
  [Kind.Snippet, vscode.CompletionItemKind.Snippet],
]);

function completionItemOf(item: Item): vscode.CompletionItem {
  const result = new vscode.CompletionItem(item.label, KINDS.get(item.kind ?? Kind.Value));
  if (item.detail !== undefined) result.detail = item.detail;
  if (item.sortText !== undefined) result.sortText = item.sortText;
  if (item.filterText !== undefined) result.filterText = item.filterText;
  if (item.preselect !== undefined) result.preselect = item.preselect;
  if (item.commitCharacters) result.commitCharacters = item.commitCharacters;
  if (typeof item.documentation === 'string') result.documentation = item.documentation;
  else if (item.documentation) result.documentation = new vscode.MarkdownString(item.documentation.value);
  if (item.command) result.command = { title: item.command.title, command: item.command.command };
  const { textEdit } = item;
  const text = textEdit?.newText ?? item.label;
  result.insertText = item.insertTextFormat === InsertTextFormat.Snippet ? new vscode.SnippetString(text) : text;
  if (textEdit && 'insert' in textEdit) {
    result.range = { inserting: toRange(textEdit.insert), replacing: toRange(textEdit.replace) };
  }
  return result;
}
