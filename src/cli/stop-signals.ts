const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns the signals of people and of CI into requests to stop, in order: the first, the second, … */
export class StopSignals {
  readonly #onStop: (nth: number) => void;
  #count = 0;

  constructor(onStop: (nth: number) => void) {
    this.#onStop = onStop;
    for (const signal of SIGNALS) process.on(signal, this.#receive);
  }

  /** Whether anyone asked to stop. */
  get stopped(): boolean {
    return this.#count > 0;
  }

  close(): void {
    for (const signal of SIGNALS) process.off(signal, this.#receive);
  }

  readonly #receive = (): void => {
    this.#onStop(++this.#count);
  };
}
