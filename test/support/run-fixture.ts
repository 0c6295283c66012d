import { EVENTS_VERSION } from '../../src/run/events.ts';
import { EMPTY_PLAN, EMPTY_SCENARIO } from './plan-parts.ts';
/**
 * Whole runs as the engine would write them, made without an engine: real events with real histograms, the same on every
 * machine and every day. The scenario is the AI proxy of examples/, with a stage plan of the caller's choice.
 */
import type { Plan, RequestStep, Stage, Step, Threshold } from '../../src/scenario/plan.ts';
import type { SourceRange } from '../../src/scenario/range.ts';
import { plannedDurationMs, plannedSteps, scaledVUs } from '../../src/scenario/schedule/index.ts';
import type { Interval, LoadChange, Outcome, RunEvent, Sample, TrendDelta } from '../../src/run/events.ts';
import { ExitCode } from '../../src/run/events.ts';
import { Histogram } from '../../src/run/histogram.ts';
import type { ErrorKind } from '../../src/run/metrics.ts';
import { FAST_TRENDS, metricDefinition } from '../../src/run/metrics.ts';
import { RunModel } from '../../src/run/model.ts';

export interface Outcomes {
  readonly status: number;
  readonly kind?: ErrorKind;
  readonly errorCode?: number;
  readonly tolerated?: boolean;
  /** Median of the latency in ms. */
  readonly medianMs: number;
  /** 0 to 1, among all outcomes of the endpoint. */
  readonly share: number;
}

/** How the imagined server answers: by endpoint and the second of the load. The rest up to a share of 1 is a 200. */
export type Server = (endpoint: RequestStep, second: number) => readonly Outcomes[];

export interface FixtureOptions {
  readonly plan?: Plan;
  readonly server?: Server;
  /** Stop writing after this much of the load, without `run-end`. */
  readonly cutAtMs?: number;
  readonly outcome?: Outcome;
  readonly reason?: string;
  readonly setupFails?: boolean;
  /** Keep every exchange, as `Run once` does. */
  readonly keepAll?: boolean;
  /** Tags that are not the usual ones, of an endpoint's request with this number; with a `group`, passes through it are timed, too. */
  readonly tagsOf?: (endpoint: RequestStep, number: number) => Readonly<Record<string, string>>;
  /** What a person changes of the load. */
  readonly changes?: readonly Omit<LoadChange, 'type'>[];
  /** Event-loop delay p99 of the generator, by second. */
  readonly loopDelayMs?: (second: number) => number;
}

const SCENARIO_TEXT = `name: AI proxy
baseUrl: https://proxy.example.test
metrics:
  auth_latency: { type: trend, unit: ms }
  proxy_latency: { type: trend, unit: ms }
setup:
  - post: /auth/login
    json: { email: "\${env.EMAIL}", password: "\${secret.PASSWORD}" }
    capture: { token: json.access_token }
stages:
  - { duration: 10s, target: 100, name: ramp up }
  - { duration: 45s, target: 100, name: sustained }
  - { duration: 5s, target: 0, name: ramp down }
steps:
  - choose:
      - weight: 20
        get: /health
      - weight: 30
        get: /auth/me
        auth: { bearer: "\${setup.token}" }
        record: { auth_latency: response.timings.duration }
      - weight: 15
        get: /usage
        auth: { bearer: "\${setup.token}" }
      - weight: 15
        get: /usage/summary
        auth: { bearer: "\${setup.token}" }
      - weight: 10
        get: /billing/subscription
        auth: { bearer: "\${setup.token}" }
      - weight: 10
        get: /billing/invoices
        auth: { bearer: "\${setup.token}" }
  - think: 1s
thresholds:
  http_req_duration: p(95) < 500ms
  http_req_failed: rate < 1%
  "errors{kind:5xx}":
    - expect: count == 0
      name: No server errors
  http_reqs:
    - expect: rate > 1000/min
      name: At least 1,000 requests a minute
  auth_latency: p(95) < 300ms
  "http_req_duration{stage:sustained}":
    - expect: p(99) < 180ms
      acceptable: p(99) < 400ms
`;

const WEIGHTED: readonly (readonly [path: string, weight: number, record: string | null])[] = [
  ['/health', 20, null],
  ['/auth/me', 30, 'auth_latency'],
  ['/usage', 15, null],
  ['/usage/summary', 15, null],
  ['/billing/subscription', 10, null],
  ['/billing/invoices', 10, null],
];

