import type { ErrorRow } from '../../run/tables.ts';
import { plural } from '../format.ts';
import { exchangeLink, strong } from './finding.ts';
import type { Rule } from './rule.ts';

const LIMITS = [
  {
    codes: /EADDRNOTAVAIL/,
    what: 'This machine ran out of local ports',
    remedy:
      'A closed connection holds its port for a minute: keep connections alive over iterations (http.reuseConnections: vu), ' +
      'or widen the range of local ports (net.ipv4.ip_local_port_range).',
  },
  {
    codes: /EMFILE|ENFILE/,
    what: 'This machine ran out of file handles',
    remedy: 'Each connection takes one: raise the limit (ulimit -n) or run fewer VUs at once.',
  },
] as const;

/** Connections that failed because this machine has no port or file handle left: no fault of the server's. */
export const machineLimits: Rule = {
  id: 'machine-limits',
  find({ failures }) {
    return LIMITS.flatMap(({ codes, what, remedy }) => {
      const rows = failures.filter((row) => isOf(row, codes));
      if (rows.length === 0) return [];
      const lost = rows.reduce((sum, row) => sum + row.count, 0);
      return [
        {
          level: 'error' as const,
          parts: [
            strong(what),
            `: ${plural(lost, 'request')} found none left, which is not the server's doing. ${remedy}`,
            ...exchangeLink(rows),
          ],
        },
      ];
    });
  },
};

/** k6 has one code for all that can keep a connection from being made: which one it was stands in the message. */
function isOf(row: ErrorRow, codes: RegExp): boolean {
  return row.kind === 'connect' && row.status === 0 && row.samples.some(({ message }) => codes.test(message));
}
