import { pushTimeseries, type Timeseries } from 'prometheus-remote-write';
import type { Interval } from '../../run/events.ts';
import { metricDefinition } from '../../run/metrics.ts';
import type { RunModel } from '../../run/model.ts';
import type { TrendSink } from '../../run/sinks.ts';
import type { MetricContains, Plan } from '../../scenario/plan.ts';
import { runTags } from '../influx-lines.ts';
import { thresholdFigures } from '../threshold-figures.ts';
import { Delivery, realWait, type Attempt } from './delivery.ts';
import { post } from './post.ts';
import { ReceiverError, type Receiver, type ReceiverOptions, type ReceiverResult } from './receiver.ts';
import { basicAuthorization, durationVariable, receiverUrl, variable, type Environment } from './settings.ts';

/** k6's. */
const USUAL_URL = 'http://localhost:9090/api/v1/write';
const PUSH_INTERVAL_MS = 5000;
const USUAL_STATS = 'count,sum,avg,min,med,max,p(90),p(95),p(99)';

const SERIES_PER_REQUEST = 2000;
const MOST_SERIES = 100_000;
const GRACE_MS = 10_000;

/** A figure of a trend: what its name ends with, and how it is read. */
interface TrendStat {
  readonly suffix: string;
  /** Counts have no unit. */
  readonly isCount: boolean;
  readonly read: (sink: TrendSink) => number | null;
}

/**
 * Remote write 1.0 of everything measured since the start, by k6's names: `k6_` before them, `_total` behind counters, `_rate`
 * behind rates, and a gauge for each figure of a trend (`k6_http_req_duration_p95`); times in seconds. Besides k6's `_rate`, a
 * ratio since the start, rates have the counter `_total{condition="nonzero"|"zero"}`, of which any window can be computed.
 * Labels are the tags, and `testid`, by which k6's dashboards tell runs apart. Thresholds are gauges of their own.
 */
export class PrometheusReceiver implements Receiver {
  readonly title: string;
  readonly #delivery: Delivery<Timeseries>;
  readonly #stats: readonly TrendStat[];
  readonly #pushEveryMs: number;
  #pushedAtMs = 0;
  #lastMs: number | null = null;

