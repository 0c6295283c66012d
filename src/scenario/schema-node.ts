/** The part of JSON Schema that schemas/scenario.schema.json is written in. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: SchemaType | readonly SchemaType[];
  /** What is expected, for messages: "a duration such as 30s". */
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly examples?: readonly unknown[];
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly minProperties?: number;
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly anyOf?: readonly SchemaNode[];
  /** Only to say that exactly one of some keys is there. */
  readonly oneOf?: readonly { readonly required?: readonly string[] }[];
}

export type SchemaType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** Follows `$ref` into `$defs`. */
export function resolveSchema(schema: SchemaNode, root: SchemaNode): SchemaNode {
  let node = schema;
  for (let hops = 0; node.$ref !== undefined && hops < 10; hops++) {
    node = root.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {};
  }
  return node;
}
