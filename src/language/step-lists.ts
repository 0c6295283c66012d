import type { SourceDocument } from '../scenario/document.ts';
import type { SourceRange } from '../scenario/range.ts';
import {
  entryOf,
  type ListNode,
  type SourceEntry,
  type SourceNode,
  type SourcePath,
  type Span,
} from '../scenario/source.ts';

export interface PlacedList {
  readonly list: ListNode;
  readonly path: SourcePath;
}

/** Steps in a row, as they stand in the file. */
export interface StepSelection extends PlacedList {
  /** Indexes in the list, both included. */
  readonly first: number;
  readonly last: number;
}

/** The steps that a selection is in or goes over: of the innermost list that has all of it. */
export function stepsAt({ root, lines }: SourceDocument, selection: SourceRange): StepSelection | null {
  const at = { start: lines.offset(selection.start), end: lines.offset(selection.end) };
  let found: StepSelection | null = null;
  for (const { list, path } of root ? stepLists(root) : []) {
    const touched = list.items.flatMap(({ span }, index) => {
      // The dash belongs to its step, and so does the rest of its last line.
      const start = { line: lines.position(span.start).line, character: 0 };
      return touches({ start: lines.offset(start), end: span.end }, at) ? [index] : [];
    });
    const [first] = touched;
    const last = touched.at(-1);
    if (first === undefined || last === undefined) continue;
    if (at.start < list.span.start && lines.position(at.start).line < lines.position(list.span.start).line) continue;
    if (at.end > list.span.end) continue;
    found = { list, path, first, last };
  }
  return found;
}

function touches(item: Span, selection: Span): boolean {
  if (selection.start === selection.end) return item.start <= selection.start && selection.end <= item.end;
  return item.start < selection.end && selection.start < item.end;
}

/** Every list of steps, each before those inside of it. */
export function stepLists(root: SourceNode): PlacedList[] {
  return [
    ...['setup', 'teardown', 'steps'].flatMap((key) => below(entryOf(root, key), [])),
    ...below(entryOf(entryOf(root, 'refresh')?.value, 'steps'), ['refresh']),
    ...entriesOf(entryOf(root, 'flows')?.value).flatMap((flow) => below(flow, ['flows'])),
    ...entriesOf(entryOf(root, 'scenarios')?.value).flatMap(({ key: scenario, value }) =>
      ['onStart', 'steps', 'onStop'].flatMap((key) => below(entryOf(value, key), ['scenarios', scenario])),
    ),
  ];
}

function below(entry: SourceEntry | undefined, parent: SourcePath): PlacedList[] {
  const list = entry?.value;
  // What an alias stands for is written elsewhere.
  if (!entry || list?.kind !== 'list' || list.span.start < entry.keySpan.end) return [];
  const path = [...parent, entry.key];
  return [{ list, path }, ...list.items.flatMap((item, index) => inner(item, [...path, index]))];
}

function inner(step: SourceNode, path: SourcePath): PlacedList[] {
  const branches = entryOf(step, 'choose')?.value;
  return [
    ...['steps', 'then', 'else'].flatMap((key) => below(entryOf(step, key), path)),
    // Branches are no steps, but may have some.
    ...(branches?.kind === 'list'
      ? branches.items.flatMap((branch, index) => inner(branch, [...path, 'choose', index]))
      : []),
  ];
}

function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