  /** @throws ReceiverError */
  constructor({ target, env, onTrouble }: ReceiverOptions) {
    const { url, username, password } = receiverUrl(
      target ?? variable(env, 'K6_PROMETHEUS_RW_SERVER_URL') ?? USUAL_URL,
      'prometheus-rw',
    );
    const shown = `Prometheus at ${url.origin}`;
    this.title = shown;
    this.#stats = trendStats(variable(env, 'K6_PROMETHEUS_RW_TREND_STATS') ?? USUAL_STATS);
    this.#pushEveryMs = durationVariable(env, 'K6_PROMETHEUS_RW_PUSH_INTERVAL', PUSH_INTERVAL_MS);
    const headers = authorization(env, username, password);
    this.#delivery = new Delivery({
      send: (series, signal) => push(series, { url: url.href, headers }, signal),
      wait: realWait,
      mostItems: MOST_SERIES,
      itemsPerRequest: SERIES_PER_REQUEST,
      onTrouble: (reason) =>
        onTrouble(`${shown} does not take the run's samples: ${reason}.${hint(reason)} The run goes on.`),
    });
  }

  onInterval(run: RunModel, { toMs }: Interval): void {
    this.#lastMs = toMs;
    if (toMs - this.#pushedAtMs >= this.#pushEveryMs) this.#push(run, toMs);
  }

  async finish(run: RunModel): Promise<ReceiverResult> {
    if (this.#lastMs !== null && this.#lastMs > this.#pushedAtMs) this.#push(run, this.#lastMs);
    // A millisecond later: the end may have changed a verdict, and a sample that was sent cannot be sent anew.
    else if (this.#lastMs !== null) this.#delivery.push(thresholdSeries(run, this.#lastMs + 1));
    return { ...(await this.#delivery.close(GRACE_MS)), unit: 'sample' };
  }

  #push(run: RunModel, atMs: number): void {
    this.#pushedAtMs = atMs;
    this.#delivery.push([...timeseries(run, atMs, this.#stats), ...thresholdSeries(run, atMs)]);
  }
}

/** Everything since the start as of a moment of the load: one sample a series. */
export function timeseries(run: RunModel, atMs: number, stats: readonly TrendStat[]): Timeseries[] {
  const timestamp = Math.round(run.timeOf(atMs) ?? 0);
  const { plan } = run;
  if (!plan) return [];
  return run.series().flatMap(({ definition: { metric, tags }, sink }) => {
    const one = (suffix: string, value: number | null, more: Readonly<Record<string, string>> = {}): Timeseries[] => {
      if (value === null || !Number.isFinite(value)) return [];
      const labels = labelsOf(`k6_${metric}${suffix}`, { ...runTags(run), ...tags, ...more });
      return [{ labels, samples: [{ value, timestamp }] }];
    };
    const scale = isTime(metric, plan) ? 0.001 : 1;
    switch (sink.kind) {
      case 'counter':
        return one('_total', sink.sum);
      case 'gauge':
        return one('', sink.value);
      case 'rate':
        return [
          ...one('_rate', sink.rate),
          ...one('_total', sink.trues, { condition: 'nonzero' }),
          ...one('_total', sink.total - sink.trues, { condition: 'zero' }),
        ];
      case 'trend':
        if (sink.count === 0) return [];
        return stats.flatMap(({ suffix, isCount, read }) => {
          const value = read(sink);
          return one(`_${suffix}`, value === null ? null : value * (isCount ? 1 : scale));
        });
    }
  });
}

/** `rampwright_threshold_ok`, `_actual`, `_limit` and `_acceptable` as of a moment of the load; times in seconds. */
export function thresholdSeries(run: RunModel, atMs: number): Timeseries[] {
  const timestamp = Math.round(run.timeOf(atMs) ?? 0);
  return thresholdFigures(run).flatMap(({ tags, contains, figures }) =>
    Object.entries(figures).map(([figure, value]) => ({
      labels: labelsOf(`rampwright_threshold_${figure}`, { ...runTags(run), ...tags }),
      samples: [{ value: value * (contains === 'time' && figure !== 'ok' ? 0.001 : 1), timestamp }],
    })),
  );
}

/** k6's `K6_PROMETHEUS_RW_TREND_STATS`: `p(95)` becomes `p95`, `p(99.9)` `p999`. @throws ReceiverError */
export function trendStats(list: string): TrendStat[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name): TrendStat => {
      const percentile = /^p\((\d+(?:\.\d+)?)\)$/.exec(name)?.[1];
      if (percentile !== undefined && Number(percentile) <= 100) {
        const suffix = `p${percentile.replace('.', '')}`;
        return { suffix, isCount: false, read: (sink) => sink.percentile(Number(percentile)) };
      }
      const read = NAMED_STATS.get(name);
      if (!read)
        throw new ReceiverError(
          `K6_PROMETHEUS_RW_TREND_STATS has "${name}", which is no figure of a trend.`,
          `There are ${[...NAMED_STATS.keys()].join(', ')} and p(N).`,
        );
      return { suffix: name, isCount: name === 'count', read };
    });
}

const NAMED_STATS = new Map<string, TrendStat['read']>([
  ['count', (sink) => sink.count],
  ['sum', (sink) => sink.sum],
  ['avg', (sink) => sink.average],
  ['min', (sink) => sink.lowest],
  ['med', (sink) => sink.percentile(50)],
  ['max', (sink) => sink.highest],
]);

async function push(
  series: readonly Timeseries[],
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  signal: AbortSignal,
): Promise<Attempt> {
  let attempt: Attempt = { kind: 'accepted' };
  await pushTimeseries([...series], {
    url,
    headers: { ...headers, 'content-encoding': 'snappy', 'x-prometheus-remote-write-version': '0.1.0' },
    fetch: async (to, init) => {
      // A copy of its own: the compressed bytes may be a part of a larger buffer.
      const body = new Uint8Array(init?.body ?? new ArrayBuffer()).slice().buffer;
      attempt = await post({ url: to, headers: init?.headers ?? {}, body }, signal);
      return { status: 200, statusText: '', text: () => Promise.resolve('') };
    },
  });
  return attempt;
}

/** Sorted, as the protocol wants them; a label without a value is no label. */
function labelsOf(name: string, tags: Readonly<Record<string, string>>): Timeseries['labels'] {
  const entries = Object.entries(tags)
    .filter(([, value]) => value !== '')
    .map(([tag, value]): [string, string] => [tag.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=\d)/, '_'), value]);
  const sorted = [...entries, ['__name__', name] as const].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { ...Object.fromEntries(sorted), __name__: name };
}

function authorization(env: Environment, username: string, password: string): Record<string, string> {
  const token = variable(env, 'K6_PROMETHEUS_RW_BEARER_TOKEN');
  if (token !== null) return { authorization: `Bearer ${token}` };
  const user = username || variable(env, 'K6_PROMETHEUS_RW_USERNAME');
  if (user === null) return {};
  return { authorization: basicAuthorization(user, password || (variable(env, 'K6_PROMETHEUS_RW_PASSWORD') ?? '')) };
}

function hint(reason: string): string {
  if (/^40[13] /.test(reason))
    return ' Set K6_PROMETHEUS_RW_USERNAME and K6_PROMETHEUS_RW_PASSWORD, or K6_PROMETHEUS_RW_BEARER_TOKEN.';
  return reason.startsWith('404 ')
    ? ' Prometheus takes remote write only with --web.enable-remote-write-receiver.'
    : '';
}

function isTime(metric: string, { metrics }: Plan): boolean {
  const contains: MetricContains = metricDefinition(metric, metrics)?.contains ?? 'default';
  return contains === 'time';
}
