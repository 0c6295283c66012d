import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readJournal } from '../../src/extension/journal-files.ts';
import type { LiveRun } from '../../src/extension/live-run.ts';
import type { Runs } from '../../src/extension/runs.ts';
import type { TestTree } from '../../src/extension/test-tree.ts';
import type { Tests } from '../../src/extension/tests.ts';
import { readRun } from '../../src/run/journal.ts';
import { useTargetServer } from '../support/target-server.ts';
import { closeAll, eventually, extension, openScenario, type } from './workspace.ts';

describe('running a scenario', () => {
  const target = useTargetServer();
  let runs: Runs;
  let tree: TestTree;
  let tests: Tests;

  before(async () => {
    ({ runs, tree, tests } = await extension());
  });
  afterEach(async () => {
    for (const run of runs.allRunning) run.kill();
    await eventually('An end of all runs', () => runs.allRunning.length === 0, runs.onDidEnd);
    await closeAll();
  });

  /** 20 requests by two users, of which the thresholds hold (`rate < 1%`) or not. */
  const scenario = (path = '/json'): string =>
    `baseUrl: ${target.url}
scenarios:
  users: { executor: per-vu-iterations, vus: 2, iterations: 10, steps: [{ get: ${path} }] }
thresholds:
  http_req_failed: rate < 1%
  http_reqs: count == 20
`;

  const forever = (): string =>
    `baseUrl: ${target.url}\nvus: 2\nduration: 5m\nsteps:\n  - get: /json\n  - think: 20ms\nthresholds:\n  http_req_failed: rate < 1%\n`;

  async function start(document: vscode.TextDocument, command = 'rampwright.run'): Promise<LiveRun> {
    await vscode.commands.executeCommand(command, document.uri);
    const run = runs.last(document.uri);
    assert.ok(run && 'finished' in run, 'No run was started.');
    return run as LiveRun;
  }

  async function refusal(document: vscode.TextDocument): Promise<string> {
    const reason = await runs.start(document, { kind: 'whole' }, 'command');
    return typeof reason === 'string' ? reason : 'It runs.';
  }

  const requestsOf = (run: LiveRun): number => {
    const total = run.model.total('http_reqs');
    return total?.kind === 'counter' ? total.sum : 0;
  };

  it('by command gives a verdict, and counts as many requests as the server does', async () => {
    const run = await start(await openScenario(scenario()));
    await run.finished;
    assert.equal(run.problem, null);
    assert.equal(run.model.end?.outcome, 'passed');
    assert.equal(requestsOf(run), 20);
    assert.equal(target.counts().requests, 20);
  });

  it('writes a journal that reads back as the same run', async () => {
    const run = await start(await openScenario(scenario()));
    await run.finished;
    const { run: read, problem } = readRun((await readJournal(run.journal)).text);
    assert.equal(problem, null);
    assert.deepEqual(read.end, run.model.end);
    assert.deepEqual(read.thresholds, run.model.thresholds);
  });

  it('takes what is in the editor, saved or not', async () => {
    const document = await openScenario(scenario());
    await type(document, scenario('/ok'));
    assert.equal(document.isDirty, true);
    await (
      await start(document)
    ).finished;
    assert.deepEqual(target.counts().byOutcome, { 'GET /ok 200': 20 });
    await document.save();
  });

  it('opens the results beside the code and leaves the focus where it was', async () => {
    const document = await openScenario(scenario());
    const run = await start(document);
    const tab = await eventually(
      'A results panel',
      () =>
        vscode.window.tabGroups.all
          .flatMap((group) => group.tabs)
          .find(
            ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rampwright.results'),
          ),
      vscode.window.tabGroups.onDidChangeTabs,
    );
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await run.finished;
  });

  it('once sends one iteration of each scenario', async () => {
    const run = await start(await openScenario(scenario()), 'rampwright.runOnce');
    await run.finished;
    assert.equal(run.model.end?.outcome, 'passed');
    assert.equal(target.counts().requests, 1);
  });

  it('of one scenario leaves the others alone', async () => {
    const document = await openScenario(
      `baseUrl: ${target.url}
scenarios:
  a: { executor: shared-iterations, vus: 1, iterations: 3, steps: [{ get: /ok }] }
  b: { executor: shared-iterations, vus: 1, iterations: 3, steps: [{ get: /json }] }
`,
    );
    await vscode.commands.executeCommand('rampwright.runScenario', document.uri, 'b');
    await runs.running(document.uri)?.finished;
    assert.deepEqual(target.counts().byOutcome, { 'GET /json 200': 3 });
  });

  it('refuses a file with errors', async () => {
    const document = await openScenario('vus: none\nsteps: []\n');
    assert.match(await refusal(document), /can't be run: it has/);
  });

  it('refuses a run whose results would have no place', async () => {
    const settings = vscode.workspace.getConfiguration('rampwright');
    await settings.update('runs.folder', join(process.execPath, 'runs'));
    try {
      assert.match(await refusal(await openScenario(scenario())), /the folder for its results, .*, can't be made/);
    } finally {
      await settings.update('runs.folder', undefined);
    }
  });

  it('refuses a second run of the same file', async () => {
    const document = await openScenario(forever());
    await start(document);
    assert.match(await refusal(document), /is running already/);
  });

  it('stops gracefully and keeps the results', async () => {
    const document = await openScenario(forever());
    const run = await start(document);
    await eventually('Some load', () => run.model.intervals.length >= 1, runs.onDidChange);
    await vscode.commands.executeCommand('rampwright.stop', document.uri);
    await run.finished;
    assert.equal(run.model.end?.outcome, 'interrupted');
    assert.equal(requestsOf(run), target.counts().requests);
  });

  it('is paused, resumed, and makes more load by command', async () => {
    const document = await openScenario(forever());
    const run = await start(document);
    await eventually('Some load', () => run.model.intervals.length >= 1, runs.onDidChange);
    await vscode.commands.executeCommand('rampwright.pauseRun', document.uri);
    await eventually('A pause', () => run.model.loadLevel.paused, runs.onDidChange);
    await vscode.commands.executeCommand('rampwright.resumeRun', document.uri);
    await vscode.commands.executeCommand('rampwright.changeLoad', document.uri, 200);
    await eventually('Twice the VUs', () => run.model.vus.active === 4, runs.onDidChange);
    assert.deepEqual(
      run.model.loadChanges.map(({ paused, factor }) => [paused, factor]),
      [
        [true, 1],
        [false, 1],
        [false, 2],
      ],
    );
  });

  it('whose engine is killed reads as interrupted with all that came before, and the next run works', async () => {
    const document = await openScenario(forever());
    const run = await start(document);
    await eventually('Two seconds of load', () => run.model.intervals.length >= 2, runs.onDidChange);
    assert.ok(run.pid);
    process.kill(run.pid, 'SIGKILL');
    await run.finished;
    assert.equal(run.model.state, 'interrupted');
    assert.match(run.problem ?? '', /SIGKILL/);
    assert.ok(requestsOf(run) > 0);
    // The journal has everything up to the last second.
    const { run: read } = readRun((await readJournal(run.journal)).text);
    assert.equal(read.state, 'interrupted');
    assert.equal(read.elapsedMs, run.model.elapsedMs);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    assert.ok(lenses.some(({ command }) => command?.title.includes('Interrupted at')));

    await type(document, scenario());
    const next = await start(document);
    await next.finished;
    assert.equal(next.model.end?.outcome, 'passed');
    await document.save();
  });

  it('sends secrets and environment of the settings, and keeps secrets out of the journal', async () => {
    process.env['RAMPWRIGHT_TEST_SECRET'] = 'correct-horse-battery';
    await vscode.workspace.getConfiguration('rampwright').update('env', { TEST_USER: 'ada' });
    try {
      const run = await start(
        await openScenario(
          `baseUrl: ${target.url}
scenarios:
  users:
    executor: shared-iterations
    vus: 1
    iterations: 1
    steps:
      - post: /status/500
        json: { user: "\${env.TEST_USER}", password: "\${secret.RAMPWRIGHT_TEST_SECRET}" }
`,
        ),
      );
      await run.finished;
      assert.equal(target.received()[0]?.body, '{"user":"ada","password":"correct-horse-battery"}');
      const journal = (await readJournal(run.journal)).text;
      assert.match(journal, /"type":"sample"/);
      assert.doesNotMatch(journal, /correct-horse-battery/);
      assert.doesNotMatch(JSON.stringify(run.model.events), /correct-horse-battery/);
    } finally {
      delete process.env['RAMPWRIGHT_TEST_SECRET'];
      await vscode.workspace.getConfiguration('rampwright').update('env', undefined);
    }
  });

  describe('as a test', () => {
    /** What the extension tells the Testing API, as text. */
    function record(): Recorded {
      const { controller } = tree;
      const createTestRun = controller.createTestRun.bind(controller);
      const recorded = new Recorded(() => (controller.createTestRun = createTestRun));
      controller.createTestRun = (...args) => recorded.follow(createTestRun(...args));
      return recorded;
    }

    class Recorded {
      readonly lines: string[] = [];
      readonly messages: vscode.TestMessage[] = [];
      isPersisted = false;
      readonly restore: () => void;
      readonly ended: Promise<void>;
      output = '';
      #end: () => void = () => undefined;

      constructor(restore: () => void) {
        this.restore = restore;
        this.ended = new Promise((resolve) => (this.#end = resolve));
      }

      follow(run: vscode.TestRun): vscode.TestRun {
        const note = (what: string, item: vscode.TestItem, message?: unknown): void => {
          if (message instanceof vscode.TestMessage) this.messages.push(message);
          this.lines.push(`${what} ${item.label}${message instanceof vscode.TestMessage ? described(message) : ''}`);
        };
        const { token } = run;
        this.isPersisted = run.isPersisted;
        return {
          ...run,
          token,
          name: run.name,
          isPersisted: run.isPersisted,
          enqueued: (item) => run.enqueued(item),
          started: (item) => run.started(item),
          addCoverage: (coverage) => run.addCoverage(coverage),
          onDidDispose: run.onDidDispose,
          passed: (item, ms) => {
            note('passed', item);
            run.passed(item, ms);
          },
          failed: (item, message, ms) => {
            note('failed', item, message);
            run.failed(item, message, ms);
          },
          errored: (item, message, ms) => {
            note('errored', item, message);
            run.errored(item, message, ms);
          },
          skipped: (item) => {
            note('skipped', item);
            run.skipped(item);
          },
          appendOutput: (text, location, item) => {
            this.output += text;
            run.appendOutput(text, location, item);
          },
          end: () => {
            run.end();
            this.#end();
          },
        };
      }
    }

    /** All of a message but the links at its end. */
    function wholeOf({ message }: vscode.TestMessage): string {
      const text = typeof message === 'string' ? message : message.value;
      return text.replaceAll('\u00a0', ' ').replace(/\n\n\[Show results\][^\n]*$/, '');
    }

    /** The message's first line, which the editor shows behind the line that it is about. */
    function described({ message, location }: vscode.TestMessage): string {
      const line = location ? ` at line ${location.range.start.line + 1}` : '';
      const [first = ''] = (typeof message === 'string' ? message : message.value).split('\n');
      return `: ${first.replace(/\\(?=\W)/g, '')}${line}`.replaceAll('\u00a0', ' ');
    }

    async function runAsTest(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Recorded> {
      const recorded = record();
      try {
        const request = new vscode.TestRunRequest([tree.itemOf(document)]);
        const [profile] = tests.profiles;
        await profile?.runHandler(request, token ?? new vscode.CancellationTokenSource().token);
        await recorded.ended;
        return recorded;
      } finally {
        recorded.restore();
      }
    }

    it('passes with its thresholds', async () => {
      const { lines, output } = await runAsTest(await openScenario(scenario()));
      assert.deepEqual(lines, ['passed users', 'passed http_req_failed: rate < 1%', 'passed http_reqs: count == 20']);
      assert.equal(target.counts().requests, 20);
      assert.match(output, /Passed/);
      assert.doesNotMatch(output, /(?<!\r)\n/);
    });

    it('fails at the lines of the thresholds that do not hold', async () => {
      const { lines } = await runAsTest(await openScenario(scenario('/status/503')));
      assert.deepEqual(lines, [
        'failed users: Failed: 1 of 2 requirements at line 3',
        'failed http_req_failed: rate < 1%: 100 %, 100 × the limit at line 5',
        'passed http_reqs: count == 20',
      ]);
    });

    it('fails at the line to which an edit moved the threshold while it ran', async () => {
      const document = await openScenario(scenario('/status/503').replace('steps: [', 'steps: [{ think: 100ms }, '));
      const recording = runAsTest(document);
      await eventually('A run', () => runs.running(document.uri) !== null, runs.onDidChange);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '# one\n# two\n');
      await vscode.workspace.applyEdit(edit);
      // As the next check after the edit does it.
      tree.itemOf(document);
      const { lines } = await recording;
      assert.equal(lines[1], 'failed http_req_failed: rate < 1%: 100 %, 100 × the limit at line 7');
    });

    it('fails a threshold without data, in words', async () => {
      const text = scenario().replace('http_reqs: count == 20', '"http_req_duration{status:404}": p(95) < 1s');
      const { lines } = await runAsTest(await openScenario(text));
      assert.equal(lines[2], 'failed http_req_duration{status:404}: p(95) < 1s: no samples at line 6');
    });

    for (const [path, outcome, exitCode] of [
      ['/json', 'passed', 0],
      ['/status/503', 'failed', 99],
    ] as const) {
      it(`that has ${outcome} gives the same verdict as the command and the command line`, async () => {
        const document = await openScenario(scenario(path));
        await runAsTest(document);
        const asTest = runs.last(document.uri)?.model;
        const byCommand = await start(document);
        await byCommand.finished;
        const root = vscode.extensions.getExtension('rampwright.rampwright')?.extensionPath ?? '';
        const cli = spawn(process.execPath, [join(root, 'dist', 'cli.js'), 'run', '--quiet', document.uri.fsPath], {
          env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
          stdio: 'ignore',
        });
        const [status] = (await once(cli, 'exit')) as [number | null];
        assert.equal(asTest?.end?.outcome, outcome);
        assert.equal(byCommand.model.end?.outcome, outcome);
        assert.deepEqual([asTest.end.exitCode, byCommand.model.end.exitCode, status], [exitCode, exitCode, exitCode]);
        assert.deepEqual(
          byCommand.model.thresholds.map(({ verdict }) => verdict),
          asTest.thresholds.map(({ verdict }) => verdict),
        );
        assert.equal(target.counts().requests, 3 * 20);
      });
    }

    it('cancelled stops gracefully', async () => {
      const document = await openScenario(forever());
      const cancellation = new vscode.CancellationTokenSource();
      const recording = runAsTest(document, cancellation.token);
      const someLoad = (): boolean => (runs.running(document.uri)?.model.intervals.length ?? 0) >= 1;
      await eventually('Some load', someLoad, runs.onDidChange);
      cancellation.cancel();
      const { lines, output } = await recording;
      assert.equal(runs.last(document.uri)?.model.end?.outcome, 'interrupted');
      assert.deepEqual(lines, ['skipped default', 'skipped http_req_failed: rate < 1%']);
      assert.match(output, /^default: skipped, as the run was stopped\r$/m);
      assert.match(output, /^http_req_failed: rate < 1%: .*: skipped, as the run was cut short/m);
    });

    it('says what was expected and what came, with what can be done then', async () => {
      const text = scenario('/status/503').replace(
        'rate < 1%',
        '{ expect: rate < 1%, acceptable: rate < 2%, name: "Few *fail*" }',
      );
      const { messages, isPersisted } = await runAsTest(await openScenario(text));
      const [, threshold] = messages;
      assert.ok(threshold);
      assert.equal(
        wholeOf(threshold),
        [
          '100 %, 100 × the limit',
          'Few \\*fail\\*',
          [
            '- Expected: `http_req_failed: rate < 1%`',
            '- Acceptable: < 2 %',
            '- Actual: **100 %**',
            '- Margin: 100 × the limit',
          ].join('\n'),
        ].join('\n\n'),
      );
      assert.ok(threshold.message instanceof vscode.MarkdownString);
      assert.match(threshold.message.value, /\[Copy as Markdown\]\(command:rampwright\.copyRun\?/);
      assert.deepEqual(threshold.message.isTrusted, {
        enabledCommands: ['rampwright.showResults', 'rampwright.copyRun', 'rampwright.run'],
      });
      // The editor keeps it in its history of results, then.
      assert.equal(isPersisted, true);
    });

    it('is not run over and over, as each run makes load', () =>
      assert.deepEqual(
        tests.profiles.map(({ label, supportsContinuousRun }) => [label, supportsContinuousRun]),
        [
          ['Run', false],
          ['Run once', false],
          ['Debug', false],
        ],
      ));

    describe('run by commands of the editor', () => {
      const two = (): string => `baseUrl: ${target.url}
scenarios:
  readers: { executor: shared-iterations, vus: 1, iterations: 3, steps: [{ get: /json }] }
  writers: { executor: shared-iterations, vus: 1, iterations: 4, steps: [{ get: /status/503 }] }
thresholds:
  "http_req_failed{scenario:readers}": rate < 1%
  "http_req_failed{scenario:writers}": rate < 1%
`;

      async function recorded(call: () => PromiseLike<unknown>): Promise<Recorded> {
        target.reset();
        const recording = record();
        try {
          await call();
          await recording.ended;
          return recording;
        } finally {
          recording.restore();
        }
      }
      const command = (id: string) => (): Thenable<unknown> => vscode.commands.executeCommand(id);
      let document: vscode.TextDocument;
      beforeEach(async () => {
        await vscode.commands.executeCommand('testing.clearTestResults');
        document = await openScenario(two());
      });

      const ALL = ['passed readers', 'passed http_req_failed', 'failed writers', 'failed http_req_failed'];
      const words = ({ lines }: Recorded): string[] => lines.map((line) => line.split(/[{:]/)[0] ?? '');

      it('“Rerun Failed Tests” runs what failed alone', async () => {
        assert.deepEqual(words(await recorded(() => start(document))), ALL);
        const again = await recorded(command('testing.reRunFailTests'));
        assert.deepEqual(target.counts().byOutcome, { 'GET /status/503 503': 4 });
        assert.deepEqual(words(again), ALL.slice(2));
      });

      it('“Rerun Last Run” runs the same again, also what was started above the file', async () => {
        assert.deepEqual(words(await recorded(() => start(document))), ALL);
        const { byOutcome } = target.counts();
        for (const again of ['once more', 'as it was run in the view']) {
          assert.deepEqual(words(await recorded(command('testing.reRunLastRun'))), ALL, again);
          assert.deepEqual(target.counts().byOutcome, byOutcome, again);
        }
      });

      it('“Debug” of a requirement debugs its scenario', async () => {
        const threshold = [...tree.below(tree.itemOf(document))].find(({ label }) => label.includes('readers}'));
        assert.ok(threshold);
        const debug = tests.profiles.find(({ kind }) => kind === vscode.TestRunProfileKind.Debug);
        await debug?.runHandler(new vscode.TestRunRequest([threshold]), new vscode.CancellationTokenSource().token);
        assert.deepEqual(target.counts().byOutcome, { 'GET /json 200': 1 });
      });
    });

    it('is told of runs by command, too', async () => {
      const recorded = record();
      try {
        await start(await openScenario(scenario()));
        await recorded.ended;
      } finally {
        recorded.restore();
      }
      assert.equal(recorded.lines[0], 'passed users');
    });
  });
});
