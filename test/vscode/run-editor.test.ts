import assert from 'node:assert/strict';
import { appendFile, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Runs } from '../../src/extension/runs.ts';
import { readJournal } from '../../src/extension/journal-files.ts';
import { StoredRun } from '../../src/extension/stored-run.ts';
import { useTargetServer } from '../support/target-server.ts';
import { closeAll, eventually, extension, openScenario } from './workspace.ts';

describe('a run as a file', () => {
  const target = useTargetServer();
  let runs: Runs;
  let folder: string;
  let journal: vscode.Uri;
  let scenario: vscode.Uri;

  before(async () => {
    ({ runs } = await extension());
    folder = await mkdtemp(join(tmpdir(), 'rampwright-runs-'));
    const document = await openScenario(
      `baseUrl: ${target.url}\nvus: 1\niterations: 5\nsteps:\n  - get: /json\nthresholds:\n  http_reqs: count == 5\n`,
    );
    scenario = document.uri;
    const run = await runs.start(document, { kind: 'whole' }, 'command');
    assert.ok(typeof run !== 'string', 'It was refused.');
    await run.finished;
    journal = run.journal;
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });
  afterEach(closeAll);

  const tab = (): vscode.TabInputCustom | undefined =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .map(({ input }) => input)
      .find((input) => input instanceof vscode.TabInputCustom);

  it('is compressed when the run has ended, and keeps where its scenario is', async () => {
    assert.ok(journal.path.endsWith('.run.jsonl.gz'));
    assert.deepEqual([...(await vscode.workspace.fs.readFile(journal)).subarray(0, 2)], [0x1f, 0x8b]);
    const run = await StoredRun.read(journal);
    assert.equal(run.scenario?.toString(), scenario.toString());
    assert.equal(run.model.end?.outcome, 'passed');
  });

  it('opens in the results view as any file opens', async () => {
    await vscode.commands.executeCommand('vscode.open', journal);
    assert.equal(tab()?.viewType, 'rampwright.run');
    assert.equal(tab()?.uri.toString(), journal.toString());
  });

  it('opens uncompressed, and from outside of the workspace', async () => {
    const copy = join(folder, 'from-a-colleague.run.jsonl');
    await writeFile(copy, (await readJournal(journal)).text);
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(copy));
    assert.equal(tab()?.viewType, 'rampwright.run');
    assert.equal((await StoredRun.read(vscode.Uri.file(copy))).model.end?.outcome, 'passed');
  });

  it('is found under its other name, as it had while the run went on', async () => {
    const plain = journal.with({ path: journal.path.slice(0, -'.gz'.length) });
    assert.equal((await StoredRun.read(plain)).journal.toString(), journal.toString());
  });

  it('that is cut in the middle is shown up to there', async () => {
    const cut = join(folder, 'cut.run.jsonl.gz');
    const bytes = await vscode.workspace.fs.readFile(journal);
    await writeFile(cut, bytes.subarray(0, bytes.length - 200));
    const { model } = await StoredRun.read(vscode.Uri.file(cut));
    assert.ok(model.start);
    assert.equal(model.state, 'interrupted');
  });

  it('says what is wrong with a file that holds none', async () => {
    const file = join(folder, 'none.run.jsonl');
    await writeFile(file, '{"type":"interval"}\n');
    await assert.rejects(StoredRun.read(vscode.Uri.file(file)), /This is not the journal of a run/);
  });

  it('that is on elsewhere is followed as it grows, and over its compression to its end', async () => {
    const growing = join(folder, 'growing.run.jsonl');
    const lines = (await readJournal(journal)).text.trimEnd().split('\n');
    await writeFile(growing, `${lines.slice(0, 3).join('\n')}\n${(lines[3] ?? '').slice(0, 5)}`);
    const run = await StoredRun.read(vscode.Uri.file(growing));
    const following = run.follow();
    try {
      assert.equal(run.live, true);
      assert.equal(run.model.events.length, 3);
      await appendFile(growing, `${(lines[3] ?? '').slice(5)}\n`);
      await eventually('The fourth event', () => run.model.events.length === 4, run.onDidReceive);
      await copyFile(journal.fsPath, `${growing}.gz`);
      await rm(growing);
      await eventually('The end', () => run.model.end, run.onDidReceive);
      assert.equal(run.live, false);
      assert.equal(run.model.events.length, lines.length);
    } finally {
      following.dispose();
    }
  });

  it('of many hours is followed over the rolling up of its seconds', async () => {
    const long = join(folder, 'long.run.jsonl');
    const [start = ''] = (await readJournal(journal)).text.split('\n');
    const series = '{"type":"series","id":0,"metric":"http_reqs","kind":"counter","tags":{}}';
    const interval = (from: number, to: number, requests: number): string =>
      JSON.stringify({
        type: 'interval',
        fromMs: from * 1000,
        toMs: to * 1000,
        counters: [[0, requests]],
        vus: { active: 1, allocated: 1 },
        health: [],
      });
    const write = (...lines: readonly string[]): Promise<void> => writeFile(long, `${lines.join('\n')}\n`);
    const load = '{"type":"load-start","time":0}';
    await write(start, load, series, interval(0, 1, 1), interval(1, 2, 1), interval(2, 3, 1));
    const run = await StoredRun.read(vscode.Uri.file(long));
    const following = run.follow();
    try {
      const log = '{"type":"log","atMs":3500,"level":"info","message":"late"}';
      await write(start, load, series, interval(0, 3, 3), interval(3, 4, 5), log);
      await eventually('The fourth second', () => run.model.elapsedMs === 4000, run.onDidReceive);
      await appendFile(long, `${interval(4, 5, 7)}\n`);
      await eventually('The fifth second', () => run.model.elapsedMs === 5000, run.onDidReceive);
      const requests = run.model.total('http_reqs');
      assert.equal(requests?.kind === 'counter' && requests.sum, 15);
      assert.equal(run.model.logs.length, 1);
      // Nobody read along for longer than seconds are kept: two of these five are known.
      await write(start, load, series, interval(0, 3, 3), interval(3, 8, 30), interval(8, 9, 1), log);
      await eventually('The ninth second', () => run.model.elapsedMs === 9000, run.onDidReceive);
      const all = run.model.total('http_reqs');
      assert.equal(all?.kind === 'counter' && all.sum, 34);
      assert.equal(run.model.logs.length, 1);
    } finally {
      following.dispose();
    }
  });
});
