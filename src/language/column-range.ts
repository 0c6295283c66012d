import type { SourceRange } from '../scenario/range.ts';

/**
 * Where a column of a data file is named: its cell in the header row of CSV (RFC 4180), its first key in JSON. Null where it
 * is not found; the file may be cut off behind its first lines.
 */
export function columnRange(text: string, path: string, column: string): SourceRange | null {
  return /\.(json|ndjson|jsonl)$/i.test(path) ? keyRange(text, column) : headerRange(text, column);
}

function keyRange(text: string, column: string): SourceRange | null {
  const at = text.indexOf(`${JSON.stringify(column)}:`);
  const found = at >= 0 ? at : text.indexOf(JSON.stringify(column));
  if (found < 0) return null;
  const before = text.slice(0, found).split('\n');
  const line = before.length - 1;
  const character = (before.at(-1)?.length ?? 0) + 1;
  return { start: { line, character }, end: { line, character: character + JSON.stringify(column).length - 2 } };
}

function headerRange(text: string, column: string): SourceRange | null {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const header = text.slice(mark).split(/\r\n|\r|\n/, 1)[0] ?? '';
  let at = 0;
  while (at <= header.length) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(header.slice(at));
    const plain = /^[^,;\t]*/.exec(header.slice(at))?.[0] ?? '';
    const name = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain.trim();
    const length = quoted ? quoted[0].length : plain.length;
    if (name === column) {
      // Editors don't count a byte order mark.
      const start = quoted ? at + 1 : at + plain.indexOf(name);
      const end = quoted ? at + length - 1 : start + name.length;
      return { start: { line: 0, character: start }, end: { line: 0, character: end } };
    }
    at += length + 1;
  }
  return null;
}
