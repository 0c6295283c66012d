import {
  accessSync,
  constants,
  existsSync,
  createWriteStream,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  type WriteStream,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PointBatch } from '../engine/protocol.ts';
import type { RunEvent } from '../run/events.ts';
import { JOURNAL_SUFFIX } from '../run/journal.ts';
import { COMPRESSED_SUFFIX, otherPath } from '../run/journal-file.ts';
import { K6JsonLines } from '../report/k6-json.ts';
import type { Plan } from '../scenario/plan.ts';
import { CliError, fileProblem, notSupportedYet } from './cli-error.ts';

/** Where journals go without a path of their own, under the current folder. */
export const RUNS_FOLDER = join('.rampwright', 'runs');

/** What `-o KIND[=DEST]` asks for; `path` null: the usual place. */
export interface OutputChoice {
  readonly kind: 'jsonl' | 'k6-json' | 'html';
  readonly path: string | null;
}

/** Gathers the choices of an option that may be repeated. */
export function outputChoices(text: string, before: readonly OutputChoice[] = []): OutputChoice[] {
  return [...before, outputChoice(text)];
}

const LATER_KINDS: readonly string[] = ['csv', 'junit', 'markdown', 'influxdb', 'prometheus-rw', 'opentelemetry'];
const KINDS = 'jsonl, k6-json=FILE and html';

export function outputChoice(text: string): OutputChoice {
  const equals = text.indexOf('=');
  const kind = equals < 0 ? text : text.slice(0, equals);
  const path = equals < 0 ? null : text.slice(equals + 1);
  if (path === '') throw new CliError(`There is no file name after "--out ${kind}=".`, `Write --out ${kind}=FILE.`);
  switch (kind) {
    case 'jsonl':
    case 'html':
      return { kind, path };
    case 'k6-json':
      if (path === null)
        throw new CliError('--out k6-json needs a file.', 'Write --out k6-json=points.json, or points.json.gz.');
      return { kind, path };
    default:
      if (LATER_KINDS.includes(kind)) throw notSupportedYet(`--out ${kind}`, `This version writes ${KINDS}.`);
      throw new CliError(`There is no output called "${kind}".`, `This version writes ${KINDS}.`);
  }
}

/** Where the finished journal is to be; the engine leaves gzip's ending away until then. */
export function journalPath(path: string | null, runId: string): string {
  return resolve(path ?? join(RUNS_FOLDER, `${runId}${JOURNAL_SUFFIX}${COMPRESSED_SUFFIX}`));
}

/** Where the journal is: of a run whose engine was ended, uncompressed. */
export function writtenJournal(path: string): string {
  return !existsSync(path) && existsSync(otherPath(path)) ? otherPath(path) : path;
}

/** A file of k6's JSON lines that grows with the run; gzip where its name ends with `.gz`. */
export class K6JsonFile {
  readonly path: string;
  readonly #lines: K6JsonLines;
  readonly #target: NodeJS.WritableStream;
  readonly #file: WriteStream;
  #problem: Error | null = null;

  /** @throws CliError where the file cannot be written. */
  constructor(path: string, plan: Plan) {
    this.path = path;
    this.#lines = new K6JsonLines(plan);
    this.#file = createWriteStream(path, { fd: openForWriting(path) });
    this.#file.on('error', (error) => (this.#problem ??= error));
    if (path.endsWith('.gz')) {
      const gzip = createGzip();
      gzip.pipe(this.#file);
      this.#target = gzip;
    } else {
      this.#target = this.#file;
    }
  }

  onEvents(events: readonly RunEvent[]): void {
    for (const event of events) if (event.type === 'series') this.#lines.onSeries(event);
  }

  onPoints(batch: PointBatch): void {
    if (!this.#problem) this.#target.write(this.#lines.lines(batch));
  }

  /** Writes what is left. @throws CliError where some of it could not be written. */
  async close(): Promise<void> {
    this.#target.end();
    await finished(this.#file).catch(
      (error: unknown) => (this.#problem ??= error instanceof Error ? error : new Error(String(error))),
    );
    if (this.#problem) throw new CliError(`${this.path} is incomplete: ${fileProblem(this.#problem)}.`);
  }
}

/** Makes a file and its folders, or says why not, before any load is sent. */
export function openForWriting(path: string): number {
  try {
    makeFolderFor(path);
    return openSync(path, 'w');
  } catch (error) {
    throw new CliError(`${path} can't be written: ${fileProblem(error)}.`, 'Choose another place for it.');
  }
}

/** As `openForWriting`, for a file that is written in one go at the end: nothing is made yet but its folder. */
export function checkWritable(path: string): void {
  try {
    makeFolderFor(path);
    const there = statSync(path, { throwIfNoEntry: false });
    if (there?.isDirectory() === true) throw new CliError(`${path} is a folder, not a file.`);
    accessSync(there ? path : dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path} can't be written: ${fileProblem(error)}.`, 'Choose another place for it.');
  }
}

/**
 * Makes way for a journal: the engine writes it as a new file, and one of an earlier run under the same name is replaced, as
 * all other outputs are. @throws CliError where it cannot be written.
 */
export function makeWayForJournal(path: string): void {
  const paths = path.endsWith(COMPRESSED_SUFFIX) ? [path, otherPath(path)] : [path];
  for (const one of paths) {
    checkWritable(one);
    const there = statSync(one, { throwIfNoEntry: false });
    if (there && !there.isFile()) throw new CliError(`${one} can't be written: it is not a plain file.`);
  }
  for (const one of paths) rmSync(one, { force: true });
}

function makeFolderFor(path: string): void {
  mkdirSync(dirname(resolve(path)), { recursive: true });
}
