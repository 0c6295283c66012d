import assert from 'node:assert/strict';
import type { Executor } from '../../../../src/scenario/plan.ts';
import {
  arrivalTimes,
  type RateChange,
  maxVUs,
  plannedSteps,
  rampingVUsSteps,
  stageAt,
} from '../../../../src/scenario/schedule/index.ts';

const seconds = (...stages: [duration: number, target: number][]): { durationMs: number; target: number }[] =>
  stages.map(([duration, target]) => ({ durationMs: duration * 1000, target }));
const written = (steps: readonly { atMs: number; vus: number }[]): string =>
  steps.map(({ atMs, vus }) => `${atMs / 1000}:${vus}`).join(' ');

describe('planned VUs of ramping-vus', () => {
  const table: [what: string, startVUs: number, stages: { durationMs: number; target: number }[], steps: string][] = [
    // TestRampingVUsConfigExecutionPlanExample in k6's lib/executor/ramping_vus_test.go
    [
      "k6's example",
      4,
      seconds([2, 6], [5, 1], [4, 5], [4, 1], [3, 4], [2, 4], [0, 1], [3, 1]),
      '0:4 1:5 2:6 3:5 4:4 5:3 6:2 7:1 8:2 9:3 10:4 11:5 12:4 13:3 14:2 15:1 16:2 17:3 18:4 20:1 23:0',
    ],
    // TestRampingVUsGetRawExecutionStepsCornerCases, with the 0 at the end
    ['up then down straight away', 2, seconds([0, 5], [2, 3]), '0:2 0:5 1:4 2:3 2:0'],
    ['up from above nothing', 3, seconds([2, 5]), '0:3 1:4 2:5 2:0'],
    ['up down up down', 0, seconds([2, 2], [2, 0], [2, 2], [2, 0]), '0:0 1:1 2:2 3:1 4:0 5:1 6:2 7:1 8:0'],
    ['nothing but zeros', 0, seconds([10, 0]), '0:0'],
    ['a jump up at the start', 0, seconds([0, 10], [5, 10]), '0:0 0:10 5:0'],
    ['a jump down in the middle', 10, seconds([5, 10], [0, 2], [5, 2]), '0:10 5:2 10:0'],
    ['a slow ramp', 0, seconds([10, 2]), '0:0 5:1 10:2 10:0'],
    ['a ramp down to nothing', 2, seconds([2, 0]), '0:2 1:1 2:0'],
  ];
  for (const [what, startVUs, stages, steps] of table) {
    it(what, () => assert.equal(written(rampingVUsSteps(startVUs, stages)), steps));
  }
});

