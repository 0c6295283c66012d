import assert from 'node:assert/strict';
import type { Executor, ScenarioPlan } from '../../../src/scenario/plan.ts';
import type { LoadLevel } from '../../../src/run/events.ts';
import { createLoad } from '../../../src/engine/executors/index.ts';
import type { IterationRunner } from '../../../src/engine/executors/iteration-runner.ts';
import { SharedCounter } from '../../../src/engine/shared-counters.ts';
import type { Share } from '../../../src/engine/executors/load.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { virtualRunner } from '../../support/virtual-runner.ts';

const ALONE: Share = { worker: 0, workers: 1 };

interface Driven {
  readonly clock: VirtualClock;
  readonly runner: IterationRunner;
  readonly isDone: () => boolean;
  readonly stop: () => void;
  readonly change: (atMs: number, level: Partial<LoadLevel>) => void;
}

/** A scenario whose iterations are a pause of `iterationMs`, on a clock that the test moves. */
function drive(executor: Executor, iterationMs: number, more: Partial<ScenarioPlan> = {}, share = ALONE): Driven {
  const clock = new VirtualClock();
  const counter = new SharedCounter(new SharedArrayBuffer(4), 0);
  const runner = virtualRunner({ executor, iterationMs, clock, counter, share, ...more });
  let done = false;
  const load = createLoad(runner, () => (done = true));
  load.start();
  return {
    clock,
    runner,
    isDone: () => done,
    stop: () => load.stop(),
    change: (atMs, level) => load.change({ paused: false, factor: 1, ...level }, atMs),
  };
}

/** The same over several workers, each with its share, on one clock; what they did all together. */
function driveOver(
  workers: number,
  executor: Executor,
  iterationMs: number,
  changes: readonly [atMs: number, factor: number][] = [],
) {
  const clock = new VirtualClock();
  const [counter, atWork] = [0, 4].map(() => new SharedCounter(new SharedArrayBuffer(4), 0));
  assert.ok(counter && atWork);
  let running = workers;
  const runners = Array.from({ length: workers }, (_, worker) => {
    const runner = virtualRunner({ executor, iterationMs, clock, counter, atWork, share: { worker, workers } });
    const load = createLoad(runner, () => running--);
    load.start();
    for (const [atMs, factor] of changes) load.change({ paused: false, factor }, atMs);
    return runner;
  });
  const sum = (of: (part: { runner: IterationRunner }) => number): number =>
    runners.reduce((total, runner) => total + of({ runner }), 0);
  return {
    activeAt(atMs: number): number {
      clock.advanceTo(atMs);
      return sum(({ runner }) => runner.active);
    },
    isDone: () => running === 0,
    counted: (metric: string) => sum((part) => counted(part, metric)),
  };
}

/** Active VUs at each of some moments. */
function activeAt({ clock, runner }: Driven, moments: readonly number[]): number[] {
  return moments.map((at) => {
    clock.advanceTo(at);
    return runner.active;
  });
}

const RAMP: Executor = {
  kind: 'ramping-vus',
  startVUs: 0,
  stages: [
    { durationMs: 3000, target: 3, name: 'up' },
    { durationMs: 3000, target: 0, name: 'down' },
  ],
  gracefulRampDownMs: 30_000,
};

