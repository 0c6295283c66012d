/** What is wrong with a value of its own: its type, its words, its number. */
import type { Repair } from './repair.ts';
import type { SchemaNode, SchemaType } from './schema-node.ts';
import type { SourceNode, Span } from './source.ts';
import { suggestion } from './suggestion.ts';
import { alternatives, described, enumeration, expectation, noExpression } from './structure-words.ts';
import { typeRepairs, unitRepairs } from './structure-repairs.ts';

/** One thing in which a document differs from the schema. */
export interface StructureProblem {
  readonly code: 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value' | 'keys-exclude-each-other' | 'empty';
  readonly message: string;
  readonly span: Span;
  readonly repairs?: readonly Repair[];
}

export function hasType(node: SourceNode, type: SchemaType | readonly SchemaType[]): boolean {
  const types = typeof type === 'string' ? [type] : type;
  if (node.kind === 'map') return types.includes('object');
  if (node.kind === 'list') return types.includes('array');
  const { value } = node;
  if (value === null) return types.includes('null');
  if (typeof value === 'number')
    return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
  return typeof value === 'string' ? types.includes('string') : types.includes('boolean');
}

export function wrongType(node: SourceNode, schema: SchemaNode, place: string): StructureProblem {
  const expected = schema.anyOf ? alternatives(schema.anyOf) : expectation(schema);
  if (node.kind === 'scalar' && node.value === null) {
    return { code: 'wrong-type', message: `${place} has no value; it must be ${expected}.`, span: node.span };
  }
  const meant = entryWithoutSpace(node, schema);
  if (meant) {
    const { key, value } = meant;
    const change = { kind: 'replace', at: node.span, value: { [key]: value } } as const;
    return {
      code: 'wrong-type',
      message: `A space belongs behind \`${key}:\`.`,
      span: node.span,
      repairs: [{ title: `Change to \`${key}: ${value}\``, changes: [change], preferred: true }],
    };
  }
  const isDuration = expected.startsWith('a duration');
  if (isDuration && node.kind === 'scalar' && typeof node.value === 'number') {
    const message =
      node.value < 0
        ? `${place} cannot be negative.`
        : `${place} needs a unit: ${node.value}s, ${node.value}ms or ${node.value}m.`;
    return { code: 'wrong-type', message, span: node.span, repairs: unitRepairs(node, node.value) };
  }
  const message =
    isExpression(node) && !schemaTypes(schema).some((type) => type === 'object' || type === 'array')
      ? noExpression(place, expected)
      : `${place} must be ${expected}, not ${described(node)}.`;
  return { code: 'wrong-type', message, span: node.span, repairs: typeRepairs(node, schema) };
}

/** `get:/health`, which YAML takes for a text. */
function entryWithoutSpace(node: SourceNode, schema: SchemaNode): { key: string; value: string } | null {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !schemaTypes(schema).includes('object')) return null;
  const [, key, value] = /^([A-Za-z]\w{0,60}):(\S.*)$/s.exec(node.value) ?? [];
  return key !== undefined && value !== undefined ? { key, value } : null;
}

function schemaTypes(schema: SchemaNode): readonly SchemaType[] {
  return (schema.anyOf ?? [schema]).flatMap(({ type }) => type ?? []);
}

function isExpression(node: SourceNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.value.includes('${');
}

/** What is wrong with a value of the right type, as a sentence; null where nothing is. */
export function scalarProblem(
  value: null | boolean | number | string,
  schema: SchemaNode,
  place: string,
): string | null {
  if (schema.enum && !schema.enum.includes(value)) {
    const choices = schema.enum.map(String);
    const meant = suggestion(String(value), choices);
    return `${place} cannot be \`${String(value)}\`. ${meant === null ? `It is one of ${enumeration(choices)}.` : `Did you mean \`${meant}\`?`}`;
  }
  if (typeof value === 'number') return numberProblem(value, schema, place);
  if (typeof value !== 'string') return null;
  if (schema.minLength !== undefined && value.length < schema.minLength) return `${place} is empty.`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    if (/^-/.test(value) && expectation(schema).startsWith('a duration')) return `${place} cannot be negative.`;
    const expected = expectation(schema);
    if (value.includes('${') && !expected.includes('expression')) return noExpression(place, expected);
    return `${place} must be ${expected}, not "${value}".`;
  }
  return null;
}

function numberProblem(value: number, schema: SchemaNode, place: string): string | null {
  const tooSmall =
    (schema.minimum !== undefined && value < schema.minimum) ||
    (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum);
  const tooLarge = schema.maximum !== undefined && value > schema.maximum;
  return tooSmall || tooLarge ? `${place} must be ${expectation(schema)}, not ${value}.` : null;
}
