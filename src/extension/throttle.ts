/** Calls a function as often as asked, but not more often than each so many milliseconds; the last call is never lost. */
export interface Throttled {
  /** Calls it now if the last call is long enough ago, else as soon as it is. */
  readonly soon: () => void;
  /** Calls it now. */
  readonly now: () => void;
  dispose(): void;
}

export function throttled(everyMs: number, call: () => void): Throttled {
  let timer: NodeJS.Timeout | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    call();
  };
  return {
    now,
    soon: () => {
      if (timer) return;
      const waitMs = last + everyMs - performance.now();
      if (waitMs <= 0) now();
      else timer = setTimeout(now, waitMs);
    },
    dispose: () => clearTimeout(timer),
  };
}