const line = (at: number): SourceRange => ({ start: { line: at, character: 0 }, end: { line: at, character: 40 } });
const lineOf = (text: string): SourceRange =>
  line(SCENARIO_TEXT.split('\n').findIndex((candidate) => candidate.includes(text)));
const literal = (value: string) => ({ kind: 'literal', value }) as const;

function request(id: number, method: string, path: string, more: Partial<RequestStep> = {}): RequestStep {
  return {
    kind: 'request',
    id,
    range: lineOf(`${method.toLowerCase()}: ${path}`),
    method,
    url: literal(path),
    name: `${method} ${path}`,
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
    ...more,
  };
}

const expression = (source: string) => ({ source, range: line(0) });
const bearer = [
  [
    'authorization',
    { kind: 'text', parts: ['Bearer ', { source: 'setup.token', range: lineOf('bearer: "${setup.token}"') }] },
  ],
] as const;

const login: RequestStep = {
  ...request(0, 'POST', '/auth/login'),
  captures: [{ name: 'token', expression: { source: 'json.access_token', range: lineOf('capture: { token') } }],
};

function loadSteps(): Step[] {
  return [
    {
      kind: 'choose',
      exact: false,
      id: 20,
      range: lineOf('- choose:'),
      branches: WEIGHTED.map(([path, weight, record], index) => ({
        weight,
        steps: [
          request(index + 1, 'GET', path, {
            headers: path === '/health' ? [] : bearer,
            record: record === null ? [] : [{ name: record, expression: expression('response.timings.duration') }],
          }),
        ],
      })),
    },
    {
      kind: 'think',
      id: 21,
      range: lineOf('- think'),
      time: { kind: 'constant', ms: { kind: 'literal', value: 1000 } },
    },
  ];
}

export function threshold(
  id: number,
  selector: string,
  source: string,
  condition: Partial<Threshold['condition']>,
  more: Partial<Threshold> = {},
): Threshold {
  const [metric = '', tag] = selector.replace('}', '').split('{');
  const [key, value] = tag?.split(':') ?? [];
  return {
    id,
    metric,
    tags: key !== undefined && value !== undefined ? { [key]: value } : {},
    selector,
    condition: { source, method: 'percentile', percentile: 95, operator: '<', limit: 0, unit: '', ...condition },
    acceptable: null,
    name: null,
    windowMs: null,
    abortOnFail: false,
    delayAbortEvalMs: 0,
    range: lineOf(`${selector.includes('{') ? `"${selector}"` : selector}: `.replace('": ', '":')),
    ...more,
  };
}

function thresholds(): Threshold[] {
  return [
    threshold(0, 'http_req_duration', 'p(95) < 500ms', { limit: 500, unit: 'ms' }, { range: line(36) }),
    threshold(
      1,
      'http_req_failed',
      'rate < 1%',
      { method: 'rate', percentile: null, limit: 0.01, unit: '%' },
      { range: line(37) },
    ),
    threshold(
      2,
      'errors{kind:5xx}',
      'count == 0',
      { method: 'count', percentile: null, operator: '==' },
      { name: 'No server errors', range: line(39) },
    ),
    threshold(
      3,
      'http_reqs',
      'rate > 1000/min',
      { method: 'rate', percentile: null, operator: '>', limit: 1000 / 60, unit: '/min' },
      { name: 'At least 1,000 requests a minute', range: line(42) },
    ),
    threshold(4, 'auth_latency', 'p(95) < 300ms', { limit: 300, unit: 'ms' }, { range: line(44) }),
    threshold(
      5,
      'http_req_duration{stage:sustained}',
      'p(99) < 180ms',
      { percentile: 99, limit: 180, unit: 'ms' },
      {
        acceptable: {
          source: 'p(99) < 400ms',
          method: 'percentile',
          percentile: 99,
          operator: '<',
          limit: 400,
          unit: 'ms',
        },
        range: line(46),
      },
    ),
  ];
}

const STAGES: readonly Stage[] = [
  { durationMs: 10_000, target: 100, name: 'ramp up' },
  { durationMs: 45_000, target: 100, name: 'sustained' },
  { durationMs: 5_000, target: 0, name: 'ramp down' },
];

