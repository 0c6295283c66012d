/** One monotonic clock, so that tests can drive time. All times are in ms of this clock. */
export interface Clock {
  now(): number;
  /** Calls back at (not before) `atMs`. */
  at(atMs: number, callback: () => void): Timer;
  /** Calls back once the running callbacks are done, before any later timer. */
  soon(callback: () => void): void;
  /** ms since the last call in which whoever keeps time was busy with nothing but waiting. */
  takeWaitedMs(): number;
  /**
   * The moment at which all had come that this turn of the event loop reads. What is read after others was not later by what these took to be
   * handled.
   */
  readMs(): number;
}

export interface Timer {
  cancel(): void;
}

/** Unix time in ms of a moment of this thread's clock. Threads of one process share it to well under a millisecond. */
export function toUnixMs(clockMs: number): number {
  return performance.timeOrigin + clockMs;
}

export function fromUnixMs(unixMs: number): number {
  return unixMs - performance.timeOrigin;
}

/** The longest delay that a Node timer can hold. */
const MAX_DELAY_MS = 2 ** 31 - 1;

export const realClock: Clock = {
  now: () => performance.now(),
  at(atMs, callback) {
    let handle: NodeJS.Timeout;
    // Node's timers take whole milliseconds, and may fire a fraction of one too early.
    const arm = (): void => {
      const delay = Math.ceil(atMs - performance.now());
      handle = setTimeout(
        () => (performance.now() < atMs ? arm() : callback()),
        Math.min(MAX_DELAY_MS, Math.max(0, delay)),
      );
    };
    arm();
    return {
      cancel() {
        clearTimeout(handle);
      },
    };
  },
  soon: (callback) => void setImmediate(callback),
  takeWaitedMs: () => 0,
  readMs: () => performance.now(),
};
