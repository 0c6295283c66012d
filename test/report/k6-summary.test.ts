import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { k6Summary, k6SummaryText } from '../../src/report/k6-summary.ts';
import { assertGolden } from './golden.ts';
import { endedRun, endOf, runningRun } from './sample-run.ts';

describe("k6's summary export", () => {
  it('has the shape of k6, indented by four', () => {
    assertGolden('k6-summary.json', `${k6SummaryText(endedRun())}\n`);
  });

  it('says true for a threshold that failed, as k6 does', () => {
    const { metrics } = k6Summary(endedRun());
    deepStrictEqual(metrics['http_req_failed'], {
      value: 0.2,
      passes: 60,
      fails: 240,
      thresholds: { 'rate < 1%': true },
    });
    deepStrictEqual(metrics['http_req_duration{name:GET /auth/me}']?.['thresholds'], { 'p(95) < 2ms': false });
  });

  it('gives a metric without samples no figures', () => {
    deepStrictEqual(k6Summary(endedRun()).metrics['export_latency'], { thresholds: { 'p(95) < 500ms': true } });
  });

  it('does not call an empty threshold failed where the run was told to accept it', () => {
    const run = runningRun();
    run.apply({ ...endOf(run), outcome: 'passed' });
    deepStrictEqual(k6Summary(run).metrics['export_latency'], { thresholds: { 'p(95) < 500ms': false } });
  });

  it("never holds setup's data", () => {
    strictEqual('setup_data' in k6Summary(endedRun()), false);
  });

  it("names groups and checks by the MD5 of their path, as k6's lib/models.go", () => {
    const { root_group: root } = k6Summary(endedRun());
    strictEqual(root.id, 'd41d8cd98f00b204e9800998ecf8427e');
    strictEqual(root.groups['account']?.path, '::account');
    strictEqual(root.groups['account'].checks['has a token']?.path, '::account::has a token');
    ok(/^[0-9a-f]{32}$/.test(root.checks['status is 200']?.id ?? ''));
  });
});
