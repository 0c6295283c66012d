import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { RunEvent } from '../run/events.ts';
import { COMPRESSED_SUFFIX } from '../run/journal-file.ts';

/**
 * Appends events to a journal, a line each, handed to the operating system before `write` returns: whatever happens to this process
 * then, they are kept.
 */
export class JournalWriter {
  readonly #path: string;
  /** null: it stays as it is written. */
  readonly #compressed: string | null;
  readonly #file: number;
  #failed = false;

  /**
   * Makes the folder; throws where the file exists or cannot be written. A path with gzip's ending is that of the finished journal: it
   * is written without the ending.
   */
  constructor(path: string) {
    this.#compressed = path.endsWith(COMPRESSED_SUFFIX) ? path : null;
    this.#path = this.#compressed === null ? path : path.slice(0, -COMPRESSED_SUFFIX.length);
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(this.#path, 'wx', 0o600);
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

  /**
   * Ends the journal, and compresses it where its path says so. The compressed file is there as a whole or not at all; where it
   * cannot be made, the plain one stays. Of a run that is killed, the plain one is left, too.
   */
  async close(): Promise<void> {
    closeSync(this.#file);
    if (this.#compressed === null) return;
    const unfinished = `${this.#compressed}.part`;
    const clear = (): void => rmSync(unfinished, { force: true });
    // Whoever started this process may go away at any moment, and it with them.
    process.once('exit', clear);
    try {
      const target = createWriteStream(unfinished, { mode: 0o600 });
      await pipeline(createReadStream(this.#path), createGzip(), target);
      await rename(unfinished, this.#compressed);
      await rm(this.#path);
    } catch {
      clear();
    } finally {
      process.off('exit', clear);
    }
  }
}
