import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { cli, TestFolder } from './cli-process.ts';

interface PlanJson {
  readonly scenarios: readonly {
    readonly name: string;
    readonly executor: string;
    readonly steps: readonly { readonly at: number; readonly vus?: number; readonly rate?: number }[];
    readonly maxVUs: number;
    readonly duration: number;
    readonly arrivals?: readonly number[];
  }[];
  readonly hosts: readonly string[];
}

describe('rampwright plan', () => {
  let folder: TestFolder;
  beforeEach(() => (folder = new TestFolder()));
  afterEach(() => folder.remove());

  async function planOf(scenarios: string, ...args: string[]): Promise<PlanJson> {
    const text = `baseUrl: http://127.0.0.1:3000\nscenarios:\n${scenarios}`;
    const result = await cli(['plan', folder.write('a.load.yaml', text), '--format', 'json', ...args]);
    strictEqual(result.code, 0, result.stderr);
    return JSON.parse(result.stdout) as PlanJson;
  }

  it("gives k6's raw steps of a ramp (TestRampingVUsExecutionTupleTests in k6's ramping_vus_test.go)", async () => {
    const { scenarios, hosts } = await planOf(
      `  users:
    executor: ramping-vus
    startVUs: 4
    stages:
      - { duration: 4s, target: 2 }
      - { duration: 2s, target: 4 }
      - { duration: 0s, target: 0 }
    steps: [{ get: /ok }]
`,
    );
    deepStrictEqual(hosts, ['http://127.0.0.1:3000']);
    deepStrictEqual(scenarios[0], {
      name: 'users',
      executor: 'ramping-vus',
      startTime: 0,
      steps: [
        { at: 0, vus: 4 },
        { at: 2000, vus: 3 },
        { at: 4000, vus: 2 },
        { at: 5000, vus: 3 },
        { at: 6000, vus: 4 },
        { at: 6000, vus: 0 },
      ],
      maxVUs: 4,
      duration: 6000,
    });
  });

  it('lists when arrivals are due', async () => {
    const { scenarios } = await planOf(
      `  visits:
    executor: constant-arrival-rate
    rate: 20/s
    duration: 10s
    preAllocatedVUs: 5
    maxVUs: 10
    steps: [{ get: /ok }]
`,
      '--arrivals',
      '4',
    );
    deepStrictEqual(scenarios[0]?.arrivals, [0, 50, 100, 150]);
    deepStrictEqual(scenarios[0].steps, [
      { at: 0, rate: 20 },
      { at: 10_000, rate: 0 },
    ]);
    strictEqual(scenarios[0].maxVUs, 10);
  });

  it('takes the options that change the load', async () => {
    const text = 'baseUrl: ${env.BASE_URL}\nvus: 1\nduration: 10s\nsteps: [{ get: /ok }]\n';
    const file = folder.write('b.load.yaml', text);
    const args = ['--format', 'json', '-u', '7', '-d', '3s', '-e', 'BASE_URL=http://127.0.0.1:4000'];
    const result = await cli(['plan', file, ...args]);
    strictEqual(result.code, 0, result.stderr);
    const { scenarios, hosts } = JSON.parse(result.stdout) as PlanJson;
    deepStrictEqual(hosts, ['http://127.0.0.1:4000']);
    deepStrictEqual(scenarios[0]?.steps, [
      { at: 0, vus: 7 },
      { at: 3000, vus: 0 },
    ]);
  });

  it('is readable as text', async () => {
    const text = `name: Two
baseUrl: http://127.0.0.1:3000
scenarios:
  ramp:
    executor: ramping-vus
    stages:
      - { duration: 30s, target: 10, name: up }
      - { duration: 1m, target: 10 }
    steps: [{ get: /ok }]
  visits:
    executor: constant-arrival-rate
    startTime: 10s
    rate: 20/s
    duration: 10s
    preAllocatedVUs: 5
    steps: [{ get: /ok }]
thresholds:
  http_req_failed: rate < 1%
`;
    const result = await cli(['plan', folder.write('two.load.yaml', text)]);
    strictEqual(result.code, 0, result.stderr);
    strictEqual(
      result.stdout,
      `  Two  two.load.yaml
  1:30, to http://127.0.0.1:3000

  ramp: ramping-vus
    0:00–0:30     up       1 → 10 VUs
    0:30–1:30     stage 2  10 VUs

  visits: constant-arrival-rate, starts at 0:10
    20 iterations/s for 10 s, by up to 5 VUs
    200 iterations in all

  1 requirement
    http_req_failed: rate < 1%

  Nothing was sent.
`,
    );
    match(result.stderr, /^$/);
  });
});
