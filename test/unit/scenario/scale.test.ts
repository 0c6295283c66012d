import { EMPTY_PLAN, EMPTY_SCENARIO } from '../../support/plan-parts.ts';
import assert from 'node:assert/strict';
import { type Executor, type Plan, type Stage, type Threshold } from '../../../src/scenario/plan.ts';
import { scalePlan } from '../../../src/scenario/scale.ts';
import { plannedDurationMs } from '../../../src/scenario/schedule/index.ts';

const MINUTE = 60_000;

describe('scaling a plan to another duration', () => {
  it('makes thirteen minutes of stages a minute and keeps the VUs', () => {
    const plan = planOf({
      users: { executor: rampingVUs([stage(2 * MINUTE, 100), stage(10 * MINUTE, 100), stage(MINUTE, 0)]) },
    });
    assert.deepEqual(executors(scalePlan(plan, MINUTE)), {
      users: rampingVUs([stage(9231, 100), stage(46_154, 100), stage(4615, 0)]),
    });
  });

  it('takes exactly the time that was asked for, however the stages divide', () => {
    const stages = Array.from({ length: 7 }, (_, i) => stage(1000 + i * 333, i));
    const plan = planOf({ a: { executor: rampingVUs(stages), startTimeMs: 777 } });
    for (const total of [1000, 9_999, MINUTE, 3_600_001])
      assert.equal(plannedDurationMs(scalePlan(plan, total)), total);
  });

  it('keeps scenarios in step that start one after the other', () => {
    const plan = planOf({
      first: { executor: { kind: 'constant-vus', vus: 5, durationMs: 10 * MINUTE } },
      second: {
        executor: {
          kind: 'constant-arrival-rate',
          rate: 50,
          timeUnitMs: 1000,
          durationMs: 10 * MINUTE,
          preAllocatedVUs: 5,
          maxVUs: 9,
        },
        startTimeMs: 10 * MINUTE,
      },
    });
    const { scenarios } = scalePlan(plan, 40_000);
    assert.deepEqual(
      scenarios.map(({ name, startTimeMs }) => [name, startTimeMs]),
      [
        ['first', 0],
        ['second', 20_000],
      ],
    );
    assert.deepEqual(scenarios[1]?.executor, {
      kind: 'constant-arrival-rate',
      rate: 50,
      timeUnitMs: 1000,
      durationMs: 20_000,
      preAllocatedVUs: 5,
      maxVUs: 9,
    });
  });

  it('stretches as well as it shortens', () => {
    const plan = planOf({ a: { executor: { kind: 'constant-vus', vus: 1, durationMs: 10_000 } } });
    assert.deepEqual(executors(scalePlan(plan, 25_000)), { a: { kind: 'constant-vus', vus: 1, durationMs: 25_000 } });
  });

  it('leaves a fixed number of iterations alone, and moves its start', () => {
    const iterations: Executor = { kind: 'shared-iterations', vus: 2, iterations: 50, maxDurationMs: 10 * MINUTE };
    const plan = planOf({
      load: { executor: { kind: 'constant-vus', vus: 1, durationMs: 2 * MINUTE } },
      once: { executor: iterations, startTimeMs: MINUTE },
    });
    const { scenarios } = scalePlan(plan, 20_000);
    assert.deepEqual([scenarios[1]?.startTimeMs, scenarios[1]?.executor], [10_000, iterations]);

    const onlyIterations = planOf({ once: { executor: iterations, startTimeMs: MINUTE } });
    assert.equal(scalePlan(onlyIterations, 1000), onlyIterations);
  });

  it('scales windows and delays of thresholds, a window to a second at the least', () => {
    const plan = planOf({ a: { executor: { kind: 'constant-vus', vus: 1, durationMs: 10 * MINUTE } } }, [
      { windowMs: 30_000, delayAbortEvalMs: 10_000 },
      { windowMs: 5_000, delayAbortEvalMs: 0 },
      { windowMs: null, delayAbortEvalMs: 60_000 },
    ]);
    assert.deepEqual(
      scalePlan(plan, MINUTE).thresholds.map(({ windowMs, delayAbortEvalMs }) => [windowMs, delayAbortEvalMs]),
      [
        [3000, 1000],
        [1000, 0],
        [null, 6000],
      ],
    );
  });

  for (const total of [0, -1, NaN, Infinity]) {
    it(`refuses ${total} ms`, () => {
      const plan = planOf({ a: { executor: { kind: 'constant-vus', vus: 1, durationMs: 1 } } });
      assert.throws(() => scalePlan(plan, total), RangeError);
    });
  }
});

function stage(durationMs: number, target: number): Stage {
  return { durationMs, target, name: `to ${target}` };
}

function rampingVUs(stages: readonly Stage[]): Executor {
  return { kind: 'ramping-vus', startVUs: 0, stages, gracefulRampDownMs: 30_000 };
}

function executors(plan: Plan): Record<string, Executor> {
  return Object.fromEntries(plan.scenarios.map(({ name, executor }) => [name, executor]));
}

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function planOf(
  scenarios: Record<string, { executor: Executor; startTimeMs?: number }>,
  thresholds: Pick<Threshold, 'windowMs' | 'delayAbortEvalMs'>[] = [],
): Plan {
  return {
    ...EMPTY_PLAN,
    name: 'test',
    file: 'test.load.yaml',
    metrics: [],
    setup: [],
    teardown: [],
    setupTimeoutMs: MINUTE,
    teardownTimeoutMs: MINUTE,
    scenarios: Object.entries(scenarios).map(([name, { executor, startTimeMs = 0 }]) => ({
      ...EMPTY_SCENARIO,
      name,
      range: RANGE,
      executor,
      startTimeMs,
      gracefulStopMs: 30_000,
      tags: {},
      vars: [],
      steps: [],
    })),
    thresholds: thresholds.map((threshold, id) => ({
      id,
      metric: 'http_reqs',
      tags: {},
      selector: 'http_reqs',
      condition: { source: 'count > 0', method: 'count', percentile: null, operator: '>', limit: 0, unit: '' },
      acceptable: null,
      name: null,
      abortOnFail: false,
      range: RANGE,
      ...threshold,
    })),
    secrets: [],
    env: [],
  };
}
