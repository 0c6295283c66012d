import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import { EndingLoad } from './ending-load.ts';
import type { IterationRunner } from './iteration-runner.ts';
import { shareOf } from './load.ts';

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
export class CountedIterations extends EndingLoad {
  readonly #counted: Counted;
  #timer: Timer | null = null;

  constructor(runner: IterationRunner, counted: Counted, onDone: () => void) {
    super(runner, onDone);
    this.#counted = counted;
  }

  start(): void {
    const { clock, startMs, share } = this.runner;
    this.#timer = clock.at(startMs, () => {
      this.#timer = clock.at(startMs + this.#counted.maxDurationMs, () => this.end());
      const vus = shareOf(this.#counted.vus, share);
      this.runner.active = vus;
      for (let index = 0; index < vus; index++) this.#begin(this.runner.vu(index));
      if (vus === 0) this.end();
    });
  }

  protected onOver(): void {
    this.#timer?.cancel();
  }

  #begin(vu: Vu): void {
    this.runner.begin(vu, (beginning) => {
      if (beginning === 'ready') this.#iterate(vu);
      else this.#ended();
    });
  }

  #iterate(vu: Vu): void {
    const number = this.over ? null : this.#counted.next(vu);
    if (number === null) this.runner.end(vu, () => this.#ended());
    else
      this.runner.run(vu, null, number, (ended) => {
        if (ended === 'more') this.#iterate(vu);
        else this.runner.end(vu, () => this.#ended());
      });
  }

  #ended(): void {
    this.runner.active--;
    // The last one to finish ends the load before its time.
    if (this.runner.active === 0) this.end();
    this.checkDone();
  }
}
