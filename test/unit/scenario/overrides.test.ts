import assert from 'node:assert/strict';
import {
  applyOverrides,
  loadScenario,
  oncePlan,
  planHosts,
  planProxy,
  type LoadOverrides,
  type Plan,
} from '../../../src/scenario/index.ts';
import type { Executor, Step } from '../../../src/scenario/plan.ts';

function planOf(text: string): Plan {
  const { plan, problems } = loadScenario(text, 'a.load.yaml');
  assert.ok(plan, JSON.stringify(problems));
  return plan;
}

const constant = planOf('vus: 10\nduration: 30s\nsteps: [{ get: "http://a/" }]');
const arrivals = planOf('scenarios: { a: { rate: 5, duration: 1s, steps: [{ get: "http://a/" }] } }');
const two = planOf(`
scenarios:
  users: { stages: [{ duration: 1s, target: 1, name: up }], steps: [{ get: "http://a/", name: me }] }
  bots: { duration: 1s, steps: [{ get: "http://b/", name: bot }] }
thresholds:
  http_reqs: count > 0
  "http_reqs{scenario:users}": count > 0
  "http_reqs{scenario:bots}": count > 0
  "http_reqs{stage:up}": count > 0
  "http_reqs{name:bot}": count > 0
`);

describe('overrides of the load', () => {
  const table: [plan: Plan, overrides: LoadOverrides, executor: Executor][] = [
    [constant, {}, { kind: 'constant-vus', vus: 10, durationMs: 30_000 }],
    [constant, { vus: 3 }, { kind: 'constant-vus', vus: 3, durationMs: 30_000 }],
    [constant, { durationMs: 5000 }, { kind: 'constant-vus', vus: 10, durationMs: 5000 }],
    [constant, { vus: 100, durationMs: 600_000 }, { kind: 'constant-vus', vus: 100, durationMs: 600_000 }],
    [constant, { iterations: 20 }, { kind: 'shared-iterations', vus: 10, iterations: 20, maxDurationMs: 600_000 }],
    [
      constant,
      { iterations: 20, durationMs: 5 },
      { kind: 'shared-iterations', vus: 10, iterations: 20, maxDurationMs: 5 },
    ],
    [
      constant,
      { vus: 2, stages: [{ durationMs: 5, target: 3 }] },
      {
        kind: 'ramping-vus',
        startVUs: 2,
        stages: [{ durationMs: 5, target: 3, name: 'stage 1' }],
        gracefulRampDownMs: 30_000,
      },
    ],
    [arrivals, { durationMs: 5 }, { kind: 'constant-vus', vus: 1, durationMs: 5 }],
  ];
  for (const [plan, overrides, executor] of table) {
    it(`${JSON.stringify(overrides)} of ${plan.scenarios[0]?.executor.kind ?? ''}`, () => {
      const result = applyOverrides(plan, overrides);
      assert.ok('plan' in result);
      assert.deepEqual(result.plan.scenarios[0]?.executor, executor);
    });
  }

  const refused: [plan: Plan, overrides: LoadOverrides, problem: RegExp][] = [
    [constant, { iterations: 3 }, /^3 iterations cannot be shared by 10 VUs/],
    [constant, { stages: [{ durationMs: 1, target: 1 }], durationMs: 1 }, /^Stages and a duration exclude each other/],
    [constant, { vus: 0 }, /^The number of VUs must be a whole number of 1 or more\.$/],
    [constant, { vus: 2_000_000 }, /^A scenario can have at most 1,000,000 VUs\.$/],
    [constant, { stages: [{ durationMs: 1, target: 1e9 }] }, /^A scenario can have at most 1,000,000 VUs\.$/],
    [arrivals, { vus: 5 }, /^VUs alone do not change an arrival rate/],
    [two, { vus: 5 }, /pick one with --scenario \(users, bots\)\.$/],
    [two, { scenarios: ['user'] }, /^There is no scenario "user"\. Did you mean "users"\?$/],
  ];
  for (const [plan, overrides, problem] of refused) {
    it(`${JSON.stringify(overrides)} is refused`, () => {
      const result = applyOverrides(plan, overrides);
      assert.match('problem' in result ? result.problem : '', problem);
    });
  }

  const notes: [load: string, overrides: LoadOverrides, note: RegExp | null][] = [
    [
      'vus: 20\n    spawnRate: 10\n    duration: 1m',
      { durationMs: 2000 },
      /^The load of `users` \(ramping-vus, up to 20 VUs\) is replaced by 1 VU, as k6 does\. Give --vus as well, or --scale-to instead/,
    ],
    [
      'rate: 100/s\n    duration: 1m\n    preAllocatedVUs: 5\n    maxVUs: 50',
      { iterations: 3 },
      /up to 50 VUs\) is replaced by 1 VU/,
    ],
    ['stages: [{ duration: 1m, target: 20 }]', { durationMs: 2000, vus: 20 }, null],
    ['stages: [{ duration: 1m, target: 20 }]', { stages: [{ durationMs: 1000, target: 5 }] }, null],
    ['vus: 20\n    duration: 1m', { durationMs: 2000 }, null],
  ];
  for (const [load, overrides, note] of notes) {
    it(`${JSON.stringify(overrides)} of ${load.replaceAll(/\s+/g, ' ')} ${note ? 'says what becomes of the VUs' : 'needs no word'}`, () => {
      const result = applyOverrides(
        planOf(`scenarios:\n  users:\n    ${load}\n    steps: [{ get: "http://a/" }]`),
        overrides,
      );
      assert.ok('plan' in result);
      if (note) assert.match(result.note ?? '', note);
      else assert.equal(result.note, null);
    });
  }

  it('keep the thresholds that the chosen scenarios can meet', () => {
    const result = applyOverrides(two, { scenarios: ['users'] });
    assert.ok('plan' in result);
    assert.deepEqual(
      result.plan.thresholds.map(({ id, selector }) => [id, selector]),
      [
        [0, 'http_reqs'],
        [1, 'http_reqs{scenario:users}'],
        [2, 'http_reqs{stage:up}'],
      ],
    );
    assert.deepEqual(
      result.leftOut.map(({ selector }) => selector),
      ['http_reqs{scenario:bots}', 'http_reqs{name:bot}'],
    );
  });

  it('start the first of the chosen scenarios at once, and keep what is between them', () => {
    const later = (name: string, startTime: string) =>
      `  ${name}: { startTime: ${startTime}, duration: 1s, steps: [{ get: "http://a/" }] }\n`;
    const plan = planOf(`scenarios:\n${later('a', '0s')}${later('b', '5m')}${later('c', '7m')}`);
    const result = applyOverrides(plan, { scenarios: ['b', 'c'] });
    assert.ok('plan' in result);
    assert.deepEqual(
      result.plan.scenarios.map(({ name, startTimeMs }) => [name, startTimeMs]),
      [
        ['b', 0],
        ['c', 120_000],
      ],
    );
  });
});

