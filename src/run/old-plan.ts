import { PLAN_VERSION, type HttpDefaults, type Plan, type ScenarioPlan, type Step } from '../scenario/plan.ts';
import { withInnerSteps } from '../scenario/step-tree.ts';

/** What version 1 did not have, as if a file of today left it out. */
const HTTP: Pick<HttpDefaults, 'http2' | 'proxy' | 'hosts' | 'dns' | 'tls'> = {
  http2: false,
  proxy: null,
  hosts: [],
  dns: { ttlMs: 300_000, select: 'random', policy: 'preferIPv4' },
  tls: { ca: null, cert: null, key: null, minVersion: 'TLSv1.2' },
};
const SCENARIO: Pick<ScenarioPlan, 'pacingMs' | 'onStart' | 'onStop'> = { pacingMs: null, onStart: [], onStop: [] };
const PLAN: Pick<Plan, 'environment' | 'data' | 'refresh'> = { environment: null, data: [], refresh: null };

/** A plan as journals hold it, of this version or an older one, as one of this version. */
export function currentPlan(kept: Plan | (Omit<Plan, 'version'> & { readonly version: number })): Plan {
  if (kept.version >= PLAN_VERSION) return { ...kept, version: PLAN_VERSION, http: { ...HTTP, ...kept.http } };
  return {
    ...PLAN,
    ...kept,
    version: PLAN_VERSION,
    http: { ...HTTP, ...kept.http },
    setup: withDefaults(kept.setup),
    teardown: withDefaults(kept.teardown),
    scenarios: kept.scenarios.map((scenario) => ({ ...SCENARIO, ...scenario, steps: withDefaults(scenario.steps) })),
  };
}

function withDefaults(steps: readonly Step[]): Step[] {
  return steps.map((step) => {
    const whole = withInnerSteps(step, withDefaults);
    if (whole.kind === 'request') return { ...whole, retry: optional(whole.retry, null) };
    if (whole.kind === 'choose') return { ...whole, exact: optional(whole.exact, false) };
    return whole;
  });
}

/** What the types promise of today's plans, and old ones may lack. */
function optional<T>(value: T | undefined, otherwise: T): T {
  return value ?? otherwise;
}
