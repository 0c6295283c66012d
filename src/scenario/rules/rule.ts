import type { SourceDocument } from '../document.ts';
import type { LoadOptions } from '../index.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { entryOf, type SourceNode } from '../source.ts';
import type { Occurrence } from '../symbols.ts';
import { contains } from '../range.ts';

/** What a rule may look at. */
export interface RuleContext {
  /** The right parts of the file, with what the environment puts into it. */
  readonly document: SourceDocument;
  /** The file as it is written, for fixes. */
  readonly written: SourceDocument;
  /** Of what is right in the file; never to be run. */
  readonly plan: Plan;
  readonly occurrences: readonly Occurrence[];
  readonly options: LoadOptions;
  /** The problems that were found before. */
  readonly known: readonly Problem[];
  /** Everything outside `thresholds` is right, so that what is not in the plan is not in the file either. */
  readonly isWhole: boolean;
}

/**
 * Something that is right by the letter and cannot be meant. A rule is silent where it is not certain, and never speaks of what only
 * follows from another problem.
 */
export type Rule = (context: RuleContext) => readonly Problem[];

/** What is wrong outside of the file leaves the file itself whole. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  'env-not-set',
  'secret-not-set',
  'missing-file',
  'unreadable-data',
  'empty-data',
]);

/** Whether nothing is wrong but in `thresholds` and on the machine. */
export function isWhole(problems: readonly Problem[], { root, lines }: SourceDocument): boolean {
  const thresholds: SourceNode | undefined = entryOf(root ?? undefined, 'thresholds')?.value;
  const from = thresholds && lines.position(thresholds.span.start);
  const to = thresholds && lines.position(thresholds.span.end);
  return problems.every(({ severity, code, range }) => {
    if (severity !== 'error' || OF_THE_MACHINE.has(code)) return true;
    if (!from || !to) return false;
    return contains({ start: from, end: to }, range.start);
  });
}
