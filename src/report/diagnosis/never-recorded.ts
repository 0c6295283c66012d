import { allSteps, stepLists } from '../../scenario/step-tree.ts';
import { thresholdOf } from './evidence.ts';
import { code } from './finding.ts';
import type { Rule } from './rule.ts';

/** A requirement about a metric of the scenario's own that no step records. */
export const neverRecorded: Rule = {
  id: 'never-recorded',
  find({ run, plan }) {
    if (run.state !== 'ended' || run.elapsedMs === 0) return [];
    const recorded = new Set(
      stepLists(plan)
        .flatMap(allSteps)
        .flatMap((step) => (step.kind === 'record' ? step.values : 'record' in step ? step.record : []))
        .map(({ name }) => name),
    );
    const first = run.thresholds
      .filter(({ verdict }) => verdict === 'no-data')
      .map((result) => thresholdOf(plan, result))
      .find(({ metric }) => plan.metrics.some(({ name }) => name === metric) && !recorded.has(metric));
    if (!first) return [];
    return [
      {
        level: 'warning',
        parts: [code(first.metric, first.range.start.line), ' has no samples: no step of the scenario records it.'],
      },
    ];
  },
};
