import * as vscode from 'vscode';
import { fileNameOf } from './conversions.ts';
import type { Debugging } from './debugging.ts';
import type { LiveRun } from './live-run.ts';
import type { RunVariant } from './run-variant.ts';
import type { Runs } from './runs.ts';
import { TestReport } from './test-report.ts';
import type { TestTree } from './test-tree.ts';

/** What of one file a request asks for. */
interface FileRequest {
  readonly uri: vscode.Uri;
  /** null: all of them. */
  readonly scenarios: ReadonlySet<string> | null;
}

/** The Testing API: gutter arrows, the Testing view and its runs. Runs started elsewhere are told to it as well. */
export class Tests {
  readonly #tree: TestTree;
  readonly #runs: Runs;
  readonly #debugging: Debugging;
  readonly #profiles: vscode.TestRunProfile[] = [];

  constructor(tree: TestTree, runs: Runs, debugging: Debugging) {
    this.#tree = tree;
    this.#runs = runs;
    this.#debugging = debugging;
  }

  register(): vscode.Disposable {
    // Where the workspace isn't trusted there is nothing to press.
    if (vscode.workspace.isTrusted) this.#createProfiles();
    return vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#createProfiles()),
      this.#runs.onDidStart(({ run, origin }) => {
        if (origin === 'command') void this.#reportCommandRun(run);
      }),
    );
  }

  #createProfiles(): void {
    const { controller } = this.#tree;
    const { Run, Debug } = vscode.TestRunProfileKind;
    const handler = (once: boolean) => (request: vscode.TestRunRequest, token: vscode.CancellationToken) =>
      this.#handle(request, token, once);
    this.#profiles.push(
      controller.createRunProfile('Run', Run, handler(false), true),
      controller.createRunProfile('Run once', Run, handler(true), false),
      controller.createRunProfile('Debug', Debug, (request, token) => this.#debug(request, token), true),
    );
  }

  /** `Run`, `Run once` and `Debug`; none where the workspace isn't trusted. */
  get profiles(): readonly vscode.TestRunProfile[] {
    return this.#profiles;
  }

  /** One file after the other: two load tests at once would measure each other. */
  async #handle(request: vscode.TestRunRequest, token: vscode.CancellationToken, once: boolean): Promise<void> {
    const testRun = this.#tree.controller.createTestRun(request);
    try {
      for (const file of this.#filesOf(request)) {
        if (token.isCancellationRequested) break;
        await this.#runFile(file, testRun, token, once);
      }
    } finally {
      testRun.end();
    }
  }

  /** One iteration judges nothing, so nothing is said of the tests. */
  async #debug(request: vscode.TestRunRequest, token: vscode.CancellationToken): Promise<void> {
    const testRun = this.#tree.controller.createTestRun(request);
    try {
      for (const { uri, scenarios } of this.#filesOf(request)) {
        for (const scenario of scenarios ?? [null]) {
          if (!token.isCancellationRequested) await this.#debugging.debug(uri, scenario, token);
        }
      }
    } finally {
      testRun.end();
    }
  }

  async #runFile(
    { uri, scenarios }: FileRequest,
    testRun: vscode.TestRun,
    token: vscode.CancellationToken,
    once: boolean,
  ): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const file = this.#tree.itemOf(document);
    const variant: RunVariant = once
      ? { kind: 'once' }
      : scenarios
        ? { kind: 'scenarios', names: [...scenarios] }
        : { kind: 'whole' };
    const run = await this.#runs.start(document, variant, 'tests');
    if (typeof run === 'string') {
      if (run === '') testRun.skipped(file);
      else testRun.errored(file, new vscode.TestMessage(run));
      return;
    }
    const cancelling = token.onCancellationRequested(() => run.stop());
    if (token.isCancellationRequested) run.stop();
    await new TestReport(run, testRun, this.#tree, this.#itemsOf(run, file)).follow();
    cancelling.dispose();
  }

  async #reportCommandRun(run: LiveRun): Promise<void> {
    const document = await vscode.workspace.openTextDocument(run.scenario);
    const file = this.#tree.itemOf(document);
    const title = [fileNameOf(run.scenario), run.label].filter((part) => part !== '').join(', ');
    const testRun = this.#tree.controller.createTestRun(this.#requestOf(run, file), title);
    const cancelling = testRun.token.onCancellationRequested(() => run.stop());
    await new TestReport(run, testRun, this.#tree, this.#itemsOf(run, file)).follow();
    cancelling.dispose();
    testRun.end();
  }

  /** What would have started a run in the Testing view: the editor's “Rerun Last Run” asks for the same again. */
  #requestOf({ plan, once }: LiveRun, file: vscode.TestItem): vscode.TestRunRequest {
    const [whole, one] = this.#profiles;
    const scenarios = [...file.children].flatMap(([, item]) => {
      const node = this.#tree.nodeOf(item);
      return node?.kind === 'scenario' ? [{ item, runs: plan.scenarios.some(({ name }) => name === node.name) }] : [];
    });
    const part = scenarios.some(({ runs }) => !runs);
    const include = part ? scenarios.filter(({ runs }) => runs).map(({ item }) => item) : [file];
    return new vscode.TestRunRequest(include, undefined, once ? one : whole);
  }

  /** The items that a run is about. One iteration judges none of the file's own thresholds. */
  #itemsOf(run: LiveRun, file: vscode.TestItem): vscode.TestItem[] {
    const { plan } = run;
    const names = new Set(plan.scenarios.map(({ name }) => name));
    return [...this.#tree.below(file)].filter((item) => {
      const node = this.#tree.nodeOf(item);
      if (node?.kind === 'scenario') return names.has(node.name);
      if (node?.kind !== 'threshold' || run.once) return false;
      return node.scenario === null || names.has(node.scenario);
    });
  }

  #filesOf(request: vscode.TestRunRequest): FileRequest[] {
    const items = request.include ?? [...this.#tree.controller.items].map(([, item]) => item);
    const excluded = new Set(request.exclude ?? []);
    const files = new Map<string, { uri: vscode.Uri; scenarios: Set<string> | null }>();
    for (const item of items) {
      const node = this.#tree.nodeOf(item);
      if (!node || excluded.has(item)) continue;
      const key = node.uri.toString();
      const name = node.kind === 'scenario' ? node.name : node.kind === 'threshold' ? node.scenario : null;
      const known = files.get(key);
      if (!known) files.set(key, { uri: node.uri, scenarios: name === null ? null : new Set([name]) });
      else if (name === null) known.scenarios = null;
      else known.scenarios?.add(name);
    }
    return [...files.values()].flatMap(({ uri, scenarios }) => this.#without(excluded, uri, scenarios));
  }

  /** Takes the scenarios out that the request excludes; a file of which nothing is left isn't run. */
  #without(
    excluded: ReadonlySet<vscode.TestItem>,
    uri: vscode.Uri,
    scenarios: ReadonlySet<string> | null,
  ): FileRequest[] {
    const out = [...excluded].flatMap((item) => {
      const node = this.#tree.nodeOf(item);
      return node?.kind === 'scenario' && node.uri.toString() === uri.toString() ? [node.name] : [];
    });
    if (out.length === 0) return [{ uri, scenarios }];
    const file = this.#tree.controller.items.get(uri.toString());
    const all = file ? [...file.children].map(([, child]) => this.#tree.nodeOf(child)) : [];
    const names = scenarios ?? new Set(all.flatMap((node) => (node?.kind === 'scenario' ? [node.name] : [])));
    const left = new Set([...names].filter((name) => !out.includes(name)));
    return left.size === 0 ? [] : [{ uri, scenarios: left }];
  }
}
