import { resolve } from 'node:path';
import { ExitCode } from '../../run/events.ts';
import { RunModel } from '../../run/model.ts';
import { textSummary } from '../../report/text-summary.ts';
import { notSupportedYet } from '../cli-error.ts';
import { writeHtmlReport } from '../html-report.ts';
import { checkWritable } from '../outputs.ts';
import { storedEvents } from '../stored-run.ts';
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
  const events = storedEvents(name, errors);
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
