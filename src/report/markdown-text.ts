/** GitHub-flavoured Markdown out of texts that anybody may have written: nothing in them is Markdown or HTML. */
import { plural } from './format.ts';
import { oneLine } from './text-layout.ts';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export function left(title: string): Column {
  return { title, align: 'left' };
}

export function right(title: string): Column {
  return { title, align: 'right' };
}

/** Beyond this, a table is for the HTML report; the line below it says how many rows there are. */
export const MOST_ROWS = 50;

/** A table whose cells are Markdown already; '' without rows. `last` stands below what is left out beyond `most`. */
export function markdownTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  last: readonly string[] | null = null,
  most = MOST_ROWS,
): string {
  if (rows.length === 0) return '';
  const shown = [...rows.slice(0, most), ...(last ? [last] : [])];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const more = rows.length - most;
  return [
    line(columns.map((column) => column.title)),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...shown.map(line),
    ...(more > 0 ? [`\n…${plural(more, 'more row')}`] : []),
  ].join('\n');
}

/** What is below a heading; '' where there is nothing. */
export function section(title: string, ...parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  return filled.length === 0 ? '' : [`## ${title}`, ...filled].join('\n\n');
}

/** What is folded away until somebody wants it, as GitHub, GitLab and editors show it; '' where there is nothing. `title` is plain text. */
export function folded(title: string, ...parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  if (filled.length === 0) return '';
  return [`<details>\n<summary>${html(title)}</summary>`, ...filled, '</details>'].join('\n\n');
}

/** A text in a line or a cell, not at the beginning of a line; spaces around it stay, and an address is no link. */
export function inline(text: string): string {
  const plain = oneLine(text).replace(
    /[\\`*[\]<|~&$]|(?<!\w)_|_(?!\w)|:(?=\/\/)|(?<=www)\./gi,
    (character) => `\\${character}`,
  );
  return plain === '' ? '' : `${/^\s/.test(text) ? ' ' : ''}${plain}${/\s$/.test(text) ? ' ' : ''}`;
}

/** A text in a line as code, also with backticks in it; '' stays ''. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const fence = '`'.repeat(longestRun(line, '`') + 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** The same in a cell, which a bar would end even in code. */
export function cellCode(text: string): string {
  if (!text.includes('|')) return code(text);
  const entities = oneLine(text).replace(/[^\p{L}\p{N} /:.-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
  return `<code>${entities}</code>`;
}

/** Lines as they are, with whatever is in them. */
export function codeBlock(lines: readonly string[], language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n'), '`') + 1));
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function html(text: string): string {
  return oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
