/** What reading YAML and reading JSON have in common: how large a document may be, and how is told what is wrong with it. */
import type { ProblemCode } from './problem-codes.ts';
import type { SourceNode, Span } from './source.ts';
import type { YamlSlip } from './yaml-slips.ts';

/** Aliases can grow a small text without bound; no scenario that people write comes near this. */
export const MOST_NODES = 100_000;
export const DEEPEST = 100;

/** What a file is that goes below this. */
export const TOO_DEEP = 'The file is nested too deeply to be read; a scenario needs a few levels.';

/** After one slip a parser finds many; nobody reads more than these. */
export const MOST_SYNTAX_PROBLEMS = 20;

/** Takes a problem at a place in the text. */
export type Report = (
  code: ProblemCode,
  message: string,
  span: Span,
  also?: {
    readonly related?: { message: string; span: Span };
    /** What a fix takes out: one of the entries of a map. */
    readonly surplus?: { container: Span; parts: readonly Span[]; index: number };
    readonly fix?: YamlSlip['fix'];
  },
) => void;

/** Ends reading at the place where a limit is passed. */
export class TooLarge extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.span = span;
  }
}

/** A key without a value: the place right behind it. */
export function absent(keySpan: Span): SourceNode {
  return { kind: 'scalar', value: null, span: { start: keySpan.end, end: keySpan.end } };
}
