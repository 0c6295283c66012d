import type { JsonValue } from '../plan.ts';
import { parseCsv } from './csv.ts';
import type { DataFormat } from './format.ts';

export interface ParsedRows {
  readonly rows: readonly JsonValue[];
  /** Why the text could not be read as its format, in a sentence; null where it could. */
  readonly problem: string | null;
}

/** The rows of a data file. */
export function parseRows(text: string, format: DataFormat): ParsedRows {
  const plain = text.replace(/^\uFEFF/, '');
  switch (format) {
    case 'csv':
      return parseCsv(plain);
    case 'json':
      return parseJson(plain);
    case 'ndjson':
      return parseLines(plain);
  }
}

function parseJson(text: string): ParsedRows {
  const value = parsed(text);
  if (value instanceof Error) return failed(`It is not valid JSON: ${value.message}.`);
  return Array.isArray(value)
    ? { rows: value as readonly JsonValue[], problem: null }
    : failed('It is JSON, but no list of rows: begin with `[`.');
}

function parseLines(text: string): ParsedRows {
  const rows: JsonValue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value instanceof Error) return failed(`Its line ${index + 1} is not valid JSON: ${value.message}.`);
    rows.push(value);
  }
  return { rows, problem: null };
}

function parsed(text: string): JsonValue | Error {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function failed(problem: string): ParsedRows {
  return { rows: [], problem };
}
