import { ERROR_KINDS } from './built-in-metrics.ts';
import type { Plan, Step } from './plan.ts';
import { stagesOf } from './schedule/index.ts';
import { allSteps, innerSteps, stepLists } from './step-tree.ts';
import type { TagValues } from './symbols.ts';

/** A plan as far as it is known before its thresholds are. */
export type UnjudgedPlan = Omit<Plan, 'thresholds' | 'secrets' | 'env'>;

/** The values that each tag can have in samples of a plan; null for tags whose values only the run shows. */
export function tagValuesOf(plan: UnjudgedPlan): TagValues {
  const steps = stepLists(plan).flatMap(allSteps);
  const named = steps.filter((step) => 'url' in step);
  const values: Record<string, readonly string[] | null> = {
    scenario: plan.scenarios.map(({ name }) => name),
    stage: unique(plan.scenarios.flatMap((scenario) => stagesOf(scenario).map(({ name }) => name))),
    name: unique(named.map(({ name }) => name)),
    group: unique(groupsOf(plan)),
    method: unique(steps.flatMap((step) => (step.kind === 'request' || step.kind === 'sse' ? [step.method] : []))),
    check: unique(named.flatMap(({ checks }) => checks.map(({ name }) => name))),
    kind: ERROR_KINDS,
    status: null,
    proto: null,
    expected_response: ['true', 'false'],
    tolerated: ['true', 'false'],
    error_code: null,
  };
  for (const tags of [...plan.scenarios, ...named].map((owner) => owner.tags)) {
    for (const [tag, value] of Object.entries(tags)) {
      const others = Object.hasOwn(values, tag) ? values[tag] : [];
      if (others) values[tag] = unique([...others, value]);
    }
  }
  for (const [tag] of named.flatMap((step) => step.tagTemplates ?? [])) values[tag] = null;
  return values;
}

/** k6's paths, `::checkout::pay`. */
function groupsOf(plan: UnjudgedPlan): string[] {
  const within = (steps: readonly Step[], path: string): string[] =>
    steps.flatMap((step) => {
      const own = step.kind === 'group' ? `${path}::${step.name}` : path;
      const inner = innerSteps(step).flatMap((list) => within(list, own));
      return step.kind === 'group' ? [own, ...inner] : inner;
    });
  return [
    ...(plan.setup.length > 0 ? ['::setup', ...within(plan.setup, '::setup')] : []),
    ...plan.scenarios.flatMap(({ onStart, steps, onStop }) => within([...onStart, ...steps, ...onStop], '')),
    ...(plan.teardown.length > 0 ? ['::teardown', ...within(plan.teardown, '::teardown')] : []),
  ];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
