import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataFeeder, JsonValue } from '../scenario/plan.ts';
import { readData } from '../scenario/data/read-data.ts';
import { takenRows, type FeederRows } from './feed.ts';
import { fileProblem, FileError } from './sent-files.ts';

/** Reads the rows of all feeders, once for all workers. @throws FileError where a file can't be read, or holds no rows */
export function readFeeders(feeders: readonly DataFeeder[], folder: string): Record<string, FeederRows> {
  return Object.fromEntries(
    feeders.map((feeder) => {
      const rows = rowsOf(feeder, folder);
      return [feeder.name, { rows, taken: takenRows(feeder, rows.length) }];
    }),
  );
}

function rowsOf({ name, source }: DataFeeder, folder: string): readonly JsonValue[] {
  if (source.kind === 'values') return source.rows;
  const path = resolve(folder, source.path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new FileError(`The data \`${name}\` can't be read: ${fileProblem(error)} (${path}).`);
  }
  const { rows, problem } = readData(text, source.format);
  if (problem !== null) throw new FileError(`The data \`${name}\` can't be read from \`${source.path}\`: ${problem}`);
  if (rows.length === 0) throw new FileError(`The data \`${name}\` has no rows: \`${source.path}\` is empty.`);
  return rows;
}
