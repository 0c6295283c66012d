import type { Plan, ScenarioPlan, Step } from './plan.ts';
import { oncePlan } from './once.ts';
import { innerSteps, withInnerSteps } from './step-tree.ts';

/** Who stands at a breakpoint must not be hurried: limits of time are those of a long day. */
const NO_LIMIT_MS = 86_400_000;

/**
 * The plan to step through: one iteration of each scenario, or of one of them, every branch of a choice in its turn. Think times take no
 * time, `refresh` is left out, and nothing is cut off for being late.
 */
export function debugPlan(plan: Plan, scenario: string | null): Plan {
  const once = oncePlan(plan);
  const chosen = once.scenarios.filter(({ name }) => scenario === null || name === scenario);
  return {
    ...once,
    setup: withoutPauses(once.setup),
    teardown: withoutPauses(once.teardown),
    refresh: null,
    setupTimeoutMs: NO_LIMIT_MS,
    teardownTimeoutMs: NO_LIMIT_MS,
    scenarios: chosen.map((one) => ({
      ...one,
      executor: { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: NO_LIMIT_MS },
      onStart: withoutPauses(one.onStart),
      steps: withoutPauses(one.steps),
      onStop: withoutPauses(one.onStop),
    })),
  };
}

function withoutPauses(steps: readonly Step[]): Step[] {
  return steps.map((step) =>
    step.kind === 'think'
      ? { ...step, time: { kind: 'constant', ms: { kind: 'literal', value: 0 } } }
      : withInnerSteps(step, withoutPauses),
  );
}

/** The thread of setup, of a scenario (by its index) or of teardown, as a debugger numbers them. */
export function threadOf(plan: Plan, phase: 'setup' | 'load' | 'teardown', scenario: string): number {
  if (phase === 'setup') return 1;
  if (phase === 'teardown') return plan.scenarios.length + 2;
  return plan.scenarios.findIndex(({ name }) => name === scenario) + 2;
}

/** A step of a plan with everything that it stands in. */
export interface StepPlace {
  readonly step: Step;
  /** From the outermost to the innermost: groups, flows, loops, branches. */
  readonly around: readonly Step[];
  readonly list: 'setup' | 'onStart' | 'steps' | 'onStop' | 'teardown';
  /** null: of setup and teardown. */
  readonly scenario: ScenarioPlan | null;
}

/** By the step's id, in the order in which a run comes to them. */
export function stepPlaces(plan: Plan): ReadonlyMap<number, StepPlace> {
  const places = new Map<number, StepPlace>();
  const visit = (steps: readonly Step[], around: readonly Step[], of: Pick<StepPlace, 'list' | 'scenario'>): void => {
    for (const step of steps) {
      places.set(step.id, { step, around, ...of });
      for (const inner of innerSteps(step)) visit(inner, [...around, step], of);
    }
  };
  visit(plan.setup, [], { list: 'setup', scenario: null });
  for (const scenario of plan.scenarios) {
    visit(scenario.onStart, [], { list: 'onStart', scenario });
    visit(scenario.steps, [], { list: 'steps', scenario });
    visit(scenario.onStop, [], { list: 'onStop', scenario });
  }
  visit(plan.teardown, [], { list: 'teardown', scenario: null });
  return places;
}

/** What a step is in a call stack and in the list of threads, e.g. `GET /me`, `group checkout`, `think`. */
export function stepLabel(step: Step): string {
  switch (step.kind) {
    case 'request':
      return step.name.startsWith(`${step.method} `) ? step.name : `${step.method} ${step.name}`;
    case 'sse':
    case 'websocket':
    case 'group':
    case 'flow':
      return `${step.kind} ${step.name}`;
    case 'poll':
      return `poll ${step.request.name}`;
    case 'set':
      return `set ${step.values.map(([name]) => name).join(', ')}`;
    case 'repeat':
      return `repeat ${step.times.source}`;
    case 'while':
    case 'if':
      return `${step.kind} ${step.condition.source}`;
    case 'for-each':
      return `forEach ${step.items.source}`;
    default:
      return step.kind;
  }
}
