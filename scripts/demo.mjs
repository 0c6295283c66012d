#!/usr/bin/env node
/** `npm run demo`: the whole path without an editor, in less than a minute: server, run, verdict, HTML report. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startExampleServer } from './example-server.mjs';
import { CommandFailed, run } from './process.mjs';
import { build, ensureToolchain, ROOT } from './toolchain.mjs';

const LOAD = '30s';
/** From the start of the run: the demo ends by itself, come what may. */
const LONGEST_MS = 55_000;

await build(await ensureToolchain());
const example = await startExampleServer();
const reports = join(ROOT, '.rampwright');
mkdirSync(reports, { recursive: true });
const report = join(reports, 'demo.html');
try {
  // With the machine's own Node, as an installed `rampwright` has it.
  await run(
    process.execPath,
    [
      join(ROOT, 'dist', 'cli.js'),
      ...['run', join('examples', 'ai-proxy', 'ai-proxy.load.yaml'), '--scale-to', LOAD],
      ...['-e', `BASE_URL=${example.url}`, '--secret', `TEST_PASSWORD=${example.env.TEST_PASSWORD}`],
      ...['-o', `html=${report}`],
    ],
    { cwd: ROOT, timeoutMs: LONGEST_MS },
  );
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  console.error(error.message);
  process.exitCode = error.status ?? 1;
} finally {
  await example.close();
}
console.log(`\nThe report: ${relative(process.cwd(), report)}`);
