import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadScenario } from '../scenario/index.ts';
import type { Plan } from '../scenario/plan.ts';
import { withFixes } from './apply-fixes.ts';
import { CliError, fileProblem } from './cli-error.ts';
import type { Values } from './environment.ts';
import { filesBeside } from './files-beside.ts';
import type { FileProblem } from './problem-text.ts';

/** A scenario file that was read and checked. */
export interface ScenarioFile {
  /** As the user named it. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** null exactly where a problem is an error. */
  readonly plan: Plan | null;
}

/** No scenario is that long; a file that is was named by mistake, and would only take time. */
const MOST_BYTES = 10_000_000;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** How a file is read: with values, what it reads and is not set is a problem, too. */
export interface OpenOptions extends Partial<Values> {
  /** The one of its `environments` that counts. */
  readonly environment?: string | null;
  /** Whether it is about to be run, so that an environment has to be picked where the file needs one. */
  readonly toRun?: boolean;
  /** Where given, a URL to another host than these and this machine is a problem. */
  readonly allowedHosts?: readonly string[];
}

/** Reads and checks a file, and the files that it names. What keeps it from being read is a problem like any other, at its first line. */
export function openScenario(path: string, options: OpenOptions = {}): ScenarioFile {
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) return unreadable(path, 'it is longer than 10 MB, which no scenario is');
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(readFileSync(path));
  } catch (error) {
    return unreadable(path, error instanceof TypeError ? 'it is not UTF-8 text' : fileProblem(error));
  }
  const { toRun, ...rest } = options;
  const { problems, plan } = loadScenario(text, basename(path), {
    ...rest,
    ...(toRun === true && { unpickedSeverity: 'error' }),
    files: filesBeside(path),
  });
  return { path, text, plan, problems: problems.map((problem) => ({ ...problem, file: path, text })) };
}

/**
 * Makes the fixes of a file that need no decision; one that can't be read is left as it is.
 *
 * @throws CliError where it can't be written
 */
export function fixScenario(path: string, options: OpenOptions = {}): void {
  const { text, problems } = openScenario(path, options);
  if (!problems.some(({ fixes }) => fixes?.some(({ preferred }) => preferred === true) === true)) return;
  const load = { ...options, files: filesBeside(path) };
  const fixed = withFixes(text, (next) => loadScenario(next, basename(path), load).problems);
  // What the reading of the file left out.
  const mark = readFileSync(path).subarray(0, 3).equals(BYTE_ORDER_MARK) ? '\uFEFF' : '';
  try {
    writeFileSync(path, mark + fixed);
  } catch (error) {
    throw new CliError(`${path} can't be changed: ${fileProblem(error)}.`);
  }
}

function unreadable(path: string, why: string): ScenarioFile {
  const start = { line: 0, character: 0 };
  const problem: FileProblem = {
    file: path,
    text: '',
    code: 'unreadable-file',
    severity: 'error',
    message: `This file can't be read: ${why}. Give the path of a scenario, e.g. checkout.load.yaml.`,
    range: { start, end: start },
  };
  return { path, text: '', problems: [problem], plan: null };
}
