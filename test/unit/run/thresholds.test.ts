import { EMPTY_PLAN, EMPTY_SCENARIO } from '../../support/plan-parts.ts';
import assert from 'node:assert/strict';
import type { Condition, Plan, Threshold } from '../../../src/scenario/plan.ts';
import type { Interval, SeriesDefinition } from '../../../src/run/events.ts';
import { Histogram } from '../../../src/run/histogram.ts';
import { ThresholdEvaluator } from '../../../src/run/thresholds.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function condition(
  method: Condition['method'],
  operator: Condition['operator'],
  limit: number,
  percentile: number | null = null,
): Condition {
  return { source: '', method, percentile, operator, limit, unit: '' };
}

function threshold(metric: string, is: Condition, more: Partial<Threshold> = {}): Threshold {
  return {
    id: 0,
    metric,
    tags: {},
    selector: metric,
    condition: is,
    acceptable: null,
    name: null,
    windowMs: null,
    abortOnFail: false,
    delayAbortEvalMs: 0,
    range,
    ...more,
  };
}

const GRACEFUL_STOP_MS = 2000;

function planOf(one: Threshold): Plan {
  return {
    ...EMPTY_PLAN,
    name: 't',
    file: 't.load.yaml',
    metrics: [{ name: 'bugs', kind: 'counter', contains: 'default' }],
    setup: [],
    teardown: [],
    setupTimeoutMs: 1,
    teardownTimeoutMs: 1,
    scenarios: [
      {
        ...EMPTY_SCENARIO,
        name: 'users',
        range,
        executor: {
          kind: 'ramping-vus',
          startVUs: 0,
          stages: [
            { durationMs: 2000, target: 1, name: 'up' },
            { durationMs: 8000, target: 1, name: 'sustained' },
          ],
          gracefulRampDownMs: 0,
        },
        startTimeMs: 0,
        gracefulStopMs: GRACEFUL_STOP_MS,
        tags: {},
        vars: [],
        steps: [],
      },
    ],
    thresholds: [one],
    secrets: [],
    env: [],
  };
}

const SERIES: SeriesDefinition[] = [
  { type: 'series', id: 0, metric: 'http_req_duration', kind: 'trend', tags: { name: 'me', stage: 'up' } },
  { type: 'series', id: 1, metric: 'http_req_duration', kind: 'trend', tags: { name: 'me', stage: 'sustained' } },
  { type: 'series', id: 2, metric: 'http_reqs', kind: 'counter', tags: { name: 'me', stage: 'up' } },
  {
    type: 'series',
    id: 3,
    metric: 'http_reqs',
    kind: 'counter',
    tags: { name: 'me', stage: 'sustained', kind: '5xx', status: '503' },
  },
  {
    type: 'series',
    id: 4,
    metric: 'errors',
    kind: 'counter',
    tags: { name: 'me', stage: 'sustained', kind: '5xx', status: '503' },
  },
  { type: 'series', id: 5, metric: 'http_req_failed', kind: 'rate', tags: { name: 'me', tolerated: 'false' } },
  { type: 'series', id: 7, metric: 'vus', kind: 'gauge', tags: {} },
  { type: 'series', id: 6, metric: 'http_req_failed', kind: 'rate', tags: { name: 'me', tolerated: 'true' } },
];

function trend(id: number, ...values: number[]): readonly [number, number, number, number, number, string] {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return [
    id,
    values.length,
    values.reduce((a, b) => a + b, 0),
    Math.min(...values),
    Math.max(...values),
    histogram.encode(),
  ];
}

function second(n: number, values: Partial<Interval>): Interval {
  return {
    type: 'interval',
    fromMs: n * 1000,
    toMs: (n + 1) * 1000,
    vus: { active: 1, allocated: 1 },
    health: [],
    ...values,
  };
}

