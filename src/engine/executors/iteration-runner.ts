import type { ScenarioPlan } from '../../scenario/plan.ts';
import type { Clock } from '../clock.ts';
import type { CounterCell, Tags, TrendCell } from '../metrics/recorder.ts';
import { perStage } from '../metrics/per-stage.ts';
import { Random } from '../random.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { Vu, type IterationOutcome, type Program } from '../vu.ts';
import type { Share } from './load.ts';

/** Numbers iterations over all workers; one place in memory that the threads share. */
export class SharedCounter {
  readonly #cells: Int32Array;
  readonly #index: number;

  constructor(buffer: SharedArrayBuffer, index: number) {
    this.#cells = new Int32Array(buffer);
    this.#index = index;
  }

  /** 0, 1, 2, …, each only once in the run. */
  next(): number {
    return Atomics.add(this.#cells, this.#index, 1);
  }
}

interface Cells {
  readonly iterations: CounterCell;
  readonly duration: TrendCell;
  readonly dropped: CounterCell;
  readonly delay: TrendCell;
}

export interface IterationRunnerOptions {
  readonly scenario: ScenarioPlan;
  readonly context: ScenarioContext;
  readonly program: Program;
  readonly share: Share;
  readonly seed: number;
  /** Of the scenario in the file: makes VU ids and random streams differ between scenarios. */
  readonly scenarioIndex: number;
  readonly firstVuId: number;
  readonly counter: SharedCounter;
  /** Moment of the clock at which the scenario starts. */
  readonly startMs: number;
}

/** What all executors do alike: make a worker's VUs, run iterations on them, measure these. */
export class IterationRunner {
  readonly scenario: ScenarioPlan;
  readonly context: ScenarioContext;
  readonly share: Share;
  readonly counter: SharedCounter;
  readonly clock: Clock;
  readonly startMs: number;
  readonly #options: IterationRunnerOptions;
  readonly #vus: Vu[] = [];
  readonly #now: () => Cells;
  #active = 0;
  #mostActive = 0;
  /** Requests that were under way when their iteration was cut off. */
  cutRequests = 0;

  constructor(options: IterationRunnerOptions) {
    this.#options = options;
    this.scenario = options.scenario;
    this.context = options.context;
    this.share = options.share;
    this.counter = options.counter;
    this.clock = options.context.clock;
    this.startMs = options.startMs;
    this.#now = perStage(options.context, (stage) => cellsOf(options.context, stage));
  }

  /** VUs that are in use; set by the executor. */
  get active(): number {
    return this.#active;
  }

  set active(vus: number) {
    this.#active = vus;
    this.#mostActive = Math.max(this.#mostActive, vus);
  }

  /** The most VUs that were in use at a time since this was last asked. */
  takeMostActive(): number {
    const most = this.#mostActive;
    this.#mostActive = this.#active;
    return most;
  }

  get vus(): readonly Vu[] {
    return this.#vus;
  }

  /** A worker's n-th VU of the scenario, from 0; made when first asked for. */
  vu(index: number): Vu {
    for (let next = this.#vus.length; next <= index; next++) {
      const { share, seed, scenarioIndex, firstVuId, context } = this.#options;
      const global = next * share.workers + share.worker;
      this.#vus.push(new Vu(firstVuId + global, new Random(seed, scenarioIndex, global), context));
    }
    const vu = this.#vus[index];
    if (!vu) throw new RangeError(`There is no VU ${index}`);
    return vu;
  }

  /**
   * Runs one iteration. `dueMs`: when it should have started; then it is timed from there, so that a stalled server cannot hide by
   * making the generator late. `onEnd` is never called before this returns.
   */
  run(vu: Vu, dueMs: number | null, number: number, onEnd: () => void): void {
    const startedMs = this.clock.now();
    if (dueMs !== null)
      this.#options.context.recorder.record(this.#now().delay, Math.max(0, startedMs - dueMs), startedMs);
    const iteration = { index: vu.iterationIndex, global: number };
    const ended = (outcome: IterationOutcome): void => {
      vu.iterationIndex++;
      this.#measure(outcome, dueMs ?? startedMs);
    };
    const atOnce = vu.runIteration(this.#options.program, iteration, (outcome) => {
      ended(outcome);
      onEnd();
    });
    if (atOnce === null) return;
    ended(atOnce);
    // An iteration that never waited must not keep the worker from everything else.
    this.clock.soon(onEnd);
  }

  /** An iteration was due, but no VU was free. */
  drop(): void {
    this.#options.context.recorder.add(this.#now().dropped, 1, this.clock.now());
  }

  stopAll(): void {
    for (const vu of this.#vus) vu.stop();
  }

  interruptAll(): void {
    for (const vu of this.#vus) this.interrupt(vu);
  }

  interrupt(vu: Vu): void {
    // Counted first: the end of the last iteration is the end of the load, which says how many these were.
    if (vu.exchange.active) this.cutRequests++;
    vu.interrupt();
  }

  #measure(outcome: IterationOutcome, fromMs: number): void {
    if (outcome === 'interrupted') return;
    const { recorder } = this.#options.context;
    const now = this.clock.now();
    const cells = this.#now();
    recorder.add(cells.iterations, 1, now);
    recorder.record(cells.duration, now - fromMs, now);
  }
}

function cellsOf(context: ScenarioContext, stage: string | undefined): Cells {
  const tags: Tags = { ...context.tags, stage };
  return {
    iterations: context.recorder.counter('iterations', tags),
    duration: context.recorder.trend('iteration_duration', tags),
    dropped: context.recorder.counter('dropped_iterations', tags),
    delay: context.recorder.trend('schedule_delay', tags),
  };
}
