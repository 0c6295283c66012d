import { isJsonStyle } from '../scenario/edit-text.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import type { SourceRange } from '../scenario/range.ts';
import { entryOf, nodeAt, valueOf, type SourceEntry, type SourceNode, type SourcePath } from '../scenario/source.ts';
import { blockText, indented, itemLines } from './block-text.ts';
import type { ScenarioAction } from './code-actions.ts';
import { occurrenceAt } from './occurrence-at.ts';
import { jsonEdits, proven, replaceLines, type ValueChange } from './refactoring.ts';

/** Puts a flow's steps where it is used. The flow itself stays; where nothing uses it any more, a problem says so and offers to remove it. */
export function inlineFlow({ document, model }: LoadedScenario, selection: SourceRange): ScenarioAction | null {
  const { root, text, lines } = document;
  const here = occurrenceAt(model.occurrences, selection.start);
  if (!root || document.problems.length > 0 || here?.kind !== 'flow' || here.role !== 'reference') return null;
  const flow = nodeAt(root, ['flows', here.name]);
  const use = useAt(root, lines.offset(here.range.start), []);
  if (flow?.kind !== 'list' || flow.items.length === 0 || !use) return null;
  const steps = flow.items.map(valueOf);
  const holder = nodeAt(root, use.path);
  const index = use.path.at(-1);
  // `use` with a weight is a branch, and `flow` belongs to a scenario: these have their steps in `steps`.
  const isStep = use.entry.key === 'use' && holder?.kind === 'map' && holder.entries.length === 1;
  const isListed = isStep && typeof index === 'number' && use.path.at(-2) !== 'choose';
  const changes: ValueChange[] = isListed
    ? [
        { path: use.path, value: steps[0] },
        ...steps
          .slice(1)
          .map((value, at) => ({ path: [...use.path.slice(0, -1), index + 1 + at], value, insert: true })),
      ]
    : [
        { path: [...use.path, use.entry.key], value: undefined },
        { path: [...use.path, 'steps'], value: steps },
      ];
  const action = { title: `Inline flow \`${here.name}\``, kind: 'refactor.inline' } as const;
  if (isJsonStyle(text, root)) {
    const edits = jsonEdits(document, changes);
    return edits && { ...action, edits };
  }
  const place = itemLines(document, flow, 0, flow.items.length - 1);
  const block = place && blockText(document, place, place.indent);
  if (!block) return null;
  const written = lines.position(use.entry.keySpan.start);
  const before = text.slice(lines.offset({ line: written.line, character: 0 }), use.entry.keySpan.start);
  const isAlone = /^[ ]*-[ ]+$/.test(before);
  const replacement =
    isListed && isAlone
      ? indented(block, before.indexOf('-'))
      : /^[ -]*$/.test(before)
        ? [`${before}steps:`, ...indented(block, written.character + 2)]
        : null;
  if (!replacement) return null;
  const edits = [replaceLines(text, { firstLine: written.line, lastLine: written.line }, replacement)];
  return proven(document, edits, changes) && { ...action, edits };
}

interface FlowUse {
  readonly entry: SourceEntry;
  /** Of the map that it is in. */
  readonly path: SourcePath;
}

function useAt(node: SourceNode, offset: number, path: SourcePath): FlowUse | null {
  if (node.kind === 'scalar') return null;
  const children: readonly (readonly [string | number, SourceNode])[] =
    node.kind === 'list' ? [...node.items.entries()] : node.entries.map((entry) => [entry.key, entry.value] as const);
  for (const [key, child] of children) {
    if (offset < child.span.start || child.span.end < offset) continue;
    const entry = typeof key === 'string' && (key === 'use' || key === 'flow') ? entryOf(node, key) : undefined;
    if (entry && child.kind === 'scalar') return { entry, path };
    return useAt(child, offset, [...path, key]);
  }
  return null;
}
