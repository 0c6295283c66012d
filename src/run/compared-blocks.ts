import { BucketSums } from './bucket-sums.ts';
import type { SeriesDefinition } from './events.ts';
import { valueOfIndex, type SparseCounts } from './histogram.ts';
import type { RunModel } from './model.ts';
import { createSink, RateSink, TrendSink } from './sinks.ts';

export type SubjectKind = 'total' | 'endpoint' | 'metric';

/** What is compared: all requests, one endpoint, or a trend of the scenario's own. */
export interface Subject {
  readonly kind: SubjectKind;
  /** The requests' tag `name`, the metric, or ''. */
  readonly name: string;
  /** Of an endpoint, else ''. */
  readonly method: string;
}

/** A subject's figures. */
export interface Gathered {
  requests: number;
  /** Without what the scenario tolerates. */
  failed: number;
  /** Failures that it does tolerate. */
  tolerated: number;
  readonly trend: TrendSink;
}

export function nothingGathered(): Gathered {
  return { requests: 0, failed: 0, tolerated: 0, trend: new TrendSink() };
}

export const TOTAL: Subject = { kind: 'total', name: '', method: '' };
const KIND_ORDER = ['total', 'endpoint', 'metric'] as const;

/** All requests first, then endpoints, then trends; each of them once. */
export function subjectsInOrder(subjects: Iterable<Subject>): Subject[] {
  const once = new Map<string, Subject>();
  for (const subject of subjects) {
    const key = subjectKey(subject);
    if (!once.has(key)) once.set(key, subject);
  }
  return [...once.values()].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
}

export function subjectKey({ kind, name, method }: Subject): string {
  return [kind, method, name].join('\0');
}

/** What was measured of a subject. */
export interface SubjectFigures {
  readonly subject: Subject;
  readonly figures: Gathered;
}

/** Every subject of a run, over all of it, by `subjectKey`. */
export function gathered(run: RunModel): Map<string, SubjectFigures> {
  const found = new Map<string, SubjectFigures>();
  const own = ownTrends(run);
  const of = (subject: Subject): Gathered => {
    const key = subjectKey(subject);
    let known = found.get(key);
    if (!known) found.set(key, (known = { subject, figures: nothingGathered() }));
    return known.figures;
  };
  for (const series of run.series()) {
    const { subjects, tolerated } = subjectsOf(series.definition, own);
    if (subjects.length === 0) continue;
    const { sink } = series;
    for (const figures of subjects.map(of)) {
      if (sink instanceof TrendSink) figures.trend.merge(sink);
      if (sink instanceof RateSink) {
        figures.requests += sink.total;
        // What the scenario tolerates is asked for.
        figures[tolerated ? 'tolerated' : 'failed'] += sink.trues;
      }
    }
  }
  return found;
}

/** Names of the trends that a scenario records itself. */
export function ownTrends({ plan }: RunModel): ReadonlySet<string> {
  return new Set((plan?.metrics ?? []).flatMap(({ name, kind }) => (kind === 'trend' ? [name] : [])));
}

/** Latencies of a block in buckets of half a percent, fine enough for what a comparison tells. */
const BUCKET = Math.log(1.005);

/** A subject's figures in a block of time. */
export interface Block {
  requests: number;
  failed: number;
  /** Bucket → how many values are in it. */
  readonly counts: Map<number, number>;
}

/** The blocks of every subject, by `subjectKey`; null where it had none in a block. */
export type Blocks = ReadonlyMap<string, readonly (Block | null)[]>;

/**
 * A run cut into so many blocks of so many ms, series by series: windows of the whole model would take long for a run of an hour.
 */
export function blocksOfRun(run: RunModel, ms: number, count: number): Blocks {
  const own = ownTrends(run);
  const blocks = new Map<string, (Block | null)[]>();
  const of = (subject: Subject, at: number): Block => {
    const key = subjectKey(subject);
    let row = blocks.get(key);
    if (!row) blocks.set(key, (row = new Array<Block | null>(count).fill(null)));
    return (row[at] ??= { requests: 0, failed: 0, counts: new Map() });
  };
  const edges = Array.from({ length: count }, (_, at) => run.indicesOf({ fromMs: at * ms, toMs: (at + 1) * ms }));
  for (const history of run.histories) {
    const { subjects, tolerated } = subjectsOf(history.definition, own);
    if (subjects.length === 0) continue;
    for (const [at, [first, end]] of edges.entries()) {
      const [from, to] = [history.entryAt(first), history.entryAt(end)];
      if (from >= to) continue;
      const sink = createSink(history.definition.kind);
      if (sink instanceof RateSink) history.addTo(sink, from, to);
      else history.addCounts(sums, from, to);
      const values = sums.drain();
      for (const subject of subjects) {
        const block = of(subject, at);
        if (sink instanceof RateSink) {
          block.requests += sink.total;
          block.failed += tolerated ? 0 : sink.trues;
        } else addValues(block.counts, values);
      }
    }
  }
  return blocks;
}

