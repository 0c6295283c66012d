import http from 'k6/http';
import { check, sleep } from 'k6';

export const options = {
  scenarios: {
    users: {
      executor: 'ramping-vus',
      startVUs: 0,
      stages: [
        { duration: '10s', target: 10000 },
        { duration: '3s', target: 10000 },
      ],
      gracefulStop: '1s',
    },
  },
  thresholds: { http_req_duration: ['p(95)<500'], http_req_failed: ['rate<0.01'] },
};

export default function () {
  const response = http.get(`${__ENV.BASE_URL}/items/7`, { headers: { accept: 'application/json' } });
  check(response, { 'status is 200': ({ status }) => status === 200 });
  sleep(1);
}
