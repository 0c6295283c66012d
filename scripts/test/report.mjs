/** What a part of the tests came to. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {{ title: string, error: string }[]} failures
 * @property {number} skipped
 */

/**
 * Reads mocha's JSON report. A run that wrote none, or ran no test, has failed, whatever its exit status was.
 *
 * @param {string} file
 * @param {string} suite
 * @param {string} problem what is known of why, e.g. the output of a process that died
 * @returns {Outcome}
 */
export function readReport(file, suite, problem) {
  if (!existsSync(file)) return failure(`${suite}: the tests`, `They wrote no report.\n${problem}`);
  const { stats, failures } = JSON.parse(readFileSync(file, 'utf8'));
  if (stats.passes + stats.failures === 0) return failure(`${suite}: the tests`, `There are none.\n${problem}`);
  return {
    passed: stats.passes,
    skipped: stats.pending,
    failures: failures.map((/** @type {{ fullTitle: string, err: { message?: string, stack?: string } }} */ test) => ({
      title: `${suite}: ${test.fullTitle}`,
      error: test.err.stack ?? test.err.message ?? 'no message',
    })),
  };
}

/** @param {string} title @param {string} error @returns {Outcome} */
export function failure(title, error) {
  return { passed: 0, skipped: 0, failures: [{ title, error: error.trimEnd() }] };
}

/** @type {Outcome} */
export const ONE_PASSED = { passed: 1, skipped: 0, failures: [] };
