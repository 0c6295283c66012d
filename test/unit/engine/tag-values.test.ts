import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { MOST_TAG_VALUES, TagValues, together } from '../../../src/engine/tag-values.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { Plan } from '../../../src/scenario/plan.ts';

const { plan } = loadScenario(
  `
baseUrl: http://localhost:3000
iterations: 1
steps:
  - get: /a
    tags: { user: "\${vu.id}", shop: "\${iteration.index}" }
  - get: /b
    tags: { user: "\${vu.id}" }
thresholds: { "http_reqs{user:ada}": count > 0 }
`,
  'tags.load.yaml',
);

/** The table of two workers. */
function twoWorkers(of: Plan): readonly [TagValues, TagValues] {
  const buffer = TagValues.allocate(of);
  return [new TagValues(of, buffer), new TagValues(of, buffer)];
}

describe('values of tags', () => {
  if (!plan) throw new Error('The scenario has errors');
  const numbered = (from: number, count: number): string[] => Array.from({ length: count }, (_, n) => `u${from + n}`);

  it('are the first hundred, whichever worker sees them', () => {
    const [one, other] = twoWorkers(plan);
    const first = numbered(0, MOST_TAG_VALUES);
    deepStrictEqual(
      first.filter((value, n) => !(n % 2 ? one : other).admits('user', value)),
      [],
    );
    for (const worker of [one, other]) {
      deepStrictEqual(
        first.filter((value) => !worker.admits('user', value)),
        [],
      );
      deepStrictEqual(
        numbered(MOST_TAG_VALUES, 1000).filter((value) => worker.admits('user', value)),
        [],
      );
    }
  });

  it('of one tag take no room from another, nor from their combinations', () => {
    const [values] = twoWorkers(plan);
    for (const value of numbered(0, 500)) values.admits('user', value);
    strictEqual(values.admits('shop', 'new'), true);
    strictEqual(values.admits(together(['user', 'shop']), together(['u1', 'new'])), true);
  });

  it('that thresholds name are known', () => {
    const [values] = twoWorkers(plan);
    deepStrictEqual(
      ['ada', 'bob'].map((value) => values.isAskedFor('user', value)),
      [true, false],
    );
  });

  it('that are too many are told of once, by one worker', () => {
    const [one, other] = twoWorkers(plan);
    deepStrictEqual(
      [other.tells('user'), one.tells('user'), other.tells('user'), one.tells('shop')],
      [true, false, false, true],
    );
  });
});
