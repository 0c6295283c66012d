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
import { IntervalGroups, secondsKept } from '../run/interval-groups.ts';
import { COMPRESSED_SUFFIX } from '../run/journal-file.ts';
import { mergeIntervals } from '../run/merge-intervals.ts';

/** Events, and where in the file they begin. */
interface Written {
  readonly from: number;
  readonly events: RunEvent[];
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
  readonly #groups: IntervalGroups;
  #size = 0;
  /** The ids of `schedule_delay`. */
  readonly #scheduleDelays = new Set<number>();
  /** Seconds that are to become one interval, with what was written among them. They stay until the next ones are whole: for who reads along. */
  #whole: (Written & { readonly group: readonly Interval[] }) | null = null;
  /** What was written since. */
  #open: Written | null = null;
  #failed = false;

  /**
   * Makes the folder; throws where the file exists or cannot be written. A path with gzip's ending is that of the finished journal: it
   * is written without the ending.
   */
  constructor(path: string, keep = secondsKept) {
    this.#groups = new IntervalGroups(keep);
    this.#compressed = path.endsWith(COMPRESSED_SUFFIX) ? path : null;
    this.#path = this.#compressed === null ? path : path.slice(0, -COMPRESSED_SUFFIX.length);
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(this.#path, 'wx', 0o600);
  }

  /**
   * Appends events, of which at most one is an interval. Once writing fails (a full disk, say) nothing more is written, so that what is there stays
   * readable. Says then, once, what the reader of the run should know.
   */
  write(events: readonly RunEvent[]): string | null {
    if (this.#failed || events.length === 0) return null;
    try {
      this.#rollUp(events, this.#append(events));
      return null;
    } catch (error) {
      this.#failed = true;
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
      const why = full ? 'the disk is full' : error instanceof Error ? error.message : String(error);
      return `The journal of this run can no longer be written (${why}). The run goes on; its later seconds are kept only here.`;
    }
  }

  /** @returns where they begin */
  #append(events: readonly RunEvent[]): number {
    const from = this.#size;
    const bytes = linesOf(events);
    this.#writeAt(from, bytes);
    this.#size += bytes.length;
    return from;
  }

  #rollUp(events: readonly RunEvent[], position: number): void {
    for (const event of events) {
      if (event.type === 'series' && event.metric === 'schedule_delay') this.#scheduleDelays.add(event.id);
    }
    const interval = events.find((event) => event.type === 'interval');
    const group = interval ? this.#groups.add(interval) : null;
    if (!group && !this.#groups.isOpen && !this.#whole) return;
    this.#open ??= { from: position, events: [] };
    this.#open.events.push(...events);
    if (!group) return;
    let { from } = this.#open;
    const { events: written } = this.#open;
    this.#open = null;
    if (this.#whole) {
      const { from: start, events: old, group: seconds } = this.#whole;
      const others = old.filter((event) => event.type !== 'interval' || !seconds.includes(event));
      // Behind the series that it may be the first to have values of.
      const before = linesOf([...others, mergeIntervals(seconds, (id) => this.#scheduleDelays.has(id))]);
      const bytes = Buffer.concat([before, linesOf(written)]);
      // Fewer than those in their place: wherever this breaks off, no second is missing.
      this.#writeAt(start, bytes);
      ftruncateSync(this.#file, start + bytes.length);
      this.#size = start + bytes.length;
      from = start + before.length;
    }
    this.#whole = { from, events: written, group };
  }

  #writeAt(position: number, bytes: Buffer): void {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, position + written);
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

function linesOf(events: readonly RunEvent[]): Buffer {
  return Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