export function fixturePlan(more: Partial<Plan> = {}, stages: readonly Stage[] = STAGES): Plan {
  return {
    ...EMPTY_PLAN,
    name: 'AI proxy',
    file: 'ai-proxy.load.yaml',
    baseUrl: literal('https://proxy.example.test'),
    metrics: [
      { name: 'auth_latency', kind: 'trend', contains: 'time' },
      { name: 'proxy_latency', kind: 'trend', contains: 'time' },
    ],
    setup: [login],
    teardown: [],
    setupTimeoutMs: 60_000,
    teardownTimeoutMs: 60_000,
    scenarios: [
      {
        ...EMPTY_SCENARIO,
        name: 'default',
        range: lineOf('steps:'),
        executor: { kind: 'ramping-vus', startVUs: 0, stages, gracefulRampDownMs: 30_000 },
        startTimeMs: 0,
        gracefulStopMs: 30_000,
        tags: {},
        vars: [],
        steps: loadSteps(),
      },
    ],
    thresholds: thresholds(),
    secrets: ['PASSWORD'],
    env: [{ name: 'EMAIL', required: true }],
    ...more,
  };
}

/** The thirteen minutes of case 1 instead of one. */
export const LONG_STAGES: readonly Stage[] = [
  { durationMs: 120_000, target: 100, name: 'ramp up' },
  { durationMs: 600_000, target: 100, name: 'sustained' },
  { durationMs: 60_000, target: 0, name: 'ramp down' },
];

/** A requirement whose metric nothing records. */
export const WITHOUT_DATA: Threshold = threshold(
  6,
  'proxy_latency',
  'p(95) < 500ms',
  { limit: 500, unit: 'ms' },
  { range: line(48) },
);

// ── servers ──

export const healthyServer: Server = () => [];

/** The wrong secret: every endpoint that wants the token refuses it. */
export const rejectingServer: Server = ({ name }) =>
  name === 'GET /health' ? [] : [{ status: 401, kind: '4xx', errorCode: 1401, medianMs: 1.3, share: 1 }];

/** Throttling, an overloaded backend, refused connections, timeouts; verified tokens that are revoked by design. */
export const troubledServer: Server = ({ name }, second) => {
  if (name === 'GET /usage' && second >= 20 && second < 35) {
    return [{ status: 502, kind: '5xx', errorCode: 1502, medianMs: 8, share: 0.9 }];
  }
  if (name === 'GET /auth/me') {
    return [{ status: 401, kind: '4xx', errorCode: 1401, medianMs: 12, share: 0.08, tolerated: true }];
  }
  if (name === 'GET /billing/invoices' && second >= 30) {
    return [
      { status: 429, kind: '4xx', errorCode: 1429, medianMs: 4, share: 0.1 },
      { status: 0, kind: 'timeout', errorCode: 1050, medianMs: 900, share: 0.05 },
    ];
  }
  if (name === 'GET /usage/summary' && second % 17 === 3) {
    return [{ status: 0, kind: 'connect', errorCode: 1212, medianMs: 0.3, share: 0.2 }];
  }
  return [];
};

// ── the run ──

/** Mulberry32: small, good enough, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Trend {
  histogram: Histogram;
  sum: number;
  min: number;
  max: number;
}

/** Gathers samples into intervals, as the engine's workers do. */
export class FixtureWriter {
  readonly events: RunEvent[] = [];
  readonly #ids = new Map<string, number>();
  #counters = new Map<number, number>();
  #rates = new Map<number, [trues: number, total: number]>();
  #trends = new Map<number, Trend>();
  #slow = new Map<number, Trend>();
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  count(metric: string, tags: Readonly<Record<string, string>>, n = 1): void {
    const id = this.#id(metric, tags);
    this.#counters.set(id, (this.#counters.get(id) ?? 0) + n);
  }

  rate(metric: string, tags: Readonly<Record<string, string>>, value: boolean): void {
    const id = this.#id(metric, tags);
    const [trues, total] = this.#rates.get(id) ?? [0, 0];
    this.#rates.set(id, [trues + (value ? 1 : 0), total + 1]);
  }

  time(metric: string, tags: Readonly<Record<string, string>>, ms: number): void {
    const id = this.#id(metric, tags);
    const trends = FAST_TRENDS.has(metric) ? this.#trends : this.#slow;
    let trend = trends.get(id);
    if (!trend) trends.set(id, (trend = { histogram: new Histogram(), sum: 0, min: Infinity, max: -Infinity }));
    trend.histogram.record(ms);
    trend.sum += ms;
    trend.min = Math.min(trend.min, ms);
    trend.max = Math.max(trend.max, ms);
  }

