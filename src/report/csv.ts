import Papa from 'papaparse';

export type CsvCell = string | number | null;

/** RFC 4180: commas, CRLF at the end of every row, quotes only where they are needed. null is an empty cell. */
export function csv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const text = Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: '\r\n' });
  return `${text}\r\n`;
}
