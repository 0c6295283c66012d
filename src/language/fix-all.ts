import type { Problem, TextEdit } from '../scenario/problem.ts';
import { inTextOrder, isBefore } from '../scenario/range.ts';

/**
 * The edits of all preferred fixes at once. Of fixes that change the same place the first in the text wins; the others find
 * their turn when what is left is fixed.
 */
export function fixAll(problems: readonly Problem[]): TextEdit[] {
  const taken: TextEdit[] = [];
  for (const { fixes = [] } of problems) {
    const preferred = fixes.find((fix) => fix.preferred);
    if (!preferred || preferred.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...preferred.edits);
  }
  return taken.sort(inTextOrder);
}

/** Insertions at one place overlap as well: nobody says which comes first. */
function overlap({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  const isSame = !isBefore(a.start, b.start) && !isBefore(b.start, a.start);
  return isSame || (isBefore(a.start, b.end) && isBefore(b.start, a.end));
}
