import { strict as assert } from 'node:assert';
import { latencyRanges } from '../../../src/run/latency-ranges.ts';
import { metricRows } from '../../../src/run/metric-tables.ts';
import { RunModel } from '../../../src/run/model.ts';
import { TrendSink } from '../../../src/run/sinks.ts';
import { adjustedShare, endpointRows, totalRow } from '../../../src/run/tables.ts';
import { timeSlots } from '../../../src/run/time-slots.ts';
import { errorClasses } from '../../../src/report/error-classes.ts';
import { metricTotal } from '../../../src/report/metric-words.ts';
import { STATES } from '../../support/run-fixture.ts';

function folded(state: keyof typeof STATES): RunModel {
  const run = new RunModel();
  for (const event of STATES[state]()) run.apply(event);
  return run;
}

function trendOf(...values: readonly number[]): TrendSink {
  const sink = new TrendSink();
  for (const value of values) sink.record(value);
  return sink;
}

describe('the ranges of latencies', () => {
  for (const [values, ranges] of [
    [[], []],
    [[3], ['2–5: 1']],
    [
      [1, 1.01, 2, 4.9, 5, 5.01],
      ['0.5–1: 1', '1–2: 2', '2–5: 2', '5–10: 1'],
    ],
    [
      [0.0004, 0.002],
      ['0.0005–0.001: 1', '0.001–0.002: 1'],
    ],
    [
      [40, 900],
      ['20–50: 1', '50–100: 0', '100–200: 0', '200–500: 0', '500–1000: 1'],
    ],
  ] as const) {
    it(`of ${values.join(', ') || 'nothing'} ms are ${ranges.join(', ') || 'none'}`, () => {
      const found = latencyRanges(trendOf(...values)).map(({ fromMs, toMs, count }) => `${fromMs}–${toMs}: ${count}`);
      assert.deepEqual(found, ranges);
    });
  }

  it('end with all of them', () => {
    const ranges = latencyRanges(trendOf(1, 2, 3, 300));
    assert.equal(ranges.at(-1)?.cumulative, 1);
    assert.equal(
      ranges.reduce((all, { share }) => all + share, 0),
      1,
    );
  });
});

describe('a run in slots of time', () => {
  const run = folded('passed');

  for (const [most, lengths] of [
    [60, Array.from({ length: 60 }, () => 1)],
    [12, [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]],
    [4, [15, 15, 15, 15]],
    [1, [60]],
  ] as const) {
    it(`of at most ${most} are ${lengths.length} of ${lengths[0]} s`, () => {
      const seconds = timeSlots(run, most).map(({ fromMs, toMs }) => Math.round((toMs - fromMs) / 1000));
      assert.deepEqual(seconds, lengths);
    });
  }

  it('have all requests, each once', () => {
    const requests = timeSlots(run, 12).reduce((all, slot) => all + (slot.requests?.requests ?? 0), 0);
    assert.equal(requests, totalRow(run)?.requests);
  });

  it('have the most users at once, of a second each', () => {
    assert.deepEqual(
      timeSlots(run, 4).map(({ vus }) => vus),
      [100, 100, 100, 100],
    );
  });

  it('are none before anything ran', () => assert.deepEqual(timeSlots(new RunModel(), 12), []));
});

describe('the metrics that are no request’s', () => {
  it("are the scenario's own first, then the built-in ones that have something to tell", () => {
    assert.deepEqual(
      metricRows(folded('passed')).map(({ name, kind }) => `${name} ${kind}`),
      ['auth_latency trend', 'proxy_latency trend', 'iterations counter', 'data_received counter'],
    );
  });

  it('are words of their kind', () => {
    const totals = metricRows(folded('passed')).map((row) => metricTotal(row, 60));
    assert.equal(totals[0], null);
    assert.match(totals.at(-2)?.value ?? '', /^[\d,]+$/);
    assert.match(totals.at(-2)?.detail ?? '', /^[\d.]+\/s$/);
    assert.match(totals.at(-1)?.value ?? '', /^[\d.]+\u00a0MB$/);
  });
});

describe('the errors by class', () => {
  it('are one class where all endpoints fail alike, with its share of all requests and its median', () => {
    const run = folded('failed-401');
    const [only, ...others] = errorClasses(run);
    assert.ok(only);
    assert.deepEqual([only.title, only.endpoints, only.share, others.length], ['401 Unauthorized', 5, 1, 0]);
    const total = totalRow(run);
    assert.equal(only.ofRequests, only.count / (total?.requests ?? 0));
    assert.equal(only.duration.count, only.count);
  });
});

describe('the adjusted share of failures', () => {
  const [row] = endpointRows(folded('passed'));
  assert.ok(row);
  for (const [requests, failed, tolerated, share] of [
    [100, 10, 0, 0.1],
    [100, 19, 10, 0.1],
    [100, 10, 10, 0],
    [10, 10, 10, null],
    [0, 0, 0, null],
  ] as const) {
    it(`of ${failed} of ${requests}, ${tolerated} of them tolerated, is ${share}`, () =>
      assert.equal(adjustedShare({ ...row, requests, failed, tolerated }), share));
  }
});
