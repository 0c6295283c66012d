import * as vscode from 'vscode';
import { CompletionItemKind as Kind, type CompletionItem as Item, type Range } from 'vscode-languageserver-types';
import { complete } from '../language/completion.ts';
import { hover } from '../language/hover.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import type { YamlService } from '../language/yaml-service.ts';
import { toRange } from './conversions.ts';
import type { Scenarios } from './scenarios.ts';

/** Completion and hover. The YAML language service is loaded when one of them is first asked for. */
export class AuthoringHelp implements vscode.CompletionItemProvider, vscode.HoverProvider {
  readonly #scenarios: Scenarios;
  #service: Promise<YamlService> | null = null;

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  register(): vscode.Disposable {
    const selector = [...SCENARIO_LANGUAGES];
    return vscode.Disposable.from(
      vscode.languages.registerCompletionItemProvider(selector, this, ':', '{', '$', '.', ' ', '"', '-'),
      vscode.languages.registerHoverProvider(selector, this),
    );
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> {
    const items = await complete(document.getText(), position, this.#lastPlan(document), this.#yamlService);
    return token.isCancellationRequested ? [] : items.map(completionItemOf);
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | null> {
    const found = await hover(document.getText(), position, this.#lastPlan(document), this.#yamlService);
    if (!found) return null;
    return new vscode.Hover(new vscode.MarkdownString(found.markdown), found.range ? toRange(found.range) : undefined);
  }

  #lastPlan(document: vscode.TextDocument) {
    return this.#scenarios.known(document.uri)?.lastPlan ?? null;
  }

  readonly #yamlService = (): Promise<YamlService> => {
    this.#service ??= import('../language/yaml-service.ts').then(({ createYamlService }) => createYamlService());
    return this.#service;
  };
}

/** The protocol's kinds that occur here, in the editor's numbers, which are others. */
const KINDS = new Map<Kind, vscode.CompletionItemKind>([
  [Kind.Property, vscode.CompletionItemKind.Property],
  [Kind.Value, vscode.CompletionItemKind.Value],
  [Kind.EnumMember, vscode.CompletionItemKind.EnumMember],
  [Kind.Field, vscode.CompletionItemKind.Field],
  [Kind.Variable, vscode.CompletionItemKind.Variable],
  [Kind.Function, vscode.CompletionItemKind.Function],
  [Kind.Snippet, vscode.CompletionItemKind.Snippet],
]);

function completionItemOf(item: Item): vscode.CompletionItem {
  const result = new vscode.CompletionItem(item.label, KINDS.get(item.kind ?? Kind.Value));
  if (item.detail !== undefined) result.detail = item.detail;
  if (item.sortText !== undefined) result.sortText = item.sortText;
  if (item.filterText !== undefined) result.filterText = item.filterText;
  if (typeof item.documentation === 'string') result.documentation = item.documentation;
  else if (item.documentation) result.documentation = new vscode.MarkdownString(item.documentation.value);
  if (item.command) result.command = { title: item.command.title, command: item.command.command };
  const text = item.textEdit?.newText ?? item.insertText ?? item.label;
  // Format 2 of the protocol is a snippet.
  result.insertText = item.insertTextFormat === 2 ? new vscode.SnippetString(text) : text;
  const range = rangeOf(item.textEdit);
  if (range) result.range = toRange(range);
  return result;
}

function rangeOf(edit: Item['textEdit']): Range | null {
  if (!edit) return null;
  return 'range' in edit ? edit.range : edit.replace;
}
