import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalText } from '../../src/run/journal-file.ts';
import { readRun } from '../../src/run/journal.ts';
import { counted, runScenario } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('the engine’s process', function () {
  this.timeout(30_000);
  const server = useTargetServer();
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'rampwright-'))));
  after(() => rmSync(folder, { recursive: true }));

  const scenario = (duration: string) => `
baseUrl: ${server.url}
vus: 3
duration: ${duration}
steps: [{ get: /ok }, { think: 10ms }]
thresholds: { http_reqs: count > 1 }
`;

  it('can be killed in mid-run: what it measured up to the last second is kept', async () => {
    const journal = join(folder, 'killed.run.jsonl');
    let intervals = 0;
    const { run, exit } = await runScenario(scenario('60s'), {
      options: { journal },
      onEvent(event, engine) {
        if (event.type === 'interval' && ++intervals === 2) engine.kill();
      },
    });
    assert.equal(exit.end, null);
    assert.match(exit.problem ?? '', /ended by SIGKILL/);
    const { run: kept, problem } = readRun(readFileSync(journal, 'utf8'));
    assert.equal(problem, null);
    assert.equal(kept.state, 'interrupted');
    assert.ok(kept.elapsedMs >= 1900, `${kept.elapsedMs} ms are kept`);
    assert.equal(counted(kept, 'http_reqs'), counted(run, 'http_reqs'));
    assert.equal(kept.thresholds[0]?.verdict, 'pass');
  });

  it('writes a journal that says the same as the events it sent', async () => {
    const journal = join(folder, 'deep', 'whole.run.jsonl');
    const { run, events } = await runScenario(scenario('1s'), { options: { journal } });
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line): unknown => JSON.parse(line)),
      JSON.parse(JSON.stringify(events)),
    );
    assert.equal(readRun(`${lines.join('\n')}\n`).run.state, 'ended');
    assert.equal(run.state, 'ended');
  });

  it('compresses a journal whose name asks for it when the run has ended, and not before', async () => {
    const journal = join(folder, 'small.run.jsonl.gz');
    let plainWhileItRan = false;
    const { events } = await runScenario(scenario('2s'), {
      options: { journal },
      onEvent: (event) => {
        if (event.type === 'interval') plainWhileItRan ||= existsSync(join(folder, 'small.run.jsonl'));
      },
    });
    assert.equal(plainWhileItRan, true);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('small')),
      ['small.run.jsonl.gz'],
    );
    const text = await journalText(readFileSync(journal));
    assert.equal(text.trimEnd().split('\n').length, events.length);
    assert.equal(readRun(text).run.state, 'ended');
  });

  it('says clearly why it cannot write a journal', async () => {
    const journal = join(folder, 'whole-again.run.jsonl');
    await runScenario(scenario('100ms'), { options: { journal } });
    const { exit } = await runScenario(scenario('100ms'), { options: { journal } });
    assert.match(`${exit.problem ?? ''}${exit.end?.reason ?? ''}`, /EEXIST/);
  });

  it('connects anew for each VU, and keeps its connection over iterations', async () => {
    await runScenario(`
baseUrl: ${server.url}
scenarios: { main: { executor: per-vu-iterations, vus: 4, iterations: 10, steps: [{ get: /ok }] } }
`);
    assert.deepEqual([server.counts().connections, server.counts().requests], [4, 40]);
  });

  it('gives each VU its own cookies, and clears them for each iteration', async () => {
    const { run } = await runScenario(`
baseUrl: ${server.url}
scenarios:
  main:
    executor: per-vu-iterations
    vus: 2
    iterations: 3
    steps:
      - get: /cookie
      - get: /cookie
        check: { second visit: json.visits == "1" }
`);
    assert.equal(counted(run, 'iterations'), 6);
    const checks = run.total('checks');
    assert.deepEqual(checks?.kind === 'rate' && [checks.trues, checks.total], [6, 6]);
  });
});
