/** A place in a scenario's text. Lines and characters count from 0, in UTF-16 units, as the language server protocol counts. */
export interface SourcePosition {
  readonly line: number;
  readonly character: number;
}

/** Half-open: `end` is the first position behind the text. What people read (CLI, messages) adds 1 to each number. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

export function isBefore(a: SourcePosition, b: SourcePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Both ends count. */
export function contains({ start, end }: SourceRange, position: SourcePosition): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

interface Placed {
  readonly range: SourceRange;
}

/** For sorting by where things begin. */
export function inTextOrder({ range: a }: Placed, { range: b }: Placed): number {
  return a.start.line - b.start.line || a.start.character - b.start.character;
}
