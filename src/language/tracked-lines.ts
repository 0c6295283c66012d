import type { SourceRange } from '../scenario/range.ts';
import { matchedLines } from '../scenario/matched-lines.ts';

/**
 * Where the lines of a text that ran stand in the text as it is now. Follows edits one by one, so that verdicts stay beside
 * their lines while their author types.
 */
export class TrackedLines {
  readonly #original: readonly string[];
  /** Index: line when the run began. Value: line now, or null where it was deleted. */
  #now: (number | null)[];

  /** `now`: the text as it is at the moment, where it may be another one already. */
  constructor(text: string, now = text) {
    this.#original = text.split(/\r?\n/);
    this.#now = now === text ? this.#original.map((_, line) => line) : matchedLines(this.#original, now.split(/\r?\n/));
  }

  /** The line now; null where it is gone. */
  lineOf(original: number): number | null {
    return this.#now[original] ?? null;
  }

  /** Whether the line reads otherwise than when the run began. Undoing an edit makes it as it was. */
  isEdited(original: number, textNow: string): boolean {
    return this.#original[original] !== textNow;
  }

  /** Follows the replacement of `range` by `text`. Several of one edit go from the last to the first, as editors report them. */
  apply(range: SourceRange, text: string): void {
    const added = text.split('\n').length - 1;
    this.#now = this.#now.map((line) => (line === null ? null : lineAfter(line, range, added)));
  }
}

/** Where a line is after `range` was replaced by a text with `added` line breaks; null where it was deleted. */
function lineAfter(line: number, { start, end }: SourceRange, added: number): number | null {
  if (line < start.line) return line;
  if (line > end.line) return line + added - (end.line - start.line);
  const inserted = start.line === end.line && start.character === end.character;
  // Text put before a line pushes it down; everything else on one line leaves it where it began.
  if (start.line === end.line) return inserted && start.character === 0 ? line + added : line;
  if (line === end.line && end.character === 0) return start.line + added;
  return line === start.line && start.character > 0 ? line : null;
}

/** The range after an edit; null where its first line was deleted. Columns are kept: they are right again with the next parse. */
export function rangeAfter(range: SourceRange, edit: SourceRange, added: number): SourceRange | null {
  const startLine = lineAfter(range.start.line, edit, added);
  if (startLine === null) return null;
  const endLine = lineAfter(range.end.line, edit, added) ?? startLine;
  return {
    start: { ...range.start, line: startLine },
    end: { ...range.end, line: Math.max(startLine, endLine) },
  };
}