describe('arrivals', () => {
  const ramping = (timeUnitMs: number): Extract<Executor, { kind: 'ramping-arrival-rate' }> => ({
    kind: 'ramping-arrival-rate',
    startRate: 0,
    timeUnitMs,
    stages: seconds([5, 1], [1, 1], [5, 0]).map((stage) => ({ ...stage, name: '' })),
    preAllocatedVUs: 1,
    maxVUs: 1,
  });
  // TestRampingArrivalRateCal in k6's lib/executor/ramping_arrival_rate_test.go, which allows 0.1 %.
  const table: [timeUnitMs: number, times: number[]][] = [
    [1000, [3162, 4472, 5500, 6527, 7837, 11_000]],
    [
      1000 / 3,
      [1825, 2581, 3162, 3651, 4082, 4472, 4830, 5166, 5499, 5833, 6169, 6527, 6917, 7348, 7837, 8418, 9174, 10_999],
    ],
  ];
  for (const [timeUnitMs, times] of table) {
    it(`of k6's ramping example, per ${timeUnitMs.toFixed(0)} ms`, () => {
      const actual = [...arrivalTimes(ramping(timeUnitMs))];
      assert.equal(actual.length, times.length);
      for (const [index, time] of times.entries())
        assert.ok(Math.abs((actual[index] ?? 0) - time) / time < 0.001, `${actual[index] ?? 0}`);
    });
  }

  it('of a constant rate begin at once and stop at the end', () => {
    const executor: Executor = {
      kind: 'constant-arrival-rate',
      rate: 4,
      timeUnitMs: 1000,
      durationMs: 1000,
      preAllocatedVUs: 1,
      maxVUs: 1,
    };
    assert.deepEqual([...arrivalTimes(executor)], [0, 250, 500, 750]);
  });

  describe('of a rate that a person changed', () => {
    const constant: Executor = {
      kind: 'constant-arrival-rate',
      rate: 10,
      timeUnitMs: 1000,
      durationMs: 1000,
      preAllocatedVUs: 1,
      maxVUs: 1,
    };
    const changed: [what: string, changes: RateChange[], times: number[]][] = [
      [
        'doubled',
        [{ atMs: 500, factor: 2 }],
        [0, 100, 200, 300, 400, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950],
      ],
      ['halved before its start', [{ atMs: -100, factor: 0.5 }], [0, 200, 400, 600, 800]],
      [
        'paused, and gone on',
        [
          { atMs: 250, factor: 0 },
          { atMs: 650, factor: 1 },
        ],
        // Half of a period had passed when the pause began.
        [0, 100, 200, 700, 800, 900],
      ],
      ['paused to its end', [{ atMs: 150, factor: 0 }], [0, 100]],
      [
        'between two iterations, without a jump',
        [
          { atMs: 250, factor: 0.5 },
          { atMs: 300, factor: 1 },
        ],
        [0, 100, 200, 325, 425, 525, 625, 725, 825, 925],
      ],
    ];
    for (const [what, changes, times] of changed) {
      it(what, () => {
        const actual = [...arrivalTimes(constant, changes)];
        assert.deepEqual(
          actual.map((time) => Number(time.toFixed(6))),
          times,
        );
      });
    }

    it('goes on from any iteration just as it would have from the first', () => {
      const changes = [
        { atMs: 3000, factor: 3 },
        { atMs: 6000, factor: 0.3 },
        { atMs: 8000, factor: 2 },
      ];
      const all = [...arrivalTimes(ramping(1000 / 9), changes)];
      assert.ok(all.length > 50);
      for (let from = 0; from <= all.length; from++)
        assert.deepEqual([...arrivalTimes(ramping(1000 / 9), changes, from)], all.slice(from));
    });

    it('has as many iterations as the area under its changed line', () => {
      // Of k6's example: 0.9 iterations up to 3 s, 3 × 2.6 from there to the end of the plateau at 6 s, 2.5 after it.
      const times = [
        ...arrivalTimes(ramping(1000), [
          { atMs: 3000, factor: 3 },
          { atMs: 6000, factor: 1 },
        ]),
      ];
      const between = (from: number, to: number): number => times.filter((time) => time > from && time <= to).length;
      assert.deepEqual([between(0, 3000), between(3000, 6000), between(6000, 11_000)], [0, 8, 3]);
    });
  });
});

describe('plans of executors', () => {
  it('end with 0', () => {
    assert.deepEqual(plannedSteps({ kind: 'constant-vus', vus: 5, durationMs: 1000 }), [
      { atMs: 0, vus: 5 },
      { atMs: 1000, vus: 0 },
    ]);
    assert.deepEqual(
      plannedSteps({
        kind: 'constant-arrival-rate',
        rate: 60,
        timeUnitMs: 60_000,
        durationMs: 500,
        preAllocatedVUs: 1,
        maxVUs: 1,
      }),
      [
        { atMs: 0, rate: 1 },
        { atMs: 500, rate: 0 },
      ],
    );
  });
  it('start no more VUs than there are iterations to share', () => {
    assert.equal(maxVUs({ kind: 'shared-iterations', vus: 10, iterations: 3, maxDurationMs: 1 }), 3);
  });
  it('know the stage at a time, the last one for the graceful stop', () => {
    const executor: Executor = {
      kind: 'ramping-vus',
      startVUs: 0,
      gracefulRampDownMs: 0,
      stages: [
        { durationMs: 10, target: 1, name: 'a' },
        { durationMs: 10, target: 1, name: 'b' },
      ],
    };
    assert.deepEqual(
      [0, 9, 10, 99].map((ms) => stageAt(executor, ms)),
      [0, 0, 1, 1],
    );
  });
});
