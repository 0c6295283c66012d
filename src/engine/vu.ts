import type { CookieJar } from 'tough-cookie';
import type { JsonValue } from '../scenario/plan.ts';
import { ExpressionError, type Evaluate, type Scope } from '../scenario/expression.ts';
import type { Timer } from './clock.ts';
import { Connection } from './http/connection.ts';
import { Exchange } from './http/exchange.ts';
import type { Random } from './random.ts';
import type { ScenarioContext } from './scenario-context.ts';

/** What an op returns when the VU now waits for something; it goes on at `resumeAt`. */
export const WAIT = -1;

/** One step of a program: does its work and returns the index of the next op, or WAIT. Throwing ends the iteration. */
export type Op = (vu: Vu) => number;

export interface Program {
  readonly ops: Op[];
  /** The line (from 0) of the step that each op is of. */
  readonly lines: number[];
}

/** `complete`: ran to its end or failed on the way, as k6 counts it; `interrupted`: cut off from outside. */
export type IterationOutcome = 'complete' | 'interrupted';

/** Ends the iteration with an error for the scenario's author; `line` counts from 0. */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
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
  readonly exchange: Exchange;
  /** Called when the exchange is done; set by the step that started it. */
  onExchangeDone: (vu: Vu) => void = () => undefined;
  resumeAt = 0;
  jar: CookieJar | null = null;
  /** Starts of the groups that are open. */
  readonly groupStartsMs: number[] = [];
  iterationIndex = 0;

  #scope: Record<string, unknown> = {};
  #program: Program = { ops: [], lines: [] };
  #onEnd: ((outcome: IterationOutcome) => void) | null = null;
  #pause: Timer | null = null;
  #stopping = false;
  #starting = false;
  #endedAtOnce: IterationOutcome | null = null;
  readonly #connections = new Map<string, Connection>();

  constructor(id: number, random: Random, context: ScenarioContext) {
    this.id = id;
    this.random = random;
    this.context = context;
    this.exchange = new Exchange(context.clock, context.deadlines, () => this.onExchangeDone(this));
  }

  get running(): boolean {
    return this.#onEnd !== null;
  }

  get scope(): Scope {
    return this.#scope;
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
    if (!this.context.http.keepCookies) this.jar = null;
    this.#scope = { ...this.context.scope, vu: { id: this.id }, iteration };
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
    this.context.iterationFailed(this, error, line);
    this.#end('complete');
  }

  /** Waits; `resumeAt` is set by the op. */
  pause(ms: number): void {
    this.#pause = this.context.clock.at(this.context.clock.now() + ms, () => {
      this.#pause = null;
      this.resume();
    });
  }

  /** No further request: a pause ends at once, a request that is under way may finish. */
  stop(): void {
    if (!this.running) return;
    this.#stopping = true;
    if (!this.exchange.active) this.#end('interrupted');
  }

  /** Cuts the iteration off at once, with the request that is under way. */
  interrupt(): void {
    if (!this.running) return;
    this.exchange.cancel();
    this.#end('interrupted');
  }

  evaluate(evaluate: Evaluate): JsonValue {
    this.context.current.vu = this;
    return evaluate(this.#scope);
  }

  set(name: string, value: unknown): void {
    this.#scope[name] = value;
  }

  connection(origin: string): Connection {
    const known = this.#connections.get(origin);
    if (known && !known.destroyed) return known;
    const { http, meter, clock } = this.context;
    const made = new Connection(origin, {
      connectTimeoutMs: http.connectTimeoutMs,
      verifyTls: http.verifyTls,
      meter,
      now: () => clock.now(),
    });
    this.#connections.set(origin, made);
    return made;
  }

  closeConnections(): void {
    for (const connection of this.#connections.values()) connection.destroy(new Error('The VU is done'));
    this.#connections.clear();
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
      if (!(error instanceof ExpressionError) && !(error instanceof StepError)) throw error;
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
    if (this.context.http.reuseConnections === 'iteration') this.closeConnections();
    if (this.#starting) this.#endedAtOnce = outcome;
    else onEnd(outcome);
  }
}
