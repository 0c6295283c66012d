import { closedLoop, GET_ITEM } from '../case.ts';

export const HTTP2 = closedLoop('http2', 'Closed loop, 100 users over HTTP/2, a connection each', GET_ITEM, {
  protocol: 'h2',
  scripts: { 'k6.js': 'closed-loop' },
});
