import type { PointBatch } from '../engine/protocol.ts';
import type { Interval, SeriesDefinition } from '../run/events.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';
import { k6Duration } from './k6-values.ts';

/**
 * k6's `--out json`: a `Metric` line before a metric's first sample, and a `Point` line for every sample (k6's
 * internal/output/json). Times are RFC 3339 in UTC, to the microsecond; tag values are always strings. The tag `url` is the
 * request's `name`, as in k6 where a request was given one: a full URL may hold what must not be written down.
 */
export class K6JsonLines {
  readonly #plan: Plan;
  readonly #series = new Map<number, { readonly metric: string; readonly tail: string }>();
  readonly #seen = new Set<string>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  onSeries({ id, metric, tags }: SeriesDefinition): void {
    this.#series.set(id, { metric, tail: `,"tags":${JSON.stringify(k6Tags(metric, tags))}}}\n` });
  }

  /** The VUs of an interval that ended at this time: k6 tells of them each second, and without tags. */
  vuLines({ vus }: Interval, unixMs: number): string {
    return this.#point('vus', unixMs, vus.active, NO_TAGS) + this.#point('vus_max', unixMs, vus.allocated, NO_TAGS);
  }

  /** The lines for a batch, each with its line end. Points of series that were not announced are left out. */
  lines({ series, times, values }: PointBatch): string {
    let text = '';
    for (const [index, id] of series.entries()) {
      const definition = this.#series.get(id);
      const value = values[index] ?? Number.NaN;
      const time = times[index] ?? Number.NaN;
      if (!definition || !Number.isFinite(value) || !Number.isFinite(time)) continue;
      text += this.#point(definition.metric, time, value, definition.tail);
    }
    return text;
  }

  #point(metric: string, unixMs: number, value: number, tail: string): string {
    const point = `{"metric":${JSON.stringify(metric)},"type":"Point","data":{"time":"${rfc3339(unixMs)}","value":${value}${tail}`;
    if (this.#seen.has(metric)) return point;
    this.#seen.add(metric);
    return this.#metricLine(metric) + point;
  }

  #metricLine(name: string): string {
    const { kind = 'trend', contains = 'default' } = metricDefinition(name, this.#plan.metrics) ?? {};
    const own = this.#plan.thresholds.filter(({ metric }) => metric === name);
    const data = {
      name,
      type: kind,
      contains,
      thresholds: own.filter(({ selector }) => selector === name).map(thresholdConfig),
      submetrics: submetrics(name, own),
    };
    return `${JSON.stringify({ type: 'Metric', data, metric: name })}\n`;
  }
}

const NO_TAGS = ',"tags":{}}}\n';

/** What k6 has and we leave out in the run itself: `url`, and the group of what is in none. */
function k6Tags(metric: string, tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { name, scenario, group } = tags;
  const ofRequest = name !== undefined && /^(http|ws)_/.test(metric);
  return {
    ...tags,
    ...(ofRequest && tags['url'] === undefined ? { url: name } : {}),
    ...(scenario !== undefined && group === undefined ? { group: '' } : {}),
  };
}

/** Unix ms, with fractions, as Go's RFC3339Nano: no zeros at the end of the fraction. */
export function rfc3339(unixMs: number): string {
  const microseconds = Math.round(unixMs * 1000);
  const seconds = Math.floor(microseconds / 1e6);
  const fraction = String(microseconds - seconds * 1e6)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction === '' ? '' : `.${fraction}`}Z`;
}

function thresholdConfig({ condition, abortOnFail, delayAbortEvalMs }: Threshold): unknown {
  if (!abortOnFail) return condition.source;
  return {
    threshold: condition.source,
    abortOnFail,
    delayAbortEval: delayAbortEvalMs === 0 ? null : k6Duration(delayAbortEvalMs),
  };
}

function submetrics(name: string, thresholds: readonly Threshold[]): unknown {
  const tagSets = new Map<string, Readonly<Record<string, string>>>();
  if (name === 'http_req_duration') tagSets.set('expected_response:true', { expected_response: 'true' });
  for (const { tags } of thresholds) {
    const suffix = Object.entries(tags)
      .map(([tag, value]) => `${tag}:${value}`)
      .join(',');
    if (suffix !== '') tagSets.set(suffix, tags);
  }
  // k6 writes null for none.
  if (tagSets.size === 0) return null;
  return [...tagSets].map(([suffix, tags]) => ({ name: `${name}{${suffix}}`, suffix, tags }));
}
