import assert from 'node:assert/strict';
import { defaultWorkers } from '../../../src/engine/default-workers.ts';
import { planOf } from '../../support/run-scenario.ts';

describe('defaultWorkers', () => {
  for (const [vus, cores, workers] of [
    [10, 8, 1],
    [500, 8, 1],
    [501, 8, 2],
    [10_000, 8, 7],
    [10_000, 2, 1],
    [10_000, 1, 1],
  ] as const) {
    it(`takes ${workers} for ${vus} VUs on ${cores} ${cores === 1 ? 'core' : 'cores'}`, () => {
      const plan = planOf(`baseUrl: http://127.0.0.1\nvus: ${vus}\nduration: 1s\nsteps: [{ get: / }]`);
      assert.equal(defaultWorkers(plan, cores), workers);
    });
  }
});
