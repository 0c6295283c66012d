/** What the schema wants and what a document has, in the words of messages. */
import { scenarioSchema } from './generated/schema.js';
import { resolveSchema, type SchemaNode } from './schema-node.ts';
import type { SourceNode } from './source.ts';

/** More of them are for completion, not for a sentence. */
const MOST_ALTERNATIVES = 5;

const LONGEST_EXAMPLE = 60;

/** Of what is settled before a run; `expected` is what can stand there. */
export function noExpression(place: string, expected: string): string {
  return `${place} is fixed before the run, so it cannot be an expression; write ${expected}. \`environments\` can change it.`;
}

/** What a value of several forms may be. */
export function alternatives(branches: readonly SchemaNode[]): string {
  const words = [...new Set(branches.map(expectation))];
  return words.length > MOST_ALTERNATIVES
    ? `${words.slice(0, MOST_ALTERNATIVES).join(', or ')}, or another of its kinds`
    : words.join(', or ');
}

/** What a value must be: `a duration such as 30s`, `a whole number`. */
export function expectation(schema: SchemaNode): string {
  if (schema.title !== undefined) return schema.title;
  const example = exampleText(schema);
  if (schema.enum) return `one of ${enumeration(schema.enum.map(String))}`;
  const [type] = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  switch (type) {
    case 'object': {
      const [key] = schema.required ?? [];
      if (example !== null) return `a map such as ${example}`;
      return key === undefined ? 'a map (`key: value`)' : `a map with \`${(schema.required ?? []).join('` and `')}\``;
    }
    case 'array':
      return example === null ? 'a list (`- item`)' : `a list such as ${example}`;
    case 'string':
      return example === null ? 'a text' : `a text such as ${example}`;
    case 'number':
      return 'a number';
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    default:
      return 'empty';
  }
}

/** The schema's first example as YAML in one line; null where there is none, or one too long for a sentence. */
function exampleText({ examples = [] }: SchemaNode): string | null {
  const text = examples.length === 0 ? '' : flowText(examples[0]);
  return text === '' || text.length > LONGEST_EXAMPLE ? null : `\`${text}\``;
}

function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flowText(inner)}`)
      .join(', ')} }`;
  const text = String(value);
  return typeof value === 'string' && /[{}[\],#'"]|: /.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
}

/** What stands there instead. */
export function described(node: SourceNode): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (typeof node.value === 'string') return node.value === '' ? 'an empty text' : 'a text';
  return node.value === null ? 'nothing' : String(node.value);
}

/** How a list's items are called at the head of a sentence. */
export function itemName(place: string, items: SchemaNode): string {
  const { title } = resolveSchema(items, scenarioSchema);
  return title === undefined ? `An item of ${place}` : sentenceStart(title);
}

/** Long lists are for completion, not for a message. */
export function possible(keys: readonly string[]): string {
  return keys.length > 12 ? '' : `Possible here: ${enumeration(keys)}.`;
}

/** `a`, `b` or `c`. */
export function enumeration(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

export function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
