import { adviceOn, foreignKey, meantKey } from './foreign-words.ts';
import { scenarioSchema } from './generated/schema.js';
import { changeTo, removeKey } from './repair.ts';
import { resolveSchema, type SchemaNode } from './schema-node.ts';
import type { ListNode, MapNode, SourceEntry, SourceNode, Span } from './source.ts';
import { missingKeyRepairs, nameRepairs, scalarRepairs, unknownKeyRepairs } from './structure-repairs.ts';
import { hasType, scalarProblem, wrongType, type StructureProblem } from './structure-values.ts';
import { enumeration, itemName, possible, sentenceStart } from './structure-words.ts';
import { fold, suggestion } from './suggestion.ts';

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

function explainList(node: ListNode, schema: SchemaNode, place: string): Structure {
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

function explainMap(node: MapNode, schema: SchemaNode, place: string): Structure {
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
    const onlyOfScenario = Object.keys(ofScenario).filter((one) => !Object.hasOwn(ofFile, one));
    const isOfFile = suggestion(key, Object.keys(ofFile)) !== null;
    const own = foreignKey(key, onlyOfScenario) ?? (isOfFile ? null : spelt(key, Object.keys(ofScenario)));
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
function exactlyOne(node: MapNode, schema: SchemaNode, place: string): StructureProblem[] {
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
  node: MapNode,
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

function unrecognized(node: MapNode, schema: SchemaNode, branches: readonly SchemaNode[], place: string): Structure {
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

/** Where a map lacks something, its first key is marked rather than all of it. */
function startOf(node: MapNode): Span {
  return node.entries[0]?.keySpan ?? node.span;
}
