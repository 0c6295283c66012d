import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { isCompressed, JOURNAL_SUFFIX, JOURNAL_SUFFIXES, otherPath } from '../run/journal-file.ts';
import { parseJournal } from '../run/journal.ts';
import { RunModel } from '../run/model.ts';
import { CliError, fileProblem } from './cli-error.ts';
import { RUNS_FOLDER } from './outputs.ts';
import type { Terminal } from './terminal.ts';

/**
 * A run that is kept: by the path of its journal, or by the run's name where it lies in the usual folder. Of a damaged journal, `errors` is
 * told. @throws CliError where there is nothing to be read.
 */
export function storedRun(name: string, errors: Terminal): RunModel {
  const { path, text } = readJournal(name);
  const { events, problem } = parseJournal(text);
  if (events.length === 0) throw new CliError(`${path} can't be shown. ${problem ?? ''}`.trim());
  if (problem !== null) errors.line(errors.paint.warn(`${path} is damaged, all before it is shown. ${problem}`));
  const run = new RunModel();
  for (const event of events) run.apply(event);
  run.markInterrupted();
  return run;
}

function readJournal(name: string): { readonly path: string; readonly text: string } {
  const kept = JOURNAL_SUFFIXES.map((suffix) => join(RUNS_FOLDER, `${name}${suffix}`));
  let problem: unknown;
  // Its other path, as the journal of a run that went on a moment ago is compressed by now.
  for (const path of [name, ...kept, otherPath(name)]) {
    try {
      const bytes = readFileSync(path);
      // A file that breaks off is read up to there.
      const text = isCompressed(bytes) ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
      return { path, text: text.toString('utf8') };
    } catch (error) {
      problem ??= error;
    }
  }
  throw new CliError(
    `The run ${name} can't be read: ${fileProblem(problem)}.`,
    `Give the path of a journal (*${JOURNAL_SUFFIX}, *${JOURNAL_SUFFIX}.gz), which "rampwright run -o jsonl" writes.`,
  );
}
