import type { SourceRange } from './range.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something in a scenario file that its author should know. The editor's diagnostics and `rampwright validate` show
 * the very same problems.
 */
export interface Problem {
  /** Stable, kebab-case and documented in docs/problems.md, e.g. `unknown-key`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what to write instead: whole sentences, no full file names. */
  readonly message: string;
  readonly range: SourceRange;
  readonly related?: readonly { readonly message: string; readonly range: SourceRange }[];
}
