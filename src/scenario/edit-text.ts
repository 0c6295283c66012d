/** How new keys and values are written, in YAML's block and flow styles and in JSON. */
import type { JsonValue } from './plan.ts';
import type { SourceNode } from './source.ts';

/** In a text that is JSON from its first brace on, keys and texts take double quotes. */
export function isJsonStyle(text: string, root: SourceNode | null): boolean {
  return root?.kind === 'map' && text.charAt(root.span.start) === '{';
}

/**
 * Plain where YAML reads it as the same text; `quote` is kept where there was one. `inBlock`: no `{` or `[` is around it, so that brackets and commas may
 * stand within.
 */
export function scalarText(value: null | boolean | number | string, quote: '"' | "'" | '', inBlock = false): string {
  if (typeof value !== 'string') return String(value);
  if (quote === '"') return JSON.stringify(value);
  if (quote === "'") return singleQuoted(value);
  if (isPlain(inBlock ? value.replaceAll(/[[\]{},]/g, '.') : value) && !/^[[\]{},]/.test(value)) return value;
  return value.includes('"') && !value.includes('\n') ? singleQuoted(value) : JSON.stringify(value);
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(text: string): boolean {
  if (!/^[\w./][\w ./%()<>=@+:-]*$/.test(text) || /[: ]$|: /.test(text)) return false;
  return !/^(true|false|null|yes|no|on|off|[-+.]?\d[\d_.]*(e[-+]?\d+)?|0x[\da-f]+|0o[0-7]+|\.inf|\.nan)$/i.test(text);
}

/** On one line. */
export function flowText(value: JsonValue, isJson: boolean): string {
  const quote = isJson ? '"' : '';
  if (typeof value !== 'object' || value === null) return scalarText(value, quote);
  if (isList(value)) return `[${value.map((item) => flowText(item, isJson)).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${scalarText(key, quote)}: ${flowText(item, isJson)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `key: value` in block style, line by line, without the indentation of the place. */
export function valueLines(key: string, value: JsonValue): string[] {
  const name = scalarText(key, '');
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return [`${name}: ${flowText(value, false)}`];
  }
  return [`${name}:`, ...blockLines(value).map((line) => `  ${line}`)];
}

function blockLines(value: JsonValue): string[] {
  if (typeof value !== 'object' || value === null) return [scalarText(value, '')];
  if (isList(value)) {
    return value.flatMap((item) => {
      const [head = '', ...rest] = blockLines(item);
      return [`- ${head}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  return Object.entries(value).flatMap(([key, item]) => valueLines(key, item));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
