import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { givenValues, valuesOf } from '../../src/cli/environment.ts';
import { worstExitCode } from '../../src/cli/exit-codes.ts';
import { samplePlan } from '../report/sample-run.ts';

const plan = {
  ...samplePlan,
  env: [
    { name: 'BASE_URL', required: true },
    { name: 'REGION', required: false },
  ],
  secrets: ['TEST_PASSWORD'],
};

describe('What a run gets of the environment', () => {
  it('is what the plan reads, given values first, and nothing else', () => {
    const values = givenValues([['BASE_URL', 'http://127.0.0.1:1']], [], {
      BASE_URL: 'http://127.0.0.1:2',
      TEST_PASSWORD: 'horse',
      HOME: '/root',
    });
    deepStrictEqual(valuesOf(plan, values), {
      env: { BASE_URL: 'http://127.0.0.1:1' },
      secrets: { TEST_PASSWORD: 'horse' },
    });
  });

  it('takes a secret of its own before the environment', () => {
    const values = givenValues([['BASE_URL', '']], [['TEST_PASSWORD', 'given']], { TEST_PASSWORD: 'from outside' });
    deepStrictEqual(valuesOf(plan, values), { env: { BASE_URL: '' }, secrets: { TEST_PASSWORD: 'given' } });
  });
});

describe('The exit code of several runs', () => {
  for (const [codes, worst] of [
    [[], 0],
    [[0, 0], 0],
    [[0, 99], 99],
    [[99, 107, 0], 107],
    [[105, 99], 105],
    [[1, 105], 1],
  ] as const) {
    it(`is ${worst} for ${codes.join(', ') || 'none'}`, () => strictEqual(worstExitCode(codes), worst));
  }
});
