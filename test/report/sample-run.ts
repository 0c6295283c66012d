import { EVENTS_VERSION } from '../../src/run/events.ts';
import { EMPTY_PLAN, EMPTY_SCENARIO } from '../support/plan-parts.ts';
/** A small run, the same every time: two endpoints, one of them refused from the middle on, checks, a group, a custom metric. */
import type { RateDelta, RunEnd, RunEvent, SeriesDefinition, TrendDelta } from '../../src/run/events.ts';
import { TrendSink } from '../../src/run/sinks.ts';
import { RunModel } from '../../src/run/model.ts';
import type { Condition, Plan, Step, Threshold } from '../../src/scenario/plan.ts';

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const START = Date.UTC(2026, 10, 21, 14, 2, 0);

type ThresholdSketch = Pick<Threshold, 'metric'> & Partial<Threshold> & { readonly condition: Condition };

function threshold(id: number, sketch: ThresholdSketch): Threshold {
  const tags = Object.entries(sketch.tags ?? {}).map(([tag, value]) => `${tag}:${value}`);
  return {
    id,
    tags: {},
    selector: tags.length === 0 ? sketch.metric : `${sketch.metric}{${tags.join(',')}}`,
    acceptable: null,
    name: null,
    windowMs: null,
    abortOnFail: false,
    delayAbortEvalMs: 0,
    range: nowhere,
    ...sketch,
  };
}

function under(source: string, percentile: number, limit: number): Condition {
  return { source, method: 'percentile', percentile, operator: '<', limit, unit: 'ms' };
}

function request(id: number, url: string, name: string): Step {
  return {
    kind: 'request',
    id,
    range: nowhere,
    method: 'GET',
    url: { kind: 'literal', value: url },
    name,
    query: [],
    headers: [],
    body: { kind: 'none' },
    timeoutMs: 30_000,
    redirects: 10,
    expect: {
      status: [{ from: 200, to: 399 }],
      headers: [],
      json: null,
      bodyContains: null,
      maxDurationMs: null,
      tolerate: [],
    },
    checks: [],
    captures: [],
    record: [],
    tags: {},
    condition: null,
    retry: null,
  };
}

export const samplePlan: Plan = {
  ...EMPTY_PLAN,
  name: 'Checkout API',
  file: 'checkout.load.yaml',
  baseUrl: { kind: 'literal', value: 'http://127.0.0.1:3000' },
  metrics: [
    { name: 'auth_latency', kind: 'trend', contains: 'time' },
    { name: 'export_latency', kind: 'trend', contains: 'time' },
  ],
  setup: [],
  teardown: [],
  setupTimeoutMs: 60_000,
  teardownTimeoutMs: 60_000,
  scenarios: [
    {
      ...EMPTY_SCENARIO,
      name: 'users',
      range: nowhere,
      executor: {
        kind: 'ramping-vus',
        startVUs: 0,
        stages: [
          { durationMs: 2000, target: 10, name: 'ramp up' },
          { durationMs: 4000, target: 10, name: 'sustained' },
        ],
        gracefulRampDownMs: 30_000,
      },
      startTimeMs: 0,
      gracefulStopMs: 30_000,
      tags: {},
      vars: [],
      steps: [request(0, '/health', 'GET /health'), request(1, '/auth/me', 'GET /auth/me')],
    },
  ],
  thresholds: [
    threshold(0, { metric: 'http_req_duration', condition: under('p(95) < 500ms', 95, 500) }),
    threshold(1, {
      metric: 'http_req_failed',
      condition: { source: 'rate < 1%', method: 'rate', percentile: null, operator: '<', limit: 0.01, unit: '%' },
    }),
    threshold(2, {
      metric: 'http_reqs',
      condition: {
        source: 'rate > 1000/min',
        method: 'rate',
        percentile: null,
        operator: '>',
        limit: 1000 / 60,
        unit: '/min',
      },
    }),
    threshold(3, {
      metric: 'errors',
      tags: { kind: '5xx' },
      name: 'Requirement 9.3: no server errors',
      condition: { source: 'count == 0', method: 'count', percentile: null, operator: '==', limit: 0, unit: '' },
    }),
    threshold(4, {
      metric: 'http_req_duration',
      tags: { name: 'GET /auth/me' },
      condition: under('p(95) < 2ms', 95, 2),
      acceptable: under('p(95) < 50ms', 95, 50),
    }),
    threshold(5, {
      metric: 'export_latency',
      condition: under('p(95) < 500ms', 95, 500),
      abortOnFail: true,
      delayAbortEvalMs: 10_000,
    }),
  ],
  secrets: ['TEST_PASSWORD'],
  env: [{ name: 'BASE_URL', required: false }],
};

