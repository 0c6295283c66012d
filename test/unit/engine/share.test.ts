import assert from 'node:assert/strict';
import { shareOf } from '../../../src/engine/executors/load.ts';

describe('shareOf', () => {
  for (const workers of [1, 2, 3, 7]) {
    it(`deals any number of VUs over ${workers} workers so that the sum is exact and no two differ by more than one`, () => {
      for (let total = 0; total <= 50; total++) {
        const shares = Array.from({ length: workers }, (_, worker) => shareOf(total, { worker, workers }));
        assert.equal(
          shares.reduce((a, b) => a + b, 0),
          total,
        );
        assert.ok(Math.max(...shares) - Math.min(...shares) <= 1, shares.join(' '));
      }
    });
  }
});
