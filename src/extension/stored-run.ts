import { open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { ONCE_OVERRIDE, type Interval, type RunEvent } from '../run/events.ts';
import { JournalParser } from '../run/journal.ts';
import { JOURNAL_SUFFIX } from '../run/journal-file.ts';
import { RunModel } from '../run/model.ts';
import { JournalError, readJournal } from './journal-files.ts';
import { scenarioOf } from './run-scenario.ts';
import type { ShownRun } from './shown-run.ts';

/** A run's events come each second: of a journal that had none for so long, whoever wrote it is gone. */
const SILENCE_MS = 15_000;
const LOOK_EVERY_MS = 1000;
const LINE_END = 0x0a;
const TAIL_BYTES = 256;

/** A run from its journal: one that has ended, or one that is on elsewhere (the command line, another window) and still grows. */
export class StoredRun implements ShownRun {
  readonly scenario: vscode.Uri | null;
  #model = new RunModel();
  #journal: vscode.Uri;
  #parser = new JournalParser();
  /** How many bytes of the journal were read. */
  #read = 0;
  /** The last of them, by which a journal is known again. */
  #tail = new Uint8Array();
  /** What is read next is all of the journal again. */
  #rolledUp = false;
  #live = false;
  #heardMs = 0;
  readonly #didReceive = new vscode.EventEmitter<readonly RunEvent[]>();

  readonly onDidReceive = this.#didReceive.event;

  private constructor(journal: vscode.Uri, scenario: vscode.Uri | null) {
    this.#journal = journal;
    this.scenario = scenario;
  }

  /** `scenario`: its file, where that is known; else it is looked for. @throws JournalError */
  static async read(journal: vscode.Uri, scenario: vscode.Uri | null = null): Promise<StoredRun> {
    const { uri, text } = await readJournal(journal);
    const parser = new JournalParser();
    const events = parser.push(text);
    const grows = uri.scheme === 'file' && uri.path.endsWith(JOURNAL_SUFFIX) && (await isRecent(uri));
    if (!grows) events.push(...parser.end());
    const [start] = events;
    if (start?.type !== 'run-start') {
      throw new JournalError(`${uri.fsPath} can't be shown. ${parser.problem ?? 'It holds no run yet.'}`);
    }
    const run = new StoredRun(uri, scenario ?? (await scenarioOf(start, uri)));
    run.#parser = parser;
    const bytes = new TextEncoder().encode(text);
    run.#read = bytes.length;
    run.#tail = bytes.slice(-TAIL_BYTES);
    run.#live = grows;
    run.#heardMs = Date.now();
    run.#receive(events);
    if (!run.#live) run.model.markInterrupted();
    return run;
  }

  get id(): string {
    return this.model.start?.runId ?? this.#journal.path;
  }

  /** Another one after a pause, as of a machine that slept, in which what had not been read was rolled up. */
  get model(): RunModel {
    return this.#model;
  }

  get journal(): vscode.Uri {
    return this.#journal;
  }

  get live(): boolean {
    return this.#live;
  }

  get once(): boolean {
    return this.model.start?.options.overrides.includes(ONCE_OVERRIDE) ?? false;
  }

  /** Reads on while the run is on. */
  follow(): vscode.Disposable {
    if (!this.#live) return new vscode.Disposable(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    let disposed = false;
    const look = async (): Promise<void> => {
      await this.#readOn();
      if (this.#live && !disposed) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    return new vscode.Disposable(() => {
      disposed = true;
      clearTimeout(timer);
    });
  }

  async #readOn(): Promise<void> {
    let text: string;
    try {
      text = await this.#rest();
    } catch {
      await this.#readEnded();
      return;
    }
    const events = this.#parser.push(text);
    if (this.#rolledUp) {
      const isWhole = this.#parser.problem === null && lastOf(events) >= this.#model.elapsedMs;
      // What was read while it was being rolled up is read again at the next look, unless its writer was ended in the midst of that.
      if (!isWhole && !this.#isSilent) return;
      this.#rolledUp = false;
      this.#receiveAgain(events);
    } else this.#receive(events);
    if (text !== '') this.#heardMs = Date.now();
    if (this.#live && this.#isSilent) this.#end();
  }

  get #isSilent(): boolean {
    return Date.now() - this.#heardMs > SILENCE_MS;
  }

  async #rest(): Promise<string> {
    const file = await open(this.#journal.fsPath);
    try {
      const { size } = await file.stat();
      const before = new Uint8Array(this.#tail.length);
      await file.read(before, 0, before.length, this.#read - before.length);
      if (this.#rolledUp || size < this.#read || !before.every((byte, at) => byte === this.#tail[at])) {
        // Seconds of a long run have become one interval: where it was read up to is no place any more.
        this.#rolledUp = true;
        this.#read = 0;
        this.#tail = new Uint8Array();
        this.#parser = new JournalParser();
      }
      // Whole lines only: a character may be cut where the file ends for now.
      const bytes = new Uint8Array(Math.max(0, size - this.#read));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, this.#read);
      const end = bytes.subarray(0, bytesRead).lastIndexOf(LINE_END) + 1;
      this.#read += end;
      if (end > 0) this.#tail = bytes.slice(Math.max(0, end - TAIL_BYTES), end);
      return new TextDecoder().decode(bytes.subarray(0, end));
    } finally {
      await file.close();
    }
  }

  /** The run has ended, and its journal is compressed now: what of it is new? */
  async #readEnded(): Promise<void> {
    try {
      const { uri, text } = await readJournal(this.#journal);
      this.#journal = uri;
      const parser = new JournalParser();
      this.#receiveAgain([...parser.push(text), ...parser.end()]);
    } catch {
      // It was deleted: what was read stays.
    }
    if (this.#live) this.#end();
  }

  /** All of the journal, as seconds of it have become longer intervals. */
  #receiveAgain(all: readonly RunEvent[]): void {
    const { elapsedMs, intervals } = this.#model;
    const missed = ({ fromMs, toMs }: Interval): boolean => fromMs < elapsedMs - 1 && toMs > elapsedMs + 1;
    if (intervals.length > 0 && all.some((event) => event.type === 'interval' && missed(event))) {
      this.#model = new RunModel();
      this.#receive(all);
    } else this.#receive(this.#newOf(all));
  }

  /** Of all events of the journal those that are not known yet. Intervals may be fewer and longer now; all others stay as they are. */
  #newOf(all: readonly RunEvent[]): RunEvent[] {
    const { elapsedMs, intervals } = this.#model;
    let known = this.#model.events.filter(({ type }) => type !== 'interval').length;
    return all.filter((event) =>
      event.type === 'interval'
        ? (event.fromMs > elapsedMs - 1 && !isSame(event, intervals.at(-1))) || intervals.length === 0
        : known-- <= 0,
    );
  }

  #receive(events: readonly RunEvent[]): void {
    for (const event of events) this.model.apply(event);
    if (this.model.end) this.#live = false;
    if (events.length > 0) this.#didReceive.fire(events);
  }

  #end(): void {
    this.#live = false;
    this.model.markInterrupted();
    this.#didReceive.fire([]);
  }
}

/** Of two without length, as at the end of a run. */
function isSame(a: Interval, b: Interval | undefined): boolean {
  return a.fromMs === b?.fromMs && a.toMs === b.toMs;
}

/** Up to when the events know of the load. */
function lastOf(events: readonly RunEvent[]): number {
  const last = events.findLast((event) => event.type === 'interval');
  return last?.toMs ?? 0;
}

async function isRecent(uri: vscode.Uri): Promise<boolean> {
  try {
    const { mtime } = await vscode.workspace.fs.stat(uri);
    return Date.now() - mtime < SILENCE_MS;
  } catch {
    // Since it was read, its run has ended, and it was compressed.
    return false;
  }
}
