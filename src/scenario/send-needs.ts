import type { Expression, Step } from './plan.ts';
import { isSendable } from './sendable-steps.ts';
import { expressionsAfter, expressionsBefore } from './step-expressions.ts';
import { readsOf, valuesOf } from './step-reads.ts';
import { allSteps } from './step-tree.ts';

/** Asked for by a request that reads the last `response`. No value of a scenario can have this name. */
const LAST_RESPONSE = '@response';

/** What a request that is sent on its own needs: goes backwards through steps and picks those that give what later ones read. */
export class Needs {
  readonly #names = new Set<string>();
  readonly #notes: string[];

  constructor(notes: string[]) {
    this.#notes = notes;
  }

  read(step: Step): void {
    const inner = step.kind === 'poll' ? [step.request] : step.kind === 'parallel' ? step.requests : [];
    for (const one of [step, ...inner]) {
      const before = expressionsBefore(one);
      for (const name of readsOf([...before, ...expressionsAfter(one)]).values) this.#names.add(name);
      if (before.some(({ source }) => /\bresponse\b/.test(source))) this.#names.add(LAST_RESPONSE);
    }
  }

  of(steps: readonly Step[]): Step[] {
    return steps.toReversed().reduce<Step[]>((picked, step) => [...this.#pick(step), ...picked], []);
  }

  firstItem(step: Extract<Step, { kind: 'for-each' }>): Step[] {
    if (!this.#names.delete(step.as)) return [];
    const first: Expression = { source: `(${step.items.source})[0]`, range: step.items.range };
    const set: Step = {
      id: step.id,
      range: step.range,
      kind: 'set',
      values: [[step.as, { kind: 'expression', expression: first }]],
    };
    this.read(set);
    this.#notes.push(`${lineOf(step)}: \`${step.as}\` is the first of \`${step.items.source}\`.`);
    return [set];
  }

  #pick(step: Step): Step[] {
    switch (step.kind) {
      case 'group':
      case 'flow':
      case 'repeat':
      case 'while':
        return this.of(step.steps);
      case 'for-each': {
        const inner = this.of(step.steps);
        return [...(inner.length > 0 ? this.firstItem(step) : []), ...inner];
      }
      case 'choose':
        return this.#branch(
          step,
          step.branches.map(({ steps }) => steps),
        );
      case 'if':
        return this.#branch(step, [step.then, step.else]);
      case 'parallel': {
        const requests = step.requests.filter((request) => this.#gives(request));
        return requests.length === 0 ? [] : this.#take({ ...step, requests }, requests);
      }
      case 'poll':
        return this.#gives(step.request) ? this.#take(step, [step.request]) : [];
      default:
        return this.#gives(step) ? this.#take(withoutCondition(step, this.#notes, `${lineOf(step)}: the`), [step]) : [];
    }
  }

  /** The first branch that gives a value that is needed, as if it had been chosen. */
  #branch(step: Step, branches: readonly (readonly Step[])[]): Step[] {
    const branch = branches.find((steps) => hasValue(steps, this.#names));
    if (!branch) return [];
    const names = [...this.#names].filter((name) => hasValue(branch, new Set([name])));
    this.#notes.push(
      `${lineOf(step)}: the branch was taken that gives ${names.map((name) => `\`${name}\``).join(', ')}.`,
    );
    return this.of(branch);
  }

  #gives(step: Step): boolean {
    return valuesOf(step).some((name) => this.#names.has(name)) || (isSendable(step) && this.#names.has(LAST_RESPONSE));
  }

  #take(step: Step, givers: readonly Step[]): Step[] {
    for (const giver of givers) for (const name of valuesOf(giver)) this.#names.delete(name);
    if (givers.some(isSendable)) this.#names.delete(LAST_RESPONSE);
    this.read(step);
    return [step];
  }
}

/** Whether one of these values is captured or set in the steps. */
export function hasValue(steps: readonly Step[], names: ReadonlySet<string>): boolean {
  return allSteps(steps)
    .flatMap(valuesOf)
    .some((name) => names.has(name));
}

export function expressionsOfAll(steps: readonly Step[]): Expression[] {
  return allSteps(steps).flatMap((step) => [...expressionsBefore(step), ...expressionsAfter(step)]);
}

export function lineOf({ range }: Step): string {
  return `Line ${range.start.line + 1}`;
}

/** A step that is done whatever its condition says; `whose` begins the note on that. */
export function withoutCondition<T extends Step>(step: T, notes: string[], whose: string): T {
  if (!('condition' in step) || step.kind === 'while' || step.kind === 'if') return withoutRetry(step);
  if (step.condition !== null) notes.push(`${whose} condition \`if: ${step.condition.source}\` was not asked.`);
  return withoutRetry({ ...step, condition: null });
}

/** Who sends one request wants to see its answer, not that of a second try. */
export function withoutRetry<T extends Step>(step: T): T {
  return step.kind === 'request' ? { ...step, retry: null } : step;
}
