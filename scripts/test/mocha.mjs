/** Test suites that run in a Node process of their own. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailed, run } from '../process.mjs';
import { ROOT } from '../toolchain.mjs';
import { readReport } from './report.mjs';

/** One folder of test/ each. `timeoutMs` is for one test, `totalMs` for the suite, after which it is killed. */
export const NODE_SUITES = {
  unit: { folders: ['unit', 'report'], timeoutMs: 20_000, totalMs: 400_000 },
  engine: { folders: ['engine'], timeoutMs: 60_000, totalMs: 900_000 },
  cli: { folders: ['cli'], timeoutMs: 60_000, totalMs: 600_000 },
  e2e: { folders: ['e2e'], timeoutMs: 180_000, totalMs: 1_200_000 },
};

/**
 * @param {string} node the project's, which runs TypeScript
 * @param {keyof typeof NODE_SUITES} suite
 * @param {string} [grep] only tests whose title holds it
 */
export async function runMocha(node, suite, grep) {
  const { folders, timeoutMs, totalMs } = NODE_SUITES[suite];
  const results = join(ROOT, 'test-results');
  const report = join(results, `${suite}.json`);
  rmSync(report, { force: true });
  const args = [
    join(ROOT, 'node_modules', 'mocha', 'bin', 'mocha.js'),
    ...folders.map((folder) => `test/${folder}/**/*.test.ts`),
    ...['--reporter', 'json', '--reporter-option', `output=${report}`],
    ...['--timeout', String(timeoutMs), '--forbid-only', '--exit'],
    ...(grep === undefined ? [] : ['--grep', grep]),
  ];
  // The bundles ship for the machine's Node, so that is what their tests start them with.
  const env = { ...process.env, RAMPWRIGHT_CLI_NODE: process.execPath, NODE_NO_WARNINGS: '1' };
  let problem = '';
  try {
    await run(node, args, { cwd: ROOT, env, quiet: true, timeoutMs: totalMs });
  } catch (error) {
    // Failed tests are in the report; a process that died early is known by its output alone.
    problem = error instanceof CommandFailed ? error.message.slice(-4000) : String(error);
  }
  return readReport(report, suite, problem);
}
