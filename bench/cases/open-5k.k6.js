import http from 'k6/http';
import { check } from 'k6';

export const options = {
  scenarios: {
    traffic: {
      executor: 'constant-arrival-rate',
      rate: 5000,
      timeUnit: '1s',
      duration: `${__ENV.SECONDS}s`,
      gracefulStop: '1s',
      preAllocatedVUs: 100,
      maxVUs: 1000,
    },
  },
  thresholds: { http_req_duration: ['p(95)<500'], http_req_failed: ['rate<0.01'] },
};

export default function () {
  const response = http.get(`${__ENV.BASE_URL}/items/7`, { headers: { accept: 'application/json' } });
  check(response, { 'status is 200': ({ status }) => status === 200 });
}
