/** What stands on one line of block YAML: dashes and a key, from left to right. */
export interface LineEntry {
  readonly column: number;
  /** null for a dash. */
  readonly key: string | null;
  /** Behind the key, quotes included: where its colon stands. Of a dash: behind it. */
  readonly keyEnd: number;
  readonly valueColumn: number;
  /** What follows on the line; '' where nothing does, and for a dash with a key behind it. */
  readonly value: string;
}

const DASH = /-(?:[ \t]+|$)/y;
/** A plain key may end with `{…}`, as selectors of thresholds do; `: ` ends it. */
const KEY =
  /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#'"{[\]},&*!|>%@`][^#{]*?(?:\{[^}#]*\})?))[ \t]*:(?=\s|$)[ \t]*/y;

export function lineEntries(content: string): LineEntry[] {
  const entries: LineEntry[] = [];
  let at = indentOf(content);
  for (;;) {
    DASH.lastIndex = at;
    const dash = DASH.exec(content)?.[0];
    if (dash === undefined) break;
    entries.push({
      column: at,
      key: null,
      keyEnd: at + 1,
      valueColumn: at + dash.length,
      value: content.slice(at + dash.length).trim(),
    });
    at += dash.length;
  }
  KEY.lastIndex = at;
  const found = KEY.exec(content);
  if (!found) return entries;
  const holder = entries.at(-1);
  if (holder) entries[entries.length - 1] = { ...holder, value: '' };
  const [whole, double, single, plain] = found;
  const keyEnd = at + whole.lastIndexOf(':');
  const valueColumn = at + whole.length;
  entries.push({
    column: at,
    key: double ?? single?.replaceAll("''", "'") ?? plain ?? '',
    keyEnd: keyEnd - (/[ \t]*$/.exec(content.slice(at, keyEnd))?.[0].length ?? 0),
    valueColumn,
    value: content.slice(valueColumn).trim(),
  });
  return entries;
}

export function indentOf(content: string): number {
  let at = 0;
  while (at < content.length && (content.charCodeAt(at) === 32 || content.charCodeAt(at) === 9)) at++;
  return at;
}

/** A scalar on one line from a column on: without its quotes, and without the comment behind it. */
export function plainText(
  content: string,
  from: number,
): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | '';
  /** Whether a comment follows. */
  readonly comment: boolean;
} {
  let start = from;
  while (/\s/.test(content.charAt(start))) start++;
  const quote = content.charAt(start);
  if (quote === '"' || quote === "'") {
    let end = start + 1;
    while (end < content.length && content.charAt(end) !== quote)
      end += quote === '"' && content.charAt(end) === '\\' ? 2 : 1;
    end = Math.min(end, content.length);
    return {
      text: content.slice(start + 1, end),
      start: start + 1,
      end,
      quote,
      comment: /\s#/.test(content.slice(end)),
    };
  }
  const rest = content.slice(start);
  const comment = rest.startsWith('#') ? 0 : rest.search(/\s#/);
  const text = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return { text, start, end: start + text.length, quote: '', comment: comment >= 0 };
}
