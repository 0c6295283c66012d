import type { Executor, Plan, Stage, Threshold } from './plan.ts';
import { MOST_VUS, stagesOf } from './schedule/index.ts';
import { allSteps, stepLists } from './step-tree.ts';
import { suggestion } from './suggestion.ts';

/** k6's `-u`, `-d`, `-i` and `-s`, and the scenarios to run. What is left out stays as the file says. */
export interface LoadOverrides {
  readonly vus?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly iterations?: number | undefined;
  readonly stages?: readonly Pick<Stage, 'durationMs' | 'target'>[] | undefined;
  /** Only these scenarios run, the first of them at once; empty or left out: all. */
  readonly scenarios?: readonly string[] | undefined;
}

export interface Overridden {
  readonly plan: Plan;
  readonly leftOut: readonly Threshold[];
  /** What the person who gave the options may not have meant, as a whole sentence; null where there is nothing of the kind. */
  readonly note: string | null;
}

const MAX_DURATION_MS = 600_000;
const GRACEFUL_RAMP_DOWN_MS = 30_000;

/**
 * The plan with another load. As in k6, a duration, a number of iterations or stages replace the executor by the one of
 * the shortcut, and VUs alone change the number of VUs. Thresholds for scenarios, stages and requests that are not run
 * any more are left out, as they could never be met; `leftOut` are these, for the person to be told.
 *
 * `problem` is a whole sentence for the person who gave the options.
 */
export function applyOverrides(plan: Plan, overrides: LoadOverrides): Overridden | { problem: string } {
  const wanted = overrides.scenarios ?? [];
  const names = plan.scenarios.map(({ name }) => name);
  for (const name of wanted) {
    if (names.includes(name)) continue;
    const meant = suggestion(name, names);
    return {
      problem: `There is no scenario "${name}". ${meant === null ? `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.` : `Did you mean "${meant}"?`}`,
    };
  }
  const scenarios = wanted.length === 0 ? plan.scenarios : plan.scenarios.filter(({ name }) => wanted.includes(name));
  const { vus, durationMs, iterations, stages = [] } = overrides;
  if (vus === undefined && durationMs === undefined && iterations === undefined && stages.length === 0) {
    if (wanted.length === 0) return { plan, leftOut: [], note: null };
    // What they waited for is not run.
    const firstMs = Math.min(...scenarios.map(({ startTimeMs }) => startTimeMs));
    const atOnce = scenarios.map((scenario) => ({ ...scenario, startTimeMs: scenario.startTimeMs - firstMs }));
    return reduced({ ...plan, scenarios: atOnce });
  }
  const [only, second] = scenarios;
  if (!only || second) {
    const options = 'VUs, duration, iterations and stages replace the load of one scenario';
    return {
      problem: `${options}, and this file has ${scenarios.length}: pick one with --scenario (${names.join(', ')}).`,
    };
  }
  const executor = shortcut(only.executor, vus, durationMs, iterations, stages);
  if (typeof executor === 'string') return { problem: executor };
  // k6's shortcuts begin at once.
  const changed = reduced({ ...plan, scenarios: [{ ...only, executor, startTimeMs: 0 }] });
  return { ...changed, note: vus === undefined ? fewerVUsNote(only, executor) : null };
}

/** k6's shortcuts take one VU where a ramp or a rate had many: who only wanted it shorter hears of it. */
function fewerVUsNote({ name, executor: before }: Plan['scenarios'][number], after: Executor): string | null {
  if (after.kind !== 'constant-vus' && after.kind !== 'shared-iterations') return null;
  const had = plannedVUsOf(before);
  if (had === null || after.vus >= had) return null;
  const now = `${after.vus} ${after.vus === 1 ? 'VU' : 'VUs'}`;
  return (
    `The load of \`${name}\` (${before.kind}, up to ${had.toLocaleString('en-US')} VUs) is replaced by ${now}, as k6 does. ` +
    'Give --vus as well, or --scale-to instead, which keeps the load and changes its length.'
  );
}

/** The most of a load that shortcuts replace; null: they keep its VUs. */
function plannedVUsOf(executor: Executor): number | null {
  switch (executor.kind) {
    case 'ramping-vus':
      return Math.max(executor.startVUs, ...executor.stages.map(({ target }) => target));
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return executor.maxVUs;
    case 'constant-vus':
    case 'shared-iterations':
    case 'per-vu-iterations':
      return null;
  }
}

