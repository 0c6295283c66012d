import { isLoopback } from '../loopback.ts';
import type { Problem } from '../problem.ts';
import { fixedHosts } from './fixed-urls.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** URLs that leave the hosts to which load may be sent. */
export function foreignHosts({ document, written, options }: RuleContext): Problem[] {
  const { allowedHosts } = options;
  if (!allowedHosts) return [];
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  const { base, steps } = fixedHosts(document);
  return [...base, ...steps]
    .filter(({ host }) => !allowed.has(host) && !isLoopback(`http://${host}`))
    .map(({ host, span }) => {
      const some = allowedHosts.length === 0 ? 'this machine alone' : `this machine and ${allowedHosts.join(', ')}`;
      const message = `Load may not be sent to ${host}, only to ${some}. Change the URL, or allow the host.`;
      return problemOf({ code: 'host-not-allowed', severity: 'error', message, at: span }, written);
    });
}
