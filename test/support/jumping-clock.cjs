/** Preloaded into a process and its threads: half a second after its start the time of day is set forward by an hour, and a second later back by two. */
const Real = Date;
const startedMs = performance.now();

/** @returns {number} */
function jumpMs() {
  const sinceMs = performance.now() - startedMs;
  return sinceMs < 1500 ? 0 : sinceMs < 2500 ? 3_600_000 : -3_600_000;
}

globalThis.Date = class extends Real {
  /** @param {unknown[]} given */
  constructor(...given) {
    // @ts-expect-error Date's own overloads
    super(...(given.length === 0 ? [Real.now() + jumpMs()] : given));
  }

  static now() {
    return Real.now() + jumpMs();
  }
};