function shortcut(
  executor: Executor,
  vus: number | undefined,
  durationMs: number | undefined,
  iterations: number | undefined,
  stages: NonNullable<LoadOverrides['stages']>,
): Executor | string {
  const before = vusOf(executor);
  const wrong = outOfRange(vus, durationMs, iterations, stages);
  if (wrong !== null) return wrong;
  if (stages.length > 0) {
    if (durationMs !== undefined || iterations !== undefined) {
      return `Stages and ${durationMs === undefined ? 'iterations' : 'a duration'} exclude each other: give one of them.`;
    }
    const named = stages.map((stage, index) => ({ ...stage, name: `stage ${index + 1}` }));
    return { kind: 'ramping-vus', startVUs: vus ?? before, stages: named, gracefulRampDownMs: GRACEFUL_RAMP_DOWN_MS };
  }
  if (iterations !== undefined) {
    const all = vus ?? before;
    return iterations < all
      ? `${iterations} iterations cannot be shared by ${all} VUs; give each VU at least one.`
      : { kind: 'shared-iterations', vus: all, iterations, maxDurationMs: durationMs ?? MAX_DURATION_MS };
  }
  if (durationMs !== undefined) return { kind: 'constant-vus', vus: vus ?? before, durationMs };
  return vus === undefined ? executor : withVUs(executor, vus);
}

function outOfRange(
  vus: number | undefined,
  durationMs: number | undefined,
  iterations: number | undefined,
  stages: NonNullable<LoadOverrides['stages']>,
): string | null {
  if (vus !== undefined && !(Number.isInteger(vus) && vus > 0))
    return 'The number of VUs must be a whole number of 1 or more.';
  if ((vus ?? 0) > MOST_VUS || stages.some(({ target }) => target > MOST_VUS))
    return `A scenario can have at most ${MOST_VUS.toLocaleString('en-US')} VUs.`;
  if (iterations !== undefined && !(Number.isInteger(iterations) && iterations > 0)) {
    return 'The number of iterations must be a whole number of 1 or more.';
  }
  if (durationMs !== undefined && !(durationMs > 0)) return 'The duration must be longer than 0.';
  const badStage = stages.some(
    (stage) => !(Number.isInteger(stage.target) && stage.target >= 0 && stage.durationMs >= 0),
  );
  return badStage ? 'A stage has a duration and a whole number of VUs, for example 30s:10.' : null;
}

/** k6's `vus` behind an executor: what the shortcuts take where no VUs are given. */
function vusOf(executor: Executor): number {
  switch (executor.kind) {
    case 'constant-vus':
    case 'shared-iterations':
    case 'per-vu-iterations':
      return executor.vus;
    case 'ramping-vus':
      return Math.max(1, executor.startVUs);
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return 1;
  }
}

function withVUs(executor: Executor, vus: number): Executor | string {
  switch (executor.kind) {
    case 'constant-vus':
    case 'per-vu-iterations':
      return { ...executor, vus };
    case 'shared-iterations':
      return executor.iterations < vus
        ? `${executor.iterations} iterations cannot be shared by ${vus} VUs; give more iterations as well.`
        : { ...executor, vus };
    case 'ramping-vus':
      return { ...executor, startVUs: vus };
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return 'VUs alone do not change an arrival rate; give a duration or stages as well to run VUs in its place.';
  }
}

/** Without the thresholds that no sample of the plan can reach. */
function reduced(plan: Plan): Overridden {
  const scenarios = plan.scenarios.map(({ name }) => name);
  const stages = plan.scenarios.flatMap((scenario) => stagesOf(scenario).map(({ name }) => name));
  const requests = new Set(
    stepLists(plan)
      .flatMap(allSteps)
      .flatMap((step) => ('name' in step && step.kind !== 'group' && step.kind !== 'flow' ? [step.name] : [])),
  );
  const isReachable = ({ scenario, stage, name }: Readonly<Record<string, string>>): boolean =>
    (scenario === undefined || scenarios.includes(scenario)) &&
    (stage === undefined || stages.includes(stage)) &&
    (name === undefined || requests.has(name));
  const reachable = plan.thresholds.filter(({ tags }) => isReachable(tags));
  const thresholds = reachable.map((threshold, id) => ({ ...threshold, id }));
  return {
    plan: { ...plan, thresholds },
    leftOut: plan.thresholds.filter((threshold) => !reachable.includes(threshold)),
    note: null,
  };
}
