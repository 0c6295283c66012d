/** Two runs side by side: what changed from one to the other, how that is judged, and which requirements are met. */
import type { Subject } from './compared-blocks.ts';
import { spanOfRun } from './compared-span.ts';
import type { Verdict } from './events.ts';
import { judgeChanges, type CompareOptions, type FigureChange, type JudgedChanges } from './judged-changes.ts';
import type { RunModel } from './model.ts';
import { requirementChanges, type RequirementChange } from './requirement-changes.ts';

export interface Comparison extends JudgedChanges {
  /** Whether both plans make the same load: then moments of the runs are compared with each other. */
  readonly sameLoad: boolean;
  readonly sameText: boolean;
  readonly requirements: readonly RequirementChange[];
}

export function compareRuns(before: RunModel, after: RunModel, options: CompareOptions = {}): Comparison {
  const sameLoad = isSameLoad(before, after);
  return {
    ...judgeChanges(spanOfRun(before), spanOfRun(after), sameLoad, options),
    sameLoad,
    sameText: before.start?.scenario.sha256 === after.start?.scenario.sha256,
    requirements: requirementChanges(before, after),
  };
}

/** What a build is stopped for: a figure got worse, or a requirement that was met is not any more. */
export function regressions(comparison: Comparison): {
  readonly figures: readonly { readonly subject: Subject; readonly change: FigureChange }[];
  readonly requirements: readonly RequirementChange[];
} {
  const met = (verdict: Verdict | undefined): boolean => verdict === 'pass' || verdict === 'warn';
  return {
    figures: comparison.subjects.flatMap(({ subject, changes }) =>
      changes.filter(({ judgement }) => judgement === 'worse').map((change) => ({ subject, change })),
    ),
    requirements: comparison.requirements.filter(
      ({ before, after }) => met(before?.verdict) && after !== null && !met(after.verdict),
    ),
  };
}

function isSameLoad(before: RunModel, after: RunModel): boolean {
  const load = ({ plan }: RunModel): string =>
    JSON.stringify(
      plan?.scenarios.map(({ name, executor, startTimeMs, pacingMs }) => [name, executor, startTimeMs, pacingMs]),
    );
  return load(before) === load(after);
}
