import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLoad } from '../../../src/engine/executors/index.ts';
import { IntervalBuilder } from '../../../src/engine/interval-builder.ts';
import { SharedCounter } from '../../../src/engine/shared-counters.ts';
import { RunModel } from '../../../src/run/model.ts';
import { EMPTY_PLAN } from '../../support/plan-parts.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { virtualRunner } from '../../support/virtual-runner.ts';

const HOUR_MS = 3_600_000;
const VUS = 20;

/** Bytes that are still used after a garbage collection. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('an hour of load, on a virtual clock', function () {
  this.timeout(120_000);

  it('is counted to the iteration, and takes no more memory at its end than near its beginning', () => {
    const clock = new VirtualClock();
    const runner = virtualRunner({
      executor: { kind: 'constant-vus', vus: VUS, durationMs: HOUR_MS },
      iterationMs: 1000,
      clock,
      counter: new SharedCounter(new SharedArrayBuffer(4), 0),
      share: { worker: 0, workers: 1 },
    });
    let done = false;
    createLoad(runner, () => (done = true)).start();

    const intervals = new IntervalBuilder();
    const run = new RunModel({ keepIntervals: false });
    const { scenario } = runner;
    run.apply({
      type: 'run-start',
      version: 1,
      runId: 'hour',
      time: 0,
      scenario: { file: 'hour.load.yaml', text: '', sha256: '' },
      plan: { ...EMPTY_PLAN, scenarios: [scenario] },
      hosts: [],
      options: { workers: 1, seed: 1, overrides: [] },
      machine: { hostname: '', platform: '', cpus: 1, cpuModel: '', memoryBytes: 1 },
      versions: { rampwright: '', node: '' },
    });
    let journalBytes = 0;
    let series = 0;
    const second = (n: number): void => {
      clock.advanceTo(n * 1000);
      const report = {
        deltas: runner.context.recorder.drain(clock.now(), false),
        vus: { active: runner.active, mostActive: runner.takeMostActive(), allocated: VUS },
        health: { worker: 0, eventLoopDelayP99Ms: 1, eventLoopDelayMaxMs: 1, cpu: 0.1, gcMs: 0, sockets: VUS },
        samples: [],
        logs: [],
        points: null,
      };
      const { defined, interval } = intervals.build([report], (n - 1) * 1000, n * 1000, done);
      series += defined.length;
      for (const event of [...defined, interval]) {
        run.apply(event);
        journalBytes += JSON.stringify(event).length + 1;
      }
    };

    for (let n = 1; n <= 300; n++) second(n);
    const early = { heap: heapUsed(), series };
    for (let n = 301; n <= 3601; n++) second(n);
    const grown = heapUsed() - early.heap;

    assert.equal(done, true);
    const iterations = run.total('iterations');
    assert.equal(iterations?.kind === 'counter' && iterations.sum, VUS * 3600);
    assert.equal(series, early.series);
    assert.ok(grown < 2_000_000, `${grown} bytes more after 55 minutes`);
    // The budget of a whole hour is 30 MB with 20 endpoints.
    assert.ok(journalBytes < 1_500_000, `${journalBytes} bytes of journal`);
  });
});
