import { allowedInWords, hostsBeyond } from '../allowed-hosts.ts';
import type { Problem } from '../problem.ts';
import { fixedHosts } from './fixed-urls.ts';
import { problemOf } from '../repair.ts';
import type { RuleContext } from './rule.ts';

/** URLs that leave the hosts to which load may be sent. */
export function foreignHosts({ document, written, options }: RuleContext): Problem[] {
  const { allowedHosts } = options;
  if (!allowedHosts) return [];
  const { base, steps, proxies, addresses } = fixedHosts(document);
  return [...base, ...steps, ...proxies, ...addresses]
    .filter(({ host }) => hostsBeyond([`http://${host}`], allowedHosts).length > 0)
    .map(({ host, span }) => {
      const message = `Load may not be sent to ${host}, only to ${allowedInWords(allowedHosts)}. Change the URL, or allow the host.`;
      return problemOf({ code: 'host-not-allowed', severity: 'error', message, at: span }, written);
    });
}
