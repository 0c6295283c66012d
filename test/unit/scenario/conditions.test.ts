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
