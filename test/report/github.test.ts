import { match, ok, strictEqual } from 'node:assert/strict';
import { githubStepSummary } from '../../src/report/github.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { endedRun, samplePlan } from './sample-run.ts';

describe('the summary of a step', () => {
  it('is the Markdown of a run, with a line between it and that of the next', () => {
    strictEqual(githubStepSummary(endedRun()), `${markdownReport(endedRun())}\n`);
  });

  for (const length of [45_000, 50_000, 60_000]) {
    it(`ends where GitHub would drop all of it, and never in the middle of a fold (names of ${length} letters)`, () => {
      const name = 'x'.repeat(length);
      const thresholds = samplePlan.thresholds.map((threshold) => ({ ...threshold, name }));
      const summary = githubStepSummary(endedRun({ plan: { ...samplePlan, thresholds } }));
      ok(Buffer.byteLength(summary) <= 250_100);
      match(summary, /\n\n…the rest is too long for a step's summary\.\n\n$/);
      strictEqual(summary.split('<details>').length, summary.split('</details>').length);
    });
  }
});
