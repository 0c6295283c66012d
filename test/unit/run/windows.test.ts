import { strict as assert } from 'node:assert';
import { BucketSums } from '../../../src/run/bucket-sums.ts';
import { Histogram } from '../../../src/run/histogram.ts';
import { RunModel, type TimeWindow } from '../../../src/run/model.ts';
import { endpointRows, errorRows, stageRows, totalRow } from '../../../src/run/tables.ts';
import { hourFixture } from '../../support/hour-fixture.ts';
import type { RunEvent } from '../../../src/run/events.ts';

const PERCENTILES = [0, 50, 95, 99, 99.9, 100];

function folded(events: readonly RunEvent[]): RunModel {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  return run;
}

/** Figures without sinks, which differ in what they have been asked. */
function figures(run: RunModel, window: TimeWindow | null): unknown {
  const total = totalRow(run, window);
  return [...endpointRows(run, window), ...stageRows(run, window), ...(total ? [total] : [])].map(
    ({ duration, perSecond, ...row }) => ({
      ...row,
      perSecond: Math.round(perSecond * 1000),
      sum: Math.round(duration.sum),
      percentiles: PERCENTILES.map((percentile) => duration.percentile(percentile)),
    }),
  );
}

describe('histograms that are added up bucket by bucket', () => {
  it('have the percentiles of all their values', () => {
    const sums = new BucketSums();
    const whole = new Histogram();
    for (const part of [
      [0, 0.5, 7],
      [7, 7, 90_000],
      [1200, 3],
    ]) {
      const histogram = new Histogram();
      for (const value of part) {
        histogram.record(value);
        whole.record(value);
      }
      sums.add(histogram.sparse());
    }
    assert.deepEqual(
      sums.percentiles(PERCENTILES),
      PERCENTILES.map((percentile) => whole.percentile(percentile)),
    );
    assert.equal(sums.total, 8);
    assert.deepEqual([...sums.drain()], [...whole.sparse()]);
  });

  it('start anew once they are handed over', () => {
    const sums = new BucketSums();
    sums.add([3, 1, 5, 2].reduce((counts, value, at) => counts.with(at, value), new Float64Array(4)));
    sums.drain();
    assert.equal(sums.total, 0);
    assert.deepEqual(sums.percentiles([50]), [Number.NaN]);
    assert.deepEqual([...sums.drain()], []);
  });
});

describe('sums over a run', () => {
  const events = hourFixture({ seconds: 400, endpoints: 3, requestsPerSecond: 30 });

  it('are the same whether they were asked for in between or at the end', () => {
    const asked = new RunModel();
    for (const [index, event] of events.entries()) {
      asked.apply(event);
      if (index % 37 === 0) figures(asked, null);
    }
    assert.deepEqual(figures(asked, null), figures(folded(events), null));
  });

  it('of windows side by side are those of the whole', () => {
    const run = folded(events);
    const cuts = [0, 1000, 64_000, 65_000, 300_000, 400_000];
    const windows = cuts.slice(1).map((toMs, index) => ({ fromMs: cuts[index] ?? 0, toMs }));
    const requests = windows.map((window) => totalRow(run, window)?.requests ?? 0);
    assert.equal(
      requests.reduce((sum, some) => sum + some, 0),
      totalRow(run)?.requests,
    );
  });

  it('of a window are those of a run of just this time', () => {
    const window = { fromMs: 30_000, toMs: 390_000 };
    const within = events.filter(
      (event) => event.type !== 'interval' || (event.fromMs >= 30_000 && event.toMs <= 390_000),
    );
    const percentiles = (run: RunModel, of: TimeWindow | null): unknown =>
      endpointRows(run, of).map(({ requests, failed, duration }) => [
        requests,
        failed,
        PERCENTILES.map((percentile) => duration.percentile(percentile)),
      ]);
    assert.deepEqual(percentiles(folded(events), window), percentiles(folded(within), null));
  });

  it('without intervals are those with them', () => {
    const run = new RunModel({ keepIntervals: false });
    for (const event of events) run.apply(event);
    assert.deepEqual(
      [totalRow(run)?.requests, totalRow(run)?.duration.percentile(95)],
      [totalRow(folded(events))?.requests, totalRow(folded(events))?.duration.percentile(95)],
    );
  });

  it('take an interval by its middle: its borders jitter around the whole second', () => {
    const late = events.map((event) =>
      event.type === 'interval'
        ? { ...event, fromMs: event.fromMs && event.fromMs + 12, toMs: event.toMs + 12 }
        : event,
    );
    const window = { fromMs: 100_000, toMs: 200_000 };
    assert.equal(totalRow(folded(late), window)?.requests, totalRow(folded(events), window)?.requests);
  });

  it('know when each failure came first and last', () => {
    const run = folded(hourFixture({ seconds: 600, endpoints: 8, requestsPerSecond: 8 }));
    const times = (window: TimeWindow | null): unknown[] =>
      errorRows(run, window).map(({ firstMs, lastMs }) => [firstMs, lastMs]);
    assert.deepEqual(times(null), [[561_000, 600_000]]);
    assert.deepEqual(times({ fromMs: 570_000, toMs: 580_000 }).length, 1);
    assert.deepEqual(times({ fromMs: 0, toMs: 560_000 }), []);
  });
});
