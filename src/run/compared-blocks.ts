import type { RunModel, TimeWindow } from './model.ts';
import { CounterSink, RateSink, TrendSink } from './sinks.ts';

/** What is compared: all requests, one endpoint, or a trend of the scenario's own. */
export interface Subject {
  readonly kind: 'total' | 'endpoint' | 'metric';
  /** The requests' tag `name`, the metric, or ''. */
  readonly name: string;
  /** Of an endpoint, else ''. */
  readonly method: string;
}

/** A subject's figures in a stretch of time. */
export interface Gathered {
  requests: number;
  failed: number;
  readonly trend: TrendSink;
}

export function subjectKey({ kind, name, method }: Subject): string {
  return [kind, method, name].join('\0');
}

/** Every subject of a run, over all of it or a window, by `subjectKey`. */
export function gathered(
  run: RunModel,
  window: TimeWindow | null,
): Map<string, { subject: Subject; figures: Gathered }> {
  const subjects = new Map<string, { subject: Subject; figures: Gathered }>();
  const own = new Set((run.plan?.metrics ?? []).flatMap(({ name, kind }) => (kind === 'trend' ? [name] : [])));
  const of = (subject: Subject): Gathered => {
    const key = subjectKey(subject);
    let found = subjects.get(key);
    if (!found) subjects.set(key, (found = { subject, figures: { requests: 0, failed: 0, trend: new TrendSink() } }));
    return found.figures;
  };
  for (const { definition, sink } of run.series(window)) {
    const { metric, tags } = definition;
    if (sink instanceof CounterSink) continue;
    if (metric === 'http_req_duration' || metric === 'http_req_failed') {
      const endpoint: Subject = { kind: 'endpoint', name: tags['name'] ?? '', method: tags['method'] ?? '' };
      for (const figures of [of({ kind: 'total', name: '', method: '' }), of(endpoint)]) {
        if (sink instanceof TrendSink) figures.trend.merge(sink);
        if (sink instanceof RateSink) {
          figures.requests += sink.total;
          // What the scenario tolerates is asked for.
          figures.failed += tags['tolerated'] === 'true' ? 0 : sink.trues;
        }
      }
    } else if (own.has(metric) && sink instanceof TrendSink) {
      of({ kind: 'metric', name: metric, method: '' }).trend.merge(sink);
    }
  }
  return subjects;
}

/** Latencies of a block in buckets of half a percent, fine enough for what a comparison tells. */
const BUCKET = Math.log(1.005);

interface Block {
  readonly requests: number;
  readonly failed: number;
  readonly buckets: Int32Array;
  readonly counts: Float64Array;
}

/** A subject's figures block by block, to be drawn from. */
export class BlockSeries {
  readonly #blocks: readonly (Block | null)[];
  readonly #low: number;
  readonly #counts: Float64Array;

  constructor(blocks: readonly (Gathered | null)[]) {
    this.#blocks = blocks.map((figures) => figures && blockOf(figures));
    const used = this.#blocks.flatMap((block) => (block ? [...block.buckets] : []));
    // Not by spreading: an hour has more buckets than a call may have arguments.
    const low = used.reduce((least, bucket) => Math.min(least, bucket), Number.POSITIVE_INFINITY);
    const high = used.reduce((most, bucket) => Math.max(most, bucket), Number.NEGATIVE_INFINITY);
    this.#low = low;
    this.#counts = new Float64Array(used.length === 0 ? 0 : high - low + 1);
  }

  get length(): number {
    return this.#blocks.length;
  }

  /** The figures of a sample that holds each block so many times. Percentiles are logarithms; null without values. */
  sample(times: Uint16Array, percentiles: readonly number[]): Sampled {
    this.#counts.fill(0);
    let requests = 0;
    let failed = 0;
    let total = 0;
    for (const [index, block] of this.#blocks.entries()) {
      const n = times[index] ?? 0;
      if (n === 0 || !block) continue;
      requests += n * block.requests;
      failed += n * block.failed;
      for (let i = 0; i < block.buckets.length; i++) {
        const count = n * (block.counts[i] ?? 0);
        const at = (block.buckets[i] ?? 0) - this.#low;
        this.#counts[at] = (this.#counts[at] ?? 0) + count;
        total += count;
      }
    }
    return { requests, failed, logs: percentiles.map((p) => (total === 0 ? null : this.#logAt((p / 100) * total))) };
  }

  #logAt(rank: number): number {
    let seen = 0;
    for (let i = 0; i < this.#counts.length; i++) {
      const count = this.#counts[i] ?? 0;
      // Within a bucket as if its values were spread evenly: steps of half a percent would pass for noise, or hide it.
      if (seen + count >= rank && count > 0) return (this.#low + i - 1 + (rank - seen) / count) * BUCKET;
      seen += count;
    }
    return (this.#low + this.#counts.length - 1) * BUCKET;
  }
}

export interface Sampled {
  readonly requests: number;
  readonly failed: number;
  readonly logs: readonly (number | null)[];
}

function blockOf({ requests, failed, trend }: Gathered): Block {
  const buckets = new Map<number, number>();
  trend.histogram.forEachBucket((value, count) => {
    const bucket = Math.ceil(Math.log(Math.max(value, 0.001)) / BUCKET);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + count);
  });
  return {
    requests,
    failed,
    buckets: Int32Array.from(buckets.keys()),
    counts: Float64Array.from(buckets.values()),
  };
}
