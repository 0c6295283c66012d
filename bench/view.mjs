#!/usr/bin/env node
/**
 * `npm run bench:view`: how the results view holds a soak of an hour (3,600 intervals, twenty endpoints, a million requests) in a real
 * browser: how long it takes to open, its memory, and how many frames a second it draws while one scrolls, moves the cursor, selects
 * windows, and while the run goes on. Prints figures and fails at none: they are this machine's.
 *
 *     node bench/view.mjs [--width PX] [--seconds N]
 */
import { parseArgs } from 'node:util';
import { run } from '../scripts/process.mjs';
import { build, ensureToolchain, ROOT } from '../scripts/toolchain.mjs';

const { values } = parseArgs({
  options: { width: { type: 'string', default: '900' }, seconds: { type: 'string', default: '3600' } },
});
const node = await ensureToolchain();
await build(node);
// The fixtures are TypeScript, which the project's Node runs.
await run(node, ['bench/view/measure.ts', values.width, values.seconds], { cwd: ROOT });