  interval(second: number, vus: number, loopDelayMs: number, slow: boolean): void {
    const interval: Interval = {
      type: 'interval',
      fromMs: second * 1000,
      toMs: (second + 1) * 1000,
      counters: [...this.#counters],
      gauges: [[this.#id('vus', {}), vus, vus, vus]],
      rates: [...this.#rates].map(([id, [trues, total]]) => [id, trues, total] as const),
      trends: deltas(this.#trends),
      ...(slow ? { slowTrends: deltas(this.#slow), slowFromMs: Math.floor(second / 10) * 10_000 } : {}),
      vus: { active: vus, allocated: 100 },
      health: [
        {
          worker: 0,
          eventLoopDelayP99Ms: loopDelayMs,
          eventLoopDelayMaxMs: loopDelayMs * 1.6,
          cpu: Math.min(1, 0.12 + loopDelayMs / 100),
          gcMs: 1.5,
          sockets: vus,
        },
      ],
    };
    this.events.push(interval);
    this.#counters = new Map();
    this.#rates = new Map();
    this.#trends = new Map();
    if (slow) this.#slow = new Map();
  }

  #id(metric: string, tags: Readonly<Record<string, string>>): number {
    const key = `${metric}\0${JSON.stringify(tags)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    const kind = metricDefinition(metric, this.#plan.metrics)?.kind ?? 'trend';
    this.events.push({ type: 'series', id, metric, kind, tags });
    return id;
  }
}

function deltas(trends: ReadonlyMap<number, Trend>): TrendDelta[] {
  return [...trends].map(([id, { histogram, sum, min, max }]) => [
    id,
    histogram.count,
    sum,
    min,
    max,
    histogram.encode(),
  ]);
}

/** 12 June 2025, 14:02 UTC. */
const START = Date.UTC(2025, 5, 12, 14, 2);

export function runStart(plan: Plan): RunEvent {
  return {
    type: 'run-start',
    version: EVENTS_VERSION,
    runId: '20250612-140200-7f3a',
    time: START,
    scenario: { file: plan.file, text: SCENARIO_TEXT, sha256: '0'.repeat(64) },
    plan,
    hosts: ['https://proxy.example.test'],
    options: { workers: 1, seed: 7, overrides: [] },
    machine: { hostname: 'fixture', platform: 'linux', cpus: 2, cpuModel: 'Fixture CPU', memoryBytes: 8e9 },
    versions: { rampwright: '0.1.0', node: 'v24.0.0' },
  };
}

/** The events of one whole run, `run-end` included unless it is cut. */
export function runFixture(options: FixtureOptions = {}): RunEvent[] {
  const plan = options.plan ?? fixturePlan();
  const server = options.server ?? healthyServer;
  const next = random(7);
  const writer = new FixtureWriter(plan);
  const { events } = writer;
  events.push(runStart(plan));
  if (options.setupFails) {
    events.push(sampleOf(login, { status: 401, kind: '4xx', errorCode: 1401, medianMs: 20 }, -80, 'setup'));
    return end(
      events,
      options.outcome ?? 'aborted',
      options.reason ?? 'Setup failed: POST /auth/login was answered 401 Unauthorized.',
      0,
    );
  }
  events.push({ type: 'log', atMs: -120, level: 'info', message: 'Setup took 120 ms.' });
  events.push({ type: 'load-start', time: START + 120 });

  const plannedMs = plannedDurationMs(plan);
  const seconds = Math.ceil(Math.min(options.cutAtMs ?? plannedMs, plannedMs) / 1000);
  const endpoints = requestsOf(plan.scenarios[0]?.steps ?? []);
  const weights = endpoints.map(({ name }) => WEIGHTED.find(([path]) => name === `GET ${path}`)?.[1] ?? 1);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = new Map<string, number>();
  for (let second = 0; second < seconds; second++) {
    for (const change of options.changes ?? []) {
      if (Math.floor(change.atMs / 1000) === second) events.push({ type: 'load-change', ...change });
    }
    const level = options.changes?.findLast(({ atMs }) => atMs <= second * 1000 + 500);
    const vus = scaledVUs(plannedVUs(plan, second * 1000 + 500), level?.factor ?? 1);
    const stage = stageName(plan, second * 1000 + 500);
    const requests = Math.round(vus * (0.62 + next() * 0.1) * (level?.paused === true ? 0 : 1));
    for (let i = 0; i < requests; i++) {
      const endpoint = pick(endpoints, weights, totalWeight, next());
      const outcome = outcomeOf(server(endpoint, second), next());
      const factor = Math.exp((next() + next() + next() - 1.5) * 0.8) * (next() > 0.985 ? 3 : 1);
      const ms = outcome.medianMs * (1 + vus / 200) * factor;
      const failed = record(writer, endpoint, outcome, ms, stage, options.tagsOf?.(endpoint, second * 1000 + i) ?? {});
      if (failed || options.keepAll === true) {
        const key = `${endpoint.name} ${outcome.status} ${outcome.errorCode}`;
        const n = (kept.get(key) ?? 0) + 1;
        kept.set(key, n);
        if (n <= 2 || options.keepAll === true) events.push(sampleOf(endpoint, outcome, second * 1000 + i, 'load', ms));
      }
    }
    const loopDelayMs = options.loopDelayMs?.(second) ?? 2 + next();
    writer.interval(second, vus, loopDelayMs, second % 10 === 9 || second === seconds - 1);
  }
  if (options.cutAtMs !== undefined && options.outcome === undefined) return events;
  return end(events, options.outcome, options.reason ?? '', seconds * 1000);
}

function end(events: RunEvent[], outcome: Outcome | undefined, reason: string, atMs: number): RunEvent[] {
  events.push(runEnd(events, atMs, outcome, reason));
  return events;
}

/** With the verdicts that the events give. */
export function runEnd(events: readonly RunEvent[], atMs: number, outcome?: Outcome, reason = ''): RunEvent {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  const results = run.thresholds;
  const failed = results.some(({ verdict }) => verdict === 'fail' || verdict === 'no-data');
  return {
    type: 'run-end',
    atMs,
    time: START + atMs + 150,
    outcome: outcome ?? (failed ? 'failed' : 'passed'),
    exitCode: failed ? ExitCode.thresholdsFailed : ExitCode.ok,
    reason,
    thresholds: results,
  };
}

/** Whether the request failed. */
function record(
  writer: FixtureWriter,
  endpoint: RequestStep,
  outcome: Drawn,
  ms: number,
  stage: string,
  more: Readonly<Record<string, string>>,
): boolean {
  const failed = outcome.kind !== null;
  const base = {
    name: endpoint.name,
    method: endpoint.method,
    scenario: 'default',
    ...(stage === '' ? {} : { stage }),
    ...more,
  };
  if (more['group'] !== undefined) writer.time('group_duration', base, ms * 1.1 + 200);
  const tags = { ...base, status: String(outcome.status), expected_response: String(!failed) };
  const failure = {
    kind: outcome.kind ?? '',
    error_code: String(outcome.errorCode),
    tolerated: String(outcome.tolerated),
  };
  writer.count('http_reqs', tags);
  const outcomeTags = failed ? { ...tags, ...failure } : tags;
  writer.time('http_req_duration', outcomeTags, ms);
  writer.rate('http_req_failed', outcomeTags, failed);
  if (failed) writer.count('errors', outcomeTags);
  writer.time('http_req_blocked', tags, 0.02);
  writer.time('http_req_connecting', tags, 0);
  writer.time('http_req_sending', tags, 0.03);
  writer.time('http_req_waiting', tags, ms * 0.95);
  writer.time('http_req_receiving', tags, ms * 0.03);
  writer.count('data_received', base, 512);
  writer.count('iterations', { scenario: 'default' });
  for (const { name } of endpoint.record) writer.time(name, base, ms);
  for (const { name } of endpoint.checks) writer.rate('checks', { ...base, check: name }, !failed);
  return failed;
}

function sampleOf(
  endpoint: RequestStep,
  outcome: Pick<Outcomes, 'status' | 'errorCode' | 'medianMs'> & { readonly kind?: ErrorKind | null },
  atMs: number,
  phase: Sample['phase'],
  ms = outcome.medianMs,
): Sample {
  const path = endpoint.name.slice(endpoint.method.length + 1);
  const body = '{"error":"invalid_token","message":"The signature <b>does not</b> match."}';
  return {
    type: 'sample',
    atMs,
    phase,
    scenario: 'default',
    name: endpoint.name,
    stepId: endpoint.id,
    vu: 3,
    iteration: 0,
    kind: outcome.kind === undefined ? '5xx' : outcome.kind,
    errorCode: outcome.errorCode ?? 0,
    message:
      outcome.kind === null
        ? ''
        : outcome.status > 0
          ? `Expected 2xx or 3xx, got ${outcome.status}.`
          : 'No answer within 1 s.',
    request: {
      method: endpoint.method,
      url: `https://proxy.example.test${path}`,
      headers: [
        ['accept', '*/*'],
        ['authorization', 'Bearer •••'],
      ],
      body: endpoint.method === 'POST' ? '{"email":"loadtest@example.com","password":"•••"}' : null,
    },
    response:
      outcome.status > 0
        ? {
            status: outcome.status,
            headers: [
              ['content-type', 'application/json'],
              ['www-authenticate', 'Bearer error="invalid_token"'],
            ],
            body,
            bodyBytes: body.length,
          }
        : null,
    timings: {
      blockedMs: 0.03,
      connectingMs: 0,
      tlsMs: 0,
      sendingMs: 0.06,
      waitingMs: ms,
      receivingMs: outcome.status > 0 ? 0.12 : 0,
      durationMs: ms + (outcome.status > 0 ? 0.18 : 0.06),
    },
  };
}

/** An outcome with all filled in; `kind` null: the request did not fail. */
type Drawn = Required<Omit<Outcomes, 'kind'>> & { readonly kind: ErrorKind | null };

const OK: Drawn = {
  status: 200,
  kind: null,
  errorCode: 0,
  tolerated: false,
  medianMs: 42,
  share: 1,
};

function outcomeOf(outcomes: readonly Outcomes[], draw: number): Drawn {
  let sum = 0;
  for (const outcome of outcomes) {
    sum += outcome.share;
    if (draw < sum) return { ...OK, kind: '5xx', errorCode: 0, ...outcome };
  }
  return OK;
}

function pick(endpoints: readonly RequestStep[], weights: readonly number[], total: number, draw: number): RequestStep {
  let sum = 0;
  for (const [index, endpoint] of endpoints.entries()) {
    sum += (weights[index] ?? 0) / total;
    if (draw < sum) return endpoint;
  }
  return endpoints.at(-1) ?? login;
}

function requestsOf(steps: readonly Step[]): RequestStep[] {
  return steps.flatMap((step) =>
    step.kind === 'request'
      ? [step]
      : step.kind === 'choose'
        ? step.branches.flatMap((branch) => requestsOf(branch.steps))
        : [],
  );
}

function plannedVUs(plan: Plan, atMs: number): number {
  const executor = plan.scenarios[0]?.executor;
  let vus = 0;
  for (const step of executor ? plannedSteps(executor) : []) if (step.atMs <= atMs && 'vus' in step) vus = step.vus;
  return vus;
}

function stageName(plan: Plan, atMs: number): string {
  const executor = plan.scenarios[0]?.executor;
  let endMs = 0;
  for (const stage of executor?.kind === 'ramping-vus' ? executor.stages : []) {
    endMs += stage.durationMs;
    if (atMs < endMs) return stage.name;
  }
  return '';
}

// ── the states that the view knows ──

const withoutData = (stages?: readonly Stage[]): Plan => {
  const plan = fixturePlan({}, stages);
  return { ...plan, thresholds: [...plan.thresholds, WITHOUT_DATA] };
};

/** Every state as a finished list of events; `long` runs last the thirteen minutes of the real case. */
export const STATES = {
  passed: (long = false) => runFixture(long ? { plan: fixturePlan({}, LONG_STAGES) } : {}),
  'failed-401': (long = false) =>
    runFixture({ plan: withoutData(long ? LONG_STAGES : undefined), server: rejectingServer }),
  running: (long = false) =>
    runFixture({
      cutAtMs: long ? 192_000 : 15_000,
      plan: fixturePlan({}, long ? LONG_STAGES : undefined),
      server: troubledServer,
    }),
  interrupted: (long = false) =>
    runFixture({
      cutAtMs: long ? 423_000 : 33_000,
      plan: fixturePlan({}, long ? LONG_STAGES : undefined),
      server: troubledServer,
    }),
  tolerated: (long = false) =>
    runFixture({ plan: tolerating(fixturePlan({}, long ? LONG_STAGES : undefined)), server: troubledServer }),
  'no-data': (long = false) => runFixture({ plan: withoutData(long ? LONG_STAGES : undefined) }),
  saturated: (long = false) =>
    runFixture({
      plan: fixturePlan({}, long ? LONG_STAGES : undefined),
      loopDelayMs: (second) => (second >= 40 && second < 48 ? 84 : second >= 34 && second < 52 ? 31 : 2.4),
    }),
  changed: (long = false) =>
    runFixture({
      plan: fixturePlan({}, long ? LONG_STAGES : undefined),
      cutAtMs: long ? 612_000 : 47_000,
      changes: (long ? [150, 200, 330, 390] : [12, 18, 26, 32]).map((second, index) => ({
        atMs: second * 1000 + 40,
        paused: index === 2,
        factor: [1.5, 0.6, 0.6, 1.2][index] ?? 1,
      })),
    }),
  several: (long = false) =>
    runFixture({
      plan: sideBySide(fixturePlan({}, long ? LONG_STAGES : undefined)),
      server: troubledServer,
      tagsOf: ({ name }) =>
        name.includes('billing')
          ? { scenario: 'billing at the end of the month', group: '::account::billing' }
          : { scenario: 'browse', group: name.includes('auth') ? '::account' : '::reading' },
    }),
  tagged: (long = false) =>
    runFixture({
      plan: tagging(fixturePlan({}, long ? LONG_STAGES : undefined), 'plan', 'region', 'kind of call'),
      server: troubledServer,
      tagsOf: ({ name }, number) => ({
        ...(name === 'GET /health' ? {} : { plan: ['free', 'team', 'enterprise'][number % 3] ?? '' }),
        region: ['eu-10', 'eu-2', 'us-1', 'ap-1'][number % 4] ?? '',
        'kind of call': name.includes('billing') ? 'money' : 'reading',
      }),
    }),
  'tagged-many': (long = false) =>
    runFixture({
      plan: tagging(fixturePlan({}, long ? LONG_STAGES : undefined), 'user'),
      tagsOf: (_, number) => ({ user: number % 130 < 100 ? `user-${number % 130}` : '(other)' }),
    }),
  once: () =>
    runFixture({
      plan: onceOnly(fixturePlan({ thresholds: [] })),
      server: ({ name }) =>
        name === 'GET /usage' ? [{ status: 404, kind: '4xx', errorCode: 1404, medianMs: 3, share: 1 }] : [],
      keepAll: true,
    }),
  'setup-failed': () => runFixture({ setupFails: true }),
} as const;

function sideBySide(plan: Plan): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.flatMap((scenario) =>
      ['browse', 'billing at the end of the month'].map((name) => ({ ...scenario, name })),
    ),
  };
}

/** With these tags on all requests. */
export function tagging(plan: Plan, ...names: readonly string[]): Plan {
  const tag = (step: Step): Step =>
    step.kind === 'choose'
      ? { ...step, branches: step.branches.map((branch) => ({ ...branch, steps: branch.steps.map(tag) })) }
      : step.kind === 'request'
        ? { ...step, tagTemplates: names.map((name) => [name, { kind: 'expression', expression: expression(name) }]) }
        : step;
  return { ...plan, scenarios: plan.scenarios.map((scenario) => ({ ...scenario, steps: scenario.steps.map(tag) })) };
}

function onceOnly(plan: Plan): Plan {
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({
      ...scenario,
      executor: { kind: 'shared-iterations', vus: 12, iterations: 12, maxDurationMs: 1000 },
    })),
  };
}

function tolerating(plan: Plan): Plan {
  const widen = (step: Step): Step => {
    if (step.kind === 'choose') {
      return { ...step, branches: step.branches.map((branch) => ({ ...branch, steps: branch.steps.map(widen) })) };
    }
    return step.kind === 'request' && step.name === 'GET /auth/me'
      ? {
          ...step,
          expect: { ...step.expect, tolerate: [{ from: 401, to: 401 }] },
          checks: [{ name: 'has an e-mail', expression: expression('has(json.email)') }],
        }
      : step;
  };
  return { ...plan, scenarios: plan.scenarios.map((scenario) => ({ ...scenario, steps: scenario.steps.map(widen) })) };
}
