import assert from 'node:assert/strict';
import { comparisonOf } from '../../../src/report/comparison-model.ts';
import { runPoints } from '../../../src/report/comparison-points.ts';
import { decodeCounts } from '../../../src/run/histogram-text.ts';
import { comparedRun } from '../../support/compared-run.ts';
import { COMPARISONS } from '../../support/compared-fixture.ts';

const plain = (text: string | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('a comparison of runs', function () {
  this.timeout(30_000);
  const compared = COMPARISONS.compared();

  it('knows who is compared', () =>
    assert.deepEqual(
      compared.runs.map(({ tone, environment, pinned, generator }) => [tone, environment, pinned, generator?.trust]),
      [
        ['pass', 'staging', true, 'trustworthy'],
        ['fail', 'production', false, 'trustworthy'],
      ],
    ));

  it('has each requirement with the verdict and the actual value of both', () => {
    const row = compared.requirements.find(({ title }) => title === 'http_req_failed: rate < 1%');
    assert.deepEqual(
      row?.results.map((result) => `${result?.verdict} ${plain(result?.actual)} ${result?.change}`),
      ['pass 0 % null', 'fail 6.49 % worse'],
    );
  });

  it('says what was not alike besides', () =>
    assert.deepEqual(compared.pairs[0]?.unlike, [
      'environment staging → production',
      'Rampwright 0.1.0 → 0.9.0',
      'Node.js v24.0.0 → 24.1.0',
    ]));

  it('has what changed in the text', () => {
    const { added, removed, hunks } = compared.pairs[0]?.text ?? { added: 0, removed: 0, hunks: [] };
    assert.deepEqual([added, removed, hunks.length], [3, 2, 2]);
  });

  it('names what not all of them have', () => {
    const errors = compared.partlyThere.filter(({ what }) => what === 'error');
    assert.ok(errors.some(({ title }) => title === '502 Bad Gateway of GET /usage'));
    for (const { there } of errors) assert.deepEqual(there, [false, true]);
  });

  it('of several sums up how many are worse than the baseline', () => {
    const several = COMPARISONS['compared-several']();
    assert.equal(several.headline.text, '2 of 3 runs worse than the baseline');
    assert.equal(several.pairs[1]?.headline.text, 'Not judged: a generator was the bottleneck');
    assert.ok(
      several.subjects.every(({ figures }) => Object.values(figures).every(({ values }) => values.length === 4)),
    );
  });

  it('takes two runs at least', () => {
    const one = { name: 'one', run: comparedRun({ seed: 1, seconds: 5 }) };
    assert.throws(() => comparisonOf([one]), RangeError);
  });
});

describe('the points of a run', () => {
  const run = comparedRun({ seed: 3, seconds: 25, failedShare: 0.1 });

  it('add up to all that was measured', () => {
    const { total, measuredMs } = runPoints(run, 10_000);
    const { requests, failed, values: latencies } = total;
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    assert.deepEqual(measuredMs, [10_000, 10_000, 5000]);
    const all = run.total('http_req_failed');
    assert.ok(all?.kind === 'rate');
    assert.deepEqual([sum(requests), sum(failed)], [all.total, all.trues]);
    const counted = latencies.flatMap((text) => [...decodeCounts(text)].filter((_, index) => index % 2 === 1));
    assert.equal(sum(counted), all.total);
  });
});
