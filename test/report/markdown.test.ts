import { doesNotMatch, match, ok } from 'node:assert/strict';
import { markdownReport } from '../../src/report/markdown.ts';
import { endedRun, interruptedRun, samplePlan } from './sample-run.ts';

describe('the Markdown report', () => {
  it('has as many cells in each row of a table as its head', () => {
    const name = 'a | b `c` <img src=x> _d_ [e](f)\n| g |';
    const plan = { ...samplePlan, thresholds: samplePlan.thresholds.map((threshold) => ({ ...threshold, name })) };
    const tables = markdownReport(endedRun({ plan }))
      .split('\n\n')
      .filter((block) => block.startsWith('|'));
    ok(tables.length >= 5);
    for (const table of tables) {
      const widths = table.split('\n').map((row) => row.replaceAll('\\|', '').split('|').length);
      ok(new Set(widths).size === 1, table);
    }
  });

  it("leaves a name's own signs without a meaning", () => {
    const name = 'Load *test* <b>of</b> [us](x) `y` snake_case _z_';
    match(
      markdownReport(endedRun({ plan: { ...samplePlan, name } })),
      /^# Load \\\*test\\\* \\<b>of\\<\/b> \\\[us\\\]\(x\) \\`y\\` snake_case \\_z\\_\n/,
    );
  });

  it('says of a run without an end where it stopped', () => {
    match(markdownReport(interruptedRun()), /\*\*⏹️ Interrupted at 0:03 of 0:06/);
  });

  it('has plain spaces, which survive being pasted', () => doesNotMatch(markdownReport(endedRun()), /\u00a0/));
});
