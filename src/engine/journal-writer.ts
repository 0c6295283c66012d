import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunEvent } from '../run/events.ts';

/**
 * Appends events to a journal, a line each, handed to the operating system before `write` returns: whatever happens to this process
 * then, they are kept.
 */
export class JournalWriter {
  readonly #file: number;

  /** Makes the folder; throws where the file exists or cannot be written. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'wx', 0o600);
  }

  write(events: readonly RunEvent[]): void {
    if (events.length > 0) writeSync(this.#file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }

  close(): void {
    closeSync(this.#file);
  }
}
