import assert from 'node:assert/strict';
import type { IncomingHttpHeaders, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { errorRows } from '../../src/run/tables.ts';
import { frame, startHttp2Server, startRawHttp2Server, type Http2Server } from '../support/http2-server.ts';
import { counted, messages, rateOf, runScenario, trendOf, type ScenarioRun } from '../support/run-scenario.ts';
import { startTargetServer } from '../support/target-server.ts';
import { TEST_TLS, TLS_FOLDER } from '../support/tls-files.ts';

/** More than a server's window holds. */
const LARGE_BODY = 'x'.repeat(3_000_000);

type Route = (stream: ServerHttp2Stream, rest: string) => void;

const ROUTES: Record<string, Route> = {
  ok: (stream) => {
    // The client may have gone in the meantime.
    if (stream.destroyed) return;
    stream.respond({ ':status': 200, 'content-type': 'text/plain' });
    stream.end('ok');
  },
  headers: (stream) =>
    stream.respond({ ':status': 200, 'set-cookie': ['a=1', 'b=2'], 'x-own': 'yes' }, { endStream: true }),
  delay: (stream, rest) => void setTimeout(() => ROUTES.ok?.(stream, ''), Number(rest)),
  slow: (stream, rest) => {
    stream.respond({ ':status': 200 });
    stream.write('first');
    setTimeout(() => stream.end('after'), Number(rest));
  },
  early: (stream) => {
    stream.additionalHeaders({ ':status': 103, link: '</style.css>; rel=preload' });
    setTimeout(() => ROUTES.ok?.(stream, ''), 5);
  },
  trailers: (stream) => {
    stream.respond({ ':status': 200 }, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers({ 'x-checksum': 'abc' }));
    stream.end('body');
  },
  big: (stream, rest) => {
    stream.respond({ ':status': 200 });
    stream.end(Buffer.alloc(Number(rest), 'x'));
  },
  length: (stream) => {
    let length = 0;
    stream.on('data', (chunk: Buffer) => (length += chunk.length));
    stream.on('end', () => {
      stream.respond({ ':status': 200, 'content-type': 'application/json' });
      stream.end(JSON.stringify({ length }));
    });
  },
  /** Reads nothing for a while. */
  reluctant: (stream, rest) => void setTimeout(() => ROUTES.length?.(stream, ''), Number(rest)),
  /** Answers without reading what is sent. */
  unread: (stream) => stream.respond({ ':status': 413 }, { endStream: true }),
  reset: (stream, rest) => stream.close(Number(rest)),
  /** Ends the connection after it. What was announced as taken might still have been answered. */
  goaway: ({ session }, rest) => {
    session?.goaway(Number(rest), 0);
    setTimeout(() => session?.socket.destroy(), 10);
  },
  leave: (stream) => {
    stream.session?.close();
    ROUTES.ok?.(stream, '');
  },
  drop: ({ session }) => session?.socket.destroy(),
  stall: (stream) => {
    stream.respond({ ':status': 200 });
    stream.write('first');
  },
};

describe('HTTP/2', function () {
  this.timeout(30_000);
  let server: Http2Server;
  let seen: IncomingHttpHeaders[] = [];
  let pings: Promise<number>[] = [];

  before(async () => {
    server = await startHttp2Server(
      (stream, headers) => {
        seen.push(headers);
        const [, name = '', rest = ''] = (headers[':path'] ?? '').split('/');
        (ROUTES[name] ?? ROUTES.ok)?.(stream, rest);
      },
      { settings: { maxConcurrentStreams: 3 } },
      (session) => pings.push(pinged(session)),
    );
  });
  after(() => server.close());
  beforeEach(() => {
    server.reset();
    seen = [];
    pings = [];
  });

  const HTTP = 'http2: true, tls: { ca: cert.pem }';
  const runOf = (
    steps: string,
    { baseUrl = server.url, http = '', load = 'vus: 1\niterations: 1' } = {},
  ): Promise<ScenarioRun> =>
    runScenario(`baseUrl: ${baseUrl}\nhttp: { ${HTTP}${http} }\n${load}\nsteps:\n${steps}`, {
      folder: TLS_FOLDER,
      env: { LARGE: LARGE_BODY },
    });

  it('is spoken where the server agrees to it, on one connection for a VU', async () => {
    const { run } = await runOf("- get: /ok\n  check: { by: response.proto == 'HTTP/2.0' }", {
      load: 'vus: 2\niterations: 6',
    });
    assert.deepEqual(errorRows(run), []);
    assert.equal(rateOf(run, 'checks').rate, 1);
    assert.equal(counted(run, 'http_reqs', { proto: 'HTTP/2.0' }), 6);
    const { requests, sessions, connections } = server.counts();
    assert.deepEqual([requests, sessions, connections], [6, 2, 2]);
    await server.empty();
    const handshakes = trendOf(run, 'http_req_tls_handshaking');
    assert.ok(handshakes.max > 0);
    assert.equal(handshakes.percentile(50), 0);
  });

  it('has many requests under way at a time, as many as the server takes', async () => {
    const { run } = await runOf(`- parallel: [${Array.from({ length: 12 }, () => '{ get: /delay/30 }').join(', ')}]
  connections: 12`);
    assert.deepEqual(errorRows(run), []);
    const { requests, sessions, atOnce } = server.counts();
    assert.deepEqual([counted(run, 'http_reqs'), requests, sessions, atOnce], [12, 12, 1, 3]);
    // What waits for its turn is blocked, and not slow.
    assert.ok(trendOf(run, 'http_req_blocked').max >= 85);
    assert.ok((trendOf(run, 'http_req_duration').lowest ?? 0) < 60);
  });

  it('says of a request that waited in vain for others to end that it did', async () => {
    const { run } = await runOf(
      `- get: /ok
- parallel: [${[400, 400, 400, 200].map((ms) => `{ get: /delay/9000, timeout: ${ms}ms }`).join(', ')}]
  connections: 4`,
    );
    assert.deepEqual(run.samples.map(({ message }) => message).toSorted(), [
      ...Array.from({ length: 3 }, () => 'No complete answer within 400 ms.'),
      "The server took no further request on its connection within the request's timeout of 200 ms.",
    ]);
  });

  it('closes its connections after each iteration where the file says so', async () => {
    const { run } = await runOf('- get: /ok\n- get: /ok', {
      http: ', reuseConnections: perIteration',
      load: 'vus: 1\niterations: 3',
    });
    assert.equal(counted(run, 'http_reqs'), 6);
    assert.equal(server.counts().sessions, 3);
    await server.empty();
  });

  it('tells of headers as HTTP/1.1 does, and of cookies', async () => {
    const { run } = await runOf(`- get: /headers
  headers: { Connection: keep-alive, Host: other.test }
  check: { own: header("x-own") == "yes", cookies: cookie("b") == "2", status: status == 200 }
- get: /seen`);
    assert.equal(rateOf(run, 'checks').rate, 1);
    const [first, second] = seen;
    assert.equal(first?.[':authority'], 'other.test');
    assert.equal(first.connection, undefined);
    assert.equal(second?.cookie, 'a=1; b=2');
    assert.match(String(second['user-agent']), /^Rampwright\//);
  });

  const FINE: readonly (readonly [what: string, steps: string])[] = [
    ['interim answers', '- get: /early\n  expect: { bodyContains: ok }'],
    ['trailers', '- get: /trailers\n  expect: { bodyContains: body }'],
    ['HEAD', '- head: /head'],
    ['bodies of some megabytes', '- get: /big/9000000\n  expect: { bodyContains: xxx }'],
    [
      'uploads that the server lets in by and by',
      '- post: /reluctant/50\n  body: "${env.LARGE}"\n  expect: { json: json.length == 3000000 }',
    ],
    ['uploads without a body', '- post: /length\n  expect: { json: json.length == 0 }'],
  ];
  for (const [what, steps] of FINE) {
    it(`copes with ${what}`, async () => {
      const { run } = await runOf(steps);
      assert.deepEqual(
        errorRows(run).map(({ samples }) => samples[0]?.message),
        [],
      );
      assert.deepEqual([counted(run, 'http_reqs'), server.counts().requests], [1, 1]);
    });
  }

  it('answers PINGs', async () => {
    await runOf('- get: /delay/30');
    assert.equal((await Promise.all(pings)).length, 1);
  });

  /** Each is done twice by one VU. `sessions`: how many connections that takes. */
  const FAILURES: readonly (readonly [step: string, kind: string, code: number, sessions: number, message: RegExp])[] = [
    ['get: /reset/0', 'reset', 1631, 1, /was broken off before its answer was complete \(RST_STREAM with NO_ERROR\)\.$/],
    ['get: /reset/1', 'protocol', 1632, 1, /\(RST_STREAM with PROTOCOL_ERROR\)/],
    ['get: /reset/2', 'reset', 1633, 1, /INTERNAL_ERROR/],
    ['get: /reset/3', 'protocol', 1634, 1, /FLOW_CONTROL_ERROR/],
    ['get: /reset/4', 'protocol', 1635, 1, /SETTINGS_TIMEOUT/],
    ['get: /reset/5', 'protocol', 1636, 1, /STREAM_CLOSED/],
    ['get: /reset/6', 'protocol', 1637, 1, /FRAME_SIZE_ERROR/],
    ['get: /reset/7', 'reset', 1638, 1, /^The request to \S+ was refused \(RST_STREAM with REFUSED_STREAM\)\.$/],
    ['get: /reset/8', 'reset', 1639, 1, /CANCEL/],
    ['get: /reset/9', 'protocol', 1640, 1, /COMPRESSION_ERROR/],
    ['get: /reset/10', 'reset', 1641, 1, /CONNECT_ERROR/],
    ['get: /reset/11', 'reset', 1642, 1, /ENHANCE_YOUR_CALM/],
    ['get: /reset/12', 'protocol', 1643, 1, /INADEQUATE_SECURITY/],
    ['get: /reset/13', 'protocol', 1644, 1, /HTTP_1_1_REQUIRED/],
    ['get: /reset/77', 'reset', 1630, 1, /RST_STREAM with the unknown code 77/],
    ['get: /goaway/1', 'protocol', 1612, 2, /ended the connection \(GOAWAY with PROTOCOL_ERROR\)\.$/],
    ['get: /goaway/2', 'reset', 1613, 2, /GOAWAY with INTERNAL_ERROR/],
    ['get: /goaway/11', 'reset', 1622, 2, /GOAWAY with ENHANCE_YOUR_CALM/],
    ['get: /goaway/77', 'reset', 1610, 2, /GOAWAY with the unknown code 77/],
    ['get: /drop', 'reset', 1000, 2, /closed the connection before the answer was complete/],
    ['{ get: /delay/5000, timeout: 100ms }', 'timeout', 1050, 1, /No complete answer within 100 ms/],
    ['{ get: /stall, timeout: 100ms }', 'timeout', 1050, 1, /No complete answer within 100 ms/],
    ['get: /big/10000001', 'protocol', 1000, 1, /larger than http\.maxBodySize/],
    ['{ post: /unread, body: "${env.LARGE}" }', '4xx', 1413, 1, /status was 413/],
  ]; // prettier-ignore
  for (const [step, kind, code, sessions, message] of FAILURES) {
    it(`has ${step} as \`${kind}\` ${code}, on ${sessions === 1 ? 'one connection' : 'a new connection each time'}`, async () => {
      const { run, exit } = await runOf(`- ${step}`, { load: 'vus: 1\niterations: 2' });
      assert.equal(exit.end?.outcome, 'passed', exit.end?.reason);
      assert.deepEqual(
        errorRows(run).map((row) => [row.kind, row.errorCode, row.count]),
        [[kind, code, 2]],
      );
      assert.match(run.samples[0]?.message ?? '', message);
      assert.deepEqual([server.counts().requests, server.counts().sessions], [2, sessions]);
      await server.empty();
    });
  }

  it('takes a new connection where the server leaves with the answer, and nothing fails', async () => {
    const { run } = await runOf('- get: /leave', { load: 'vus: 1\niterations: 3' });
    assert.deepEqual(errorRows(run), []);
    assert.deepEqual([server.counts().requests, server.counts().sessions], [3, 3]);
  });

  const ANSWERED = frame(1, 1, Buffer.from([0x88]), 4);
  const code = (value: number): Buffer => Buffer.from([0, 0, 0, value]);
  const RAW: readonly (readonly [what: string, bytes: Buffer, kind: string, code: number])[] = [
    ['a GOAWAY that leaves the request out', frame(7, 0, Buffer.concat([code(0), code(0)])), 'reset', 1611],
    ['RST_STREAM in the middle of the body', Buffer.concat([ANSWERED, frame(0, 1, Buffer.from('x')), frame(3, 1, code(2))]), 'reset', 1633],
    [
      'RST_STREAM with NO_ERROR before the body is whole',
      // 200 with a content-length of 5 (RFC 7541, appendix A, 28).
      Buffer.concat([frame(1, 1, Buffer.from([0x88, 0x0f, 0x0d, 0x01, 0x35]), 4), frame(0, 1, Buffer.from('x')), frame(3, 1, code(0))]),
      'reset',
      1631,
    ],
    [
      'RST_STREAM with NO_ERROR in the middle of a body without a length',
      Buffer.concat([ANSWERED, frame(0, 1, Buffer.from('x')), frame(3, 1, code(0))]),
      'reset',
      1631,
    ],
    ['a body that is longer than it says', Buffer.concat([frame(1, 1, Buffer.from([0x88, 0x0f, 0x0d, 0x01, 0x31]), 4), frame(0, 1, Buffer.from('xyz'), 1)]), 'protocol', 1652],
    ['a body before the headers', frame(0, 1, Buffer.from('x')), 'protocol', 1652],
    ['headers that cannot be unpacked', frame(1, 1, Buffer.alloc(5, 0xff), 4), 'protocol', 1660],
    ['a frame that is too large', frame(0, 1, Buffer.alloc(0), 0, 20_000), 'protocol', 1657],
    ['a window without an end', frame(8, 0, Buffer.from([0x7f, 0xff, 0xff, 0xff])), 'protocol', 1654],
    ['HTTP/1.1 after all', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'protocol', 1657],
  ]; // prettier-ignore
  for (const [what, bytes, kind, errorCode] of RAW) {
    it(`has ${what} as \`${kind}\` ${errorCode}`, async () => {
      const raw = await startRawHttp2Server(bytes);
      const { run } = await runOf('- { get: /, timeout: 2s }', { baseUrl: raw.url });
      raw.close();
      assert.deepEqual(
        errorRows(run).map((row) => [row.kind, row.errorCode, row.count]),
        [[kind, errorCode, 1]],
        run.samples[0]?.message,
      );
    });
  }

  it('has an answer to HEAD as whole whose length is that of what GET would bring, also where its end comes later', async () => {
    // 200 with a content-length of 5, then the end.
    const head = frame(1, 1, Buffer.from([0x88, 0x0f, 0x0d, 0x01, 0x35]), 4);
    const raw = await startRawHttp2Server(Buffer.concat([head, frame(0, 1, Buffer.alloc(0), 1)]));
    const { run } = await runOf('- { head: /, timeout: 2s }', { baseUrl: raw.url });
    raw.close();
    assert.deepEqual([counted(run, 'http_reqs'), errorRows(run)], [1, []]);
  });

  it('is not spoken where the server speaks HTTP/1.1 only, and no connection is wasted', async () => {
    const old = await startTargetServer({ tls: TEST_TLS });
    const { run } = await runOf('- get: /ok\n- parallel: [{ get: /delay/20 }, { get: /delay/20 }]', {
      baseUrl: old.url,
      load: 'vus: 1\niterations: 2',
    });
    const { requests, connections } = old.counts();
    await old.close();
    assert.deepEqual(errorRows(run), []);
    assert.deepEqual([counted(run, 'http_reqs', { proto: 'HTTP/1.1' }), requests, connections], [6, 6, 2]);
    assert.ok(trendOf(run, 'http_req_tls_handshaking').max > 0);
  });

  it('is not spoken by plain http, nor unless the file asks for it', async () => {
    const plain = await startTargetServer();
    const { run } = await runOf('- get: /ok', { baseUrl: plain.url });
    await plain.close();
    assert.equal(counted(run, 'http_reqs', { proto: 'HTTP/1.1' }), 1);
    const { run: unasked } = await runScenario(
      `baseUrl: ${server.url}\nhttp: { tls: { ca: cert.pem } }\nvus: 1\niterations: 1\nsteps: [{ get: /ok }]`,
      { folder: TLS_FOLDER },
    );
    assert.deepEqual([server.counts().requests, counted(unasked, 'errors', { kind: 'tls' })], [0, 1]);
  });

  it('fails as any connection does where none can be made', async () => {
    const { run } = await runScenario(
      `baseUrl: ${server.url}\nhttp: { http2: true }\nvus: 1\niterations: 2\nsteps: [{ parallel: [{ get: /ok }, { get: /ok }] }]`,
    );
    assert.deepEqual(
      errorRows(run).map(({ kind, errorCode, count }) => [kind, errorCode, count]),
      [['tls', 1310, 4]],
    );
    assert.equal(server.counts().requests, 0);
  });

  it('cuts off what is under way when a run ends, and leaves no connection', async () => {
    const { run, exit } = await runScenario(
      `baseUrl: ${server.url}\nhttp: { ${HTTP} }\nscenarios: { all: { executor: constant-vus, vus: 3, duration: 300ms, gracefulStop: 0s, steps: [{ get: /delay/9000 }] } }`,
      { folder: TLS_FOLDER },
    );
    assert.equal(exit.end?.outcome, 'passed');
    assert.equal(counted(run, 'http_reqs'), 0);
    assert.match(messages(run).join(), /3 requests/);
    await server.empty();
  });

  it('is timed in the phases that k6 has', async () => {
    const { run } = await runOf('- get: /delay/60\n- get: /slow/80\n- post: /reluctant/80\n  body: "${env.LARGE}"', {
      load: 'vus: 1\niterations: 5',
    });
    /** Of five, as the machine may be busy: where a head is seen late, what comes after it seems quick. */
    const near = (phase: string, name: string, expected: number): void => {
      const { lowest, max } = trendOf(run, `http_req_${phase}`, { name });
      assert.ok(max >= expected - 1 && (lowest ?? 0) < expected + 30, `${phase} of ${name}: ${lowest} to ${max}`);
    };
    near('waiting', 'GET /delay/{id}', 60);
    near('receiving', 'GET /delay/{id}', 0);
    near('waiting', 'GET /slow/{id}', 0);
    near('receiving', 'GET /slow/{id}', 80);
    // The body leaves as the server reads it.
    near('sending', 'POST /reluctant/{id}', 80);
    near('waiting', 'POST /reluctant/{id}', 0);
  });
});

/** @returns the time to the answer of a PING */
function pinged(session: ServerHttp2Session): Promise<number> {
  return new Promise((resolve, reject) => {
    session.ping((error, ms) => (error ? reject(error) : resolve(ms)));
  });
}
