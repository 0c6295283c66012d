import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { counted, messages, rateOf, runScenario, trendOf } from '../support/run-scenario.ts';

const JUMPING_CLOCK = join(import.meta.dirname, '../support/jumping-clock.cjs');
/** What a worker keeps of it takes some megabytes. */
const HUGE = JSON.stringify({ list: Array.from({ length: 50_000 }, (_, id) => ({ id, name: `number ${id}` })) });

/** With this in the environment of the engine's process. */
async function withNodeOptions<T>(options: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_OPTIONS'];
  process.env['NODE_OPTIONS'] = options;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_OPTIONS'];
    else process.env['NODE_OPTIONS'] = before;
  }
}

describe('a machine that does not behave', function () {
  this.timeout(60_000);
  let server: Server;
  let url = '';

  before(async () => {
    server = createServer((request, response) => {
      if (request.url === '/huge') response.end(HUGE);
      else response.writeHead(200, { 'set-cookie': 'sid=1; Max-Age=60' }).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('may set its clock forward and back during a run: load, times and thresholds go on, and the log says so', async () => {
    const { run, events } = await withNodeOptions(`--require "${JUMPING_CLOCK}"`, () =>
      runScenario(`
baseUrl: ${url}
refresh: { every: 500ms, steps: [{ get: /token }] }
scenarios:
  steady:
    executor: constant-arrival-rate
    rate: 40
    duration: 4s
    preAllocatedVUs: 10
    steps: [{ set: { at: isoTime() } }, { get: '/\${at}' }]
  users: { vus: 2, duration: 4s, steps: [{ get: / }, { think: 50ms }] }
thresholds: { http_req_duration: p(95) < 60s }
`),
    );
    assert.equal(run.end?.outcome, 'passed');
    assert.deepEqual(
      messages(run).map((message) => /was set (forward|back) by (\w+)/.exec(message)?.slice(1)),
      [
        ['forward', '1h'],
        ['back', '2h'],
      ],
    );
    const due = counted(run, 'iterations', { scenario: 'steady' }) + counted(run, 'dropped_iterations');
    assert.ok(due >= 159 && due <= 161, `${due} iterations were due`);
    assert.equal(rateOf(run, 'http_req_failed').trues, 0);
    for (const metric of ['http_req_duration', 'iteration_duration', 'schedule_delay']) {
      const { min, max } = trendOf(run, metric);
      assert.ok(min >= 0 && max < 30_000, `${metric}: ${min} to ${max} ms`);
    }
    let last = 0;
    for (const event of events) {
      if (event.type !== 'interval') continue;
      assert.equal(event.fromMs, last);
      assert.ok(event.toMs >= last && event.toMs < 30_000);
      last = event.toMs;
    }
    const lastedMs = run.end.time - (run.timeOf(0) ?? 0);
    assert.ok(lastedMs >= 3900 && lastedMs < 30_000, `${lastedMs} ms by the times of day`);
  });

  it('may run out of memory: the run ends with what it measured, and with the way out', async () => {
    const { run, exit } = await withNodeOptions('--max-old-space-size=60', () =>
      runScenario(`
baseUrl: ${url}
vus: 60
duration: 30s
steps:
  - get: /huge
    capture: { all: json.list }
  - think: 60s
  - get: /\${size(all)}
`),
    );
    assert.equal(exit.problem, null);
    assert.equal(run.end?.outcome, 'error');
    assert.match(
      run.end.reason,
      /^The load engine failed: a worker ran out of memory\. Run fewer VUs .* NODE_OPTIONS=--max-old-space-size=8192\.$/,
    );
  });
});
