import assert from 'node:assert/strict';
import { counted, messages, runScenario, trendOf, type RunSettings } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

const EXECUTORS: Record<string, string> = {
  'constant-vus': 'executor: constant-vus\n    vus: 4\n    duration: 500ms',
  'ramping-vus':
    'executor: ramping-vus\n    startVUs: 4\n    stages: [{ duration: 300ms, target: 4 }, { duration: 200ms, target: 0 }]',
  'shared-iterations': 'executor: shared-iterations\n    vus: 4\n    iterations: 40',
  'per-vu-iterations': 'executor: per-vu-iterations\n    vus: 4\n    iterations: 10',
  'constant-arrival-rate':
    'executor: constant-arrival-rate\n    rate: 40\n    duration: 500ms\n    preAllocatedVUs: 4\n    maxVUs: 4',
};

describe('hooks', function () {
  this.timeout(30_000);
  const server = useTargetServer({ keepRequests: 5000 });

  const paths = (): string[] => server.received().map(({ url }) => url);
  const run = (text: string, settings: RunSettings = {}): ReturnType<typeof runScenario> =>
    runScenario(`baseUrl: ${server.url}\n${text}`, settings);

  for (const [executor, load] of Object.entries(EXECUTORS)) {
    for (const workers of [1, 3]) {
      it(`onStart and onStop run once per VU: ${executor} on ${workers} ${workers === 1 ? 'worker' : 'workers'}`, async () => {
        const { run: model } = await run(
          `
scenarios:
  main:
    ${load}
    onStart:
      - get: /json?start=\${vu.id}
        capture: { token: response.json.token }
    onStop: [{ get: '/ok?stop=\${vu.id}&\${vu.token}' }]
    steps: [{ get: '/ok?iteration=\${vu.id}&\${vu.token}' }, { think: 10ms }]
`,
          { options: { workers } },
        );
        assert.deepEqual(messages(model), []);
        const seen = paths();
        const ids = (kind: RegExp): string[] => seen.flatMap((path) => kind.exec(path)?.[1] ?? []).sort();
        const started = ids(/start=(\d+)/);
        assert.ok(started.length > 0 && started.length <= 4);
        assert.equal(new Set(started).size, started.length, 'nobody starts twice');
        assert.deepEqual(ids(/stop=(\d+)&abc$/), started, 'everyone stops');
        for (const id of started) {
          const own = seen.filter((path) => new RegExp(`=${id}(&abc)?$`).test(path));
          assert.equal(own[0], `/json?start=${id}`, 'first of all it starts');
          assert.equal(own.at(-1), `/ok?stop=${id}&abc`, 'last of all it stops');
          assert.ok(own.length > 2);
        }
        assert.equal(counted(model, 'http_reqs'), seen.length);
        assert.equal(counted(model, 'http_reqs', { group: '::onStart' }), started.length);
        assert.equal(counted(model, 'http_reqs', { group: '::onStop' }), started.length);
        assert.equal(counted(model, 'iterations'), seen.length - 2 * started.length, 'hooks are no iterations');
      });
    }
  }

  it('a VU whose onStart fails runs no iteration, and where none is left there is no load to wait for', async () => {
    const started = Date.now();
    const { run: model } = await run(`
scenarios:
  main:
    executor: constant-vus
    vus: 3
    duration: 20s
    onStart: [{ get: /json, capture: { token: response.json.nowhere } }]
    onStop: [{ get: /never }]
    steps: [{ get: /never }]
`);
    assert.ok(Date.now() - started < 15_000);
    assert.deepEqual(server.counts().byOutcome, { 'GET /json 200': 3 });
    assert.equal(counted(model, 'iterations'), 0);
    assert.match(messages(model).join(), /`token` could not be captured/);
  });

  it('cookies of onStart are those that each iteration begins with', async () => {
    await run(`
scenarios:
  main:
    executor: per-vu-iterations
    iterations: 2
    onStart: [{ get: /cookie }]
    steps: [{ get: /cookie }, { get: /cookie }]
`);
    assert.deepEqual(
      server.received().map(({ headers }) => headers.cookie),
      [undefined, 'visits=1', 'visits=2', 'visits=1', 'visits=2'],
    );
  });

  it('setup does not begin where a run is stopped before', async () => {
    const { exit } = await run(
      `
setup: [{ get: /delay/3000 }]
vus: 1
duration: 20s
steps: [{ get: /ok }]
`,
      {
        onEvent(event, engine) {
          if (event.type === 'run-start') engine.stop();
        },
      },
    );
    assert.deepEqual([exit.end?.outcome, exit.end?.exitCode, paths()], ['interrupted', 105, []]);
  });

  it('onStop runs when a run is stopped gracefully, not when it is cut off', async () => {
    for (const stops of [1, 2]) {
      server.reset();
      await run(
        `
scenarios:
  main:
    executor: constant-vus
    vus: 2
    duration: 20s
    onStop: [{ think: 300ms }, { get: /ok?stop }]
    steps: [{ get: /ok }, { think: 10s }]
`,
        {
          onEvent(event, engine) {
            if (event.type !== 'interval' || event.toMs < 900) return;
            for (let stop = 0; stop < stops; stop++) engine.stop();
          },
        },
      );
      assert.equal(paths().filter((path) => path === '/ok?stop').length, stops === 1 ? 2 : 0);
    }
  });

  it('pacing starts an iteration at most every so often per VU, however short it is', async () => {
    const { run: model, exit } = await run(`
scenarios:
  paced: { executor: constant-vus, vus: 2, duration: 1s, pacing: 400ms, steps: [{ get: /ok }] }
`);
    assert.equal(counted(model, 'iterations'), 6, 'at 0, 400 and 800 ms each');
    assert.ok(trendOf(model, 'iteration_duration').max < 300, 'the waiting is no part of an iteration');
    assert.ok((exit.end?.atMs ?? 0) < 1190, 'nobody waits for a pacing at the end');
  });

  it('pacing adds nothing to an iteration that takes longer', async () => {
    const { run: model, exit } = await run(`
scenarios:
  paced: { executor: per-vu-iterations, iterations: 4, pacing: 90ms, steps: [{ get: /delay/100 }] }
`);
    const { sum } = trendOf(model, 'iteration_duration');
    assert.ok((exit.end?.atMs ?? 0) < sum + 90, `${exit.end?.atMs} ms for iterations of ${sum} ms`);
  });

  for (const workers of [1, 2]) {
    it(`refresh replaces what setup captured in ${workers} of ${workers} workers, and nobody counts it`, async () => {
      const { run: model } = await run(
        `
setup: [{ get: /echo?setup, capture: { token: '"setup"' } }]
refresh:
  every: 300ms
  steps: [{ get: /echo?refresh, capture: { token: 'string(seq())' } }]
teardown: [{ get: '/ok?teardown=\${setup.token}' }]
scenarios:
  main: { executor: constant-vus, vus: 2, duration: 1s, steps: [{ get: '/ok?token=\${setup.token}' }, { think: 20ms }] }
`,
        { options: { workers } },
      );
      assert.deepEqual(messages(model), []);
      const tokens = [...new Set(paths().flatMap((path) => /\?token=(\w+)/.exec(path)?.[1] ?? []))];
      assert.deepEqual(tokens, ['setup', '0', '1', '2']);
      assert.equal(paths().at(-1), '/ok?teardown=2');
      const refreshed = paths().filter((path) => path === '/echo?refresh').length;
      assert.equal(refreshed, 3);
      assert.equal(counted(model, 'http_reqs'), server.counts().requests - refreshed);
    });
  }

  it('a refresh that fails is a warning, and is tried again at its next time', async () => {
    const { run: model, exit } = await run(`
setup: [{ get: /json, capture: { token: response.json.token } }]
refresh:
  every: 200ms
  steps: [{ get: /status/503 }]
scenarios:
  main: { executor: constant-vus, duration: 700ms, steps: [{ get: '/ok?token=\${setup.token}' }, { think: 20ms }] }
`);
    assert.equal(exit.end?.exitCode, 0);
    assert.equal(server.counts().byOutcome['GET /status/503 503'], 3);
    const [first] = model.logs;
    assert.equal(first?.level, 'warning');
    assert.match(first.message, /^The refresh failed, and is tried again at its next time\. GET \/status\/.* failed: /);
    assert.equal(counted(model, 'http_req_failed'), 0);
    assert.equal(paths().at(-1), '/ok?token=abc');
  });

  // Exit codes and what comes first of two are those of k6 v2.2, tried on 22 November 2026.
  const slow = '[{ get: /delay/5000 }]';
  const endings: [what: string, hooks: string, least: number, exitCode: number, verdict: string, reason: RegExp][] = [
    ['setup fails', 'setup: [{ fail: no }]', 1, 107, 'no-data', /^Setup failed: no$/],
    [
      'setup takes too long',
      `setupTimeout: 200ms\nsetup: ${slow}`,
      1,
      100,
      'no-data',
      /^Setup was not done within its 0.2 s\.$/,
    ],
    ['setup aborts', 'setup: [{ abort: no }]', 1, 108, 'no-data', /^no$/],
    ['teardown fails', 'teardown: [{ fail: no }]', 1, 107, 'pass', /^Teardown failed: no$/],
    [
      'teardown reads what is not there',
      'teardown: [{ get: /ok, capture: { a: response.json.a } }]',
      1,
      107,
      'pass',
      /^Teardown failed: /,
    ],
    [
      'teardown takes too long',
      `teardownTimeout: 200ms\nteardown: ${slow}`,
      1,
      101,
      'pass',
      /^Teardown was not done within its 0.2 s\.$/,
    ],
    ['teardown aborts', 'teardown: [{ abort: no }]', 1, 108, 'pass', /^no$/],
    ['a requirement and teardown fail', 'teardown: [{ fail: no }]', 99, 107, 'fail', /^Teardown failed: no$/],
    [
      'a requirement fails and teardown takes too long',
      `teardownTimeout: 200ms\nteardown: ${slow}`,
      99,
      101,
      'fail',
      /^Teardown was/,
    ],
    // For k6, a request that fails is no exception.
    ['a request of teardown fails', 'teardown: [{ get: /status/500 }]', 1, 107, 'pass', /^Teardown failed: GET /],
  ];
  for (const [what, hooks, least, exitCode, verdict, reason] of endings) {
    it(`the exit code is ${exitCode} where ${what}, and the requirement ${verdict === 'no-data' ? 'has no data' : `is judged: ${verdict}`}`, async () => {
      const { run: model, exit } = await run(
        `${hooks}\niterations: 3\nsteps: [{ get: /ok }]\nthresholds: { iterations: count >= ${least} }`,
      );
      assert.deepEqual([exit.end?.exitCode, model.thresholds[0]?.verdict], [exitCode, verdict]);
      assert.match(exit.end?.reason ?? '', reason);
    });
  }

  it('what ended the run before decides, not the teardown that fails', async () => {
    const { run: model, exit } = await run(
      'teardown: [{ fail: no }]\niterations: 3\nsteps: [{ abort: The shop is closed. }]',
    );
    assert.deepEqual([exit.end?.exitCode, exit.end?.reason], [108, 'The shop is closed.']);
    assert.deepEqual(messages(model), ['The shop is closed.', 'Teardown failed: no']);
  });
});
