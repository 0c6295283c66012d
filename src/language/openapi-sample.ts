import type { JsonValue } from '../scenario/plan.ts';
import { isRecord, list, resolved, text, type JsonRecord } from './openapi-node.ts';

/** Of a request's body, properties that only answers have are left out. */
type Use = 'request' | 'any';

/** A value that fits a schema: its example, else its default, else the first that its type allows. */
export function sampleOf(root: JsonRecord, schema: unknown, use: Use = 'any'): JsonValue {
  return new Sampler(root, use).sample(schema);
}

/** Literal values deeper than this are no test data. */
const DEEPEST = 20;

class Sampler {
  readonly #root: JsonRecord;
  readonly #use: Use;
  /** The schemas that the one at hand is part of: one that holds itself ends there. */
  readonly #open = new Set<JsonRecord>();

  constructor(root: JsonRecord, use: Use) {
    this.#root = root;
    this.#use = use;
  }

  sample(node: unknown): JsonValue {
    const schema = resolved(this.#root, node);
    if (!isRecord(schema) || this.#open.has(schema)) return null;
    const given = [
      schema['example'],
      list(schema['examples'])[0],
      schema['default'],
      schema['const'],
      list(schema['enum'])[0],
    ].find((value) => value !== undefined);
    if (given !== undefined) return jsonOf(given, 0);
    this.#open.add(schema);
    try {
      return this.#made(schema);
    } finally {
      this.#open.delete(schema);
    }
  }

  #made(schema: JsonRecord): JsonValue {
    const { allOf, oneOf, anyOf } = schema;
    if (Array.isArray(allOf)) return this.#merged(schema, allOf);
    if (Array.isArray(oneOf)) return this.sample(oneOf[0]);
    if (Array.isArray(anyOf)) return this.sample(anyOf[0]);
    return this.#ofType(schema);
  }

  #merged(schema: JsonRecord, parts: readonly unknown[]): JsonValue {
    const own = isRecord(schema['properties']) ? [this.#ofType(schema)] : [];
    const samples = [...parts.map((part) => this.sample(part)), ...own];
    const maps = samples.flatMap((value) => (isRecord(value) ? Object.entries(value) : []));
    return maps.length > 0 ? Object.fromEntries(maps) : (samples[0] ?? null);
  }

  #ofType(schema: JsonRecord): JsonValue {
    const types = Array.isArray(schema['type']) ? schema['type'].map(text) : [text(schema['type'])];
    const type = types.find((candidate) => candidate !== 'null') ?? '';
    if (type === 'object' || isRecord(schema['properties'])) return this.#objectOf(schema);
    if (type === 'array' || schema['items'] !== undefined) return [this.sample(schema['items'])];
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return numberOf(schema);
    return type === 'string' ? stringOf(schema) : null;
  }

  /** What is required; everything, where nothing is. */
  #objectOf(schema: JsonRecord): JsonValue {
    const properties = isRecord(schema['properties']) ? schema['properties'] : {};
    const required = list(schema['required']);
    const entries = Object.entries(properties).filter(([name, node]) => {
      const property = resolved(this.#root, node);
      if (this.#use === 'request' && isRecord(property) && property['readOnly'] === true) return false;
      return required.length === 0 || required.includes(name);
    });
    return Object.fromEntries(entries.map(([name, node]) => [name, this.sample(node)]));
  }
}

function numberOf(schema: JsonRecord): number {
  const { minimum, exclusiveMinimum } = schema;
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + 1;
  if (typeof minimum === 'number') return exclusiveMinimum === true ? minimum + 1 : minimum;
  return 1;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  email: 'loadtest@example.com',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  uri: 'https://example.com',
  ipv4: '192.0.2.1',
  hostname: 'example.com',
};

function stringOf(schema: JsonRecord): string {
  const sampleText = FORMATS[text(schema['format'])] ?? 'text';
  const shortest = typeof schema['minLength'] === 'number' ? Math.min(schema['minLength'], 1000) : 0;
  return sampleText.padEnd(shortest, 'x');
}

/** YAML has values that JSON has not. */
function jsonOf(value: unknown, depth: number): JsonValue {
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => jsonOf(item, depth + 1));
  if (isRecord(value) && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, jsonOf(member, depth + 1)]));
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value instanceof Date ? value.toISOString() : null;
}
