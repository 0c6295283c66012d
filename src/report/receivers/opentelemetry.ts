import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes, type Resource } from '@opentelemetry/resources';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { Interval } from '../../run/events.ts';
import type { RunModel } from '../../run/model.ts';
import { VERSION } from '../../run/version.ts';
import { openTelemetryMetrics, openTelemetryThresholds, type HistogramKind } from './opentelemetry-metrics.ts';
import { statusTitle } from '../error-titles.ts';
import { realWait } from './delivery.ts';
import { networkReason } from './post.ts';
import type { Receiver, ReceiverOptions, ReceiverResult } from './receiver.ts';
import { durationVariable, receiverUrl, variable, type Environment } from './settings.ts';

const USUAL_URL = 'http://localhost:4318';
const EXPORT_INTERVAL_MS = 5000;
/** The exporter's own retries end after 10 s; this is for one that is under way and the last one. */
const GRACE_MS = 12_000;

/**
 * Metrics over OTLP/HTTP by OpenTelemetry's own exporter, which reads its environment variables (`OTEL_EXPORTER_OTLP_…`:
 * endpoint, headers, certificates, compression, timeout), encodes, and tries again. All is cumulative since the start, so one
 * export that got lost costs resolution, and the next one has everything.
 */
export class OpenTelemetryReceiver implements Receiver {
  readonly title: string;
  readonly #exporter: OTLPMetricExporter;
  readonly #origin: string;
  readonly #resource: Resource;
  readonly #histograms: HistogramKind;
  readonly #exportEveryMs: number;
  readonly #onTrouble: (message: string) => void;
  #exportedAtMs = 0;
  #lastMs: number | null = null;
  #underWay: Promise<void> | null = null;
  #sent = 0;
  #lost = 0;
  #problem: string | null = null;

  /** @throws ReceiverError */
  constructor({ target, env, onTrouble }: ReceiverOptions) {
    const { url, given } = otlpUrl(target, env);
    this.title = `OpenTelemetry at ${url.origin}`;
    this.#origin = url.origin;
    this.#onTrouble = onTrouble;
    this.#exportEveryMs = durationVariable(env, 'OTEL_METRIC_EXPORT_INTERVAL', EXPORT_INTERVAL_MS);
    this.#histograms =
      variable(env, 'OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION') === 'base2_exponential_bucket_histogram'
        ? 'exponential'
        : 'explicit';
    this.#exporter = new OTLPMetricExporter(given ? { url: url.href } : {});
    this.#resource = resourceFromAttributes({ 'service.name': 'rampwright', 'service.version': VERSION }).merge(
      detectResources({ detectors: [envDetector] }),
    );
  }

  onInterval(run: RunModel, { toMs }: Interval): void {
    this.#lastMs = toMs;
    if (toMs - this.#exportedAtMs < this.#exportEveryMs || this.#underWay) return;
    this.#export(run, toMs);
  }

  async finish(run: RunModel): Promise<ReceiverResult> {
    const inTime = new AbortController();
    const last = async (): Promise<void> => {
      await this.#underWay;
      // Once more in any case: the end may have changed a verdict.
      if (this.#lastMs !== null) this.#export(run, this.#lastMs);
      await this.#underWay;
      await this.#exporter.shutdown();
    };
    await Promise.race([last(), realWait(GRACE_MS, inTime.signal)]);
    inTime.abort();
    return { sent: this.#sent, lost: this.#lost, unit: 'data point', problem: this.#problem };
  }

  #export(run: RunModel, atMs: number): void {
    this.#exportedAtMs = atMs;
    const metrics = [...openTelemetryMetrics(run, atMs, this.#histograms), ...openTelemetryThresholds(run, atMs)];
    const points = metrics.reduce((sum, { dataPoints }) => sum + dataPoints.length, 0);
    const resourceMetrics: ResourceMetrics = {
      resource: run.start ? this.#resource.merge(resourceFromAttributes({ testid: run.start.runId })) : this.#resource,
      scopeMetrics: [{ scope: { name: 'rampwright', version: VERSION }, metrics }],
    };
    this.#underWay = new Promise<void>((resolve) => {
      this.#exporter.export(resourceMetrics, ({ code, error }) => {
        const outcome: number = code;
        if (outcome === EXPORTED) this.#sent += points;
        else this.#lose(points, error);
        this.#underWay = null;
        resolve();
      });
    });
  }

  #lose(points: number, error: Error | undefined): void {
    this.#lost += points;
    const first = this.#problem === null;
    this.#problem = problemOf(error, this.#origin);
    if (!first) return;
    const hint = /^40[13] /.test(this.#problem) ? ' Set OTEL_EXPORTER_OTLP_HEADERS.' : '';
    this.#onTrouble(`${this.title} does not take the run's metrics: ${this.#problem}.${hint} The run goes on.`);
  }
}

/** The exporter's errors have the answer's status, or are Node's own. */
function problemOf(error: Error | undefined, origin: string): string {
  if (!error) return 'the export failed';
  const code: unknown = Reflect.get(error, 'code');
  if (typeof code === 'number') return statusTitle(code);
  return typeof code === 'string' ? networkReason(error, origin) : error.message.replace(/\.$/, '');
}

/** `ExportResultCode.SUCCESS` of @opentelemetry/core. */
const EXPORTED = 0;

/** A URL without a path means the usual one of metrics; one from the environment is left to the exporter, which has its own rules. */
function otlpUrl(target: string | null, env: Environment): { readonly url: URL; readonly given: boolean } {
  const fromEnvironment = variable(env, 'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT');
  const { url } = receiverUrl(target ?? fromEnvironment ?? USUAL_URL, 'opentelemetry');
  if (url.pathname === '/') url.pathname = '/v1/metrics';
  return { url, given: target !== null || fromEnvironment === null };
}
