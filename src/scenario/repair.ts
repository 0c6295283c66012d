import type { SourceDocument } from './document.ts';
import { editOf, type Change } from './edits.ts';
import type { Fix } from './problem.ts';

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
    if (safe.length < edits.length || safe.length === 0) return [];
    return [{ title, edits: safe, ...(preferred === true && { preferred }) }];
  });
}
