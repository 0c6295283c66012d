import type { ScenarioContext } from '../scenario-context.ts';

/** What belongs to the stage that runs now, made once for each stage: a cell, or a set of them. `stage` is the tag's value. */
export function perStage<T>(
  scenario: Pick<ScenarioContext, 'stage' | 'stageName'>,
  make: (stage: string | undefined) => T,
): () => T {
  const made = new Map<number, T>();
  let last: { readonly stage: number; readonly made: T } | null = null;
  return () => {
    const stage = scenario.stage();
    if (last?.stage === stage) return last.made;
    const one = made.get(stage) ?? make(scenario.stageName(stage));
    made.set(stage, one);
    last = { stage, made: one };
    return one;
  };
}
