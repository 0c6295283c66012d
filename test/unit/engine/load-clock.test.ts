import assert from 'node:assert/strict';
import { LoadClock, type Waiting } from '../../../src/engine/load-clock.ts';

/** The moments, in ms from now, at which the timers of some delays were called back. */
async function called(clock: LoadClock, delays: readonly number[]): Promise<{ delay: number; atMs: number }[]> {
  const fromMs = clock.now();
  const calls: { delay: number; atMs: number }[] = [];
  await Promise.all(
    delays.map(
      (delay) =>
        new Promise<void>((resolve) =>
          clock.at(fromMs + delay, () => {
            calls.push({ delay, atMs: clock.now() - fromMs });
            resolve();
          }),
        ),
    ),
  );
  return calls;
}

describe('the clock of a worker', () => {
  for (const waiting of ['sleep', 'busy-wait'] satisfies Waiting[]) {
    it(`calls back in the order of the moments, and never before them (${waiting})`, async () => {
      const calls = await called(new LoadClock(waiting), [7, 0.5, 12, 3.25, 3, 0, 7.5]);
      assert.deepEqual(
        calls.map(({ delay }) => delay),
        [0, 0.5, 3, 3.25, 7, 7.5, 12],
      );
      for (const { delay, atMs } of calls) assert.ok(atMs >= delay);
    });
  }

  it('calls back those of one moment in the order in which they were asked for', async () => {
    const clock = new LoadClock('sleep');
    const atMs = clock.now() + 1;
    const order: number[] = [];
    await new Promise<void>((resolve) => {
      for (let n = 0; n < 500; n++) clock.at(atMs, () => order.push(n));
      clock.at(atMs, resolve);
    });
    assert.deepEqual(
      order,
      Array.from({ length: 500 }, (_, n) => n),
    );
  });

  it('lets others have a turn where very many are due at once', async () => {
    const clock = new LoadClock('sleep');
    let done = 0;
    let doneBefore = 0;
    await new Promise<void>((resolve) => {
      for (let n = 0; n < 500; n++) clock.at(0, () => (++done === 1 ? setImmediate(() => (doneBefore = done)) : null));
      clock.at(0, resolve);
    });
    assert.ok(doneBefore < 500);
  });

  it('does not call back what was cancelled', async () => {
    const clock = new LoadClock('sleep');
    let cancelled = 0;
    clock.at(clock.now() + 1, () => cancelled++).cancel();
    await called(clock, [2]);
    assert.equal(cancelled, 0);
  });

  it('says how long it was busy with nothing but waiting', async () => {
    const clock = new LoadClock('busy-wait');
    await called(clock, [3]);
    const waited = clock.takeWaitedMs();
    assert.ok(waited > 0 && waited < 50);
    assert.equal(clock.takeWaitedMs(), 0);
  });
});
