import { BUILT_IN_METRICS, type MetricDefinition } from '../scenario/built-in-metrics.ts';
import type { CustomMetric, Plan } from '../scenario/plan.ts';

export {
  BUILT_IN_METRICS,
  ERROR_KINDS,
  HTTP_TAGS,
  type ErrorKind,
  type MetricDefinition,
} from '../scenario/built-in-metrics.ts';

const builtIn = new Map(BUILT_IN_METRICS.map((definition) => [definition.name, definition]));

/** The definition of a built-in metric, or of one that the plan declares. */
export function metricDefinition(name: string, custom: Plan['metrics'] = []): MetricDefinition | undefined {
  const own: CustomMetric | undefined = custom.find((candidate) => candidate.name === name);
  return builtIn.get(name) ?? (own && { ...own, description: 'Custom metric of this scenario.' });
}

/** Trends that every interval holds; the other trends are gathered over `SLOW_INTERVAL_MS` to keep journals small. */
export const FAST_TRENDS: ReadonlySet<string> = new Set(['http_req_duration', 'iteration_duration', 'schedule_delay']);
export const SLOW_INTERVAL_MS = 10_000;
