import type { ScenarioPlan } from '../../scenario/plan.ts';
import type { Clock } from '../clock.ts';
import type { CounterCell, Tags, TrendCell } from '../metrics/recorder.ts';
import { perStage } from '../metrics/per-stage.ts';
import { Random } from '../random.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import type { SharedCounter } from '../shared-counters.ts';
import { Vu, type IterationOutcome, type Program } from '../vu.ts';
import type { Feed } from '../feed.ts';
import { capturedIn } from '../run-masks.ts';
import type { Share } from './load.ts';
import { NO_ROWS, takeRows, type Rows } from './rows.ts';

/**
 * How a VU's life begins: `ready` for iterations; `failed`: its `onStart` did, so that it can't run any; `ended`: there is no row of data for it;
 * `interrupted`: cut off before.
 */
export type Beginning = 'ready' | 'failed' | 'ended' | 'interrupted';

/** Whether a VU may go on after an iteration; not where there is no row of data for another one. */
export type Ended = 'more' | 'no-data';

/** What a VU has between its beginning and its end. */
interface Life {
  readonly rows: Rows;
  /** Of the iteration. */
  iterationRows: Rows;
  /** What the iteration is timed from. */
  fromMs: number;
  /** To be told when the iteration has ended. */
  onEnd: (ended: Ended) => void;
  /** Its iteration has a number, and has not ended. */
  numbered: boolean;
  /** For the VU to call; made once, as an iteration is to make nothing of its own. */
  readonly onOutcome: (outcome: IterationOutcome) => void;
  /** When its last iteration started; -Infinity before the first. */
  startedMs: number;
  /** While its onStop runs, a graceful stop leaves it alone. */
  ending: boolean;
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
  /** null: there is none. */
  readonly onStart: Program | null;
  readonly onStop: Program | null;
  /** Of these each VU has a row for its whole life. */
  readonly vuFeeds: readonly Feed[];
  /** Of these each iteration has a row. */
  readonly iterationFeeds: readonly Feed[];
  readonly share: Share;
  readonly seed: number;
  /** Of the scenario in the file: makes VU ids and random streams differ between scenarios. */
  readonly scenarioIndex: number;
  /** The id of the scenario's n-th VU, from 0, over all workers. */
  readonly vuId: (global: number) => number;
  readonly counter: SharedCounter;
  /** VUs that are at work, over all workers; kept by executors that need it. */
  readonly atWork: SharedCounter;
}

