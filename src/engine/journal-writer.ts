import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunEvent } from '../run/events.ts';

/**
 * Appends events to a journal, a line each, handed to the operating system before `write` returns: whatever happens to this process
 * then, they are kept.
 */
export class JournalWriter {
  readonly #file: number;
  #failed = false;

  /** Makes the folder; throws where the file exists or cannot be written. */
  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'wx', 0o600);
  }

  /**
   * Once writing fails (a full disk, say) nothing more is written, so that what is there stays readable. Says then, once, what the
   * reader of the run should know.
   */
  write(events: readonly RunEvent[]): string | null {
    if (this.#failed || events.length === 0) return null;
    try {
      writeSync(this.#file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      return null;
    } catch (error) {
      this.#failed = true;
      const why = error instanceof Error ? error.message : String(error);
      return `The journal of this run can no longer be written (${why}). The run goes on; its later seconds are kept only here.`;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
