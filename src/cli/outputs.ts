/** The files of outputs: where they go, and whether they can be written there, asked before any load is sent. */
import { accessSync, constants, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { COMPRESSED_SUFFIX, JOURNAL_SUFFIX, otherPath } from '../run/journal-file.ts';
import { CliError, fileProblem } from './cli-error.ts';

/** Where journals go without a path of their own, under the current folder. */
export const RUNS_FOLDER = join('.rampwright', 'runs');

/** Where the finished journal is to be; the engine leaves gzip's ending away until then. */
export function journalPath(path: string | null, runId: string): string {
  return resolve(path ?? join(RUNS_FOLDER, `${runId}${JOURNAL_SUFFIX}${COMPRESSED_SUFFIX}`));
}

/** Where the journal is: of a run whose engine was ended, uncompressed. */
export function writtenJournal(path: string): string {
  return !existsSync(path) && existsSync(otherPath(path)) ? otherPath(path) : path;
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
