import { BucketSums } from './bucket-sums.ts';
import type { CounterDelta, GaugeDelta, RateDelta, SeriesDefinition, TrendDelta } from './events.ts';
import type { SparseCounts } from './histogram.ts';
import { createSink, CounterSink, GaugeSink, RateSink, TrendSink, type Sink } from './sinks.ts';

type Delta = CounterDelta | GaugeDelta | RateDelta | TrendDelta;

/** So few histograms are added one by one: adding them up first would take longer. */
const FEW = 8;
const sums = new BucketSums();
/** Windows of long runs are made of blocks of so many entries, each added up when it is first needed. */
const BLOCK = 64;
const blockSums = new BucketSums();

interface Block {
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  readonly counts: SparseCounts;
}

/**
 * What one series brought, interval by interval. Whoever asks for a sum pays for what came since the last question and no more; a run of an hour
 * has hundreds of series of which a view reads a few.
 */
export class SeriesHistory {
  readonly definition: SeriesDefinition;
  readonly #sink: Sink;
  /** How many of the entries are in the sink. */
  #folded = 0;
  /** The index of each entry's interval, ascending. */
  readonly #intervals: number[] = [];
  readonly #deltas: Delta[] = [];
  /** Of trends: where the entry's histogram stands. */
  readonly #packs: SparseCounts[] = [];
  readonly #places: number[] = [];
  readonly #blocks: Block[] = [];

  constructor(definition: SeriesDefinition) {
    this.definition = definition;
    this.#sink = createSink(definition.kind);
  }

  /** All that came so far. The same sink each time: it grows with the run. */
  get sink(): Sink {
    this.addTo(this.#sink, this.#folded, this.length);
    this.#folded = this.length;
    return this.#sink;
  }

  /** How many intervals had values. */
  get length(): number {
    return this.#deltas.length;
  }

  /** `counts` stand in `pack` from `from` to `to`; of trends only. */
  add(interval: number, delta: Delta, pack?: SparseCounts, from = 0, to = 0): void {
    this.#intervals.push(interval);
    this.#deltas.push(delta);
    if (!pack) return;
    this.#packs.push(pack);
    this.#places.push(from, to);
  }

  /** Into the sum over the whole run, without being kept: for runs of which no window is asked. */
  addOnce(delta: Delta, counts?: SparseCounts): void {
    addDelta(this.#sink, delta, counts);
  }

  /** The first entry of an interval with this index or a later one. */
  entryAt(interval: number): number {
    const intervals = this.#intervals;
    let low = 0;
    let high = intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((intervals[middle] ?? 0) < interval) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of an entry's interval. */
  intervalOf(entry: number): number | undefined {
    return this.#intervals[entry];
  }

  /** Adds some of the entries to a sink of the same kind. */
  addTo(sink: Sink, from: number, to: number): void {
    if (sink instanceof TrendSink) {
      this.#addTrends(sink, from, to);
      return;
    }
    for (let entry = from; entry < to; entry++) {
      const delta = this.#deltas[entry];
      if (delta) addDelta(sink, delta);
    }
  }

  /** Adds the histograms of some of the entries. */
  addCounts(into: BucketSums, from: number, to: number): void {
    this.#eachPart(
      from,
      to,
      (entry) => this.#addEntry(into, entry),
      ({ counts }) => into.add(counts),
    );
  }

  countsOf(entry: number): SparseCounts {
    return this.#packs[entry]?.subarray(this.#places[2 * entry], this.#places[2 * entry + 1]) ?? new Uint32Array();
  }

  #addTrends(sink: TrendSink, from: number, to: number): void {
    const several = to - from > FEW;
    this.#eachPart(
      from,
      to,
      (entry) => {
        const delta = this.#deltas[entry];
        if (delta?.length !== 6) return;
        sink.extend(delta[2], delta[3], delta[4]);
        if (several) this.#addEntry(sums, entry);
        else sink.histogram.addSparse(this.countsOf(entry));
      },
      ({ sum, min, max, counts }) => {
        sink.extend(sum, min, max);
        sums.add(counts);
      },
    );
    if (several) sink.histogram.addSparse(sums.drain());
  }

  #addEntry(into: BucketSums, entry: number): void {
    const pack = this.#packs[entry];
    if (pack) into.add(pack, this.#places[2 * entry], this.#places[2 * entry + 1]);
  }

  /** Whole blocks where they are within, and single entries before and after them. */
  #eachPart(from: number, to: number, entry: (index: number) => void, block: (block: Block) => void): void {
    for (let at = from; at < to;) {
      if (at % BLOCK === 0 && at + BLOCK <= to) {
        block(this.#blockAt(at / BLOCK));
        at += BLOCK;
      } else entry(at++);
    }
  }

  #blockAt(index: number): Block {
    const known = this.#blocks[index];
    if (known) return known;
    let [sum, min, max] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let entry = index * BLOCK; entry < (index + 1) * BLOCK; entry++) {
      const delta = this.#deltas[entry];
      if (delta?.length !== 6) continue;
      sum += delta[2];
      min = Math.min(min, delta[3]);
      max = Math.max(max, delta[4]);
      this.#addEntry(blockSums, entry);
    }
    return (this.#blocks[index] = { sum, min, max, counts: Uint32Array.from(blockSums.drain()) });
  }
}

function addDelta(sink: Sink, delta: Delta, counts?: SparseCounts): void {
  if (sink instanceof TrendSink && delta.length === 6) sink.add(delta, counts);
  else if (sink instanceof GaugeSink && delta.length === 4) sink.add(delta);
  else if (sink instanceof RateSink && delta.length === 3) sink.add(delta);
  else if (sink instanceof CounterSink && delta.length === 2) sink.add(delta);
}
