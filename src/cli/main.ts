import type { ChildProcess } from 'node:child_process';
import { dismissEngine, prepareEngine } from '../engine/client.ts';
import { VERSION } from '../run/version.ts';
import { ExitCode } from '../run/events.ts';
import { ENGINE_ENTRY } from './engine-entry.ts';
import { runProgram } from './program.ts';
import { survivesBrokenPipes } from './terminal.ts';

/** `engine`: a process of the load engine for the run, if there is one. */
export async function main(engine: ChildProcess | null): Promise<void> {
  survivesBrokenPipes(process.stdout, (why) => {
    process.stderr.write(`What follows could not be written to standard output: ${why}\n`);
  });
  survivesBrokenPipes(process.stderr);
  if (engine) prepareEngine(ENGINE_ENTRY, engine);
  try {
    // Not process.exit: what is still to be written to a pipe must arrive.
    process.exitCode = await runProgram(process.argv.slice(2), VERSION);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
      process.stderr.write('error: the current folder is no longer there.\nGo to another one.\n');
      process.exitCode = ExitCode.invalidConfig;
      return;
    }
    // A mistake in Rampwright itself; its place is what a report of it needs.
    process.stderr.write(
      `Rampwright itself failed. Please report this.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = ExitCode.internalError;
  } finally {
    dismissEngine();
  }
}
