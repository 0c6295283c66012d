import type { DataFeeder, JsonValue } from '../scenario/plan.ts';
import type { Random } from './random.ts';
import type { SharedCounter } from './shared-counters.ts';

/** A feeder's rows as the coordinator read them, for all workers. */
export interface FeederRows {
  readonly rows: readonly JsonValue[];
  /** A byte a row that is 1 while someone has it; null where rows need no giving back. */
  readonly taken: SharedArrayBuffer | null;
}

/** A row of a feeder, and what gives it back. */
export interface TakenRow {
  readonly row: JsonValue;
  readonly release: () => void;
}

/**
 * `ended`: the last row was given, and the feeder doesn't begin again; `all-taken`: unique rows that begin again are all in use at this
 * moment.
 */
export type NoRow = 'ended' | 'all-taken';

const nothing = (): void => undefined;

/** Looks at least, before all rows count as taken: one may be given back behind the look while another one is taken before it. */
const LEAST_LOOKS = 10_000;

/** Needs no giving back, unless rows that are given only once at a time are given again. */
export function takenRows({ pick, atEnd }: DataFeeder, count: number): SharedArrayBuffer | null {
  return pick === 'unique' && atEnd === 'recycle' ? new SharedArrayBuffer(count) : null;
}

/**
 * Gives a feeder's rows, over all workers together:
 *
 * - `sequential` and `unique` in the order of the file, each once, and then again from the first one where it recycles;
 * - `unique` also never one that someone still has: an iteration until its end, a VU until its own;
 * - `random` any row, drawn from the VU's own randomness.
 */
export class Feed {
  readonly feeder: DataFeeder;
  readonly #rows: readonly JsonValue[];
  readonly #taken: Uint8Array | null;
  readonly #counter: SharedCounter;

  constructor(feeder: DataFeeder, { rows, taken }: FeederRows, counter: SharedCounter) {
    this.feeder = feeder;
    this.#rows = rows;
    this.#taken = taken && new Uint8Array(taken);
    this.#counter = counter;
  }

  get size(): number {
    return this.#rows.length;
  }

  take(random: Random): TakenRow | NoRow {
    const { pick, atEnd } = this.feeder;
    const count = this.#rows.length;
    if (pick === 'random') return count === 0 ? 'ended' : this.#row(Math.floor(random.next() * count));
    if (this.#taken) return this.#takeFree(this.#taken);
    const number = this.#counter.next();
    if (count === 0 || (number >= count && atEnd !== 'recycle')) return 'ended';
    return this.#row(number % count);
  }

  /** The next row that nobody has. */
  #takeFree(taken: Uint8Array): TakenRow | NoRow {
    const first = this.#counter.next();
    const looks = taken.length === 0 ? 0 : Math.max(2 * taken.length, LEAST_LOOKS);
    for (let ahead = 0; ahead < looks; ahead++) {
      const index = (first + ahead) % taken.length;
      if (Atomics.compareExchange(taken, index, 0, 1) !== 0) continue;
      return this.#row(index, () => void Atomics.store(taken, index, 0));
    }
    return taken.length === 0 ? 'ended' : 'all-taken';
  }

  #row(index: number, release = nothing): TakenRow {
    return { row: this.#rows[index] ?? null, release };
  }
}