describe('ramping-vus on a virtual clock', () => {
  it('has as many VUs active as are planned', () => {
    assert.deepEqual(
      activeAt(drive(RAMP, 1), [0, 999, 1000, 2000, 3000, 3999, 4002, 5002, 6002]),
      [0, 0, 1, 2, 3, 3, 2, 1, 0],
    );
  });

  it('lets a VU that is no longer planned finish its iteration', () => {
    const driven = drive(RAMP, 2500);
    // Iterations end at 3500, 6000, 8500; at 4500, 7000; at 5500. VUs are no longer planned from 6000, 5000 and 4000 on.
    assert.deepEqual(activeAt(driven, [4001, 5499, 5500, 6999, 7000, 8499, 8500]), [3, 3, 2, 2, 1, 1, 0]);
    assert.equal(driven.isDone(), true);
  });

  it('cuts iterations off when gracefulRampDown is over', () => {
    const driven = drive({ ...RAMP, gracefulRampDownMs: 500 }, 60_000);
    assert.deepEqual(activeAt(driven, [3999, 4499, 4500, 5499, 5500]), [3, 3, 2, 2, 1]);
  });

  it('cuts iterations off when gracefulStop is over, and is done then', () => {
    const driven = drive({ kind: 'constant-vus', vus: 2, durationMs: 1000 }, 60_000, { gracefulStopMs: 700 });
    assert.deepEqual(activeAt(driven, [1000, 1699, 1700]), [2, 2, 0]);
    assert.equal(driven.isDone(), true);
  });

  it('deals its VUs over workers so that they add up to the plan at every moment', () => {
    const moments = [0, 1000, 1500, 2000, 2500, 3000, 4002, 5002, 6002];
    const whole = activeAt(drive(RAMP, 1), moments);
    const parts = [0, 1].map((worker) => activeAt(drive(RAMP, 1, {}, { worker, workers: 2 }), moments));
    assert.deepEqual(
      moments.map((_, i) => (parts[0]?.[i] ?? 0) + (parts[1]?.[i] ?? 0)),
      whole,
    );
  });

  it('begins at its start time', () => {
    const driven = drive({ kind: 'constant-vus', vus: 2, durationMs: 1000 }, 10, { startTimeMs: 5000 });
    assert.deepEqual(activeAt(driven, [4999, 5000, 5999, 6020]), [0, 2, 2, 0]);
  });

  it('ends pauses at once when it is stopped', () => {
    const driven = drive({ kind: 'constant-vus', vus: 5, durationMs: 100_000 }, 60_000);
    assert.deepEqual(activeAt(driven, [10]), [5]);
    driven.stop();
    assert.deepEqual(activeAt(driven, [10]), [0]);
    assert.equal(driven.isDone(), true);
  });
});

describe('pacing on a virtual clock', () => {
  const counts = (driven: Driven, moments: readonly number[]): number[] =>
    moments.map((at) => {
      driven.clock.advanceTo(at);
      return driven.runner.vus[0]?.iterationIndex ?? 0;
    });
  const constant: Executor = { kind: 'constant-vus', vus: 1, durationMs: 10_000 };

  it('starts an iteration at most every so often, from start to start', () => {
    // They end at 300, 1300, 2300, ….
    assert.deepEqual(
      counts(drive(constant, 300, { pacingMs: 1000 }), [299, 300, 1299, 1300, 9300, 10_300]),
      [0, 1, 1, 2, 10, 10],
    );
  });

  it('adds nothing to iterations that take longer', () => {
    assert.deepEqual(counts(drive(constant, 1500, { pacingMs: 1000 }), [1500, 3000, 4500]), [1, 2, 3]);
  });

  it('keeps nobody waiting when the load is over, or is stopped', () => {
    const driven = drive(constant, 300, { pacingMs: 8000 });
    driven.clock.advanceTo(10_000);
    assert.equal(driven.isDone(), true);
    const stopped = drive(constant, 300, { pacingMs: 8000 });
    stopped.clock.advanceTo(1000);
    stopped.stop();
    assert.equal(stopped.isDone(), true);
  });
});

