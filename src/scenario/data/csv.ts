import type { ParsedRows } from './rows.ts';

/**
 * Rows of a CSV text (RFC 4180) by the names of its first line. All values are texts, as CSV knows no others. Lines may end in any way;
 * empty ones are left out.
 */
export function parseCsv(text: string): ParsedRows {
  const records = recordsOf(text);
  if (typeof records === 'string') return { rows: [], problem: records };
  const [header, ...rest] = records;
  if (!header) return { rows: [], problem: 'It is empty: its first line must name the columns.' };
  const names = header.fields;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { rows: [], problem: `Its first line names the column \`${twice}\` twice.` };
  const odd = rest.find(({ fields }) => fields.length !== names.length);
  if (odd) {
    const problem = `Its line ${odd.line} has ${odd.fields.length} values, but there are ${names.length} columns.`;
    return { rows: [], problem };
  }
  const rows = rest.map(({ fields }) => Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])));
  return { rows, problem: null };
}

/** Sticky: reads on from where it is set to. */
const PLAIN = /[^,\r\n]*/y;

interface CsvRecord {
  /** From 1, where it begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

/** A text instead: what is wrong. */
function recordsOf(text: string): CsvRecord[] | string {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let line = 1;
  let begin = 1;
  let at = 0;
  while (at < text.length) {
    let value: string;
    if (text[at] === '"') {
      const quoted = quotedField(text, at);
      if (!quoted) return `The quote that is opened in its line ${line} is never closed.`;
      value = quoted.value;
      line += value.split(/\r\n|\r|\n/).length - 1;
      at = quoted.end;
      if (at < text.length && !/[,\r\n]/.test(text[at] ?? '')) {
        return `In its line ${line} there is text behind a closing quote; a quote inside of quotes is written twice.`;
      }
    } else {
      PLAIN.lastIndex = at;
      [value = ''] = PLAIN.exec(text) ?? [];
      at += value.length;
    }
    fields.push(value);
    if (text[at] === ',') {
      at++;
      // A line that ends in a comma has one more value, which is empty.
      if (at < text.length && !/[\r\n]/.test(text[at] ?? '')) continue;
      fields.push('');
    }
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begin, fields });
    fields = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    begin = ++line;
  }
  return records;
}

/** `end`: behind the closing quote. */
function quotedField(text: string, start: number): { readonly value: string; readonly end: number } | null {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return null;
}
