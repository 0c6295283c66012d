import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { HealthMeter } from '../../../src/engine/health.ts';

/** Nothing runs meanwhile, and nothing works, as in a process that is suspended. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe('the health of a worker', () => {
  let meter: HealthMeter;
  beforeEach(() => (meter = new HealthMeter(0)));
  afterEach(() => meter.stop());

  it('knows of a standstill that no tick of the event loop has come after yet', () => {
    meter.read(0, 0);
    standStill(1200);
    const { stalledMs = 0, eventLoopDelayMaxMs } = meter.read(0, 0);
    assert.ok(stalledMs > 1100 && stalledMs < 3000, `${stalledMs} ms`);
    assert.equal(eventLoopDelayMaxMs, stalledMs);
  });

  it('knows of one once, and not in the time after it', async () => {
    meter.read(0, 0);
    await delay(50);
    standStill(1200);
    await delay(50);
    assert.ok((meter.read(0, 0).stalledMs ?? 0) > 1100);
    assert.equal(meter.read(0, 0).stalledMs, undefined);
  });
});
