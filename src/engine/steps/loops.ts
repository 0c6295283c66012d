import type { ForEachStep, JsonValue, RepeatStep, WhileStep } from '../../scenario/plan.ts';
import { StepError, type Program, type Vu } from '../vu.ts';
import { appendSteps, type StepContext } from './program.ts';

/**
 * How every loop is laid out. What a VU has left to do is kept by VU, as all of them share the ops.
 *
 * ```
 *  begin ──► test ─┬─► steps … again ─┐
 *             ▲    └─► next           │
 *             └───────────────────────┘
 * ```
 */
function loopOps(
  program: Program,
  steps: ForEachStep['steps'],
  context: StepContext,
  loop: { readonly begin: (vu: Vu) => void; /** Whether there is another pass. */ readonly test: (vu: Vu) => boolean },
): void {
  const { ops } = program;
  let next = 0;
  const test = ops.length + 1;
  const body = test + 1;
  ops.push((vu) => {
    loop.begin(vu);
    return test;
  });
  ops.push((vu) => (loop.test(vu) ? body : next));
  appendSteps(program, steps, context);
  ops.push((vu) => vu.again(test));
  next = ops.length;
}

/** `repeat: N`: the steps N times. */
export function repeatOps(program: Program, step: RepeatStep, context: StepContext): void {
  const times = context.scenario.compiler.compile(step.times);
  const left = new WeakMap<Vu, number>();
  loopOps(program, step.steps, context, {
    begin(vu) {
      const value = vu.evaluate(times);
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
        const message = `\`repeat\` needs a whole number of 0 or more, but \`${step.times.source}\` is ${shown(value)}.`;
        throw new StepError(message, step.times.range.start.line);
      }
      left.set(vu, value);
    },
    test(vu) {
      const passes = left.get(vu) ?? 0;
      left.set(vu, passes - 1);
      return passes > 0;
    },
  });
}

/** `while: EXPRESSION`: the steps as long as it holds; more passes than `limit` end the iteration with an error. */
export function whileOps(program: Program, step: WhileStep, context: StepContext): void {
  const condition = context.scenario.compiler.compile(step.condition);
  const { line } = step.range.start;
  const done = new WeakMap<Vu, number>();
  loopOps(program, step.steps, context, {
    begin: (vu) => void done.set(vu, 0),
    test(vu) {
      if (vu.evaluate(condition) !== true) return false;
      const passes = done.get(vu) ?? 0;
      if (passes >= step.limit) {
        const message = `\`while\` had run ${count(step.limit, 'time')} and \`${step.condition.source}\` still held. If so many are meant, set a higher \`limit\`.`;
        throw new StepError(message, line);
      }
      done.set(vu, passes + 1);
      return true;
    },
  });
}

/** `forEach: LIST, as: NAME`: the steps for each item; a list longer than `limit` ends the iteration with an error. */
export function forEachOps(program: Program, step: ForEachStep, context: StepContext): void {
  const items = context.scenario.compiler.compile(step.items);
  const { line } = step.items.range.start;
  interface Walk {
    readonly items: readonly JsonValue[];
    at: number;
    /** What stood under the item's name before the loop. */
    readonly before: unknown;
  }
  const walks = new WeakMap<Vu, Walk>();
  loopOps(program, step.steps, context, {
    begin(vu) {
      const value = vu.evaluate(items);
      if (!Array.isArray(value)) {
        throw new StepError(`\`forEach\` needs a list, but \`${step.items.source}\` is ${shown(value)}.`, line);
      }
      const list = value as readonly JsonValue[];
      if (list.length > step.limit) {
        const message = `\`forEach\` goes through at most ${count(step.limit, 'item')}, but \`${step.items.source}\` has ${list.length}. If so many are meant, set a higher \`limit\`.`;
        throw new StepError(message, line);
      }
      walks.set(vu, { items: list, at: 0, before: vu.scope[step.as] });
    },
    test(vu) {
      const walk = walks.get(vu);
      if (!walk) return false;
      if (walk.at >= walk.items.length) {
        vu.set(step.as, walk.before);
        return false;
      }
      vu.set(step.as, walk.items[walk.at++]);
      return true;
    },
  });
}

function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
