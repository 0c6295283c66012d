import type { ThresholdResult } from '../../run/events.ts';
import { TrendSink } from '../../run/sinks.ts';
import { duration } from '../format.ts';
import { latencyCaveat } from '../words.ts';
import { thresholdOf } from './evidence.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';

/** Passing latency requirements whose figure is of failed requests. */
export const failedLatency: Rule = {
  id: 'failed-latency',
  find({ run, plan, endpoints, errors }) {
    const results = run.thresholds.filter(
      (result) => isGood(result) && latencyCaveat(run, thresholdOf(plan, result), result) !== '',
    );
    if (results.length === 0) return [];
    const rejected = endpoints.filter((row) => row.requests > 0 && row.failed - row.tolerated === row.requests);
    const durations = new TrendSink();
    for (const row of rejected) durations.merge(row.duration);
    const p95 = durations.percentile(95);
    const answered = errors.every((row) => row.status > 0);
    const figure = p95 === null ? '' : ` (p95 ${duration(p95)})`;
    const which = rejected.length > 0 ? 'of these endpoints ' : '';
    const one = results.length === 1;
    return [
      {
        level: 'warning',
        parts: [
          `The latency figures ${which}measure ${answered ? 'rejections' : 'failures'}${figure}, not the work. ` +
            `The ${one ? 'passing requirement' : `${numeral(results.length)} passing requirements`} about them ` +
            `${one ? 'says' : 'say'} nothing about the service.`,
        ],
      },
    ];
  },
};

function isGood({ verdict }: ThresholdResult): boolean {
  return verdict === 'pass' || verdict === 'warn';
}
