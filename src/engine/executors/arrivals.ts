import type { Executor } from '../../scenario/plan.ts';
import type { LoadLevel } from '../../run/events.ts';
import { arrivalTimes, durationMs, scaledVUs, type RateChange } from '../../scenario/schedule/index.ts';
import type { Timer } from '../clock.ts';
import type { Vu } from '../vu.ts';
import { EndingLoad } from './ending-load.ts';
import type { Ended, IterationRunner } from './iteration-runner.ts';
import { ProportionalShare } from './load.ts';

type ArrivalRate = Extract<Executor, { kind: 'constant-arrival-rate' | 'ramping-arrival-rate' }>;

/** Then whatever came over the network has its turn. */
const STARTS_AT_A_TIME = 32;
/** A generator that cannot make the load drops what it is later with, so that it does not fall behind for ever. */
const LATEST_MS = 1000;

/**
 * Starts iterations when they are due, whatever the server does: `constant-arrival-rate` and `ramping-arrival-rate`. Each is
 * run by a VU that is free; where none is and `maxVUs` are busy, it is dropped and counted. Before that, and before another VU is made, all answers
 * are read that have come: a VU whose answer is there is free, though a generator that is late does not know it yet.
 */
export class Arrivals extends EndingLoad {
  readonly #executor: ArrivalRate;
  /** Of VUs, and of the iterations that are due. */
  readonly #share: ProportionalShare;
  readonly #changes: RateChange[] = [];
  #due: Iterator<number, void>;
  readonly #free: Vu[] = [];
  #maxVUs: number;
  #begun = false;
  /** The number, over all workers, of the next iteration that `#due` tells the time of. */
  #number = 0;
  #nextDueMs: number | null = null;
  #timer: Timer | null = null;
  /** No VU was free, and what had come was read since, which freed none. */
  #hasRead = false;
  readonly #onDue = (): void => this.#startDue();

  constructor(runner: IterationRunner, executor: ArrivalRate, onDone: () => void) {
    super(runner, onDone);
    this.#executor = executor;
    this.#due = arrivalTimes(executor);
    this.#share = new ProportionalShare(executor.maxVUs, runner.share);
    this.#maxVUs = this.#share.of(executor.maxVUs);
  }

  protected get firstVUs(): number {
    return this.#share.of(this.#executor.preAllocatedVUs);
  }

  start(): void {
    const { clock, startMs } = this.runner;
    this.#timer = clock.at(startMs, () => {
      const { firstVUs } = this;
      for (let index = 0; index < firstVUs; index++) this.#free.push(this.runner.vu(index));
      this.#begun = true;
      this.#advance();
      this.#startDue();
    });
  }

  protected onChange({ paused, factor }: LoadLevel, sinceStartMs: number): void {
    this.#changes.push({ atMs: sinceStartMs, factor: paused ? 0 : factor });
    // More iterations are to find VUs to run on; fewer need none taken away.
    this.#maxVUs = this.#share.of(scaledVUs(this.#executor.maxVUs, Math.max(1, factor)));
    if (this.#nextDueMs !== null) this.#number--;
    this.#due = arrivalTimes(this.#executor, this.#changes, this.#number);
    if (!this.#begun) return;
    this.#timer?.cancel();
    this.#advance();
    this.#startDue();
  }

  protected onOver(): void {
    this.#nextDueMs = null;
    this.#timer?.cancel();
    if (!this.runner.hasEnding) return;
    const idle = this.#free.splice(0);
    this.runner.active += idle.length;
    for (const vu of idle) this.runner.end(vu, () => this.#ended());
  }

  #startDue(): void {
    const { clock, startMs } = this.runner;
    const nowMs = clock.now();
    // What a stall of the generator has left over is not started all at once, which would take a new VU for each: answers free some in between.
    // The very sum that the timer was set to: what is left of a difference may be a trifle less, and nothing would be due at its own time.
    for (let taken = 0; taken < STARTS_AT_A_TIME && this.#nextDueMs !== null && startMs + this.#nextDueMs <= nowMs;) {
      const dueMs = startMs + this.#nextDueMs;
      const tooLate = nowMs - dueMs > LATEST_MS;
      if (this.#free.length > 0) this.#hasRead = false;
      else if (!tooLate && !this.#hasRead) {
        this.#hasRead = true;
        this.#timer = clock.at(clock.now(), this.#onDue);
        return;
      }
      const number = this.runner.counter.next();
      const vu = tooLate ? null : this.#freeVu();
      if (vu) this.#startOne(vu, dueMs, number);
      else this.runner.drop();
      if (!tooLate) taken++;
      this.#advance();
    }
    this.#hasRead = false;
    if (this.over) return;
    // What is overdue waits for the next turn as well: a timer for a moment that is past would have it still in this one.
    if (this.#nextDueMs !== null) this.#timer = clock.at(Math.max(startMs + this.#nextDueMs, clock.now()), this.#onDue);
    // The last iteration may be due before the time is over.
    else this.#timer = clock.at(startMs + durationMs(this.#executor), () => this.end());
  }

  /** null: all of `maxVUs` are busy. */
  #freeVu(): Vu | null {
    const { vus } = this.runner;
    return this.#free.pop() ?? (vus.length < this.#maxVUs ? this.runner.vu(vus.length) : null);
  }

  #startOne(vu: Vu, dueMs: number, number: number): void {
    this.runner.active++;
    // A VU whose onStart failed or was cut off is lost, and with it the iteration.
    this.runner.begin(vu, (beginning) => {
      if (beginning === 'ready') {
        this.#run(vu, dueMs, number);
        return;
      }
      if (beginning === 'failed' || beginning === 'interrupted') this.runner.drop();
      if (beginning === 'ended') this.#noData();
      this.#ended();
    });
  }

  #run(vu: Vu, dueMs: number, number: number): void {
    if (this.runner.scenario.pacingMs !== null && this.runner.paces(vu, () => this.#runPaced(vu, dueMs, number)))
      return;
    this.runner.run(vu, dueMs, number, (ended) => this.#done(vu, ended));
  }

  #runPaced(vu: Vu, dueMs: number, number: number): void {
    if (!this.over) {
      this.#run(vu, dueMs, number);
      return;
    }
    // It was due, and is not started any more.
    this.runner.drop();
    this.#done(vu, 'more');
  }

  #done(vu: Vu, ended: Ended): void {
    if (ended === 'no-data') this.#noData();
    if (this.over) {
      this.runner.end(vu, () => this.#ended());
      return;
    }
    this.runner.active--;
    this.#free.push(vu);
  }

  #ended(): void {
    this.runner.active--;
    this.checkDone();
  }

  /** No further iteration can have a row. */
  #noData(): void {
    this.runner.clock.soon(() => this.end());
  }

  /** On to the next due time that is this worker's. */
  #advance(): void {
    this.#nextDueMs = null;
    for (;;) {
      const { done, value } = this.#due.next();
      if (done) return;
      if (!this.#share.has(this.#number++)) continue;
      this.#nextDueMs = value;
      return;
    }
  }
}
