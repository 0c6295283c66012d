import { commonLines } from '../scenario/matched-lines.ts';

/** A line of a changed text; numbers count from 1, null where the text has no such line. */
export interface ChangedLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

/** What changed from one text to another. */
export interface TextChanges {
  readonly added: number;
  readonly removed: number;
  /** Changed lines that are near each other, with a few that stayed around them. */
  readonly hunks: readonly (readonly ChangedLine[])[];
}

const AROUND = 3;

/** Line by line; the ends of lines do not count. */
export function textChanges(before: string, after: string): TextChanges {
  const lines = changedLines(before.split(/\r?\n/), after.split(/\r?\n/));
  return {
    added: lines.filter(({ kind }) => kind === 'added').length,
    removed: lines.filter(({ kind }) => kind === 'removed').length,
    hunks: hunksOf(lines),
  };
}

function changedLines(before: readonly string[], after: readonly string[]): ChangedLine[] {
  const lines: ChangedLine[] = [];
  let [a, b] = [0, 0];
  for (const [untilA, untilB] of [...commonLines(before, after), [before.length, after.length] as const]) {
    for (; a < untilA; a++) lines.push({ kind: 'removed', before: a + 1, after: null, text: before[a] ?? '' });
    for (; b < untilB; b++) lines.push({ kind: 'added', before: null, after: b + 1, text: after[b] ?? '' });
    if (a < before.length && b < after.length) {
      lines.push({ kind: 'same', before: a + 1, after: b + 1, text: before[a] ?? '' });
      [a, b] = [a + 1, b + 1];
    }
  }
  return lines;
}

function hunksOf(lines: readonly ChangedLine[]): ChangedLine[][] {
  const hunks: ChangedLine[][] = [];
  let end = 0;
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    const last = hunks.at(-1);
    if (!last || index - AROUND > end) hunks.push(lines.slice(Math.max(end, index - AROUND), index + AROUND + 1));
    else last.push(...lines.slice(end, index + AROUND + 1));
    end = index + AROUND + 1;
  }
  return hunks;
}
