import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from './cli-error.ts';
import { ExitCode } from '../run/events.ts';

export const ENGINE_ENTRY = join(import.meta.dirname, 'engine.js');

/** The load engine's program: it is built beside this one. */
export function engineEntry(): string {
  if (!existsSync(ENGINE_ENTRY)) {
    throw new CliError(
      `The load engine is missing: there is no ${ENGINE_ENTRY}.`,
      'Run "npm run build".',
      ExitCode.internalError,
    );
  }
  return ENGINE_ENTRY;
}
