import { resolveSchema, type SchemaNode } from '../scenario/schema-node.ts';
import { scenarioSchema } from '../scenario/generated/schema.js';
import type { SourcePath } from '../scenario/source.ts';

/** A key that a map may have. */
export interface KeyProposal {
  readonly key: string;
  readonly schema: SchemaNode;
  /** An alternative of the schema can't be without it, as a request can't be without its method: it says what the map is. */
  readonly leading: boolean;
}

const known = new Map<string, readonly SchemaNode[]>();
/** The schema's own paths are few, but names in a file are not. */
const MOST_KNOWN = 2000;

/** All schemas that may hold at a path, alternatives taken apart and references followed. */
export function schemasAt(path: SourcePath): readonly SchemaNode[] {
  const key = path.map((part) => (typeof part === 'number' ? '#' : part)).join('\n');
  let found = known.get(key);
  if (!found) {
    const parent = path.length === 0 ? null : schemasAt(path.slice(0, -1));
    const last = path.at(-1) ?? '';
    found = parent
      ? [...new Set(parent.flatMap((schema) => child(schema, last)).flatMap(alternatives))]
      : alternatives(scenarioSchema);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, found);
  }
  return found;
}

/** Keys with which a step may begin before the one that says which step it is. */
const ANYWHERE = new Set(['name', 'weight', 'if']);

/**
 * The keys that may join `siblings` in the map at a path: of alternatives, only those that have all siblings; of keys that exclude
 * each other, none beside one that is there. Where nothing says yet which alternative it is, only the keys that do.
 */
export function keysAt(path: SourcePath, siblings: readonly string[]): KeyProposal[] {
  const proposals = new Map<string, KeyProposal>();
  const owners = schemasAt(path).filter(
    ({ properties }) => properties && siblings.every((key) => Object.hasOwn(properties, key)),
  );
  const undecided = owners.length > 1;
  for (const schema of owners) {
    const exclusive = (schema.oneOf ?? []).flatMap((alternative) => alternative.required ?? []);
    const decided = exclusive.some((key) => siblings.includes(key));
    const required = schema.required ?? [];
    const leading = new Set([...exclusive, ...(undecided ? required.slice(0, 1) : required)]);
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (siblings.includes(key) || (decided && exclusive.includes(key)) || proposals.has(key)) continue;
      if (undecided && !leading.has(key) && !ANYWHERE.has(key) && leading.size > 0) continue;
      proposals.set(key, { key, schema: property, leading: leading.has(key) });
    }
  }
  return [...proposals.values()];
}

/** The values that a path's schema lists. */
export function valuesAt(path: SourcePath): unknown[] {
  return [...new Set(schemasAt(path).flatMap(listed))];
}

/** The schema of a key as it stands in its map, with the words about it; undefined for names that the author chose. */
export function propertyAt(path: SourcePath): SchemaNode | undefined {
  const key = path.at(-1);
  if (typeof key !== 'string') return undefined;
  const owners = schemasAt(path.slice(0, -1)).filter(({ properties }) => properties && Object.hasOwn(properties, key));
  return owners[0]?.properties?.[key];
}

/** What may stand behind a key. */
export interface ValueShape {
  readonly scalar: boolean;
  readonly map: boolean;
  readonly list: boolean;
}

export function shapeAt(path: SourcePath): ValueShape {
  const types = schemasAt(path).flatMap((schema) => schema.type ?? []);
  const has = (...wanted: readonly string[]): boolean => wanted.some((type) => types.some((one) => one === type));
  return {
    scalar: has('string', 'number', 'integer', 'boolean') || valuesAt(path).length > 0,
    map: has('object'),
    list: has('array'),
  };
}

function documentationOf(schema: SchemaNode): string {
  return schema.markdownDescription ?? schema.description ?? '';
}

/** All that the schema says about a key: what it means, what it may be, examples. Markdown. */
export function explanationOf(schema: SchemaNode): string {
  const nodes = alternatives(schema);
  const values = [...new Set(nodes.flatMap((node) => (node.type === 'boolean' ? [] : listed(node))))];
  const examples = (schema.examples ?? []).filter((example) => typeof example !== 'object');
  const limits = nodes.flatMap(({ minimum, maximum }) => {
    if (minimum !== undefined && maximum !== undefined) return [`${minimum} to ${maximum}`];
    return [];
  });
  return [
    documentationOf(schema) || documentationOf(resolveSchema(schema, scenarioSchema)),
    ...(values.length > 1 ? [`One of ${values.map(code).join(', ')}.`] : []),
    ...(limits.length > 0 ? [`Allowed: ${limits.join(', ')}.`] : []),
    ...(values.length === 0 && examples.length > 0 ? [`For example ${examples.map(code).join(' or ')}.`] : []),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function code(value: unknown): string {
  return `\`${String(value).replaceAll('`', "'")}\``;
}

function listed(schema: SchemaNode): readonly unknown[] {
  return schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
}

function child(schema: SchemaNode, part: string | number): SchemaNode[] {
  if (typeof part === 'number') return schema.items ? [schema.items] : [];
  const own = schema.properties && Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
  if (own) return [own];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

function alternatives(schema: SchemaNode): SchemaNode[] {
  const target = schema.$ref === undefined ? null : resolveSchema(schema, scenarioSchema);
  return [schema, ...(target ? alternatives(target) : []), ...(schema.anyOf ?? []).flatMap(alternatives)];
}
