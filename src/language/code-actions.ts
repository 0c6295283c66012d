import type { LoadedScenario } from '../scenario/index.ts';
import type { Problem, TextEdit } from '../scenario/problem.ts';
import { isBefore, type SourcePosition, type SourceRange } from '../scenario/range.ts';
import { convertToScenarios } from './convert-to-scenarios.ts';
import { extractFlow } from './extract-flow.ts';
import { fixAll } from './fix-all.ts';
import { inlineFlow } from './inline-flow.ts';

/** A change that the editor offers at a place. */
export interface ScenarioAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.rampwright' | 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite';
  readonly edits: readonly TextEdit[];
  /** Of a quick fix: what it mends. */
  readonly problem?: Problem;
  readonly preferred?: boolean;
  /** Where a new name stands after the edits, which its author will want to change. */
  readonly rename?: SourcePosition;
}

/** What could be done with a selection: quick fixes of the problems in it, all fixes at once, and refactorings. */
export function codeActions(loaded: LoadedScenario, selection: SourceRange): ScenarioAction[] {
  const fixes = loaded.problems
    .filter(({ range }) => !isBefore(selection.end, range.start) && !isBefore(range.end, selection.start))
    .flatMap((problem) =>
      (problem.fixes ?? []).map(({ title, edits, preferred }): ScenarioAction => {
        return { title, kind: 'quickfix', edits, problem, ...(preferred && { preferred }) };
      }),
    );
  const all = fixAll(loaded.problems);
  return [
    ...fixes,
    ...(all.length > 0
      ? [{ title: 'Fix all Rampwright problems', kind: 'source.fixAll.rampwright', edits: all } as const]
      : []),
    ...[extractFlow(loaded, selection), inlineFlow(loaded, selection), convertToScenarios(loaded, selection)].filter(
      (action) => action !== null,
    ),
  ];
}
