import type { ScenarioPlan } from '../scenario/plan.ts';
import { durationMs, stagesOf, type StageWindow } from '../scenario/schedule/index.ts';

/** When a scenario or one of its stages is planned to make load, in time of the load. */
export interface LoadSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** How long what it began may still finish behind `toMs`: the graceful stop, which belongs to the last stage; 0 for the others. */
  readonly graceMs: number;
}

export function scenarioSpan({ startTimeMs, executor, gracefulStopMs }: ScenarioPlan): LoadSpan {
  return { fromMs: startTimeMs, toMs: startTimeMs + durationMs(executor), graceMs: gracefulStopMs };
}

export function stageSpans(scenario: ScenarioPlan): (StageWindow & LoadSpan)[] {
  const stages = stagesOf(scenario);
  return stages.map((stage, index) => ({
    ...stage,
    graceMs: index === stages.length - 1 ? scenario.gracefulStopMs : 0,
  }));
}

/**
 * When a span really ended: what finished in the graceful stop counts to it, and so does the time that this took. `lastMs`: the end of the last
 * interval in which something of it was measured.
 */
export function endOfSpan({ toMs, graceMs }: LoadSpan, lastMs: number): number {
  return Math.max(toMs, Math.min(lastMs, toMs + graceMs));
}
