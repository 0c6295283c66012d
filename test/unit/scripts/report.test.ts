import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport } from '../../../scripts/test/report.mjs';

describe('the report of a test suite', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rampwright-report-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const outcomeOf = (report: unknown) => {
    const file = join(folder, 'report.json');
    if (report !== undefined) writeFileSync(file, JSON.stringify(report));
    return readReport(file, 'engine', 'Segmentation fault');
  };

  it('counts what passed, failed and was skipped', () => {
    const failed = {
      fullTitle: 'stages end on time',
      err: { message: '1 !== 2', stack: 'Error: 1 !== 2\n  at x.ts:1' },
    };
    assert.deepEqual(outcomeOf({ stats: { passes: 3, failures: 1, pending: 2 }, failures: [failed] }), {
      passed: 3,
      skipped: 2,
      failures: [{ title: 'engine: stages end on time', error: 'Error: 1 !== 2\n  at x.ts:1' }],
    });
  });

  it('is a failure where there is none, and says what is known', () => {
    assert.deepEqual(outcomeOf(undefined).failures, [
      { title: 'engine: the tests', error: 'They wrote no report.\nSegmentation fault' },
    ]);
  });

  it('is a failure where no test ran', () => {
    const { passed, failures } = outcomeOf({ stats: { passes: 0, failures: 0, pending: 4 }, failures: [] });
    assert.deepEqual([passed, failures.length], [0, 1]);
  });
});
