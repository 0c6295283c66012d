import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    users: {
      executor: 'constant-vus',
      vus: Number(__ENV.USERS),
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '1s',
    },
  },
  thresholds: { http_req_duration: ['p(95)<500'], http_req_failed: ['rate<0.01'], checks: ['rate>0.99'] },
};

const customer = 'acme';

export default function () {
  const order = {
    customer,
    items: [
      { id: 7, count: 2 },
      { id: 9, count: 1 },
    ],
    note: `order ${__ITER}`,
  };
  const response = http.post(`${__ENV.BASE_URL}/orders`, JSON.stringify(order), {
    headers: { 'content-type': 'application/json' },
  });
  check(response, { 'status is 200': ({ status }) => status === 200 });
}
