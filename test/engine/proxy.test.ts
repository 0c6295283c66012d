import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { errorRows } from '../../src/run/tables.ts';
import { startHttp2Server } from '../support/http2-server.ts';
import { startProxy, type ProxyOptions, type ProxyServer } from '../support/proxy-server.ts';
import {
  counted,
  messages,
  runScenario,
  trendOf,
  type RunSettings,
  type ScenarioRun,
} from '../support/run-scenario.ts';
import { useTargetServer, type TargetServer } from '../support/target-server.ts';
import { TEST_TLS, TLS_FOLDER } from '../support/tls-files.ts';

describe('a proxy', function () {
  this.timeout(30_000);
  const plain = useTargetServer();
  const secure = useTargetServer({ tls: TEST_TLS });

  /** Runs steps through a proxy of its own, twice on one VU. */
  async function through(
    options: ProxyOptions,
    baseUrl: string,
    steps: string,
    { credentials = '', http = '', ...settings }: RunSettings & { credentials?: string; http?: string } = {},
  ): Promise<ScenarioRun & { readonly proxy: ProxyServer }> {
    const proxy = await startProxy(options);
    try {
      const result = await runScenario(
        `baseUrl: ${baseUrl}\nhttp: { proxy: "${proxy.url.replace('//', `//${credentials}`)}", tls: { ca: cert.pem }${http} }\nvus: 1\niterations: 2\nsteps:\n${steps}`,
        { folder: TLS_FOLDER, ...settings },
      );
      return { ...result, proxy };
    } finally {
      proxy.close();
    }
  }
  const authority = ({ port }: TargetServer): string => `127.0.0.1:${port}`;

  for (const kind of ['http', 'https'] as const) {
    it(`of ${kind} is told the whole URL of plain http, and keeps its connection`, async () => {
      const { run, proxy } = await through({ secure: kind === 'https' }, plain.url, '- get: /ok?a=1');
      assert.deepEqual(errorRows(run), []);
      assert.deepEqual(proxy.asked, [`${plain.url}/ok?a=1`, `${plain.url}/ok?a=1`]);
      assert.deepEqual([proxy.connections(), plain.counts().requests], [1, 2]);
      assert.equal(plain.received()[0]?.headers.host, authority(plain));
    });

    it(`of ${kind} opens a way to https, once a connection`, async () => {
      const { run, proxy } = await through({ secure: kind === 'https' }, secure.url, '- get: /ok');
      assert.deepEqual(errorRows(run), []);
      assert.deepEqual(proxy.asked, [authority(secure)]);
      assert.deepEqual([counted(run, 'http_reqs'), secure.counts().requests], [2, 2]);
      assert.ok(counted(run, 'data_received') > 0);
    });
  }

  for (const kind of ['http', 'https'] as const) {
    it(`of ${kind} opens the way to HTTP/2`, async () => {
      const server = await startHttp2Server((stream) => {
        stream.respond({ ':status': 200 });
        stream.end('the answer');
      });
      const { run, proxy } = await through(
        { secure: kind === 'https' },
        server.url,
        '- { get: /ok, expect: { bodyContains: the answer } }',
        { http: ', http2: true' },
      );
      await server.empty();
      await server.close();
      assert.deepEqual(errorRows(run), []);
      assert.equal(counted(run, 'http_reqs', { proto: 'HTTP/2.0' }), 2);
      assert.equal(proxy.asked.length, 1);
    });
  }

  it('opens the way to WebSockets', async () => {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => socket.on('message', (data, binary) => socket.send(data, { binary })));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    const steps = `- websocket: { url: "ws://127.0.0.1:${port}/", send: hello, expect: message == "hello" }`;
    const { run, proxy } = await through({ wants: 'ada:secret' }, plain.url, steps, { credentials: 'ada:secret@' });
    const { run: refused } = await through({ wants: 'ada:secret' }, plain.url, steps);
    http.close();
    assert.equal(counted(run, 'ws_msgs_received'), 2);
    assert.deepEqual(proxy.asked, [`127.0.0.1:${port}`, `127.0.0.1:${port}`]);
    assert.equal(counted(run, 'errors'), 0);
    assert.equal(counted(refused, 'errors', { kind: 'connect', error_code: '1000' }), 2);
  });

  it('gets user and password, which nobody else sees', async () => {
    const credentials = 'ada:${secret.PROXY_PW}@';
    const settings = { credentials, secrets: { PROXY_PW: 'p%40ss-word' } };
    const { run, events } = await through({ wants: 'ada:p@ss-word' }, secure.url, '- get: /ok', settings);
    assert.deepEqual(errorRows(run), []);
    const { run: forwarded } = await through({ wants: 'ada:p@ss-word' }, plain.url, '- get: /echo', settings);
    assert.deepEqual(errorRows(forwarded), []);
    assert.equal(plain.received()[0]?.headers['proxy-authorization'], undefined);
    assert.ok(!/p%40ss|p@ss|proxy-authorization/.test(JSON.stringify(events)));
  });

  const FAILURES: readonly (readonly [
    what: string,
    options: ProxyOptions,
    base: () => string,
    kind: string,
    code: number,
    message: RegExp,
  ])[] = [
    ['wants credentials for a way', { wants: 'a:b' }, () => secure.url, 'connect', 1000, /^The proxy \S+ refused the way to 127\.0\.0\.1:\d+: it answered 407 Proxy Authentication Required\. It wants a user/],
    ['wants credentials for plain http', { wants: 'a:b' }, () => plain.url, '4xx', 1407, /status was 407/],
    ['refuses the way', { answers: 'HTTP/1.1 502 Bad Gateway' }, () => secure.url, 'connect', 1000, /it answered 502 Bad Gateway\.$/],
    ['does not speak HTTP', { answers: 'SSH-2.0-OpenSSH' }, () => secure.url, 'connect', 1000, /^The proxy can't be used\. .* not valid HTTP/],
    ['never opens the way', { answers: '' }, () => secure.url, 'connect', 1211, /^The proxy \S+ did not open the way to 127\.0\.0\.1:\d+ in time\.$/],
    ['finds no target for plain http', {}, () => 'http://127.0.0.1:1', '5xx', 1502, /status was 502/],
    ['finds no target for https', {}, () => 'https://127.0.0.1:1', 'connect', 1000, /it answered 502/],
  ]; // prettier-ignore
  for (const [what, options, base, kind, code, message] of FAILURES) {
    it(`that ${what} makes the requests fail as \`${kind}\` ${code}`, async () => {
      const { run, exit } = await through(options, base(), '- get: /ok', { http: ', connectTimeout: 200ms' });
      assert.equal(exit.end?.outcome, 'passed', exit.end?.reason);
      assert.deepEqual(
        errorRows(run).map((row) => [row.kind, row.errorCode, row.count]),
        [[kind, code, 2]],
        run.samples[0]?.message,
      );
      assert.match(run.samples[0]?.message ?? '', message);
    });
  }

  const through1 = (proxy: string, settings: RunSettings = {}, more = ''): Promise<ScenarioRun> =>
    runScenario(
      `baseUrl: ${plain.url}\nhttp: { proxy: "${proxy}" }\n${more}\nvus: 1\niterations: 2\nsteps: [{ get: /ok }]`,
      settings,
    );

  it('that is not there, or has no trusted certificate, is named as what failed', async () => {
    const { run: gone } = await through1('http://127.0.0.1:1');
    assert.deepEqual(
      errorRows(gone).map((row) => [row.kind, row.errorCode, row.count]),
      [['connect', 1212, 2]],
    );
    assert.match(gone.samples[0]?.message ?? '', /^The proxy can't be used\. http:\/\/127\.0\.0\.1:1 refused/);
    const untrusted = await startProxy({ secure: true });
    const { run } = await through1(untrusted.url);
    untrusted.close();
    assert.deepEqual(
      errorRows(run).map((row) => [row.kind, row.errorCode, row.count]),
      [['tls', 1310, 2]],
    );
    assert.match(run.samples[0]?.message ?? '', /^The proxy can't be used\. The certificate of/);
    assert.equal(plain.counts().requests, 0);
  });

  it('may stand in `vars`, and is checked before the load', async () => {
    const proxy = await startProxy();
    const { run } = await through1('${vars.proxy}', {}, `vars: { proxy: "${proxy.url}" }`);
    proxy.close();
    assert.deepEqual([counted(run, 'http_reqs'), proxy.asked.length], [2, 2]);
    const { exit, run: wrong } = await through1('${env.PROXY}', { env: { PROXY: 'localhost:3128' } });
    assert.equal(exit.end?.exitCode, 107);
    assert.match(messages(wrong).join(), /^`http\.proxy` is not the URL of a proxy/);
  });

  it('is no way to hosts that nobody agreed to, and must be agreed to itself', async () => {
    const { exit, run } = await through1('http://proxy.invalid:3128', { options: { allowedHosts: [] } });
    assert.equal(exit.end?.exitCode, 107);
    assert.match(messages(run).join(), /^Load on http:\/\/proxy\.invalid:3128 was not agreed to/);
    const { run: agreed } = await through1('http://proxy.invalid:3128', {
      options: { allowedHosts: ['proxy.invalid'] },
    });
    assert.deepEqual(
      errorRows(agreed).map(({ kind, errorCode }) => [kind, errorCode]),
      [['dns', 1101]],
    );
    const proxy = await startProxy();
    const { run: elsewhere } = await runScenario(
      `http: { proxy: "${proxy.url}" }\nvus: 1\niterations: 1\nsteps: [{ get: "http://target.invalid/" }]`,
      { options: { allowedHosts: [] } },
    );
    proxy.close();
    assert.deepEqual([proxy.asked.length, counted(elsewhere, 'http_reqs')], [0, 0]);
  });

  it('is timed as k6 does it: opening the way is blocked, and not connecting', async () => {
    const { run } = await through({ delayMs: 80 }, secure.url, '- get: /delay/50');
    const blocked = trendOf(run, 'http_req_blocked').max;
    assert.ok(blocked >= 79, `${blocked}`);
    const connecting = trendOf(run, 'http_req_connecting').max;
    const handshake = trendOf(run, 'http_req_tls_handshaking').max;
    assert.ok(connecting > 0 && connecting < blocked && handshake > 0, `${connecting} ${handshake}`);
    assert.ok((trendOf(run, 'http_req_waiting').lowest ?? 0) >= 49);
  });
});
