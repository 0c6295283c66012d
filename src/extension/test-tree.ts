import * as vscode from 'vscode';
import { loadScenario } from '../scenario/index.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';
import type { SourceRange } from '../scenario/range.ts';
import { SCENARIO_GLOB, scenarioTitle } from '../language/scenario-files.ts';
import { rangeAfter } from '../language/tracked-lines.ts';
import { requirementExpression, requirementTitle } from '../report/words.ts';
import { fileNameOf, fromRange, toRange } from './conversions.ts';
import { foundFiles } from './found-files.ts';
import { isScenario, type CheckedScenario, type Scenarios } from './scenarios.ts';

/** What an item of the test tree stands for. */
export type TestNode =
  | { readonly kind: 'file'; readonly uri: vscode.Uri }
  | { readonly kind: 'scenario'; readonly uri: vscode.Uri; readonly name: string }
  /** `scenario`: the one that it stands under; null where it is about the whole of several. */
  | { readonly kind: 'threshold'; readonly uri: vscode.Uri; readonly key: string; readonly scenario: string | null };

/** A threshold's name in the tree: what is written, which stays the same when lines above it come and go. */
export function thresholdKeys(thresholds: readonly Threshold[]): string[] {
  const seen = new Map<string, number>();
  return thresholds.map((threshold) => {
    const expression = requirementExpression(threshold);
    const count = (seen.get(expression) ?? 0) + 1;
    seen.set(expression, count);
    return count === 1 ? expression : `${expression} #${count}`;
  });
}

/**
 * Scenario files as tests: file › scenario › thresholds. Thresholds about all of several scenarios stand beside these. The tree
 * follows the editor's text, not the disk, and its lines follow every edit at once.
 */
export class TestTree {
  readonly controller: vscode.TestController;
  readonly #scenarios: Scenarios;
  readonly #nodes = new WeakMap<vscode.TestItem, TestNode>();

  constructor(scenarios: Scenarios, controller: vscode.TestController) {
    this.#scenarios = scenarios;
    this.controller = controller;
    this.controller.resolveHandler = (item) => this.resolve(item);
    this.controller.refreshHandler = () => this.#findFiles();
  }

  register(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(SCENARIO_GLOB);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((uri) => void this.#addFile(uri)),
      watcher.onDidDelete((uri) => this.controller.items.delete(uri.toString())),
      watcher.onDidChange((uri) => {
        const item = this.controller.items.get(uri.toString());
        // An open file is followed through its document.
        if (item && item.children.size > 0 && !this.#scenarios.known(uri)) void this.#read(item);
      }),
      this.#scenarios.onDidCheck((checked) => this.#follow(checked)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        const open = vscode.workspace.textDocuments.filter(isScenario);
        for (const document of open) this.#follow(this.#scenarios.check(document));
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.#move(event)),
    );
  }

  /** Finds the files, or what is in one of them. */
  resolve(item: vscode.TestItem | undefined): Promise<void> {
    return item ? this.#read(item) : this.#findFiles();
  }

  nodeOf(item: vscode.TestItem): TestNode | undefined {
    return this.#nodes.get(item);
  }

  /** The file's item, with children that match its text now. */
  itemOf(document: vscode.TextDocument): vscode.TestItem {
    const item = this.#addFile(document.uri);
    const { plan } = this.#scenarios.check(document);
    if (plan) this.#build(item, plan);
    return item;
  }

  /** All items below one, itself included. */
  *below(item: vscode.TestItem): Generator<vscode.TestItem> {
    yield item;
    for (const [, child] of item.children) yield* this.below(child);
  }

  async #findFiles(): Promise<void> {
    const found = await foundFiles(SCENARIO_GLOB);
    for (const uri of found) this.#addFile(uri);
  }

