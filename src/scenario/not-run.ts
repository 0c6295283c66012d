import type { Compilation } from './compile/compilation.ts';
import type { Plan } from './plan.ts';
import type { SourcePath } from './source.ts';

/** A feature of the format. */
interface Feature {
  /** As a message begins: `HTTP/2`. */
  readonly name: string;
  /** The paths of the keys that ask for it. */
  readonly uses: (plan: Plan) => readonly SourcePath[];
}

/**
 * What the format has and this version's engine does not run. A file that uses it is checked as any other, and refused
 * before a run. Whoever teaches the engine one of these deletes its row.
 */
const NOT_RUN: readonly Feature[] = [
];

/** Reports each use of what the engine does not run. */
export function reportNotRun(plan: Plan, compilation: Compilation): void {
  for (const { name, uses } of NOT_RUN) {
    for (const path of uses(plan)) {
      const message = `${name} is part of the format and was checked, but this version's engine does not run it yet.`;
      compilation.report('not-run-yet', message, compilation.keyRange(path));
    }
  }
}
