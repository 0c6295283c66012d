import { strict as assert } from 'node:assert';
import type { LoadChange } from '../../../src/run/events.ts';
import { changedLoads } from '../../../src/run/changed-load.ts';

function change(atMs: number, factor: number, paused = false): LoadChange {
  return { type: 'load-change', atMs, factor, paused };
}

describe('times of a changed load', () => {
  it('go from change to change, and end where the load is as planned again', () => {
    const loadChanges = [change(1000, 1.5), change(3000, 1.5, true), change(4000, 1), change(6000, 0.5)];
    assert.deepEqual(changedLoads({ loadChanges, elapsedMs: 9000 }), [
      { fromMs: 1000, toMs: 3000, paused: false, factor: 1.5 },
      { fromMs: 3000, toMs: 4000, paused: true, factor: 1.5 },
      { fromMs: 6000, toMs: 9000, paused: false, factor: 0.5 },
    ]);
  });

  it('leave out what was changed again at once', () => {
    const loadChanges = [change(1000, 1.1), change(1000, 1.2)];
    assert.deepEqual(changedLoads({ loadChanges, elapsedMs: 2000 }), [
      { fromMs: 1000, toMs: 2000, paused: false, factor: 1.2 },
    ]);
  });
});
