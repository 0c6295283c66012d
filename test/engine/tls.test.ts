import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorRows } from '../../src/run/tables.ts';
import { counted, rateOf, runScenario, trendOf } from '../support/run-scenario.ts';
import { startTargetServer, type TargetServer } from '../support/target-server.ts';

const pem = (name: string): string => readFileSync(join(import.meta.dirname, '../support/tls', `${name}.pem`), 'utf8');

describe('https', function () {
  this.timeout(30_000);
  let server: TargetServer;
  before(async () => {
    server = await startTargetServer({ tls: { key: pem('key'), cert: pem('cert') } });
  });
  after(() => server.close());

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
});
