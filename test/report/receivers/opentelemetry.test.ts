import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import protobuf from 'protobufjs';
import { OpenTelemetryReceiver } from '../../../src/report/receivers/opentelemetry.ts';
import { startReceiverServer, type Received, type ReceiverServer } from '../../support/receiver-server.ts';
import { follow } from './follow.ts';

/** Of opentelemetry-proto's collector, metrics, common and resource files, what metrics need. */
const ExportRequest = protobuf
  .parse(
    `syntax = "proto3";
     message ExportRequest { repeated ResourceMetrics resource_metrics = 1; }
     message ResourceMetrics { Resource resource = 1; repeated ScopeMetrics scope_metrics = 2; }
     message Resource { repeated KeyValue attributes = 1; }
     message ScopeMetrics { Scope scope = 1; repeated Metric metrics = 2; }
     message Scope { string name = 1; string version = 2; }
     message KeyValue { string key = 1; AnyValue value = 2; }
     message AnyValue { oneof value { string string_value = 1; } }
     message Metric {
       string name = 1; string description = 2; string unit = 3;
       oneof data { Gauge gauge = 5; Sum sum = 7; Histogram histogram = 9; ExponentialHistogram exponential_histogram = 10; }
     }
     message Gauge { repeated NumberDataPoint data_points = 1; }
     message Sum { repeated NumberDataPoint data_points = 1; int32 aggregation_temporality = 2; bool is_monotonic = 3; }
     message Histogram { repeated HistogramDataPoint data_points = 1; int32 aggregation_temporality = 2; }
     message ExponentialHistogram { repeated ExponentialPoint data_points = 1; int32 aggregation_temporality = 2; }
     message NumberDataPoint { repeated KeyValue attributes = 7; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3; double as_double = 4; }
     message HistogramDataPoint {
       repeated KeyValue attributes = 9; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3; fixed64 count = 4; double sum = 5;
       repeated fixed64 bucket_counts = 6; repeated double explicit_bounds = 7; double min = 11; double max = 12;
     }
     message ExponentialPoint {
       repeated KeyValue attributes = 1; fixed64 start_time_unix_nano = 2; fixed64 time_unix_nano = 3; fixed64 count = 4; double sum = 5;
       sint32 scale = 6; fixed64 zero_count = 7; Buckets positive = 8;
     }
     message Buckets { sint32 offset = 1; repeated uint64 bucket_counts = 2; }`,
  )
  .root.lookupType('ExportRequest');

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue: string };
}
interface Point {
  readonly attributes: readonly Attribute[];
  readonly asDouble: number;
  readonly count: number;
  readonly sum: number;
  readonly bucketCounts: readonly number[];
  readonly explicitBounds: readonly number[];
  readonly scale: number;
  readonly positive: { readonly offset: number; readonly bucketCounts: readonly number[] };
}
interface Data {
  readonly dataPoints: readonly Point[];
  readonly aggregationTemporality: number;
  readonly isMonotonic?: boolean;
}
interface Metric {
  readonly name: string;
  readonly unit: string;
  readonly sum?: Data;
  readonly gauge?: Data;
  readonly histogram?: Data;
  readonly exponentialHistogram?: Data;
}
interface Decoded {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeMetrics: readonly { readonly metrics: readonly Metric[] }[];
  }[];
}

function decoded({ body, headers }: Received): Decoded {
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return ExportRequest.toObject(ExportRequest.decode(bytes), { longs: Number, arrays: true }) as Decoded;
}

const CUMULATIVE = 2;

function tagsOf({ attributes }: { readonly attributes: readonly Attribute[] }): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]));
}

