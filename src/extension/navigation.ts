import * as vscode from 'vscode';
import { columnRange } from '../language/column-range.ts';
import { definition, type DefinitionTarget } from '../language/definition.ts';
import { folds } from '../language/folding.ts';
import { links } from '../language/links.ts';
import { references } from '../language/references.ts';
import { prepareRename, rename } from '../language/rename.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { selectionRanges } from '../language/selection-ranges.ts';
import { outline, type OutlineItem, type OutlineKind } from '../language/symbols.ts';
import { fileNameOf, toRange, toTextEdits } from './conversions.ts';
import { fileUri, mayRead } from './scenario-files.ts';
import type { CheckedScenario, Scenarios } from './scenarios.ts';

/** Outline, folding, links, and the ways between a name's definition and its uses. */
export class Navigation
  implements
    vscode.DocumentSymbolProvider,
    vscode.FoldingRangeProvider,
    vscode.SelectionRangeProvider,
    vscode.DefinitionProvider,
    vscode.ReferenceProvider,
    vscode.DocumentHighlightProvider,
    vscode.RenameProvider,
    vscode.DocumentLinkProvider
{
  readonly #scenarios: Scenarios;

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  register(): vscode.Disposable {
    const { languages } = vscode;
    const selector = [...SCENARIO_LANGUAGES];
    return vscode.Disposable.from(
      languages.registerDocumentSymbolProvider(selector, this, { label: 'Rampwright' }),
      languages.registerFoldingRangeProvider(selector, this),
      languages.registerSelectionRangeProvider(selector, this),
      languages.registerDefinitionProvider(selector, this),
      languages.registerReferenceProvider(selector, this),
      languages.registerDocumentHighlightProvider(selector, this),
      languages.registerRenameProvider(selector, this),
      languages.registerDocumentLinkProvider(selector, this),
    );
  }

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    const { document: source, model } = this.#loaded(document);
    return outline(source, model.draft).map(symbolOf);
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    return folds(document.getText(), fileNameOf(document.uri)).map(
      ({ start, end, kind }) => new vscode.FoldingRange(start, end, kind && FOLDS[kind]),
    );
  }

  provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): vscode.SelectionRange[] {
    const { document: source } = this.#loaded(document);
    return positions.map((position) => {
      const fromOutside = selectionRanges(source, position).reverse();
      const chain = fromOutside.reduce<vscode.SelectionRange | undefined>(
        (parent, range) => new vscode.SelectionRange(toRange(range), parent),
        undefined,
      );
      return chain ?? new vscode.SelectionRange(new vscode.Range(position, position));
    });
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    const found = definition(this.#loaded(document), position);
    if (!found) return [];
    const originSelectionRange = toRange(found.origin);
    const targets = await Promise.all(found.targets.map((target) => placeOf(target, document.uri)));
    return targets.flatMap((target) => (target ? [{ originSelectionRange, ...target }] : []));
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): vscode.Location[] {
    const { model } = this.#loaded(document);
    return references(model.occurrences, position, { includeDefinitions: includeDeclaration }).map(
      ({ range }) => new vscode.Location(document.uri, toRange(range)),
    );
  }

  provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): vscode.DocumentHighlight[] {
    const { model } = this.#loaded(document);
    return references(model.occurrences, position).map(({ range, role }) => {
      const kind = role === 'definition' ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
      return new vscode.DocumentHighlight(toRange(range), kind);
    });
  }

  prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const prepared = prepareRename(this.#loaded(document), position);
    if ('refused' in prepared) throw new Error(prepared.refused);
    return { range: toRange(prepared.range), placeholder: prepared.name };
  }

  provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string): vscode.WorkspaceEdit {
    const edits = rename(this.#loaded(document), position, newName);
    if ('refused' in edits) throw new Error(edits.refused);
    const result = new vscode.WorkspaceEdit();
    result.set(document.uri, toTextEdits(edits));
    return result;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return links(this.#loaded(document).document).flatMap(({ range, path }) => {
      const uri = fileUri(document.uri, path);
      return uri ? [new vscode.DocumentLink(toRange(range), uri)] : [];
    });
  }

  #loaded(document: vscode.TextDocument): CheckedScenario['loaded'] {
    return this.#scenarios.check(document).loaded;
  }
}

const FOLDS = { comment: vscode.FoldingRangeKind.Comment, region: vscode.FoldingRangeKind.Region } as const;

const SYMBOLS: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Module,
  property: vscode.SymbolKind.Property,
  variable: vscode.SymbolKind.Variable,
  data: vscode.SymbolKind.Array,
  environment: vscode.SymbolKind.Object,
  metric: vscode.SymbolKind.Number,
  flow: vscode.SymbolKind.Function,
  scenario: vscode.SymbolKind.Class,
  stage: vscode.SymbolKind.EnumMember,
  threshold: vscode.SymbolKind.Boolean,
  request: vscode.SymbolKind.Method,
  group: vscode.SymbolKind.Namespace,
  choice: vscode.SymbolKind.Enum,
  loop: vscode.SymbolKind.Operator,
  pause: vscode.SymbolKind.Event,
  values: vscode.SymbolKind.Field,
  other: vscode.SymbolKind.String,
};

function symbolOf({ name, detail, kind, range, selection, children }: OutlineItem): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, SYMBOLS[kind], toRange(range), toRange(selection));
  symbol.children = children.map(symbolOf);
  return symbol;
}

/** Where a column is named is looked for in files up to this size. */
const MOST_BYTES = 20_000_000;

async function placeOf(
  target: DefinitionTarget,
  scenario: vscode.Uri,
): Promise<Pick<vscode.LocationLink, 'targetUri' | 'targetRange' | 'targetSelectionRange'> | null> {
  if (target.kind === 'here') {
    return {
      targetUri: scenario,
      targetRange: toRange(target.extent),
      targetSelectionRange: toRange(target.range),
    };
  }
  const targetUri = fileUri(scenario, target.path);
  if (!targetUri || !mayRead(targetUri)) return null;
  const start = new vscode.Range(0, 0, 0, 0);
  try {
    const { size } = await vscode.workspace.fs.stat(targetUri);
    if (target.kind === 'file' || size > MOST_BYTES) return { targetUri, targetRange: start };
    const bytes = await vscode.workspace.fs.readFile(targetUri);
    const found = columnRange(new TextDecoder().decode(bytes), target.path, target.column);
    return { targetUri, targetRange: found ? toRange(found) : start };
  } catch {
    // The file is not there, which a problem of the scenario says.
    return null;
  }
}
