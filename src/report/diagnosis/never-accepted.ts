import { errorTitle } from '../error-titles.ts';
import { count } from '../format.ts';
import { failingEndpoints } from './failures-alike.ts';
import { code } from './finding.ts';
import type { Rule } from './rule.ts';
import { requestsIn, sharedCapture } from './setup-capture.ts';

/** Says of a captured value whose every use was refused that it was never accepted: it did not expire. */
export const neverAccepted: Rule = {
  id: 'never-accepted',
  find(evidence) {
    const { plan, endpoints, failures: rows, tolerated } = evidence;
    const [first] = rows;
    if (!first || tolerated > 0 || new Set(rows.map(errorTitle)).size !== 1) return [];
    if (first.status !== 401 && first.status !== 403) return [];
    const failing = failingEndpoints(evidence);
    if (failing.some((endpoint) => endpoint.failed < endpoint.requests)) return [];
    const shared = sharedCapture(plan, endpoints, failing);
    const step = requestsIn(plan.setup).find(({ captures }) => captures.some(({ name }) => name === shared?.name));
    const capture = step?.captures.find(({ name }) => name === shared?.name);
    if (!step || !capture) return [];
    const firstMs = Math.min(...rows.map((row) => row.firstMs));
    return [
      {
        level: 'info',
        parts: [
          'Setup succeeded: ',
          code(step.name, step.range.start.line),
          ' captured ',
          code(capture.name, capture.expression.range.start.line),
          `. The first ${first.status} came in second ${count(Math.floor(firstMs / 1000) + 1)} and no request with it ` +
            'ever passed: it was never accepted, so it did not expire.',
        ],
      },
    ];
  },
};
