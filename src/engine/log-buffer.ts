import type { LogEvent } from '../run/events.ts';

/** Messages of one place in the file that are kept a second; the rest is counted. */
const KEPT = 3;

/** Gathers a worker's messages between drains. A step that fails a thousand times a second must not flood the journal. */
export class LogBuffer {
  #logs: LogEvent[] = [];
  readonly #perPlace = new Map<string, { kept: number; left: LogEvent | null; repeated: number }>();

  add(event: LogEvent): void {
    const key = `${event.level} ${event.line ?? ''}`;
    let place = this.#perPlace.get(key);
    if (!place) this.#perPlace.set(key, (place = { kept: 0, left: null, repeated: 0 }));
    if (place.kept < KEPT) {
      place.kept++;
      this.#logs.push(event);
    } else {
      place.left = event;
      place.repeated++;
    }
  }

  drain(): LogEvent[] {
    const logs = this.#logs;
    for (const { left, repeated } of this.#perPlace.values()) if (left) logs.push({ ...left, repeated });
    this.#logs = [];
    this.#perPlace.clear();
    return logs;
  }
}
