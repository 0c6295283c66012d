#!/usr/bin/env node
/**
 * `npm run bench`: sets up what is missing, builds `dist/` (unless `--dist` names another one), and measures.
 * `npm run bench -- --help` lists the options.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CommandFailed } from '../scripts/process.mjs';
import { build, ensureToolchain, ROOT } from '../scripts/toolchain.mjs';

const args = process.argv.slice(2);
const quick = args[0] === '--quick';
const node = await ensureToolchain();
const asksOnly = ['--help', '--list'].some((option) => args.includes(option));
const builds = !asksOnly && !args.some((arg) => arg.startsWith('--dist'));
try {
  if (builds) await build(node);
} catch (error) {
  // esbuild has said what is wrong.
  if (!(error instanceof CommandFailed)) throw error;
  process.exit(1);
}
const entry = join(ROOT, 'bench', quick ? 'quick.ts' : 'main.ts');
const child = spawn(node, ['--no-warnings', entry, ...(quick ? args.slice(1) : args)], { stdio: 'inherit' });
// Ctrl+C goes to the child, too, which ends what it has started.
process.on('SIGINT', () => undefined);
child.once('exit', (status) => process.exit(status ?? 1));
