import { applyOverrides, scalePlan, type LoadOverrides, type Overridden } from '../scenario/index.ts';
import type { Plan } from '../scenario/plan.ts';
import { CliError } from './cli-error.ts';
import type { StageOption } from './option-values.ts';

/** k6's options that change a scenario's load, and ours; what was not given is undefined or empty. */
export interface LoadOptions {
  readonly env?: readonly (readonly [string, string])[];
  /** The one of the file's `environments` that counts. */
  readonly environment?: string;
  /** Where given, load goes to these hosts and this machine only. */
  readonly allowHost?: readonly string[];
  readonly vus?: number;
  /** ms */
  readonly duration?: number;
  readonly iterations?: number;
  readonly stage?: readonly StageOption[];
  readonly scenario?: readonly string[];
  /** ms */
  readonly scaleTo?: number;
}

/** @throws CliError where the options don't fit the plan. */
export function loadOverrides(plan: Plan, options: LoadOptions): Overridden {
  const {
    plan: changed,
    leftOut,
    note,
  } = overridden(plan, {
    vus: options.vus,
    durationMs: options.duration,
    iterations: options.iterations,
    stages: options.stage,
    scenarios: options.scenario,
  });
  return { plan: options.scaleTo === undefined ? changed : scalePlan(changed, options.scaleTo), leftOut, note };
}

function overridden(plan: Plan, overrides: LoadOverrides): Overridden {
  const result = applyOverrides(plan, overrides);
  if ('problem' in result) throw new CliError(`${plan.file}: ${result.problem}`);
  return result;
}
