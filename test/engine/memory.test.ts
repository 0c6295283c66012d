import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { toUnixMs } from '../../src/engine/clock.ts';
import { IntervalBuilder } from '../../src/engine/interval-builder.ts';
import { LoadClock } from '../../src/engine/load-clock.ts';
import { LoadWorker } from '../../src/engine/load-worker.ts';
import { SharedCounters } from '../../src/engine/shared-counters.ts';
import { TagValues } from '../../src/engine/tag-values.ts';
import type { FromWorker, ToWorker } from '../../src/engine/worker-protocol.ts';
import { planOf } from '../support/run-scenario.ts';
import { startTargetServer } from '../support/target-server.ts';

/** What is compiled, pooled and counted for the first time is there by then. */
const WARM_REQUESTS = 6_000;
const MORE_REQUESTS = 20_000;
/** An object with a field or two for each request is more. */
const BYTES_A_REQUEST = 60;

/** Bytes that are still used after a garbage collection. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A worker in this process, so that its memory can be looked at while it makes load. */
class Driven {
  readonly #worker: LoadWorker;
  readonly #waiting = new Map<string, (message: FromWorker) => void>();

  constructor(text: string) {
    const plan = planOf(text);
    const init = {
      plan,
      env: {},
      secrets: {},
      seed: 1,
      worker: 0,
      workers: 1,
      counters: SharedCounters.allocate(plan),
      tagValues: TagValues.allocate(plan),
      folder: tmpdir(),
      feeders: {},
      files: new Map(),
      tls: { ca: null, cert: null, key: null },
      points: false,
      waiting: 'sleep' as const,
      exchanges: 'failed' as const,
      debug: null,
      allowedHosts: null,
    };
    this.#worker = new LoadWorker(init, new LoadClock('sleep'), (message) => {
      this.#waiting.get(message.type)?.(message);
    });
  }

  async ask<T extends FromWorker['type']>(message: ToWorker, type: T): Promise<Extract<FromWorker, { type: T }>> {
    const answer = new Promise<FromWorker>((resolve) => this.#waiting.set(type, resolve));
    this.#worker.handle(message);
    const answered = await answer;
    assert.ok(isOf(answered, type));
    return answered;
  }

  tell(message: ToWorker): void {
    this.#worker.handle(message);
  }
}

function isOf<T extends FromWorker['type']>(message: FromWorker, type: T): message is Extract<FromWorker, { type: T }> {
  return message.type === type;
}

describe('the memory of a worker', function () {
  this.timeout(60_000);

  it('does not grow with the requests that it makes, whatever becomes of them', async () => {
    const server = await startTargetServer();
    const worker = new Driven(`
baseUrl: ${server.url}
http: { timeout: 20ms }
vars: { tenant: acme }
vus: 12
duration: 10m
steps:
  - get: /json
    headers: { x-tenant: "\${vars.tenant}", x-id: "\${uuid()}" }
    check: { is there: status == 200 }
    capture: { token: json.token }
  - group: all that a server does
    steps:
      - post: /echo
        json: { token: "\${token}", at: "\${now()}" }
      - get: /redirect/2
      - get: /cookie
      - get: /status/500
        retry: { max: 1, on: [5xx], backoff: 1ms }
      - get: /reset
      - if: iteration.index % 10 == 0
        then: [{ get: /delay/60 }]
      - parallel: [{ get: /ok }, { get: /drip }]
      - set: { seen: seq() }
      - log: seen \${seen}
      - get: /big/3000
        capture: { missing: json.nothing }
`);
    const { context } = await worker.ask({ type: 'prepare' }, 'prepared');
    await worker.ask({ type: 'build', context }, 'built');
    worker.tell({ type: 'load', startUnixMs: toUnixMs(performance.now()) });

    const intervals = new IntervalBuilder();
    const requestIds = new Set<number>();
    let requests = 0;
    let atMs = 0;
    /** As the coordinator does each second. */
    const drained = async (): Promise<void> => {
      const { report } = await worker.ask({ type: 'drain', everything: true }, 'drained');
      const { defined, interval } = intervals.build([report], atMs, ++atMs, false);
      for (const { id, metric } of defined) if (metric === 'http_reqs') requestIds.add(id);
      for (const [id, sum] of interval.counters ?? []) if (requestIds.has(id)) requests += sum;
    };
    const heapAfter = async (wanted: number): Promise<{ bytes: number; requests: number }> => {
      while (requests < wanted) {
        await delay(100);
        await drained();
      }
      return { bytes: heapUsed(), requests };
    };

    const warm = await heapAfter(WARM_REQUESTS);
    const later = await heapAfter(warm.requests + MORE_REQUESTS);
    await worker.ask({ type: 'interrupt' }, 'load-done');
    await server.close();
    const each = (later.bytes - warm.bytes) / (later.requests - warm.requests);
    assert.ok(each < BYTES_A_REQUEST, `${each.toFixed(0)} bytes more with each request`);
  });
});
