import type { Plan, Step } from './plan.ts';

/** The lists of steps directly inside a step, in file order; a request in `parallel` or `poll` is a list of one. */
export function innerSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'choose':
      return step.branches.map(({ steps }) => steps);
    case 'group':
    case 'flow':
    case 'repeat':
    case 'while':
    case 'for-each':
      return [step.steps];
    case 'if':
      return [step.then, step.else];
    case 'parallel':
      return [step.requests];
    case 'poll':
      return [[step.request]];
    case 'request':
    case 'think':
    case 'set':
    case 'record':
    case 'sse':
    case 'websocket':
    case 'log':
    case 'fail':
    case 'abort':
      return [];
  }
}

/** Steps and all steps inside of them, each before its own inner ones. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...innerSteps(step).flatMap(allSteps)]);
}

/** The outermost lists of a plan's steps, in the order in which a run comes to them. */
export function stepLists(
  plan: Pick<Plan, 'setup' | 'refresh' | 'scenarios' | 'teardown'>,
): readonly (readonly Step[])[] {
  return [
    plan.setup,
    ...(plan.refresh ? [plan.refresh.steps] : []),
    ...plan.scenarios.flatMap(({ onStart, steps, onStop }) => [onStart, steps, onStop]),
    plan.teardown,
  ];
}

/** The step with its inner lists changed. Requests of `parallel` and `poll` stay as they are: they can't be anything else. */
export function withInnerSteps(step: Step, change: (steps: readonly Step[]) => readonly Step[]): Step {
  switch (step.kind) {
    case 'choose':
      return { ...step, branches: step.branches.map((branch) => ({ ...branch, steps: change(branch.steps) })) };
    case 'group':
    case 'flow':
    case 'repeat':
    case 'while':
    case 'for-each':
      return { ...step, steps: change(step.steps) };
    case 'if':
      return { ...step, then: change(step.then), else: change(step.else) };
    default:
      return step;
  }
}
