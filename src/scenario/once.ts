import type { Plan } from './plan.ts';

/** One VU and one iteration of each scenario, side by side, without judgement: to see that a scenario works. */
export function oncePlan(plan: Plan): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      executor: { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 },
      startTimeMs: 0,
    })),
    thresholds: [],
  };
}