function series(): SeriesDefinition[] {
  const answered = { method: 'GET', status: '200', scenario: 'users', expected_response: 'true' };
  const health = { ...answered, name: 'GET /health', stage: 'sustained' };
  const me = { ...health, name: 'GET /auth/me' };
  const refused = { ...me, status: '401', expected_response: 'false', error_code: '1401' };
  const failure = {
    name: 'GET /auth/me',
    method: 'GET',
    status: '401',
    error_code: '1401',
    kind: '4xx',
    scenario: 'users',
  };
  const definitions: Omit<SeriesDefinition, 'type' | 'id'>[] = [
    { metric: 'http_req_duration', kind: 'trend', tags: health },
    { metric: 'http_req_duration', kind: 'trend', tags: me },
    { metric: 'http_req_duration', kind: 'trend', tags: refused },
    { metric: 'http_req_failed', kind: 'rate', tags: health },
    { metric: 'http_req_failed', kind: 'rate', tags: me },
    { metric: 'http_req_failed', kind: 'rate', tags: refused },
    { metric: 'http_reqs', kind: 'counter', tags: { scenario: 'users' } },
    { metric: 'errors', kind: 'counter', tags: failure },
    { metric: 'checks', kind: 'rate', tags: { check: 'status is 200', group: '', scenario: 'users' } },
    { metric: 'checks', kind: 'rate', tags: { check: 'has a token', group: '::account', scenario: 'users' } },
    { metric: 'vus', kind: 'gauge', tags: {} },
    { metric: 'vus_max', kind: 'gauge', tags: {} },
    { metric: 'iterations', kind: 'counter', tags: { scenario: 'users' } },
    { metric: 'iteration_duration', kind: 'trend', tags: { scenario: 'users' } },
    { metric: 'data_received', kind: 'counter', tags: {} },
    { metric: 'data_sent', kind: 'counter', tags: {} },
    { metric: 'auth_latency', kind: 'trend', tags: { name: 'GET /auth/me' } },
    { metric: 'http_req_duration', kind: 'trend', tags: { ...health, stage: 'ramp up' } },
    { metric: 'http_req_duration', kind: 'trend', tags: { ...me, stage: 'ramp up' } },
    { metric: 'http_req_failed', kind: 'rate', tags: { ...health, stage: 'ramp up' } },
    { metric: 'http_req_failed', kind: 'rate', tags: { ...me, stage: 'ramp up' } },
  ];
  return definitions.map((definition, id) => ({ type: 'series', id, ...definition }));
}

function trend(id: number, values: readonly number[]): TrendDelta {
  const sink = new TrendSink();
  for (const value of values) sink.record(value);
  return [id, sink.count, sink.sum, sink.min, sink.max, sink.histogram.encode()];
}

/** `n` values from `from` ms up, each `step` ms more than the one before. */
function ascending(n: number, from: number, step: number): number[] {
  return Array.from({ length: n }, (_, index) => from + index * step);
}

