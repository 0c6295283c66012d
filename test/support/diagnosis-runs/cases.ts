/**
 * Servers that behave in one known way, and a scenario for each: what `record.ts` runs our engine against, so that the rules
 * of the diagnosis are tested on journals of real runs.
 */
import { execFileSync } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineRun } from '../../../src/engine/client.ts';
import type { Trust } from '../../../src/run/generator-health.ts';

/** `atMs` counts from the first request on. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse, atMs: number) => void | Promise<void>;

export interface RecordedCase {
  readonly scenario: (url: string) => string;
  /** A fresh server's behaviour. */
  readonly behave: () => Behaviour;
  readonly secrets?: Record<string, string>;
  readonly onStart?: (engine: EngineRun) => void;
  /** What the generator may have been, where that is not trustworthy; other recordings are made again. */
  readonly trust?: Trust;
}

const jitter = (ms: number): number => ms * (0.8 + 0.4 * Math.random());

function answer(response: ServerResponse, status = 200, body = '{}', headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Answers after this time, whatever is asked. */
const after =
  (msOf: (request: IncomingMessage, atMs: number) => number): Behaviour =>
  async (request, response, atMs) => {
    await delay(msOf(request, atMs));
    answer(response);
  };

/** Works on so many requests at once, each for this time; the others wait. */
function limited(slots: number, ms: (atMs: number) => number): Behaviour {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (_, response, atMs) => {
    if (busy >= slots) await new Promise<void>((resolve) => waiting.push(resolve));
    busy++;
    await delay(ms(atMs));
    busy--;
    waiting.shift()?.();
    answer(response);
  };
}

const shop = (url: string, load: string, think = '50ms', more = ''): string => `baseUrl: ${url}
${load}
${more}steps:
  - get: /list
  - get: /item
  - post: /cart
    json: { id: 1 }
  - think: ${think}
`;

const CONSTANT = 'vus: 10\nduration: 20s';
const usual = after(() => jitter(12));

export const CASES: Readonly<Record<string, RecordedCase>> = {
  'healthy-vus': { scenario: (url) => shop(url, CONSTANT), behave: () => usual },
  'healthy-rate': {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  steady:
    executor: constant-arrival-rate
    rate: 60
    duration: 20s
    preAllocatedVUs: 20
    steps: [{ get: /list }]
`,
    behave: () => usual,
  },
  'healthy-ramp': {
    scenario: (url) => shop(url, 'stages: [{ duration: 25s, target: 30 }, { duration: 5s, target: 0 }]', '200ms'),
    behave: () => usual,
  },
  'refused-token': {
    scenario: (url) => `baseUrl: ${url}
setup:
  - post: /login
    capture: { token: json.token }
vus: 5
duration: 10s
steps:
  - get: /health
  - get: /me
    auth: { bearer: "\${setup.token}" }
  - get: /usage
    auth: { bearer: "\${setup.token}" }
  - think: 50ms
thresholds:
  http_req_duration: p(95) < 500ms
`,
    behave: () => async (request, response) => {
      await delay(jitter(8));
      if (request.url === '/login') answer(response, 200, '{"token":"abc"}');
      else answer(response, request.headers.authorization === undefined ? 200 : 401);
    },
  },
  'setup-failed': {
    scenario: (url) => `baseUrl: ${url}
setup:
  - post: /login
    capture: { token: json.token }
vus: 1
duration: 5s
steps:
  - get: /me
    auth: { bearer: "\${setup.token}" }
`,
    behave: () => (_, response) => answer(response, 401),
  },
  throttled: {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  ramp:
    executor: ramping-arrival-rate
    startRate: 20
    stages: [{ duration: 20s, target: 160 }]
    preAllocatedVUs: 30
    steps: [{ get: /list }]
`,
    behave: () => {
      // A bucket of 80 a second, refilled evenly.
      let tokens = 8;
      let filledMs = 0;
      return async (_, response, atMs) => {
        tokens = Math.min(8, tokens + ((atMs - filledMs) * 80) / 1000);
        filledMs = atMs;
        const passes = tokens >= 1;
        if (passes) tokens--;
        await delay(jitter(passes ? 10 : 2));
        answer(response, passes ? 200 : 429, '{}', passes ? {} : { 'retry-after': '2' });
      };
    },
  },
  'open-circuit': {
    scenario: (url) => shop(url, 'vus: 10\nduration: 25s'),
    behave: () => async (request, response, atMs) => {
      const open = request.url === '/cart' && atMs > 8000 && atMs < 16_000;
      if (!open) await delay(jitter(request.url === '/cart' ? 30 : 12));
      answer(response, open ? 503 : 200);
    },
  },
  outage: {
    scenario: (url) => shop(url, 'vus: 10\nduration: 20s'),
    behave: () => async (_, response, atMs) => {
      await delay(jitter(12));
      answer(response, atMs > 8000 && atMs < 14_000 ? 502 : 200);
    },
  },
  'saturated-by-vus': {
    scenario: (url) => `baseUrl: ${url}
stages: [{ duration: 30s, target: 60 }, { duration: 2s, target: 0 }]
steps:
  - get: /list
  - think: 60ms
`,
    behave: () => limited(6, () => jitter(20)),
  },
  'saturated-by-rate': {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  ramp:
    executor: ramping-arrival-rate
    startRate: 10
    stages: [{ duration: 30s, target: 240 }]
    preAllocatedVUs: 50
    maxVUs: 150
    steps: [{ get: /list }]
`,
    behave: () => limited(3, () => jitter(25)),
  },
  spike: {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  spike:
    executor: ramping-vus
    startVUs: 4
    stages:
      - { duration: 10s, target: 4 }
      - { duration: 1s, target: 60 }
      - { duration: 6s, target: 60 }
      - { duration: 1s, target: 4 }
      - { duration: 14s, target: 4 }
    steps:
      - get: /list
      - think: 40ms
`,
    behave: () => {
      // Once it had much to do at a time, it is slow for five seconds more: a cache to fill again.
      let busy = 0;
      let overloadedMs = -10_000;
      return async (_, response, atMs) => {
        busy++;
        if (busy > 12) overloadedMs = atMs;
        await delay(atMs - overloadedMs < 5000 ? jitter(80) : jitter(10));
        busy--;
        answer(response);
      };
    },
  },
  'spike-borne': {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  spike:
    executor: ramping-vus
    startVUs: 4
    stages:
      - { duration: 8s, target: 4 }
      - { duration: 1s, target: 40 }
      - { duration: 5s, target: 40 }
      - { duration: 1s, target: 4 }
      - { duration: 8s, target: 4 }
    steps:
      - get: /list
      - think: 100ms
`,
    behave: () => usual,
  },
  'cold-start': {
    scenario: (url) => shop(url, 'vus: 10\nduration: 25s'),
    behave: () => after((_, atMs) => jitter(atMs < 3500 ? 90 : 12)),
  },
  bimodal: {
    scenario: (url) => shop(url, CONSTANT),
    behave: () => after(({ url }) => jitter(url === '/item' && Math.random() < 0.35 ? 80 : 10)),
  },
  'slow-endpoint': {
    scenario: (url) => `baseUrl: ${url}
vus: 10
duration: 20s
steps:
  - choose:
      - { weight: 60, get: /list }
      - { weight: 36, get: /item }
      - { weight: 4, get: /report }
  - think: 20ms
`,
    behave: () => after(({ url }) => jitter(url === '/report' ? 250 : 12)),
  },
  'capped-by-think': {
    scenario: (url) => `baseUrl: ${url}
vus: 10
duration: 15s
steps:
  - get: /list
  - think: 1s
thresholds:
  http_reqs: rate > 50/s
`,
    behave: () => usual,
  },
  'capped-by-max-vus': {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  steady:
    executor: constant-arrival-rate
    rate: 50
    duration: 15s
    preAllocatedVUs: 20
    maxVUs: 20
    steps:
      - get: /list
      - think: 1s
`,
    behave: () => usual,
  },
  'out-of-file-handles': {
    scenario: (url) => `baseUrl: ${url}
vus: 60
duration: 8s
steps:
  - get: /list
  - think: 200ms
`,
    behave: () => usual,
    onStart: limitFileHandles,
  },
  'never-recorded': {
    scenario: (url) =>
      shop(
        url,
        'vus: 5\nduration: 5s',
        '50ms',
        `metrics:\n  cart_time: { type: trend, unit: ms }\nthresholds:\n  cart_time: p(95) < 1s\n`,
      ),
    behave: () => usual,
  },
  'blocked-generator': {
    scenario: (url) => `baseUrl: ${url}
vus: 4
duration: 10s
steps:
  - get: /huge
    check: { has all: "size(json) == 400000" }
`,
    behave: () => {
      // Its parsing alone keeps the engine's event loop for longer than what counts as saturated.
      const huge = JSON.stringify(Array.from({ length: 400_000 }, (_, id) => ({ id, name: 'x' })));
      return (_, response) => answer(response, 200, huge);
    },
    trust: 'saturated',
  },
  'suspended-vus': {
    scenario: (url) => shop(url, 'vus: 5\nduration: 8s'),
    behave: () => usual,
    onStart: suspend,
    trust: 'saturated',
  },
  'suspended-rate': {
    scenario: (url) => `baseUrl: ${url}
scenarios:
  steady:
    executor: constant-arrival-rate
    rate: 100
    duration: 8s
    preAllocatedVUs: 10
    maxVUs: 20
    steps:
      - get: /list
`,
    behave: () => usual,
    onStart: suspend,
    trust: 'saturated',
  },
};

/** As Ctrl+Z and `fg` do. */
function suspend({ pid }: EngineRun): void {
  if (pid === undefined) throw new Error('The engine is not there');
  setTimeout(() => process.kill(pid, 'SIGSTOP'), 3000);
  setTimeout(() => process.kill(pid, 'SIGCONT'), 6000);
}

function limitFileHandles({ pid }: EngineRun): void {
  if (pid === undefined) throw new Error('The engine is not there');
  execFileSync('prlimit', ['--pid', String(pid), '--nofile=70:70']);
}
