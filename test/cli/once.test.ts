import { doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { useTargetServer } from '../support/target-server.ts';
import { cli, TestFolder } from './cli-process.ts';

describe('rampwright once', () => {
  const target = useTargetServer();
  let folder: TestFolder;
  before(() => (folder = new TestFolder()));
  after(() => folder.remove());

  it('makes one iteration of each scenario and shows every request and response in full', async () => {
    const file = folder.write(
      'two.load.yaml',
      `baseUrl: ${target.url}
scenarios:
  a:
    executor: constant-vus
    vus: 50
    duration: 10m
    steps: [{ get: /ok }, { get: /status/404 }]
  b:
    executor: per-vu-iterations
    vus: 20
    iterations: 20
    startTime: 5m
    steps: [{ get: /json, auth: { bearer: "\${secret.API_TOKEN}" } }]
thresholds:
  http_req_failed: rate < 1%
`,
    );
    const result = await cli(['once', file, '--secret', 'API_TOKEN=sesame-open-1234']);
    strictEqual(result.code, 0, result.stdout + result.stderr);
    strictEqual(target.counts().requests, 3);
    match(result.stdout, /✓ GET \/ok +200 OK +\d[\s\S]*sent +GET http[\s\S]*got +200 OK/);
    match(result.stdout, /✓ GET \/json +200 OK +\d.* b\n[\s\S]*authorization: Bearer •••[\s\S]*"name":"Ada"/);
    match(result.stdout, /✗ GET \/status\/\{id\} +404 Not Found[\s\S]*sent +GET http[\s\S]*got +404 Not Found/);
    doesNotMatch(result.stdout, /sesame|NaN|undefined/);
  });

  it('says of a secret that it is too short to be masked', async () => {
    const file = folder.write(
      'short.load.yaml',
      `baseUrl: ${target.url}\nvus: 1\niterations: 1\nsteps: [{ get: "/ok?a=\${secret.PIN}" }]\n`,
    );
    const result = await cli(['once', file, '--secret', 'PIN=ok']);
    match(result.stderr, /secret\.PIN has fewer than 4 characters, so it is not masked/);
    match(result.stdout, /GET \/ok/);
  });
});
