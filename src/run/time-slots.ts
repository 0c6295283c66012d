/** A run as a few equal parts of its time, for tables: how the load and the figures went. */
import { mostActive } from './interval-groups.ts';
import type { RunModel, TimeWindow } from './model.ts';
import { totalRow, type EndpointRow } from './tables.ts';

export interface TimeSlot extends TimeWindow {
  /** The most at once; null where nothing was measured. */
  readonly vus: number | null;
  /** Of all requests; null where there were none. */
  readonly requests: EndpointRow | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Lengths that read well on a clock. */
const LENGTHS = [1, 2, 5, 10, 15, 30]
  .flatMap((n) => [n * SECOND, n * MINUTE])
  .concat([1, 2, 4, 6, 12, 24].map((n) => n * HOUR));

/** At most so many slots, of the shortest length that reads well; the last one may be shorter. Needs a run that keeps its intervals. */
export function timeSlots(run: RunModel, most: number): TimeSlot[] {
  const length = LENGTHS.toSorted((a, b) => a - b).find((ms) => run.elapsedMs <= most * ms) ?? run.elapsedMs / most;
  const slots: TimeSlot[] = [];
  // Half a second over the last slot is the end of a graceful stop, and no slot of its own.
  for (let fromMs = 0; fromMs < run.elapsedMs - (slots.length > 0 ? SECOND / 2 : 0); fromMs += length) {
    const last = fromMs + length >= run.elapsedMs - SECOND / 2;
    const window = { fromMs, toMs: last ? run.elapsedMs : fromMs + length };
    const active = run.intervals.filter(({ toMs }) => toMs > window.fromMs && toMs <= window.toMs).map(mostActive);
    slots.push({
      ...window,
      vus: active.length === 0 ? null : Math.max(...active),
      requests: totalRow(run, window),
    });
  }
  return slots;
}
