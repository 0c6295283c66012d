import type { ScenarioContext } from '../scenario-context.ts';

/** What belongs to the stage that runs now, made once for each stage: a cell, or a set of them. `stage` is the tag's value. */
export function perStage<T>(
  scenario: Pick<ScenarioContext, 'stage' | 'stageName'>,
  make: (stage: string | undefined) => T,
): () => T {
  const made = new Map<number, T>();
  return () => {
    const stage = scenario.stage();
    const known = made.get(stage);
    if (known !== undefined) return known;
    const fresh = make(scenario.stageName(stage));
    made.set(stage, fresh);
    return fresh;
  };
}
