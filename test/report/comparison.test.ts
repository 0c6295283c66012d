import { doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { compareRuns } from '../../src/run/compare.ts';
import { comparisonOf } from '../../src/report/comparison-model.ts';
import { markdownComparison } from '../../src/report/markdown-comparison.ts';
import { displayWidth } from '../../src/report/text-layout.ts';
import { textComparison } from '../../src/report/text-comparison.ts';
import { comparedRun } from '../support/compared-run.ts';
import { assertGolden } from './golden.ts';

describe('A comparison', function () {
  this.timeout(20_000);
  const baseline = { name: 'compared-monday', run: comparedRun({ seed: 1 }) };
  const slower = { name: 'compared-tuesday', run: comparedRun({ seed: 2, slowFactor: 1.5, failedShare: 0.02 }) };
  const faster = { name: 'compared-wednesday', run: comparedRun({ seed: 3, medianMs: 12 }) };

  it('is a table in the terminal', () => {
    const comparison = compareRuns([baseline.run], slower.run);
    const text = textComparison([baseline], slower, comparison, { width: 100, colour: false });
    for (const line of text.split('\n')) strictEqual(displayWidth(line) <= 100, true, line);
    assertGolden('comparison.txt', text);
  });

  it('is Markdown, of several runs with a table of all', () =>
    assertGolden('comparison.md', markdownComparison(comparisonOf([baseline, slower, faster]))));

  const again = { name: 'compared-again', run: comparedRun({ seed: 4 }) };
  const refused = { name: 'compared-refused', run: comparedRun({ seed: 5, refusedShare: 1 }) };

  it('with several repeats tells what they differ by, and what failures are behind', () => {
    const comparison = compareRuns([baseline.run, again.run], refused.run);
    const text = textComparison([baseline, again], refused, comparison, { width: 100, colour: false });
    for (const line of text.split('\n')) strictEqual(displayWidth(line) <= 100, true, line);
    assertGolden('comparison-repeats.txt', text);
    const runs = [baseline, again, slower];
    assertGolden('comparison-repeats.md', markdownComparison(comparisonOf(runs, { baselines: 2 })));
  });

  it('of runs that are too short says so, and never NaN', () => {
    const short = { name: 'short', run: comparedRun({ seed: 4, seconds: 5 }) };
    const text = markdownComparison(comparisonOf([baseline, short]));
    match(text, /Not judged: the runs are too short/);
    doesNotMatch(text, /NaN|Infinity|undefined/);
  });
});
