import { deepStrictEqual, match, ok, strictEqual, throws } from 'node:assert/strict';
import { influxFile } from '../../../src/report/influx-lines.ts';
import { influxEndpoint, InfluxReceiver } from '../../../src/report/receivers/influxdb.ts';
import type { ReceiverError } from '../../../src/report/receivers/receiver.ts';
import { parseInfluxLine } from '../../support/influx-line.ts';
import { startReceiverServer, type ReceiverServer } from '../../support/receiver-server.ts';
import { endedRun } from '../sample-run.ts';
import { follow } from './follow.ts';

describe("InfluxDB's line protocol", () => {
  it('is read by a parser of its specification, with all that was counted', () => {
    const lines = influxFile(endedRun()).trimEnd().split('\n').map(parseInfluxLine);
    const requests = lines.filter(({ measurement }) => measurement === 'http_reqs');
    strictEqual(
      requests.reduce((sum, { fields }) => sum + (fields['value'] ?? 0), 0),
      300,
    );
    const first = lines.find(({ measurement }) => measurement === 'http_req_duration');
    deepStrictEqual(first?.tags, {
      expected_response: 'true',
      method: 'GET',
      name: 'GET /health',
      scenario: 'users',
      stage: 'ramp up',
      status: '200',
      testid: 'checkout-20261121-140200-3f9a',
    });
    strictEqual(first.timestamp, BigInt(Date.UTC(2026, 10, 21, 14, 2, 1)) * 1_000_000n);
    // A mean of percentiles, or of rates, would be a wrong number.
    ok(!('value' in first.fields));
  });
});

describe('an InfluxDB server', () => {
  let server: ReceiverServer;
  beforeEach(async () => (server = await startReceiverServer()));
  afterEach(() => server.close());

  it('of version 1 gets its database made, and the lines of every interval', async () => {
    const env = { K6_INFLUXDB_USERNAME: 'ada', K6_INFLUXDB_PASSWORD: 'pass' };
    const { result, troubles } = await follow((options) => new InfluxReceiver(options), `${server.url}/loads`, env);
    const [create, ...writes] = server.received;
    strictEqual(create?.path, '/query?q=CREATE+DATABASE+%22loads%22');
    strictEqual(create.headers.authorization, `Basic ${Buffer.from('ada:pass').toString('base64')}`);
    ok(writes.every(({ path }) => path === '/write?precision=ns&db=loads'));
    const lines = writes.flatMap(({ body }) => body.toString('utf8').split('\n'));
    const measured = (all: readonly string[]): string[] => all.filter((line) => !line.startsWith('threshold,'));
    deepStrictEqual(measured(lines), measured(influxFile(endedRun()).trimEnd().split('\n')));
    deepStrictEqual(result, { sent: lines.length, lost: 0, problem: null, unit: 'point' });
    deepStrictEqual(troubles, []);
  });

  it('gets the verdict of each threshold so far beside its limits, and the final one', async () => {
    await follow((options) => new InfluxReceiver(options), `${server.url}/loads`);
    const points = server.received
      .filter(({ path }) => path.startsWith('/write'))
      .flatMap(({ body }) => body.toString('utf8').split('\n').map(parseInfluxLine))
      .filter(({ measurement, tags }) => measurement === 'threshold' && tags['metric'] === 'http_req_failed');
    deepStrictEqual(
      points.map(({ fields }) => [fields['ok'], fields['actual'], fields['limit']]),
      [
        [1, 0, 0.01],
        [1, 0, 0.01],
        [1, 0, 0.01],
        [0, 0.1, 0.01],
        [0, 0.16, 0.01],
        [0, 0.2, 0.01],
        [0, 0.2, 0.01],
      ],
    );
    strictEqual(points[0]?.tags['threshold'], 'http_req_failed: rate < 1%');
  });

  it('of version 2 gets them with its token', async () => {
    const env = { INFLUX_TOKEN: 'sesame', INFLUX_ORG: 'team', INFLUX_BUCKET: 'loads' };
    await follow((options) => new InfluxReceiver(options), server.url, env);
    ok(server.received.length > 0);
    for (const { path, headers } of server.received) {
      strictEqual(path, '/api/v2/write?precision=ns&org=team&bucket=loads');
      strictEqual(headers.authorization, 'Token sesame');
    }
  });

  it('that refuses the credentials is told once, with the variables to set, and without them', async () => {
    server.answer(() => ({ status: 401, body: '{"error":"authorization failed"}' }));
    const { result, troubles } = await follow(
      (options) => new InfluxReceiver(options),
      server.url.replace('//', '//ada:hunter2@'),
    );
    strictEqual(result.sent, 0);
    strictEqual(result.problem, '401 Unauthorized: authorization failed');
    strictEqual(troubles.length, 1);
    match(
      troubles[0] ?? '',
      /^InfluxDB at http:\/\/127\.0\.0\.1:\d+ does not take the run's points: 401 .*INFLUX_TOKEN/,
    );
    ok(!/hunter2/.test(JSON.stringify([result, troubles])));
  });

  it('that repeats a credential in its answer is not quoted with it', async () => {
    server.answer(() => ({ status: 403, body: '{"error":"token sesame-open has no rights"}' }));
    const env = { INFLUX_TOKEN: 'sesame-open', INFLUX_ORG: 'team', INFLUX_BUCKET: 'loads' };
    const { result, troubles } = await follow((options) => new InfluxReceiver(options), server.url, env);
    strictEqual(result.problem, '403 Forbidden: token ••• has no rights');
    ok(!/sesame-open/.test(JSON.stringify([result, troubles])));
  });

  it('that goes away and comes back gets all of it, and is told of once', async () => {
    server.answer((index) => ({ status: index === 1 || index === 2 ? 503 : 204 }));
    const { result, troubles } = await follow((options) => new InfluxReceiver(options), `${server.url}/loads`);
    deepStrictEqual([result.lost, result.problem, troubles.length], [0, '503 Service Unavailable', 1]);
    ok(result.sent > 0);
  });

  it('that is not there costs a warning and a count', async () => {
    await server.close();
    const { result, troubles } = await follow((options) => new InfluxReceiver(options), server.url);
    deepStrictEqual([result.sent, result.problem], [0, 'connection refused']);
    ok(result.lost > 0);
    strictEqual(troubles.length, 1);
  });
});

describe('the address of InfluxDB', () => {
  for (const [target, env, writeUrl] of [
    ['http://h:8086', {}, 'http://h:8086/write?precision=ns&db=k6'],
    ['http://h:8086/', { K6_INFLUXDB_DB: 'mine' }, 'http://h:8086/write?precision=ns&db=mine'],
    ['http://h:8086/loads', {}, 'http://h:8086/write?precision=ns&db=loads'],
    ['https://h/influx/loads', {}, 'https://h/influx/write?precision=ns&db=loads'],
    ['http://h:8086/write?db=x', {}, 'http://h:8086/write?db=x&precision=ns'],
    ['http://h:8086/api/v2/write?org=o&bucket=b', {}, 'http://h:8086/api/v2/write?org=o&bucket=b&precision=ns'],
  ] as const) {
    it(`${target} is written to at ${writeUrl}`, () => strictEqual(influxEndpoint(target, env).writeUrl, writeUrl));
  }

  it('of version 2 needs a bucket', () => {
    throws(
      () => influxEndpoint('http://h:8086/api/v2/write', {}),
      (error: ReceiverError) => /needs a bucket/.test(error.message) && /INFLUX_BUCKET/.test(error.wayOut),
    );
  });
});
