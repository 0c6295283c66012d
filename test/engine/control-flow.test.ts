import assert from 'node:assert/strict';
import { counted, messages, rateOf, runScenario, trendOf, type ScenarioRun } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('steps that steer', function () {
  this.timeout(30_000);
  const server = useTargetServer();

  /** One VU, one iteration of these steps. */
  function once(steps: string, more = ''): Promise<ScenarioRun> {
    return runScenario(`baseUrl: ${server.url}\nvus: 1\niterations: 1\n${more}\nsteps:\n${steps}`);
  }

  const paths = (): string[] => server.received().map(({ url }) => url);

  it('repeat runs its steps as often as it says, also inside of another', async () => {
    const { run } = await once(`
  - set: { n: 2 }
  - repeat: n + 1
    steps:
      - repeat: 2
        steps: [{ get: /ok }]
      - get: /json
  - repeat: 0
    steps: [{ get: /never }]
`);
    assert.deepEqual(server.counts().byOutcome, { 'GET /ok 200': 6, 'GET /json 200': 3 });
    assert.deepEqual(messages(run), []);
  });

  it('while goes on until its condition no longer holds', async () => {
    await once(`
  - set: { page: 1 }
  - while: page <= 3
    steps:
      - get: /ok?page=\${page}
      - set: { page: '\${page + 1}' }
`);
    assert.deepEqual(paths(), ['/ok?page=1', '/ok?page=2', '/ok?page=3']);
  });

  it('while ends the iteration with an error where its limit is reached, however many passes that are', async () => {
    const { run } = await once(`
  - while: 'true'
    limit: 2500
    steps: [{ set: { x: 1 } }]
  - get: /never
`);
    assert.deepEqual(messages(run), [
      '`while` had run 2500 times and `true` still held. If so many are meant, set a higher `limit`.',
    ]);
    assert.equal(counted(run, 'iterations'), 1);
    assert.equal(server.counts().requests, 0);
  });

  it('forEach gives each item its name, and refuses lists beyond its limit', async () => {
    const { run } = await once(`
  - get: /json
    capture: { items: response.json.items }
  - forEach: items
    as: item
    steps: [{ get: '/ok?id=\${item.id}' }]
  - forEach: items
    as: item
    limit: 1
    steps: [{ get: /never }]
`);
    assert.deepEqual(paths(), ['/json', '/ok?id=1', '/ok?id=2']);
    assert.deepEqual(messages(run), [
      '`forEach` goes through at most 1 item, but `items` has 2. If so many are meant, set a higher `limit`.',
    ]);
  });

  it('if takes one way or the other', async () => {
    await once(`
  - get: /status/404
    expect: { status: 404 }
  - if: response.status == 404
    then: [{ get: /ok?then }]
    else: [{ get: /never }]
  - if: response.status == 404
    then: [{ get: /never }]
  - if: response.status == 404
    then: [{ get: /never }]
    else: [{ get: /ok?else }]
`);
    assert.deepEqual(paths(), ['/status/404', '/ok?then', '/ok?else']);
  });

  it('log leaves a line in the log with its place in the file', async () => {
    const { run } = await once(`
  - log: 'VU \${vu.id} says hello'
`);
    const [event] = run.logs;
    assert.equal(event?.level, 'info');
    assert.equal(event.message, 'VU 1 says hello');
    assert.equal(event.line, 6);
  });

  it('fail ends the iteration, which counts as one', async () => {
    const { run, exit } = await once(`
  - fail: 'No \${"stock"} left'
  - get: /never
`);
    assert.deepEqual(messages(run), ['No stock left']);
    assert.equal(run.logs[0]?.level, 'error');
    assert.equal(counted(run, 'iterations'), 1);
    assert.equal(server.counts().requests, 0);
    assert.equal(exit.end?.exitCode, 0);
  });

  for (const workers of [1, 3]) {
    it(`abort ends the run at once in ${workers} of ${workers} workers, and teardown still runs`, async () => {
      const { run, exit } = await runScenario(
        `
baseUrl: ${server.url}
teardown: [{ get: /ok?teardown }]
scenarios:
  long: { executor: constant-vus, vus: 6, duration: 20s, steps: [{ get: /ok }, { think: 10s }] }
  short:
    executor: per-vu-iterations
    vus: 1
    iterations: 1
    steps: [{ think: 300ms }, { abort: 'The shop is closed.' }]
`,
        { options: { workers } },
      );
      assert.ok((exit.end?.atMs ?? 0) < 8000, 'nobody waited for the end of the load');
      assert.deepEqual(
        [exit.end?.outcome, exit.end?.exitCode, exit.end?.reason],
        ['aborted', 108, 'The shop is closed.'],
      );
      assert.equal(paths().at(-1), '/ok?teardown');
      assert.ok(run.logs.some(({ message, line }) => message === 'The shop is closed.' && line === 9));
    });
  }

  it('abort in setup leaves no load', async () => {
    const { exit } = await once(`  - get: /never`, `setup: [{ abort: Not today. }]`);
    assert.deepEqual([exit.end?.outcome, exit.end?.exitCode, exit.end?.reason], ['aborted', 108, 'Not today.']);
    assert.equal(server.counts().requests, 0);
  });

  for (const workers of [1, 3]) {
    it(`an exact mix is exact over all VUs of ${workers} ${workers === 1 ? 'worker' : 'workers'}`, async () => {
      await runScenario(
        `
baseUrl: ${server.url}
scenarios:
  main:
    executor: shared-iterations
    vus: 7
    iterations: 200
    steps:
      - choose:
          - { weight: 20, get: /ok }
          - { weight: 30, get: /json }
          - { weight: 50, get: /status/204 }
        exact: true
`,
        { options: { workers } },
      );
      assert.deepEqual(server.counts().byOutcome, {
        'GET /ok 200': 40,
        'GET /json 200': 60,
        'GET /status/204 204': 100,
      });
    });
  }

  it('parallel sends all at once, as far as its connections go, and waits for the slowest', async () => {
    const { run } = await once(`
  - get: /ok
  - parallel:
      - get: /delay/200
      - get: /delay/210
      - get: /status/500
      - { get: /json, capture: { token: response.json.token } }
      - get: /delay/220
    connections: 4
  - get: /ok?token=\${token}&status=\${response.status}
`);
    assert.equal(server.counts().connections, 4, 'the first is the one that the VU had already');
    assert.equal(paths().at(-1), '/ok?token=abc&status=200');
    assert.equal(counted(run, 'http_reqs'), 7);
    assert.equal(counted(run, 'errors', { status: '500' }), 1);
    const durationMs = trendOf(run, 'iteration_duration').max;
    const oneByOneMs = trendOf(run, 'http_req_duration').sum;
    assert.ok(durationMs >= 220 && durationMs < oneByOneMs, `${durationMs} ms, one by one it would be ${oneByOneMs}`);
  });

  it('parallel finishes the others where one fails, and then ends the iteration', async () => {
    const { run } = await once(`
  - parallel:
      - { get: /json, capture: { nothing: response.json.nowhere } }
      - get: /delay/100
      - get: /reset
  - get: /never
`);
    assert.deepEqual(server.counts().byOutcome, { 'GET /delay/100 200': 1, 'GET /json 200': 1, 'GET /reset 0': 1 });
    assert.match(messages(run).join(), /`nothing` could not be captured from GET \/json/);
  });

  it('poll asks again until its condition holds, and is timed from the first try', async () => {
    const { run } = await once(`
  - poll:
      get: /cookie
      name: job
      until: has(response.json.visits) && response.json.visits == '3'
      every: 50ms
      timeout: 5s
      check: { done: response.json.visits == '3' }
      capture: { visits: response.json.visits }
  - get: /ok?visits=\${visits}
`);
    assert.equal(paths().length, 5);
    assert.equal(paths().at(-1), '/ok?visits=3');
    assert.equal(counted(run, 'http_reqs', { name: 'job' }), 4);
    const duration = trendOf(run, 'poll_duration', { name: 'job' });
    assert.equal(duration.count, 1);
    assert.ok(duration.max >= 150 && duration.max < 1000, `${duration.max}`);
    assert.deepEqual(messages(run), []);
  });

  it('poll that is not done in time is a timeout and ends the iteration', async () => {
    const { run } = await once(`
  - poll: { get: /json, name: job, until: response.json.done == true, every: 100ms, timeout: 1s }
  - get: /never
`);
    assert.equal(counted(run, 'errors', { kind: 'timeout', name: 'job' }), 1);
    assert.match(
      messages(run).join(),
      /^job was polled for 1 s, and `response\.json\.done == true` did not hold\. At the last try it could not be worked out: /,
    );
    const tries = server.counts().requests;
    assert.ok(tries >= 2 && tries <= 11, `${tries} tries`);
  });

  it('retry sends again what failed, each attempt is a request, and the last one counts', async () => {
    const { run } = await once(`
  - get: /cookie
    expect: { json: has(response.json.visits) && response.json.visits == '2' }
    retry: { max: 5, on: [expectation], backoff: 20ms }
    check: { right: response.json.visits == '2' }
    capture: { visits: response.json.visits }
  - get: /ok?visits=\${visits}
  - get: /status/503
    name: down
    retry: { max: 2, on: [5xx], backoff: 20ms }
  - get: /status/404
    retry: { max: 2, on: [5xx], backoff: 20ms }
`);
    assert.deepEqual(server.counts().byOutcome, {
      'GET /cookie 200': 3,
      'GET /ok 200': 1,
      'GET /status/404 404': 1,
      'GET /status/503 503': 3,
    });
    assert.equal(paths()[3], '/ok?visits=2');
    assert.equal(counted(run, 'http_reqs'), 8);
    assert.equal(counted(run, 'retries'), 4);
    assert.equal(counted(run, 'retries', { name: 'down' }), 2);
    assert.equal(rateOf(run, 'checks').total, 1, 'of the last attempt only');
  });

  it('retry waits twice as long before each further attempt', async () => {
    const { run } = await once(`
  - get: /reset
    retry: { max: 3, on: [reset], backoff: 40ms }
`);
    const durationMs = trendOf(run, 'iteration_duration').max;
    assert.equal(server.counts().requests, 4);
    assert.ok(durationMs >= 280 && durationMs < 600, `40 + 80 + 160 ms, but it took ${durationMs}`);
  });

  it('draws the same with the same seed', async () => {
    const drawn = async (): Promise<string[]> => {
      server.reset();
      await once(`
  - repeat: 5
    steps:
      - choose:
          - { weight: 1, get: '/ok?n=\${randomInt(1, 1000)}' }
          - { weight: 1, get: '/json?n=\${seq()}' }
`);
      return paths();
    };
    assert.deepEqual(await drawn(), await drawn());
  });
});
