import type { Plan, RequestStep } from '../scenario/plan.ts';
import { allSteps } from '../scenario/step-tree.ts';

/** The requests that record a custom metric; null where something else does too, or the metric is built in. */
export function recordedBy(plan: Plan, metric: string): RequestStep[] | null {
  if (!plan.metrics.some(({ name }) => name === metric)) return null;
  const requests: RequestStep[] = [];
  for (const step of plan.scenarios.flatMap((scenario) => allSteps(scenario.steps))) {
    const recorded = step.kind === 'record' ? step.values : 'record' in step ? step.record : [];
    if (!recorded.some(({ name }) => name === metric)) continue;
    if (step.kind !== 'request') return null;
    requests.push(step);
  }
  return requests;
}
