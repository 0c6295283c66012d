import { monitorEventLoopDelay, PerformanceObserver, performance, type EventLoopUtilization } from 'node:perf_hooks';
import type { WorkerHealth } from '../run/events.ts';
import { STALLED_MS } from '../run/generator-health.ts';

const RESOLUTION_MS = 10;

/** How a worker thread itself is doing: whether what it measures can be trusted. */
export class HealthMeter {
  readonly #worker: number;
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #observer: PerformanceObserver;
  #gcMs = 0;
  #utilization: EventLoopUtilization = performance.eventLoopUtilization();
  #processCpu = process.cpuUsage();
  #readMs = performance.now();

  constructor(worker: number) {
    this.#worker = worker;
    this.#delay.enable();
    this.#observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) this.#gcMs += entry.duration;
    });
    this.#observer.observe({ entryTypes: ['gc'] });
  }

  /** Since the last call. `waitedMs`: of that time it was busy only with waiting. */
  read(sockets: number, waitedMs: number): WorkerHealth {
    const now = performance.eventLoopUtilization();
    const { active, idle } = performance.eventLoopUtilization(now, this.#utilization);
    const cpu = Math.max(0, active - waitedMs) / Math.max(1, active + idle);
    this.#utilization = now;
    const longestMs = this.#longestDelayMs();
    const { user, system } = process.cpuUsage(this.#processCpu);
    this.#processCpu = process.cpuUsage();
    // A thread that is suspended in the midst of its work looks busy; its process does not.
    const workedMs = Math.min(active, (user + system) / 1000);
    const health: WorkerHealth = {
      worker: this.#worker,
      eventLoopDelayP99Ms: beyondResolution(this.#delay.percentile(99)),
      eventLoopDelayMaxMs: longestMs,
      // In all this time it did less: it was not its own work that kept it.
      ...(longestMs >= STALLED_MS && workedMs < longestMs / 2 && { stalledMs: longestMs }),
      cpu: Math.round(cpu * 1000) / 1000,
      gcMs: Math.round(this.#gcMs * 100) / 100,
      sockets,
    };
    this.#delay.reset();
    this.#gcMs = 0;
    return health;
  }

  /**
   * The histogram forgets at a reset when its last tick was, so it never learns of a delay that a read stands in: of one that the read comes
   * out of before the late tick does, and of one that begins before the first tick. Both are what is missing of the time since the last read.
   */
  #longestDelayMs(): number {
    const now = performance.now();
    const { count, mean, max } = this.#delay;
    const seenMs = count === 0 ? 0 : (mean * count) / 1e6;
    const missedMs = now - this.#readMs - seenMs - 2 * RESOLUTION_MS;
    this.#readMs = now;
    return Math.max(beyondResolution(max), Math.round(Math.max(0, missedMs) * 100) / 100);
  }

  stop(): void {
    this.#delay.disable();
    this.#observer.disconnect();
  }
}

/** Node's histogram holds the distances of ticks that are meant to be 10 ms apart. */
function beyondResolution(ns: number): number {
  return Math.round(Math.max(0, ns / 1e6 - RESOLUTION_MS) * 100) / 100;
}
