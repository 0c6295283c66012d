import { topLevelKeys } from '../../language/top-level-keys.ts';
import { stepLabel, type StepPlace } from '../../scenario/debug.ts';
import type { Plan } from '../../scenario/plan.ts';
import type { SourceRange } from '../../scenario/range.ts';

export interface Frame {
  readonly name: string;
  /** null: the file does not say where. */
  readonly range: SourceRange | null;
}

/** Where an iteration stands, innermost first: the step, what it stands in, its list, its scenario. */
export function framesOf({ step, around, list, scenario }: StepPlace, text: string): Frame[] {
  const frames: Frame[] = [step, ...around.toReversed()].map((one) => ({ name: stepLabel(one), range: one.range }));
  if (list === 'onStart' || list === 'onStop') frames.push({ name: list, range: null });
  if (scenario) return [...frames, { name: `scenario ${scenario.name}`, range: scenario.range }];
  return [...frames, { name: list, range: keyRange(text, list) }];
}

/** By the number that `threadOf` gives it. */
export function threadName(plan: Plan, thread: number): string {
  if (thread === 1) return 'setup';
  return plan.scenarios[thread - 2]?.name ?? 'teardown';
}

function keyRange(text: string, key: string): SourceRange | null {
  const line = topLevelKeys(text).get(key);
  return line === undefined ? null : { start: { line, character: 0 }, end: { line, character: key.length } };
}
