import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { counted, messages, rateOf, runScenario } from '../support/run-scenario.ts';

const TOKEN = 'token/of+this==iteration';
const LONG_ERROR = JSON.stringify({ error: 'it broke', noise: Array.from({ length: 60_000 }, (_, i) => i * 7919) });

/** Answers that servers do give, though seldom. */
const ANSWERS: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/bomb': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2_000_000, 'x'))),
  '/gzip': (response) => response.writeHead(500, { 'content-encoding': 'gzip' }).end(gzipSync(LONG_ERROR)),
  '/br': (response) => response.writeHead(500, { 'content-encoding': 'br' }).end(brotliCompressSync(LONG_ERROR)),
  '/empty-location': (response) => response.writeHead(302, { location: '' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/slow-loop': (response) => void setTimeout(() => response.writeHead(302, { location: '/slow-loop' }).end(), 60),
  '/ftp': (response) => response.writeHead(302, { location: 'ftp://files.test/a' }).end(),
  '/nonsense': (response) => response.writeHead(302, { location: 'http://[::1' }).end(),
  '/large-head': (response) => response.writeHead(200, { 'x-large': 'x'.repeat(200_000) }).end(),
  '/endless-head': ({ socket }) => {
    socket?.write('HTTP/1.1 200 OK\r\n');
    const line = `x-more: ${'x'.repeat(60_000)}\r\n`;
    const more = (): void => {
      while (socket?.writable && socket.write(line));
    };
    socket?.on('drain', more).on('error', () => undefined);
    more();
  },
  '/switch': (response) => {
    response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
  },
  '/login': (response) => response.end(JSON.stringify({ access_token: TOKEN })),
  '/echo': (response, { url, headers }) => response.writeHead(500).end(JSON.stringify({ url, headers })),
};

describe('odd answers', function () {
  this.timeout(30_000);
  let server: Server;
  let baseUrl: string;
  let requests = 0;
  before(async () => {
    server = createServer((request, response) => {
      requests++;
      const [, answer] = Object.entries(ANSWERS).find(([path]) => request.url?.startsWith(path)) ?? [];
      if (answer) answer(response, request);
      else response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => (requests = 0));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const once = (steps: string, secrets: Record<string, string> = {}) =>
    runScenario(
      `baseUrl: ${baseUrl}\nhttp: { maxBodySize: 1MB, redirects: 2 }\nvus: 1\niterations: 1\nsteps:\n${steps}`,
      {
        secrets,
      },
    );

  it('that unpack to more than maxBodySize are not unpacked', async () => {
    const { run } = await once('- { get: /bomb, expect: { bodyContains: y } }');
    assert.match(run.samples[0]?.message ?? '', /larger than http.maxBodySize \(1000000 bytes\)/);
  });

  for (const encoding of ['gzip', 'br']) {
    it(`that failed show the beginning of a body in ${encoding}`, async () => {
      const { run } = await once(`- get: /${encoding}`);
      assert.match(run.samples[0]?.response?.body ?? '', /^\{"error":"it broke","noise":\[0,7919,/);
    });
  }

  it('that redirect to nowhere are answers', async () => {
    const { run } = await once('- get: /empty-location');
    assert.deepEqual([requests, counted(run, 'http_reqs'), messages(run)], [1, 1, []]);
  });

  it('that redirect for ever are followed as often as agreed, with a warning', async () => {
    const { run } = await once('- get: /loop');
    assert.deepEqual([requests, counted(run, 'http_reqs'), rateOf(run, 'http_req_failed').trues], [3, 3, 0]);
    assert.match(messages(run)[0] ?? '', /^GET \/loop was redirected more than 2 times, and no further/);
  });

  it('that redirect slowly have no more time than one request, as in k6', async () => {
    const { run } = await once('- { get: /slow-loop, redirects: 10, timeout: 150ms }');
    assert.deepEqual([requests, counted(run, 'http_reqs'), rateOf(run, 'http_req_failed').trues], [3, 3, 1]);
    assert.match(run.samples[0]?.message ?? '', /^No complete answer within 150 ms/);
  });

  for (const [path, location] of [
    ['/ftp', 'ftp://files.test/a'],
    ['/nonsense', 'http://[::1'],
  ] as const) {
    it(`that redirect to ${location} are answers, with a warning`, async () => {
      const { run } = await once(`- get: ${path}`);
      assert.equal(counted(run, 'http_reqs'), 1);
      assert.equal(
        messages(run)[0],
        `GET ${path} was redirected to \`${location}\`, which is no http address, and was not followed: the redirect is its answer.`,
      );
    });
  }

  it('may have large heads, though not without end', async () => {
    const { run: large } = await once('- get: /large-head');
    assert.equal(rateOf(large, 'http_req_failed').trues, 0);
    const { run: endless } = await once('- get: /endless-head');
    assert.match(endless.samples[0]?.message ?? '', /^The headers of the answer from \S+ are too large\.$/);
  });

  it('that switch protocols unasked are named as such', async () => {
    const { run } = await once('- get: /switch');
    assert.match(run.samples[0]?.message ?? '', /answered 101 Switching Protocols, which was not asked for/);
  });

  it('get the credentials of a URL, as Basic authentication', async () => {
    const { run } = await once(`- get: ${baseUrl.replace('//', '//ada:\${secret.PW}@')}/echo`, { PW: 'pässword' });
    const basic = Buffer.from('ada:pässword').toString('base64');
    const header = run.samples[0]?.request.headers.find(([name]) => name === 'authorization');
    assert.deepEqual(header, ['authorization', `Basic ••• (${basic.length} characters)`]);
  });

  it('that give an iteration its credentials are masked wherever these go', async () => {
    const { events } = await once(`
- post: /login
  capture: { token: json.access_token }
- get: /echo/\${token}
  query: { a: "\${token}", b: "\${base64('x' + token)}" }
  headers: { x-own: "\${token}" }
- get: /echo
  headers: { x-own: "\${token}" }
  capture: { missing: json.missing }`);
    const text = JSON.stringify(events.filter(({ type }) => type !== 'run-start'));
    for (const form of [TOKEN, encodeURIComponent(TOKEN), 'Rva2VuL29mK3RoaXM', 'of+this'])
      assert.ok(!text.includes(form), `${form} is shown in ${text}`);
    assert.match(text, /echo\/•••\?a=•••&b=/);
  });
});
