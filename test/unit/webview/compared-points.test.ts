import assert from 'node:assert/strict';
import { comparisonOf } from '../../../src/report/comparison-model.ts';
import { comparedRun } from '../../support/compared-run.ts';
import { ComparedPoints } from '../../../webview-ui/comparison/compared-points.ts';
import { runMark } from '../../../webview-ui/comparison/run-marks.ts';

describe('the points of compared runs', () => {
  const long = comparedRun({ seed: 1, seconds: 120 });
  const short = comparedRun({ seed: 2, seconds: 60 });
  const points = new ComparedPoints(comparisonOf([long, short].map((run, index) => ({ name: String(index), run }))));
  const whole = { fromMs: 0, toMs: points.endMs };

  it('lie on one time axis, on which the shorter run ends earlier', () => {
    const { t, sizeMs, runs, measured } = points.bins(whole, 500, 95);
    assert.deepEqual([sizeMs, t.length, t[0], t.at(-1)], [2000, 60, 1, 119]);
    assert.deepEqual(
      runs.map(({ rate }) => rate.filter((value) => value !== null).length),
      [60, 30],
    );
    assert.ok(measured[59]);
  });

  it('get fewer where there is less room', () => {
    const { sizeMs } = points.bins(whole, 20, 95);
    assert.equal(sizeMs, 6000);
  });

  it('have the exact percentiles of any window', () => {
    const window = { fromMs: 30_000, toMs: 60_000 };
    const { latencies, rate } = points.over(0, window);
    const total = long.total('http_req_duration', {}, window);
    assert.ok(total?.kind === 'trend');
    assert.equal(latencies.count, total.count);
    assert.ok(Math.abs(latencies.percentile(95) - (total.percentile(95) ?? 0)) < 0.5);
    assert.ok(rate !== null && Math.abs(rate - total.count / 30) < 0.001);
  });

  it('are nothing where a run was over', () =>
    assert.deepEqual(points.over(1, { fromMs: 90_000, toMs: 100_000 }).rate, null));
});

describe('the marks of runs', () => {
  it('are thirty that differ in colour or pattern', () => {
    const marks = Array.from({ length: 30 }, (_, index) => runMark(index));
    assert.equal(new Set(marks.map(({ color, dash }) => `${color} ${dash.join()}`)).size, 30);
  });

  it('are letters, too', () =>
    assert.deepEqual(
      [0, 1, 25, 26].map((index) => runMark(index).letter),
      ['A', 'B', 'Z', 'A2'],
    ));
});
