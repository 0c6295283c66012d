import { allSteps, stepLists } from '../scenario/step-tree.ts';
import type { Plan } from '../scenario/plan.ts';

/** Values of one tag that are told apart in a run. Each makes a series of every metric that has the tag. */
export const MOST_TAG_VALUES = 100;

/** A table's cells: hashes of values, and whether it was told that there are more. */
const CELLS = MOST_TAG_VALUES + 1;

/**
 * Which values of tags are told apart: the first ones that come, the same in every worker, for a value that one worker counts
 * by itself and another under `(other)` would have a wrong figure. A table in shared memory for each tag that requests work out,
 * of the values' hashes; a cell is claimed once and never given back, so that a full table is the limit itself.
 */
export class TagValues {
  readonly #tables: Int32Array;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #asked: ReadonlyMap<string, ReadonlySet<string>>;

  /** The same plan and buffer in each worker. */
  constructor(plan: Plan, buffer: SharedArrayBuffer) {
    this.#tables = new Int32Array(buffer);
    this.#indexes = new Map(tables(plan).map((tag, index) => [tag, index]));
    this.#asked = valuesAskedFor(plan);
  }

  static allocate(plan: Plan): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * CELLS * tables(plan).length);
  }

  /** Whether a threshold is about a value: then it is told apart however many there are. */
  isAskedFor(tag: string, value: string): boolean {
    return this.#asked.get(tag)?.has(value) === true;
  }

  /** Whether a value is told apart from now on: it was before, or there was room. `tag`: one, or several by `together`. */
  admits(tag: string, value: string): boolean {
    const start = this.#start(tag);
    const hash = hashOf(value);
    for (let probe = 0; probe < MOST_TAG_VALUES; probe++) {
      const cell = start + (((hash >>> 0) + probe) % MOST_TAG_VALUES);
      const before = Atomics.compareExchange(this.#tables, cell, 0, hash);
      if (before === 0 || before === hash) return true;
    }
    return false;
  }

  /** True for the first who asks, of all workers. */
  tells(tag: string): boolean {
    return Atomics.exchange(this.#tables, this.#start(tag) + MOST_TAG_VALUES, 1) === 0;
  }

  #start(tag: string): number {
    const table = this.#indexes.get(tag);
    if (table === undefined) throw new RangeError(`No request works out the tag ${tag}`);
    return table * CELLS;
  }
}

/** Several tags of one step as one, whose values are their combinations. */
export function together(tags: readonly string[]): string {
  return tags.join('\u0000');
}

/** One for each tag that requests work out, and for each combination of them. */
function tables(plan: Plan): string[] {
  const steps = stepLists(plan).flatMap(allSteps);
  const names = steps.flatMap((step) => {
    const own = 'tagTemplates' in step ? (step.tagTemplates ?? []).map(([name]) => name) : [];
    return [...own, together(own)];
  });
  return [...new Set(names)].filter((name) => name !== '');
}

/** The values that thresholds select by tag. */
function valuesAskedFor({ thresholds }: Plan): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const [tag, value] of thresholds.flatMap(({ tags }) => Object.entries(tags))) {
    asked.set(tag, (asked.get(tag) ?? new Set()).add(value));
  }
  return asked;
}

/** FNV-1a; never 0, which is an empty cell. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash === 0 ? 1 : hash;
}
