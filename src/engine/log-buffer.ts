import type { LogEvent } from '../run/events.ts';
import { createMask } from '../run/mask.ts';

/** Messages of one place in the file that are kept a second; the rest is counted. */
const KEPT = 3;

/** A message with the credentials that its iteration had captured, which must not be seen in it. */
interface Entry {
  readonly event: LogEvent;
  readonly credentials: readonly string[];
}

/** Gathers a worker's messages between drains. A step that fails a thousand times a second must not flood the journal. */
export class LogBuffer {
  #logs: Entry[] = [];
  /** `left`: the last one that was not kept; `before`: how many there were before it. */
  readonly #perPlace = new Map<string, { kept: number; left: Entry | null; before: number }>();

  add(event: LogEvent, credentials: readonly string[] = []): void {
    const entry = { event, credentials };
    const key = `${event.level} ${event.line ?? ''}`;
    let place = this.#perPlace.get(key);
    if (!place) this.#perPlace.set(key, (place = { kept: 0, left: null, before: 0 }));
    if (place.kept < KEPT) {
      place.kept++;
      this.#logs.push(entry);
    } else {
      if (place.left) place.before++;
      place.left = entry;
    }
  }

  drain(): LogEvent[] {
    // Only now, as most messages are never shown.
    const logs = this.#logs.map(masked);
    for (const { left, before } of this.#perPlace.values())
      if (left) logs.push({ ...masked(left), ...(before === 0 ? {} : { repeated: before }) });
    this.#logs = [];
    this.#perPlace.clear();
    return logs;
  }
}

function masked({ event, credentials }: Entry): LogEvent {
  return credentials.length === 0 ? event : { ...event, message: createMask(credentials)(event.message) };
}
