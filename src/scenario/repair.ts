import type { SourceDocument } from './document.ts';
import { editOf, type Change } from './edits.ts';
import type { ProblemCode } from './problem-codes.ts';
import type { Fix, Problem, Severity, TextEdit } from './problem.ts';
import { inTextOrder, isBefore } from './range.ts';
import type { Span } from './source.ts';

/** A way out of a problem, in terms of the document's tree. */
export interface Repair {
  /** What it does, as a menu shows it: `Change to `duration``. */
  readonly title: string;
  readonly changes: readonly Change[];
  readonly preferred?: boolean;
}

/** Repairs as edits of the text; those that the text's shape does not allow are left out. */
export function fixesOf(
  repairs: readonly Repair[],
  document: Pick<SourceDocument, 'text' | 'lines' | 'root'>,
): readonly Fix[] {
  return repairs.flatMap(({ title, changes, preferred }) => {
    const edits = changes.map((change) => editOf(change, document));
    const safe = edits.filter((edit) => edit !== null);
    if (safe.length < edits.length || safe.length === 0 || overlap(safe)) return [];
    return [{ title, edits: safe, ...(preferred === true && { preferred }) }];
  });
}

/** Editors refuse edits of which one begins before another ends. */
function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort(inTextOrder);
  return ordered.some((edit, index) => {
    const next = ordered[index + 1];
    return next !== undefined && isBefore(next.range.start, edit.range.end);
  });
}

/** One word in place of another. */
export function changeTo(at: Span, word: string): Repair {
  return { title: `Change to \`${word}\``, changes: [{ kind: 'replace', at, value: word }], preferred: true };
}

/** An entry of a map less. */
export function removeKey({ key, keySpan }: { readonly key: string; readonly keySpan: Span }): Repair {
  return { title: `Remove \`${key}\``, changes: [{ kind: 'remove', keySpan }] };
}

interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Span;
  readonly repairs?: readonly Repair[];
  readonly related?: readonly { readonly message: string; readonly at: Span }[];
}

/** A finding as the problem that is shown. */
export function problemOf(
  { code, severity, message, at, repairs = [], related }: Finding,
  document: SourceDocument,
): Problem {
  const fixes = fixesOf(repairs, document);
  return {
    code,
    severity,
    message,
    range: document.lines.range(at),
    ...(fixes.length > 0 && { fixes }),
    ...(related && {
      related: related.map((also) => ({ message: also.message, range: document.lines.range(also.at) })),
    }),
  };
}
