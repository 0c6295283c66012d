import { strict as assert } from 'node:assert';
import type { WorkerHealth } from '../../../src/run/events.ts';
import { GeneratorTally, lateness, type GeneratorJudgement } from '../../../src/run/generator-health.ts';
import { Histogram } from '../../../src/run/histogram.ts';
import { generatorReason, generatorWords } from '../../../src/report/trust-words.ts';

const IDLE: WorkerHealth = { worker: 0, eventLoopDelayP99Ms: 2, eventLoopDelayMaxMs: 3, cpu: 0.2, gcMs: 4, sockets: 9 };

/** A minute of seconds, `bad` of which are like that. */
function minute(bad: number, more: Partial<WorkerHealth>, scheduleDelayMs = 0): GeneratorJudgement {
  const tally = new GeneratorTally();
  for (let second = 0; second < 60; second++) {
    const is = second >= 20 && second < 20 + bad;
    // The other worker is well all the time.
    const health = [{ ...IDLE, ...(is ? more : {}) }, IDLE];
    const fromMs = second * 1000;
    tally.add(
      { type: 'interval', fromMs, toMs: fromMs + 1000, vus: { active: 1, allocated: 1 }, health },
      is ? scheduleDelayMs : 1,
    );
  }
  return tally.judgement;
}

describe('what a run says of its generator', () => {
  const cases: readonly (readonly [what: string, judgement: GeneratorJudgement, trust: string, reason: RegExp])[] = [
    ['an idle one', minute(0, {}), 'trustworthy', /kept up/],
    ['one hiccup of the machine', minute(1, { eventLoopDelayP99Ms: 300 }), 'trustworthy', /kept up/],
    [
      'an event loop late for eight seconds',
      minute(8, { eventLoopDelayP99Ms: 84 }),
      'saturated',
      /its event loop was late by more than 50 ms in 13\.3 % of the time, up to 84\.0 ms\. Latencies include/,
    ],
    [
      'arrivals that start late',
      minute(8, {}, 120),
      'saturated',
      /iterations started more than 50 ms after they were due in 13\.3 % of the time, up to 120 ms/,
    ],
    [
      'two seconds that it did not run',
      minute(2, { eventLoopDelayMaxMs: 1020, stalledMs: 1020 }, 900),
      'saturated',
      /it stood still for 1 s or more at a time, suspended or without time of the machine, in 3\.33 % .* up to 1\.02 s\. Latencies/,
    ],
    [
      'a second that it did not run',
      minute(1, { eventLoopDelayMaxMs: 1010, stalledMs: 1010 }),
      'trustworthy',
      /kept up/,
    ],
    [
      'two seconds in which its own work kept it, as the p99 does not show',
      minute(2, { eventLoopDelayMaxMs: 1020 }),
      'saturated',
      /its event loop was late by more than 50 ms in 3\.33 % of the time, up to 1\.02 s\. Latencies/,
    ],
    [
      'a late event loop that is not too late',
      minute(12, { eventLoopDelayP99Ms: 31 }),
      'degraded',
      /late by more than 25 ms in 20\.0 % of the time, up to 31\.0 ms\. Single latencies may be too high/,
    ],
    ['a full CPU', minute(30, { cpu: 0.99 }), 'degraded', /a worker was busy more than 90\.0 % in 50\.0 % of the time/],
    [
      'garbage collection',
      minute(30, { gcMs: 200 }),
      'degraded',
      /a worker collected garbage more than 10\.0 % in 50\.0 % of the time, up to 20\.0 %/,
    ],
    ['a short strain', minute(5, { cpu: 0.99, gcMs: 200, eventLoopDelayP99Ms: 40 }), 'trustworthy', /kept up/],
  ];
  for (const [what, judgement, trust, reason] of cases) {
    it(`of ${what}: ${trust}`, () => {
      assert.equal(judgement.trust, trust);
      assert.match(generatorReason(judgement).replaceAll('\u00a0', ' '), reason);
    });
  }

  it('does not take one or two late arrivals for late ones', () => {
    const late = (few: number, many: number): number => {
      const delays = new Histogram();
      for (let i = 0; i < many; i++) delays.record(i < few ? 80 : 1);
      return Math.round(lateness(delays.sparse()));
    };
    assert.deepEqual([late(2, 20), late(3, 20), late(2, 2), late(9, 1000), late(11, 1000)], [1, 80, 0, 1, 80]);
  });

  it('is short in a headline', () => {
    assert.equal(generatorWords(minute(0, {})), 'generator healthy');
    assert.equal(generatorWords(minute(30, { cpu: 0.99 })), 'generator strained 50 % of the time');
    assert.equal(generatorWords(minute(8, { eventLoopDelayP99Ms: 84 })), 'generator saturated 13 % of the time');
  });

  it('takes a second in which one hiccup was for strain where the run has few seconds', () => {
    const tally = new GeneratorTally();
    for (let second = 0; second < 5; second++) {
      const health = [{ ...IDLE, eventLoopDelayP99Ms: second === 0 ? 90 : 1 }];
      tally.add(
        {
          type: 'interval',
          fromMs: second * 1000,
          toMs: second * 1000 + 1000,
          vus: { active: 1, allocated: 1 },
          health,
        },
        0,
      );
    }
    assert.equal(tally.judgement.trust, 'degraded');
  });
});