const sums = new BucketSums();

/** What a series' values count for; `own`: the scenario's trends. */
export function subjectsOf(
  { metric, tags }: SeriesDefinition,
  own: ReadonlySet<string>,
): { readonly subjects: readonly Subject[]; readonly tolerated: boolean } {
  const tolerated = tags['tolerated'] === 'true';
  if (metric === 'http_req_duration' || metric === 'http_req_failed') {
    const endpoint: Subject = { kind: 'endpoint', name: tags['name'] ?? '', method: tags['method'] ?? '' };
    return { subjects: [TOTAL, endpoint], tolerated };
  }
  return { subjects: own.has(metric) ? [{ kind: 'metric', name: metric, method: '' }] : [], tolerated };
}

/** Counts values in our coarser buckets. */
export function addValues(into: Map<number, number>, values: SparseCounts): void {
  for (let i = 0; i + 1 < values.length; i += 2) {
    const bucket = bucketOf(values[i] ?? 0);
    into.set(bucket, (into.get(bucket) ?? 0) + (values[i + 1] ?? 0));
  }
}

/** Index of a histogram's bucket → our bucket; worked out once each. */
const known: number[] = [];

function bucketOf(index: number): number {
  return (known[index] ??= Math.ceil(Math.log(Math.max(valueOfIndex(index), 0.001)) / BUCKET));
}

/** A subject's figures of all blocks together, and of all but one of them. */
export class BlockSeries {
  readonly #blocks: readonly (Block | null)[];
  readonly #low: number;
  /** Of all blocks. */
  readonly #counts: Float64Array;

  constructor(blocks: readonly (Block | null)[]) {
    this.#blocks = blocks;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const block of this.#blocks) {
      for (const bucket of block?.counts.keys() ?? []) {
        low = Math.min(low, bucket);
        high = Math.max(high, bucket);
      }
    }
    this.#low = low;
    this.#counts = new Float64Array(high < low ? 0 : high - low + 1);
    for (const block of this.#blocks) this.#add(block, 1);
  }

  get length(): number {
    return this.#blocks.length;
  }

  /** Percentiles are logarithms; null without values. */
  all(percentiles: readonly number[]): Pooled {
    return this.#pooled(null, percentiles);
  }

  without(index: number, percentiles: readonly number[]): Pooled {
    const block = this.#blocks[index] ?? null;
    this.#add(block, -1);
    const pooled = this.#pooled(index, percentiles);
    this.#add(block, 1);
    return pooled;
  }

  #add(block: Block | null, times: 1 | -1): void {
    if (!block) return;
    for (const [bucket, count] of block.counts) {
      const at = bucket - this.#low;
      this.#counts[at] = (this.#counts[at] ?? 0) + times * count;
    }
  }

  #pooled(leftOut: number | null, percentiles: readonly number[]): Pooled {
    let requests = 0;
    let failed = 0;
    for (const [index, block] of this.#blocks.entries()) {
      if (!block || index === leftOut) continue;
      requests += block.requests;
      failed += block.failed;
    }
    let total = 0;
    let sum = 0;
    for (const [index, count] of this.#counts.entries()) {
      total += count;
      sum += count * (this.#low + index);
    }
    const blocks = this.length - (leftOut === null ? 0 : 1);
    if (total === 0) return { blocks, requests, failed, logs: null, average: null };
    return { blocks, requests, failed, logs: this.#logsAt(percentiles, total), average: (sum / total) * BUCKET };
  }

  /** Within a bucket as if its values were spread evenly: steps of half a percent would pass for noise, or hide it. */
  #logsAt(percentiles: readonly number[], total: number): number[] {
    const logs: number[] = [];
    let seen = 0;
    for (let i = 0; i < this.#counts.length && logs.length < percentiles.length; i++) {
      const count = this.#counts[i] ?? 0;
      if (count === 0) continue;
      for (;;) {
        const percentile = percentiles[logs.length];
        const rank = ((percentile ?? 0) / 100) * total;
        if (percentile === undefined || rank > seen + count) break;
        logs.push((this.#low + i - 1 + (rank - seen) / count) * BUCKET);
      }
      seen += count;
    }
    return logs;
  }
}

/** Some of the blocks taken together. */
export interface Pooled {
  readonly blocks: number;
  readonly requests: number;
  readonly failed: number;
  /** Logarithms of the percentiles that were asked for, in ascending order; null without values. */
  readonly logs: readonly number[] | null;
  /** Average of the values' logarithms. */
  readonly average: number | null;
}
