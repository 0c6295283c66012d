/**
 * Runs that would take too long to make, as the engine would write them: the same on every machine and every day. What the
 * imagined server does is told for each request.
 */
import { createHash } from 'node:crypto';
import { EVENTS_VERSION, ExitCode, type Interval, type RunEvent, type TrendDelta } from '../../src/run/events.ts';
import { Histogram } from '../../src/run/histogram.ts';
import type { ErrorKind } from '../../src/run/metrics.ts';
import { RunModel } from '../../src/run/model.ts';
import { plannedDurationMs } from '../../src/scenario/schedule/index.ts';
import { levelAt, loadShape } from '../../src/report/diagnosis/load-shape.ts';
import { planOf } from './run-scenario.ts';

export interface BuiltAnswer {
  readonly ms: number;
  /** 200 unless said. */
  readonly status?: number;
  readonly kind?: ErrorKind;
  readonly errorCode?: number;
  /** Of the sample that is kept. */
  readonly message?: string;
}

export interface BuiltRun {
  readonly scenario: string;
  /** `METHOD /path`, as the scenario's requests are named, with how many of them a VU (or an iteration) makes in a second. */
  readonly endpoints: Readonly<Record<string, number>>;
  readonly answer: (request: {
    readonly endpoint: string;
    readonly second: number;
    readonly level: number;
    readonly draw: () => number;
  }) => BuiltAnswer;
  readonly loopDelayMs?: (second: number) => number;
}

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A factor around 1 as latencies have it: a hump with a long tail. */
export function spread(draw: () => number): number {
  return Math.exp((draw() + draw() + draw() - 1.5) * 0.5);
}

export function builtRun({ scenario, endpoints, answer, loopDelayMs = () => 1 }: BuiltRun): RunEvent[] {
  const plan = planOf(scenario);
  const shape = loadShape(plan);
  if (!shape) throw new TypeError('A built run has one kind of load');
  const draw = random(11);
  const time = Date.UTC(2026, 0, 5, 9);
  const events: RunEvent[] = [
    {
      type: 'run-start',
      version: EVENTS_VERSION,
      runId: 'built',
      time,
      scenario: { file: plan.file, text: scenario, sha256: createHash('sha256').update(scenario).digest('hex') },
      plan,
      hosts: [],
      options: { workers: 1, seed: 11, overrides: [] },
      machine: { hostname: 'built', platform: 'linux', cpus: 2, cpuModel: 'built', memoryBytes: 8e9 },
      versions: { rampwright: '0.1.0', node: 'v24.0.0' },
    },
    { type: 'load-start', time },
  ];
  const ids = new Map<string, number>();
  const idOf = (metric: string, kind: 'counter' | 'rate' | 'trend', tags: Record<string, string>): number => {
    const key = `${metric} ${JSON.stringify(tags)}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    events.push({ type: 'series', id: ids.size - 1, metric, kind, tags });
    return ids.size - 1;
  };
  const sampled = new Set<string>();
  const run = new RunModel({ keepIntervals: false });
  const seconds = Math.ceil(plannedDurationMs(plan) / 1000);
  for (let second = 0; second < seconds; second++) {
    const level = levelAt(shape, second * 1000 + 500);
    const counters = new Map<number, number>();
    const rates = new Map<number, { trues: number; total: number }>();
    const trends = new Map<number, { histogram: Histogram; sum: number; min: number; max: number }>();
    for (const [endpoint, perLevel] of Object.entries(endpoints)) {
      const requests = Math.floor(level * perLevel + draw());
      for (let request = 0; request < requests; request++) {
        const given = answer({ endpoint, second, level, draw });
        const { ms, status = 200, kind } = given;
        const tags = {
          method: endpoint.split(' ')[0] ?? '',
          name: endpoint,
          scenario: plan.scenarios[0]?.name ?? '',
          status: String(status),
          expected_response: String(kind === undefined),
          ...(kind === undefined ? {} : { kind, error_code: String(given.errorCode ?? 0) }),
          tolerated: 'false',
        };
        const failed = idOf('http_req_failed', 'rate', tags);
        const rate = rates.get(failed) ?? { trues: 0, total: 0 };
        rates.set(failed, { trues: rate.trues + (kind === undefined ? 0 : 1), total: rate.total + 1 });
        for (const metric of kind === undefined ? ['http_reqs'] : ['http_reqs', 'errors']) {
          const id = idOf(metric, 'counter', tags);
          counters.set(id, (counters.get(id) ?? 0) + 1);
        }
        const id = idOf('http_req_duration', 'trend', tags);
        const trend = trends.get(id) ?? { histogram: new Histogram(), sum: 0, min: Infinity, max: 0 };
        trend.histogram.record(ms);
        trends.set(id, {
          ...trend,
          sum: trend.sum + ms,
          min: Math.min(trend.min, ms),
          max: Math.max(trend.max, ms),
        });
        const key = `${endpoint} ${given.message ?? ''}`;
        if (kind !== undefined && given.message !== undefined && !sampled.has(key)) {
          sampled.add(key);
          events.push({
            type: 'sample',
            atMs: second * 1000,
            phase: 'load',
            scenario: tags.scenario,
            name: endpoint,
            stepId: 0,
            vu: 0,
            iteration: 0,
            kind,
            errorCode: given.errorCode ?? 0,
            message: given.message,
            request: { method: tags.method, url: 'http://127.0.0.1/', headers: [], body: null },
            response: null,
            timings: {
              blockedMs: 0,
              connectingMs: 0,
              tlsMs: 0,
              sendingMs: 0,
              waitingMs: ms,
              receivingMs: 0,
              durationMs: ms,
            },
          });
        }
      }
    }
    const vus = shape.unit === 'vus' ? Math.round(level) : 1;
    const interval: Interval = {
      type: 'interval',
      fromMs: second * 1000,
      toMs: second * 1000 + 1000,
      counters: [...counters],
      rates: [...rates].map(([id, { trues, total }]) => [id, trues, total]),
      trends: [...trends].map(([id, { histogram, sum, min, max }]): TrendDelta => [
        id,
        histogram.count,
        sum,
        min,
        max,
        histogram.encode(),
      ]),
      vus: { active: vus, allocated: vus },
      health: [
        {
          worker: 0,
          eventLoopDelayP99Ms: loopDelayMs(second),
          eventLoopDelayMaxMs: loopDelayMs(second),
          cpu: 0.2,
          gcMs: 1,
          sockets: vus,
        },
      ],
    };
    events.push(interval);
  }
  for (const event of events) run.apply(event);
  const failed = run.thresholds.some(({ verdict }) => verdict === 'fail' || verdict === 'no-data');
  events.push({
    type: 'run-end',
    atMs: seconds * 1000,
    time: time + seconds * 1000,
    outcome: failed ? 'failed' : 'passed',
    exitCode: failed ? ExitCode.thresholdsFailed : ExitCode.ok,
    reason: '',
    thresholds: run.thresholds,
  });
  return events;
}
