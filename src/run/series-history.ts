import { BucketSums } from './bucket-sums.ts';
import type { CounterDelta, GaugeDelta, RateDelta, SeriesDefinition, TrendDelta } from './events.ts';
import { decodeCounts, type SparseCounts } from './histogram-text.ts';
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
  /** Of counters and rates: two figures for each entry and one behind the last, all that came before it. */
  readonly #upTo: number[] = [0, 0];
  /** Of trends whose histograms are kept decoded: where the entry's stands. */
  readonly #packs: SparseCounts[] = [];
  readonly #places: number[] = [];
  readonly #blocks: Block[] = [];

  constructor(definition: SeriesDefinition) {
    this.definition = definition;
    this.#sink = createSink(definition.kind);
  }

  /** All that came so far. The same sink each time: it grows with the run. */
  get sink(): Sink {
    this.#fold();
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
    if (delta.length < 4) {
      const [, first, second = 0] = delta;
      const end = this.#upTo.length;
      this.#upTo.push((this.#upTo[end - 2] ?? 0) + first, (this.#upTo[end - 1] ?? 0) + second);
    }
    if (!pack) return;
    this.#packs.push(pack);
    this.#places.push(from, to);
  }

  /**
   * Puts one entry in the place of those of the intervals from `interval` on, of which it holds all: sums of the whole run stay as they are. Without
   * such entries nothing changes.
   */
  rollUp(interval: number, delta: Delta, pack?: SparseCounts, from = 0, to = 0): void {
    const first = this.entryAt(interval);
    if (first === this.length) return;
    this.#fold();
    this.#intervals.length = this.#deltas.length = first;
    if (this.#upTo.length > 2) this.#upTo.length = 2 * (first + 1);
    if (this.#packs.length > 0) {
      this.#packs.length = first;
      this.#places.length = 2 * first;
    }
    this.#blocks.length = Math.min(this.#blocks.length, Math.floor(first / BLOCK));
    this.add(interval, delta, pack, from, to);
    // The sink has what it holds.
    this.#folded = this.length;
  }

  /** Into the sum over the whole run, without being kept: for runs of which no window is asked. */
  addOnce(delta: Delta, pack?: SparseCounts, from = 0, to = 0): void {
    addDelta(this.#sink, delta, pack?.subarray(from, to));
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
    if (to <= from) return;
    if (sink instanceof TrendSink) this.#addTrends(sink, from, to);
    else if (sink instanceof RateSink) sink.add([0, this.#between(0, from, to), this.#between(1, from, to)]);
    else if (sink instanceof CounterSink) sink.add([0, this.#between(0, from, to)]);
    else for (const delta of this.#deltas.slice(from, to)) addDelta(sink, delta);
  }

  /** Adds the histograms of some of the entries. */
  addCounts(into: BucketSums, from: number, to: number): void {
    for (let at = from; at < to;) {
      if (startsBlock(at, to)) {
        into.add(this.#blockAt(at).counts);
        at += BLOCK;
      } else this.#addEntry(into, at++);
    }
  }

  countsOf(entry: number): SparseCounts {
    const pack = this.#packs[entry];
    if (pack) return pack.subarray(this.#places[2 * entry], this.#places[2 * entry + 1]);
    const delta = this.#deltas[entry];
    return delta?.length === 6 ? decodeCounts(delta[5]) : new Uint32Array();
  }

  #fold(): void {
    this.addTo(this.#sink, this.#folded, this.length);
    this.#folded = this.length;
  }

  #addTrends(sink: TrendSink, from: number, to: number): void {
    for (let at = from; at < to;) {
      if (startsBlock(at, to)) {
        const { sum, min, max } = this.#blockAt(at);
        sink.extend(sum, min, max);
        at += BLOCK;
      } else {
        const delta = this.#deltas[at++];
        if (delta?.length === 6) sink.extend(delta[2], delta[3], delta[4]);
      }
    }
    if (to - from > FEW) {
      this.addCounts(sums, from, to);
      sink.histogram.addSparse(sums.drain());
    } else for (let at = from; at < to; at++) sink.histogram.addSparse(this.countsOf(at));
  }

  /** What the first or the second figure of some of the entries comes to. */
  #between(figure: 0 | 1, from: number, to: number): number {
    return (this.#upTo[2 * to + figure] ?? 0) - (this.#upTo[2 * from + figure] ?? 0);
  }

  #addEntry(into: BucketSums, entry: number): void {
    const pack = this.#packs[entry];
    if (pack) into.add(pack, this.#places[2 * entry], this.#places[2 * entry + 1]);
    else into.add(this.countsOf(entry));
  }

  /** The block that starts with an entry. */
  #blockAt(first: number): Block {
    const index = first / BLOCK;
    const known = this.#blocks[index];
    if (known) return known;
    let [sum, min, max] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let entry = first; entry < first + BLOCK; entry++) {
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

/** Whether a block starts there which is over by `to`. */
function startsBlock(at: number, to: number): boolean {
  return at % BLOCK === 0 && at + BLOCK <= to;
}

function addDelta(sink: Sink, delta: Delta, counts?: SparseCounts): void {
  if (sink instanceof TrendSink && delta.length === 6) sink.add(delta, counts);
  else if (sink instanceof GaugeSink && delta.length === 4) sink.add(delta);
  else if (sink instanceof RateSink && delta.length === 3) sink.add(delta);
  else if (sink instanceof CounterSink && delta.length === 2) sink.add(delta);
}
