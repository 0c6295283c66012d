import assert from 'node:assert/strict';
import { layoutOf } from '../../../bench/machine.ts';
import type { RunFigures } from '../../../bench/load-run.ts';
import { medianOf, ratioOf, type ContenderResult } from '../../../bench/rounds.ts';
import { median, slope } from '../../../bench/statistics.ts';
import { delayPercentile, DelayRecord } from '../../../bench/target/delay-record.ts';

const NOTHING: RunFigures = {
  rate: 0,
  achieved: null,
  cpuPer100k: null,
  cpuShare: null,
  targetCpu: null,
  otherCpu: null,
  memory: null,
  p50: null,
  p99: null,
  errorP50: null,
  errorP99: null,
  wholeErrorP99: null,
  dropped: null,
  scheduleP50: null,
  scheduleP95: null,
  scheduleP99: null,
  failed: null,
  firstRequestMs: null,
};

function withRates(...rates: number[]): ContenderResult {
  return { title: '', version: '', baseMemory: null, note: null, runs: rates.map((rate) => ({ ...NOTHING, rate })) };
}

describe('benchmark figures', () => {
  it('are medians: of an even number the mean of the two in the middle, of none nothing', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([]), null);
    assert.equal(medianOf(withRates(100, 300, 200), 'rate'), 200);
  });

  it('compare round by round, so that a machine that drifts drifts for both', () => {
    assert.deepEqual(ratioOf(withRates(100, 200, 330), withRates(50, 100, 110), 'rate'), { median: 2, min: 2, max: 3 });
    assert.equal(ratioOf(withRates(100), withRates(), 'rate'), null);
  });

  it('grow by the slope of the best line', () => {
    assert.equal(
      slope([
        [0, 10],
        [1, 12],
        [2, 14],
      ]),
      2,
    );
    assert.equal(slope([[0, 10]]), null);
  });

  it("take the target's record only from seconds that lie wholly in the window", () => {
    const record = new DelayRecord();
    record.record(1_000_200, 5);
    record.record(1_001_200, 0.5);
    record.record(1_002_200, 9);
    assert.equal(delayPercentile(record.encoded(), 100, 1_000_500, 1_002_500), 0.5);
    assert.equal(delayPercentile(record.encoded(), 50, 2_000_000), null);
  });
});

describe('the cores of a machine', () => {
  for (const [cores, targetCores, generatorCores, twoWorkerCores] of [
    [[0, 1], [0], [1], [0, 1]],
    [[0, 1, 2], [0], [1], [1, 2]],
    [[0, 1, 2, 3], [0, 1], [2], [2, 3]],
  ] as const) {
    it(`${cores.length} are the target's and the generator's, one each at least`, () => {
      assert.deepEqual(layoutOf(cores), { targetCores, generatorCores, twoWorkerCores });
    });
  }
});
