import type { JsonValue } from './plan.ts';

/** A literal where text is wanted: text as it is, everything else as JSON. */
export function literalText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Finds `${…}` in text. What stands inside is CEL, so braces and quotes in it are counted as CEL does. */

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `start` and `end` are offsets of the expression in the text, without `${` and `}`. */
  | { readonly kind: 'expression'; readonly source: string; readonly start: number; readonly end: number }
  /** A `${` that nothing closes. */
  | { readonly kind: 'open'; readonly start: number; readonly end: number };

/** `$${` stands for the characters `${`. */
export function splitTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      plain += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      const end = closingBrace(text, at + 2);
      if (end < 0) {
        parts.push({ kind: 'open', start: at, end: text.length });
        return parts;
      }
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'expression', source: text.slice(at + 2, end), start: at + 2, end });
      at = end + 1;
    } else {
      plain += text.charAt(at);
      at++;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const end = closingQuote(text, at);
      if (end < 0) return -1;
      at = end;
    } else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return -1;
}

function closingQuote(text: string, from: number): number {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === quote) return at;
  }
  return -1;
}
