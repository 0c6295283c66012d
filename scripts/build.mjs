#!/usr/bin/env node
/** `npm run build`: sets up what is missing and bundles dist/. `--production` minifies. */
import { CommandFailed } from './process.mjs';
import { build, ensureToolchain } from './toolchain.mjs';

try {
  await build(await ensureToolchain(), process.argv.slice(2));
} catch (error) {
  // esbuild has said what is wrong.
  if (!(error instanceof CommandFailed)) throw error;
  process.exitCode = 1;
}
