import { strict as assert } from 'node:assert';
import { levelAt, loadShape, plateaus, rise, spikes } from '../../../src/report/diagnosis/load-shape.ts';
import { modesOf } from '../../../src/report/diagnosis/bimodal-latency.ts';
import { median, quantile, trendSlope, trendSureness } from '../../../src/report/diagnosis/statistics.ts';
import { Histogram } from '../../../src/run/histogram.ts';
import type { Executor, Stage } from '../../../src/scenario/plan.ts';
import { EMPTY_PLAN, EMPTY_SCENARIO } from '../../support/plan-parts.ts';

function shapeOf(...executors: readonly Executor[]): NonNullable<ReturnType<typeof loadShape>> {
  const shape = loadShape({
    ...EMPTY_PLAN,
    scenarios: executors.map((executor, index) => ({ ...EMPTY_SCENARIO, executor, startTimeMs: index * 1000 })),
  });
  assert.ok(shape);
  return shape;
}

function ramping(startVUs: number, ...stages: readonly (readonly [durationMs: number, target: number])[]): Executor {
  const named = stages.map(([durationMs, target], index): Stage => ({
    durationMs,
    target,
    name: `stage ${index + 1}`,
  }));
  return { kind: 'ramping-vus', startVUs, stages: named, gracefulRampDownMs: 0 };
}

describe('the shape of a planned load', () => {
  it('is the sum of all scenarios', () => {
    const shape = shapeOf(ramping(0, [4000, 40]), { kind: 'constant-vus', vus: 10, durationMs: 2000 });
    assert.deepEqual(
      [0, 500, 1000, 2999, 3000, 4000].map((atMs) => Math.round(levelAt(shape, atMs))),
      [0, 5, 20, 40, 30, 0],
    );
  });

  it('is in iterations per second where load arrives', () => {
    const rate: Executor = {
      kind: 'constant-arrival-rate',
      rate: 120,
      timeUnitMs: 60_000,
      durationMs: 5000,
      preAllocatedVUs: 1,
      maxVUs: 1,
    };
    assert.deepEqual(shapeOf(rate), { unit: 'rate', spans: [{ fromMs: 0, toMs: 5000, from: 2, to: 2 }] });
  });

  it('has plateaus', () =>
    assert.deepEqual(plateaus(shapeOf(ramping(0, [1000, 10], [2000, 10], [1000, 10], [500, 0]))), [
      { fromMs: 1000, toMs: 4000, from: 10, to: 10 },
    ]));

  it('rises over stairs to its most', () =>
    assert.deepEqual(rise(shapeOf(ramping(0, [1000, 10], [2000, 10], [1000, 50], [500, 50], [1000, 0], [1000, 20]))), {
      fromMs: 0,
      toMs: 4500,
      from: 0,
      to: 50,
    }));

  it('does not rise where it stays', () => assert.equal(rise(shapeOf(ramping(5, [1000, 5], [1000, 0]))), null));

  it('has a spike where it goes up and comes back', () => {
    const [spike, ...others] = spikes(
      shapeOf(ramping(10, [5000, 10], [1000, 200], [2000, 200], [1000, 10], [4000, 10])),
    );
    assert.deepEqual(
      [spike?.peak, spike?.fromMs, spike?.toMs, spike?.untilMs, others.length],
      [200, 5000, 9000, 13_000, 0],
    );
  });

  it('has a spike where it jumps, and none where it does not come back or hardly goes up', () => {
    assert.equal(spikes(shapeOf(ramping(10, [5000, 10], [0, 100], [2000, 100], [0, 10], [4000, 10]))).length, 1);
    assert.equal(spikes(shapeOf(ramping(10, [5000, 10], [1000, 200], [2000, 200], [1000, 0]))).length, 0);
    assert.equal(spikes(shapeOf(ramping(10, [5000, 10], [1000, 15], [1000, 10], [4000, 10]))).length, 0);
  });
});

describe('robust statistics', () => {
  it('have quantiles between values', () => {
    assert.deepEqual([median([3, 1, 2]), median([4, 1, 2, 3]), quantile([10, 20], 0.25)], [2, 2.5, 12.5]);
    assert.ok(Number.isNaN(median([])));
  });

  it('find a slope that wild values do not move', () => {
    const values = Array.from({ length: 40 }, (_, index) => (index % 10 === 5 ? 1000 : index * 2));
    assert.ok(Math.abs(trendSlope(values) - 2) < 0.1);
    assert.ok(trendSureness(values) > 4.5);
  });

  it('find none in what goes up and down', () => {
    const sureness = trendSureness(Array.from({ length: 40 }, (_, index) => index % 4));
    assert.ok(Math.abs(sureness) < 1);
  });
});

describe('modes of a latency', () => {
  const histogramOf = (...parts: readonly (readonly [ms: number, count: number])[]): Histogram => {
    const histogram = new Histogram();
    for (const [ms, count] of parts) {
      for (let i = 0; i < count; i++) histogram.record(ms * (0.8 + (0.4 * i) / count));
    }
    return histogram;
  };
  it('are two where there are two peaks with a valley', () => {
    const modes = modesOf(histogramOf([5, 700], [60, 300]));
    assert.ok(modes);
    assert.ok(Math.abs(modes.lowMs - 5) < 0.2 && Math.abs(modes.highMs - 60) < 2);
    assert.ok(Math.abs(modes.highShare - 0.3) < 0.001);
  });

  for (const [what, histogram] of [
    ['one peak', histogramOf([5, 1000])],
    ['a peak with few outliers', histogramOf([5, 950], [60, 50])],
    ['a broad hump', histogramOf([5, 300], [7, 300], [10, 300], [14, 300])],
    ['peaks of microseconds', histogramOf([0.2, 500], [0.8, 500])],
    ['few samples', histogramOf([5, 40], [60, 40])],
  ] as const) {
    it(`are not two in ${what}`, () => assert.equal(modesOf(histogram), null));
  }
});
