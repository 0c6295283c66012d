/** Runs side by side: what changed from a baseline to another one, how that is judged, and which requirements are met. */
import type { Subject } from './compared-blocks.ts';
import { spanOfRun } from './compared-span.ts';
import type { Verdict } from './events.ts';
import { judgeChanges, type CompareOptions, type FigureChange, type JudgedChanges } from './judged-changes.ts';
import type { RunModel } from './model.ts';
import { requirementChanges, type RequirementChange } from './requirement-changes.ts';

export interface Comparison extends JudgedChanges {
  /** Whether all plans make the same load: then moments of the runs are compared with each other. */
  readonly sameLoad: boolean;
  readonly sameText: boolean;
  readonly requirements: readonly RequirementChange[];
}

/** @param baseline one run, or several repeats of it: then what these differ by counts, too */
export function compareRuns(baseline: readonly RunModel[], after: RunModel, options: CompareOptions = {}): Comparison {
  const repeats = repeatsOf(baseline);
  const sameLoad = repeats.every((run) => isSameLoad(run, after));
  return {
    ...judgeChanges(repeats.map(spanOfRun), spanOfRun(after), sameLoad, options),
    sameLoad,
    sameText: repeats.every((run) => run.start?.scenario.sha256 === after.start?.scenario.sha256),
    requirements: requirementChanges(repeats, after),
  };
}

/**
 * Of the runs of a baseline those that say what it usually measures: with the load of the first one, to their end, by generators that kept up.
 * Where there are none, it is the first one alone.
 */
export function repeatsOf(baseline: readonly RunModel[]): readonly RunModel[] {
  const [first] = baseline;
  if (!first || baseline.length === 1) return baseline;
  const sound = baseline.filter(
    (run) => isSameLoad(first, run) && run.generator.judgement.trust !== 'saturated' && run.complete,
  );
  return sound.length > 0 ? sound : [first];
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

/** Whether two plans make the same load at the same moments. */
function isSameLoad(before: RunModel, after: RunModel): boolean {
  const load = ({ plan }: RunModel): string =>
    JSON.stringify(
      plan?.scenarios.map(({ name, executor, startTimeMs, pacingMs }) => [name, executor, startTimeMs, pacingMs]),
    );
  return load(before) === load(after);
}
