import { isJsonStyle } from '../scenario/edit-text.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { TextEdit } from '../scenario/problem.ts';
import type { SourceRange } from '../scenario/range.ts';
import { entryOf, valueOf, type SourceEntry, type SourceNode } from '../scenario/source.ts';
import type { SourceDocument } from '../scenario/document.ts';
import { blockText, entryLines, indented, itemLines, withCommentsAbove, type BlockText } from './block-text.ts';
import type { ScenarioAction } from './code-actions.ts';
import { jsonEdits, proven, replaceLines, type ValueChange } from './refactoring.ts';
import { stepsAt } from './step-lists.ts';

/** Makes a flow of the selected steps, and puts `use:` in their place. */
export function extractFlow({ document }: LoadedScenario, selection: SourceRange): ScenarioAction | null {
  const { root, text } = document;
  const steps = document.problems.length === 0 ? stepsAt(document, selection) : null;
  if (!root || !steps) return null;
  const { list, path, first, last } = steps;
  const items = list.items.slice(first, last + 1);
  // A flow of nothing but another flow helps nobody.
  if (items.every((item) => entryOf(item, 'use'))) return null;
  const name = freshName(entryOf(root, 'flows')?.value);
  const changes: ValueChange[] = [
    ...items.slice(1).map(() => ({ path: [...path, first + 1], value: undefined })),
    { path: [...path, first], value: { use: name } },
    { path: ['flows', name], value: items.map(valueOf) },
  ];
  const action = { title: 'Extract steps to a flow', kind: 'refactor.extract' } as const;
  if (isJsonStyle(text, root)) {
    const edits = jsonEdits(document, changes);
    return edits && { ...action, edits };
  }
  const place = itemLines(document, list, first, last);
  const block = place && blockText(document, place, place.indent);
  const flow = block && newFlow(document, root, name, block, list.span.start);
  if (!flow) return null;
  const edits = [replaceLines(text, place, indented([`- use: ${name}`], place.indent)), flow];
  const after = proven(document, edits, changes);
  const key = entryOf(entryOf(after?.root ?? undefined, 'flows')?.value, name)?.keySpan;
  return after && key ? { ...action, edits, rename: after.lines.position(key.start) } : null;
}

function freshName(flows: SourceNode | undefined): string {
  let name = 'newFlow';
  for (let count = 2; entryOf(flows, name); count++) name = `newFlow${count}`;
  return name;
}

/** Behind the other flows; else in a section of its own before what uses it. */
function newFlow(
  document: SourceDocument,
  root: SourceNode,
  name: string,
  steps: BlockText,
  usedAt: number,
): TextEdit | null {
  const { text } = document;
  const before = (line: number, lines: readonly string[]): TextEdit =>
    replaceLines(text, { firstLine: line, lastLine: line - 1 }, lines);
  const flows = entryOf(root, 'flows')?.value;
  if (flows) {
    const last = flows.kind === 'map' ? flows.entries.at(-1) : undefined;
    const place = last && entryLines(document, last);
    return place ? before(place.lastLine + 1, indented([`${name}:`, ...indented(steps, 2)], place.indent)) : null;
  }
  const anchor = entryOf(root, 'scenarios') ?? topLevelAround(root, usedAt);
  const place = anchor && entryLines(document, anchor);
  if (!place) return null;
  return before(withCommentsAbove(document, place.firstLine), ['flows:', `  ${name}:`, ...indented(steps, 4), '']);
}

function topLevelAround(root: SourceNode, offset: number): SourceEntry | undefined {
  const entries = root.kind === 'map' ? root.entries : [];
  return entries.find(({ keySpan, value }) => keySpan.start <= offset && offset <= value.span.end);
}
