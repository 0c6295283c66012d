import type { Clock, Timer } from './clock.ts';

/**
 * Runs something on a schedule, at every multiple of `everyMs` after `startMs`, until it is stopped. What takes longer than that is not run twice
 * at a time: the moments that it missed are left out.
 */
export class Repeating {
  readonly #clock: Clock;
  readonly #startMs: number;
  readonly #everyMs: number;
  readonly #run: () => Promise<void>;
  #timer: Timer | null = null;
  #running: Promise<void> = Promise.resolve();

  constructor(clock: Clock, startMs: number, everyMs: number, run: () => Promise<void>) {
    this.#clock = clock;
    this.#startMs = startMs;
    this.#everyMs = everyMs;
    this.#run = run;
    this.#wait();
  }

  /** Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    await this.#running;
  }

  #wait(): void {
    const nth = Math.floor(Math.max(0, this.#clock.now() - this.#startMs) / this.#everyMs) + 1;
    const timer = this.#clock.at(this.#startMs + nth * this.#everyMs, () => {
      this.#running = this.#run().then(() => {
        // Not where it was stopped meanwhile.
        if (this.#timer === timer) this.#wait();
      });
    });
    this.#timer = timer;
  }
}
