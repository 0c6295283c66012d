import assert from 'node:assert/strict';
import { parseCondition, type MetricShape } from '../../../src/scenario/conditions.ts';

const duration: MetricShape = { name: 'http_req_duration', kind: 'trend', contains: 'time' };
const requests: MetricShape = { name: 'http_reqs', kind: 'counter', contains: 'default' };
const failed: MetricShape = { name: 'http_req_failed', kind: 'rate', contains: 'default' };
const received: MetricShape = { name: 'data_received', kind: 'counter', contains: 'data' };
const vus: MetricShape = { name: 'vus', kind: 'gauge', contains: 'default' };
const errors: MetricShape = { name: 'errors', kind: 'counter', contains: 'default' };

describe('conditions of thresholds', () => {
  const good: [source: string, metric: MetricShape, expected: string][] = [
    ['p(95) < 500ms', duration, 'percentile 95 < 500'],
    ['p(95)<500', duration, 'percentile 95 < 500'],
    ['avg<1e3', duration, 'avg < 1000'],
    ['avg < 1.5e1s', duration, 'avg < 15000'],
    ['avg<+5.', duration, 'avg < 5'],
    ['p(99.9) <= 1.5s', duration, 'percentile 99.9 <= 1500'],
    ['avg<1m', duration, 'avg < 60000'],
    ['max < 1h', duration, 'max < 3600000'],
    ['med===200', duration, 'med == 200'],
    ['min != .5', duration, 'min != 0.5'],
    ['rate > 1000/min', requests, 'rate > 16.6666666666667'],
    ['rate>=10/s', requests, 'rate >= 10'],
    ['rate > 3600/h', requests, 'rate > 1'],
    ['count == 0', requests, 'count == 0'],
    ['rate < 1%', failed, 'rate < 0.01'],
    ['rate<0.05', failed, 'rate < 0.05'],
    ['rate < 0.1%', failed, 'rate < 0.001'],
    ['count < 10MB', received, 'count < 10000000'],
    ['value > 99', vus, 'value > 99'],
    ['max >= 100', vus, 'max >= 100'],
    ['rate < 5%', errors, 'rate < 0.05'],
  ];
  for (const [source, metric, expected] of good) {
    it(`${source} of ${metric.name}`, () => {
      const parsed = parseCondition(source, metric);
      assert.ok(parsed.ok);
      const { method, percentile, operator, limit } = parsed.condition;
      assert.equal([method, percentile, operator, limit].filter((part) => part !== null).join(' '), expected);
    });
  }

  // As k6 v2.2 took them or refused them, run by run; where it refuses more, that is ours on purpose and in docs/metrics.md.
  const K6_TAKES = [
    ...['p(95)<500', ' p(95)<500 ', 'p(95)  <   500', 'p(95.5)<500', 'p(0)<500', 'p(100)<=10', 'p(95)<.5', 'p(95)<5.'],
    ...['p(95)<1e3', 'p(95)<+5', 'p(95)<-5', 'avg==4', 'avg===4', 'avg!=4', 'med < 3.0', 'min>=1', 'max<=10'],
  ];
  const K6_REFUSES = [
    ...[
      'p(150)<500',
      'p(-1)<500',
      'p95<500',
      'P(95)<500',
      'p(95)<0x10',
      'avg=4',
      'avg!==4',
      'avg<>4',
      'avg=>4',
      'avg=<4',
    ],
    ...['count>3', 'rate<1', 'value<1', 'avg', '<5', 'avg<', '', 'avg<5 max<10', 'avg<5 && max<10', 'avg<5,max<10'],
    ...['average<5', 'AVG<5', 'mean<5', 'stddev<5', 'sum>1'],
  ];
  it('are taken where k6 takes them', () =>
    assert.deepEqual(
      K6_TAKES.filter((source) => !parseCondition(source, duration).ok),
      [],
    ));
  it('are refused where k6 refuses them', () =>
    assert.deepEqual(
      K6_REFUSES.filter((source) => parseCondition(source, duration).ok),
      [],
    ));
  it('have limits that are numbers, which k6 does not ask for', () => {
    for (const limit of ['Inf', 'NaN', '1e999', '1_000'])
      assert.equal(parseCondition(`p(95)<${limit}`, duration).ok, false, limit);
  });

  const bad: [source: string, metric: MetricShape, marked: string, message: string][] = [
    ['p95 < 500', duration, 'p95', 'Write p(95).'],
    ['p(101) < 5', duration, 'p(101)', 'A percentile is written p(N) with N from 0 to 100, for example p(95).'],
    ['average < 5', duration, 'average', '`average` is nothing that can be measured. Did you mean avg?'],
    ['rate < 5', duration, 'rate', 'http_req_duration is a trend, which has no rate; it has avg, min, max, med, p(N).'],
    ['p(95) = 5', duration, '=', 'After what is measured stands a comparison: <, <=, >, >=, == or !=.'],
    [
      'p(95) < 5 sec',
      duration,
      'sec',
      '`sec` is no unit: times take ms, s, m, h; shares %; rates /s, /min, /h; sizes B, kB, MB.',
    ],
    ['p(95) < 5%', duration, '%', 'a percentile of http_req_duration is not measured in %; write ms, s, m, h.'],
    ['count < 5ms', requests, 'ms', 'count of http_reqs is a plain number, without ms.'],
    ['rate < 5/s', failed, '/s', 'rate of http_req_failed is not measured in /s; write %.'],
    ['avg <', duration, '', 'After the comparison stands a number, for example 500ms or 1%.'],
    ['', duration, '', 'A threshold begins with what is measured, for example p(95) < 500ms or rate < 1%.'],
  ];
  for (const [source, metric, marked, message] of bad) {
    it(`${source === '' ? 'nothing' : source} is refused: ${message}`, () => {
      const parsed = parseCondition(source, metric);
      assert.ok(!parsed.ok);
      const { span } = parsed.problem;
      assert.deepEqual([parsed.problem.message, source.slice(span.start, span.end)], [message, marked]);
    });
  }
});
