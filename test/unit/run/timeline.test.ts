import { strict as assert } from 'node:assert';
import type { Interval, SeriesDefinition } from '../../../src/run/events.ts';
import { Histogram, sparsePercentiles } from '../../../src/run/histogram.ts';
import { Timeline } from '../../../src/run/timeline.ts';

function histogramOf(values: readonly number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

describe('percentiles of several histograms as one', () => {
  const parts = [[1, 2, 3, 0], [250, 2.5], [], [3, 3, 90_000]];
  it('are those of their sum', () => {
    const sum = histogramOf(parts.flat());
    const wanted = [0, 5, 25, 50, 75, 95, 100];
    assert.deepEqual(
      sparsePercentiles(
        parts.map((values) => histogramOf(values).sparse()),
        wanted,
      ),
      wanted.map((percentile) => sum.percentile(percentile)),
    );
  });

  it('of nothing are no numbers', () => assert.deepEqual(sparsePercentiles([], [50]), [Number.NaN]));
});

describe('the timeline of a run', () => {
  const tags = { method: 'GET', name: 'GET /a', status: '200', expected_response: 'true' };
  const refused = { ...tags, status: '429', expected_response: 'false', tolerated: 'false' };
  const byDesign = { ...tags, status: '404', expected_response: 'false', tolerated: 'true' };
  const other = { ...tags, method: 'POST', name: 'POST /b' };
  const interval: Interval = {
    type: 'interval',
    fromMs: 0,
    toMs: 1000,
    vus: { active: 3, allocated: 5 },
    counters: [[6, 2]],
    rates: [
      [1, 0, 3],
      [3, 2, 2],
      [5, 1, 1],
      [8, 0, 1],
    ],
    health: [],
  };
  const timeline = new Timeline();
  const series: readonly (readonly [metric: string, kind: SeriesDefinition['kind'], tags: Record<string, string>])[] = [
    ['http_req_duration', 'trend', tags],
    ['http_req_failed', 'rate', tags],
    ['http_req_duration', 'trend', refused],
    ['http_req_failed', 'rate', refused],
    ['http_req_duration', 'trend', byDesign],
    ['http_req_failed', 'rate', byDesign],
    ['iterations', 'counter', {}],
    ['http_req_duration', 'trend', other],
    ['http_req_failed', 'rate', other],
  ];
  for (const [id, [metric, kind, of]] of series.entries()) {
    timeline.onSeries({ type: 'series', id, metric, kind, tags: of });
  }
  timeline.onTrend(0, () => histogramOf([10, 20, 30]).sparse());
  timeline.onTrend(2, () => histogramOf([1, 1]).sparse());
  timeline.onTrend(4, () => histogramOf([5]).sparse());
  timeline.onTrend(7, () => histogramOf([500]).sparse());
  timeline.onInterval(interval, 'healthy');

  it('has the counts and latencies of each endpoint', () => {
    const [a, b] = timeline.endpoints;
    const reading = a?.readings[0];
    assert.deepEqual(
      [reading?.requests, reading?.failed, reading?.throttled, reading?.answered, reading?.failedP50],
      [6, 2, 2, 4, 1],
    );
    assert.deepEqual(
      [reading?.p5, reading?.p50, reading?.p95].map((value) => Math.floor(value ?? 0)),
      [5, 10, 30],
    );
    assert.equal(b?.readings[0]?.requests, 1);
  });

  it('has those of all endpoints together', () => {
    const [moment] = timeline.moments;
    assert.deepEqual([moment?.total.requests, moment?.total.failed, moment?.vus, moment?.iterations], [7, 2, 3, 2]);
    assert.ok(Math.abs((moment?.total.p95 ?? 0) / 500 - 1) < 0.002);
  });
});
