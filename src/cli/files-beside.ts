import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { dataFormat } from '../scenario/data/format.ts';
import { dataFacts } from '../scenario/data/read-data.ts';
import type { FileFacts, ScenarioFiles } from '../scenario/files.ts';

/** Of larger files only that they are there is told: reading them would take longer than all the rest. */
const MOST_BYTES = 200_000_000;

/** The files beside a scenario, read from the disk, each once. */
export function filesBeside(scenario: string): ScenarioFiles {
  const folder = dirname(resolve(scenario));
  const known = new Map<string, FileFacts>();
  return {
    facts(path) {
      const file = resolve(folder, path);
      const facts = known.get(file) ?? factsOf(file);
      known.set(file, facts);
      return facts;
    },
  };
}

function factsOf(file: string): FileFacts {
  const unread: FileFacts = { exists: true, data: null, problem: null };
  try {
    const found = statSync(file);
    if (!found.isFile()) return { exists: false };
    const format = dataFormat(file);
    if (format === null || found.size > MOST_BYTES) return unread;
    return dataFacts(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)), format);
  } catch (error) {
    if (error instanceof TypeError) return { ...unread, problem: 'It is not UTF-8 text.' };
    // A file that may not be read is there all the same.
    return isMissing(error) ? { exists: false } : { ...unread, problem: 'It may not be read.' };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
