import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { counted, messages, runScenario, type ScenarioRun } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('data', function () {
  this.timeout(30_000);
  const server = useTargetServer({ keepRequests: 5000 });
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rampwright-data-'));
    writeFileSync(join(folder, 'ids.csv'), `id,name\n${Array.from({ length: 40 }, (_, i) => `${i},n${i}\n`).join('')}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  const asked = (): string[] => server.received().flatMap(({ url }) => /\?id=(\w+)/.exec(url)?.[1] ?? []);
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));
  const sorted = (values: readonly string[]): string[] => [...values].sort((a, b) => Number(a) - Number(b));

  function run(
    feeder: string,
    load: string,
    workers = 1,
    steps = '[{ get: "/ok?id=${data.ids.id}" }]',
  ): Promise<ScenarioRun> {
    return runScenario(
      `
baseUrl: ${server.url}
data:
  ids: ${feeder}
scenarios:
  main: { ${load}, steps: ${steps} }
`,
      { folder, options: { workers } },
    );
  }

  for (const workers of [1, 3]) {
    const on = `on ${workers} ${workers === 1 ? 'worker' : 'workers'}`;

    it(`sequential gives each row in turn, and begins again ${on}`, async () => {
      await run('{ file: ./ids.csv }', 'executor: shared-iterations, vus: 5, iterations: 80', workers);
      assert.deepEqual(sorted(asked()), sorted([...numbers(40), ...numbers(40)]));
    });

    it(`unique rows are never shared, and VUs end quietly when there is none left ${on}`, async () => {
      const started = Date.now();
      const { run: model, exit } = await run(
        '{ file: ids.csv, pick: unique, atEnd: stop }',
        'executor: constant-vus, vus: 5, duration: 20s',
        workers,
      );
      assert.ok(Date.now() - started < 15_000, 'with nothing left to do the load ends');
      assert.deepEqual(sorted(asked()), numbers(40));
      assert.equal(counted(model, 'iterations'), 40);
      assert.deepEqual([exit.end?.exitCode, exit.end?.outcome], [0, 'passed']);
      assert.equal(messages(model)[0], 'The data `ids` has no row left after its 40 rows: a VU ends (`atEnd: stop`).');
    });

    it(`the end of rows that may not end is the end of the run ${on}`, async () => {
      const { run: model, exit } = await run(
        '{ file: ids.csv, pick: unique, atEnd: fail }',
        'executor: constant-vus, vus: 5, duration: 20s',
        workers,
      );
      assert.deepEqual(
        [exit.end?.exitCode, exit.end?.outcome, exit.end?.reason],
        [108, 'aborted', 'The data `ids` has no row left after its 40 rows (`atEnd: fail`).'],
      );
      assert.ok(model.logs.some(({ line }) => line === 3));
      assert.equal(new Set(asked()).size, asked().length);
    });

    it(`a VU keeps its row for its whole life ${on}`, async () => {
      await run(
        '{ file: ids.csv, pick: unique, per: vu }',
        'executor: per-vu-iterations, vus: 6, iterations: 5, onStart: [{ get: "/json?id=${data.ids.id}" }]',
        workers,
        '[{ get: "/ok?id=${data.ids.id}&vu=${vu.id}" }]',
      );
      const pairs = new Set(server.received().flatMap(({ url }) => /id=\d+&vu=\d+/.exec(url)?.[0] ?? []));
      assert.equal(pairs.size, 6);
      assert.deepEqual(sorted([...new Set(asked())]), numbers(6));
      assert.equal(asked().length, 36);
    });

    it(`unique rows that begin again are given only while nobody has them ${on}`, async () => {
      await run(
        '{ values: [{ id: 0 }, { id: 1 }, { id: 2 }, { id: 3 }], pick: unique }',
        'executor: shared-iterations, vus: 4, iterations: 60',
        workers,
        '[{ get: "/ok?id=${data.ids.id}" }, { think: { min: 1ms, max: 9ms } }, { get: "/json?done=${data.ids.id}" }]',
      );
      const held = new Set<string>();
      for (const { url } of server.received()) {
        const [, kind, id = ''] = /\?(id|done)=(\d)/.exec(url) ?? [];
        if (kind === 'done') held.delete(id);
        else {
          assert.ok(!held.has(id), `${id} is given to two at a time`);
          held.add(id);
        }
      }
      assert.equal(asked().length, 60);
    });
  }

  it('random draws any row, the same ones with the same seed', async () => {
    const drawn = async (): Promise<string[]> => {
      server.reset();
      await run('{ file: ids.csv, pick: random }', 'executor: per-vu-iterations, vus: 1, iterations: 30');
      return asked();
    };
    const first = await drawn();
    assert.deepEqual(await drawn(), first);
    assert.ok(new Set(first).size > 10);
    assert.notDeepEqual(first, sorted(first));
  });

  it('fewer unique rows than are needed at a time end the run', async () => {
    const { exit } = await run(
      '{ values: [{ id: 0 }, { id: 1 }], pick: unique, per: vu }',
      'executor: constant-vus, vus: 3, duration: 20s',
    );
    assert.deepEqual(
      [exit.end?.exitCode, exit.end?.reason],
      [
        108,
        'The data `ids` has too few rows: all of its 2 rows are in use at the same time, and `pick: unique` lets nobody share one.',
      ],
    );
  });

  it('arrival rates end when there is no row left', async () => {
    const started = Date.now();
    await run(
      '{ values: [{ id: 0 }, { id: 1 }, { id: 2 }], atEnd: stop }',
      'executor: constant-arrival-rate, rate: 50, duration: 20s, preAllocatedVUs: 2',
    );
    assert.deepEqual(sorted(asked()), numbers(3));
    assert.ok(Date.now() - started < 15_000);
  });

  it('a scenario that reads no row takes none', async () => {
    await runScenario(
      `
baseUrl: ${server.url}
data:
  ids: { file: ids.csv, pick: unique, atEnd: stop }
scenarios:
  other: { executor: shared-iterations, iterations: 50, steps: [{ get: /json, check: { data: 'response.json.id == 7' } }] }
  main: { executor: constant-vus, duration: 5s, steps: [{ get: '/ok?id=\${data.ids.id}' }] }
`,
      { folder },
    );
    assert.deepEqual(asked(), numbers(40));
  });

  it('a file that cannot be read is known before the first request', async () => {
    const { exit } = await run('{ file: nowhere.csv }', 'executor: shared-iterations, iterations: 1');
    assert.equal(exit.end?.exitCode, 104);
    assert.match(exit.end.reason, /^The data `ids` can't be read: there is no file of this name \(/);
  });

  it('what rows hold of credentials is not shown', async () => {
    const { run: model } = await run(
      '{ values: [{ id: 1, password: hunter2secret }] }',
      'executor: shared-iterations, iterations: 1',
      1,
      '[{ post: /status/500, body: "x=${data.ids.password}" }, { fail: "with ${data.ids.password}" }]',
    );
    assert.equal(model.samples[0]?.request.body, 'x=•••');
    assert.deepEqual(messages(model), ['with •••']);
  });
});
