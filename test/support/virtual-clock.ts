import type { Clock, Timer } from '../../src/engine/clock.ts';

/** A clock that stands still until a test moves it. Timers fire in the order of their times, those of one time in the order they were set. */
export class VirtualClock implements Clock {
  #now = 0;
  #order = 0;
  readonly #timers = new Set<{ atMs: number; order: number; callback: () => void }>();

  now(): number {
    return this.#now;
  }

  at(atMs: number, callback: () => void): Timer {
    const timer = { atMs: Math.max(atMs, this.#now), order: this.#order++, callback };
    this.#timers.add(timer);
    return { cancel: () => void this.#timers.delete(timer) };
  }

  soon(callback: () => void): void {
    this.at(this.#now, callback);
  }

  takeWaitedMs(): number {
    return 0;
  }

  readMs(): number {
    return this.#now;
  }

  /** Moves time on, firing everything that is due up to and at its end. */
  advanceTo(atMs: number): void {
    for (let next = this.#next(atMs); next; next = this.#next(atMs)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.atMs);
      next.callback();
    }
    this.#now = Math.max(this.#now, atMs);
  }

  /** Time passes in which nothing is called back: what was due meanwhile is late. */
  stall(ms: number): void {
    this.#now += ms;
  }

  #next(untilMs: number): { atMs: number; order: number; callback: () => void } | undefined {
    return [...this.#timers]
      .filter(({ atMs }) => atMs <= untilMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }
}
