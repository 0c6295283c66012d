import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import {
  counted,
  messages,
  rateOf,
  runScenario,
  trendOf,
  type RunSettings,
  type ScenarioRun,
} from '../support/run-scenario.ts';

describe('WebSockets', function () {
  this.timeout(30_000);
  let http: Server;
  let server: WebSocketServer;
  let url: string;
  const received: string[] = [];
  const closes: number[] = [];

  before(async () => {
    http = createServer((_request, response) => void response.writeHead(404).end());
    server = new WebSocketServer({ noServer: true });
    http.on('upgrade', (request, socket, head) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      if (pathname === '/refused') {
        socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      if (pathname === '/reset') {
        socket.destroy();
        return;
      }
      if (pathname === '/silent') return;
      server.handleUpgrade(request, socket, head, (client) => {
        client.on('close', (code) => closes.push(code));
        client.on('message', (data) => {
          const text = (data as Buffer).toString();
          received.push(text);
          if (pathname === '/echo') client.send(text);
          if (pathname === '/close') client.close(Number(searchParams.get('code')), 'so long');
          if (pathname === '/drop') socket.destroy();
        });
        if (pathname === '/ticks') {
          let tick = 0;
          const timer = setInterval(() => client.send(JSON.stringify({ tick: tick++ })), 20);
          client.on('close', () => clearInterval(timer));
        }
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  after(() => {
    for (const client of server.clients) client.terminate();
    server.close();
    http.closeAllConnections();
    http.close();
  });
  beforeEach(() => {
    received.length = 0;
    closes.length = 0;
  });

  const once = (steps: string, more = '', settings: RunSettings = {}): Promise<ScenarioRun> =>
    runScenario(`baseUrl: ${url}\nvus: 1\niterations: 1\n${more}\nsteps:\n${steps}`, settings);

  it('send in turn, are done with the message that is expected, and close as is proper', async () => {
    const { run } = await once(`
  - websocket:
      url: /echo?vu=\${vu.id}
      send: [hello, { n: '\${40 + 2}' }]
      expect: has(json.n) && json.n == 42
      check: { two: messages.size() == 2, opened: response.status == 101 }
      capture: { first: 'messages[0]' }
  - log: \${first}
`);
    assert.deepEqual(messages(run), ['hello']);
    assert.deepEqual(received, ['hello', '{"n":42}']);
    assert.deepEqual(closes, [1000]);
    assert.equal(counted(run, 'ws_sessions', { status: '101' }), 1);
    assert.equal(counted(run, 'ws_msgs_sent'), 2);
    assert.equal(counted(run, 'ws_msgs_received'), 2);
    assert.equal(trendOf(run, 'ws_connecting').count, 1);
    const { max } = trendOf(run, 'ws_session_duration');
    assert.ok(max > trendOf(run, 'ws_connecting').max && max < 1000);
    assert.deepEqual([rateOf(run, 'checks').trues, rateOf(run, 'checks').total], [2, 2]);
    assert.equal(counted(run, 'errors'), 0);
    assert.equal(counted(run, 'http_reqs'), 0);
    assert.ok(counted(run, 'data_received') > 100);
  });

  it('show what was taken from them where all exchanges are kept', async () => {
    const { run } = await once(
      `
  - websocket:
      url: /echo
      send: hello
      expect: message == "hello"
      check: { one: size(messages) == 1, 'two come': size(messages) == 2 }
      capture: { first: 'messages[0]' }
  - log: \${first}
`,
      '',
      { options: { exchanges: 'all' } },
    );
    const [sample] = run.samples;
    assert.deepEqual(sample?.captures, [['first', '"hello"']]);
    assert.deepEqual(
      sample.checks?.map(({ name, ok, reads }) => [name, ok, reads]),
      [
        ['one', true, [['messages', '["hello"]']]],
        ['two come', false, [['messages', '["hello"]']]],
      ],
    );
  });

  it('have the same timings in expressions as in what is kept of them', async () => {
    const { run } = await once(
      `
  - websocket: { url: /echo, send: hello, expect: message == "hello", capture: { blocked: response.timings.blocked } }
  - log: \${blocked}
`,
      '',
      { options: { exchanges: 'all' } },
    );
    const { blockedMs = 0, connectingMs } = run.samples[0]?.timings ?? {};
    assert.ok(blockedMs > 0);
    assert.equal(blockedMs, connectingMs);
    assert.deepEqual(messages(run), [String(blockedMs)]);
  });

  it('stay open for their duration where nothing is expected', async () => {
    const { run } = await once(
      `  - websocket: { url: 'ws://127.0.0.1:\${env.PORT}/ticks', duration: 300ms }`.replace(
        '${env.PORT}',
        new URL(url).port,
      ),
    );
    assert.equal(counted(run, 'errors'), 0);
    const ticks = counted(run, 'ws_msgs_received');
    assert.ok(ticks >= 8 && ticks <= 16, `${ticks}`);
    assert.deepEqual(closes, [1000]);
    assert.ok(trendOf(run, 'ws_session_duration').max >= 300);
  });

  const FAILURES: readonly (readonly [title: string, step: string, kind: string, tags: object, message: RegExp])[] = [
    ['refused upgrades', 'url: /refused', '4xx', { status: '403', error_code: '1403' }, /^The server answered 403 instead/],
    ['connections that are closed', 'url: /reset', 'reset', { status: '0', error_code: '1000' }, /closed the connection/],
    ['servers that never answer', 'url: /silent', 'timeout', { error_code: '1050' }, /^No complete answer within 300 ms/],
    ['a port where nobody listens', 'url: "ws://127.0.0.1:1/"', 'connect', { error_code: '1212' }, /refused the connection/],
    [
      'messages that never come',
      'url: /ticks, expect: json.tick == -1, duration: 200ms',
      'timeout',
      { status: '101' },
      /^The session was open for 0\.2 s, but `json\.tick == -1` did not hold for any of \d+ messages\.$/,
    ],
    [
      'servers that close before',
      'url: "/close?code=1001", send: x, expect: message == "never"',
      'expectation',
      { status: '101' },
      /^The server closed the session \(code 1001: so long\), but `message == "never"` did not hold for any of 0 messages\.$/,
    ],
    ['servers that close for a reason', 'url: "/close?code=1011", send: x', 'protocol', {}, /\(code 1011: so long\)\.$/],
    ['sessions that break off', 'url: /drop, send: x', 'protocol', { status: '101' }, /^The server closed the session \(code 1006\)\.$/],
  ]; // prettier-ignore
  for (const [title, step, kind, tags, message] of FAILURES) {
    it(`have ${title} as results`, async () => {
      const { run, exit } = await once(
        `  - websocket: { ${step} }\n  - log: on we go`,
        'http: { connectTimeout: 300ms }',
      );
      assert.equal(counted(run, 'errors', { kind, ...tags }), 1, JSON.stringify(run.samples[0]?.message));
      assert.match(run.samples[0]?.message ?? '', message);
      assert.equal(counted(run, 'ws_sessions'), 1);
      assert.deepEqual(messages(run), ['on we go']);
      assert.equal(exit.problem, null);
    });
  }

  it('are closed properly when a run is stopped', async () => {
    const { exit } = await runScenario(
      `baseUrl: ${url}\nvus: 3\nduration: 20s\nsteps: [{ websocket: { url: /ticks, duration: 60s } }]`,
      {
        onEvent(event, engine) {
          if (event.type === 'interval' && event.toMs > 900) engine.stop();
        },
      },
    );
    assert.equal(exit.end?.exitCode, 105);
    assert.ok(exit.end.atMs < 3000);
    assert.deepEqual(closes, [1000, 1000, 1000]);
  });
});
