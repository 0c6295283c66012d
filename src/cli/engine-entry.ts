import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './cli-error.ts';
import { ExitCode } from '../run/events.ts';

/** The load engine's program: it is built beside this one. */
export function engineEntry(): string {
  const entry = join(import.meta.dirname, 'engine.js');
  if (!existsSync(entry)) {
    throw new CliError(
      `The load engine is missing: there is no ${entry}.`,
      'Run "npm run build".',
      ExitCode.internalError,
    );
  }
  return entry;
}
