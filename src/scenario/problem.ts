import type { ProblemCode } from './problem-codes.ts';
import type { SourceRange } from './range.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something in a scenario file that its author should know. The editor's diagnostics and `rampwright validate` show
 * the very same problems.
 */
export interface Problem {
  /** Stable, and explained in docs/problems.md. */
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** What is wrong and what to write instead: whole sentences, no full file names. */
  readonly message: string;
  readonly range: SourceRange;
  /** Ways out that need no decision beyond choosing one; the likeliest first. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly message: string; readonly range: SourceRange }[];
}

/** A change of the file that mends a problem. */
export interface Fix {
  /** What it does, as a menu shows it: `Change to `duration``. */
  readonly title: string;
  /** Of the text as it was checked; they don't overlap. */
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" and a single key press take. */
  readonly preferred?: boolean;
}

export interface TextEdit {
  readonly range: SourceRange;
  readonly newText: string;
}
