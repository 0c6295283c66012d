import type { Threshold } from '../scenario/plan.ts';
import type { Verdict } from './events.ts';
import type { RunModel } from './model.ts';

/** A requirement with what a run said of it. */
export interface JudgedRequirement {
  readonly threshold: Threshold;
  readonly verdict: Verdict;
}

export interface RequirementChange {
  /** Of several repeats the worst verdict: what one of them missed is no news. null: there was no such requirement. */
  readonly before: JudgedRequirement | null;
  readonly after: JudgedRequirement | null;
}

/** A requirement of one run is that of another where this is the same: the same selector and condition, as they are written. */
export function requirementKey({ selector, condition, windowMs }: Threshold): string {
  return `${selector} ${condition.source} ${windowMs ?? ''}`;
}

const RANK: Readonly<Record<Verdict, number>> = { pass: 2, warn: 1, 'not-yet': 0, 'no-data': 0, fail: 0 };

export function verdictChange(before: Verdict, after: Verdict): 'better' | 'worse' | 'same' {
  if (RANK[before] === RANK[after]) return 'same';
  return RANK[after] > RANK[before] ? 'better' : 'worse';
}

/** Requirements of a baseline's repeats and of a run side by side. */
export function requirementChanges(baseline: readonly RunModel[], after: RunModel): RequirementChange[] {
  const [old, now] = [judgedOf(baseline), judgedOf([after])];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    after: now.get(key) ?? null,
  }));
}

/** The worst verdict of some runs on each of their requirements. */
export function judgedOf(runs: readonly RunModel[]): Map<string, JudgedRequirement> {
  const judged = new Map<string, JudgedRequirement>();
  for (const { plan, thresholds } of runs) {
    for (const threshold of plan?.thresholds ?? []) {
      const result = thresholds.find(({ id }) => id === threshold.id);
      if (!result) continue;
      const key = requirementKey(threshold);
      const known = judged.get(key);
      if (!known || RANK[result.verdict] < RANK[known.verdict]) judged.set(key, { threshold, verdict: result.verdict });
    }
  }
  return judged;
}
