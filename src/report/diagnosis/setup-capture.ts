import type { Plan, RequestStep } from '../../scenario/plan.ts';
import { allSteps } from '../../scenario/step-tree.ts';
import { bodyTemplates, expressionsIn } from '../../scenario/templates.ts';
import type { EndpointRow } from '../../run/tables.ts';

/**
 * The captured value of setup that exactly the failing endpoints send, while at least one endpoint that got requests sends
 * none; null where there is none. `line` is of its first use.
 */
export function sharedCapture(
  plan: Plan,
  endpoints: readonly EndpointRow[],
  failing: readonly EndpointRow[],
): { readonly name: string; readonly line: number } | null {
  const steps = requestsIn(plan.scenarios.flatMap((scenario) => scenario.steps));
  const captured = requestsIn(plan.setup).flatMap(({ captures }) => captures.map(({ name }) => name));
  for (const name of captured) {
    const uses = new Map<string, { readonly line: number }>();
    for (const step of steps) {
      const line = lineOfUse(step, name);
      if (line !== null && !uses.has(step.name)) uses.set(step.name, { line });
    }
    // An endpoint that some step reaches with the value and another without proves nothing.
    if (steps.some((step) => uses.has(step.name) && lineOfUse(step, name) === null)) continue;
    const senders = endpoints.filter((endpoint) => uses.has(endpoint.name));
    const exact = senders.length === failing.length && senders.every((endpoint) => failing.includes(endpoint));
    const first = uses.get(failing[0]?.name ?? '');
    if (exact && senders.length < endpoints.length && first) return { name, line: first.line };
  }
  return null;
}

export function requestsIn(steps: Parameters<typeof allSteps>[0]): RequestStep[] {
  return allSteps(steps).filter((step) => step.kind === 'request');
}

function lineOfUse(step: RequestStep, name: string): number | null {
  const reads = new RegExp(`\\bsetup\\.${name}\\b`);
  const templates = [
    step.url,
    ...step.headers.map(([, value]) => value),
    ...step.query.map(([, value]) => value),
    ...bodyTemplates(step.body),
  ];
  const use = templates.flatMap(expressionsIn).find(({ source }) => reads.test(source));
  return use ? use.range.start.line : null;
}