describe('counted iterations on a virtual clock', () => {
  it('shares exactly the iterations asked for', () => {
    const driven = drive({ kind: 'shared-iterations', vus: 3, iterations: 10, maxDurationMs: 60_000 }, 100);
    driven.clock.advanceTo(10_000);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 10]);
  });

  it('runs the iterations asked for on each VU', () => {
    const driven = drive({ kind: 'per-vu-iterations', vus: 3, iterations: 4, maxDurationMs: 60_000 }, 100);
    driven.clock.advanceTo(399);
    assert.equal(driven.isDone(), false);
    driven.clock.advanceTo(400);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 12]);
  });

  it('starts no iteration after maxDuration', () => {
    const driven = drive({ kind: 'shared-iterations', vus: 1, iterations: 100, maxDurationMs: 1000 }, 300);
    driven.clock.advanceTo(5000);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 4]);
  });

  // What k6 v2.2 said of the same loads. Iterations that are cut off are neither in the one nor in the other.
  const TIME: readonly [Executor, iterationMs: number, gracefulStopMs: number, ran: number, dropped: number][] = [
    [{ kind: 'per-vu-iterations', vus: 2, iterations: 10, maxDurationMs: 1000 }, 300, 10_000, 8, 12],
    [{ kind: 'per-vu-iterations', vus: 2, iterations: 4, maxDurationMs: 1000 }, 300, 10_000, 8, 0],
    [{ kind: 'shared-iterations', vus: 2, iterations: 100, maxDurationMs: 2000 }, 300, 50, 12, 86],
    [{ kind: 'shared-iterations', vus: 2, iterations: 14, maxDurationMs: 2000 }, 300, 10_000, 14, 0],
  ];
  for (const [executor, iterationMs, gracefulStopMs, ran, lost] of TIME) {
    it(`drops what ${executor.kind} had no time for, as k6 does: ${lost} of ${ran + lost}`, () => {
      const driven = drive(executor, iterationMs, { gracefulStopMs });
      driven.clock.advanceTo(20_000);
      assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, ran, lost]);
      const shared = driveOver(3, executor, iterationMs);
      shared.activeAt(40_000);
      assert.equal(shared.isDone(), true);
      assert.equal(shared.counted('dropped_iterations'), lost);
    });
  }

  it('drops the iterations that waited for their time by the pacing, too', () => {
    for (const kind of ['per-vu-iterations', 'shared-iterations'] as const) {
      const driven = drive({ kind, vus: 1, iterations: 5, maxDurationMs: 1000 }, 100, { pacingMs: 700 });
      driven.clock.advanceTo(5000);
      assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 2, 3], kind);
    }
  });

  it('drops none where a person stops the run', () => {
    const driven = drive({ kind: 'per-vu-iterations', vus: 2, iterations: 10, maxDurationMs: 60_000 }, 300);
    driven.clock.advanceTo(1000);
    driven.stop();
    assert.deepEqual([driven.isDone(), dropped(driven)], [true, 0]);
  });

  it('ends when iterations never wait, without starving anything else', () => {
    const driven = drive({ kind: 'shared-iterations', vus: 2, iterations: 1000, maxDurationMs: 1000 }, 0);
    driven.clock.advanceTo(0);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 1000]);
  });
});

describe('arrival rates on a virtual clock', () => {
  const RATE: Executor = {
    kind: 'constant-arrival-rate',
    rate: 10,
    timeUnitMs: 1000,
    durationMs: 1000,
    preAllocatedVUs: 1,
    maxVUs: 2,
  };

  it('starts each iteration when it is due', () => {
    const driven = drive(RATE, 10);
    driven.clock.advanceTo(2000);
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 10, 0]);
  });

  for (const [maxVUs, workers] of [
    [1, 4],
    [2, 3],
    [3, 2],
    [5, 4],
  ] as const) {
    it(`is over ${workers} workers the load of one, with ${maxVUs} VUs as well`, () => {
      const driven = driveOver(workers, { ...RATE, maxVUs, preAllocatedVUs: maxVUs, durationMs: 3000 }, 90);
      driven.activeAt(4000);
      assert.deepEqual(
        [driven.isDone(), driven.counted('iterations'), driven.counted('dropped_iterations')],
        [true, 30, 0],
      );
    });
  }

  it('has VUs for more iterations in the workers that have any', () => {
    const driven = driveOver(4, { ...RATE, maxVUs: 1, durationMs: 4000 }, 90, [[1000, 5]]);
    driven.activeAt(5000);
    assert.deepEqual([driven.counted('iterations'), driven.counted('dropped_iterations')], [160, 0]);
  });

  it('drops iterations that are due while all of maxVUs are busy, and counts them', () => {
    const driven = drive(RATE, 10_000, { gracefulStopMs: 20_000 });
    driven.clock.advanceTo(20_000);
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 2, 8]);
  });

  it('runs what a generator was late with on VUs whose answers are there, and drops none of it', () => {
    const driven = drive({ ...RATE, rate: 100 }, 0);
    driven.clock.at(105, () => driven.clock.stall(500));
    driven.clock.advanceTo(2000);
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 100, 0]);
    assert.equal(driven.runner.vus.length, 1);
  });

  it('drops what it would be more than a second late with', () => {
    const driven = drive({ ...RATE, durationMs: 5000 }, 0);
    driven.clock.at(1050, () => driven.clock.stall(3000));
    driven.clock.advanceTo(6000);
    // Due at 1.1 to 3.0 s, and it is 4.05.
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 30, 20]);
  });

  it('deals due iterations over workers', () => {
    const parts = [0, 1, 2].map((worker) => {
      const driven = drive({ ...RATE, maxVUs: 6, preAllocatedVUs: 6 }, 10, {}, { worker, workers: 3 });
      driven.clock.advanceTo(2000);
      return iterations(driven);
    });
    assert.deepEqual(parts, [4, 3, 3]);
  });
});

