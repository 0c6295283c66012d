import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { errorRows } from '../../src/run/tables.ts';
import { counted, rateOf, runScenario, trendOf } from '../support/run-scenario.ts';
import { startTargetServer, useTargetServer } from '../support/target-server.ts';

const pem = (name: string): string => readFileSync(join(import.meta.dirname, '../support/tls', `${name}.pem`), 'utf8');

describe('https', function () {
  this.timeout(30_000);
  const server = useTargetServer({ tls: { key: pem('key'), cert: pem('cert') } });

  it('is refused where no authority signed the certificate, and nothing is sent', async () => {
    const { run } = await runScenario(`baseUrl: ${server.url}\nvus: 1\niterations: 2\nsteps: [{ get: /ok }]`);
    assert.deepEqual(
      errorRows(run).map(({ kind, errorCode, count }) => [kind, errorCode, count]),
      [['tls', 1310, 2]],
    );
    assert.equal(server.counts().requests, 0);
  });

  it('works without that check where the file says so, and times the handshake once a connection', async () => {
    const { run } = await runScenario(`
baseUrl: ${server.url}
http: { tls: { verify: false } }
vus: 1
iterations: 3
steps: [{ get: /json }]
`);
    assert.equal(rateOf(run, 'http_req_failed').rate, 0);
    assert.deepEqual([counted(run, 'http_reqs'), server.counts().requests], [3, 3]);
    const handshakes = trendOf(run, 'http_req_tls_handshaking');
    assert.ok((handshakes.highest ?? 0) > 0);
    assert.equal(handshakes.percentile(50), 0);
    assert.ok(counted(run, 'data_received') > 0);
  });

  const tlsFolder = join(import.meta.dirname, '../support/tls');
  const requests = (baseUrl: string, tls: string): ReturnType<typeof runScenario> =>
    runScenario(`baseUrl: ${baseUrl}\nhttp: { tls: ${tls} }\nvus: 1\niterations: 2\nsteps: [{ get: /ok }]`, {
      folder: tlsFolder,
    });

  it('trusts an authority that the file names', async () => {
    const { run } = await requests(server.url, '{ ca: ./cert.pem }');
    assert.deepEqual(errorRows(run), []);
    assert.equal(counted(run, 'http_reqs'), 2);
  });

  it('shows a client certificate to servers that want one', async () => {
    const strict = await startTargetServer({
      tls: { key: pem('key'), cert: pem('cert'), ca: pem('cert'), requestCert: true, rejectUnauthorized: true },
    });
    try {
      const { run: without } = await requests(strict.url, '{ ca: cert.pem }');
      assert.equal(counted(without, 'errors'), 2);
      assert.equal(strict.counts().requests, 0);
      const { run: shown } = await requests(strict.url, '{ ca: cert.pem, cert: cert.pem, key: key.pem }');
      assert.deepEqual(errorRows(shown), []);
      assert.equal(strict.counts().requests, 2);
    } finally {
      await strict.close();
    }
  });

  it('refuses servers that speak only an older version than is asked for', async () => {
    const old = await startTargetServer({ tls: { key: pem('key'), cert: pem('cert'), maxVersion: 'TLSv1.2' } });
    try {
      const { run: refused } = await requests(old.url, '{ ca: cert.pem, minVersion: TLSv1.3 }');
      assert.deepEqual(
        errorRows(refused).map(({ kind, errorCode }) => [kind, errorCode]),
        [['tls', 1010]],
      );
      const { run: taken } = await requests(old.url, '{ ca: cert.pem }');
      assert.deepEqual(errorRows(taken), []);
    } finally {
      await old.close();
    }
  });

  it('has a handshake that is never done as a failure of its own', async () => {
    const silent = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const { run } = await runScenario(
      `baseUrl: https://127.0.0.1:${port}\nhttp: { connectTimeout: 100ms }\nvus: 1\niterations: 2\nsteps: [{ get: /ok }]`,
    );
    silent.close();
    assert.deepEqual(
      errorRows(run).map(({ kind, errorCode, count }) => [kind, errorCode, count]),
      [['tls', 1300, 2]],
    );
    assert.match(run.samples[0]?.message ?? '', /^The TLS handshake with \S+ was not done in time\.$/);
  });

  it('says before the first request which of its files is of no use', async () => {
    const { exit: missing } = await requests(server.url, '{ ca: nowhere.pem }');
    assert.equal(missing.end?.exitCode, 104);
    assert.match(missing.end.reason, /^`http\.tls\.ca` can't be read: there is no file of this name \(/);
    const { exit: wrong } = await requests(server.url, '{ cert: README.md, key: key.pem }');
    assert.equal(wrong.end?.exitCode, 104);
    assert.match(wrong.end.reason, /^What `http\.tls` names can't be used: /);
  });
});