function judged(one: Threshold, intervals: readonly Interval[], atMs = intervals.at(-1)?.toMs ?? 0, final = true) {
  const evaluator = new ThresholdEvaluator(planOf(one));
  for (const series of SERIES) evaluator.onSeries(series);
  for (const interval of intervals) evaluator.onInterval(interval);
  const [result] = evaluator.results(atMs, { final });
  assert.ok(result);
  return result;
}

describe('ThresholdEvaluator', () => {
  it('is inconclusive, never a pass, on a trend, a rate or a request counter without samples', () => {
    for (const one of [
      threshold('http_req_duration', condition('percentile', '<', 500, 95)),
      threshold('http_req_failed', condition('rate', '<', 0.01)),
      threshold('http_reqs', condition('count', '<', 10)),
      threshold('errors', condition('count', '==', 0)),
    ]) {
      const result = judged(one, [second(0, {})]);
      assert.deepEqual([one.metric, result.verdict, result.actual], [one.metric, 'no-data', null]);
    }
  });

  it('takes 0 for an answer where requests were made, or the counter is the author’s own', () => {
    const requests = [second(0, { counters: [[2, 5]] })];
    assert.equal(
      judged(threshold('errors', condition('count', '==', 0), { tags: { kind: '5xx' } }), requests).verdict,
      'pass',
    );
    assert.equal(judged(threshold('bugs', condition('count', '==', 0)), requests).verdict, 'pass');
  });

  it('merges all series that match the tags, and no other', () => {
    const intervals = [second(0, { trends: [trend(0, 10, 10, 10)] }), second(3, { trends: [trend(1, 900)] })];
    const all = judged(threshold('http_req_duration', condition('max', '<', 500)), intervals);
    assert.deepEqual([all.verdict, all.actual, all.samples], ['fail', 900, 4]);
    const up = judged(threshold('http_req_duration', condition('max', '<', 500), { tags: { stage: 'up' } }), intervals);
    assert.deepEqual([up.verdict, up.actual, up.samples], ['pass', 10, 3]);
  });

  it('warns where only the acceptable limit holds', () => {
    const intervals = [second(0, { trends: [trend(0, 40)] })];
    const tiers = (target: number, acceptable: number) =>
      judged(
        threshold('http_req_duration', condition('avg', '<', target), {
          acceptable: condition('avg', '<', acceptable),
        }),
        intervals,
      ).verdict;
    assert.deepEqual([tiers(50, 100), tiers(25, 50), tiers(10, 20)], ['pass', 'warn', 'fail']);
  });

  it('divides a counter’s rate by the time of the load, or of the stage that it names', () => {
    const intervals = Array.from({ length: 10 }, (_, n) => second(n, { counters: n < 2 ? [[2, 5]] : [[3, 20]] }));
    const rate = (tags: Record<string, string>) =>
      judged(threshold('http_reqs', condition('rate', '>', 1), { tags }), intervals).actual;
    assert.equal(rate({}), 17);
    assert.equal(rate({ stage: 'up' }), 5);
    assert.equal(rate({ stage: 'sustained' }), 20);
  });

  it('counts the graceful stop to the last stage, with the time that it took', () => {
    const rateAfter = (...late: Partial<Interval>[]) => {
      const planned = Array.from({ length: 10 }, (_, n) => second(n, { counters: n < 2 ? [[2, 5]] : [[3, 20]] }));
      const intervals = [...planned, ...late.map((values, n) => second(10 + n, values))];
      return (stage: string) =>
        judged(threshold('http_reqs', condition('rate', '>', 1), { tags: { stage } }), intervals).actual;
    };
    const last: Partial<Interval> = { counters: [[3, 20]] };
    assert.equal(rateAfter(last)('sustained'), 20);
    assert.equal(rateAfter(last, {}, {})('sustained'), 20);
    assert.equal(rateAfter(last, last)('up'), 5);
  });

  it('sets the rate of errors in relation to all requests with the same tags', () => {
    const intervals = [
      second(3, {
        counters: [
          [2, 75],
          [3, 25],
          [4, 25],
        ],
      }),
    ];
    const errors = (tags: Record<string, string>) =>
      judged(threshold('errors', condition('rate', '<', 0.1), { tags }), intervals).actual;
    assert.equal(errors({}), 0.25);
    assert.equal(errors({ kind: '5xx' }), 0.25);
    assert.equal(errors({ stage: 'sustained' }), 1);
  });

  it('leaves tolerated failures out of the adjusted rate', () => {
    const intervals = [
      second(0, {
        rates: [
          [5, 1, 90],
          [6, 10, 10],
        ],
      }),
    ];
    const failed = (tags: Record<string, string>) =>
      judged(threshold('http_req_failed', condition('rate', '<', 0.1), { tags }), intervals).actual;
    assert.equal(failed({}), 0.11);
    assert.equal(failed({ tolerated: 'false' }), 1 / 90);
  });

  describe('while the run goes on', () => {
    const requests = [second(0, { counters: [[2, 5]] }), second(1, { counters: [[2, 5]] })];
    const users = [second(0, { gauges: [[7, 20, 3, 40]] })];
    const latencies = [second(0, { trends: [trend(0, 700, 800)] })];

    for (const [what, one, intervals, expected] of [
      ['so many requests', threshold('http_reqs', condition('count', '>', 10)), requests, 'not-yet'],
      ['exactly so many requests', threshold('http_reqs', condition('count', '==', 11)), requests, 'not-yet'],
      ['fewer than there were already', threshold('http_reqs', condition('count', '==', 9)), requests, 'fail'],
      ['at most as many as there were', threshold('http_reqs', condition('count', '<', 10)), requests, 'fail'],
      ['a rate', threshold('http_reqs', condition('rate', '>', 100)), requests, 'fail'],
      ['so many users', threshold('vus', condition('max', '>=', 100)), users, 'not-yet'],
      ['users now', threshold('vus', condition('value', '>=', 100)), users, 'fail'],
      ['so many samples', threshold('http_req_duration', condition('count', '>', 2)), latencies, 'not-yet'],
      ['a percentile', threshold('http_req_duration', condition('percentile', '<', 500, 95)), latencies, 'fail'],
      ['one fast answer', threshold('http_req_duration', condition('min', '<', 500)), latencies, 'not-yet'],
    ] as const) {
      it(`${what}: ${expected}, and at its end: fail`, () => {
        assert.equal(judged(one, intervals, 2000, false).verdict, expected);
        assert.equal(judged(one, intervals, 2000).verdict, 'fail');
      });
    }

    it('of a stage that is over, nothing more can be expected', () => {
      const up = threshold('http_reqs', condition('count', '>', 10), { tags: { stage: 'up' } });
      assert.equal(judged(up, requests, 2000, false).verdict, 'not-yet');
      assert.equal(judged(up, requests, 2000 + EMPTY_SCENARIO.gracefulStopMs + 1, false).verdict, 'fail');
    });
  });

  it('must hold in every window, and names the worst', () => {
    const intervals = Array.from({ length: 9 }, (_, n) => second(n, { trends: [trend(1, n === 4 ? 800 : 10)] }));
    const whole = judged(threshold('http_req_duration', condition('med', '<', 500)), intervals);
    assert.equal(whole.verdict, 'pass');
    const windowed = judged(threshold('http_req_duration', condition('max', '<', 500), { windowMs: 3000 }), intervals);
    assert.equal(windowed.verdict, 'fail');
    assert.deepEqual(windowed.worstWindow, { fromMs: 2000, toMs: 5000 });
  });

  it('judges a run that is shorter than the window as a whole', () => {
    const result = judged(threshold('http_req_duration', condition('max', '<', 500), { windowMs: 30_000 }), [
      second(0, { trends: [trend(0, 700)] }),
    ]);
    assert.deepEqual([result.verdict, result.worstWindow], ['fail', undefined]);
  });
});
