import type { Plan, Step } from './plan.ts';
import { withInnerSteps } from './step-tree.ts';

/**
 * One VU and one iteration of each scenario, side by side, without judgement: to see that a scenario works. Each branch of a `choose` is
 * run, in the order of the file: a random one would leave the others unseen.
 */
export function oncePlan(plan: Plan): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      executor: { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 },
      startTimeMs: 0,
      pacingMs: null,
      onStart: withoutChoice(scenario.onStart),
      steps: withoutChoice(scenario.steps),
      onStop: withoutChoice(scenario.onStop),
    })),
    thresholds: [],
  };
}

function withoutChoice(steps: readonly Step[]): Step[] {
  return steps.flatMap((step): readonly Step[] =>
    step.kind === 'choose'
      ? step.branches.flatMap((branch) => withoutChoice(branch.steps))
      : [withInnerSteps(step, withoutChoice)],
  );
}
