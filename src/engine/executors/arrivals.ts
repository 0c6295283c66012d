import type { Executor } from '../../scenario/plan.ts';
import { arrivalTimes, durationMs } from '../../scenario/schedule/index.ts';
import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import type { IterationRunner } from './iteration-runner.ts';
import { shareOf, type Load } from './load.ts';

type ArrivalRate = Extract<Executor, { kind: 'constant-arrival-rate' | 'ramping-arrival-rate' }>;

/**
 * Starts iterations when they are due, whatever the server does: `constant-arrival-rate` and `ramping-arrival-rate`. Each is
 * run by a VU that is free; where none is and `maxVUs` are busy, it is dropped and counted.
 */
export class Arrivals implements Load {
  readonly #runner: IterationRunner;
  readonly #executor: ArrivalRate;
  readonly #onDone: () => void;
  readonly #due: Iterator<number, void>;
  readonly #free: Vu[] = [];
  readonly #maxVUs: number;
  #index = -1;
  #nextDueMs: number | null = null;
  #timer: Timer | null = null;
  #over = false;
  #done = false;

  constructor(runner: IterationRunner, executor: ArrivalRate, onDone: () => void) {
    this.#runner = runner;
    this.#executor = executor;
    this.#onDone = onDone;
    this.#due = arrivalTimes(executor);
    this.#maxVUs = shareOf(executor.maxVUs, runner.share);
  }

  start(): void {
    const { clock, startMs, share } = this.#runner;
    this.#timer = clock.at(startMs, () => {
      const allocated = shareOf(this.#executor.preAllocatedVUs, share);
      for (let index = 0; index < allocated; index++) this.#free.push(this.#runner.vu(index));
      this.#advance();
      this.#startDue();
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

  #startDue(): void {
    const { clock, startMs } = this.#runner;
    const elapsedMs = clock.now() - startMs;
    while (this.#nextDueMs !== null && this.#nextDueMs <= elapsedMs) {
      this.#startOne(startMs + this.#nextDueMs);
      this.#advance();
    }
    if (this.#over) return;
    if (this.#nextDueMs !== null) this.#timer = clock.at(startMs + this.#nextDueMs, () => this.#startDue());
    // The last iteration may be due before the time is over.
    else this.#timer = clock.at(startMs + durationMs(this.#executor), () => this.#end());
  }

  #startOne(dueMs: number): void {
    const number = this.#runner.counter.next();
    let vu = this.#free.pop();
    if (!vu && this.#runner.vus.length < this.#maxVUs) vu = this.#runner.vu(this.#runner.vus.length);
    if (!vu) {
      this.#runner.drop();
      return;
    }
    const busy = vu;
    this.#runner.active++;
    this.#runner.run(busy, dueMs, number, () => {
      this.#runner.active--;
      this.#free.push(busy);
      this.#checkDone();
    });
  }

  /** On to the next due time that is this worker's. */
  #advance(): void {
    const { worker, workers } = this.#runner.share;
    do {
      const { done, value } = this.#due.next();
      if (done) {
        this.#nextDueMs = null;
        return;
      }
      this.#index++;
      this.#nextDueMs = value;
    } while (this.#index % workers !== worker);
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#nextDueMs = null;
    this.#timer?.cancel();
    const { clock, scenario } = this.#runner;
    this.#timer = clock.at(clock.now() + scenario.gracefulStopMs, () => this.#runner.interruptAll());
    this.#checkDone();
  }

  #checkDone(): void {
    if (!this.#over || this.#done || this.#runner.active > 0) return;
    this.#done = true;
    this.#timer?.cancel();
    for (const vu of this.#runner.vus) vu.closeConnections();
    this.#onDone();
  }
}
