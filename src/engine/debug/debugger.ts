import { createMask, type Mask } from '../../run/mask.ts';
import type { Sample } from '../../run/events.ts';
import { createExpressionCompiler, ExpressionError, type ExpressionCompiler } from '../../scenario/expression.ts';
import { digests } from '../../scenario/expressions/digests.ts';
import { stepPlaces, threadOf, type StepPlace } from '../../scenario/debug.ts';
import type { JsonValue, Plan, Step } from '../../scenario/plan.ts';
import { credentialsIn, RunMasks, withoutCredentials } from '../run-masks.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import { WAIT, type Op, type Vu } from '../vu.ts';
import { exceptionOf } from './exceptions.ts';
import { stopsAt } from './hit-condition.ts';
import type { DebugHook } from './hook.ts';
import type {
  DebugAnswer,
  DebugCommand,
  DebugEvent,
  DebugException,
  DebugOptions,
  DebugQuestion,
  EngineBreakpoint,
  ExceptionFilter,
  StepKind,
  StopReason,
} from './protocol.ts';
import { DebugValues } from './values.ts';

/** After an iteration, one of the same scenario may follow (its steps after `onStart`) before another scenario has its turn. */
const TURN_PAUSE_MS = 20;

/** Where an iteration stands still. */
interface Halt {
  readonly vu: Vu;
  readonly thread: number;
  readonly stepId: number;
  readonly values: DebugValues;
  readonly goOn: () => void;
}

/** How far to run: to the next stop that somebody set, or also to a step in some relation to the one that was left. */
interface Goal {
  readonly how: StepKind | 'pause' | 'entry';
  readonly from: StepPlace | null;
}

/**
 * A debugger inside of a worker: scenarios have their turn one after the other, and the one whose turn it is stands still before or after
 * a step for as long as someone looks. A VU is a state machine, so that standing still is to wait for one more thing.
 */
export class Debugger implements DebugHook {
  readonly #plan: Plan;
  readonly #places: ReadonlyMap<number, StepPlace>;
  readonly #masks: RunMasks;
  readonly #post: (event: DebugEvent) => void;
  /** Of its own: what a person evaluates must not draw from the randomness and the sequence of the run. */
  readonly #compiler: ExpressionCompiler;
  readonly #hits = new Map<number, number>();
  readonly #running = new Set<number>();
  /** Iterations that wait for their turn, by thread. */
  readonly #waiting = new Map<number, Vu>();
  #breakpoints: readonly EngineBreakpoint[];
  #filters: ReadonlySet<ExceptionFilter>;
  #goal: Goal;
  #turn: number | null = null;
  #halt: Halt | null = null;
  /** An exchange that was not as expected; the step that made it stops behind itself. */
  #pending: { readonly vu: Vu; readonly stepId: number; readonly exception: DebugException } | null = null;

  constructor(
    plan: Plan,
    secrets: Readonly<Record<string, string>>,
    options: DebugOptions,
    post: (event: DebugEvent) => void,
  ) {
    this.#plan = plan;
    this.#places = stepPlaces(plan);
    this.#masks = new RunMasks(secrets);
    this.#post = post;
    this.#compiler = createExpressionCompiler({ random: Math.random, nowMs: () => Date.now(), seq: () => 0 }, digests);
    this.#breakpoints = options.breakpoints;
    this.#filters = new Set(options.exceptions);
    this.#goal = { how: options.stopOnEntry ? 'entry' : 'continue', from: null };
  }

  /** The context, with everything that happens in it told at once rather than once a second. */
  follow(context: ScenarioContext): ScenarioContext {
    this.#masks.addCaptured(context.scope().setup ?? {});
    return {
      ...context,
      debug: this,
      wantsSample: () => true,
      keepSample: (key, sample, vu) => {
        context.keepSample(key, sample, vu);
        this.#exchanged(vu, this.#masks.sample(withoutCredentials(sample, credentialsIn(vu.scope))));
      },
      log: (level, message, line, vu) => {
        context.log(level, message, line, vu);
        this.#say(level, message, line, vu);
      },
    };
  }

