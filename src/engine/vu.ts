import type { CookieJar } from 'tough-cookie';
import type { JsonValue } from '../scenario/plan.ts';
import { ExpressionError, type Scope } from '../scenario/expression.ts';
import type { Timer } from './clock.ts';
import { SharedConnections } from './http/shared-connections.ts';
import { Lane } from './lane.ts';
import type { Random } from './random.ts';
import type { JsonObject, ScenarioContext } from './scenario-context.ts';

/** What an op returns when the VU now waits for something; it goes on at `resumeAt`. */
export const WAIT = -1;

/** Passes of loops that wait for nothing before other VUs have their turn. */
const PASSES_AT_A_TIME = 1000;

/** One step of a program: does its work and returns the index of the next op, or WAIT. Throwing ends the iteration. */
export type Op = (vu: Vu) => number;

export interface Program {
  readonly ops: Op[];
  /** The line (from 0) of the step that each op is of. */
  readonly lines: number[];
}

/** `failed`: an error ended it, which k6 counts like `complete`; `interrupted`: cut off from outside. */
export type IterationOutcome = 'complete' | 'failed' | 'interrupted';

/** Ends the iteration with an error for the scenario's author; `line` counts from 0. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Ends the whole run, as the scenario's author asked for it. */
export class AbortError extends Error {
  override readonly name = 'AbortError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** An error that is for the scenario's author: everything else is a mistake of this program. */
export type ScenarioError = ExpressionError | StepError;

export function isOfScenario(error: unknown): error is ScenarioError {
  return error instanceof ExpressionError || error instanceof StepError;
}

/** Something that a VU waits for, other than a request or a pause. It resumes the VU when it is over. */
export interface Activity {
  /** Comes to its end soon, and resumes the VU then. */
  stop(): void;
  /** Ends at once, without a word. */
  cancel(): void;
}

export interface Iteration {
  /** Per VU, from 0. */
  readonly index: number;
  /** Per scenario over all VUs and workers, from 0. */
  readonly global: number;
}

/**
 * A virtual user: a client with its own connections, cookies and variables that runs a program op by op. It is a state
 * machine rather than a chain of promises, so that an iteration costs little more than its requests.
 */
export class Vu {
  /** Unique in the run, from 1. */
  readonly id: number;
  readonly random: Random;
  readonly context: ScenarioContext;
  /** Where all of its requests go, but for those of `parallel` that go beside it. */
  readonly lane: Lane;
  resumeAt = 0;
  activity: Activity | null = null;
  jar: CookieJar | null = null;
  /** Cookies that each iteration begins with: those of `onStart`. */
  startJar: CookieJar | null = null;
  /** `vu` in expressions: its number, and what `onStart` captured. */
  own: JsonObject;
  /** `data` in expressions. */
  data: JsonObject = {};
  /** Starts of the groups that are open. */
  readonly groupStartsMs: number[] = [];
  iterationIndex = 0;

  #scope: Record<string, unknown> = {};
  /** What the scope was made of, and what iterations have put into it besides. */
  #given: Scope | null = null;
  #named: string[] = [];
  #program: Program = { ops: [], lines: [] };
  #onEnd: ((outcome: IterationOutcome) => void) | null = null;
  #pause: Timer | null = null;
  #passes = 0;
  #stopping = false;
  #starting = false;
  #endedAtOnce: IterationOutcome | null = null;
  readonly #lanes: Lane[];
  #shared: SharedConnections | null = null;

  constructor(id: number, random: Random, context: ScenarioContext) {
    this.id = id;
    this.random = random;
    this.context = context;
    this.own = { id };
    this.lane = new Lane(this);
    this.#lanes = [this.lane];
  }

  get running(): boolean {
    return this.#onEnd !== null;
  }

  /** The iteration is to end: what is under way may finish, nothing new begins. */
  get stopping(): boolean {
    return this.#stopping;
  }

  get requestsUnderWay(): number {
    return this.#lanes.reduce((sum, { exchange }) => sum + (exchange.active ? 1 : 0), 0);
  }

  get scope(): Scope {
    return this.#scope;
  }

