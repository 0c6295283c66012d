import { adviceOn, foreignKey, meantKey } from './foreign-words.ts';
import { scenarioSchema } from './generated/schema.js';
import { changeTo, removeKey, type Repair } from './repair.ts';
import { resolveSchema, type SchemaNode, type SchemaType } from './schema-node.ts';
import { type SourceEntry, type SourceNode, type Span } from './source.ts';
import {
  missingKeyRepairs,
  nameRepairs,
  scalarRepairs,
  typeRepairs,
  unitRepairs,
  unknownKeyRepairs,
} from './structure-repairs.ts';
import { fold, suggestion } from './suggestion.ts';

/** More of them are for completion, not for a sentence. */
const MOST_ALTERNATIVES = 5;
const LONGEST_EXAMPLE = 60;

export interface StructureProblem {
  readonly code: 'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value' | 'keys-exclude-each-other' | 'empty';
  readonly message: string;
  readonly span: Span;
  readonly repairs?: readonly Repair[];
}

/**
 * Everything in which a document differs from the schema, in the field's words and one message a place. Where a value
 * may have several forms, the one is explained that the author most likely meant.
 */
export function checkStructure(root: SourceNode): Structure {
  // Its title is for editors, and no kind of value.
  const { title, ...schema } = scenarioSchema;
  return explain(root, title === undefined ? scenarioSchema : schema, 'The scenario');
}

/** What is wrong with a document, and what is right about it. */
export interface Structure {
  readonly problems: readonly StructureProblem[];
  /** The document without what the schema does not allow, misspelt keys understood as they were meant; null where nothing is left. */
  readonly valid: SourceNode | null;
}

function explain(node: SourceNode, schemaOrRef: SchemaNode, place: string): Structure {
  const schema = resolveSchema(schemaOrRef, scenarioSchema);
  if (schema.anyOf) return explainUnion(node, schema, schema.anyOf, place);
  if (schema.type !== undefined && !hasType(node, schema.type)) {
    return wrong(wrongType(node, { ...schema, examples: schemaOrRef.examples ?? schema.examples ?? [] }, place));
  }
  switch (node.kind) {
    case 'scalar': {
      const message = scalarProblem(node.value, schema, place);
      if (message === null) return right(node);
      return wrong({ code: 'wrong-value', message, span: node.span, repairs: scalarRepairs(node, schema) });
    }
    case 'list':
      return explainList(node, schema, place);
    case 'map':
      return explainMap(node, schema, place);
  }
}

function right(node: SourceNode): Structure {
  return { problems: [], valid: node };
}

function wrong(problem: StructureProblem): Structure {
  return { problems: [problem], valid: null };
}

function explainList(node: Extract<SourceNode, { kind: 'list' }>, schema: SchemaNode, place: string): Structure {
  const least = schema.minItems ?? 0;
  if (node.items.length < least) {
    return wrong({ code: 'empty', message: `${place} is an empty list; write at least one item.`, span: node.span });
  }
  const { items } = schema;
  if (!items) return right(node);
  const explained = node.items.map((item) => explain(item, items, itemName(place, items)));
  const problems = explained.flatMap((item) => item.problems);
  if (problems.length === 0) return right(node);
  const left = explained.flatMap(({ valid }) => (valid ? [valid] : []));
  return { problems, valid: left.length < least ? null : { ...node, items: left } };
}

function explainMap(node: Extract<SourceNode, { kind: 'map' }>, schema: SchemaNode, place: string): Structure {
  const problems: StructureProblem[] = [];
  const left: SourceEntry[] = [];
  const { properties = {}, additionalProperties = true } = schema;
  const known = Object.keys(properties);
  const isClosed = additionalProperties === false;
  const keep = (entry: SourceEntry, key: string, property: SchemaNode): void => {
    const explained = explain(entry.value, property, `\`${key}\``);
    problems.push(...explained.problems);
    if (explained.valid) left.push({ ...entry, key, value: explained.valid });
  };
  for (const entry of node.entries) {
    const own = Object.hasOwn(properties, entry.key) ? properties[entry.key] : undefined;
    if (own) {
      keep(entry, entry.key, own);
    } else if (isClosed) {
      const advice =
        foreignKey(entry.key, known) === null ? (adviceOn(entry.key) ?? elsewhere(entry.key, schema)) : null;
      const meant = advice === null ? meantKey(entry.key, known) : null;
      const hint = meant === null ? (advice ?? possible(known)) : `Did you mean \`${meant}\`?`;
      problems.push({
        code: 'unknown-key',
        message: `${place} has no key \`${entry.key}\`. ${hint}`.trimEnd(),
        span: entry.keySpan,
        repairs: unknownKeyRepairs(entry, meant, node),
      });
      const schemaMeant = meant === null ? undefined : properties[meant];
      if (meant !== null && schemaMeant && !node.entries.some(({ key }) => key === meant))
        keep(entry, meant, schemaMeant);
    } else {
      const namePattern = schema.propertyNames?.pattern;
      if (namePattern !== undefined && !new RegExp(namePattern, 'u').test(entry.key)) {
        const message = `\`${entry.key}\` is no name that expressions can read: use letters, digits and _, and begin with a letter.`;
        problems.push({ code: 'wrong-value', message, span: entry.keySpan, repairs: nameRepairs(entry) });
      } else if (typeof additionalProperties === 'object') keep(entry, entry.key, additionalProperties);
      else left.push(entry);
    }
  }
  const written = node.entries.map((entry) => entry.key);
  for (const key of schema.required ?? []) {
    // A misspelt key is one slip, not two.
    const misspelt = problems.some(
      (problem) => problem.code === 'unknown-key' && problem.message.endsWith(`\`${key}\`?`),
    );
    if (!written.includes(key) && !misspelt) {
      problems.push({
        code: 'missing-key',
        message: `${place} needs the key \`${key}\`.`,
        span: startOf(node),
        repairs: missingKeyRepairs(node, key, properties[key]),
      });
    }
  }
  const surplus = exactlyOne(node, schema, place);
  problems.push(...surplus);
  if (schema.minProperties !== undefined && node.entries.length < schema.minProperties) {
    problems.push({
      code: 'empty',
      message: `${place} is empty; write at least one key, or leave it out.`,
      span: node.span,
    });
  }
  if (problems.length === 0) return right(node);
  const entries = left.filter(({ keySpan }) => !surplus.some(({ span }) => span === keySpan));
  const has = (key: string): boolean => entries.some((entry) => entry.key === key);
  const whole =
    (schema.required ?? []).every(has) &&
    entries.length >= (schema.minProperties ?? 0) &&
    (!schema.oneOf || schema.oneOf.some(({ required }) => (required ?? []).every(has)));
  return { problems, valid: whole ? { ...node, entries } : null };
}