describe('oncePlan', () => {
  it('runs one iteration of each scenario, without thresholds', () => {
    const plan = oncePlan(two);
    assert.deepEqual(
      plan.scenarios.map(({ name, executor, startTimeMs }) => [name, executor, startTimeMs]),
      [
        ['users', { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 }, 0],
        ['bots', { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 }, 0],
      ],
    );
    assert.deepEqual(plan.thresholds, []);
  });

  it('runs each branch of a choice, in the order of the file', () => {
    const plan = oncePlan(
      planOf(`
baseUrl: http://localhost
vus: 1
duration: 1s
steps:
  - choose: [{ weight: 9, get: /a }, { weight: 1, steps: [{ get: /b }, { group: g, steps: [{ choose: [{ weight: 1, get: /c }] }] }] }]
  - get: /d
`),
    );
    const names = (steps: readonly Step[]): string[] =>
      steps.flatMap((step) =>
        step.kind === 'group' ? names(step.steps) : step.kind === 'request' ? [step.name] : [step.kind],
      );
    assert.deepEqual(
      plan.scenarios.flatMap(({ steps }) => names(steps)),
      ['GET /a', 'GET /b', 'GET /c', 'GET /d'],
    );
  });
});

/** Also of what the engine does not run yet. */
function draftOf(text: string): Plan {
  const { draft } = loadScenario(text, 'a.load.yaml').model;
  assert.ok(draft);
  return draft;
}

describe('planHosts', () => {
  const hosts = (text: string, env: Record<string, string> = {}): string[] => planHosts(planOf(text), env);
  it('knows those of text, of the environment and of vars', () => {
    const text = `
baseUrl: \${env.?BASE_URL.orValue("http://localhost:3000/api")}
vars: { auth: https://auth.example.test }
setup: [{ post: "\${vars.auth}/login" }]
steps: [{ get: /a }, { group: g, steps: [{ get: "http://b:8080/x?\${seq()}" }] }]
`;
    assert.deepEqual(hosts(text), ['https://auth.example.test', 'http://localhost:3000', 'http://b:8080']);
    assert.deepEqual(hosts(text, { BASE_URL: 'https://c.test' }), [
      'https://auth.example.test',
      'https://c.test',
      'http://b:8080',
    ]);
  });
  it('leaves out what only the run will know', () => {
    assert.deepEqual(hosts('steps: [{ get: "https://${secret.HOST}/a" }, { get: "http://a.${secret.D}.test/" }]'), []);
    assert.deepEqual(hosts('steps: [{ get: "https://a.test/${secret.HOST}" }]'), ['https://a.test']);
  });
  it('knows those of hooks, of refresh and of sockets', () => {
    const text = `
setup: [{ get: "http://a/" }]
refresh: { every: 1m, steps: [{ get: "http://b/" }] }
scenarios:
  s:
    duration: 1s
    onStart: [{ get: "http://c/" }]
    steps: [{ websocket: { url: "wss://d/socket" } }]
    onStop: [{ sse: { url: "http://e/" } }]
`;
    assert.deepEqual(planHosts(draftOf(text), {}), ['http://a', 'http://b', 'http://c', 'wss://d', 'http://e']);
  });
  it('takes the variables of each scenario', () => {
    assert.deepEqual(
      hosts(
        'vars: { h: a }\nscenarios: { s: { duration: 1s, vars: { h: b }, steps: [{ get: "http://${vars.h}/" }] } }',
      ),
      ['http://b'],
    );
  });
});

describe('planProxy', () => {
  const cases: readonly (readonly [proxy: string, origin: string | null])[] = [
    ['http://proxy.example.test:3128', 'http://proxy.example.test:3128'],
    ['${env.PROXY}', 'https://env.example.test'],
    ['http://${vars.host}:8080/', 'http://vars.example.test:8080'],
    ['http://ada:${secret.PW}@proxy.example.test:3128', 'http://proxy.example.test:3128'],
    ['http://${secret.HOST}:3128', null],
    ['${secret.PROXY}', null],
  ];
  for (const [proxy, origin] of cases) {
    it(`of ${proxy} is ${origin ?? 'not known'}`, () => {
      const text = `vars: { host: vars.example.test }\nhttp: { proxy: "${proxy}" }\nduration: 1s\nsteps: [{ get: "http://a/" }]`;
      assert.equal(planProxy(planOf(text), { PROXY: 'https://env.example.test' }), origin);
      assert.deepEqual(planHosts(planOf(text), {}), ['http://a']);
    });
  }
});