  handle(command: DebugCommand): void {
    switch (command.kind) {
      case 'breakpoints':
        this.#breakpoints = command.breakpoints;
        break;
      case 'exceptions':
        this.#filters = new Set(command.filters);
        break;
      case 'pause':
        if (!this.#halt) this.#goal = { how: 'pause', from: null };
        break;
      case 'go':
        this.#go(command.how);
        break;
      case 'ask':
        this.#post({ kind: 'answer', id: command.id, answer: this.#answer(command.question) });
        break;
    }
  }

  // ── the program's side ──

  before(step: Step, at: number): Op {
    return (vu) => {
      const thread = this.#threadOf(vu);
      if (this.#turn !== null && this.#turn !== thread) {
        vu.resumeAt = at;
        this.#waiting.set(thread, vu);
        return WAIT;
      }
      this.#take(thread);
      const reason = this.#reasonAt(step, vu);
      if (!reason) return at + 1;
      vu.resumeAt = at + 1;
      this.#stop(vu, step.id, reason, () => vu.resume());
      return WAIT;
    };
  }

  after(_step: Step, at: number): Op {
    return (vu) => {
      const pending = this.#takePending(vu);
      if (!pending) return at + 1;
      vu.resumeAt = at + 1;
      this.#stop(vu, pending.stepId, thrown(pending.exception), () => vu.resume());
      return WAIT;
    };
  }

  failed(vu: Vu, error: unknown, line: number | undefined, end: () => void): void {
    const pending = this.#takePending(vu);
    const message = this.#mask(vu)(error instanceof Error ? error.message : String(error));
    this.#say('error', message, line ?? null, vu);
    const exception: DebugException | null =
      pending?.exception ?? (this.#filters.has('errors') ? { filter: 'errors', text: message, details: '' } : null);
    const stepId = pending?.stepId ?? this.#stepAtLine(vu, line);
    if (!exception || stepId === null) end();
    else this.#stop(vu, stepId, thrown(exception), end);
  }

  ended(vu: Vu): void {
    const thread = this.#threadOf(vu);
    if (this.#halt?.vu === vu) this.#halt = null;
    this.#waiting.delete(thread);
    if (this.#running.delete(thread)) this.#post({ kind: 'thread', thread, runs: false });
    if (this.#turn !== thread) return;
    this.#turn = null;
    const { clock } = vu.context;
    clock.at(clock.now() + TURN_PAUSE_MS, () => this.#nextTurn());
  }

  // ── turns ──

  #take(thread: number): void {
    this.#turn = thread;
    if (this.#running.has(thread)) return;
    this.#running.add(thread);
    this.#post({ kind: 'thread', thread, runs: true });
  }

  #nextTurn(): void {
    if (this.#turn !== null) return;
    const [next] = [...this.#waiting].sort(([a], [b]) => a - b);
    if (!next) return;
    const [thread, vu] = next;
    this.#waiting.delete(thread);
    this.#take(thread);
    vu.resume();
  }

  #threadOf({ context }: Vu): number {
    return threadOf(this.#plan, context.phase, context.name);
  }

  // ── stopping and going on ──

  #reasonAt(step: Step, vu: Vu): StopReason | null {
    const hit = this.#breakpoints.filter(
      (breakpoint) => breakpoint.stepIds.includes(step.id) && this.#hit(breakpoint, vu),
    );
    if (hit.length > 0) return { kind: 'breakpoint', breakpoints: hit.map(({ id }) => id), exception: null };
    const kind = reached(this.#goal, this.#places.get(step.id));
    return kind && { kind, breakpoints: [], exception: null };
  }

  /** Whether it stops here; a logpoint writes its text and doesn't. */
  #hit(breakpoint: EngineBreakpoint, vu: Vu): boolean {
    const { id, condition, hits, log } = breakpoint;
    const line = this.#places.get(breakpoint.stepIds[0] ?? -1)?.step.range.start.line ?? null;
    if (condition !== null) {
      const holds = this.#evaluate(condition, vu);
      // Who made a mistake in a condition wants to hear of it, and stop there.
      if ('problem' in holds) this.#say('error', `The condition of the breakpoint: ${holds.problem}`, line, vu);
      else if (holds.value !== true) return false;
    }
    const count = (this.#hits.get(id) ?? 0) + 1;
    this.#hits.set(id, count);
    if (hits && !stopsAt(hits, count)) return false;
    if (log === null) return true;
    const text = log.replace(/\$?\{([^{}]*)\}/g, (_all, source: string) => {
      const result = this.#evaluate(source, vu);
      if ('problem' in result) return `{${result.problem}}`;
      return typeof result.value === 'string' ? result.value : JSON.stringify(result.value);
    });
    this.#say('logpoint', text, line, vu);
    return false;
  }

  #stop(vu: Vu, stepId: number, reason: StopReason, goOn: () => void): void {
    const thread = this.#threadOf(vu);
    this.#halt = { vu, thread, stepId, values: new DebugValues(vu.scope, this.#mask(vu)), goOn };
    this.#post({ kind: 'stopped', thread, stepId, reason });
  }

  #go(how: StepKind): void {
    const halt = this.#halt;
    this.#goal = { how, from: halt ? (this.#places.get(halt.stepId) ?? null) : null };
    this.#halt = null;
    halt?.goOn();
  }

  // ── what happens on the way ──

  #exchanged(vu: Vu, sample: Sample): void {
    this.#post({ kind: 'exchange', sample });
    const exception = exceptionOf(sample, this.#places.get(sample.stepId)?.step, this.#filters);
    if (exception) this.#pending = { vu, stepId: sample.stepId, exception };
  }

  #takePending(vu: Vu): { readonly stepId: number; readonly exception: DebugException } | null {
    const pending = this.#pending;
    if (pending?.vu !== vu) return null;
    this.#pending = null;
    return pending;
  }

  /** Of the step that failed only its line is known: the innermost one of this iteration's that begins there or before. */
  #stepAtLine(vu: Vu, line: number | undefined): number | null {
    const thread = this.#threadOf(vu);
    const own = [...this.#places.values()].filter(({ list, scenario }) => {
      const phase = list === 'setup' || list === 'teardown' ? list : 'load';
      return threadOf(this.#plan, phase, scenario?.name ?? '') === thread;
    });
    const before = own.filter(({ step }) => line === undefined || step.range.start.line <= line);
    const nearest = before.reduce<StepPlace | null>(
      (best, place) => (!best || place.step.range.start.line >= best.step.range.start.line ? place : best),
      null,
    );
    return (nearest ?? own[0])?.step.id ?? null;
  }

  #say(level: 'info' | 'warning' | 'error' | 'logpoint', message: string, line: number | null, vu: Vu): void {
    const { message: text } = this.#masks.log({
      type: 'log',
      atMs: 0,
      level: 'info',
      message: this.#mask(vu)(message),
    });
    this.#post({ kind: 'output', level, text, line });
  }

  #mask({ scope }: Vu): Mask {
    const own = createMask(credentialsIn(scope));
    return (text) => own(this.#masks.text(text));
  }

  // ── looking around ──

  #answer(question: DebugQuestion): DebugAnswer {
    const halt = this.#halt;
    if (!halt) return { kind: 'problem', problem: 'The scenario is running: its values can be seen where it stops.' };
    const { values, vu } = halt;
    switch (question.kind) {
      case 'scopes':
        return { kind: 'values', values: values.scopes() };
      case 'variables':
        return { kind: 'values', values: values.members(question.reference) };
      case 'evaluate': {
        const source = question.expression.trim();
        const { response } = vu.scope;
        if (source === 'response' && response) {
          return { kind: 'values', values: [values.value(source, response, source, question.whole)] };
        }
        const result = this.#evaluate(source, vu);
        if ('problem' in result) return { kind: 'problem', problem: result.problem };
        return { kind: 'values', values: [values.value(source, result.value, source, question.whole)] };
      }
      case 'set': {
        const result = this.#evaluate(question.expression, vu);
        if ('problem' in result) return { kind: 'problem', problem: result.problem };
        vu.set(question.name, result.value);
        return { kind: 'values', values: [values.value(question.name, result.value, question.name)] };
      }
    }
  }

  #evaluate(source: string, vu: Vu): { readonly value: JsonValue } | { readonly problem: string } {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    try {
      return { value: this.#compiler.compile({ source, range })(vu.scope) };
    } catch (error) {
      if (error instanceof ExpressionError) return { problem: this.#mask(vu)(error.message) };
      throw error;
    }
  }
}

function thrown(exception: DebugException): StopReason {
  return { kind: 'exception', breakpoints: [], exception };
}

/** Whether a step is where someone wanted to go. */
function reached({ how, from }: Goal, place: StepPlace | undefined): 'entry' | 'pause' | 'step' | null {
  switch (how) {
    case 'continue':
      return null;
    case 'entry':
    case 'pause':
      return how;
    case 'into':
      return 'step';
    case 'over':
    case 'out': {
      if (!from || !place) return 'step';
      // Another list begins where the one that was left is over.
      if (place.list !== from.list || place.scenario !== from.scenario) return 'step';
      const most = how === 'over' ? from.around.length : from.around.length - 1;
      return place.around.length <= most ? 'step' : null;
    }
  }
}
