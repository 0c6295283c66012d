import type { Executor, Plan, ScenarioPlan, Stage } from '../plan.ts';
import { rampingVUsSteps } from './ramping-vus.ts';

/** From `atMs` (since the scenario's start) on, this many VUs or iterations per second are planned. */
export type PlannedStep =
  { readonly atMs: number; readonly vus: number } | { readonly atMs: number; readonly rate: number };

/**
 * What an executor plans at each offset. VU executors: the exact steps, ending with 0. Arrival rates: the rate per
 * second at each corner of its line (between two corners it changes linearly), ending with 0.
 */
export function plannedSteps(executor: Executor): PlannedStep[] {
  switch (executor.kind) {
    case 'constant-vus':
      return [
        { atMs: 0, vus: executor.vus },
        { atMs: executor.durationMs, vus: 0 },
      ];
    case 'shared-iterations':
    case 'per-vu-iterations':
      return [
        { atMs: 0, vus: executor.vus },
        { atMs: executor.maxDurationMs, vus: 0 },
      ];
    case 'ramping-vus':
      return rampingVUsSteps(executor.startVUs, executor.stages);
    case 'constant-arrival-rate':
      return [
        { atMs: 0, rate: perSecond(executor.rate, executor.timeUnitMs) },
        { atMs: executor.durationMs, rate: 0 },
      ];
    case 'ramping-arrival-rate': {
      const steps = [{ atMs: 0, rate: perSecond(executor.startRate, executor.timeUnitMs) }];
      let atMs = 0;
      for (const stage of executor.stages) {
        atMs += stage.durationMs;
        steps.push({ atMs, rate: perSecond(stage.target, executor.timeUnitMs) });
      }
      if (steps.at(-1)?.rate !== 0) steps.push({ atMs, rate: 0 });
      return steps;
    }
  }
}

/** Iterations per second. */
function perSecond(rate: number, timeUnitMs: number): number {
  return (rate * 1000) / timeUnitMs;
}

/** How long an executor makes load, without graceful stop. For iteration counts: the longest it may take. */
export function durationMs(executor: Executor): number {
  switch (executor.kind) {
    case 'constant-vus':
    case 'constant-arrival-rate':
      return executor.durationMs;
    case 'ramping-vus':
    case 'ramping-arrival-rate':
      return executor.stages.reduce((sum, stage) => sum + stage.durationMs, 0);
    case 'shared-iterations':
    case 'per-vu-iterations':
      return executor.maxDurationMs;
  }
}

/** From the start of the run to the end of its last scenario's load, without graceful stops. */
export function plannedDurationMs(plan: Pick<Plan, 'scenarios'>): number {
  return Math.max(0, ...plan.scenarios.map((scenario) => scenario.startTimeMs + durationMs(scenario.executor)));
}

/** Beyond this, a scenario is a slip of the pen: no machine runs so many VUs, and even their plan fills its memory. */
export const MOST_VUS = 1_000_000;

/** Iterations per second; the same, and what is due faster than a clock can tell would be due for ever. */
export const MOST_RATE = 10_000_000;

/** The most iterations per second that a scenario plans; 0 where it plans none. */
export function highestRate(executor: Executor): number {
  switch (executor.kind) {
    case 'constant-arrival-rate':
      return perSecond(executor.rate, executor.timeUnitMs);
    case 'ramping-arrival-rate': {
      const most = executor.stages.reduce((highest, { target }) => Math.max(highest, target), executor.startRate);
      return perSecond(most, executor.timeUnitMs);
    }
    default:
      return 0;
  }
}

/** Planned VUs where a person has the load changed to `factor` times of the plan: whole ones, and at least one of any. */
export function scaledVUs(vus: number, factor: number): number {
  return vus === 0 ? 0 : Math.min(MOST_VUS, Math.max(1, Math.round(vus * factor)));
}

/** The most VUs that the scenario may have at once. */
export function maxVUs(executor: Executor): number {
  switch (executor.kind) {
    case 'constant-vus':
      return executor.vus;
    // k6 starts no more VUs than there are iterations to share.
    case 'shared-iterations':
      return Math.min(executor.vus, executor.iterations);
    case 'per-vu-iterations':
      return executor.vus;
    case 'ramping-vus':
      return executor.stages.reduce((most, { target }) => Math.max(most, target), executor.startVUs);
    case 'constant-arrival-rate':
    case 'ramping-arrival-rate':
      return executor.maxVUs;
  }
}

export interface StageWindow {
  readonly name: string;
  readonly scenario: string;
  /** Since the start of the run. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** The stages of a scenario, in time since the start of the run; none where its executor has no stages. */
export function stagesOf(scenario: ScenarioPlan): StageWindow[] {
  let at = scenario.startTimeMs;
  return stageList(scenario.executor).map((stage) => {
    const fromMs = at;
    at += stage.durationMs;
    return { name: stage.name, scenario: scenario.name, fromMs, toMs: at };
  });
}

/**
 * The index of the stage that runs `sinceStartMs` after the scenario's start; the last one also covers the graceful
 * stop. -1 where the executor has no stages.
 */
export function stageAt(executor: Executor, sinceStartMs: number): number {
  const stages = stageList(executor);
  let end = 0;
  for (const [index, stage] of stages.entries()) {
    end += stage.durationMs;
    if (sinceStartMs < end) return index;
  }
  return stages.length - 1;
}

function stageList(executor: Executor): readonly Stage[] {
  return executor.kind === 'ramping-vus' || executor.kind === 'ramping-arrival-rate' ? executor.stages : [];
}
