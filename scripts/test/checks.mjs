/** Types, lint, format and the like: each passes or fails as one test does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, run } from '../process.mjs';
import { ROOT } from '../toolchain.mjs';
import { failure, ONE_PASSED } from './report.mjs';

const CHECKS = [
  { name: 'generated files are what the schema makes', command: ['scripts/generate.mjs', '--check'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the results view', command: ['node_modules/typescript/bin/tsc', '-p', 'webview-ui/tsconfig.json'] },
  { name: 'lint and layers', command: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'licences', command: ['scripts/licences.mjs'] },
];

/**
 * @param {string} node
 * @param {(name: string, outcome: import('./report.mjs').Outcome, ms: number) => void} onResult
 */
export async function runChecks(node, onResult) {
  for (const { name, command } of CHECKS) {
    const start = Date.now();
    onResult(name, await check(node, name, command), Date.now() - start);
  }
}

/** @param {string} node @param {string} name @param {string[]} command */
async function check(node, name, [script = '', ...args]) {
  if (!existsSync(join(ROOT, script))) return failure(name, `There is no ${script}.`);
  try {
    await run(node, [script, ...args], { cwd: ROOT, quiet: true });
    return ONE_PASSED;
  } catch (error) {
    return failure(name, error instanceof CommandFailed ? error.output : String(error));
  }
}
