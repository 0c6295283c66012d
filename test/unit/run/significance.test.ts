import assert from 'node:assert/strict';
import { errorsOfMean, holm, pValueOfChange, pValueOfT } from '../../../src/run/significance.ts';

const pValueOfMean = (change: number, ...args: Parameters<typeof errorsOfMean>): number =>
  pValueOfChange(change, errorsOfMean(...args));

const steady = Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 1 : -1));
const wandering = Array.from({ length: 24 }, (_, at) => Math.sin((Math.PI * at) / 8) * Math.SQRT2);

describe("the p-value of Student's t", () => {
  for (const [t, degrees, p] of [
    [2.571, 5, 0.05],
    [5.893, 5, 0.002],
    [3.707, 6, 0.01],
    [2.807, 23, 0.01],
    [0, 10, 1],
  ] as const) {
    it(`is ${p} for ${t} with ${degrees} degrees of freedom`, () => {
      assert.ok(Math.abs(pValueOfT(t, degrees) - p) < 0.002, String(pValueOfT(t, degrees)));
    });
  }
});

describe('the p-value of a mean of what follows one another', () => {
  it('is 1 where nothing changed', () => assert.equal(pValueOfMean(0, [steady]), 1));

  it('is small where the values only flicker', () => assert.ok(pValueOfMean(1, [steady]) < 0.001));

  it('is large where values of the same spread wander', () => assert.ok(pValueOfMean(1, [wandering]) > 0.05));

  it('is large where they flicker over a mood that wanders', () => {
    assert.ok(pValueOfMean(1, [steady], [wandering]) > 10 * pValueOfMean(1, [steady]));
  });

  it('is larger for two series than for their difference, where they wander alike', () => {
    const other = wandering.map((value, at) => value + 0.1 * (steady[at] ?? 0));
    const differences = other.map((value, at) => value - (wandering[at] ?? 0));
    assert.ok(pValueOfMean(0.5, [wandering, other]) > pValueOfMean(0.5, [differences]));
  });

  it('is 0 where nothing varies and the change is there', () => {
    assert.equal(pValueOfMean(1, [steady.map(() => 0)]), 0);
  });
});

describe("Holm's correction", () => {
  it('rejects from the smallest on, until one does not hold', () => {
    assert.deepEqual(holm([0.02, 0.001, 0.04, 0.012], 0.05), [true, true, true, true]);
    assert.deepEqual(holm([0.03, 0.001, 0.03, 0.03], 0.05), [false, true, false, false]);
  });
});
