import type { RunModel } from '../run/model.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { MetricContains } from '../scenario/plan.ts';
import { plainSpaces } from './text-layout.ts';
import { requirementExpression } from './words.ts';

/** `ok`: 1 where the threshold does not fail the run, 0 where it does. The others are in the metric's own unit. */
export const THRESHOLD_FIGURES = ['ok', 'actual', 'limit', 'acceptable'] as const;
export type ThresholdFigure = (typeof THRESHOLD_FIGURES)[number];

/** A threshold as numbers, for receivers: its verdict so far beside its limits. */
export interface ThresholdFigures {
  /** `threshold` is its expression, which no other one has; `title` its name, where it has one. */
  readonly tags: Readonly<Record<string, string>>;
  readonly contains: MetricContains;
  /** Without samples there is neither `ok` nor `actual`; no `ok` as long as the run cannot tell. */
  readonly figures: Readonly<Partial<Record<ThresholdFigure, number>>>;
}

/** In the file's order. k6 sends its thresholds to no receiver: these are Rampwright's own. */
export function thresholdFigures(run: RunModel): ThresholdFigures[] {
  const { plan } = run;
  if (!plan) return [];
  const found = new Map<string, ThresholdFigures>();
  for (const { id, verdict, actual } of run.thresholds) {
    const threshold = plan.thresholds[id];
    if (!threshold) continue;
    const expression = plainSpaces(requirementExpression(threshold));
    const judged = verdict === 'pass' || verdict === 'warn' || verdict === 'fail';
    const { condition, acceptable } = threshold;
    // A share, a count or a rate has no unit, whatever it is of.
    const counts = condition.method === 'rate' || condition.method === 'count';
    found.set(expression, {
      tags: {
        threshold: expression,
        metric: threshold.metric,
        ...(threshold.name === null ? {} : { title: threshold.name }),
      },
      contains: counts ? 'default' : (metricDefinition(threshold.metric, plan.metrics)?.contains ?? 'default'),
      figures: {
        ...(judged ? { ok: verdict === 'fail' ? 0 : 1 } : {}),
        ...(actual === null ? {} : { actual }),
        limit: condition.limit,
        ...(acceptable === null ? {} : { acceptable: acceptable.limit }),
      },
    });
  }
  return [...found.values()];
}
