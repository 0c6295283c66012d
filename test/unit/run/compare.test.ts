import assert from 'node:assert/strict';
import { compareRuns, regressions, repeatsOf, type Comparison } from '../../../src/run/compare.ts';
import type { RunModel } from '../../../src/run/model.ts';
import { seededRandom } from '../../../src/run/significance.ts';
import { comparedRun } from '../../support/compared-run.ts';

/** What is called better or worse, as text. */
function said({ subjects }: Comparison): string[] {
  return subjects.flatMap(({ subject, changes }) =>
    changes.flatMap(({ figure, judgement }) =>
      judgement === 'better' || judgement === 'worse'
        ? [`${subject.kind === 'total' ? 'all' : subject.name} ${figure} ${judgement}`]
        : [],
    ),
  );
}

describe('comparing two runs', function () {
  this.timeout(60_000);
  const before = comparedRun({ seed: 1 });

  it('says nothing of a run and itself', () => assert.deepEqual(said(compareRuns([before], before)), []));

  it('says that everything got 10 % slower', () => {
    const comparison = compareRuns([before], comparedRun({ seed: 1, medianMs: 22 }));
    assert.ok(comparison.sameLoad);
    assert.deepEqual(
      said(comparison).filter((text) => text.startsWith('all')),
      ['all p50 worse', 'all p95 worse', 'all p99 worse'],
    );
  });

  it('sees it in another run of the same server, too, where moods are mild', () => {
    const mild = { sway: 0.02, seconds: 240 } as const;
    const other = comparedRun({ seed: 2, medianMs: 22, ...mild });
    const words = said(compareRuns([comparedRun({ seed: 1, ...mild })], other));
    assert.ok(words.includes('all p50 worse') && words.includes('all p95 worse'), words.join(', '));
  });

  it('names the endpoint that got slower, and not the other one', () => {
    const words = said(compareRuns([before], comparedRun({ seed: 2, slowFactor: 1.5 })));
    assert.ok(words.includes('/slow p95 worse'), words.join(', '));
    assert.ok(!words.some((text) => text.startsWith('/fast')), words.join(', '));
  });

  it('says that fewer requests fail', () => {
    const comparison = compareRuns([comparedRun({ seed: 1, failedShare: 0.05 })], comparedRun({ seed: 2 }));
    assert.ok(said(comparison).includes('all failed better'));
    assert.deepEqual(regressions(comparison), { figures: [], requirements: [] });
  });

  it('says nothing of what is smaller than the tolerance, however sure it is', () => {
    const slower = comparedRun({ seed: 1, medianMs: 20.6 });
    assert.deepEqual(said(compareRuns([before], slower)), []);
    assert.ok(said(compareRuns([before], slower, { tolerance: 0.01 })).includes('all p50 worse'));
  });

  it('is not led astray by a ramp that both runs have', () => {
    const ramp = { ramp: true, sway: 0.02 } as const;
    const words = said(
      compareRuns([comparedRun({ seed: 1, ...ramp })], comparedRun({ seed: 2, medianMs: 24, ...ramp })),
    );
    assert.ok(words.includes('all p50 worse'), words.join(', '));
  });

  it('judges latencies, but no rates, where the load was another one', () => {
    const other = comparedRun({ seed: 2, vus: 20, perSecond: 80, medianMs: 40 });
    const comparison = compareRuns([before], other);
    assert.equal(comparison.sameLoad, false);
    const total = comparison.subjects[0]?.changes.map(({ figure, judgement }) => `${figure} ${judgement}`);
    assert.deepEqual(total, ['rate not-judged', 'failed same', 'p50 worse', 'p95 worse', 'p99 worse']);
  });

  it('judges nothing of runs that are too short', () => {
    const short = { seconds: 20 } as const;
    const comparison = compareRuns(
      [comparedRun({ seed: 1, ...short })],
      comparedRun({ seed: 2, medianMs: 90, ...short }),
    );
    assert.equal(comparison.blocks, 0);
    assert.deepEqual(said(comparison), []);
  });

  // Pairs of 40 at 5 %: more than 6 false words among them have a chance of 0.1 %.
  for (const [moods, server] of [
    ['change from second to second', { carry: 0 }],
    ['last for five seconds', { carry: 0.8 }],
    ['last for ten', { carry: Math.exp(-1 / 10), seconds: 120 }],
  ] as const) {
    it(`calls two runs of the same server different no more often than it says, where moods ${moods}`, () => {
      let wrong = 0;
      for (let pair = 0; pair < 40; pair++) {
        const [a, b] = [2 * pair, 2 * pair + 1].map((seed) =>
          comparedRun({ seed: 7000 + seed, seconds: 60, perSecond: 15, ...server }),
        );
        if (a && b && said(compareRuns([a], b, { tolerance: 0 })).length > 0) wrong++;
      }
      assert.ok(wrong <= 6, `${wrong} of 40 pairs`);
    });
  }

  it('judges neither latencies nor rates where a generator was the bottleneck, but failures', () => {
    const slow = { medianMs: 40, failedShare: 0.1 } as const;
    const saturated = comparedRun({ seed: 2, ...slow, loopDelayMs: 90 });
    const comparison = compareRuns([before], saturated);
    assert.ok(comparison.saturated);
    const total = comparison.subjects[0]?.changes.map(({ figure, judgement }) => `${figure} ${judgement}`);
    assert.deepEqual(total, ['rate not-judged', 'failed worse', 'p50 not-judged', 'p95 not-judged', 'p99 not-judged']);
  });

  it('judges neither latencies nor rates of a run that is refused quickly, and says why', () => {
    const comparison = compareRuns([before], comparedRun({ seed: 2, refusedShare: 1 }));
    const total = comparison.subjects[0]?.changes.map(({ figure, judgement, why }) => `${figure} ${judgement} ${why}`);
    assert.deepEqual(total, [
      'rate not-judged failures',
      'failed worse null',
      'p50 not-judged failures',
      'p95 not-judged failures',
      'p99 not-judged failures',
    ]);
  });

  it('calls no latency better where a tenth of the requests was refused quickly', () => {
    const words = said(compareRuns([before], comparedRun({ seed: 2, medianMs: 16, refusedShare: 0.1 })));
    assert.deepEqual(
      words.filter((text) => text.startsWith('all')),
      ['all failed worse'],
    );
  });

  it('still calls latencies worse where more requests fail and all take longer', () => {
    const words = said(compareRuns([before], comparedRun({ seed: 1, medianMs: 40, failedShare: 0.1 })));
    assert.ok(words.includes('all p50 worse') && words.includes('all p95 worse'), words.join(', '));
  });
});