/** Where a key belongs that is right in another map; null where it is none of those. */
function elsewhere(key: string, { properties }: SchemaNode): string | null {
  const ofScenario = scenarioSchema.$defs?.['scenario']?.properties ?? {};
  const ofFile = scenarioSchema.properties ?? {};
  if (properties === ofFile) {
    const own = suggestion(key, Object.keys(ofFile)) === null ? spelt(key, Object.keys(ofScenario)) : null;
    return own === null ? null : `${own === key ? 'It' : `\`${own}\``} belongs into a scenario under \`scenarios:\`.`;
  }
  if (properties === ofScenario) return Object.hasOwn(ofFile, key) ? 'It belongs at the top of the file.' : null;
  if (Object.hasOwn(ofScenario, key)) return 'It belongs into a scenario, beside its `steps`.';
  return Object.hasOwn(ofFile, key) ? 'It belongs at the top of the file.' : null;
}

/** The key that differs from a word in nothing but case and word breaks. */
function spelt(word: string, keys: readonly string[]): string | null {
  return keys.find((key) => fold(key) === fold(word)) ?? null;
}

/** `oneOf` with nothing but `required`: exactly one of these keys. */
function exactlyOne(node: Extract<SourceNode, { kind: 'map' }>, schema: SchemaNode, place: string): StructureProblem[] {
  if (!schema.oneOf) return [];
  const keys = schema.oneOf.flatMap((branch) => branch.required ?? []);
  const [first, second] = node.entries.filter((entry) => keys.includes(entry.key));
  if (!first)
    return [
      {
        code: 'missing-key',
        message: `${place} needs one of ${enumeration(keys)}.`,
        span: startOf(node),
        repairs: keys.slice(0, 3).flatMap((key) => missingKeyRepairs(node, key, schema.properties?.[key])),
      },
    ];
  if (!second) return [];
  return [
    {
      code: 'keys-exclude-each-other',
      message: `\`${first.key}\` and \`${second.key}\` cannot stand in one step; make two steps of them.`,
      span: second.keySpan,
      repairs: [removeKey(second), removeKey(first)],
    },
  ];
}

function explainUnion(node: SourceNode, schema: SchemaNode, branches: readonly SchemaNode[], place: string): Structure {
  const flat = branches.flatMap((branch) => flatten(branch));
  const ofType = flat.filter((branch) => branch.type === undefined || hasType(node, branch.type));
  if (ofType.length === 0) return wrong(wrongType(node, { ...schema, anyOf: flat }, place));
  if (node.kind !== 'map') return fewest(ofType.map((branch) => explain(node, branch, place)));
  const written = new Set(node.entries.map((entry) => entry.key));
  const meant = ofType.filter((branch) => marks(branch).some((key) => written.has(key)));
  if (meant.length > 0) {
    const closest = fewest(
      meant.map((branch) => explain(node, branch, branch.title === undefined ? place : sentenceStart(branch.title))),
    );
    return { ...closest, problems: closest.problems.map((problem) => namedElsewhere(problem, node, ofType, meant)) };
  }
  return unrecognized(node, schema, ofType, place);
}

/** The keys that tell which form of a union is meant: what the form requires. */
function marks(schema: SchemaNode): readonly string[] {
  return [...(schema.required ?? []), ...(schema.oneOf?.flatMap((branch) => branch.required ?? []) ?? [])];
}

