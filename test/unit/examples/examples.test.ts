import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadScenario } from '../../../src/scenario/index.ts';
import { planHosts } from '../../../src/scenario/hosts.ts';
import type { Plan, RequestStep } from '../../../src/scenario/plan.ts';
import { scalePlan } from '../../../src/scenario/scale.ts';
import { durationMs, maxVUs, plannedDurationMs } from '../../../src/scenario/schedule/index.ts';
import { allSteps } from '../../../src/scenario/step-tree.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples');

const load = (file: string, environment?: string) =>
  loadScenario(
    readFileSync(join(EXAMPLES, file), 'utf8'),
    basename(file),
    environment === undefined ? {} : { environment },
  );

function planOf(file: string, environment?: string): Plan {
  const { plan, problems } = load(file, environment);
  assert.deepEqual(problems, []);
  assert.ok(plan);
  return plan;
}

/** `[minutes, target]` of each stage. */
function stagesOf({ scenarios: [scenario] }: Plan): [minutes: number, target: number][] {
  assert.ok(scenario?.executor.kind === 'ramping-vus');
  return scenario.executor.stages.map(({ durationMs, target }) => [durationMs / 60_000, target]);
}

/** `selector condition`, or with the second, acceptable one: `selector condition | acceptable`. */
function requirementsOf({ thresholds }: Plan): string[] {
  return thresholds.map(
    ({ selector, condition, acceptable }) =>
      `${selector} ${condition.source}${acceptable === null ? '' : ` | ${acceptable.source}`}`,
  );
}

describe('every example', () => {
  const files = readdirSync(EXAMPLES, { recursive: true }).map(String);
  for (const file of files.filter((name) => /\.load\.(ya?ml|json)$/.test(name))) {
    it(`${file} is without a problem`, () => {
      const { problems, plan } = load(file);
      assert.deepEqual(problems, []);
      assert.notEqual(plan, null);
    });
  }
});

describe('the AI proxy example', () => {
  it('says what the published test did: its stages, its mix and its requirements', () => {
    const { plan } = load('ai-proxy/ai-proxy.load.yaml');
    assert.ok(plan);
    const [users] = plan.scenarios;
    assert.ok(users?.executor.kind === 'ramping-vus');
    assert.deepEqual(
      users.executor.stages.map(({ durationMs, target, name }) => [durationMs / 60_000, target, name]),
      [
        [2, 100, 'ramp up'],
        [10, 100, 'sustained'],
        [1, 0, 'ramp down'],
      ],
    );
    const [mix] = users.steps;
    assert.ok(mix?.kind === 'choose');
    assert.deepEqual(
      mix.branches.map(({ weight, steps }) => [weight, steps[0]?.kind === 'request' ? steps[0].name : null]),
      [
        [20, 'GET /health'],
        [30, 'GET /auth/me'],
        [15, 'GET /usage'],
        [15, 'GET /usage/summary'],
        [10, 'GET /billing/subscription'],
        [10, 'GET /billing/invoices'],
      ],
    );
    assert.deepEqual(
      plan.thresholds.map(({ selector, condition, name }) => [selector, condition.source, name]),
      [
        ['http_req_duration', 'p(95) < 500ms', null],
        ['http_req_failed', 'rate < 1%', null],
        ['auth_latency', 'p(95) < 300ms', null],
        ['proxy_latency', 'p(95) < 500ms', null],
        ['usage_latency', 'p(95) < 400ms', null],
        ['admin_latency', 'p(95) < 400ms', null],
        ['vus', 'max >= 100', 'Requirement: 100 users at once'],
        [
          'http_req_duration{stage:sustained}',
          'p(95) < 500ms',
          'Requirement: fast for as long as the load is sustained',
        ],
        ['errors{kind:5xx}', 'count == 0', 'Requirement: no server errors'],
        ['http_reqs', 'rate >= 1000/min', 'Requirement: 1,000 requests a minute'],
      ],
    );
    assert.deepEqual([plan.secrets, plan.env.filter(({ required }) => required)], [['TEST_PASSWORD'], []]);
  });

  it('takes a minute where it is scaled to one', () => {
    const { plan } = load('ai-proxy/ai-proxy.load.yaml');
    assert.ok(plan);
    assert.equal(plannedDurationMs(plan), 13 * 60_000);
    assert.equal(plannedDurationMs(scalePlan(plan, 60_000)), 60_000);
  });
});

function requestSteps(plan: Plan): RequestStep[] {
  return plan.scenarios.flatMap(({ steps }) => allSteps(steps)).filter((step) => step.kind === 'request');
}

