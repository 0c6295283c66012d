import assert from 'node:assert/strict';
import type { Executor, ScenarioPlan } from '../../../src/scenario/plan.ts';
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
}

/** A scenario whose iterations are a pause of `iterationMs`, on a clock that the test moves. */
function drive(executor: Executor, iterationMs: number, more: Partial<ScenarioPlan> = {}, share = ALONE): Driven {
  const clock = new VirtualClock();
  const counter = new SharedCounter(new SharedArrayBuffer(4), 0);
  const runner = virtualRunner({ executor, iterationMs, clock, counter, share, ...more });
  let done = false;
  const load = createLoad(runner, () => (done = true));
  load.start();
  return { clock, runner, isDone: () => done, stop: () => load.stop() };
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

  it('drops iterations that are due while all of maxVUs are busy, and counts them', () => {
    const driven = drive(RATE, 10_000, { gracefulStopMs: 20_000 });
    driven.clock.advanceTo(20_000);
    assert.deepEqual([driven.isDone(), iterations(driven), dropped(driven)], [true, 2, 8]);
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

function iterations(driven: Driven): number {
  return counted(driven, 'iterations');
}

function dropped(driven: Driven): number {
  return counted(driven, 'dropped_iterations');
}

function counted({ runner }: Driven, metric: string): number {
  return runner.context.recorder.counter(metric, { scenario: runner.scenario.name }).sum;
}
