import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Rampwright } from '../../src/extension/desktop.ts';
import { EndNotices } from '../../src/extension/end-notices.ts';
import type { LiveRun } from '../../src/extension/live-run.ts';
import { openRunInBrowser } from '../../src/extension/results-export.ts';
import { REPORT_FORMATS } from '../../src/report/formats.ts';
import { useTargetServer } from '../support/target-server.ts';
import { answering, picking, reading } from './answers.ts';
import { closeAll, eventually, extension, openScenario } from './workspace.ts';

describe('showing a run to others', () => {
  const target = useTargetServer();
  let rampwright: Rampwright;
  let folder: string;
  let run: LiveRun;

  const text = (path = '/json'): string =>
    `baseUrl: ${target.url}\nvus: 1\niterations: 5\nsteps:\n  - get: ${path}\nthresholds:\n  http_reqs: count == 5\n`;

  async function start(document: vscode.TextDocument): Promise<LiveRun> {
    const started = await rampwright.runs.start(document, { kind: 'whole' }, 'command');
    assert.ok(typeof started !== 'string', 'It was refused.');
    await started.finished;
    return started;
  }

  before(async () => {
    rampwright = await extension();
    folder = await mkdtemp(join(tmpdir(), 'rampwright-exports-'));
    run = await start(await openScenario(text()));
    await rampwright.history.refresh();
  });
  after(async () => {
    await closeAll();
    await rm(folder, { recursive: true });
  });

  const node = (): unknown => ({ kind: 'run', run: rampwright.history.of(run.scenario)[0] });

  for (const { kind, title, endings } of REPORT_FORMATS) {
    it(`exports ${kind} to the place that is picked, from the history`, async () => {
      const place = vscode.Uri.file(join(folder, `${kind}${endings[0]}`));
      const messages: string[] = [];
      const dialog = { showSaveDialog: () => Promise.resolve(place) };
      await answering({ ...picking(title), ...dialog, ...reading(messages) }, () =>
        vscode.commands.executeCommand('rampwright.exportRun', node()),
      );
      const files = (await readdir(folder)).filter(
        (name) => name.startsWith(`${kind}.`) || name.startsWith(`${kind}_`),
      );
      assert.equal(files.length, endings.length, files.join());
      for (const file of files) assert.notEqual((await readFile(join(folder, file), 'utf8')).trim(), '', file);
      assert.deepEqual(messages.length, 1);
      assert.match(messages[0] ?? '', new RegExp(`^The run is in .*${kind}`));
    });
  }

  it('exports nothing where a person goes back', async () => {
    const messages: string[] = [];
    await answering({ ...picking('no such format'), ...reading(messages) }, () =>
      vscode.commands.executeCommand('rampwright.exportRun', run.journal),
    );
    assert.deepEqual(messages, []);
  });

  const arguments_: readonly (readonly [string, () => unknown])[] = [
    ['a run of the history', node],
    ['a journal', () => run.journal],
    ['a scenario', () => run.scenario],
    ['the scenario that has the focus', () => undefined],
  ];
  for (const [what, argument] of arguments_) {
    it(`copies ${what} as Markdown`, async () => {
      await vscode.window.showTextDocument(run.scenario);
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand('rampwright.copyRun', argument());
      assert.match(await vscode.env.clipboard.readText(), /Passed[\s\S]*\| `http_reqs` \| = 5 \|/);
    });
  }

  it('copies the run of the journal that is open', async () => {
    await vscode.commands.executeCommand('vscode.open', run.journal);
    await vscode.env.clipboard.writeText('');
    await eventually('The journal in front', () => rampwright.results.activeRun, rampwright.results.onDidChangeActive);
    await vscode.commands.executeCommand('rampwright.copyRun');
    assert.match(await vscode.env.clipboard.readText(), /Passed/);
  });

  it('copies the path of its file', async () => {
    await vscode.commands.executeCommand('rampwright.copyRunPath', run.scenario);
    assert.equal(await vscode.env.clipboard.readText(), run.journal.fsPath);
  });

  it('reveals its file', async () => {
    await vscode.commands.executeCommand('rampwright.revealRun', run.journal);
  });

  it('says what to do where nothing has run', async () => {
    await closeAll();
    const messages: string[] = [];
    const document = await openScenario(text());
    await answering(reading(messages), () => vscode.commands.executeCommand('rampwright.copyRun', document.uri));
    assert.deepEqual(messages, ['Open the results of a run, or a scenario that has run.']);
  });

  it('says what is wrong with a journal that can’t be read', async () => {
    const messages: string[] = [];
    const journal = vscode.Uri.file(join(folder, 'gone.run.jsonl'));
    await answering(reading(messages), () => vscode.commands.executeCommand('rampwright.exportRun', journal));
    assert.match(messages.join(), /gone\.run\.jsonl/);
  });

  it('opens as one page in a browser, which of a remote machine can only be exported', async () => {
    const opened: vscode.Uri[] = [];
    const { openExternal } = vscode.env;
    const extensionUri = vscode.extensions.getExtension('rampwright.rampwright')?.extensionUri;
    assert.ok(extensionUri);
    Object.assign(vscode.env, { openExternal: async (uri: vscode.Uri) => Promise.resolve(opened.push(uri) > 0) });
    try {
      await openRunInBrowser(run, extensionUri, false);
    } finally {
      Object.assign(vscode.env, { openExternal });
    }
    const [page] = opened;
    assert.ok(page);
    assert.match(await readFile(page.fsPath, 'utf8'), /^<!doctype html>/i);
    await rm(join(page.fsPath, '..'), { recursive: true });
    const messages: string[] = [];
    await answering(reading(messages), () => openRunInBrowser(run, extensionUri, true));
    assert.match(messages.join(), /Export the run as HTML/);
  });
});

describe('the end of a run', () => {
  const target = useTargetServer();
  let rampwright: Rampwright;

  before(async () => {
    rampwright = await extension();
  });
  afterEach(closeAll);

  /** What is told where a run counts as long from `longerThanMs` on. */
  async function told(
    longerThanMs: number,
    { open, path = '/json' }: { open: boolean; path?: string },
  ): Promise<string[]> {
    const messages: string[] = [];
    const settings = vscode.workspace.getConfiguration('rampwright');
    await settings.update('results.openOnRun', open);
    const notices = new EndNotices(rampwright.runs, rampwright.results, longerThanMs).register();
    try {
      await answering(reading(messages), async () => {
        const document = await openScenario(
          `baseUrl: ${target.url}\nvus: 1\niterations: 5\nsteps:\n  - get: ${path}\nthresholds:\n  http_req_failed: rate < 1%\n`,
        );
        const run = await rampwright.runs.start(document, { kind: 'whole' }, 'command');
        assert.ok(typeof run !== 'string', 'It was refused.');
        await run.finished;
        await eventually('The end', () => rampwright.runs.running(document.uri) === null, rampwright.runs.onDidChange);
      });
    } finally {
      notices.dispose();
      await settings.update('results.openOnRun', undefined);
    }
    return messages.map((message) => message.replace(/^test-\w+/, 'test'));
  }

  it('is told where it took long and nobody sees its results', async () => {
    assert.deepEqual(await told(-1, { open: false }), ['test.load.yaml: Passed: the one requirement']);
    assert.match((await told(-1, { open: false, path: '/status/503' })).join(), /^test\.load\.yaml: Failed/);
  });

  it('is not told where its results are in sight', async () => assert.deepEqual(await told(-1, { open: true }), []));

  it('is not told of runs that did not take long', async () =>
    assert.deepEqual(await told(60_000, { open: false }), []));
});