function second(index: number): RunEvent {
  const refusals = index >= 3 ? 20 : 0;
  // The first two seconds are the stage "ramp up".
  const [healthTimes, meTimes, healthRate, meRate] = index < 2 ? [17, 18, 19, 20] : [0, 1, 3, 4];
  const healthRates: RateDelta = [healthRate, 0, 30];
  return {
    type: 'interval',
    fromMs: index * 1000,
    toMs: (index + 1) * 1000,
    counters: [[6, 50], [12, 25], [14, 12_340], [15, 4_200], ...(refusals > 0 ? [[7, refusals] as const] : [])],
    gauges: [
      [10, Math.min(10, (index + 1) * 5), Math.min(10, index * 5), Math.min(10, (index + 1) * 5)],
      [11, 10, 10, 10],
    ],
    rates: [healthRates, refusals > 0 ? [5, 20, 20] : [meRate, 0, 20], [8, 45, 50], [9, 50, 50]],
    trends: [
      trend(healthTimes, ascending(30, 0.9, 0.02)),
      refusals > 0 ? trend(2, ascending(20, 1.2, 0.04)) : trend(meTimes, ascending(20, 3.5, 0.4)),
      trend(13, ascending(25, 1002, 0.5)),
    ],
    slowTrends: [trend(16, refusals > 0 ? ascending(20, 1.2, 0.04) : ascending(20, 3.5, 0.4))],
    slowFromMs: index * 1000,
    vus: { active: Math.min(10, (index + 1) * 5), allocated: 10 },
    health: [{ worker: 0, eventLoopDelayP99Ms: 2.65, eventLoopDelayMaxMs: 4, cpu: 0.201, gcMs: 1, sockets: 10 }],
  };
}

export interface SampleRunOptions {
  /** How many of its 6 seconds have passed. */
  readonly seconds?: number;
  readonly plan?: Plan;
}

/** The events up to some second, without an end. */
export function sampleEvents({ seconds = 6, plan = samplePlan }: SampleRunOptions = {}): RunEvent[] {
  return [
    {
      type: 'run-start',
      version: EVENTS_VERSION,
      runId: 'checkout-20261121-140200-3f9a',
      time: START,
      scenario: { file: 'checkout.load.yaml', text: '', sha256: '' },
      plan,
      hosts: ['http://127.0.0.1:3000'],
      options: { workers: 1, seed: 7, overrides: [] },
      machine: { hostname: 'here', platform: 'linux', cpus: 2, cpuModel: 'A CPU', memoryBytes: 4e9 },
      versions: { rampwright: '0.1.0', node: '24.0.0' },
    },
    { type: 'load-start', time: START },
    ...series(),
    ...Array.from({ length: seconds }, (_, index) => second(index)),
    ...(seconds >= 4
      ? [
          {
            type: 'log',
            atMs: 3100,
            level: 'error',
            line: 32,
            message: 'The capture `token` found nothing at `json.access_token`; the body begins with {"error":"…"}.',
            repeated: 12,
          } as const,
        ]
      : []),
  ];
}

export function runningRun(options: SampleRunOptions = {}): RunModel {
  const run = new RunModel();
  for (const event of sampleEvents(options)) run.apply(event);
  return run;
}

export function endedRun(options: SampleRunOptions = {}): RunModel {
  const run = runningRun(options);
  run.apply(endOf(run));
  return run;
}

/** Its journal stops after 3 seconds, without an end. */
export function interruptedRun(): RunModel {
  const run = runningRun({ seconds: 3 });
  run.markInterrupted();
  return run;
}

/** How the engine would end it: with the verdicts so far. */
export function endOf(run: RunModel): RunEnd {
  const thresholds = run.thresholds;
  const passed = thresholds.every(({ verdict }) => verdict === 'pass' || verdict === 'warn');
  return {
    type: 'run-end',
    atMs: run.elapsedMs,
    time: START + run.elapsedMs,
    outcome: passed ? 'passed' : 'failed',
    exitCode: passed ? 0 : 99,
    reason: '',
    thresholds,
  };
}
