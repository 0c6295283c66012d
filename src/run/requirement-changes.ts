import type { Verdict } from './events.ts';
import type { RunModel } from './model.ts';
import type { Threshold } from '../scenario/plan.ts';

/** A requirement of one run is that of another where this is the same: the same selector and condition, as they are written. */
export function requirementKey({ selector, condition, windowMs }: Threshold): string {
  return `${selector} ${condition.source} ${windowMs ?? ''}`;
}

export interface RequirementChange {
  /** Index in the plan's thresholds; null: the run has no such requirement. */
  readonly before: { readonly id: number; readonly verdict: Verdict } | null;
  readonly after: { readonly id: number; readonly verdict: Verdict } | null;
}

/** Requirements of both runs side by side. */
export function requirementChanges(before: RunModel, after: RunModel): RequirementChange[] {
  const keyed = (run: RunModel): Map<string, { id: number; verdict: Verdict }> =>
    new Map(
      (run.plan?.thresholds ?? []).flatMap((threshold) => {
        const { id } = threshold;
        const result = run.thresholds[id];
        return result ? [[requirementKey(threshold), { id, verdict: result.verdict }]] : [];
      }),
    );
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    after: now.get(key) ?? null,
  }));
}
