#!/usr/bin/env node
import { VERSION } from '../run/version.ts';
import { ExitCode } from '../run/events.ts';
import { runProgram } from './program.ts';
import { survivesBrokenPipes } from './terminal.ts';

survivesBrokenPipes(process.stdout, (why) => {
  process.stderr.write(`What follows could not be written to standard output: ${why}\n`);
});
survivesBrokenPipes(process.stderr);

runProgram(process.argv.slice(2), VERSION).then(
  (exitCode) => {
    // Not process.exit: what is still to be written to a pipe must arrive.
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    // A mistake in Rampwright itself; its place is what a report of it needs.
    process.stderr.write(
      `Rampwright itself failed. Please report this.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = ExitCode.internalError;
  },
);