describe('the auth service example', () => {
  const FILE = 'auth-service/auth-service.load.yaml';
  const ramps: [environment: string | undefined, users: number, perSecond: number][] = [
    [undefined, 1000, 50],
    ['5000-users', 5000, 100],
    ['10000-users', 10_000, 200],
  ];
  for (const [environment, users, perSecond] of ramps) {
    it(`brings ${users} users at ${perSecond} a second, for three minutes`, () => {
      const ramp = users / perSecond / 60;
      assert.deepEqual(stagesOf(planOf(FILE, environment)), [
        [ramp, users],
        [3 - ramp, users],
      ]);
    });
  }

  it('tolerates the 401 of a revoked token, and judges failures with and without it', () => {
    const plan = planOf(FILE);
    const tolerating = requestSteps(plan).filter(({ expect }) => expect.tolerate.length > 0);
    assert.deepEqual(
      tolerating.map(({ name, expect }) => [name, expect.tolerate]),
      [
        ['GET /verify', [{ from: 401, to: 401 }]],
        ['POST /logout', [{ from: 401, to: 401 }]],
      ],
    );
    assert.deepEqual(
      requirementsOf(plan).filter((text) => text.startsWith('http_req_failed')),
      ['http_req_failed{tolerated:false} rate < 0.1% | rate < 3%', 'http_req_failed rate < 5%'],
    );
  });
});

describe('the voice and video example', () => {
  const plan = planOf('voice-and-video/voice-and-video.load.yaml');

  it('has seven stages, three services and videos that are asked for until they are done', () => {
    assert.deepEqual(stagesOf(plan), [
      [2, 10],
      [5, 10],
      [2, 50],
      [5, 50],
      [2, 100],
      [3, 100],
      [2, 0],
    ]);
    assert.deepEqual(planHosts(plan, {}), ['http://127.0.0.1:3350', 'http://127.0.0.1:3351', 'http://127.0.0.1:3352']);
    const polls = plan.scenarios.flatMap(({ steps }) => allSteps(steps)).filter(({ kind }) => kind === 'poll');
    assert.equal(polls.length, 1);
  });

  it('has the published limits, those of renders and those of single stages', () => {
    const requirements = requirementsOf(plan);
    for (const limit of ['http_req_duration p(95) < 500ms', 'http_req_failed rate < 5%', 'errors rate < 10%']) {
      assert.ok(requirements.includes(limit), limit);
    }
    assert.deepEqual(
      requirements.filter((text) => text.startsWith('poll_duration')),
      ['poll_duration med < 3s', 'poll_duration p(95) < 10s'],
    );
    assert.equal(requirements.filter((text) => text.includes('{stage:')).length, 6);
  });
});

describe('the deployments example', () => {
  const plan = planOf('deployments/deployments.load.yaml');

  it('holds four loads one after the other', () => {
    assert.deepEqual(
      plan.scenarios.map(({ name, startTimeMs, executor }) => [
        name,
        startTimeMs / 60_000,
        maxVUs(executor),
        durationMs(executor) / 60_000,
      ]),
      [
        ['normal', 0, 100, 5],
        ['approvals', 5, 50, 5],
        ['peak', 10, 200, 5],
        ['burst', 15, 1000, 4],
      ],
    );
  });

  it('judges each by its own targets', () => {
    const scenarios = plan.thresholds.map(({ tags }) => tags['scenario']);
    assert.deepEqual(
      ['normal', 'approvals', 'peak', 'burst'].map((name) => scenarios.filter((of) => of === name).length),
      [4, 3, 2, 3],
    );
  });
});

describe('the gateway examples', () => {
  const plans = Object.fromEntries(
    ['baseline', 'stress', 'spike', 'soak'].map((name) => [name, planOf(`gateway/${name}.load.yaml`)]),
  );

  it('take as long as the published ones', () => {
    assert.deepEqual(
      Object.entries(plans).map(([name, plan]) => [name, plannedDurationMs(plan) / 60_000]),
      [
        ['baseline', 5],
        ['stress', 15],
        ['spike', 10],
        ['soak', 60],
      ],
    );
  });

  it('have tiers: a target, and what is still acceptable', () => {
    assert.ok(plans['stress']);
    assert.deepEqual(requirementsOf(plans['stress']), [
      'http_req_duration med < 5ms | med < 25ms',
      'http_req_duration p(95) < 25ms | p(95) < 50ms',
      'http_req_duration p(99) < 50ms | p(99) < 100ms',
      'http_req_failed rate == 0% | rate < 0.1%',
      'http_reqs rate > 10000/s | rate > 5000/s',
    ]);
  });
});
