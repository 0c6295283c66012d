import { closedLoop, GET_ITEM } from '../case.ts';

export const TLS = closedLoop('tls', 'Closed loop, 100 users over TLS', GET_ITEM, {
  protocol: 'https',
  scripts: { 'k6.js': 'closed-loop', 'locust.py': 'closed-loop' },
});
