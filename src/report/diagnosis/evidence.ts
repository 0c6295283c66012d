import type { Plan } from '../../scenario/plan.ts';
import type { ThresholdResult } from '../../run/events.ts';
import type { RunModel } from '../../run/model.ts';
import { endpointRows, errorRows, type EndpointRow, type ErrorRow } from '../../run/tables.ts';
import type { Moment, Timeline } from '../../run/timeline.ts';
import { loadShape, type LoadShape } from './load-shape.ts';

/** What rules read: the run, and what several of them need of it, made once. */
export interface Evidence {
  readonly run: RunModel;
  readonly plan: Plan;
  readonly endpoints: readonly EndpointRow[];
  readonly errors: readonly ErrorRow[];
  /** `errors` without what the scenario tolerates. */
  readonly failures: readonly ErrorRow[];
  /** How many answers the scenario tolerated. */
  readonly tolerated: number;
  readonly timeline: Timeline;
  /** Null where there is none to rely on: scenarios of both kinds, or a person who changed the load of the running test. */
  readonly shape: LoadShape | null;
}

export function evidenceOf(run: RunModel, plan: Plan): Evidence {
  const errors = errorRows(run);
  return {
    run,
    plan,
    endpoints: endpointRows(run),
    errors,
    failures: errors.filter((row) => !row.tolerated),
    tolerated: errors.reduce((sum, row) => sum + (row.tolerated ? row.count : 0), 0),
    timeline: run.timeline,
    shape: run.loadChanges.length > 0 ? null : loadShape(plan),
  };
}

export function thresholdOf(plan: Plan, result: ThresholdResult): Plan['thresholds'][number] {
  const threshold = plan.thresholds[result.id];
  if (!threshold) throw new RangeError(`The plan has no threshold ${result.id}`);
  return threshold;
}

/** How long a moment lasted, in seconds. */
export function secondsOf({ fromMs, toMs }: Pick<Moment, 'fromMs' | 'toMs'>): number {
  return Math.max(0.001, (toMs - fromMs) / 1000);
}
