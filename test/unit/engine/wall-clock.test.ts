import assert from 'node:assert/strict';
import { WallClock } from '../../../src/engine/wall-clock.ts';

const HOUR_MS = 3_600_000;

describe('the time of day beside the clock of a run', () => {
  const jumps: readonly (readonly [what: string, byMs: number, says: RegExp | null])[] = [
    ['goes on as it should', 0, null],
    ['is corrected by a second', -1000, null],
    ['is set forward', HOUR_MS, /was set forward by 1h, or the machine slept so long\./],
    ['is set back', -90_400, /was set back by 1m30s\. Nothing that is measured goes by it/],
  ];
  for (const [what, byMs, says] of jumps) {
    it(what, () => {
      const clock = new WallClock();
      assert.equal(clock.look(100, 1_000_100), null);
      const sentence = clock.look(1100, 1_001_100 + byMs);
      if (says) assert.match(sentence ?? '', says);
      else assert.equal(sentence, null);
      assert.equal(clock.look(2100, 1_002_100 + byMs), null, 'it is told once');
    });
  }

  it('is told when it has crept away, too', () => {
    const clock = new WallClock();
    const told = Array.from({ length: 10 }, (_, second) => clock.look(second * 1000, second * 1000 + second * 300));
    assert.deepEqual(
      told.flatMap((sentence, second) => (sentence === null ? [] : [second])),
      [7],
    );
  });
});