describe('OpenTelemetry metrics', () => {
  let server: ReceiverServer;
  beforeEach(async () => {
    server = await startReceiverServer();
    server.answer(() => ({ status: 200 }));
  });
  afterEach(() => server.close());

  async function exported(env: Readonly<Record<string, string>> = {}): Promise<Map<string, Metric>> {
    await follow((options) => new OpenTelemetryReceiver(options), server.url, env);
    const last = server.received.at(-1);
    ok(last);
    const metrics = decoded(last).resourceMetrics.flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap((scope) => scope.metrics),
    );
    return new Map(metrics.map((metric) => [metric.name, metric]));
  }

  it('are what was counted since the start, as k6 maps it', async () => {
    const metrics = await exported();
    const requests = metrics.get('http_reqs')?.sum;
    deepStrictEqual([requests?.isMonotonic, requests?.aggregationTemporality], [true, CUMULATIVE]);
    strictEqual(requests?.dataPoints[0]?.asDouble, 300);
    strictEqual(metrics.get('vus')?.gauge?.dataPoints[0]?.asDouble, 10);
    const held = metrics.get('checks')?.sum?.dataPoints.find((point) => {
      const tags = tagsOf(point);
      return tags['check'] === 'status is 200' && tags['condition'] === 'nonzero';
    });
    strictEqual(held?.asDouble, 270);
    strictEqual(metrics.get('data_received')?.unit, 'By');
    strictEqual(server.received[0]?.path, '/v1/metrics');
  });

  it('have histograms whose buckets hold every request', async () => {
    const duration = (await exported()).get('http_req_duration');
    strictEqual(duration?.unit, 'ms');
    const points = duration.histogram?.dataPoints ?? [];
    strictEqual(points.length, 5);
    for (const { bucketCounts, explicitBounds, count } of points) {
      strictEqual(bucketCounts.length, explicitBounds.length + 1);
      strictEqual(
        bucketCounts.reduce((sum, n) => sum + n, 0),
        count,
      );
    }
    // After the ramp; 1.48 ms at most: all between 0 and 5.
    deepStrictEqual(points[0]?.bucketCounts.slice(0, 3), [0, 120, 0]);
  });

  it('have exponential histograms where the environment asks for them', async () => {
    const metrics = await exported({
      OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION: 'base2_exponential_bucket_histogram',
    });
    for (const { count, scale, positive } of metrics.get('http_req_duration')?.exponentialHistogram?.dataPoints ?? []) {
      const total = positive.bucketCounts.reduce((sum, n) => sum + n, 0);
      strictEqual(total, count);
      const lowest = 2 ** (positive.offset / 2 ** scale);
      ok(lowest > 0.8 && lowest < 4, String(lowest));
    }
    ok(metrics.get('http_req_duration')?.exponentialHistogram);
  });

  it('have gauges of thresholds, each figure with its unit', async () => {
    const metrics = await exported();
    const of = (figure: string, metric: string) =>
      metrics.get(`threshold_${figure}`)?.gauge?.dataPoints.find((point) => tagsOf(point)['metric'] === metric);
    strictEqual(of('ok', 'http_req_failed')?.asDouble, 0);
    const limit = of('limit', 'http_req_duration');
    strictEqual(limit?.asDouble, 500);
    deepStrictEqual(tagsOf(limit), {
      metric: 'http_req_duration',
      threshold: 'http_req_duration: p(95) < 500ms',
      unit: 'ms',
    });
    strictEqual(of('ok', 'export_latency'), undefined);
  });

  it('name the service and the run in their resource', async () => {
    await exported();
    const first = server.received[0];
    ok(first);
    const resource = tagsOf(decoded(first).resourceMetrics[0]?.resource ?? { attributes: [] });
    strictEqual(resource['service.name'], 'rampwright');
    strictEqual(resource['testid'], 'checkout-20261121-140200-3f9a');
  });

  it('that are refused cost a warning with the variable to set, and a count', async () => {
    server.answer(() => ({ status: 401 }));
    const { result, troubles } = await follow((options) => new OpenTelemetryReceiver(options), server.url);
    strictEqual(result.sent, 0);
    ok(result.lost > 0);
    strictEqual(troubles.length, 1);
    match(troubles[0] ?? '', /401 Unauthorized\. Set OTEL_EXPORTER_OTLP_HEADERS\. The run goes on/);
  });
});
