import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { counted, messages, runScenario, trendOf, type ScenarioRun } from '../support/run-scenario.ts';

describe('event streams', function () {
  this.timeout(30_000);
  let server: Server;
  let url: string;
  /** Streams whose client went away before their end. */
  let left = 0;
  let requests = 0;

  before(async () => {
    server = createServer((request, response) => {
      requests++;
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      if (pathname !== '/stream') {
        response.writeHead(pathname === '/json' ? 200 : 503, { 'content-type': 'application/json' }).end('{}');
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).flushHeaders();
      const count = Number(searchParams.get('count') ?? 1e9);
      const every = Number(searchParams.get('every') ?? 20);
      response.once('close', () => {
        if (!response.writableFinished) left++;
      });
      void (async () => {
        await delay(Number(searchParams.get('wait') ?? 0));
        for (let n = 0; n < count && !response.closed; n++) {
          response.write(`event: token\ndata: {"n":${n}}\n\n`);
          await delay(every);
        }
        if (!response.closed) response.end('data: [DONE]\n\n');
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    left = requests = 0;
  });

  const once = (steps: string): Promise<ScenarioRun> =>
    runScenario(`baseUrl: ${url}\nvus: 1\niterations: 1\nsteps:\n${steps}`);

  it('are read to the event for which `until` holds, and timed', async () => {
    const { run } = await once(`
  - sse:
      url: /stream?count=5&wait=150&every=60
      until: event.data == '[DONE]'
      check: { six: events.size() == 6 }
      capture: { third: 'events[2].json.n', last: 'events[5].type' }
  - log: '\${third} \${last}'
`);
    assert.deepEqual(messages(run), ['2 message']);
    assert.equal(counted(run, 'sse_events'), 6);
    const first = trendOf(run, 'sse_first_event');
    assert.equal(first.count, 1);
    assert.ok(first.max >= 149 && first.max < 400, `${first.max}`);
    const gap = trendOf(run, 'sse_event_gap');
    assert.equal(gap.count, 5);
    assert.ok(gap.sum >= 290 && gap.sum < 700, `${gap.sum}`);
    assert.equal(counted(run, 'http_reqs', { status: '200' }), 1);
    assert.ok(trendOf(run, 'http_req_receiving').max >= 290, 'the stream is the body of its request');
    assert.equal(counted(run, 'errors'), 0);
  });

  it('are left after enough events, in the middle, without a failure', async () => {
    const { run } = await once(`  - sse: { url: /stream, maxEvents: 3 }`);
    assert.equal(counted(run, 'sse_events'), 3);
    assert.equal(counted(run, 'errors'), 0);
    assert.equal(left, 1);
    assert.deepEqual(messages(run), []);
  });

  it('are left when their time is over: as asked where nothing is waited for, else as a timeout', async () => {
    const { run } = await once(`
  - sse: { url: /stream, timeout: 200ms, name: asked }
  - sse: { url: /stream, timeout: 200ms, until: event.json.n == -1, name: waited }
`);
    assert.equal(counted(run, 'errors', { name: 'asked' }), 0);
    assert.equal(counted(run, 'errors', { name: 'waited', kind: 'timeout', status: '200' }), 1);
    assert.match(
      run.samples[0]?.message ?? '',
      /^The stream was read for 0\.2 s, but `event\.json\.n == -1` did not hold for any of \d+ events\.$/,
    );
    assert.equal(left, 2);
  });

  it('that end before the event that is waited for have failed', async () => {
    const { run } = await once(`  - sse: { url: /stream?count=2, until: event.data == 'never' }`);
    assert.equal(counted(run, 'errors', { kind: 'expectation' }), 1);
    assert.equal(
      run.samples[0]?.message,
      "The stream ended, but `event.data == 'never'` did not hold for any of 3 events.",
    );
  });

  it('must be event streams', async () => {
    const { run } = await once(`
  - sse: { url: /json, name: json }
  - sse: { url: /down, name: down }
`);
    assert.equal(counted(run, 'errors', { name: 'json', kind: 'expectation' }), 1);
    assert.equal(run.samples[0]?.message, 'The answer is no event stream, but application/json.');
    assert.equal(counted(run, 'errors', { name: 'down', kind: '5xx' }), 1);
  });

  it('are left at once when a run is stopped', async () => {
    const { exit } = await runScenario(
      `baseUrl: ${url}\nvus: 2\nduration: 20s\nsteps: [{ sse: { url: /stream, timeout: 60s, until: event.data == 'never' } }]`,
      {
        onEvent(event, engine) {
          if (event.type === 'interval' && event.toMs > 900) engine.stop();
        },
      },
    );
    assert.ok((exit.end?.atMs ?? 0) < 3000);
    assert.equal(exit.end?.exitCode, 105);
    assert.equal(left, 2);
    assert.equal(requests, 2);
  });

  it('with more events than bodies have room for are left', async () => {
    const { run } = await runScenario(
      `baseUrl: ${url}\nhttp: { maxBodySize: 1kB }\niterations: 1\nsteps:\n  - sse: { url: /stream?count=30&every=1 }`,
    );
    assert.equal(
      run.samples[0]?.message,
      'The stream has more events than `http.maxBodySize` has room for; it was left after 16 of them.',
    );
    assert.equal(counted(run, 'sse_events'), 16);
  });

  it('have the tags of their request, which are worked out once', async () => {
    const { run } = await once(`
  - sse:
      url: /stream?count=2&every=1
      until: event.data == '[DONE]'
      tags: { draw: 's\${seq()}' }
`);
    const draws = run.series().map(({ definition: { metric, tags } }) => [metric, tags['draw']]);
    const streams = draws.filter(([metric]) => metric === 'http_reqs' || metric?.startsWith('sse_') === true);
    assert.deepEqual(new Set(streams.map(([, draw]) => draw)), new Set(['s0']));
    assert.equal(streams.length, 4);
  });
});