  #addFile(uri: vscode.Uri): vscode.TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known) return known;
    const item = this.controller.createTestItem(uri.toString(), scenarioTitle(uri.path), uri);
    item.canResolveChildren = true;
    // Two folders may have files of one name.
    item.description = vscode.workspace.asRelativePath(uri);
    this.#nodes.set(item, { kind: 'file', uri });
    this.controller.items.add(item);
    return item;
  }

  async #read(item: vscode.TestItem): Promise<void> {
    const { uri } = item;
    if (!uri || this.#nodes.get(item)?.kind !== 'file') return;
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open) {
      this.#follow(this.#scenarios.check(open));
      return;
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    this.#show(item, loadScenario(text, fileNameOf(uri)));
  }

  #follow(checked: CheckedScenario): void {
    const item = this.#addFile(checked.uri);
    this.#show(item, checked);
  }

  #show(item: vscode.TestItem, { plan, problems }: Pick<CheckedScenario, 'plan' | 'problems'>): void {
    if (plan) {
      item.error = undefined;
      this.#build(item, plan);
      return;
    }
    // The children of the last text without errors stay: they move along with the edits until the author is done.
    const [first] = problems.filter(({ severity }) => severity === 'error');
    item.error = first && `Line ${first.range.start.line + 1}: ${first.message}`;
  }

  #build(file: vscode.TestItem, plan: Plan): void {
    const uri = file.uri;
    if (!uri) return;
    const keys = thresholdKeys(plan.thresholds);
    const [only] = plan.scenarios;
    const ownerOf = (threshold: Threshold): string | null =>
      plan.scenarios.length === 1 && only
        ? only.name
        : (plan.scenarios.find(({ name }) => name === threshold.tags['scenario'])?.name ?? null);
    const thresholdItems = (parent: vscode.TestItem, owner: string | null): vscode.TestItem[] =>
      plan.thresholds.flatMap((threshold, index) =>
        ownerOf(threshold) === owner ? [this.#thresholdItem(parent, uri, threshold, keys[index] ?? '', owner)] : [],
      );
    const scenarios = plan.scenarios.map((scenario, index) => {
      const id = `${uri.toString()}#scenario:${scenario.name}`;
      const item = file.children.get(id) ?? this.controller.createTestItem(id, scenario.name, uri);
      item.range = gutterRange(scenario.range);
      item.sortText = order(index);
      item.description = scenario.executor.kind;
      this.#nodes.set(item, { kind: 'scenario', uri, name: scenario.name });
      item.children.replace(thresholdItems(item, scenario.name));
      return item;
    });
    file.children.replace([...scenarios, ...thresholdItems(file, null)]);
  }

  /** The item that is there already, where there is one: a run that is on reports on it, wherever its line has gone. */
  #thresholdItem(
    parent: vscode.TestItem,
    uri: vscode.Uri,
    threshold: Threshold,
    key: string,
    scenario: string | null,
  ): vscode.TestItem {
    const title = requirementTitle(threshold);
    const id = `${uri.toString()}#threshold:${scenario ?? ''}:${key}`;
    const item = parent.children.get(id) ?? this.controller.createTestItem(id, title, uri);
    item.label = title;
    item.range = gutterRange(threshold.range);
    item.sortText = `t${order(threshold.id)}`;
    item.description = threshold.name === null ? '' : requirementExpression(threshold);
    this.#nodes.set(item, { kind: 'threshold', uri, key, scenario });
    return item;
  }

  /** Moves the file's items with an edit, in the same tick, so that gutter arrows never lag behind. */
  #move({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const file = this.controller.items.get(document.uri.toString());
    if (!file) return;
    for (const item of this.below(file)) {
      for (const { range, text } of contentChanges) {
        if (!item.range) continue;
        const moved = rangeAfter(fromRange(item.range), fromRange(range), text.split('\n').length - 1);
        if (moved && moved.start.line !== item.range.start.line) item.range = toRange(moved);
      }
    }
  }
}

/** Items with a range get an arrow in the gutter, which must not be offered where nothing may run. */
function gutterRange(range: SourceRange): vscode.Range | undefined {
  return vscode.workspace.isTrusted ? toRange(range) : undefined;
}

function order(index: number): string {
  return String(index).padStart(4, '0');
}
