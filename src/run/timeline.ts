import { BucketSums } from './bucket-sums.ts';
import type { Interval, SeriesDefinition } from './events.ts';
import { stalledMs, type GeneratorState } from './generator-health.ts';
import { mostActive } from './interval-groups.ts';
import { sparsePercentiles, type SparseCounts } from './histogram.ts';

/** What an interval measured of one endpoint, or of all of them. Latencies are ms of what was answered as expected. */
export interface Reading {
  readonly requests: number;
  /** Without what the scenario tolerates. */
  readonly failed: number;
  /** Answered 429; tolerated or not. */
  readonly throttled: number;
  /** How many were answered as expected: the samples of the three figures that follow, which are NaN without any. */
  readonly answered: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  /** Median of what failed; NaN where nothing did. */
  readonly failedP50: number;
}

/** One interval. */
export interface Moment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly vus: number;
  readonly generator: GeneratorState;
  /** For how long the generator stood still at a stretch; 0 where it did not. */
  readonly stalledMs: number;
  readonly iterations: number;
  readonly dropped: number;
  readonly total: Reading;
}

export interface EndpointTimeline {
  readonly method: string;
  readonly name: string;
  /** By the index of the moment; undefined where it had no requests. */
  readonly readings: readonly (Reading | undefined)[];
}

interface Gathering {
  requests: number;
  failed: number;
  throttled: number;
  readonly answered: SparseCounts[];
  readonly rejected: SparseCounts[];
}

interface Endpoint {
  readonly method: string;
  readonly name: string;
  readonly readings: (Reading | undefined)[];
  gathering: Gathering | null;
}

type Role =
  | { readonly kind: 'duration'; readonly endpoint: Endpoint; readonly asExpected: boolean }
  | { readonly kind: 'outcome'; readonly endpoint: Endpoint; readonly tolerated: boolean; readonly throttled: boolean }
  | { readonly kind: 'iterations' | 'dropped' };

/**
 * A run as a row of moments with a few figures each, made while the events come: what asks "when" reads this in no time, where
 * windows of the whole histograms would take seconds.
 */
export class Timeline {
  readonly #moments: Moment[] = [];
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #roles = new Map<number, Role>();

  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** In the order of their first request. */
  get endpoints(): readonly EndpointTimeline[] {
    return [...this.#endpoints.values()];
  }

  onSeries({ id, metric, tags }: SeriesDefinition): void {
    const tolerated = tags['tolerated'] === 'true';
    switch (metric) {
      case 'http_req_duration': {
        const asExpected = tolerated || tags['expected_response'] !== 'false';
        this.#roles.set(id, { kind: 'duration', endpoint: this.#endpoint(tags), asExpected });
        break;
      }
      case 'http_req_failed': {
        const throttled = tags['status'] === '429';
        this.#roles.set(id, { kind: 'outcome', endpoint: this.#endpoint(tags), tolerated, throttled });
        break;
      }
      case 'iterations':
        this.#roles.set(id, { kind: 'iterations' });
        break;
      case 'dropped_iterations':
        this.#roles.set(id, { kind: 'dropped' });
        break;
    }
  }

  /** A trend's values of the interval that `onInterval` is called with next. */
  onTrend(id: number, counts: () => SparseCounts): void {
    const role = this.#roles.get(id);
    if (role?.kind !== 'duration') return;
    const gathering = gatheringOf(role.endpoint);
    (role.asExpected ? gathering.answered : gathering.rejected).push(counts());
  }

  onInterval(interval: Interval, generator: GeneratorState): void {
    const { fromMs, toMs, counters, rates } = interval;
    let iterations = 0;
    let dropped = 0;
    for (const [id, sum] of counters ?? []) {
      const kind = this.#roles.get(id)?.kind;
      if (kind === 'iterations') iterations += sum;
      else if (kind === 'dropped') dropped += sum;
    }
    for (const [id, trues, total] of rates ?? []) {
      const role = this.#roles.get(id);
      if (role?.kind !== 'outcome') continue;
      const gathering = gatheringOf(role.endpoint);
      gathering.requests += total;
      if (!role.tolerated) gathering.failed += trues;
      if (role.throttled) gathering.throttled += total;
    }
    const index = this.#moments.length;
    const all = emptyGathering();
    for (const endpoint of this.#endpoints.values()) {
      const { gathering } = endpoint;
      if (!gathering) continue;
      endpoint.gathering = null;
      if (gathering.requests === 0) continue;
      endpoint.readings[index] = readingOf(gathering);
      all.requests += gathering.requests;
      all.failed += gathering.failed;
      all.throttled += gathering.throttled;
      all.answered.push(...gathering.answered);
      all.rejected.push(...gathering.rejected);
    }
    this.#moments.push({
      fromMs,
      toMs,
      vus: mostActive(interval),
      generator,
      stalledMs: stalledMs(interval),
      iterations,
      dropped,
      total: readingOf(all),
    });
  }

  /** Forgets the last moments, as those that `onInterval` is called with next stand for them. */
  dropLast(count: number): void {
    this.#moments.length -= count;
    for (const { readings } of this.#endpoints.values()) {
      if (readings.length > this.#moments.length) readings.length = this.#moments.length;
    }
  }

  #endpoint(tags: SeriesDefinition['tags']): Endpoint {
    const { method = '', name = '' } = tags;
    const key = `${method}\0${name}`;
    let endpoint = this.#endpoints.get(key);
    if (!endpoint) this.#endpoints.set(key, (endpoint = { method, name, readings: [], gathering: null }));
    return endpoint;
  }
}

const emptyGathering = (): Gathering => ({ requests: 0, failed: 0, throttled: 0, answered: [], rejected: [] });

function gatheringOf(endpoint: Endpoint): Gathering {
  return (endpoint.gathering ??= emptyGathering());
}

const sums = new BucketSums();
/** Of more histograms than this, adding them up first is quicker. */
const FEW = 4;

function percentilesOf(parts: readonly SparseCounts[], percentiles: readonly number[]): number[] {
  if (parts.length <= FEW) return sparsePercentiles(parts, percentiles);
  for (const part of parts) sums.add(part);
  const values = sums.percentiles(percentiles);
  sums.reset();
  return values;
}

function readingOf({ requests, failed, throttled, answered, rejected }: Gathering): Reading {
  const [p5 = Number.NaN, p50 = Number.NaN, p95 = Number.NaN] = percentilesOf(answered, [5, 50, 95]);
  const [failedP50 = Number.NaN] = percentilesOf(rejected, [50]);
  return { requests, failed, throttled, answered: counted(answered), p5, p50, p95, failedP50 };
}

function counted(parts: readonly SparseCounts[]): number {
  let sum = 0;
  for (const part of parts) for (let i = 1; i < part.length; i += 2) sum += part[i] ?? 0;
  return sum;
}
