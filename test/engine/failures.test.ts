import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorRows } from '../../src/run/tables.ts';
import { counted, messages, rateOf, runScenario, trendOf, type RunSettings } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

/** A server that answers each connection with these bytes, whatever it is asked, and then does `then`. */
async function rawServer(bytes: string, then: (socket: Socket) => void): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(bytes);
      then(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('failures are results', function () {
  this.timeout(30_000);
  const server = useTargetServer();

  /** Runs steps twice on one VU. */
  const twice = (baseUrl: string, steps: string, settings: RunSettings = {}, more = '') =>
    runScenario(`baseUrl: ${baseUrl}\nvus: 1\niterations: 2\n${more}\nsteps:\n${steps}`, settings);

  const cases: [
    what: string,
    base: () => string | Promise<string>,
    step: string,
    kind: string,
    code: number,
    message: RegExp,
  ][] = [
    ['a status of 500', () => server.url, '- get: /status/500', '5xx', 1500, /status was 500; expected 200-399/],
    ['a status of 401', () => server.url, '- get: /status/401', '4xx', 1401, /status was 401/],
    ['a refused connection', closedPort, '- get: /', 'connect', 1212, /refused the connection/],
    [
      'a connection closed instead of an answer',
      () => server.url,
      '- get: /reset',
      'reset',
      1220,
      /closed the connection/,
    ],
    [
      'a request that takes too long',
      () => server.url,
      '- { get: /delay/5000, timeout: 100ms }',
      'timeout',
      1050,
      /No complete answer within 100 ms/,
    ],
    [
      'an answer that stops in the middle',
      () => server.url,
      '- { get: /stall, timeout: 150ms }',
      'timeout',
      1050,
      /No complete answer/,
    ],
    [
      'a host that does not exist',
      () => 'http://no-such-host.invalid',
      '- get: /',
      'dns',
      1101,
      /no host of this name/,
    ],
    [
      'a status that is not the expected one',
      () => server.url,
      '- { get: /ok, expect: { status: 201 } }',
      'expectation',
      0,
      /status was 200; expected 201/,
    ],
    [
      'a missing header',
      () => server.url,
      '- { get: /ok, expect: { header: { x-none: a } } }',
      'expectation',
      0,
      /no header `x-none`/,
    ],
    [
      'a body without the text',
      () => server.url,
      '- { get: /ok, expect: { bodyContains: nothing like it } }',
      'expectation',
      0,
      /does not contain `nothing like it`/,
    ],
    [
      'JSON that is not as expected',
      () => server.url,
      '- { get: /json, expect: { json: json.id == 8 } }',
      'expectation',
      0,
      /`json.id == 8` does not hold/,
    ],
    [
      'an answer that is too slow for its expectation',
      () => server.url,
      '- { get: /delay/60, expect: { maxDuration: 20ms } }',
      'expectation',
      0,
      /expected at most 20 ms/,
    ],
  ];
  for (const [what, base, step, kind, code, message] of cases) {
    it(`${what} is \`${kind}\`${code ? ` ${code}` : ''}, with a sample, and the run goes on`, async () => {
      const { run, exit } = await twice(await base(), step);
      assert.equal(exit.end?.outcome, 'passed', exit.end?.reason);
      assert.equal(counted(run, 'iterations'), 2);
      const [row, ...others] = errorRows(run);
      assert.ok(row);
      assert.equal(others.length, 0);
      assert.deepEqual([row.kind, row.errorCode, row.count, row.share], [kind, code, 2, 1]);
      assert.equal(row.samples.length, 2);
      assert.match(row.samples[0]?.message ?? '', message);
      assert.deepEqual([rateOf(run, 'http_req_failed').rate, counted(run, 'http_reqs')], [1, 2]);
    });
  }

  it('an answer that is not HTTP is `protocol`', async () => {
    const raw = await rawServer('HELLO\r\n\r\n', (socket) => socket.end());
    const { run } = await twice(raw.url, '- get: /');
    raw.close();
    assert.deepEqual(
      errorRows(run).map(({ kind, count }) => [kind, count]),
      [['protocol', 2]],
    );
  });

  it('a body that is shorter than its content-length is a failure', async () => {
    const raw = await rawServer('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort', (socket) => socket.end());
    const { run } = await twice(raw.url, '- get: /');
    raw.close();
    assert.deepEqual(
      errorRows(run).map(({ kind, count }) => [kind, count]),
      [['reset', 2]],
    );
  });

  it('a body without a length that is cut off by a reset is a failure, and one that just ends is not', async () => {
    const head = 'HTTP/1.1 200 OK\r\n\r\nsome';
    const cut = await rawServer(head, (socket) => setTimeout(() => socket.resetAndDestroy(), 20));
    const whole = await rawServer(head, (socket) => setTimeout(() => socket.end(), 20));
    const outcomes = [];
    for (const { url } of [cut, whole]) {
      for (const step of ['- get: /', '- { get: /, expect: { bodyContains: some } }']) {
        const { run } = await twice(url, step);
        outcomes.push(errorRows(run).map(({ kind, errorCode, count }) => [kind, errorCode, count]));
      }
    }
    cut.close();
    whole.close();
    assert.deepEqual(outcomes, [[['reset', 1220, 2]], [['reset', 1220, 2]], [], []]);
  });

  it('a body larger than maxBodySize is not read to its end', async () => {
    const { run } = await twice(server.url, '- get: /big/3000000', {}, 'http: { maxBodySize: 100kB }');
    assert.deepEqual(
      errorRows(run).map(({ kind, count }) => [kind, count]),
      [['protocol', 2]],
    );
    assert.match(errorRows(run)[0]?.samples[0]?.message ?? '', /larger than http.maxBodySize/);
    assert.equal(errorRows(run)[0]?.status, 200);
  });

  it('a 500 with a body that is too large is a 500', async () => {
    const raw = await rawServer(
      `HTTP/1.1 500 No\r\ncontent-length: 300000\r\n\r\n${'x'.repeat(300_000)}`,
      () => undefined,
    );
    const { run } = await twice(raw.url, '- get: /', {}, 'http: { maxBodySize: 100kB }');
    raw.close();
    assert.deepEqual(
      errorRows(run).map(({ kind, status, count }) => [kind, status, count]),
      [['5xx', 500, 2]],
    );
  });

  it('tolerated ones count as failed, and not in the adjusted rate', async () => {
    const { run } = await twice(server.url, '- { get: /status/401, expect: { tolerate: [401] } }\n- get: /ok');
    assert.equal(rateOf(run, 'http_req_failed').rate, 0.5);
    assert.equal(rateOf(run, 'http_req_failed', { tolerated: 'false' }).rate, 0);
    assert.equal(errorRows(run)[0]?.tolerated, true);
  });

  it('a capture that finds nothing ends the iteration and says what was looked for', async () => {
    const { run } = await twice(server.url, '- get: /json\n  capture: { token: json.access_token }\n- get: /ok');
    assert.equal(server.counts().byOutcome['GET /ok 200'] ?? 0, 0);
    assert.equal(counted(run, 'iterations'), 2);
    assert.deepEqual(
      errorRows(run).map(({ kind, count }) => [kind, count]),
      [['expectation', 2]],
    );
    assert.match(
      messages(run)[0] ?? '',
      /`token` could not be captured from GET \/json.*access_token.*body starts with: \{"id":7/s,
    );
    assert.equal(run.logs[0]?.line, 6);
  });

  it('an expression that cannot be worked out ends the iteration, with its line', async () => {
    const { run } = await twice(
      server.url,
      '- get: /json\n- set: { x: "${response.json.nothing.at.all}" }\n- get: /ok',
    );
    assert.equal(run.logs[0]?.line, 6);
    assert.match(messages(run)[0] ?? '', /nothing/);
  });

  it('a check that cannot be worked out counts as failed', async () => {
    const { run } = await twice(server.url, '- get: /ok\n  check: { has id: json.id == 1 }');
    assert.deepEqual([rateOf(run, 'checks').rate, counted(run, 'iterations')], [0, 2]);
    assert.match(messages(run)[0] ?? '', /check “has id” could not be worked out/);
  });

  it('of a variable end the run before any load, and say which one', async () => {
    const { exit, run } = await runScenario(
      'vars:\n  good: 1\n  bad: "x ${1 / 0}"\nvus: 1\niterations: 1\nsteps: [{ get: "http://127.0.0.1:1/" }]',
    );
    assert.equal(exit.end?.exitCode, 107);
    assert.deepEqual(
      run.logs.map(({ message, line }) => [message.split('. ')[0], line]),
      [['`vars.bad` could not be worked out', 2]],
    );
  });

  it('of a setup end the run with code 107 before any load', async () => {
    const { exit, run } = await runScenario(`
baseUrl: ${server.url}
setup:
  - get: /status/401
    name: login
vus: 1
duration: 5s
steps: [{ get: /ok }]
thresholds: { http_reqs: count > 0 }
`);
    assert.deepEqual([exit.end?.outcome, exit.end?.exitCode], ['aborted', 107]);
    assert.match(exit.end?.reason ?? '', /Setup failed: login failed: The status was 401/);
    assert.equal(server.counts().requests, 1);
    assert.equal(run.samples[0]?.phase, 'setup');
  });

  it('show no secret: not in samples, messages, plan or text', async () => {
    const { events } = await runScenario(
      `
baseUrl: ${server.url}
vars: { user: ada }
setup:
  - get: /json
    capture: { token: json.token + "-and-a-longer-tail" }
vus: 1
iterations: 1
steps:
  - post: /status/500
    headers: { x-api-key: "\${secret.KEY}", x-other: "\${secret.KEY}" }
    auth: { bearer: "\${setup.token}" }
    json: { password: "hunter2", note: "key=\${secret.KEY} token=\${setup.token}" }
`,
      { secrets: { KEY: 'top-secret-value' } },
    );
    const text = JSON.stringify(events);
    for (const hidden of ['top-secret-value', 'hunter2"', 'abc-and-a-longer-tail']) {
      // The file's own text may hold what its author wrote in it.
      const shown = hidden === 'hunter2"' ? JSON.stringify(events.filter(({ type }) => type !== 'run-start')) : text;
      assert.ok(!shown.includes(hidden), `${hidden} is shown`);
    }
    assert.match(text, /Bearer ••• \(21 characters\)/);
  });

  it('keep load from hosts that nobody agreed to: a redirect is not followed, a request not sent', async () => {
    const raw = await rawServer(
      'HTTP/1.1 302 Found\r\nlocation: http://elsewhere.invalid/\r\ncontent-length: 0\r\n\r\n',
      () => undefined,
    );
    const { run } = await runScenario(
      `baseUrl: ${raw.url}\nvus: 1\niterations: 1\nsteps:\n- get: /\n- get: "http://\${secret.HOST}/"`,
      { options: { allowedHosts: [] }, secrets: { HOST: 'else.invalid' } },
    );
    raw.close();
    assert.deepEqual([counted(run, 'http_reqs'), counted(run, 'errors')], [1, 0]);
    assert.match(
      messages(run)[0] ?? '',
      /redirect was not followed. Load on http:\/\/elsewhere.invalid was not agreed to/,
    );
    assert.match(messages(run)[1] ?? '', /Load on http:\/\/••• was not agreed to/);
  });

  it('stop the run where a threshold says so', async () => {
    const { exit, run } = await runScenario(`
baseUrl: ${server.url}
vus: 1
duration: 60s
steps: [{ get: /status/500 }, { think: 10ms }]
thresholds:
  http_req_failed: [{ expect: rate < 1%, abortOnFail: true }]
`);
    assert.deepEqual([exit.end?.outcome, exit.end?.exitCode], ['failed', 99]);
    assert.match(exit.end?.reason ?? '', /abortOnFail: http_req_failed/);
    assert.ok(run.elapsedMs < 3000);
  });

  it('of a threshold without samples fail the run, unless that is allowed', async () => {
    const text = `
baseUrl: ${server.url}
vus: 1
iterations: 1
steps:
  - choose: [{ weight: 1, get: /ok }, { weight: 0.0000001, get: /json, name: rare }]
thresholds: { "http_req_duration{name:rare}": p(95) < 1s }
`;
    const strict = await runScenario(text);
    assert.deepEqual([strict.exit.end?.exitCode, strict.run.thresholds[0]?.verdict], [99, 'no-data']);
    const allowed = await runScenario(text, { options: { allowEmptyThresholds: true } });
    assert.equal(allowed.exit.end?.exitCode, 0);
  });

  it('end with their load, also where they come without any input or output', async () => {
    const { run, exit } = await runScenario(`
baseUrl: ${server.url}
vus: 2
duration: 200ms
steps: [{ get: /ok, headers: { x-name: "\${vars.name}" } }]
vars: { name: 日本 }
`);
    assert.equal(exit.end?.outcome, 'passed', exit.end?.reason);
    assert.ok(run.elapsedMs < 3000, `${run.elapsedMs}`);
    assert.equal(rateOf(run, 'http_req_failed').rate, 1);
  });

  it('end with their load, also where this machine has no file handle left', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rampwright-'));
    writeFileSync(
      join(folder, 'handles.load.yaml'),
      `baseUrl: ${server.url}\nvus: 100\nduration: 300ms\nsteps: [{ get: /delay/100 }, { websocket: { url: /ok } }]`,
    );
    const cli = join(import.meta.dirname, '../../dist/cli.js');
    const { stdout, status } = await shell(`ulimit -n 48; exec node "${cli}" run handles.load.yaml`, folder);
    rmSync(folder, { recursive: true });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /This machine ran out of file handles/);
  });

  it('of one phase are timed where the time went', async () => {
    const { run } = await twice(server.url, '- get: /delay/50');
    assert.ok((trendOf(run, 'http_req_waiting').lowest ?? 0) >= 49);
    assert.ok((trendOf(run, 'http_req_receiving').highest ?? 0) < 40);
    assert.ok((trendOf(run, 'http_req_connecting').highest ?? 0) > 0, 'the first request connects');
    assert.equal(trendOf(run, 'http_req_connecting').lowest, 0, 'the second one does not');
  });
});

/** Runs a command of the shell; one that does not end by itself is ended, and has no status. */
function shell(command: string, cwd: string): Promise<{ stdout: string; status: number | null }> {
  return new Promise((resolve) => {
    const child = execFile('sh', ['-c', command], { cwd, timeout: 15_000, killSignal: 'SIGKILL' }, (_error, stdout) =>
      resolve({ stdout, status: child.exitCode }),
    );
  });
}

/** An address where nothing listens: a port that was just given back. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
