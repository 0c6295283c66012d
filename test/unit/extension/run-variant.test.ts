import assert from 'node:assert/strict';
import { planOf as variantOf, type RunVariant } from '../../../src/extension/run-variant.ts';
import { loadScenario, type Plan } from '../../../src/scenario/index.ts';

function planFor(text: string): Plan {
  const { plan, problems } = loadScenario(text, 'test.load.yaml');
  if (!plan) throw new Error(problems.map(({ message }) => message).join('\n'));
  return plan;
}

function planOf(plan: Plan, variant: RunVariant): { plan: Plan; label: string } {
  const result = variantOf(plan, variant);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const TWO = `
baseUrl: http://127.0.0.1:1
scenarios:
  readers: { executor: constant-vus, vus: 5, duration: 1m, startTime: 10s, steps: [{ get: /a }] }
  writers: { executor: constant-vus, vus: 1, duration: 1m, steps: [{ post: /b }] }
thresholds:
  http_req_failed: rate < 1%
  "http_req_duration{scenario:readers}": p(95) < 100ms
  "http_req_duration{scenario:writers}": p(95) < 200ms
`;

const selectors = (plan: Plan): string[] => plan.thresholds.map(({ selector }) => selector);

describe('what of a scenario file to run', () => {
  it('the whole is the plan itself', () => {
    const plan = planFor(TWO);
    assert.deepEqual(planOf(plan, { kind: 'whole' }), { plan, label: '' });
  });

  it('once is one iteration of one VU of each scenario, at once', () => {
    const { plan, label } = planOf(planFor(TWO), { kind: 'once' });
    assert.equal(label, 'run once');
    for (const { executor, startTimeMs } of plan.scenarios) {
      assert.deepEqual(executor, { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 });
      assert.equal(startTimeMs, 0);
    }
  });

  it('once judges whether requests are as expected, and checks only where there are some', () => {
    const names = (text: string): (string | null)[] =>
      planOf(planFor(text), { kind: 'once' }).plan.thresholds.map(({ name }) => name);
    assert.deepEqual(names(TWO), ['Every request is as expected']);
    assert.deepEqual(
      names('vus: 1\nduration: 1s\nsteps:\n  - get: http://127.0.0.1:1/\n    check: { ok: status == 200 }'),
      ['Every request is as expected', 'Every check holds'],
    );
  });

  it('one scenario leaves out the thresholds of the others', () => {
    const { plan, label } = planOf(planFor(TWO), { kind: 'scenarios', names: ['writers'] });
    assert.equal(label, 'only writers');
    assert.deepEqual(
      plan.scenarios.map(({ name }) => name),
      ['writers'],
    );
    assert.deepEqual(selectors(plan), ['http_req_failed', 'http_req_duration{scenario:writers}']);
    assert.deepEqual(
      plan.thresholds.map(({ id }) => id),
      [0, 1],
    );
  });

  it('all scenarios by name are the whole', () => {
    const plan = planFor(TWO);
    assert.equal(planOf(plan, { kind: 'scenarios', names: ['writers', 'readers'] }).plan, plan);
  });

  it('a scenario that is not there is a sentence', () => {
    const result = variantOf(planFor(TWO), { kind: 'scenarios', names: ['writer'] });
    assert.deepEqual(result, { problem: 'There is no scenario "writer". Did you mean "writers"?' });
  });
});
