import type { MetricKind, Plan, Step } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { allSteps, stepLists } from '../step-tree.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';
import { selectorPlaces } from './threshold-places.ts';

/** Thresholds on metrics that no step or load of this file makes: they would have no samples, and fail. */
export function unmeasuredThresholds({ document, written, plan, isWhole }: RuleContext): Problem[] {
  if (!isWhole) return [];
  const steps = stepLists(plan).flatMap(allSteps);
  // Its steps are still to be written.
  if (steps.length === 0) return [];
  return selectorPlaces({ document, plan }).flatMap(({ metric, metricSpan, entry }) => {
    const lacking = whatLacks(metric.name, steps, plan);
    if (lacking === null) return [];
    const message = `Nothing in this file measures ${metric.name}: ${lacking}. ${unjudged(metric.kind)}`;
    const repairs = [
      { title: 'Remove this threshold', changes: [{ kind: 'remove', keySpan: entry.keySpan } as const] },
    ];
    return [problemOf({ code: 'never-measured', severity: 'warning', message, at: metricSpan, repairs }, written)];
  });
}

/** A counter that nothing adds to is 0. */
function unjudged(kind: MetricKind): string {
  return kind === 'counter' ? 'It stays 0, whatever happens.' : 'A threshold without samples fails the run.';
}

/** Null where the metric is measured. */
function whatLacks(metric: string, steps: readonly Step[], plan: Plan): string | null {
  const lacks = (there: boolean, message: string): string | null => (there ? null : message);
  const some = (...kinds: readonly Step['kind'][]): boolean => steps.some(({ kind }) => kinds.includes(kind));
  const isArrivalRate = plan.scenarios.some(({ executor }) => executor.kind.endsWith('-arrival-rate'));
  switch (metric) {
    case 'group_duration':
      return lacks(some('group'), 'it has no `group`');
    case 'checks':
      return lacks(
        steps.some((step) => 'checks' in step && step.checks.length > 0),
        'it has no `check`',
      );
    case 'poll_duration':
      return lacks(some('poll'), 'it has no `poll`');
    case 'retries':
      return lacks(
        steps.some((step) => step.kind === 'request' && step.retry !== null),
        'no request has `retry`',
      );
    case 'schedule_delay':
      return lacks(isArrivalRate, 'it has no arrival rate');
    case 'dropped_iterations':
      return lacks(isArrivalRate, 'only arrival rates drop iterations, and it has none');
    default:
  }
  if (plan.metrics.some(({ name }) => name === metric)) {
    return lacks(isRecorded(metric, steps), `no step has \`record: { ${metric}: … }\``);
  }
  if (metric.startsWith('sse_')) return lacks(some('sse'), 'it has no `sse`');
  if (metric.startsWith('ws_')) return lacks(some('websocket'), 'it has no `websocket`');
  if (metric.startsWith('http_req') || metric === 'errors') {
    return lacks(some('request', 'sse', 'websocket'), 'it makes no requests');
  }
  return null;
}

function isRecorded(metric: string, steps: readonly Step[]): boolean {
  return steps.some((step) => {
    const records = step.kind === 'record' ? step.values : 'record' in step ? step.record : [];
    return records.some(({ name }) => name === metric);
  });
}
