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

/**
 * Starts iterations when they are due, whatever the server does: `constant-arrival-rate` and `ramping-arrival-rate`. Each is
 * run by a VU that is free; where none is and `maxVUs` are busy, it is dropped and counted.
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
    for (let n = 0; n < STARTS_AT_A_TIME && this.#nextDueMs !== null && startMs + this.#nextDueMs <= nowMs; n++) {
      this.#startOne(startMs + this.#nextDueMs);
      this.#advance();
    }
    if (this.over) return;
    if (this.#nextDueMs !== null) this.#timer = clock.at(startMs + this.#nextDueMs, this.#onDue);
    // The last iteration may be due before the time is over.
    else this.#timer = clock.at(startMs + durationMs(this.#executor), () => this.end());
  }

  #startOne(dueMs: number): void {
    const number = this.runner.counter.next();
    let vu = this.#free.pop();
    if (!vu && this.runner.vus.length < this.#maxVUs) vu = this.runner.vu(this.runner.vus.length);
    if (!vu) {
      this.runner.drop();
      return;
    }
    const busy = vu;
    this.runner.active++;
    // A VU whose onStart failed or was cut off is lost, and with it the iteration.
    this.runner.begin(busy, (beginning) => {
      if (beginning === 'ready') {
        this.#run(busy, dueMs, number);
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
