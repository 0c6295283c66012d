import assert from 'node:assert/strict';
import { checkRows, endpointRows, errorRows } from '../../src/run/tables.ts';
import { counted, runScenario, trendOf } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

const EXECUTORS: Record<string, string> = {
  'constant-vus': '{ executor: constant-vus, vus: 5, duration: 1s }',
  'ramping-vus':
    '{ executor: ramping-vus, startVUs: 1, stages: [{ duration: 500ms, target: 6 }, { duration: 500ms, target: 0 }] }',
  'shared-iterations': '{ executor: shared-iterations, vus: 4, iterations: 50 }',
  'per-vu-iterations': '{ executor: per-vu-iterations, vus: 4, iterations: 12 }',
  'constant-arrival-rate': '{ executor: constant-arrival-rate, rate: 50, duration: 1s, preAllocatedVUs: 10 }',
  'ramping-arrival-rate':
    '{ executor: ramping-arrival-rate, startRate: 10, stages: [{ duration: 1s, target: 80 }], preAllocatedVUs: 10 }',
};

describe('requests as counted by the engine and by the server', function () {
  this.timeout(30_000);
  const server = useTargetServer();

  for (const [executor, load] of Object.entries(EXECUTORS)) {
    for (const workers of [1, 3]) {
      it(`agree to the request: ${executor} on ${workers} ${workers === 1 ? 'worker' : 'workers'}`, async () => {
        const { run, exit } = await runScenario(
          `
baseUrl: ${server.url}
flows:
  main:
    - choose:
        - { weight: 3, get: /ok }
        - { weight: 1, steps: [{ get: /status/503 }, { get: /redirect/2 }] }
    - post: /echo
      json: { n: "\${iteration.index}" }
    - think: 20ms
scenarios:
  main: ${load.replace('{', '{ flow: main,')}
`,
          { options: { workers } },
        );
        assert.equal(exit.problem, null);
        assert.equal(counted(run, 'http_reqs'), server.counts().requests);
        const { byOutcome } = server.counts();
        const rows = Object.fromEntries(endpointRows(run).map((row) => [`${row.method} ${row.name}`, row.requests]));
        // Each redirect ends at /ok, under the name of the step that asked.
        const redirected = byOutcome['GET /status/503 503'] ?? 0;
        assert.equal((rows['GET GET /ok'] ?? 0) + redirected, byOutcome['GET /ok 200'] ?? 0);
        const hops = Object.entries(byOutcome).filter(([outcome]) => outcome.startsWith('GET /redirect/'));
        const hopCount = hops.reduce((sum, [, count]) => sum + count, 0);
        assert.equal(rows['GET GET /redirect/{id}'] ?? 0, hopCount + redirected);
        assert.equal(rows['POST POST /echo'], byOutcome['POST /echo 200']);
        assert.equal(counted(run, 'errors', { kind: '5xx', status: '503' }), byOutcome['GET /status/503 503'] ?? 0);
        assert.equal(counted(run, 'iterations'), byOutcome['POST /echo 200'], 'each iteration posts once');
      });
    }
  }

  it('are the same for the same seed, whatever the number of workers', async () => {
    const outcomes: Record<string, number>[] = [];
    for (const workers of [1, 2]) {
      server.reset();
      await runScenario(
        `
baseUrl: ${server.url}
scenarios:
  main:
    executor: per-vu-iterations
    vus: 4
    iterations: 20
    steps:
      - choose: [{ weight: 1, get: /ok }, { weight: 2, get: /json }, { weight: 3, get: /status/201 }]
`,
        { options: { workers, seed: 42 } },
      );
      outcomes.push({ ...server.counts().byOutcome });
    }
    assert.deepEqual(outcomes[0], outcomes[1]);
    assert.equal(Object.keys(outcomes[0] ?? {}).length, 3);
  });

  it('hold for setup and teardown, which are requests, too', async () => {
    const { run, exit } = await runScenario(`
baseUrl: ${server.url}
setup:
  - get: /json
    capture: { token: json.token }
teardown:
  - delete: /echo
    headers: { x-token: "\${setup.token}" }
vus: 2
iterations: 4
steps:
  - get: /ok
    headers: { x-token: "\${setup.token}" }
thresholds:
  http_reqs: count == 6
`);
    assert.equal(exit.end?.outcome, 'passed');
    assert.equal(server.counts().requests, 6);
    assert.equal(counted(run, 'http_reqs', { group: '::setup' }), 1);
    assert.deepEqual(
      server
        .received()
        .map(({ headers }) => headers['x-token'])
        .filter(Boolean),
      Array.from({ length: 5 }, () => 'abc'),
    );
  });

  it('hold after a graceful stop, which lets requests under way finish', async () => {
    const { run, exit } = await runScenario(
      `
baseUrl: ${server.url}
vus: 10
duration: 60s
steps:
  - get: /delay/30
  - think: 5s
`,
      { onEvent: (event, engine) => event.type === 'interval' && engine.stop() },
    );
    assert.deepEqual([exit.end?.outcome, exit.end?.exitCode], ['interrupted', 105]);
    assert.ok(run.elapsedMs < 4000, `stopped after ${run.elapsedMs} ms`);
    assert.equal(counted(run, 'http_reqs'), server.counts().requests);
  });

  for (const workers of [1, 3]) {
    it(`name every request that a second stop cuts off, on ${workers} ${workers === 1 ? 'worker' : 'workers'}`, async () => {
      const { run } = await runScenario(
        `
baseUrl: ${server.url}
vus: 5
duration: 60s
steps: [{ get: /delay/20000 }]
`,
        {
          options: { workers },
          onEvent: (event, engine) => {
            if (event.type !== 'interval') return;
            engine.stop();
            engine.stop();
          },
        },
      );
      assert.deepEqual([server.counts().requests, counted(run, 'http_reqs')], [5, 0]);
      assert.match(run.logs[0]?.message ?? '', /^5 requests were under way/);
    });
  }

  it('know how many VUs ran, also of a load that was over within its first second', async () => {
    const { run } = await runScenario(
      `baseUrl: ${server.url}\nvus: 3\niterations: 6\nsteps: [{ get: /delay/20 }]\nthresholds: { vus: min == 3, vus_max: max == 3 }`,
      { options: { workers: 2 } },
    );
    assert.deepEqual(
      run.end?.thresholds.map(({ verdict, actual }) => [verdict, actual]),
      [
        ['pass', 3],
        ['pass', 3],
      ],
    );
  });

  it('group, check and time what the scenario says', async () => {
    const { run } = await runScenario(`
baseUrl: ${server.url}
vus: 2
iterations: 6
metrics: { size: { type: trend, unit: ms }, seen: counter }
steps:
  - group: checkout
    steps:
      - get: /json
        name: cart
        check:
          status is 200: status == 200
          has no error: json.error == null
          is fast: timings.duration < 10000
        record: { size: timings.duration, seen: "2" }
  - think: 10ms
`);
    assert.deepEqual(
      checkRows(run).map(({ name, group, passes, fails }) => [name, group, passes, fails]),
      [
        ['status is 200', '::checkout', 6, 0],
        ['has no error', '::checkout', 0, 6],
        ['is fast', '::checkout', 6, 0],
      ],
    );
    assert.equal(trendOf(run, 'group_duration', { group: '::checkout' }).count, 6);
    assert.equal(trendOf(run, 'size').count, 6);
    assert.equal(counted(run, 'seen'), 12);
    assert.ok((trendOf(run, 'iteration_duration').lowest ?? 0) >= 10);
    assert.deepEqual(errorRows(run), []);
  });

  it('keep every exchange where all are wanted', async () => {
    const { run } = await runScenario(
      `baseUrl: ${server.url}\nvus: 1\niterations: 1\nsteps: [{ get: /json }, { get: /status/404 }]`,
      {
        options: { exchanges: 'all' },
      },
    );
    assert.deepEqual(
      run.samples.map(({ name, kind, response }) => [name, kind, response?.status]),
      [
        ['GET /json', null, 200],
        ['GET /status/{id}', '4xx', 404],
      ],
    );
    assert.match(run.samples[0]?.response?.body ?? '', /"name":"Ada"/);
  });

  it('keep each redirect, and each try, without the checks of the last answer', async () => {
    const { run } = await runScenario(
      `
baseUrl: ${server.url}
vus: 1
iterations: 1
steps:
  - get: /redirect/1
    check: { ok: status == 200 }
  - get: /status/404
    retry: { max: 1, on: [404], backoff: 1ms }
    check: { found: status == 200 }
`,
      { options: { exchanges: 'all' } },
    );
    assert.deepEqual(
      run.samples.map(({ name, response, checks = [] }) => [name, response?.status, checks.map(({ ok }) => ok)]),
      [
        ['GET /redirect/{id}', 302, []],
        ['GET /redirect/{id}', 302, []],
        ['GET /redirect/{id}', 200, [true]],
        ['GET /status/{id}', 404, []],
        ['GET /status/{id}', 404, [false]],
      ],
    );
  });

  it('hand over each single sample when asked to', async () => {
    const { run, points, events } = await runScenario(
      `
baseUrl: ${server.url}
vus: 3
iterations: 30
steps: [{ get: /ok }]
`,
      { options: { points: true, workers: 2 } },
    );
    const metricOf = new Map(
      events.flatMap((event) => (event.type === 'series' ? [[event.id, event.metric] as const] : [])),
    );
    const metrics = points.flatMap(({ series }) => series.map((id) => metricOf.get(id)));
    assert.equal(metrics.filter((metric) => metric === 'http_reqs').length, 30);
    assert.equal(metrics.filter((metric) => metric === 'http_req_waiting').length, 30);
    assert.equal(metrics.filter((metric) => metric === undefined).length, 0);
    assert.equal(counted(run, 'http_reqs'), 30);
  });
});
