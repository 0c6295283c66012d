/** What crosses between a debugger and the engine's process, beside a run's own events. Values in here are masked already. */
import type { Sample } from '../../run/events.ts';

/** When to stop by itself: an answer that was not as expected, a check that does not hold, an error that ends the iteration. */
export type ExceptionFilter = 'expectations' | 'checks' | 'errors';

export interface EngineBreakpoint {
  readonly id: number;
  /** The steps before which it stops: one place of the file may be several steps of the plan. */
  readonly stepIds: readonly number[];
  /** An expression; null: always. */
  readonly condition: string | null;
  readonly hits: HitCondition | null;
  /** Not null: a logpoint, which writes this instead of stopping. Expressions stand in `{…}` or `${…}`. */
  readonly log: string | null;
}

export interface HitCondition {
  readonly operator: '==' | '>=' | '>' | '<' | '<=' | '%';
  readonly count: number;
}

/** What a run begins with where it is debugged. */
export interface DebugOptions {
  readonly breakpoints: readonly EngineBreakpoint[];
  readonly exceptions: readonly ExceptionFilter[];
  readonly stopOnEntry: boolean;
}

export type DebugCommand =
  | { readonly kind: 'breakpoints'; readonly breakpoints: readonly EngineBreakpoint[] }
  | { readonly kind: 'exceptions'; readonly filters: readonly ExceptionFilter[] }
  | { readonly kind: 'go'; readonly how: StepKind }
  | { readonly kind: 'pause' }
  | { readonly kind: 'ask'; readonly id: number; readonly question: DebugQuestion };

export type StepKind = 'continue' | 'over' | 'into' | 'out';

/** About the stopped iteration. References are good until it goes on. */
export type DebugQuestion =
  | { readonly kind: 'scopes' }
  | { readonly kind: 'variables'; readonly reference: number }
  | { readonly kind: 'evaluate'; readonly expression: string; readonly whole: boolean }
  /** Gives a captured value or a variable of `set` another value. */
  | { readonly kind: 'set'; readonly name: string; readonly expression: string };

export interface DebugValue {
  readonly name: string;
  /** As JSON, shortened where it is long. */
  readonly text: string;
  readonly type: string;
  /** To ask for its members; 0: it has none. */
  readonly reference: number;
  /** Members of a list; 0 of others. */
  readonly items: number;
  /** The expression that gives it; '' where there is none. */
  readonly path: string;
}

export interface StopReason {
  readonly kind: 'entry' | 'step' | 'pause' | 'breakpoint' | 'exception';
  readonly breakpoints: readonly number[];
  readonly exception: DebugException | null;
}

export interface DebugException {
  readonly filter: ExceptionFilter;
  /** One sentence. */
  readonly text: string;
  /** More of it, with the first bytes of the body where there was one. */
  readonly details: string;
}

export type DebugEvent =
  | { readonly kind: 'thread'; readonly thread: number; readonly runs: boolean }
  | { readonly kind: 'stopped'; readonly thread: number; readonly stepId: number; readonly reason: StopReason }
  | { readonly kind: 'exchange'; readonly sample: Sample }
  | {
      readonly kind: 'output';
      readonly level: 'info' | 'warning' | 'error' | 'logpoint';
      readonly text: string;
      /** From 0, in the scenario file. */
      readonly line: number | null;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: DebugAnswer };

export type DebugAnswer =
  | { readonly kind: 'values'; readonly values: readonly DebugValue[] }
  /** Why there is no value, in a sentence. */
  | { readonly kind: 'problem'; readonly problem: string };
