import type { Clock, Timer } from './clock.ts';

/** Something that is to be done by a moment; embedded in the object that waits, so that a deadline costs no allocation. */
export interface Deadline {
  /** ms of the engine's clock; Infinity while it waits for nothing. */
  deadlineMs: number;
  onDeadline(): void;
}

const TICK_MS = 20;

/**
 * Coarse deadlines for very many waiters: set and clear are one assignment, and one timer a worker looks through them every 20 ms. A
 * deadline may come up to 20 ms late, never early.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #waiting = new Set<Deadline>();
  #timer: Timer | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(waiter: Deadline, atMs: number): void {
    waiter.deadlineMs = atMs;
    this.#waiting.add(waiter);
    this.#timer ??= this.#clock.at(this.#clock.now() + TICK_MS, () => this.#tick());
  }

  clear(waiter: Deadline): void {
    waiter.deadlineMs = Number.POSITIVE_INFINITY;
    // It stays in the set, as it is likely to wait again soon; the tick removes the idle ones.
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#waiting.clear();
  }

  #tick(): void {
    const now = this.#clock.now();
    for (const waiter of this.#waiting) {
      if (waiter.deadlineMs === Number.POSITIVE_INFINITY) this.#waiting.delete(waiter);
      else if (waiter.deadlineMs <= now) {
        this.#waiting.delete(waiter);
        waiter.deadlineMs = Number.POSITIVE_INFINITY;
        waiter.onDeadline();
      }
    }
    this.#timer = this.#waiting.size > 0 ? this.#clock.at(now + TICK_MS, () => this.#tick()) : null;
  }
}
