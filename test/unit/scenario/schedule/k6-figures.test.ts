import assert from 'node:assert/strict';
import type { Stage } from '../../../../src/scenario/plan.ts';
import { arrivalTimes, rampingVUsSteps } from '../../../../src/scenario/schedule/index.ts';

// What k6 v2.2 itself planned for odd loads, by its own functions called with one execution segment (`getRawExecutionSteps` and `cal` in lib/executor).
// They are a sample of 3,000 random ramps and 2,000 random rates with 2.7 million arrivals, in which no two figures differed.

/** `1500ms:3 0ms:8` */
function stagesOf(text: string): Stage[] {
  return text.split(' ').map((stage) => {
    const [duration = '', target = ''] = stage.split('ms:');
    return { durationMs: Number(duration), target: Number(target), name: '' };
  });
}

/** Offsets in ms, to the nanosecond. */
const RAMPS: readonly (readonly [startVUs: number, stages: string, steps: string])[] = [
  [0, '59999ms:5 0ms:2 0ms:10', '0:0 11999.8:1 23999.6:2 35999.4:3 47999.2:4 59999:5 59999:2 59999:10 59999:0'],
  [
    33,
    '0ms:11 3000ms:11 1ms:2 60000ms:1',
    '0:33 0:11 3000.111112:10 3000.222223:9 3000.333334:8 3000.444445:7 3000.555556:6 3000.666667:5 3000.777778:4 3000.888889:3 3001:2 63001:1 63001:0',
  ],
  [
    10,
    '2000ms:5 0ms:11 0ms:1 2000ms:5',
    '0:10 400:9 800:8 1200:7 1600:6 2000:5 2000:11 2000:1 2500:2 3000:3 3500:4 4000:5 4000:0',
  ],
  [33, '333ms:37 0ms:10', '0:33 83.25:34 166.5:35 249.75:36 333:37 333:10 333:0'],
  [
    33,
    '0ms:2 1500ms:11',
    '0:33 0:2 166.666667:3 333.333334:4 500:5 666.666667:6 833.333334:7 1000:8 1166.666667:9 1333.333334:10 1500:11 1500:0',
  ],
  [5, '7ms:1 1500ms:0 2000ms:3', '0:5 1.75:4 3.5:3 5.25:2 7:1 1507:0 2173.666667:1 2840.333334:2 3507:3 3507:0'],
  [
    2,
    '0ms:10 2000ms:1 59999ms:1 2000ms:1 100ms:2',
    '0:2 0:10 222.222223:9 444.444445:8 666.666667:7 888.888889:6 1111.111112:5 1333.333334:4 1555.555556:3 1777.777778:2 2000:1 64099:2 64099:0',
  ],
  [0, '333ms:2 0ms:100 0ms:5 1500ms:2', '0:0 166.5:1 333:2 333:100 333:5 833:4 1333:3 1833:2 1833:0'],
  [10, '333ms:5 2000ms:0', '0:10 66.6:9 133.2:8 199.8:7 266.4:6 333:5 733:4 1133:3 1533:2 1933:1 2333:0'],
  [
    2,
    '59999ms:0 0ms:3 1500ms:3 59999ms:5 1ms:3',
    '0:2 29999.5:1 59999:0 59999:3 91498.5:4 121498:5 121498.5:4 121499:3 121499:0',
  ],
];

/** Due times in ns. */
const RATES: readonly (readonly [startRate: number, timeUnitMs: number, stages: string, times: string])[] = [
  [
    1,
    60000,
    '9999ms:13 0ms:0 10000ms:1 9999ms:60 1500ms:3',
    '9200906943 23738976298 25797838023 27310013672 28564206505 29659662897 30955788813',
  ],
  [33, 60000, '9999ms:60 1ms:5', '1699949716 3213793195 4591877237 5865261111 7054705979 8174902554 9236698874'],
  [
    2,
    60000,
    '9999ms:2 2000ms:60 10000ms:0 100ms:0 1500ms:0 9999ms:0',
    '11592416768 12653805156 13793351538 15119125970 16770934710 19291110292',
  ],
  [
    10,
    60000,
    '1000ms:60 10000ms:60 0ms:0 1000ms:1 333ms:7 0ms:60',
    '1416666666 2416666666 3416666666 4416666666 5416666666 6416666666 7416666666 8416666666 9416666666 10416666666',
  ],
  [
    10,
    1000,
    '1500ms:7 0ms:0 0ms:13',
    '101020514 204168476 309584240 417424305 527864045 641101056 757359312 876894374 999999999 1127016653 1258342613 1394448724',
  ],
  [
    1,
    1000,
    '10000ms:1 1ms:60 0ms:0 100ms:2 0ms:7',
    '999999999 1999999999 3000000000 3999999999 5000000000 6000000000 7000000000 7999999999 9000000000 10000000000',
  ],
  [5, 333, '100ms:60 0ms:0', '26875098 40953699 51862941 61096561 69249310 76630145 83423999 89751983 95698529'],
  [
    0,
    60000,
    '1500ms:2 9999ms:60 0ms:60 2000ms:5',
    '5659569097 7556524342 9007878496 10230009233 11306050391 12571402432',
  ],
  [5, 60000, '9999ms:1 9999ms:60 0ms:7', '13022989539 15355388452 16961994236 18268071537 19397493320'],
  [33, 60000, '333ms:60 9999ms:1', '1104167291 2256934864 3599628018 5276674412 7862992513'],
  [0, 1000, '1ms:3 1ms:0 0ms:2 1500ms:7', '380876907 650278815 871081345 1062782947 1234539221 1391522555'],
  [10, 1000, '1000ms:2 0ms:2 0ms:0 100ms:3', '104356076 219223593 348612181 499999999 690983005 1000000000'],
  [
    1,
    1000,
    '9999ms:0 9999ms:1 333ms:2 0ms:1 0ms:1',
    '1055734321 2254066107 3675551494 5528205775 10098994999 14472030180 16324029565 17745224822 18943383656 19998998502',
  ],
];

describe("k6's own figures", () => {
  for (const [startVUs, stages, steps] of RAMPS) {
    it(`VUs from ${startVUs} by ${stages}`, () => {
      const actual = rampingVUsSteps(startVUs, stagesOf(stages));
      assert.equal(actual.map(({ atMs, vus }) => `${Number(atMs.toFixed(6))}:${vus}`).join(' '), steps);
    });
  }

  for (const [startRate, timeUnitMs, stages, times] of RATES) {
    it(`iterations from ${startRate} in ${timeUnitMs} ms by ${stages}`, () => {
      const load = { startRate, timeUnitMs, stages: stagesOf(stages), preAllocatedVUs: 1, maxVUs: 1 };
      const actual = arrivalTimes({ kind: 'ramping-arrival-rate', ...load });
      assert.equal([...actual].map((ms) => Math.round(ms * 1e6)).join(' '), times);
    });
  }
});
