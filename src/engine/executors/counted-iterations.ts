import type { LoadLevel } from '../../run/events.ts';
import { scaledVUs } from '../../scenario/schedule/index.ts';
import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import { EndingLoad } from './ending-load.ts';
import type { IterationRunner } from './iteration-runner.ts';
import { shareOf } from './load.ts';

/** How often a worker without VUs looks whether those of the others are done, too. */
const LOOK_MS = 10;

export interface Counted {
  readonly vus: number;
  readonly maxDurationMs: number;
  /** The number of the VU's next iteration, or null when it has no more to do. */
  next(vu: Vu): number | null;
  /** How many iterations `next` would still have given, by now, to these VUs: those that are at work. It gives none after it. */
  takeRest(vus: readonly Vu[]): number;
}

/**
 * VUs that run a number of iterations as fast as they can, and at most `maxDuration`: `shared-iterations` and
 * `per-vu-iterations`. The load is over when no worker has a VU at work: until then, a person may have VUs back, or more of them, in
 * workers that have none.
 */
export class CountedIterations extends EndingLoad {
  readonly #counted: Counted;
  /** By their index; those that run, and those that have no more to do. */
  readonly #running = new Set<number>();
  readonly #finished = new Set<number>();
  #timer: Timer | null = null;
  #look: Timer | null = null;
  #begun = false;
  #factor = 1;

  constructor(runner: IterationRunner, counted: Counted, onDone: () => void) {
    super(runner, onDone);
    this.#counted = counted;
  }

  protected get firstVUs(): number {
    return this.#vus;
  }

  start(): void {
    const { clock, startMs, atWork } = this.runner;
    // Whoever begins a moment earlier is not to take this worker for done.
    atWork.add(1);
    this.#timer = clock.at(startMs, () => {
      this.#timer = clock.at(startMs + this.#counted.maxDurationMs, () => this.#endInTime());
      this.#begun = true;
      this.#beginAll();
      atWork.add(-1);
      this.#endWithTheLast();
    });
  }

  protected onChange({ paused, factor }: LoadLevel): void {
    this.#factor = factor;
    this.runner.pause(paused);
    if (!this.#begun) return;
    this.#beginAll();
    for (const index of this.#running) if (index >= this.#vus) this.runner.releaseWaiting(this.runner.vu(index));
  }

  /** Wanted of this worker. */
  get #vus(): number {
    return shareOf(scaledVUs(this.#counted.vus, this.#factor), this.runner.share);
  }

  #beginAll(): void {
    const vus = this.#vus;
    const fresh = Array.from({ length: vus }, (_, index) => index).filter(
      (index) => !this.#running.has(index) && !this.#finished.has(index),
    );
    for (const index of fresh) this.#running.add(index);
    this.runner.active += fresh.length;
    this.runner.atWork.add(fresh.length);
    for (const index of fresh) this.#begin(index);
  }

  protected onOver(): void {
    this.#timer?.cancel();
    this.#look?.cancel();
  }

  /** The last VU of all to finish ends the load before its time. */
  #endWithTheLast(): void {
    if (this.over || this.#running.size > 0) return;
    const { clock, atWork } = this.runner;
    if (atWork.value === 0) {
      this.end();
      return;
    }
    this.#look?.cancel();
    this.#look = clock.at(clock.now() + LOOK_MS, () => this.#endWithTheLast());
  }

  /** What the time did not suffice for is dropped, as k6 has it; what a stop leaves is not. */
  #endInTime(): void {
    const { runner } = this;
    const wanted = [...this.#running].filter((index) => index < this.#vus);
    runner.drop(this.#counted.takeRest(wanted.map((index) => runner.vu(index))));
    this.end();
  }

  #begin(index: number): void {
    this.runner.begin(this.runner.vu(index), (beginning) => {
      if (beginning === 'ready') this.#iterate(index);
      else this.#ended(index, true);
    });
  }

  #iterate(index: number): void {
    const vu = this.runner.vu(index);
    const wanted = !this.over && index < this.#vus;
    const goOn = (): void => this.#iterate(index);
    // Only then it takes a number: another VU may run the iteration that this one would wait with.
    if (wanted && (this.runner.holds(vu, goOn) || this.runner.paces(vu, goOn))) return;
    const number = wanted ? this.#counted.next(vu) : null;
    if (number === null) this.runner.end(vu, () => this.#ended(index, wanted));
    else
      this.runner.run(vu, null, number, (ended) => {
        if (ended === 'more') this.#iterate(index);
        else this.runner.end(vu, () => this.#ended(index, true));
      });
  }

  #ended(index: number, finished: boolean): void {
    this.#running.delete(index);
    if (finished) this.#finished.add(index);
    this.runner.active--;
    this.runner.atWork.add(-1);
    // It may be wanted again since.
    if (!finished && !this.over) this.#beginAll();
    this.#endWithTheLast();
    this.checkDone();
  }
}
