import * as vscode from 'vscode';
import { exchangeDocument, foldsOf, type ExchangeDocument, type SentRequest } from '../report/exchange-document.ts';
import type { Sample } from '../run/events.ts';
import { scenarioTitle } from '../language/scenario-files.ts';
import { EXCHANGE_SCHEME } from './names.ts';

/** A text that is not there by then has been closed. */
const LONGEST_CHANGE_MS = 2_000;

/** Requests with their answers as read-only documents beside the code: one per scenario file, which the next answer replaces. */
export class ExchangeDocuments
  implements
    vscode.TextDocumentContentProvider,
    vscode.DocumentSymbolProvider,
    vscode.FoldingRangeProvider,
    vscode.DocumentLinkProvider
{
  readonly #shown = new Map<string, { readonly scenario: vscode.Uri; readonly page: ExchangeDocument }>();
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();

  readonly onDidChange = this.#didChange.event;

  register(): vscode.Disposable {
    const selector = { scheme: EXCHANGE_SCHEME };
    return vscode.Disposable.from(
      this.#didChange,
      vscode.workspace.registerTextDocumentContentProvider(EXCHANGE_SCHEME, this),
      vscode.languages.registerDocumentSymbolProvider(selector, this),
      vscode.languages.registerFoldingRangeProvider(selector, this),
      vscode.languages.registerDocumentLinkProvider(selector, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    );
  }

  async show(
    scenario: vscode.Uri,
    sent: SentRequest,
    lineOf: (sample: Sample) => number | null,
  ): Promise<vscode.TextDocument> {
    const uri = uriOf(scenario);
    const key = uri.toString();
    this.#shown.set(key, { scenario, page: exchangeDocument(sent, lineOf) });
    this.#didChange.fire(uri);
    let document = await vscode.workspace.openTextDocument(uri);
    if (document.languageId !== EXCHANGE_SCHEME) {
      document = await vscode.languages.setTextDocumentLanguage(document, EXCHANGE_SCHEME);
      // Changing the language closes and opens it.
      this.#shown.set(key, { scenario, page: exchangeDocument(sent, lineOf) });
    }
    await hasText(document, this.#shown.get(key)?.page.text ?? '');
    await vscode.window.showTextDocument(document, {
      viewColumn: columnOf(uri) ?? vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
    return document;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#shown.get(uri.toString())?.page.text ?? 'Send the request again to see its answer.\n';
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const { page } = this.#shown.get(document.uri.toString()) ?? {};
    return (page?.sections ?? []).map(({ title, from, to }) => {
      const range = new vscode.Range(from, 0, to, document.lineAt(to).text.length);
      return new vscode.DocumentSymbol(title, '', vscode.SymbolKind.Namespace, range, document.lineAt(from).range);
    });
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] {
    const { page } = this.#shown.get(uri.toString()) ?? {};
    return page ? foldsOf(page).map(({ from, to }) => new vscode.FoldingRange(from, to)) : [];
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const { page, scenario } = this.#shown.get(uri.toString()) ?? {};
    if (!page || !scenario) return [];
    return page.links.map(({ line, from, to, target }) => {
      const link = new vscode.DocumentLink(
        new vscode.Range(line, from, line, to),
        scenario.with({ fragment: `L${target + 1}` }),
      );
      link.tooltip = 'Go to the step';
      return link;
    });
  }
}

/** The editor asks for the new text when it likes to. */
async function hasText(document: vscode.TextDocument, text: string): Promise<void> {
  if (document.getText() === text) return;
  const listening: vscode.Disposable[] = [];
  let late: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    listening.push(
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && document.getText() === text) resolve();
      }),
    );
    late = setTimeout(resolve, LONGEST_CHANGE_MS);
  });
  clearTimeout(late);
  vscode.Disposable.from(...listening).dispose();
}

/** The tab's title is the path's last part. */
function uriOf(scenario: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({
    scheme: EXCHANGE_SCHEME,
    path: `/${scenarioTitle(scenario.path)} response`,
    query: scenario.toString(),
  });
}

/** Where the document is shown already. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  )?.viewColumn;
}
