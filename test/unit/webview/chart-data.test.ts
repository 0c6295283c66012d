import { strict as assert } from 'node:assert';
import { RunModel } from '../../../src/run/model.ts';
import type { RunEvent } from '../../../src/run/events.ts';
import { axisMs, ChartData, plannedLoad } from '../../../webview-ui/chart-data.ts';
import { fixturePlan, runFixture, STATES } from '../../support/run-fixture.ts';
import type { Executor, Plan } from '../../../src/scenario/plan.ts';

function folded(events: readonly RunEvent[]): { readonly run: RunModel; readonly data: ChartData } {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  assert.ok(run.plan);
  const data = new ChartData(run, run.plan);
  data.update();
  return { run, data };
}

function planOf(...executors: readonly Executor[]): Plan {
  const plan = fixturePlan();
  const [scenario] = plan.scenarios;
  assert.ok(scenario);
  return { ...plan, scenarios: executors.map((executor, index) => ({ ...scenario, name: `s${index}`, executor })) };
}

describe('chart data', () => {
  it('has points as small as enough samples and pixels allow', () => {
    const { data } = folded(STATES.passed());
    const sizes = [300, 60, 20, 4].map((most) => data.bins({ fromMs: 0, toMs: 60_000 }, most).sizeMs);
    assert.deepEqual(sizes, [2000, 2000, 5000, 10_000]);
  });

  it('leaves what was not measured a gap, while the plan goes on', () => {
    const { data } = folded(STATES.running());
    const bins = data.bins({ fromMs: 0, toMs: 60_000 }, 30);
    assert.deepEqual(
      [bins.requests, bins.p99, bins.loopDelayMs].map((column) => column.slice(8).every((value) => value === null)),
      [true, true, true],
    );
    assert.equal(bins.planned[20], 100);
  });

  it('holds VUs against what is planned at the same moment: on a ramp neither runs ahead', () => {
    const { data } = folded(STATES.passed());
    const { active, planned } = data.bins({ fromMs: 0, toMs: 60_000 }, 12);
    const apart = active.map((vus, index) => (vus === null ? 0 : Math.abs(vus - (planned[index] ?? 0))));
    assert.ok(Math.max(...apart) <= 10, apart.join(' '));
  });

  it('counts each request in one point only', () => {
    const { run, data } = folded(STATES.tolerated());
    const requests = run.total('http_reqs');
    for (const most of [60, 30, 7]) {
      const bins = data.bins({ fromMs: 0, toMs: 60_000 }, most);
      const total = bins.requests.reduce<number>((sum, perSecond) => sum + ((perSecond ?? 0) * bins.sizeMs) / 1000, 0);
      assert.equal(requests?.kind === 'counter' && requests.sum, Math.round(total));
    }
  });

  it('takes in only what is new', () => {
    const events = STATES.interrupted();
    const { run, data } = folded(events.slice(0, 100));
    for (const event of events.slice(100)) run.apply(event);
    data.update();
    const window = { fromMs: 0, toMs: 60_000 };
    const [grown, whole] = [data, folded(events).data].map((some) => ({ ...some.bins(window, 60), heat: null }));
    assert.deepEqual(grown, whole);
  });

  it('draws the plan as it was changed while the test ran', () => {
    const { data } = folded(STATES.changed());
    const { planned, active, sizeMs } = data.bins({ fromMs: 0, toMs: 60_000 }, 60);
    const at = (second: number): number => Math.floor((second * 1000) / sizeMs);
    assert.deepEqual(
      [11, 15, 20, 28, 40].map((second) => planned[at(second)]),
      [100, 150, 60, 60, 120],
    );
    assert.equal(active[at(28)], 60);
  });

  it('has a heat map of all requests of each point', () => {
    const { data } = folded(STATES.passed());
    const bins = data.bins({ fromMs: 0, toMs: 60_000 }, 12);
    const counted = bins.heat().columns.map((cells) => [...cells.values()].reduce((sum, n) => sum + n, 0));
    const requests = bins.requests.map((perSecond) => Math.round(((perSecond ?? 0) * bins.sizeMs) / 1000));
    assert.deepEqual(counted, requests);
  });

  it('spans the planned time from the first second on', () => {
    assert.equal(axisMs(folded(STATES.running()).run), 60_000);
  });

  it('spans the time that passed where the plan ends with its iterations', () => {
    const plan = planOf({ kind: 'shared-iterations', vus: 5, iterations: 10, maxDurationMs: 600_000 });
    assert.equal(axisMs(folded(runFixture({ plan, cutAtMs: 3000 })).run), 3000);
  });
});

describe('planned load', () => {
  it('adds the VUs of scenarios side by side', () => {
    const plan = planOf(
      { kind: 'constant-vus', vus: 10, durationMs: 60_000 },
      { kind: 'constant-vus', vus: 5, durationMs: 30_000 },
    );
    const planned = plannedLoad(plan, 'VUs');
    assert.deepEqual([0, 29_000, 31_000].map(planned), [15, 15, 10]);
  });

  it('is as much of the plan as a person has made, in whole VUs', () => {
    const plan = planOf({ kind: 'constant-vus', vus: 5, durationMs: 60_000 });
    const planned = plannedLoad(plan, 'VUs', (atMs) => ({ paused: atMs >= 30_000, factor: atMs < 10_000 ? 1 : 0.5 }));
    assert.deepEqual([0, 10_000, 40_000].map(planned), [5, 3, 3], 'VUs stay while the load is paused');
  });

  it('has no arrivals while the load is paused', () => {
    const plan = planOf({
      kind: 'constant-arrival-rate',
      rate: 10,
      timeUnitMs: 1000,
      durationMs: 60_000,
      preAllocatedVUs: 10,
      maxVUs: 10,
    });
    const planned = plannedLoad(plan, 'iterations/s', (atMs) => ({ paused: atMs >= 30_000, factor: 1.5 }));
    assert.deepEqual([0, 40_000].map(planned), [15, 0]);
  });

  it('draws arrival rates as lines, and a constant one level to its end', () => {
    const ramp = planOf({
      kind: 'ramping-arrival-rate',
      startRate: 0,
      timeUnitMs: 1000,
      stages: [{ durationMs: 10_000, target: 100, name: 'up' }],
      preAllocatedVUs: 10,
      maxVUs: 10,
    });
    assert.deepEqual([0, 5000, 9000].map(plannedLoad(ramp, 'iterations/s')), [0, 50, 90]);
    const level = planOf({
      kind: 'constant-arrival-rate',
      rate: 600,
      timeUnitMs: 60_000,
      durationMs: 10_000,
      preAllocatedVUs: 10,
      maxVUs: 10,
    });
    assert.deepEqual([0, 5000, 9999].map(plannedLoad(level, 'iterations/s')), [10, 10, 10]);
  });
});
