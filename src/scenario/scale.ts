import type { Executor, Plan, ScenarioPlan, Stage, Threshold } from './plan.ts';
import { durationMs } from './schedule/index.ts';

/** The engine measures in intervals of a second; a window can't be shorter than one. */
const SHORTEST_WINDOW_MS = 1000;

/**
 * The same load in another time: every duration, stage and start time is stretched alike, so that the whole load takes
 * `totalDurationMs`. VUs, rates and iterations, think times and timeouts stay as they are, so the load's height is the
 * same and only its length differs. Windows and delays of thresholds follow.
 *
 * Scenarios of a fixed number of iterations have no duration: they keep their iterations and the longest that these may
 * take, and only start at another time. A plan of nothing else comes back as it is.
 *
 * ```
 *    ,-----------.                ,--.
 *   /             \      →       /    \      VUs as before
 *  0   2m       12m 13m         0 9s   55s 60s
 * ```
 *
 * @throws RangeError where `totalDurationMs` isn't a positive number.
 */
export function scalePlan(plan: Plan, totalDurationMs: number): Plan {
  if (!(totalDurationMs > 0 && Number.isFinite(totalDurationMs))) {
    throw new RangeError(`A load can't be scaled to ${totalDurationMs} ms: give a time longer than 0.`);
  }
  const ends = plan.scenarios.filter(isTimed).map((scenario) => scenario.startTimeMs + durationMs(scenario.executor));
  const plannedMs = Math.max(0, ...ends);
  if (plannedMs === 0) return plan;

  const scaled = (ms: number): number => Math.round((ms * totalDurationMs) / plannedMs);
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      startTimeMs: scaled(scenario.startTimeMs),
      executor: scaleExecutor(scenario.executor, scenario.startTimeMs, scaled),
    })),
    thresholds: plan.thresholds.map((threshold) => scaleThreshold(threshold, scaled)),
  };
}

function isTimed({ executor }: ScenarioPlan): boolean {
  return executor.kind !== 'shared-iterations' && executor.kind !== 'per-vu-iterations';
}

/** Offsets are scaled from the run's start, not each duration by itself, so that rounding never adds up. */
function scaleExecutor(executor: Executor, startMs: number, scaled: (ms: number) => number): Executor {
  switch (executor.kind) {
    case 'constant-vus':
    case 'constant-arrival-rate':
      return { ...executor, durationMs: scaled(startMs + executor.durationMs) - scaled(startMs) };
    case 'ramping-vus':
    case 'ramping-arrival-rate':
      return { ...executor, stages: scaleStages(executor.stages, startMs, scaled) };
    case 'shared-iterations':
    case 'per-vu-iterations':
      return executor;
  }
}

function scaleStages(stages: readonly Stage[], startMs: number, scaled: (ms: number) => number): Stage[] {
  let fromMs = startMs;
  return stages.map((stage) => {
    const toMs = fromMs + stage.durationMs;
    const durationMs = scaled(toMs) - scaled(fromMs);
    fromMs = toMs;
    return { ...stage, durationMs };
  });
}

function scaleThreshold(threshold: Threshold, scaled: (ms: number) => number): Threshold {
  const { windowMs, delayAbortEvalMs } = threshold;
  return {
    ...threshold,
    windowMs: windowMs === null ? null : Math.max(SHORTEST_WINDOW_MS, scaled(windowMs)),
    delayAbortEvalMs: scaled(delayAbortEvalMs),
  };
}
