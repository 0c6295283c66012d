import type { Step } from '../../scenario/plan.ts';
import type { Op, Vu } from '../vu.ts';

/**
 * What a program that is debugged has between its own ops. A run that is not debugged has none of it: it costs nothing there.
 */
export interface DebugHook {
  /** The op before a step's first one; `at` is its own place in the program. */
  before(step: Step, at: number): Op;
  /** The op after a step's last one. */
  after(step: Step, at: number): Op;
  /** An iteration is about to end with an error: `end` goes on with that, at once or later. */
  failed(vu: Vu, error: unknown, line: number | undefined, end: () => void): void;
  /** An iteration is over. */
  ended(vu: Vu): void;
}
