import assert from 'node:assert/strict';
import { compareRuns, type Comparison, regressions } from '../../../src/run/compare.ts';
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

  it('says nothing of a run and itself', () => assert.deepEqual(said(compareRuns(before, before)), []));

  it('says that everything got 10 % slower', () => {
    const comparison = compareRuns(before, comparedRun({ seed: 1, medianMs: 22 }));
    assert.ok(comparison.sameLoad);
    assert.deepEqual(
      said(comparison).filter((text) => text.startsWith('all')),
      ['all p50 worse', 'all p95 worse', 'all p99 worse'],
    );
  });

  it('sees it in another run of the same server, too, where moods are mild', () => {
    const mild = { sway: 0.02, seconds: 240 } as const;
    const other = comparedRun({ seed: 2, medianMs: 22, ...mild });
    const words = said(compareRuns(comparedRun({ seed: 1, ...mild }), other));
    assert.ok(words.includes('all p50 worse') && words.includes('all p95 worse'), words.join(', '));
  });

  it('names the endpoint that got slower, and not the other one', () => {
    const words = said(compareRuns(before, comparedRun({ seed: 2, slowFactor: 1.5 })));
    assert.ok(words.includes('/slow p95 worse'), words.join(', '));
    assert.ok(!words.some((text) => text.startsWith('/fast')), words.join(', '));
  });

  it('says that fewer requests fail', () => {
    const comparison = compareRuns(comparedRun({ seed: 1, failedShare: 0.05 }), comparedRun({ seed: 2 }));
    assert.ok(said(comparison).includes('all failed better'));
    assert.deepEqual(regressions(comparison), { figures: [], requirements: [] });
  });

  it('says nothing of what is smaller than the tolerance, however sure it is', () => {
    const slower = comparedRun({ seed: 1, medianMs: 20.6 });
    assert.deepEqual(said(compareRuns(before, slower)), []);
    assert.ok(said(compareRuns(before, slower, { tolerance: 0.01 })).includes('all p50 worse'));
  });

  it('is not led astray by a ramp that both runs have', () => {
    const ramp = { ramp: true, sway: 0.02 } as const;
    const words = said(compareRuns(comparedRun({ seed: 1, ...ramp }), comparedRun({ seed: 2, medianMs: 24, ...ramp })));
    assert.ok(words.includes('all p50 worse'), words.join(', '));
  });

  it('judges latencies, but no rates, where the load was another one', () => {
    const other = comparedRun({ seed: 2, vus: 20, perSecond: 80, medianMs: 40 });
    const comparison = compareRuns(before, other);
    assert.equal(comparison.sameLoad, false);
    const total = comparison.subjects[0]?.changes.map(({ figure, judgement }) => `${figure} ${judgement}`);
    assert.deepEqual(total, ['rate not-judged', 'failed same', 'p50 worse', 'p95 worse', 'p99 worse']);
  });

  it('judges nothing of runs that are too short', () => {
    const short = { seconds: 20 } as const;
    const comparison = compareRuns(
      comparedRun({ seed: 1, ...short }),
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
        if (a && b && said(compareRuns(a, b, { tolerance: 0 })).length > 0) wrong++;
      }
      assert.ok(wrong <= 6, `${wrong} of 40 pairs`);
    });
  }

  it('judges neither latencies nor rates where a generator was the bottleneck, but failures', () => {
    const slow = { medianMs: 40, failedShare: 0.1 } as const;
    const saturated = comparedRun({ seed: 2, ...slow, loopDelayMs: 90 });
    const comparison = compareRuns(before, saturated);
    assert.ok(comparison.saturated);
    const total = comparison.subjects[0]?.changes.map(({ figure, judgement }) => `${figure} ${judgement}`);
    assert.deepEqual(total, ['rate not-judged', 'failed worse', 'p50 not-judged', 'p95 not-judged', 'p99 not-judged']);
  });
});
