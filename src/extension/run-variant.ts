import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { applyOverrides, oncePlan } from '../scenario/index.ts';
import { ONCE_OVERRIDE } from '../run/events.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';

/** What of a scenario file to run. */
export type RunVariant =
  | { readonly kind: 'whole' }
  /** One iteration of each scenario, to see that its requests work. */
  | { readonly kind: 'once' }
  /** Some of the file's scenarios. */
  | { readonly kind: 'scenarios'; readonly names: readonly string[] };

/** The plan of a variant and how to call it to people, `run once`, `only users`, '' for the whole file; or why there is none. */
export function planOf(
  plan: Plan,
  variant: RunVariant,
): { readonly plan: Plan; readonly label: string } | { readonly problem: string } {
  switch (variant.kind) {
    case 'whole':
      return { plan, label: '' };
    case 'once':
      return { plan: withRequirements(oncePlan(plan)), label: ONCE_OVERRIDE };
    case 'scenarios': {
      const { names } = variant;
      if (plan.scenarios.every(({ name }) => names.includes(name))) return { plan, label: '' };
      const only = applyOverrides(plan, { scenarios: names });
      return 'problem' in only ? only : { plan: only.plan, label: `only ${names.join(', ')}` };
    }
  }
}

/**
 * One iteration tells nothing of load, so the file's thresholds would judge noise. What it tells is whether the requests and checks
 * work: these are the requirements then.
 */
function withRequirements(plan: Plan): Plan {
  const range = plan.scenarios[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const requirement = (id: number, metric: string, source: string, limit: number, name: string): Threshold => ({
    id,
    metric,
    tags: {},
    selector: metric,
    condition: { source, method: 'rate', percentile: null, operator: '==', limit, unit: '%' },
    acceptable: null,
    name,
    windowMs: null,
    abortOnFail: false,
    delayAbortEvalMs: 0,
    range,
  });
  const requests = requirement(0, 'http_req_failed', 'rate == 0%', 0, 'Every request is as expected');
  const checks = requirement(1, 'checks', 'rate == 100%', 1, 'Every check holds');
  return { ...plan, thresholds: hasChecks(plan) ? [requests, checks] : [requests] };
}

function hasChecks(plan: Plan): boolean {
  return stepLists(plan)
    .flatMap(allSteps)
    .some((step) => 'checks' in step && step.checks.length > 0);
}
