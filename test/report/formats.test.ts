import { deepStrictEqual, doesNotMatch, strictEqual } from 'node:assert/strict';
import { FORMAT_KINDS, REPORT_FORMATS, reportFormat, targetPaths, usualTarget } from '../../src/report/formats.ts';
import { RunModel } from '../../src/run/model.ts';
import { assertGolden } from './golden.ts';
import { endedRun, interruptedRun, runningRun } from './sample-run.ts';

const source = (run: RunModel) => ({ run, assets: () => ({ script: '', style: '' }) });
/** The HTML report is the view's own bundle; html.test.ts looks at it. */
const OF_TEXT = REPORT_FORMATS.filter(({ kind }) => kind !== 'html');

describe('the formats of a run', () => {
  for (const { kind, endings, texts } of OF_TEXT) {
    it(`${kind} is as it was looked at`, async () => {
      const written = await texts(source(endedRun()));
      strictEqual(written.length, endings.length);
      for (const [index, ending] of endings.entries()) assertGolden(`run${ending}`, written[index] ?? '');
    });

    it(`${kind} computes nothing from what is not there`, async () => {
      for (const run of [new RunModel(), runningRun({ seconds: 0 }), interruptedRun()]) {
        const written = await texts(source(run));
        strictEqual(written.length, endings.length);
        for (const text of written) doesNotMatch(text, /NaN|undefined|Infinity|Invalid Date|\[object/);
      }
    });
  }

  it('have files whose names nobody else has', () => {
    const endings = REPORT_FORMATS.flatMap((format) => format.endings);
    strictEqual(new Set(endings).size, endings.length);
    deepStrictEqual(
      REPORT_FORMATS.map(({ kind }) => kind),
      FORMAT_KINDS,
    );
  });

  it('take a target for the path of one file, or for what the names of several begin with', () => {
    deepStrictEqual(targetPaths(reportFormat('junit'), 'out/tests.xml'), ['out/tests.xml']);
    deepStrictEqual(targetPaths(reportFormat('locust-csv'), 'out/api'), [
      'out/api_stats.csv',
      'out/api_stats_history.csv',
      'out/api_failures.csv',
      'out/api_exceptions.csv',
    ]);
    strictEqual(usualTarget(reportFormat('markdown'), 'checkout-1'), 'checkout-1.md');
    strictEqual(usualTarget(reportFormat('locust-csv'), 'checkout-1'), 'checkout-1');
  });
});
