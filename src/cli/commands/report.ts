import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ExitCode } from '../../run/events.ts';
import { JOURNAL_SUFFIX, parseJournal } from '../../run/journal.ts';
import { RunModel } from '../../run/model.ts';
import { textSummary } from '../../report/text-summary.ts';
import { CliError, fileProblem, notSupportedYet } from '../cli-error.ts';
import { writeHtmlReport } from '../html-report.ts';
import { checkWritable, RUNS_FOLDER } from '../outputs.ts';
import { Terminal } from '../terminal.ts';

export interface ReportOptions {
  readonly html?: string;
  readonly color: boolean;
  readonly markdown?: unknown;
  readonly junit?: unknown;
  readonly csv?: unknown;
}

/** A stored run as its summary in the terminal, or as a report of its own. */
export function report(name: string, options: ReportOptions): number {
  for (const later of ['markdown', 'junit', 'csv'] as const) {
    if (options[later] !== undefined) throw notSupportedYet(`report --${later}`, 'This version writes --html FILE.');
  }
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const { path, text } = readJournal(name);
  const { events, problem } = parseJournal(text);
  if (events.length === 0) throw new CliError(`${path} can't be shown. ${problem ?? ''}`.trim());
  if (problem !== null) errors.line(errors.paint.warn(`${path} is damaged, all before it is shown. ${problem}`));
  if (options.html !== undefined) {
    checkWritable(options.html);
    writeHtmlReport(resolve(options.html), events);
    terminal.line(`Report  ${options.html}`);
    return ExitCode.ok;
  }
  const run = new RunModel();
  for (const event of events) run.apply(event);
  run.markInterrupted();
  const exitCode = run.end?.exitCode ?? ExitCode.externalAbort;
  terminal.write(textSummary(run, { width: terminal.columns, colour: terminal.colour, exitCode, files: [] }));
  return ExitCode.ok;
}

/** A journal by its path, or by the run's name, if it lies in the usual folder. */
function readJournal(name: string): { readonly path: string; readonly text: string } {
  const candidates = [
    name,
    join(RUNS_FOLDER, `${name}${JOURNAL_SUFFIX}`),
    join(RUNS_FOLDER, `${name}${JOURNAL_SUFFIX}.gz`),
  ];
  let problem: unknown;
  for (const path of candidates) {
    try {
      const bytes = readFileSync(path);
      const zipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return { path, text: (zipped ? gunzipSync(bytes) : bytes).toString('utf8') };
    } catch (error) {
      problem ??= error;
    }
  }
  throw new CliError(
    `The run ${name} can't be read: ${fileProblem(problem)}.`,
    `Give the path of a journal (*${JOURNAL_SUFFIX}), which "rampwright run -o jsonl" writes.`,
  );
}
