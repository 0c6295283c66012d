import type { LoadLevel } from './events.ts';
import type { RunModel, TimeWindow } from './model.ts';

/** A time in which a person had another load made than is planned. */
export interface ChangedLoad extends TimeWindow, LoadLevel {}

/** From change to change, where the load was not as planned. The last one goes on to the end of what was measured. */
export function changedLoads({ loadChanges, elapsedMs }: Pick<RunModel, 'loadChanges' | 'elapsedMs'>): ChangedLoad[] {
  return loadChanges.flatMap(({ atMs, paused, factor }, index): ChangedLoad[] => {
    const toMs = loadChanges[index + 1]?.atMs ?? Math.max(atMs, elapsedMs);
    return toMs <= atMs || (!paused && factor === 1) ? [] : [{ fromMs: atMs, toMs, paused, factor }];
  });
}
