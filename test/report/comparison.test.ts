import { doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { compareRuns } from '../../src/run/compare.ts';
import { comparedWithBaseline, comparisonOf } from '../../src/report/comparison-model.ts';
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
    const text = textComparison([baseline], [{ other: slower, comparison }], { width: 100, colour: false });
    for (const line of text.split('\n')) strictEqual(displayWidth(line) <= 100, true, line);
    assertGolden('comparison.txt', text);
  });

  it('is Markdown, of several runs with a table of all', () =>
    assertGolden('comparison.md', markdownComparison(comparisonOf([baseline, slower, faster]))));

  const again = { name: 'compared-again', run: comparedRun({ seed: 4 }) };
  const refused = { name: 'compared-refused', run: comparedRun({ seed: 5, refusedShare: 1 }) };

  it('with several repeats tells what they differ by, and what failures are behind', () => {
    const comparison = compareRuns([baseline.run, again.run], refused.run);
    const text = textComparison([baseline, again], [{ other: refused, comparison }], { width: 100, colour: false });
    for (const line of text.split('\n')) strictEqual(displayWidth(line) <= 100, true, line);
    assertGolden('comparison-repeats.txt', text);
    const runs = [baseline, again, slower];
    assertGolden('comparison-repeats.md', markdownComparison(comparisonOf(runs, { baselines: 2 })));
  });

  it('of several runs says once what is to be known of their baseline, and how all were judged', () => {
    const cut = { name: 'compared-cut', run: comparedRun({ seed: 6, seconds: 60 }) };
    const runs = [baseline, again, cut, slower, faster];
    const comparisons = comparedWithBaseline(runs, { baselines: 3 });
    const others = [slower, faster].flatMap((other, index) => {
      const comparison = comparisons[index];
      return comparison ? [{ other, comparison }] : [];
    });
    const text = textComparison([baseline, again, cut], others, { width: 100, colour: false });
    const markdown = markdownComparison(comparisonOf(runs, { baselines: 3 }, comparisons));
    for (const said of [text, markdown])
      strictEqual(said.split('compared-cut does not count as a repeat').length, 2, said);
    strictEqual(text.split('A change is called').length, 2, text);
    match(text, /compared compared-tuesday\n[^]*compared compared-wednesday\n[^]*does not count[^]*A change is called/);
  });

  it('of runs that are too short says so, and never NaN', () => {
    const short = { name: 'short', run: comparedRun({ seed: 4, seconds: 5 }) };
    const text = markdownComparison(comparisonOf([baseline, short]));
    match(text, /Not judged: the runs are too short/);
    doesNotMatch(text, /NaN|Infinity|undefined/);
  });
});
