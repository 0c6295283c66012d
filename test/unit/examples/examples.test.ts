import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadScenario } from '../../../src/scenario/index.ts';
import { scalePlan } from '../../../src/scenario/scale.ts';
import { plannedDurationMs } from '../../../src/scenario/schedule/index.ts';

const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'examples');

const load = (file: string) => loadScenario(readFileSync(join(EXAMPLES, file), 'utf8'), basename(file));

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
