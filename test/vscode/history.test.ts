import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Rampwright } from '../../src/extension/desktop.ts';
import { copyComparison } from '../../src/extension/comparison-export.ts';
import type { ComparisonPanel, ShownComparison } from '../../src/extension/comparison-panel.ts';
import { EarlyBadges } from '../../src/extension/early-badges.ts';
import { RunHistory, type KeptRun } from '../../src/extension/run-history.ts';
import { RunsFolder } from '../../src/extension/runs-folder.ts';
import { StoredRun } from '../../src/extension/stored-run.ts';
import { useTargetServer } from '../support/target-server.ts';
import { closeAll, extension, openScenario, type } from './workspace.ts';

describe('the history of runs', () => {
  const target = useTargetServer();
  let rampwright: Rampwright;
  let scenario: vscode.Uri;

  const text = (path: string): string =>
    `baseUrl: ${target.url}\nvus: 1\niterations: 5\nsteps:\n  - get: ${path}\nthresholds:\n  http_req_failed: rate < 1%\n`;

  async function run(document: vscode.TextDocument): Promise<void> {
    const started = await rampwright.runs.start(document, { kind: 'whole' }, 'command');
    assert.ok(typeof started !== 'string', 'It was refused.');
    await started.finished;
    await rampwright.history.refresh();
  }

  before(async () => {
    rampwright = await extension();
    const document = await openScenario(text('/json'));
    scenario = document.uri;
    await run(document);
    await type(document, text('/status/503'));
    await document.save();
    await run(document);
  });
  after(async () => {
    await closeAll();
  });

  const kept = (): readonly KeptRun[] => rampwright.history.of(scenario);
  const labels = (): string[] => {
    const view = rampwright.historyView;
    const node = view.getChildren().find((one) => one.kind === 'scenario' && scenario.path.endsWith(`/${one.title}`));
    assert.ok(node);
    return view.getChildren(node).map((child) => {
      const { iconPath, description } = view.getTreeItem(child);
      assert.ok(iconPath instanceof vscode.ThemeIcon);
      return `${iconPath.id} ${String(description)}`.replaceAll('\u00a0', ' ');
    });
  };

  it('lists a scenario’s runs with verdict and figures, the newest first', () => {
    const [failed = '', passed = ''] = labels();
    assert.match(failed, /^error p95 .* · .* req\/s · 100 % failed$/);
    assert.match(passed, /^pass p95 .* · .* req\/s · 0 % failed$/);
  });

  it('keeps an index, so that journals are read once', async () => {
    const [last] = kept();
    assert.ok(last);
    const index = vscode.Uri.joinPath(last.journal, '..', 'index.jsonl');
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(index)), new RegExp(last.summary.runId));
    await vscode.workspace.fs.delete(index);
    await rampwright.history.refresh();
    assert.equal(kept().length, 2);
  });

  it('marks the scenario in the explorer as its last run went', () => {
    const badge = rampwright.badges.provideFileDecoration(scenario);
    assert.equal(badge?.badge, '✗');
    assert.match(badge.tooltip ?? '', /Last run: Failed/);
  });

  it('marks it just so from the index alone, and asks for the rest where a run is in no index', async () => {
    let asked = 0;
    const badges = (): EarlyBadges =>
      new EarlyBadges(new RunsFolder(vscode.Uri.file('/nowhere')), () => {
        asked++;
      });
    const badge = await badges().provideFileDecoration(scenario);
    assert.deepEqual(badge, rampwright.badges.provideFileDecoration(scenario));
    assert.equal(asked, 0);
    const [last] = kept();
    assert.ok(last);
    const foreign = last.journal.with({
      path: last.journal.path.replace('.run.jsonl', '-of-the-command-line.run.jsonl'),
    });
    await vscode.workspace.fs.copy(last.journal, foreign);
    await badges().provideFileDecoration(scenario);
    await vscode.workspace.fs.delete(foreign);
    assert.equal(asked, 1);
    assert.equal(await badges().provideFileDecoration(vscode.Uri.file('/elsewhere/a.load.yaml')), undefined);
  });

  it('tells closed folders of the scenarios in them that failed, and of none that is gone', async () => {
    const among = (found: readonly vscode.Uri[]): boolean => found.some(({ path }) => path === scenario.path);
    assert.ok(among(await rampwright.history.failedScenarios()));
    const early = new EarlyBadges(new RunsFolder(vscode.Uri.file('/nowhere')), () => undefined);
    const told = new Promise<readonly vscode.Uri[]>((resolve) => early.onDidChangeFileDecorations(resolve));
    const folder = vscode.Uri.joinPath(scenario, '..');
    assert.equal(await early.provideFileDecoration(folder), undefined);
    assert.ok(among(await told));
    const elsewhere = scenario.with({ path: `${scenario.path}.moved` });
    await vscode.workspace.fs.rename(scenario, elsewhere);
    assert.ok(!among(await rampwright.history.failedScenarios()));
    await vscode.workspace.fs.rename(elsewhere, scenario);
  });

  it('finds a run whose journal was compressed while the folder was read', async () => {
    const [last] = kept();
    assert.ok(last);
    const files = new BeingCompressed(last.journal);
    const registered = vscode.workspace.registerFileSystemProvider('being-compressed', files);
    const found = new RunHistory(new FolderOf(scenario), rampwright.runs);
    await found.refresh();
    registered.dispose();
    assert.deepEqual(
      found.kept.map(({ journal, summary }) => [journal.path.endsWith('.gz'), summary.runId]),
      [[true, last.summary.runId]],
    );
  });

  it('has a baseline to compare with, until it is unpinned', async () => {
    const [, passed] = kept();
    assert.ok(passed);
    await rampwright.history.setBaseline([passed]);
    assert.match(labels()[1] ?? '', /^pass baseline · /);
    assert.equal(rampwright.history.baselineOf(passed)[0]?.summary.runId, passed.summary.runId);
    await rampwright.history.removeFromBaseline([passed]);
    assert.match(labels()[1] ?? '', /^pass p95/);
  });

  it('compares two runs, and the texts that they ran', async () => {
    const [failed, passed] = kept();
    assert.ok(failed && passed);
    await vscode.commands.executeCommand(
      'rampwright.compareRuns',
      null,
      [failed, passed].map((one) => ({ kind: 'run', run: one })),
    );
    const [panel, ...more] = rampwright.comparisons.panels;
    assert.ok(panel && more.length === 0);
    const { comparison, missing } = await shownIn(panel);
    assert.deepEqual(missing, []);
    assert.deepEqual(
      comparison?.runs.map(({ id, tone }) => [id, tone]),
      [
        [passed.summary.runId, 'pass'],
        [failed.summary.runId, 'fail'],
      ],
    );
    const [pair] = comparison.pairs;
    assert.match(pair?.requirements.join() ?? '', /rate < 1%: pass → fail/);
    assert.deepEqual([pair?.text.added, pair?.text.removed], [1, 1]);
    // The same runs are shown in the tab that they have.
    rampwright.comparisons.show({ journals: [passed.journal, failed.journal], baselines: 1 });
    assert.equal(rampwright.comparisons.panels.length, 1);
    await rampwright.texts.showChanges(passed.journal, failed.journal, 'x.load.yaml');
    const texts = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'rampwright-run-text');
    assert.deepEqual(texts.map((document) => /get: (.*)/.exec(document.getText())?.[1]).sort(), [
      '/json',
      '/status/503',
    ]);
  });

  it('compares with the baseline what a results view shows, and writes the comparison', async () => {
    const [failed, passed] = kept();
    assert.ok(failed && passed);
    await closeAll();
    await rampwright.history.setBaseline([passed]);
    await vscode.commands.executeCommand('rampwright.compareWithBaseline', { kind: 'run', run: failed });
    const [panel] = rampwright.comparisons.panels;
    assert.ok(panel);
    const { comparison } = await shownIn(panel);
    assert.deepEqual(
      comparison?.runs.map(({ pinned }) => pinned),
      [true, false],
    );
    assert.ok(comparison);
    await copyComparison(comparison);
    assert.match(await vscode.env.clipboard.readText(), /^# Comparison: [^]*pass → fail/);
    await rampwright.history.removeFromBaseline([passed]);
  });

  it('brings a comparison back after a reload, and says which of its runs were deleted since', async () => {
    const [failed, passed] = kept();
    assert.ok(failed && passed);
    await closeAll();
    const gone = passed.journal.with({ path: passed.journal.path.replace('.run.jsonl', '-gone.run.jsonl') });
    const journals = [passed.journal, gone, failed.journal];
    const panel = vscode.window.createWebviewPanel('rampwright.comparison', '', vscode.ViewColumn.One);
    await rampwright.comparisons.deserializeWebviewPanel(panel, {
      restore: { journals: journals.map((journal) => journal.toString()) },
    });
    const [restored] = rampwright.comparisons.panels;
    assert.ok(restored);
    const { comparison, missing } = await shownIn(restored);
    assert.equal(comparison?.runs.length, 2);
    assert.match(missing.map(({ name, why }) => `${name}: ${why}`).join(), /-gone: its journal was deleted\.$/);
    await restored.show({ journals: [gone, failed.journal], baselines: 1 });
    assert.equal(restored.shown?.comparison, null);
  });

  it('deletes what is too much, but no baseline and no journal of others', async () => {
    const [failed, passed] = kept();
    assert.ok(failed && passed);
    const copy = passed.journal.with({ path: passed.journal.path.replace('.run.jsonl', '-of-a-colleague.run.jsonl') });
    await vscode.workspace.fs.copy(passed.journal, copy);
    await rampwright.history.setBaseline([passed]);
    const settings = vscode.workspace.getConfiguration('rampwright', scenario);
    await settings.update('runs.keepCount', 1);
    try {
      await run(await vscode.workspace.openTextDocument(scenario));
      const left = kept().map(({ journal }) => journal.path);
      assert.ok(!left.includes(failed.journal.path));
      assert.ok(left.includes(passed.journal.path));
      assert.ok(left.includes(copy.path));
      assert.equal(left.length, 3);
    } finally {
      await settings.update('runs.keepCount', undefined);
      await vscode.workspace.fs.delete(copy);
    }
  });

  it('finds where the lines of an older run are in the file now', async () => {
    const passed = kept().find(({ baseline }) => baseline);
    assert.ok(passed);
    const document = await vscode.workspace.openTextDocument(scenario);
    await type(document, `# one more\n${text('/status/503')}`);
    const lines = rampwright.runs.lines(await StoredRun.read(passed.journal), document);
    assert.equal(lines.lineOf(6), 7);
    assert.equal(lines.isEdited(4, document.lineAt(5).text), true);
    await document.save();
  });
});

/** Wherever a scenario is, its runs are in one folder. */
class FolderOf extends RunsFolder {
  override of(): vscode.Uri {
    return vscode.Uri.parse('being-compressed:/runs');
  }
}

/** A folder whose only journal was still a plain file when its names were read, and is compressed now. */
class BeingCompressed implements vscode.FileSystemProvider {
  readonly #journal: vscode.Uri;
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(compressed: vscode.Uri) {
    this.#journal = compressed;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [['down.run.jsonl', vscode.FileType.File]];
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    if (!uri.path.endsWith('/down.run.jsonl.gz')) throw vscode.FileSystemError.FileNotFound(uri);
    return vscode.workspace.fs.stat(this.#journal);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    await this.stat(uri);
    return vscode.workspace.fs.readFile(this.#journal);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

/** What a tab shows, once its runs are read. */
async function shownIn(panel: ComparisonPanel): Promise<ShownComparison> {
  while (!panel.shown) await new Promise((resolve) => setTimeout(resolve, 20));
  return panel.shown;
}