/** What all executors do alike: make a worker's VUs, run iterations on them, measure these. */
export class IterationRunner {
  readonly scenario: ScenarioPlan;
  readonly context: ScenarioContext;
  readonly share: Share;
  readonly counter: SharedCounter;
  readonly atWork: SharedCounter;
  readonly clock: Clock;
  /** Moment of the clock at which the scenario starts; known once the load begins. */
  startMs = Number.POSITIVE_INFINITY;
  readonly #options: IterationRunnerOptions;
  readonly #vus: Vu[] = [];
  readonly #now: () => Cells;
  /** VUs that have begun and not ended. */
  readonly #lives = new Map<Vu, Life>();
  /** VUs that wait for the time of their next iteration; the function lets one go on. */
  readonly #paced = new Map<Vu, () => void>();
  /** VUs that wait for the end of a pause of the whole load; the function lets one go on. */
  readonly #held = new Map<Vu, () => void>();
  #paused = false;
  #cut = false;
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
    this.atWork = options.atWork;
    this.clock = options.context.clock;
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
      const { share, seed, scenarioIndex, vuId, context } = this.#options;
      const global = next * share.workers + share.worker;
      this.#vus.push(new Vu(vuId(global), new Random(seed, scenarioIndex, global), context));
    }
    const vu = this.#vus[index];
    if (!vu) throw new RangeError(`There is no VU ${index}`);
    return vu;
  }

  /** Whether something is to be done when a VU ends. */
  get hasEnding(): boolean {
    return this.#options.onStop !== null;
  }

  /** Begins a VU's life: its rows of data, then `onStart`. One that has begun is ready at once. `then` may be called before this returns. */
  begin(vu: Vu, then: (beginning: Beginning) => void): void {
    const { onStart, vuFeeds } = this.#options;
    if (this.#lives.has(vu)) {
      then('ready');
      return;
    }
    const rows = takeRows(vuFeeds, vu);
    if (!rows) {
      then('ended');
      return;
    }
    vu.own = { id: vu.id };
    vu.data = rows.byName;
    vu.startJar = null;
    const life: Life = {
      rows,
      iterationRows: NO_ROWS,
      fromMs: 0,
      onEnd: () => undefined,
      onOutcome: (outcome) => {
        this.#ended(vu, life, outcome);
        life.onEnd('more');
      },
      numbered: false,
      startedMs: Number.NEGATIVE_INFINITY,
      ending: false,
    };
    this.#lives.set(vu, life);
    if (!onStart) {
      then('ready');
      return;
    }
    this.#runHook(vu, onStart, (outcome) => {
      if (outcome === 'complete') {
        vu.own = { id: vu.id, ...capturedIn(vu.scope) };
        vu.startJar = vu.jar;
        then('ready');
        return;
      }
      this.#lives.delete(vu);
      rows.release();
      then(outcome);
    });
  }

  /** Ends a VU's life: `onStop`, unless everything is being cut off. One that has not begun is done at once. */
  end(vu: Vu, then: () => void): void {
    const { onStop } = this.#options;
    const life = this.#lives.get(vu);
    const done = (): void => {
      this.#lives.delete(vu);
      life?.rows.release();
      vu.closeConnections();
      then();
    };
    if (!life || !onStop || this.#cut) {
      done();
      return;
    }
    life.ending = true;
    vu.data = life.rows.byName;
    this.#runHook(vu, onStop, done);
  }

  /**
   * Runs one iteration of a VU that has begun. `dueMs`: when it should have started; then it is timed from there, so that a stalled server cannot hide
   * by making the generator late. `onEnd` is never called before this returns.
   */
  run(vu: Vu, dueMs: number | null, number: number, onEnd: (ended: Ended) => void): void {
    const life = this.#life(vu);
    life.onEnd = onEnd;
    life.numbered = true;
    this.#run(vu, life, dueMs, number);
  }

  /** Whether a VU has to wait for the time of its next iteration; `goOn` is called then, or earlier where nobody is to wait any more. */
  paces(vu: Vu, goOn: () => void): boolean {
    const { pacingMs } = this.scenario;
    if (pacingMs === null) return false;
    const fromMs = this.#life(vu).startedMs + pacingMs;
    if (fromMs <= this.clock.now()) return false;
    const release = (): void => {
      timer.cancel();
      this.#paced.delete(vu);
      goOn();
    };
    const timer = this.clock.at(fromMs, release);
    this.#paced.set(vu, release);
    return true;
  }

  #life(vu: Vu): Life {
    const life = this.#lives.get(vu);
    if (!life) throw new RangeError(`The VU ${vu.id} has not begun`);
    return life;
  }

  /** Pauses the load or lets it go on. */
  pause(paused: boolean): void {
    this.#paused = paused;
    if (!paused) for (const goOn of [...this.#held.values()]) goOn();
  }

  /** Whether a VU has to wait as the load is paused; `goOn` is called when it need not any more. */
  holds(vu: Vu, goOn: () => void): boolean {
    if (!this.#paused) return false;
    this.#held.set(vu, () => {
      this.#held.delete(vu);
      goOn();
    });
    return true;
  }

  /** Whoever waits for its next iteration, or this VU if it does, waits no longer: the executor says what becomes of it. */
  releaseWaiting(vu?: Vu): void {
    const releases = vu ? [this.#paced.get(vu), this.#held.get(vu)] : [...this.#paced.values(), ...this.#held.values()];
    for (const release of releases) release?.();
  }

  #run(vu: Vu, life: Life, dueMs: number | null, number: number): void {
    const rows = takeRows(this.#options.iterationFeeds, vu);
    if (!rows) {
      const { onEnd } = life;
      life.numbered = false;
      this.clock.soon(() => onEnd('no-data'));
      return;
    }
    if (rows !== NO_ROWS) vu.data = { ...life.rows.byName, ...rows.byName };
    const startedMs = this.clock.now();
    life.iterationRows = rows;
    life.startedMs = startedMs;
    life.fromMs = dueMs ?? startedMs;
    if (dueMs !== null)
      this.#options.context.recorder.record(this.#now().delay, Math.max(0, startedMs - dueMs), startedMs);
    const iteration = { index: vu.iterationIndex, global: number };
    const atOnce = vu.runIteration(this.#options.program, iteration, life.onOutcome);
    if (atOnce === null) return;
    this.#ended(vu, life, atOnce);
    // An iteration that never waited must not keep the worker from everything else.
    const { onEnd } = life;
    this.clock.soon(() => onEnd('more'));
  }

  #ended(vu: Vu, life: Life, outcome: IterationOutcome): void {
    life.iterationRows.release();
    life.numbered = false;
    vu.iterationIndex++;
    this.#measure(outcome, life.fromMs);
  }

  #runHook(vu: Vu, program: Program, onEnd: (outcome: IterationOutcome) => void): void {
    const atOnce = vu.runIteration(program, { index: vu.iterationIndex, global: 0 }, onEnd);
    if (atOnce !== null) this.clock.soon(() => onEnd(atOnce));
  }

  /** Iterations that were due, but no VU was free; or that the time did not suffice for. */
  drop(iterations = 1): void {
    if (iterations > 0) this.#options.context.recorder.add(this.#now().dropped, iterations, this.clock.now());
  }

  /** Whether the VU has an iteration that it was given and has not ended. */
  hasNumber(vu: Vu): boolean {
    return this.#lives.get(vu)?.numbered === true;
  }

  stopAll(): void {
    for (const vu of this.#vus) if (this.#lives.get(vu)?.ending !== true) vu.stop();
  }

  interruptAll(): void {
    this.#cut = true;
    for (const vu of this.#vus) this.interrupt(vu);
  }

  interrupt(vu: Vu): void {
    // Counted first: the end of the last iteration is the end of the load, which says how many these were.
    this.cutRequests += vu.requestsUnderWay;
    this.releaseWaiting(vu);
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
