import type { SourceDocument } from '../scenario/document.ts';
import type { ListNode, SourceEntry, Span } from '../scenario/source.ts';

/** Text of whole lines without the indentation that they have in common. */
export type BlockText = readonly string[];

type Layout = Pick<SourceDocument, 'text' | 'lines'>;

/** Where whole lines stand, without the last line break. */
export interface LineSpan {
  readonly firstLine: number;
  readonly lastLine: number;
}

export const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** The lines of some items of a list with a dash before each; null for a list in `[…]`, and where dashes stand alone. */
export function itemLines(
  { text, lines }: Layout,
  { items }: ListNode,
  first: number,
  last: number,
): (LineSpan & { indent: number }) | null {
  const [from, to] = [items[first], items[last]];
  if (!from || !to) return null;
  const dash = /(?:^|\n)([ ]*)-[ ]+$/.exec(text.slice(0, from.span.start))?.[1];
  if (dash === undefined) return null;
  return { indent: dash.length, ...lineSpan({ text, lines }, { start: from.span.start, end: to.span.end }) };
}

/** The lines of an entry that begins a line; null for one in `{…}` or behind a dash. */
export function entryLines(
  { text, lines }: Layout,
  { keySpan, value }: SourceEntry,
): (LineSpan & { indent: number }) | null {
  const { character, line } = lines.position(keySpan.start);
  const start = lines.offset({ line, character: 0 });
  if (text.slice(start, keySpan.start).trim() !== '') return null;
  return {
    indent: character,
    ...lineSpan({ text, lines }, { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) }),
  };
}

function lineSpan({ text, lines }: Layout, { start, end }: Span): LineSpan {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { firstLine: lines.position(start).line, lastLine: lines.position(last).line };
}

/** The lines with the indentation taken away; null where a line has less of it, so that it cannot be moved. */
export function blockText({ text }: Layout, { firstLine, lastLine }: LineSpan, indent: number): BlockText | null {
  const found: string[] = [];
  for (const line of text.split(/\r?\n/).slice(firstLine, lastLine + 1)) {
    if (line.trim() === '') found.push('');
    else if (line.slice(0, indent).trim() === '') found.push(line.slice(indent));
    else if (line.trimStart().startsWith('#')) found.push(line.trimStart());
    else return null;
  }
  return found;
}

export function indented(block: BlockText, indent: number): string[] {
  return block.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
}

/** The first line above a line of which the comments in between speak. */
export function withCommentsAbove({ text }: Layout, line: number): number {
  const lines = text.split(/\r?\n/);
  let first = line;
  while (first > 0 && /^#/.test(lines[first - 1] ?? '')) first--;
  return first;
}
