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

const is200 = { 'status is 200': ({ status }) => status === 200 };

export default function () {
  const login = http.get(`${__ENV.BASE_URL}/login`);
  check(login, is200);
  const authorization = `Bearer ${login.json('token')}`;
  check(http.get(`${__ENV.BASE_URL}/me`, { headers: { authorization } }), is200);
}
