import assert from 'node:assert/strict';
import { Random } from '../../../src/engine/random.ts';

const draws = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

describe('Random', () => {
  it('repeats itself for the same seed and stream', () => {
    assert.deepEqual(draws(new Random(7, 1, 2), 20), draws(new Random(7, 1, 2), 20));
  });

  it('differs between seeds and between streams', () => {
    const first = draws(new Random(7, 0, 0), 5);
    for (const other of [new Random(8, 0, 0), new Random(7, 1, 0), new Random(7, 0, 1)]) {
      assert.notDeepEqual(draws(other, 5), first);
    }
  });

  it('is even: each tenth of 0 to 1 gets a tenth of 100,000 draws over 1,000 streams, within 3 %', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let stream = 0; stream < 1000; stream++) {
      for (const draw of draws(new Random(1, stream), 100))
        tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
    }
    for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 300, tenths.join(' '));
  });

  it('draws normally with the mean and deviation asked for', () => {
    const random = new Random(3);
    const values = Array.from({ length: 20_000 }, () => random.normal(2000, 500));
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    assert.ok(Math.abs(mean - 2000) < 15 && Math.abs(deviation - 500) < 15, `${mean} ± ${deviation}`);
  });
});
