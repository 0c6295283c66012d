import { deepStrictEqual, match, ok, strictEqual, throws } from 'node:assert/strict';
import protobuf from 'protobufjs';
import SnappyJS from 'snappyjs';
import { PrometheusReceiver, trendStats } from '../../../src/report/receivers/prometheus.ts';
import type { ReceiverError } from '../../../src/report/receivers/receiver.ts';
import { startReceiverServer, type Received, type ReceiverServer } from '../../support/receiver-server.ts';
import { follow } from './follow.ts';

/** Of Prometheus' prompb/remote.proto and types.proto, what remote write 1.0 needs. */
const WriteRequest = protobuf
  .parse(
    `syntax = "proto3";
     message WriteRequest { repeated TimeSeries timeseries = 1; }
     message TimeSeries { repeated Label labels = 1; repeated Sample samples = 2; }
     message Label { string name = 1; string value = 2; }
     message Sample { double value = 1; int64 timestamp = 2; }`,
  )
  .root.lookupType('WriteRequest');

interface Series {
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly samples: readonly { readonly value: number; readonly timestamp: number }[];
}

function decoded({ body }: Received): readonly Series[] {
  const message = WriteRequest.decode(new Uint8Array(SnappyJS.uncompress(body)));
  const { timeseries } = WriteRequest.toObject(message, { longs: Number, defaults: true }) as {
    readonly timeseries: readonly Series[];
  };
  return timeseries;
}

/** `name{label="value"}` → the last value; without the labels that all of them have. */
function values(requests: readonly Received[]): Map<string, number> {
  return new Map(
    requests.flatMap(decoded).map(({ labels, samples }) => {
      const name = labels.find((label) => label.name === '__name__')?.value ?? '';
      const others = labels.filter((label) => !['__name__', 'testid', 'scenario'].includes(label.name));
      return [
        `${name}{${others.map((label) => `${label.name}="${label.value}"`).join()}}`,
        samples.at(-1)?.value ?? NaN,
      ];
    }),
  );
}

describe('Prometheus remote write', () => {
  let server: ReceiverServer;
  beforeEach(async () => (server = await startReceiverServer()));
  afterEach(() => server.close());

  it("has k6's names, seconds, and everything since the start", async () => {
    const { result, troubles } = await follow((options) => new PrometheusReceiver(options), server.url);
    const all = values(server.received);
    strictEqual(all.get('k6_http_reqs_total{}'), 300);
    strictEqual(all.get('k6_vus{}'), 10);
    const me = 'expected_response="true",method="GET",name="GET /health",stage="ramp up",status="200"';
    strictEqual(all.get(`k6_http_req_duration_p95{${me}}`), 0.00146);
    strictEqual(all.get(`k6_http_req_duration_count{${me}}`), 60);
    strictEqual(all.get(`k6_http_req_failed_rate{${me}}`), 0);
    strictEqual(all.get(`k6_http_req_failed_total{condition="zero",${me}}`), 60);
    strictEqual(all.get('k6_checks_total{check="status is 200",condition="nonzero"}'), 270);
    deepStrictEqual(troubles, []);
    strictEqual(result.sent, server.received.flatMap(decoded).length);
  });

  it('has gauges of thresholds: the verdict so far, what was measured, the limits', async () => {
    await follow((options) => new PrometheusReceiver(options), server.url);
    const all = values(server.received);
    const failed = 'metric="http_req_failed",threshold="http_req_failed: rate < 1%"';
    strictEqual(all.get(`rampwright_threshold_ok{${failed}}`), 0);
    strictEqual(all.get(`rampwright_threshold_actual{${failed}}`), 0.2);
    strictEqual(all.get(`rampwright_threshold_limit{${failed}}`), 0.01);
    const me = 'metric="http_req_duration",threshold="http_req_duration{name:GET /auth/me}: p(95) < 2ms"';
    // 2 ms and 50 ms, in seconds; what is acceptable does not fail the run.
    deepStrictEqual(
      ['limit', 'acceptable', 'ok'].map((figure) => all.get(`rampwright_threshold_${figure}{${me}}`)),
      [0.002, 0.05, 1],
    );
    const empty = 'metric="export_latency",threshold="export_latency: p(95) < 500ms"';
    deepStrictEqual(
      ['limit', 'actual', 'ok'].map((figure) => all.get(`rampwright_threshold_${figure}{${empty}}`)),
      [0.5, undefined, undefined],
    );
  });

  it('sorts labels, leaves out empty ones, and never sends one series twice at a time', async () => {
    await follow((options) => new PrometheusReceiver(options), server.url, { K6_PROMETHEUS_RW_PUSH_INTERVAL: '1s' });
    const seen = new Set<string>();
    for (const { labels, samples } of server.received.flatMap(decoded)) {
      const names = labels.map(({ name }) => name);
      deepStrictEqual(names, [...names].sort());
      ok(labels.every(({ value }) => value !== ''));
      for (const { timestamp } of samples) {
        const key = `${JSON.stringify(labels)} ${timestamp}`;
        ok(!seen.has(key), key);
        seen.add(key);
      }
    }
    // A second each, and the verdicts once more at the end.
    strictEqual(new Set(server.received.flatMap(decoded).map(({ samples }) => samples[0]?.timestamp)).size, 7);
  });

  it('has the headers of the protocol, and the credentials of the environment', async () => {
    await follow((options) => new PrometheusReceiver(options), null, {
      K6_PROMETHEUS_RW_SERVER_URL: `${server.url}/api/v1/write`,
      K6_PROMETHEUS_RW_USERNAME: 'ada',
      K6_PROMETHEUS_RW_PASSWORD: 'pass',
    });
    const { path, headers } = server.received[0] ?? {};
    strictEqual(path, '/api/v1/write');
    strictEqual(headers?.['content-encoding'], 'snappy');
    strictEqual(headers['content-type'], 'application/x-protobuf');
    strictEqual(headers['x-prometheus-remote-write-version'], '0.1.0');
    strictEqual(headers.authorization, `Basic ${Buffer.from('ada:pass').toString('base64')}`);
  });

  it('that is not enabled is told with the option that enables it', async () => {
    server.answer(() => ({ status: 404, body: 'remote write receiver needs to be enabled' }));
    const { result, troubles } = await follow((options) => new PrometheusReceiver(options), server.url);
    strictEqual(result.sent, 0);
    match(troubles.join('\n'), /404 Not Found: remote write receiver.*--web\.enable-remote-write-receiver/);
  });

  it("gives the figures of trends that k6's variable asks for", () => {
    deepStrictEqual(
      trendStats('p(95), p(99.9),count').map(({ suffix }) => suffix),
      ['p95', 'p999', 'count'],
    );
    throws(
      () => trendStats('p95'),
      (error: ReceiverError) => /"p95"/.test(error.message) && /p\(N\)/.test(error.wayOut),
    );
  });
});
