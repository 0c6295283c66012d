import type { DataFeeder } from '../plan.ts';

/** What the rows of a file are written in. */
export type DataFormat = Extract<DataFeeder['source'], { kind: 'file' }>['format'];

/** By the file's ending; null where it is none of data. */
export function dataFormat(path: string): DataFormat | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'json') return ending;
  return ending === 'ndjson' || ending === 'jsonl' ? 'ndjson' : null;
}
