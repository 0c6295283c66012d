import { modify, applyEdits, parse, visit } from 'jsonc-parser';
import { documentValue, parseScenario, type SourceDocument } from '../scenario/document.ts';
import type { TextEdit } from '../scenario/problem.ts';
import { nodeAt, type SourcePath, type Span } from '../scenario/source.ts';
import { newlineOf, type LineSpan } from './block-text.ts';
import { applied, lineEdits } from './format.ts';

/** A part of a file's value that becomes another: `undefined` takes it out, `insert` makes room in a list first. */
export interface ValueChange {
  readonly path: SourcePath;
  readonly value: unknown;
  readonly insert?: boolean;
}

/** The edit that puts lines in place of others, or before one where `lastLine` is before `firstLine`. */
export function replaceLines(text: string, { firstLine, lastLine }: LineSpan, lines: readonly string[]): TextEdit {
  const all = text.split('\n');
  const newline = newlineOf(text);
  const end = lastLine + 1;
  const start = { line: firstLine, character: 0 };
  if (end < all.length) {
    return {
      range: { start, end: { line: end, character: 0 } },
      newText: lines.map((line) => line + newline).join(''),
    };
  }
  // No line break ends the last line.
  const last = { line: all.length - 1, character: all.at(-1)?.length ?? 0 };
  if (firstLine >= all.length) return { range: { start: last, end: last }, newText: newline + lines.join(newline) };
  return { range: { start, end: last }, newText: lines.join(newline) };
}

/**
 * What a YAML file is with edits, if it then has the value that the changes make; else null, so that nothing is offered for a
 * layout that a refactoring does not know.
 */
export function proven(
  document: SourceDocument,
  edits: readonly TextEdit[],
  changes: readonly ValueChange[],
): SourceDocument | null {
  const after = parseScenario(applied(document.text, edits), 'scenario.load.yaml');
  const expected: unknown = parse(changed(JSON.stringify(documentValue(document)), changes));
  return after.problems.length === 0 &&
    JSON.stringify(sorted(documentValue(after))) === JSON.stringify(sorted(expected))
    ? after
    : null;
}

/** The edits that make the changes in a JSON file; null where comments would be lost. */
export function jsonEdits({ text, root }: SourceDocument, changes: readonly ValueChange[]): TextEdit[] | null {
  const touched = changes
    .filter(({ insert }) => !insert)
    .map(({ path }) => nodeAt(root, typeof path.at(-1) === 'number' ? path.slice(0, -1) : path)?.span);
  if (touched.some((span) => span && hasComment(text, span))) return null;
  return lineEdits(text, changed(text, changes));
}

function changed(text: string, changes: readonly ValueChange[]): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: newlineOf(text) };
  return changes.reduce((current, { path, value, insert = false }) => {
    // Flows and scenarios stand before what uses them, as far as they can.
    const getInsertionIndex = (keys: string[]): number => {
      const at = keys.findIndex(
        (key) => key === 'scenarios' || key === 'steps' || key === 'flow' || key === 'thresholds',
      );
      return at >= 0 ? at : keys.length;
    };
    return applyEdits(
      current,
      modify(current, [...path], value, { formattingOptions, isArrayInsertion: insert, getInsertionIndex }),
    );
  }, text);
}

function hasComment(text: string, { start, end }: Span): boolean {
  let found = false;
  visit(text.slice(start, end), {
    onComment: () => {
      found = true;
    },
  });
  return found;
}

/** Maps with their keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]: [string, unknown]) => [key, sorted(inner)]),
  );
}
