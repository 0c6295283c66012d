import { PLAN_VERSION, type HttpDefaults, type Plan, type ScenarioPlan } from '../../src/scenario/plan.ts';

/** What a file that says nothing of HTTP has. */
export const HTTP_DEFAULTS: HttpDefaults = {
  connectTimeoutMs: 10_000,
  reuseConnections: 'vu',
  cookies: true,
  keepCookies: false,
  maxBodyBytes: 10_000_000,
  verifyTls: true,
  http2: false,
  proxy: null,
  hosts: [],
  dns: { ttlMs: 300_000, select: 'random', policy: 'preferIPv4' },
  tls: { ca: null, cert: null, key: null, minVersion: 'TLSv1.2' },
};

/** A plan without load: for tests that are about one part of it. */
export const EMPTY_PLAN: Plan = {
  version: PLAN_VERSION,
  name: 'test',
  file: 'test.load.yaml',
  environment: null,
  baseUrl: null,
  http: HTTP_DEFAULTS,
  data: [],
  vars: [],
  metrics: [],
  setup: [],
  teardown: [],
  refresh: null,
  setupTimeoutMs: 60_000,
  teardownTimeoutMs: 60_000,
  scenarios: [],
  thresholds: [],
  secrets: [],
  env: [],
};

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A scenario with k6's defaults and no steps. */
export const EMPTY_SCENARIO: ScenarioPlan = {
  name: 'default',
  range: NOWHERE,
  executor: { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 },
  startTimeMs: 0,
  gracefulStopMs: 30_000,
  tags: {},
  vars: [],
  steps: [],
  pacingMs: null,
  onStart: [],
  onStop: [],
};
