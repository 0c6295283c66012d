import type { Clock, Timer } from './clock.ts';

/** Timers that are called back one after the other before what came over the network has its turn. */
const TIMERS_AT_A_TIME = 64;
/** Node's timers take whole milliseconds, and are late by up to one: so long before a moment the clock turns instead of sleeping. */
const LAST_MS = { sleep: 1.2, 'busy-wait': 3 };
const SPARE_MS = { sleep: 1, 'busy-wait': 2 };
/** A clock that sleeps may turn for that much of its time, and save up so much of it. */
const TURNING_SHARE = 0.1;
const MOST_SAVED_MS = 2;
/** A turn of the event loop without anything to do is shorter than this. */
const EMPTY_TURN_MS = 0.1;

/** How a worker waits for the next moment: asleep, so that it may be a millisecond late; or awake, which takes a whole core. */
export type Waiting = 'sleep' | 'busy-wait';

class Entry implements Timer {
  readonly atMs: number;
  readonly order: number;
  callback: (() => void) | null;

  constructor(atMs: number, order: number, callback: () => void) {
    this.atMs = atMs;
    this.order = order;
    this.callback = callback;
  }

  /** It stays in the heap until its time. */
  cancel(): void {
    this.callback = null;
  }

  isBefore(other: Entry): boolean {
    return this.atMs < other.atMs || (this.atMs === other.atMs && this.order < other.order);
  }
}

/**
 * The clock of a worker: one heap of timers and one timer of Node for all that wait, be they 10,000 thinking users. Of those that are due at once only some
 * are called back at a time, so that answers are read in between, and a latency is the server's rather than that of the crowd before it.
 */
export class LoadClock implements Clock {
  readonly #waiting: Waiting;
  readonly #heap: Entry[] = [];
  #order = 0;
  #timeout: NodeJS.Timeout | null = null;
  /** When Node's timer wakes; Infinity without one. */
  #wakeMs = Number.POSITIVE_INFINITY;
  /** An immediate is set, which looks at the heap. */
  #turning = false;
  #turnedMs = 0;
  /** How much longer it may turn. */
  #savedMs = MOST_SAVED_MS;
  #savedAtMs = performance.now();
  #waitedMs = 0;
  /** When this turn of the event loop began to read; 0 before. */
  #readMs = 0;
  readonly #onRead = (): void => {
    this.#readMs = 0;
  };
  readonly #onTimeout = (): void => {
    this.#timeout = null;
    this.#wakeMs = Number.POSITIVE_INFINITY;
    this.#turn();
  };
  readonly #onImmediate = (): void => {
    this.#turning = false;
    this.#turn();
  };

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  now(): number {
    return performance.now();
  }

  at(atMs: number, callback: () => void): Timer {
    const entry = new Entry(atMs, this.#order++, callback);
    this.#push(entry);
    if (this.#heap[0] === entry && atMs < this.#wakeMs) this.#arm(performance.now());
    return entry;
  }

  soon(callback: () => void): void {
    setImmediate(callback);
  }

  takeWaitedMs(): number {
    const waited = this.#waitedMs;
    this.#waitedMs = 0;
    return waited;
  }

  readMs(): number {
    if (this.#readMs === 0) {
      this.#readMs = performance.now();
      // They are called as soon as all is read.
      setImmediate(this.#onRead);
    }
    return this.#readMs;
  }

  #turn(): void {
    const startMs = performance.now();
    let called = 0;
    for (let next = this.#heap[0]; next && next.atMs <= startMs && called < TIMERS_AT_A_TIME; next = this.#heap[0]) {
      this.#pop();
      if (next.callback === null) continue;
      called++;
      next.callback();
    }
    const nowMs = called > 0 ? performance.now() : startMs;
    if (called === 0 && this.#turnedMs > 0) {
      const turnMs = startMs - this.#turnedMs;
      this.#savedMs -= turnMs;
      if (turnMs < EMPTY_TURN_MS) this.#waitedMs += turnMs;
    }
    this.#turnedMs = 0;
    this.#arm(nowMs);
  }

  /** Sees to it that the next moment is not missed. */
  #arm(nowMs: number): void {
    const next = this.#heap[0];
    if (!next || this.#turning) return;
    const leftMs = next.atMs - nowMs;
    const last = leftMs <= LAST_MS[this.#waiting];
    if (leftMs <= 0 || (last && this.#mayTurn(nowMs))) {
      this.#turning = true;
      this.#turnedMs = leftMs <= 0 ? 0 : nowMs;
      setImmediate(this.#onImmediate);
      return;
    }
    // It wakes soon enough already.
    if (next.atMs >= this.#wakeMs) return;
    if (this.#timeout) clearTimeout(this.#timeout);
    const sleepMs = last ? 1 : Math.max(1, Math.floor(leftMs - SPARE_MS[this.#waiting]));
    this.#wakeMs = nowMs + sleepMs;
    this.#timeout = setTimeout(this.#onTimeout, Math.min(sleepMs, MAX_DELAY_MS));
  }

  #mayTurn(nowMs: number): boolean {
    if (this.#waiting === 'busy-wait') return true;
    this.#savedMs = Math.min(MOST_SAVED_MS, this.#savedMs + (nowMs - this.#savedAtMs) * TURNING_SHARE);
    this.#savedAtMs = nowMs;
    return this.#savedMs > 0;
  }

  // ── the heap: each entry is before those at twice its place ──

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (!parent || !entry.isBefore(parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const left = heap[below];
      const right = heap[below + 1];
      if (!left) break;
      let least = left;
      if (right?.isBefore(left)) {
        least = right;
        below++;
      }
      if (!least.isBefore(last)) break;
      heap[at] = least;
      at = below;
    }
    heap[at] = last;
  }
}

/** The longest delay that a Node timer can hold. */
const MAX_DELAY_MS = 2 ** 31 - 1;
