import type { Fix, Problem, TextEdit } from '../scenario/problem.ts';
import { isBefore } from '../scenario/range.ts';
import { LineIndex } from '../scenario/source.ts';

/** A fix can bring to light what stood behind its problem; more rounds than these mean that two fixes undo each other. */
const MOST_ROUNDS = 10;

/** A text with the preferred fixes of its problems made. */
export function withFixes(text: string, problemsOf: (text: string) => readonly Problem[]): string {
  let fixed = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = preferred(problemsOf(fixed));
    if (fixes.length === 0) break;
    fixed = edited(
      fixed,
      fixes.flatMap(({ edits }) => edits),
    );
  }
  return fixed;
}

/** Those that do not touch the same place; the others are left to the next round. */
function preferred(problems: readonly Problem[]): Fix[] {
  const taken: TextEdit[] = [];
  return problems.flatMap(({ fixes = [] }) => {
    const fix = fixes.find((one) => one.preferred === true);
    if (!fix || fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const fromTheEnd = [...edits].sort((a, b) => (isBefore(a.range.start, b.range.start) ? 1 : -1));
  return fromTheEnd.reduce(
    (changed, { range, newText }) =>
      changed.slice(0, lines.offset(range.start)) + newText + changed.slice(lines.offset(range.end)),
    text,
  );
}
