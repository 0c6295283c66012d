import type { SourcePath } from '../scenario/source.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { placeAt, type Place } from './place.ts';
import { isBareExpression } from './step-path.ts';

/** The expression that a position is in. */
export interface ExpressionAt {
  /** Without `${` and `}`. */
  readonly source: string;
  /** Of the position in `source`. */
  readonly offset: number;
  /** Column of the position's line at which `source` begins. */
  readonly column: number;
  readonly line: number;
  readonly path: SourcePath;
}

/** null outside of expressions. */
export function expressionAt(
  text: string,
  position: SourcePosition,
  place = placeAt(text, position),
): ExpressionAt | null {
  const token = place && place.at !== 'key' ? place.token : lineToken(text, position);
  const inside = interpolation(token.text, token.offset);
  const base = { line: position.line, path: place?.path ?? [] };
  if (inside) {
    const source = token.text.slice(inside.start, inside.end);
    return { ...base, source, offset: token.offset - inside.start, column: token.start.character + inside.start };
  }
  if (!place || place.at !== 'value' || !isBareExpression(place.path)) return null;
  return { ...base, source: token.text, offset: token.offset, column: token.start.character };
}

/** Where lines make no sense yet, the line itself still tells whether a `${` is open. */
function lineToken(text: string, { line, character }: SourcePosition): Place['token'] {
  const content = text.split(/\r?\n/, line + 1)[line] ?? '';
  return {
    text: content,
    offset: character,
    quote: '',
    start: { line, character: 0 },
    end: { line, character: content.length },
  };
}

/** The `${…}` around an offset, closed or not; `$${` opens none. */
function interpolation(text: string, offset: number): { start: number; end: number } | null {
  for (let from = 0; ;) {
    const open = text.indexOf('${', from);
    if (open < 0 || open + 2 > offset) return null;
    if (text.charAt(open - 1) === '$') {
      from = open + 2;
      continue;
    }
    const end = closing(text, open + 2);
    if (offset <= end) return { start: open + 2, end };
    from = end + 1;
  }
}

/** Braces inside are map literals, and those in texts count for nothing. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') at++;
    else if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return text.length;
      at = end;
    } else if (sign === '{') depth++;
    else if (sign === '}' && depth-- === 0) return at;
  }
  return text.length;
}

/** The name that a position is in, with the names and dots before it: `response.timings.dur` → `['response', 'timings']`, `dur`. */
export interface NameAt {
  readonly chain: readonly string[];
  readonly name: string;
  /** In the expression's source. */
  readonly start: number;
  readonly end: number;
  /** `.?` stands before the name. */
  readonly optional: boolean;
  /** Something that is no name stands before the dot, such as a call. */
  readonly ofValue: boolean;
}

/** null inside of texts and numbers. */
export function nameAt(source: string, offset: number): NameAt | null {
  if (textAt(source, offset)) return null;
  const before = source.slice(0, offset);
  const left = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const start = offset - left.length;
  const end = offset + (/^\w*/.exec(source.slice(offset))?.[0].length ?? 0);
  const name = source.slice(start, end);
  const head = source.slice(0, start);
  if (/[\w]$/.test(head)) return null;
  const dotted = /\.\??\s*$/.exec(head)?.[0];
  if (dotted === undefined) return { chain: [], name, start, end, optional: false, ofValue: false };
  const optional = dotted.includes('?');
  const owner = head.slice(0, -dotted.length);
  if (/(^|[^\w.)\]"'])\d+$/.test(owner)) return null;
  const chain = /(?:^|[^\w.)\]"'])([A-Za-z_]\w*(?:\.\??[A-Za-z_]\w*)*)$/.exec(owner)?.[1];
  if (chain === undefined) return { chain: [], name, start, end, optional, ofValue: true };
  return { chain: chain.split(/\.\??/), name, start, end, optional, ofValue: false };
}

/** The text in quotes that an offset is in, with what stands before its opening quote. */
export function textAt(source: string, offset: number): { before: string; text: string; start: number } | null {
  for (let at = 0; at < offset; at++) {
    const sign = source.charAt(at);
    if (sign !== '"' && sign !== "'") continue;
    let end = at + 1;
    while (end < source.length && source.charAt(end) !== sign) end += source.charAt(end) === '\\' ? 2 : 1;
    // Where the whole expression is quoted, its texts are escaped: the quote is then part of the text's start.
    if (offset <= end) return { before: source.slice(0, at), text: source.slice(at + 1, end), start: at + 1 };
    at = end;
  }
  return null;
}
