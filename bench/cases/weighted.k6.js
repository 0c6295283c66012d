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

const WEIGHTS = [20, 18, 15, 12, 10, 8, 7, 5, 3, 2];

function endpoint() {
  let draw = Math.random() * 100;
  const index = WEIGHTS.findIndex((weight) => (draw -= weight) < 0);
  return 'abcdefghij'[index];
}

export default function () {
  const response = http.get(`${__ENV.BASE_URL}/endpoint-${endpoint()}`);
  check(response, { 'status is 200': ({ status }) => status === 200 });
}