  /** The VU's n-th lane, from 0; made when first asked for. */
  laneAt(index: number): Lane {
    return (this.#lanes[index] ??= new Lane(this));
  }

  /**
   * Runs a program once. Where it never had to wait, this returns how it ended; else null, and `onEnd` is called when
   * it does.
   */
  runIteration(
    program: Program,
    iteration: Iteration,
    onEnd: (outcome: IterationOutcome) => void,
  ): IterationOutcome | null {
    this.#program = program;
    this.#onEnd = onEnd;
    this.#stopping = false;
    this.groupStartsMs.length = 0;
    if (!this.context.http.keepCookies) this.jar = this.startJar?.cloneSync() ?? null;
    this.#renewScope(iteration);
    this.#endedAtOnce = null;
    this.#starting = true;
    this.#run(0);
    this.#starting = false;
    return this.#endedAtOnce;
  }

  /** Goes on where the VU waits. */
  resume(): void {
    if (this.#stopping) this.#end('interrupted');
    else this.#run(this.resumeAt);
  }

  /** Ends the iteration with an error, from outside an op. */
  fail(error: unknown, line: number | undefined): void {
    const end = (): void => {
      if (!this.running) return;
      this.context.iterationFailed(this, error, line);
      this.#end('failed');
    };
    const { debug } = this.context;
    if (debug) debug.failed(this, error, line, end);
    else end();
  }

  /** Waits; `resumeAt` is set by the op. */
  pause(ms: number): void {
    if (this.#stopping) {
      this.resume();
      return;
    }
    this.#pause = this.context.clock.at(this.context.clock.now() + ms, () => {
      this.#pause = null;
      this.resume();
    });
  }

  /** For the end of a loop's pass: after many of them without a pause, everyone else has a turn before the next. */
  again(at: number): number {
    if (++this.#passes < PASSES_AT_A_TIME) return at;
    this.#passes = 0;
    this.resumeAt = at;
    this.pause(0);
    return WAIT;
  }

  /** No further request: a pause ends at once, a request that is under way may finish. */
  stop(): void {
    if (!this.running) return;
    this.#stopping = true;
    if (this.activity) this.activity.stop();
    else if (this.requestsUnderWay === 0) this.#end('interrupted');
    else {
      for (const lane of this.#lanes) {
        lane.endPause();
        lane.exchange.leave();
      }
    }
  }

  /** Cuts the iteration off at once, with the request that is under way. */
  interrupt(): void {
    if (!this.running) return;
    for (const { exchange } of this.#lanes) exchange.cancel();
    this.#end('interrupted');
  }

  evaluate<T extends JsonValue>(evaluate: (scope: Scope) => T): T {
    this.context.current.vu = this;
    return evaluate(this.#scope);
  }

  set(name: string, value: unknown): void {
    if (!this.#named.includes(name)) this.#named.push(name);
    this.#scope[name] = value;
  }

  /** What all lanes have in common: connections of HTTP/2. */
  get shared(): SharedConnections {
    return (this.#shared ??= new SharedConnections());
  }

  closeConnections(): void {
    for (const lane of this.#lanes) lane.closeConnections();
    this.#shared?.close();
  }

  /** One scope for all iterations, as they give the same names; what the one before has left is as good as absent. */
  #renewScope(iteration: Iteration): void {
    const given = this.context.scope();
    if (given === this.#given) {
      const scope = this.#scope;
      for (const name of this.#named) scope[name] = undefined;
      scope['vu'] = this.own;
      scope['data'] = this.data;
      scope['iteration'] = iteration;
      return;
    }
    this.#given = given;
    this.#named = [];
    this.#scope = { ...given, vu: this.own, data: this.data, iteration };
  }

  #run(from: number): void {
    const { ops, lines } = this.#program;
    let at = from;
    let running = from;
    this.context.current.vu = this;
    try {
      while (at !== WAIT) {
        const op = ops[at];
        if (!op) break;
        running = at;
        at = op(this);
      }
    } catch (error) {
      if (error instanceof AbortError) {
        this.context.abort(error.message, error.line);
        this.#end('interrupted');
        return;
      }
      if (!isOfScenario(error)) throw error;
      this.fail(error, lines[running]);
      return;
    }
    if (at !== WAIT) this.#end('complete');
  }

  #end(outcome: IterationOutcome): void {
    const onEnd = this.#onEnd;
    if (!onEnd) return;
    this.#onEnd = null;
    this.#pause?.cancel();
    this.#pause = null;
    this.activity?.cancel();
    this.activity = null;
    for (const lane of this.#lanes) lane.cancelPause();
    if (this.context.http.reuseConnections === 'iteration') this.closeConnections();
    this.context.debug?.ended(this);
    if (this.#starting) this.#endedAtOnce = outcome;
    else onEnd(outcome);
  }
}
