import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import type { IterationRunner } from './iteration-runner.ts';
import { shareOf, type Load } from './load.ts';

export interface Counted {
  readonly vus: number;
  readonly maxDurationMs: number;
  /** The number of the VU's next iteration, or null when it has no more to do. */
  next(vu: Vu): number | null;
}

/**
 * VUs that run a number of iterations as fast as they can, and at most `maxDuration`: `shared-iterations` and
 * `per-vu-iterations`.
 */
export class CountedIterations implements Load {
  readonly #runner: IterationRunner;
  readonly #counted: Counted;
  readonly #onDone: () => void;
  #timer: Timer | null = null;
  #over = false;
  #done = false;

  constructor(runner: IterationRunner, counted: Counted, onDone: () => void) {
    this.#runner = runner;
    this.#counted = counted;
    this.#onDone = onDone;
  }

  start(): void {
    const { clock, startMs, share } = this.#runner;
    this.#timer = clock.at(startMs, () => {
      this.#timer = clock.at(startMs + this.#counted.maxDurationMs, () => this.#end());
      const vus = shareOf(this.#counted.vus, share);
      this.#runner.active = vus;
      for (let index = 0; index < vus; index++) this.#iterate(this.#runner.vu(index));
      this.#checkDone();
    });
  }

  stop(): void {
    this.#end();
    this.#runner.stopAll();
  }

  interrupt(): void {
    this.#end();
    this.#runner.interruptAll();
  }

  /** The time is over: iterations may finish within the graceful stop. */
  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#timer?.cancel();
    const { clock, scenario } = this.#runner;
    this.#timer = clock.at(clock.now() + scenario.gracefulStopMs, () => this.#runner.interruptAll());
    this.#checkDone();
  }

  #iterate(vu: Vu): void {
    const number = this.#over ? null : this.#counted.next(vu);
    if (number !== null) {
      this.#runner.run(vu, null, number, () => this.#iterate(vu));
      return;
    }
    this.#runner.active--;
    vu.closeConnections();
    this.#checkDone();
  }

  #checkDone(): void {
    if (this.#done || this.#runner.active > 0) return;
    this.#done = true;
    this.#over = true;
    this.#timer?.cancel();
    this.#onDone();
  }
}