describe('a load that a person changes, on a virtual clock', () => {
  const constant: Executor = { kind: 'constant-vus', vus: 4, durationMs: 10_000 };

  it('has more or fewer VUs, of which those that go finish their iteration', () => {
    const driven = drive(constant, 500);
    driven.change(1000, { factor: 2 });
    driven.change(2250, { factor: 0.5 });
    assert.deepEqual(activeAt(driven, [999, 1001, 2249, 2499, 2501, 9000, 10_501]), [4, 8, 8, 8, 2, 2, 0]);
    assert.equal(driven.isDone(), true);
  });

  it('cuts off what is no longer wanted when the graceful stop is over', () => {
    const driven = drive(constant, 60_000, { gracefulStopMs: 700 });
    driven.change(1000, { factor: 0.25 });
    assert.deepEqual(activeAt(driven, [1001, 1699, 1701]), [4, 4, 1]);
  });

  it('keeps the shape of a ramp', () => {
    const driven = drive(RAMP, 1);
    driven.change(0, { factor: 10 });
    assert.deepEqual(activeAt(driven, [999, 1001, 2001, 3001, 4010, 5010, 6010]), [0, 10, 20, 30, 20, 10, 0]);
  });

  it('has at least one VU of any that are planned', () => {
    const driven = drive(constant, 1);
    driven.change(0, { factor: 0.01 });
    assert.deepEqual(activeAt(driven, [10]), [1]);
  });

  it('adds up over workers', () => {
    const moments = [500, 1500, 2500];
    const parts = [0, 1, 2].map((worker) => {
      const driven = drive(constant, 10, {}, { worker, workers: 3 });
      driven.change(1000, { factor: 2.5 });
      driven.change(2000, { factor: 0.5 });
      return activeAt(driven, moments);
    });
    assert.deepEqual(
      moments.map((_, index) => parts.reduce((sum, part) => sum + (part[index] ?? 0), 0)),
      [4, 10, 2],
    );
  });

  it('begins no iteration while it is paused; VUs stay as they are', () => {
    const driven = drive(constant, 500);
    driven.change(1250, { paused: true });
    driven.change(5000, { paused: false });
    const seen = [1250, 1500, 4999, 5499, 5500].map((at) => {
      driven.clock.advanceTo(at);
      return [driven.runner.active, iterations(driven)];
    });
    assert.deepEqual(seen, [
      [4, 8],
      [4, 12],
      [4, 12],
      [4, 12],
      [4, 16],
    ]);
  });

  it('ends in its time also when it is paused', () => {
    for (const executor of [
      constant,
      { kind: 'shared-iterations', vus: 2, iterations: 1000, maxDurationMs: 10_000 },
      { kind: 'per-vu-iterations', vus: 2, iterations: 1000, maxDurationMs: 10_000 },
      {
        kind: 'constant-arrival-rate',
        rate: 10,
        timeUnitMs: 1000,
        durationMs: 10_000,
        preAllocatedVUs: 1,
        maxVUs: 2,
      },
    ] satisfies Executor[]) {
      const driven = drive(executor, 100);
      driven.change(1000, { paused: true });
      driven.clock.advanceTo(9999);
      assert.equal(driven.isDone(), false);
      driven.clock.advanceTo(10_000);
      assert.equal(driven.isDone(), true, executor.kind);
    }
  });

  it('ends at once when it is stopped in a pause', () => {
    const driven = drive(constant, 100);
    driven.change(1000, { paused: true });
    driven.clock.advanceTo(2000);
    driven.stop();
    assert.equal(driven.isDone(), true);
  });

  it('shares just as many iterations, however it is paused and changed', () => {
    const driven = drive({ kind: 'shared-iterations', vus: 2, iterations: 100, maxDurationMs: 60_000 }, 100);
    driven.change(250, { factor: 5 });
    driven.change(450, { paused: true, factor: 5 });
    driven.change(850, { factor: 0.5 });
    driven.change(1250, { factor: 3 });
    assert.deepEqual(activeAt(driven, [200, 251, 500, 901, 1251]), [2, 10, 10, 1, 6]);
    driven.clock.advanceTo(10_000);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 100]);
  });

  it('has each VU run its number of iterations, those that came later, too', () => {
    const driven = drive({ kind: 'per-vu-iterations', vus: 2, iterations: 10, maxDurationMs: 60_000 }, 100);
    driven.change(550, { factor: 2 });
    driven.clock.advanceTo(1100);
    assert.deepEqual([driven.runner.active, driven.isDone()], [2, false]);
    driven.clock.advanceTo(1600);
    assert.deepEqual([driven.isDone(), iterations(driven)], [true, 40]);
  });

  it('has VUs back, and more of them, in workers that had none', () => {
    const counted = { vus: 2, maxDurationMs: 60_000 };
    for (const executor of [
      { kind: 'shared-iterations', iterations: 100, ...counted },
      { kind: 'per-vu-iterations', iterations: 25, ...counted },
    ] satisfies Executor[]) {
      const driven = driveOver(3, executor, 100, [
        [150, 0.5],
        [550, 3],
        [1050, 1],
      ]);
      assert.deepEqual(
        [100, 250, 600, 1200].map((atMs) => driven.activeAt(atMs)),
        [2, 1, 6, 2],
        executor.kind,
      );
      driven.activeAt(10_000);
      const all = executor.kind === 'shared-iterations' ? 100 : 25 + 25 + 4 * 5;
      assert.deepEqual([driven.isDone(), driven.counted('iterations')], [true, all], executor.kind);
    }
  });

  it('is over with the last VU of all, and waits for none that is not to come back', () => {
    const driven = driveOver(2, { kind: 'per-vu-iterations', vus: 2, iterations: 10, maxDurationMs: 60_000 }, 100, [
      [150, 0.5],
    ]);
    driven.activeAt(990);
    assert.equal(driven.isDone(), false);
    driven.activeAt(1020);
    assert.deepEqual([driven.isDone(), driven.counted('iterations')], [true, 12]);
  });

  it('starts iterations at another rate, with as many more VUs for them, and drops none for a pause', () => {
    const rate: Executor = {
      kind: 'constant-arrival-rate',
      rate: 10,
      timeUnitMs: 1000,
      durationMs: 4000,
      preAllocatedVUs: 1,
      maxVUs: 2,
    };
    const driven = drive(rate, 195);
    driven.change(1000, { factor: 3 });
    driven.change(2000, { paused: true });
    driven.change(3000, { factor: 1 });
    driven.clock.advanceTo(5000);
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 50, 0]);
  });

  it('deals a changed rate over workers as one worker would have it', () => {
    const rate: Executor = {
      kind: 'ramping-arrival-rate',
      startRate: 10,
      timeUnitMs: 1000,
      stages: [{ durationMs: 3000, target: 50, name: '' }],
      preAllocatedVUs: 20,
      maxVUs: 100,
    };
    const total = (workers: number): number[] => {
      const parts = Array.from({ length: workers }, (_, worker) => drive(rate, 10, {}, { worker, workers }));
      for (const { change } of parts) {
        change(700, { factor: 2.5 });
        change(1500, { paused: true });
        change(1900, { factor: 0.7 });
      }
      return [700, 1500, 1900, 2500, 4000].map((at) =>
        parts.reduce((sum, driven) => {
          driven.clock.advanceTo(at);
          return sum + iterations(driven);
        }, 0),
      );
    };
    assert.deepEqual(total(3), total(1));
    assert.deepEqual(total(2), total(1));
  });
});

function iterations(driven: Driven): number {
  return counted(driven, 'iterations');
}

function dropped(driven: Driven): number {
  return counted(driven, 'dropped_iterations');
}

function counted({ runner }: Pick<Driven, 'runner'>, metric: string): number {
  return runner.context.recorder.counter(metric, { scenario: runner.scenario.name }).sum;
}
