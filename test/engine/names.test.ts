import assert from 'node:assert/strict';
import { counted, messages, runScenario } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

describe('names of hosts', function () {
  this.timeout(20_000);
  const server = useTargetServer();

  const scenario = (url: string, hosts: string): string => `
baseUrl: ${url}
http:
  hosts: ${hosts}
  dns: { ttl: 1s, select: first, policy: onlyIPv4 }
scenarios:
  all: { vus: 2, iterations: 10, steps: [{ get: /ok }] }
thresholds: { http_req_failed: rate == 0 }
`;

  it('lead to the address that the file has for them, under their own name', async () => {
    const { run } = await runScenario(
      scenario('http://api.example.test', `{ "*.example.test": "127.0.0.1:${server.port}" }`),
      { options: { allowedHosts: ['api.example.test'] } },
    );
    assert.equal(run.end?.outcome, 'passed');
    assert.equal(server.counts().byOutcome['GET /ok 200'], counted(run, 'http_reqs'));
    assert.equal(server.received()[0]?.headers.host, 'api.example.test');
  });

  it('have a connection each, but no more than 256 of a VU at a time', async () => {
    const { run } = await runScenario(
      `
http: { hosts: { "*.example.test": "127.0.0.1:${server.port}" } }
iterations: 300
steps: [{ get: 'http://h\${iteration.index}.example.test/ok' }, { get: 'http://h0.example.test/ok' }]
`,
    );
    assert.equal(counted(run, 'http_reqs'), 600);
    // The first one of all is closed for the 257th, and made anew.
    assert.equal(server.counts().connections, 301);
  });

  it('lead nowhere that nobody agreed to', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737): nobody is there.
    const { run } = await runScenario(scenario('http://localhost', '{ localhost: 192.0.2.1 }'), {
      options: { allowedHosts: [] },
    });
    assert.equal(counted(run, 'http_reqs'), 0);
    assert.match(messages(run)[0] ?? '', /localhost/);
  });

  it('are looked up as they are where the file says nothing', async () => {
    const { run } = await runScenario(scenario(`http://localhost:${server.port}`, '{ other.test: 127.0.0.2 }'));
    assert.equal(run.end?.outcome, 'passed');
    assert.equal(counted(run, 'http_reqs'), 10);
  });
});
