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
