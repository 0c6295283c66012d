import { allSteps, stepLists } from '../scenario/step-tree.ts';
import type { Plan } from '../scenario/plan.ts';

/** Numbers things over all workers; one place in memory that the threads share. */
export class SharedCounter {
  readonly #cells: Uint32Array;
  readonly #index: number;

  constructor(buffer: SharedArrayBuffer, index: number) {
    this.#cells = new Uint32Array(buffer);
    this.#index = index;
  }

  /** 0, 1, 2, …, each only once in the run. */
  next(): number {
    return Atomics.add(this.#cells, this.#index, 1);
  }

  /** Goes on from here. @returns where it was */
  exchange(value: number): number {
    return Atomics.exchange(this.#cells, this.#index, value);
  }

  /** For what goes up and down. */
  add(change: number): void {
    Atomics.add(this.#cells, this.#index, change);
  }

  get value(): number {
    return Atomics.load(this.#cells, this.#index);
  }
}

/** What the workers of a run number together, and where each number stands: known from the plan alone. */
export class SharedCounters {
  readonly #buffer: SharedArrayBuffer;
  readonly #indexes: ReadonlyMap<string, number>;

  /** The same plan and buffer in each worker. */
  constructor(plan: Plan, buffer: SharedArrayBuffer) {
    this.#buffer = buffer;
    this.#indexes = new Map(counterNames(plan).map((name, index) => [name, index]));
  }

  static allocate(plan: Plan): SharedArrayBuffer {
    return new SharedArrayBuffer(Uint32Array.BYTES_PER_ELEMENT * counterNames(plan).length);
  }

  /** Of `seq()`. */
  get sequence(): SharedCounter {
    return this.#counter('seq');
  }

  /** Of a scenario's iterations. */
  iterations(scenarioIndex: number): SharedCounter {
    return this.#counter(`iterations ${scenarioIndex}`);
  }

  /** How many VUs of a scenario are at work: see `CountedIterations`. */
  atWork(scenarioIndex: number): SharedCounter {
    return this.#counter(`at work ${scenarioIndex}`);
  }

  /** Of what an exact `choose` deals. */
  deals(stepId: number): SharedCounter {
    return this.#counter(`deals ${stepId}`);
  }

  /** Of the rows that a feeder gave. */
  rows(feeder: string): SharedCounter {
    return this.#counter(`rows ${feeder}`);
  }

  #counter(name: string): SharedCounter {
    const index = this.#indexes.get(name);
    if (index === undefined) throw new RangeError(`There is no counter ${name}`);
    return new SharedCounter(this.#buffer, index);
  }
}

function counterNames(plan: Plan): string[] {
  const exact = stepLists(plan)
    .flatMap(allSteps)
    .filter((step) => step.kind === 'choose' && step.exact);
  return [
    'seq',
    ...plan.scenarios.flatMap((_, index) => [`iterations ${index}`, `at work ${index}`]),
    ...exact.map(({ id }) => `deals ${id}`),
    ...plan.data.map(({ name }) => `rows ${name}`),
  ];
}
