/** Runs from a made-up server, for comparisons: two runs of one seed are the same, two seeds are two runs of one server. */
import type { Interval, RunEvent } from '../../src/run/events.ts';
import { Histogram } from '../../src/run/histogram.ts';
import { RunModel } from '../../src/run/model.ts';
import { seededRandom } from '../../src/run/significance.ts';
import { EMPTY_PLAN, EMPTY_SCENARIO } from './plan-parts.ts';

export interface ComparedServer {
  readonly seed: number;
  readonly seconds?: number;
  /** Median of all latencies, ms. */
  readonly medianMs?: number;
  /** Of the endpoint `/slow` alone, on top. */
  readonly slowFactor?: number;
  /** The second from which on `/slow` is slow. */
  readonly slowFrom?: number;
  readonly failedShare?: number;
  /** Of requests that fail in a third of a millisecond, without an answer. */
  readonly refusedShare?: number;
  /** Requests a second and endpoint, at the end of a ramp from none. */
  readonly perSecond?: number;
  readonly ramp?: boolean;
  /** How much the mood of a second carries over into the next: 0 to 1. */
  readonly carry?: number;
  /** How much moods sway the latencies of all requests of a second: as a logarithm. */
  readonly sway?: number;
  readonly vus?: number;
  /** Event-loop delay p99 of the generator. */
  readonly loopDelayMs?: number;
}

const ENDPOINTS = ['/fast', '/slow'];

export function comparedRun(server: ComparedServer): RunModel {
  const { seed, seconds = 120, medianMs = 20, slowFactor = 1, failedShare = 0, perSecond = 40 } = server;
  const { slowFrom = 0, refusedShare = 0 } = server;
  const { ramp = false, carry = 0.8, sway = 0.1, vus = 10, loopDelayMs = 0 } = server;
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const run = new RunModel();
  for (const event of heads(seconds, vus)) run.apply(event);
  let mood = normal() * sway;
  for (let second = 0; second < seconds; second++) {
    mood = carry * mood + Math.sqrt(1 - carry * carry) * normal() * sway;
    const load = ramp ? (second + 1) / seconds : 1;
    run.apply(interval(second, mood + (ramp ? load : 0), Math.max(1, Math.round(perSecond * load))));
  }
  const atMs = seconds * 1000;
  run.apply({ type: 'run-end', atMs, time: atMs, outcome: 'passed', exitCode: 0, reason: '', thresholds: [] });
  return run;

  function interval(second: number, level: number, requests: number): Interval {
    const trends: [number, number, number, number, number, string][] = [];
    const rates: [number, number, number][] = [];
    for (const [index, endpoint] of ENDPOINTS.entries()) {
      const histogram = new Histogram();
      let [sum, min, max, failed] = [0, Number.POSITIVE_INFINITY, 0, 0];
      const n = Math.max(1, Math.round(requests * Math.exp(-level / 3)));
      for (let i = 0; i < n; i++) {
        const slow = endpoint === '/slow' ? 2 * (second >= slowFrom ? slowFactor : 1) : 1;
        const answeredMs = medianMs * slow * Math.exp(level + 0.5 * normal());
        const refused = refusedShare > 0 && random() < refusedShare;
        const ms = refused ? 0.3 : answeredMs;
        histogram.record(ms);
        sum += ms;
        min = Math.min(min, ms);
        max = Math.max(max, ms);
        if (random() < failedShare || refused) failed++;
      }
      trends.push([2 * index, n, sum, min, max, histogram.encode()]);
      rates.push([2 * index + 1, failed, n]);
    }
    return {
      type: 'interval',
      fromMs: second * 1000,
      toMs: (second + 1) * 1000,
      trends,
      rates,
      vus: { active: vus, allocated: vus },
      health: [
        {
          worker: 0,
          eventLoopDelayP99Ms: loopDelayMs,
          eventLoopDelayMaxMs: loopDelayMs,
          cpu: 0.1,
          gcMs: 0,
          sockets: vus,
        },
      ],
    };
  }
}

function heads(seconds: number, vus: number): RunEvent[] {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const executor = { kind: 'constant-vus', vus, durationMs: seconds * 1000 } as const;
  return [
    {
      type: 'run-start',
      version: 1,
      runId: `compared-${seconds}`,
      time: 0,
      scenario: { file: 'compared.load.yaml', text: '', sha256: '' },
      plan: {
        ...EMPTY_PLAN,
        name: 'compared',
        file: 'compared.load.yaml',
        scenarios: [
          { ...EMPTY_SCENARIO, name: 'users', range, executor, startTimeMs: 0, tags: {}, vars: [], steps: [] },
        ],
      },
      hosts: [],
      options: { workers: 1, seed: 1, overrides: [] },
      machine: { hostname: '', platform: '', cpus: 1, cpuModel: '', memoryBytes: 0 },
      versions: { rampwright: '', node: '' },
    },
    { type: 'load-start', time: 0 },
    ...ENDPOINTS.flatMap((name, index): RunEvent[] => [
      { type: 'series', id: 2 * index, metric: 'http_req_duration', kind: 'trend', tags: { method: 'GET', name } },
      { type: 'series', id: 2 * index + 1, metric: 'http_req_failed', kind: 'rate', tags: { method: 'GET', name } },
    ]),
  ];
}
