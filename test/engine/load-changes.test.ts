import assert from 'node:assert/strict';
import type { LoadLevel } from '../../src/run/events.ts';
import { counted, runScenario, type ScenarioRun } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('the load of a running test', function () {
  this.timeout(30_000);
  const server = useTargetServer();

  /** Runs a scenario and changes its load when so many seconds of it were measured. */
  async function changed(
    text: string,
    changes: Readonly<Record<number, Partial<LoadLevel>>>,
    workers = 1,
  ): Promise<ScenarioRun> {
    let intervals = 0;
    return runScenario(text, {
      options: { workers },
      onEvent(event, engine) {
        const level = event.type === 'interval' ? changes[++intervals] : undefined;
        if (level) engine.change(level);
      },
    });
  }

  /** VUs at the end of each second, and what was requested in it. */
  const seconds = ({ run }: ScenarioRun): { vus: number; requests: number }[] =>
    run.intervals
      .filter(({ toMs, fromMs }) => toMs - fromMs > 500)
      .map((interval) => ({
        vus: interval.vus.active,
        requests: (interval.counters ?? [])
          .filter(([id]) => run.definition(id)?.metric === 'http_reqs')
          .reduce((sum, [, count]) => sum + count, 0),
      }));

  it('is paused, goes on, grows and shrinks, as one over its workers, and the journal says when', async () => {
    const scenario = `
baseUrl: ${server.url}
vus: 4
duration: 6s
steps: [{ get: /ok }, { think: 20ms }]
thresholds: { http_reqs: count > 1 }
`;
    const result = await changed(
      scenario,
      { 1: { paused: true }, 3: { paused: false, factor: 2 }, 4: { factor: 0.5 } },
      2,
    );
    const { run, events } = result;
    const levels = events.flatMap((event) => (event.type === 'load-change' ? [event] : []));
    assert.deepEqual(
      levels.map(({ paused, factor }) => ({ paused, factor })),
      [
        { paused: true, factor: 1 },
        { paused: false, factor: 2 },
        { paused: false, factor: 0.5 },
      ],
    );
    for (const [index, second] of [1, 3, 4].entries()) {
      const atMs = levels[index]?.atMs ?? 0;
      assert.ok(atMs >= second * 1000 && atMs < (second + 1) * 1000, `change ${index} at ${atMs}`);
    }
    const measured = seconds(result);
    assert.deepEqual(
      measured.slice(0, 5).map(({ vus }) => vus),
      [4, 4, 4, 8, 2],
    );
    assert.equal(measured[2]?.requests, 0);
    assert.equal(run.end?.outcome, 'passed');
    assert.equal(counted(run, 'http_reqs'), server.counts().byOutcome['GET /ok 200']);
  });

  it('is changed before it begins, where setup still runs', async () => {
    const scenario = `
baseUrl: ${server.url}
setup: [{ get: /ok }]
scenarios:
  all:
    rate: 50/s
    duration: 1s
    maxVUs: 20
    steps: [{ get: /json }]
thresholds: { http_reqs: count > 1 }
`;
    const { run } = await runScenario(scenario, {
      onEvent(event, engine) {
        if (event.type === 'run-start') engine.change({ factor: 2 });
      },
    });
    assert.equal(counted(run, 'iterations'), 100);
    assert.deepEqual(
      run.loadChanges.map(({ factor }) => factor),
      [2],
    );
  });

  it('stays as it is where a change is none', async () => {
    const scenario = `
baseUrl: ${server.url}
vus: 1
duration: 2s
steps: [{ get: /ok }, { think: 50ms }]
thresholds: { http_reqs: count > 1 }
`;
    const { run } = await changed(scenario, { 1: { paused: false, factor: Number.NaN } });
    assert.deepEqual(run.loadChanges, []);
    assert.equal(run.end?.outcome, 'passed');
  });
});
