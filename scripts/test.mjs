#!/usr/bin/env node
/**
 * `npm test`: sets up what is missing, builds, and runs every check and every test. Its last line is `N passed, N failed`.
 *
 *     node scripts/test.mjs [check|unit|engine|cli|vscode|oldest-vscode|e2e …] [--grep TEXT]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandFailed, run } from './process.mjs';
import { runChecks } from './test/checks.mjs';
import { failure, ONE_PASSED } from './test/report.mjs';
import { build, ensureToolchain, ROOT } from './toolchain.mjs';

const PARTS = /** @type {const} */ (['check', 'unit', 'engine', 'cli', 'vscode', 'oldest-vscode', 'e2e']);
/** Parts that test the bundles in dist/. */
const OF_BUNDLES = new Set(['engine', 'cli', 'vscode', 'oldest-vscode', 'e2e']);

/** @type {import('./test/report.mjs').Outcome[]} */
const outcomes = [];

/**
 * @param {string} name
 * @param {import('./test/report.mjs').Outcome} outcome
 * @param {number} ms
 */
function record(name, outcome, ms) {
  outcomes.push(outcome);
  const { passed, failures, skipped } = outcome;
  const counts = [
    `${passed} passed`,
    failures.length > 0 && `${failures.length} FAILED`,
    skipped > 0 && `${skipped} skipped`,
  ];
  console.log(`${name}: ${counts.filter(Boolean).join(', ')} (${(ms / 1000).toFixed(1)} s)`);
}

/** @param {string} node @param {(typeof PARTS)[number]} part @param {string | undefined} grep */
async function runPart(node, part, grep) {
  if (part === 'check') return runChecks(node, record);
  const start = Date.now();
  // Imported late, for these need the dependencies that the toolchain may have to install first.
  const outcome =
    part === 'vscode' || part === 'oldest-vscode'
      ? await (await import('./test/host.mjs')).runInHost(part === 'vscode' ? 'newest' : 'oldest', grep)
      : await (await import('./test/mocha.mjs')).runMocha(node, part, grep);
  record(part, outcome, Date.now() - start);
}

/**
 * A step that passes or fails as one test.
 *
 * @param {string} name
 * @param {() => Promise<unknown>} step
 */
async function runStep(name, step) {
  const start = Date.now();
  let outcome = ONE_PASSED;
  try {
    await step();
  } catch (error) {
    outcome = failure(name, error instanceof CommandFailed ? error.message : String(error));
  }
  record(name, outcome, Date.now() - start);
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const unknown = positionals.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}. The parts are ${PARTS.join(', ')}.`);
  const parts = positionals.length === 0 ? PARTS : PARTS.filter((part) => positionals.includes(part));

  const node = await ensureToolchain();
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  if (parts.includes('e2e')) {
    const args = ['scripts/package.mjs', '--out', join('test-results', 'rampwright.vsix')];
    await runStep('package', () => run(node, args, { cwd: ROOT, quiet: true }));
  }
  if (parts.some((part) => OF_BUNDLES.has(part))) await runStep('build', () => build(node));
  for (const part of parts) await runPart(node, part, values.grep);
}

try {
  await main();
} catch (error) {
  outcomes.push(failure('set-up', error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

const failures = outcomes.flatMap((outcome) => outcome.failures);
for (const { title, error } of failures) console.log(`\n✗ ${title}\n${error.replace(/^/gm, '    ')}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
console.log(`${failures.length > 0 ? '\n' : ''}${passed} passed, ${failures.length} failed`);
// Not left to the event loop: a socket that some test forgot must not keep a finished run.
process.exit(failures.length > 0 ? 1 : 0);
