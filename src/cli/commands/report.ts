import { ExitCode } from '../../run/events.ts';
import type { RunModel } from '../../run/model.ts';
import { textSummary } from '../../report/text-summary.ts';
import { reportFormat, targetPaths, usualTarget, type ReportFormat, type ReportSource } from '../../report/formats.ts';
import { CliError } from '../cli-error.ts';
import { formatChoice, type OutputChoice } from '../output-choice.ts';
import { checkWritable } from '../outputs.ts';
import { writeReport } from '../run-outputs.ts';
import { storedRun } from '../stored-run.ts';
import { Terminal } from '../terminal.ts';
import { viewAssets } from '../view-assets.ts';

export interface ReportOptions {
  readonly format?: string;
  readonly out?: readonly OutputChoice[];
  readonly html?: string;
  readonly color: boolean;
}

/** A stored run as its summary in the terminal, on standard output in another format, or as files. */
export async function report(name: string, options: ReportOptions): Promise<number> {
  const outputs = [
    ...(options.out ?? []),
    ...(options.html === undefined ? [] : [{ type: 'report', kind: 'html', target: options.html } as const]),
  ].map(reportOutput);
  const printed = options.format === undefined ? null : reportFormat(formatChoice(options.format));
  if (printed && printed.endings.length > 1)
    throw new CliError(`${printed.kind} has several files.`, `Write --out ${printed.kind}=PREFIX.`);
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const run = storedRun(name, errors);
  const source: ReportSource = { run, assets: viewAssets };
  const files = outputs.map(({ format, target }) => {
    const paths = targetPaths(format, target?.replaceAll('{run}', runIdOf(run)) ?? usualTarget(format, runIdOf(run)));
    for (const file of paths) checkWritable(file);
    return { format, paths };
  });
  for (const { format, paths } of files) {
    await writeReport(format, paths, source);
    // Standard output is for the report that was asked for there.
    (printed ? errors : terminal).line(`${format.title}  ${paths.join(', ')}`);
  }
  if (printed) {
    for (const part of await printed.texts(source)) process.stdout.write(part);
  } else if (files.length === 0) {
    const exitCode = run.end?.exitCode ?? ExitCode.externalAbort;
    terminal.write(textSummary(run, { width: terminal.columns, colour: terminal.colour, exitCode, files: [] }));
  }
  return ExitCode.ok;
}

function runIdOf(run: RunModel): string {
  return run.start?.runId ?? 'run';
}

/** @throws CliError for what only a run that goes can write. */
function reportOutput(choice: OutputChoice): { readonly format: ReportFormat; readonly target: string | null } {
  switch (choice.type) {
    case 'report':
      return { format: reportFormat(choice.kind), target: choice.target };
    case 'journal':
      throw new CliError('A stored run is a journal already.', 'Leave out --out jsonl.');
    case 'points':
      throw new CliError(
        'A journal has no single samples, which k6-json is made of.',
        'Write them while the run goes: "rampwright run FILE --out k6-json=points.json".',
      );
    case 'receiver':
      throw new CliError(
        `${choice.kind} at a URL follows a run while it goes.`,
        choice.kind === 'influxdb'
          ? 'Write --out influxdb=FILE here, and send the file with "influx write".'
          : `Write "rampwright run FILE --out ${choice.kind}".`,
      );
    case 'github':
      throw new CliError('The summary of a step is written by the run itself.', 'Write --out markdown=FILE here.');
  }
}
