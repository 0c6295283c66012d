/** What the walk reads of a JSON Schema. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
}

/** A key that a map may have. */
export interface KeyProposal {
  readonly key: string;
  readonly documentation: string;
  /** An alternative of the schema can't be without it, as a request can't be without its method: it says what the map is. */
  readonly leading: boolean;
}

/** All schemas that may hold at a path, alternatives taken apart and references followed. */
export function schemasAt(root: Schema, path: readonly (string | number)[]): Schema[] {
  let current = alternatives(root, root);
  for (const part of path) {
    current = current.flatMap((schema) => child(schema, part)).flatMap((schema) => alternatives(root, schema));
  }
  return current;
}

/**
 * The keys that may join `siblings` in the map at a path: of alternatives, only those that have all siblings; of keys that exclude
 * each other, none beside one that is there.
 */
export function keysAt(root: Schema, path: readonly (string | number)[], siblings: readonly string[]): KeyProposal[] {
  const proposals = new Map<string, KeyProposal>();
  for (const schema of schemasAt(root, path)) {
    const { properties } = schema;
    if (!properties || !siblings.every((key) => key in properties)) continue;
    const exclusive = (schema.oneOf ?? []).flatMap((alternative) => alternative.required ?? []);
    const decided = exclusive.some((key) => siblings.includes(key));
    const leading = new Set([...exclusive, ...(schema.required ?? [])]);
    for (const [key, property] of Object.entries(properties)) {
      if (siblings.includes(key) || (decided && exclusive.includes(key)) || proposals.has(key)) continue;
      proposals.set(key, { key, documentation: documentationOf(property), leading: leading.has(key) });
    }
  }
  return [...proposals.values()];
}

/** The values that a path's schema lists. */
export function valuesAt(root: Schema, path: readonly (string | number)[]): unknown[] {
  const values = schemasAt(root, path).flatMap((schema): readonly unknown[] => {
    if (schema.const !== undefined) return [schema.const];
    return schema.enum ?? (schema.type === 'boolean' ? [true, false] : []);
  });
  return [...new Set(values)];
}

export function documentationOf(schema: Schema): string {
  return schema.markdownDescription ?? schema.description ?? '';
}

function child(schema: Schema, part: string | number): Schema[] {
  if (typeof part === 'number') return typeof schema.items === 'object' ? [schema.items] : [];
  const own = schema.properties?.[part];
  if (own) return [own];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

function alternatives(root: Schema, schema: Schema): Schema[] {
  const target = schema.$ref === undefined ? null : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? null);
  const nested = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...(target ? [target] : []), ...nested].flatMap((one) =>
    one === schema ? [schema] : alternatives(root, one),
  );
}
