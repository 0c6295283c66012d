import assert from 'node:assert/strict';
import { comparisonOf, type ComparedSubject } from '../../../src/report/comparison-model.ts';
import { ComparedWindow, type WindowedChanges } from '../../../webview-ui/comparison/compared-window.ts';
import { comparedRun } from '../../support/compared-run.ts';

const SECOND = 1000;

function judgementOf(subjects: readonly ComparedSubject[], name: string, figure: 'p50' | 'p95' | 'failed'): unknown {
  return subjects.find(({ subject }) => subject.name === name)?.figures[figure]?.values[1]?.judgement;
}

describe('the changes of compared runs in a window', function () {
  this.timeout(20_000);
  const runs = [
    { name: 'before', run: comparedRun({ seed: 1 }) },
    { name: 'after', run: comparedRun({ seed: 1, slowFactor: 1.6, slowFrom: 60, failedShare: 0.02 }) },
  ];
  const comparison = comparisonOf(runs);
  const windows = new ComparedWindow(comparison);
  const over = (fromS: number, toS: number): WindowedChanges =>
    windows.over({ fromMs: fromS * SECOND, toMs: toS * SECOND });

  it('are those of the whole runs in a window of all of their time', () => {
    const { subjects, window } = over(0, 120);
    assert.deepEqual(window, { fromMs: 0, toMs: 120 * SECOND });
    for (const [index, { figures }] of subjects.entries()) {
      const whole = comparison.subjects[index]?.figures;
      for (const figure of ['rate', 'failed', 'p50', 'p95', 'p99'] as const) {
        const [now, then] = [figures[figure], whole?.[figure]];
        assert.deepEqual(
          now?.values.map(({ judgement }) => judgement),
          then?.values.map(({ judgement }) => judgement),
        );
        for (const [run, { value }] of (now?.values ?? []).entries()) {
          const exact = then?.values[run]?.value ?? Number.NaN;
          assert.ok(Math.abs((value ?? Number.NaN) - exact) <= exact * 0.001, `${figure}: ${value} for ${exact}`);
        }
      }
    }
  });

  it('are judged by what lies in it: what is slow in the second minute is not in the first', () => {
    assert.equal(judgementOf(over(0, 60).subjects, '/slow', 'p50'), 'same');
    assert.equal(judgementOf(over(60, 120).subjects, '/slow', 'p50'), 'worse');
  });

  it('are too little to judge in a window of a few seconds, and shown all the same', () => {
    const { subjects, judged } = over(60, 80);
    assert.equal(judged[0]?.blocks, 0);
    assert.equal(judgementOf(subjects, '/slow', 'p50'), 'too-little');
    assert.ok((subjects.at(1)?.figures.p50?.values[1]?.value ?? 0) > 0);
  });

  it('are nothing where a run was over', () => {
    const short = { name: 'short', run: comparedRun({ seed: 3, seconds: 60 }) };
    const { subjects } = new ComparedWindow(comparisonOf([...runs.slice(0, 1), short])).over({
      fromMs: 90 * SECOND,
      toMs: 110 * SECOND,
    });
    for (const { figures } of subjects) assert.equal(figures.p50?.values[1]?.value ?? null, null);
  });

  it('keep to repeats of the baseline', () => {
    const repeat = { name: 'again', run: comparedRun({ seed: 8 }) };
    const [first, after] = runs;
    assert.ok(first && after);
    const several = comparisonOf([first, repeat, after], { baselines: 2 });
    const { judged, subjects } = new ComparedWindow(several).over({ fromMs: 60 * SECOND, toMs: 120 * SECOND });
    assert.equal(judged[0]?.repeats, 2);
    assert.ok((subjects[0]?.figures.p50?.spread ?? 0) > 0);
  });
});
