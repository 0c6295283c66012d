import {
  closeSync,
  createReadStream,
  createWriteStream,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Interval, RunEvent } from '../run/events.ts';
import { COMPRESSED_SUFFIX } from '../run/journal-file.ts';
import { mergeIntervals } from '../run/merge-intervals.ts';

const HOUR_MS = 3_600_000;

/** How long the intervals of a journal are, in seconds, so that a day's run has not twenty-four times the lines of an hour's. */
export function secondsKept(atMs: number): number {
  if (atMs < HOUR_MS) return 1;
  if (atMs < 4 * HOUR_MS) return 5;
  return atMs < 12 * HOUR_MS ? 15 : 60;
}

/**
 * Appends events to a journal, a line each, handed to the operating system before `write` returns: whatever happens to this process
 * then, they are kept. Where intervals are kept longer than a second, each second is written all the same, and when there are enough of them
 * their lines give way to one: a kill never costs more than in the first hour.
 */
export class JournalWriter {
  readonly #path: string;
  /** null: it stays as it is written. */
  readonly #compressed: string | null;
  readonly #file: number;
  readonly #secondsKept: (atMs: number) => number;
  #size = 0;
  /** Behind what can no longer change: what was written since, and where it begins. */
  #open: { readonly from: number; readonly events: RunEvent[] } | null = null;
  #failed = false;

  /**
   * Makes the folder; throws where the file exists or cannot be written. A path with gzip's ending is that of the finished journal: it
   * is written without the ending.
   */
  constructor(path: string, keep = secondsKept) {
    this.#secondsKept = keep;
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
      this.#append(events);
      this.#rollUp(events);
      return null;
    } catch (error) {
      this.#failed = true;
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      const why = full ? 'the disk is full' : error instanceof Error ? error.message : String(error);
      return `The journal of this run can no longer be written (${why}). The run goes on; its later seconds are kept only here.`;
    }
  }

  #append(events: readonly RunEvent[]): void {
    const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#size + written);
    }
    this.#size += bytes.length;
  }

  #rollUp(events: readonly RunEvent[]): void {
    const interval = events.findLast((event) => event.type === 'interval');
    if (!this.#open && (!interval || this.#secondsKept(interval.fromMs) === 1)) return;
    const bytes = events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)) + 1, 0);
    this.#open ??= { from: this.#size - bytes, events: [] };
    this.#open.events.push(...events);
    const intervals = this.#open.events.filter((event): event is Interval => event.type === 'interval');
    const first = intervals[0];
    // Half a second of tolerance: intervals are about a second, never exactly one.
    if (!first || !interval || interval.toMs - first.fromMs < this.#secondsKept(first.fromMs) * 1000 - 500) return;
    const { from, events: kept } = this.#open;
    this.#open = null;
    ftruncateSync(this.#file, from);
    this.#size = from;
    // Behind the series that it may be the first to have values of.
    this.#append([...kept.filter((event) => event.type !== 'interval'), mergeIntervals(intervals)]);
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
      // Not before the run, whose start they would take longer for.
      const [{ pipeline }, { createGzip }] = await Promise.all([import('node:stream/promises'), import('node:zlib')]);
      const target = createWriteStream(unfinished, { mode: 0o600 });
      await pipeline(createReadStream(this.#path), createGzip(), target);
      renameSync(unfinished, this.#compressed);
      rmSync(this.#path);
    } catch {
      clear();
    } finally {
      process.off('exit', clear);
    }
  }
}
