import { Histogram } from './histogram.ts';
import { decodeCounts } from './histogram-text.ts';
import type { CounterDelta, GaugeDelta, RateDelta, TrendDelta } from './events.ts';

/** Gathered values of one metric: over a tag set, an interval, a window or a whole run. Sums are exact. */
export class CounterSink {
  readonly kind = 'counter';
  sum = 0;

  add(delta: CounterDelta): void {
    this.sum += delta[1];
  }

  merge(other: CounterSink): void {
    this.sum += other.sum;
  }
}

export class GaugeSink {
  readonly kind = 'gauge';
  value: number | null = null;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;

  add([, last, min, max]: GaugeDelta): void {
    this.value = last;
    this.min = Math.min(this.min, min);
    this.max = Math.max(this.max, max);
  }

  merge(other: GaugeSink): void {
    if (other.value !== null) this.add([0, other.value, other.min, other.max]);
  }
}

export class RateSink {
  readonly kind = 'rate';
  trues = 0;
  total = 0;

  add([, trues, total]: RateDelta): void {
    this.trues += trues;
    this.total += total;
  }

  merge(other: RateSink): void {
    this.trues += other.trues;
    this.total += other.total;
  }

  /** 0 to 1; null without samples. */
  get rate(): number | null {
    return this.total === 0 ? null : this.trues / this.total;
  }
}

export class TrendSink {
  readonly kind = 'trend';
  readonly histogram = new Histogram();
  sum = 0;
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;

  /** `counts` are the delta's, decoded; pass them where they are at hand. */
  add([, , sum, min, max, encoded]: TrendDelta, counts = decodeCounts(encoded)): void {
    this.histogram.addSparse(counts);
    this.extend(sum, min, max);
  }

  record(value: number): void {
    this.histogram.record(value);
    this.extend(value, value, value);
  }

  merge(other: TrendSink): void {
    this.histogram.add(other.histogram);
    this.extend(other.sum, other.min, other.max);
  }

  reset(): void {
    this.histogram.reset();
    this.sum = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
  }

  get count(): number {
    return this.histogram.count;
  }

  /** null without samples, as are all of these. */
  get average(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }

  /** Nearest rank on the histogram, never above the exact maximum nor below the exact minimum. */
  percentile(percentile: number): number | null {
    if (this.count === 0) return null;
    return Math.max(this.min, Math.min(this.max, this.histogram.percentile(percentile)));
  }

  get lowest(): number | null {
    return this.count === 0 ? null : this.min;
  }

  get highest(): number | null {
    return this.count === 0 ? null : this.max;
  }

  /** Of values whose histogram is added on its own. */
  extend(sum: number, min: number, max: number): void {
    this.sum += sum;
    if (min < this.min) this.min = min;
    if (max > this.max) this.max = max;
  }
}

export type Sink = CounterSink | GaugeSink | RateSink | TrendSink;

export function createSink(kind: Sink['kind']): Sink {
  switch (kind) {
    case 'counter':
      return new CounterSink();
    case 'gauge':
      return new GaugeSink();
    case 'rate':
      return new RateSink();
    case 'trend':
      return new TrendSink();
  }
}

/** Adds what another sink of the same kind gathered; throws where the kinds differ. */
export function mergeSinks(into: Sink, other: Sink): void {
  if (into.kind === 'counter' && other.kind === 'counter') into.merge(other);
  else if (into.kind === 'gauge' && other.kind === 'gauge') into.merge(other);
  else if (into.kind === 'rate' && other.kind === 'rate') into.merge(other);
  else if (into.kind === 'trend' && other.kind === 'trend') into.merge(other);
  else throw new TypeError(`A ${other.kind} cannot be merged into a ${into.kind}`);
}