/** Repeats of one server that differ as a whole by a mood, a standard deviation of a logarithm. */
describe('comparing a run with several repeats', function () {
  this.timeout(120_000);

  function repeats(count: number, mood: number, seed: number): RunModel[] {
    const random = seededRandom(seed);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Array.from({ length: count }, (_, index) =>
      comparedRun({
        seed: 1000 * seed + index,
        seconds: 60,
        perSecond: 15,
        sway: 0.04,
        medianMs: 20 * Math.exp(mood * normal()),
      }),
    );
  }

  const words = (runs: readonly RunModel[]): string[] => {
    const after = runs.at(-1);
    return after ? said(compareRuns(runs.slice(0, -1), after, { tolerance: 0 })) : [];
  };

  // Of 30: more than 5 false words at 5 % have a chance of 0.3 %.
  for (const [count, mood] of [
    [2, 0.1],
    [3, 0.1],
    [5, 0.2],
  ] as const) {
    it(`calls a further one of ${count} that differ by ${mood * 100} % different no more often than it says`, () => {
      const wrong = Array.from({ length: 30 }, (_, trial) => words(repeats(count + 1, mood, 100 + trial)));
      const said = wrong.filter(({ length }) => length > 0);
      assert.ok(said.length <= 5, `${said.length} of 30: ${said.join('; ')}`);
    });
  }

  it('where one run as the baseline would be called different in most cases', () => {
    const wrong = Array.from({ length: 15 }, (_, trial) => words(repeats(2, 0.2, 100 + trial)));
    assert.ok(wrong.filter(({ length }) => length > 0).length >= 6);
  });

  it('still sees that latencies went up by half', () => {
    for (const [count, mood] of [
      [2, 0.02],
      [3, 0.05],
    ] as const) {
      const baseline = repeats(count, mood, 7);
      const slower = comparedRun({ seed: 99, seconds: 60, perSecond: 15, sway: 0.04, medianMs: 30 });
      const worse = said(compareRuns(baseline, slower));
      assert.ok(worse.includes('all p50 worse'), `${count}: ${worse.join(', ')}`);
    }
  });

  it('tells their mean and how far they are from it', () => {
    const [a, b] = [18, 22].map((medianMs) => comparedRun({ seed: 5, seconds: 60, medianMs }));
    assert.ok(a && b);
    const after = comparedRun({ seed: 6, seconds: 60 });
    const p50 = compareRuns([a, b], after).subjects[0]?.changes.find(({ figure }) => figure === 'p50');
    const single = (run: RunModel): number =>
      compareRuns([run], after).subjects[0]?.changes.find(({ figure }) => figure === 'p50')?.before ?? 0;
    assert.ok(Math.abs((p50?.before ?? 0) - Math.sqrt(single(a) * single(b))) < 0.001);
    assert.ok(Math.abs((p50?.spread ?? 0) - (Math.sqrt(22 / 18) - 1)) < 0.01, String(p50?.spread));
  });

  it('leaves out what is no repeat: of another load, or of a saturated generator', () => {
    const [a, b] = repeats(2, 0, 3);
    assert.ok(a && b);
    const other = comparedRun({ seed: 9, seconds: 60, vus: 20 });
    const saturated = comparedRun({ seed: 9, seconds: 60, loopDelayMs: 90 });
    assert.deepEqual(repeatsOf([a, other, b, saturated]), [a, b]);
    assert.deepEqual(repeatsOf([saturated, other]), [saturated]);
    assert.equal(compareRuns([a, other, b], b).repeats, 2);
  });
});
