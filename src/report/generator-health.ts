import type { WorkerHealth } from '../run/events.ts';
import type { RunModel, TimeWindow } from '../run/model.ts';

/**
 * Whether the generator kept up. `saturated`: latencies include its own delay. The limits are of event-loop delay, for that
 * is what a measured latency can be wrong by; the CPU alone says only that there is little left.
 */
export type GeneratorState = 'healthy' | 'strained' | 'saturated';

export const STRAINED_DELAY_MS = 25;
export const SATURATED_DELAY_MS = 50;
export const STRAINED_CPU = 0.9;

export function generatorState(health: Pick<WorkerHealth, 'eventLoopDelayP99Ms' | 'cpu'>): GeneratorState {
  if (health.eventLoopDelayP99Ms > SATURATED_DELAY_MS) return 'saturated';
  if (health.eventLoopDelayP99Ms > STRAINED_DELAY_MS || health.cpu > STRAINED_CPU) return 'strained';
  return 'healthy';
}

/** The part of the load's time in which some worker was saturated, 0 to 1. Needs a model that keeps intervals. */
export function saturatedShare(run: RunModel): number {
  let saturatedMs = 0;
  let totalMs = 0;
  for (const { fromMs, toMs, health } of run.intervals) {
    totalMs += toMs - fromMs;
    if (health.some((worker) => generatorState(worker) === 'saturated')) saturatedMs += toMs - fromMs;
  }
  return totalMs > 0 ? saturatedMs / totalMs : 0;
}

/** When some worker was saturated; pauses of less than 5 s join their neighbours. */
export function saturatedWindows(run: RunModel): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (const { fromMs, toMs, health } of run.intervals) {
    if (!health.some((worker) => generatorState(worker) === 'saturated')) continue;
    const last = windows.at(-1);
    if (last && fromMs - last.toMs < 5000) windows[windows.length - 1] = { fromMs: last.fromMs, toMs };
    else windows.push({ fromMs, toMs });
  }
  return windows;
}
