/** Ways out of what the schema does not allow. */
import { scenarioSchema } from './generated/schema.js';
import type { JsonValue } from './plan.ts';
import { changeTo, removeKey, type Repair } from './repair.ts';
import { resolveSchema, type SchemaNode } from './schema-node.ts';
import type { MapNode, ScalarNode, SourceEntry, SourceNode } from './source.ts';
import { suggestion } from './suggestion.ts';
import { parseDuration } from './units.ts';

/** More of them are for completion, not for a menu of fixes. */
const MOST_CHOICES = 6;

export function unknownKeyRepairs(entry: SourceEntry, meant: string | null, map: MapNode): Repair[] {
  const isFree = meant !== null && !map.entries.some(({ key }) => key === meant);
  return [...(isFree ? [changeTo(entry.keySpan, meant)] : []), removeKey(entry)];
}

/** A name that expressions can read: `my-var` → `my_var`. */
export function nameRepairs({ key, keySpan }: SourceEntry): Repair[] {
  const name = key.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
  return /^[A-Za-z_]\w*$/.test(name) && name !== key ? [changeTo(keySpan, name)] : [];
}

/** The key with the first value that the schema gives as an example. */
export function missingKeyRepairs(map: MapNode, key: string, property: SchemaNode | undefined): Repair[] {
  const value = property && exampleOf(property);
  if (value === undefined) return [];
  const title = typeof value === 'object' ? `Add \`${key}\`` : `Add \`${key}: ${String(value)}\``;
  return [{ title, changes: [{ kind: 'insert', map, key, value }] }];
}

function exampleOf(property: SchemaNode): JsonValue | undefined {
  const [example] = property.examples ?? resolveSchema(property, scenarioSchema).examples ?? [];
  return isJson(example) ? example : undefined;
}

function isJson(value: unknown): value is JsonValue {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}

/** `30` → `30s`, `30ms`. */
export function unitRepairs({ span }: SourceNode, amount: number): Repair[] {
  if (amount < 0) return [];
  const seconds = changeTo(span, `${amount}s`);
  return [seconds, { ...changeTo(span, `${amount}ms`), preferred: false }];
}

/** A number or true and false that stand in quotes, or in another language's words. */
export function typeRepairs(node: SourceNode, schema: SchemaNode): Repair[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return [];
  const types = (schema.anyOf ?? [schema]).flatMap(({ type }) => type ?? []);
  const text = node.value.trim();
  const replace = (value: number | boolean): Repair => ({
    title: `Change to \`${value}\``,
    changes: [{ kind: 'replace', at: node.span, value }],
    preferred: true,
  });
  const isInteger = /^\d{1,15}$/.test(text);
  if ((types.includes('integer') && isInteger) || (types.includes('number') && /^\d{1,15}(\.\d+)?$/.test(text))) {
    return [replace(Number(text))];
  }
  if (!types.includes('boolean')) return [];
  if (/^(true|yes|on)$/i.test(text)) return [replace(true)];
  return /^(false|no|off)$/i.test(text) ? [replace(false)] : [];
}

/** A value of a list of values, or a duration in other words. */
export function scalarRepairs({ value, span }: ScalarNode, schema: SchemaNode): Repair[] {
  const choices = schema.enum?.map(String) ?? [];
  const meant = suggestion(String(value), choices);
  if (meant !== null) return [changeTo(span, meant)];
  if (choices.length <= MOST_CHOICES && schema.enum?.every((choice) => typeof choice === 'string')) {
    return choices.map((choice) => ({ ...changeTo(span, choice), preferred: false }));
  }
  const duration = typeof value === 'string' && schema.title?.startsWith('a duration') ? durationMeant(value) : null;
  return duration === null ? [] : [changeTo(span, duration)];
}

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(ms|msecs?|milliseconds?)$/, 'ms'],
  [/^(s|secs?|seconds?)$/, 's'],
  [/^(m|mins?|minutes?)$/, 'm'],
  [/^(h|hrs?|hours?)$/, 'h'],
  [/^(d|days?)$/, 'd'],
];

/** `30 seconds`, `1 min 30 s` and a number in quotes; null where it is none of them. */
function durationMeant(text: string): string | null {
  if (/^\d+(\.\d+)?$/.test(text)) return `${text}s`;
  const parts = [...text.toLowerCase().matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)\s*/g)];
  if (parts.map(([whole]) => whole).join('') !== text.toLowerCase()) return null;
  const written = parts.map(([, amount = '', word = '']) => {
    const unit = UNIT_WORDS.find(([pattern]) => pattern.test(word))?.[1];
    return unit === undefined ? '' : `${amount}${unit}`;
  });
  const meant = written.join('');
  return written.includes('') || parseDuration(meant) === null ? null : meant;
}
