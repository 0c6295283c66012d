import type { LogEvent } from '../run/events.ts';

/** A message that comes again each second stands once, where it came first, with how many more there were. */
export function withoutRepeats(logs: readonly LogEvent[]): LogEvent[] {
  const known = new Map<string, LogEvent>();
  for (const log of logs) {
    const key = `${log.level} ${log.line ?? ''} ${log.message}`;
    const first = known.get(key);
    const repeated = (log.repeated ?? 0) + (first ? (first.repeated ?? 0) + 1 : 0);
    known.set(key, { ...(first ?? log), repeated });
  }
  return [...known.values()];
}
