import Papa from 'papaparse';
import { isJsonValue } from '../expressions/json-value.ts';
import type { DataFacts, FileFacts } from '../files.ts';
import type { JsonValue } from '../plan.ts';
import type { DataFormat } from './format.ts';

/** The rows of a data file. */
export interface DataRows {
  /** Maps by column; of JSON also plain values. */
  readonly rows: readonly JsonValue[];
  /** In the file's order, of all rows; none where the rows are plain values. */
  readonly columns: readonly string[];
  /** Why the text holds no rows that can be read, in a sentence; null where it does. */
  readonly problem: string | null;
}

/** Reads the text of a data file. */
export function readData(text: string, format: DataFormat): DataRows {
  const plain = text.replace(/^\uFEFF/, '');
  switch (format) {
    case 'csv':
      return readCsv(plain);
    case 'json':
      return readJson(plain);
    case 'ndjson':
      return readLines(plain);
  }
}

/** What is to be known of a data file while its scenario is written. */
export function dataFacts(text: string, format: DataFormat): FileFacts {
  const { rows, columns, problem } = readData(text, format);
  const [first] = rows;
  const data: DataFacts | null =
    problem === null ? { columns, rows: rows.length, firstRow: isMap(first) ? first : null } : null;
  return { exists: true, data, problem };
}

/**
 * Rows of a CSV text (RFC 4180) by the names of its first line, which also tells what stands between them: a comma, a
 * semicolon or a tab. All values are texts, as CSV knows no others; empty lines are left out.
 */
function readCsv(text: string): DataRows {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  const delimiter = [',', ';', '\t'].find((one) => firstLine.includes(one)) ?? ',';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true });
  const [error] = errors;
  if (error)
    return failed(
      `${placeOf(error.row ?? 0)} has a quote that does not fit: quotes go around a whole value, and one inside of it is written twice.`,
    );
  const [header, ...records] = data;
  if (!header) return failed('It is empty; its first line must name the columns.');
  const columns = header.map((name) => name.trim());
  const unnamed = columns.indexOf('');
  if (unnamed >= 0) return failed(`Its first line has no name for column ${unnamed + 1}.`);
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return failed(`Its first line names the column \`${twice}\` twice.`);
  const odd = records.findIndex((fields) => fields.length !== columns.length);
  if (odd >= 0) {
    return failed(
      `${placeOf(odd + 1)} has ${count(records[odd]?.length ?? 0, 'value')}, and there are ${count(columns.length, 'column')}.`,
    );
  }
  const rows = records.map((fields) => Object.fromEntries(columns.map((name, index) => [name, fields[index] ?? ''])));
  return { rows, columns, problem: null };
}

/** Row 0 is the header. */
function placeOf(row: number): string {
  return row === 0 ? 'Its first line' : `Its row ${row}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function readJson(text: string): DataRows {
  const value = parsed(text);
  if (value instanceof Error) return failed(`It is not JSON: ${value.message}.`);
  return isList(value) ? rowsOf(value) : failed('It is JSON, but no list of rows; begin it with [.');
}

function readLines(text: string): DataRows {
  const rows: JsonValue[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value instanceof Error) return failed(`Its line ${index + 1} is not JSON: ${value.message}.`);
    rows.push(value);
  }
  return rowsOf(rows);
}

function rowsOf(rows: readonly JsonValue[]): DataRows {
  const columns = new Set<string>();
  const maps = rows.filter(isMap);
  for (const row of maps) for (const key of Object.keys(row)) columns.add(key);
  const odd = maps.length === 0 ? -1 : rows.findIndex((row) => !isMap(row));
  return odd < 0
    ? { rows, columns: [...columns], problem: null }
    : failed(`${placeOf(odd + 1)} is no map (\`{…}\`), and others are.`);
}

function parsed(text: string): JsonValue | Error {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonValue(value) ? value : null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isMap(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failed(problem: string): DataRows {
  return { rows: [], columns: [], problem };
}