function flatten(schemaOrRef: SchemaNode): SchemaNode[] {
  const schema = resolveSchema(schemaOrRef, scenarioSchema);
  return schema.anyOf ? schema.anyOf.flatMap(flatten) : [schema];
}

function fewest(alternatives: readonly Structure[]): Structure {
  const [first = { problems: [], valid: null }, ...others] = alternatives;
  return others.reduce((best, next) => (next.problems.length < best.problems.length ? next : best), first);
}

/** A key that makes another kind of step is no spelling mistake. */
function namedElsewhere(
  problem: StructureProblem,
  node: Extract<SourceNode, { kind: 'map' }>,
  all: readonly SchemaNode[],
  meant: readonly SchemaNode[],
): StructureProblem {
  if (problem.code !== 'unknown-key') return problem;
  const entry = node.entries.find(({ keySpan }) => keySpan === problem.span);
  if (!entry || !all.some((branch) => marks(branch).includes(entry.key))) return problem;
  const other = node.entries.find(
    ({ key }) => key !== entry.key && meant.some((branch) => marks(branch).includes(key)),
  );
  if (!other) return problem;
  const message = `\`${entry.key}\` and \`${other.key}\` cannot stand in one step; make two steps of them.`;
  return { ...problem, code: 'keys-exclude-each-other', message, repairs: [removeKey(entry), removeKey(other)] };
}

function unrecognized(
  node: Extract<SourceNode, { kind: 'map' }>,
  schema: SchemaNode,
  branches: readonly SchemaNode[],
  place: string,
): Structure {
  const choices = [...new Set(branches.flatMap((branch) => marks(branch).slice(0, branch.oneOf ? undefined : 1)))];
  for (const entry of node.entries) {
    const meant = meantKey(entry.key, choices);
    if (meant !== null && !branches.some((branch) => Object.hasOwn(branch.properties ?? {}, entry.key))) {
      const message = `${place} has no key \`${entry.key}\`. Did you mean \`${meant}\`?`;
      const repairs = [changeTo(entry.keySpan, meant)];
      const problem: StructureProblem = { code: 'unknown-key', message, span: entry.keySpan, repairs };
      const entries = node.entries.map((one) => (one === entry ? { ...one, key: meant } : one));
      const { problems, valid } = explain({ ...node, entries }, schema, place);
      return { problems: [problem, ...problems], valid };
    }
  }
  const advice = node.entries.map(({ key }) => adviceOn(key)).find((sentence) => sentence !== null);
  const message =
    choices.length > 12
      ? `${place} needs a key that says what it is, such as ${enumeration(heads(branches).slice(0, 6))}.`
      : `${place} needs ${choices.length === 1 ? 'the key' : 'one of'} ${enumeration(choices)}.`;
  return wrong({
    code: 'missing-key',
    message: advice === undefined ? message : `${message} ${advice}`,
    span: startOf(node),
  });
}

/** The first key of each form. */
function heads(branches: readonly SchemaNode[]): readonly string[] {
  return [...new Set(branches.flatMap((branch) => marks(branch).slice(0, 1)))];
}

function hasType(node: SourceNode, type: SchemaType | readonly SchemaType[]): boolean {
  const types = typeof type === 'string' ? [type] : type;
  if (node.kind === 'map') return types.includes('object');
  if (node.kind === 'list') return types.includes('array');
  const { value } = node;
  if (value === null) return types.includes('null');
  if (typeof value === 'number')
    return types.includes('number') || (types.includes('integer') && Number.isInteger(value));
  return typeof value === 'string' ? types.includes('string') : types.includes('boolean');
}

function wrongType(node: SourceNode, schema: SchemaNode, place: string): StructureProblem {
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

function noExpression(place: string, expected: string): string {
  return `${place} is fixed before the run, so it cannot be an expression; write ${expected}. \`environments\` can change it.`;
}

function alternatives(branches: readonly SchemaNode[]): string {
  const words = [...new Set(branches.map(expectation))];
  return words.length > MOST_ALTERNATIVES
    ? `${words.slice(0, MOST_ALTERNATIVES).join(', or ')}, or another of its kinds`
    : words.join(', or ');
}

function expectation(schema: SchemaNode): string {
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

function described(node: SourceNode): string {
  if (node.kind === 'map') return 'a map';
  if (node.kind === 'list') return 'a list';
  if (typeof node.value === 'string') return node.value === '' ? 'an empty text' : 'a text';
  return node.value === null ? 'nothing' : String(node.value);
}

function scalarProblem(value: null | boolean | number | string, schema: SchemaNode, place: string): string | null {
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

/** Where a map lacks something, its first key is marked rather than all of it. */
function startOf(node: Extract<SourceNode, { kind: 'map' }>): Span {
  return node.entries[0]?.keySpan ?? node.span;
}

function itemName(place: string, items: SchemaNode): string {
  const { title } = resolveSchema(items, scenarioSchema);
  return title === undefined ? `An item of ${place}` : sentenceStart(title);
}

/** Long lists are for completion, not for a message. */
function possible(keys: readonly string[]): string {
  return keys.length > 12 ? '' : `Possible here: ${enumeration(keys)}.`;
}

function enumeration(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
