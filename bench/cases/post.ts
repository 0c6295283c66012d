import { closedLoop } from '../case.ts';

export const POST = closedLoop('post', 'Closed loop, 100 users: POST of a JSON body with templates', {
  method: 'POST',
  path: '/orders',
  headers: { 'content-type': 'application/json' },
  body: '{"customer":"acme","items":[{"id":7,"count":2},{"id":9,"count":1}],"note":"order 12"}',
});
