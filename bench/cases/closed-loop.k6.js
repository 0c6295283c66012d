import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    users: {
      executor: 'constant-vus',
      vus: Number(__ENV.USERS),
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '1s',
      tags: { case: __ENV.CASE },
    },
  },
  thresholds: {
    http_req_duration: ['p(95)<500'],
    'http_req_duration{kind:read}': ['p(99)<1000'],
    http_req_failed: ['rate<0.01'],
    checks: ['rate>0.99'],
  },
};

const tenant = 'acme';

export default function () {
  const response = http.get(`${__ENV.BASE_URL}/items/${__VU}`, {
    headers: { accept: 'application/json', 'x-tenant': tenant },
    tags: { kind: 'read', name: 'GET /items/{id}' },
  });
  check(response, { 'status is 200': ({ status }) => status === 200 });
}
