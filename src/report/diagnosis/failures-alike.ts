import type { EndpointRow } from '../../run/tables.ts';
import { errorTitle } from '../error-titles.ts';
import { count, plural } from '../format.ts';
import type { Evidence } from './evidence.ts';
import { code, exchangeLink, strong, type Phrase } from './finding.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';
import { sharedCapture } from './setup-capture.ts';

/** One outcome is behind every failure; and where the failing endpoints are just those that send a captured value, that. */
export const failuresAlike: Rule = {
  id: 'failures-alike',
  // Which endpoints meet the machine's own limits is chance.
  unless: ['machine-limits'],
  find(evidence) {
    const { plan, endpoints, failures: rows, tolerated } = evidence;
    const [first] = rows;
    if (!first || new Set(rows.map(errorTitle)).size !== 1) return [];
    const total = rows.reduce((sum, row) => sum + row.count, 0);
    const failing = failingEndpoints(evidence);
    const subject = total === 1 ? 'the only failure is ' : `all ${count(total)} failures are `;
    const apart = tolerated > 0 ? `apart from ${plural(tolerated, 'tolerated answer')}, ` : '';
    const lead: Phrase[] = [capitalised(apart + subject), strong(errorTitle(first))];
    const exchange = exchangeLink(rows);
    // With tolerated failures on other endpoints, who is spared would take more than a sentence.
    const shared = tolerated > 0 ? null : sharedCapture(plan, endpoints, failing);
    if (!shared) return [{ level: 'error', parts: [...lead, ...where(endpoints, failing), '.', ...exchange] }];

    const rest = endpoints.filter((endpoint) => !failing.includes(endpoint));
    const on =
      failing.length === 1 ? 'the one endpoint that sends' : `the ${numeral(failing.length)} endpoints that send`;
    const spared: Phrase[] =
      rest.length === 1
        ? [' ', code(rest[0]?.name ?? ''), ', which sends none, has no failure.']
        : [` The ${numeral(rest.length)} others, which send none, have no failure.`];
    const capture = code(`\${setup.${shared.name}}`, shared.line);
    return [{ level: 'error', parts: [...lead, `, on exactly ${on} `, capture, '.', ...spared, ...exchange] }];
  },
};

export function failingEndpoints({ endpoints, failures }: Evidence): EndpointRow[] {
  return endpoints.filter((endpoint) => failures.some((row) => row.name === endpoint.name));
}

function where(endpoints: readonly EndpointRow[], failing: readonly EndpointRow[]): Phrase[] {
  if (endpoints.length < 2) return [];
  const [only] = failing;
  if (failing.length === 1 && only) return [', on ', code(only.name), ' only'];
  if (failing.length === endpoints.length) return [`, on all ${numeral(endpoints.length)} endpoints`];
  return [`, on ${numeral(failing.length)} of ${numeral(endpoints.length)} endpoints`];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
