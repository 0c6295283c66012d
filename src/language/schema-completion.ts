import type { SchemaNode } from '../scenario/schema-node.ts';
import type { SourcePath } from '../scenario/source.ts';
import { ItemKind, scalarText, snippetText, type Proposal } from './completion-item.ts';
import { EXECUTORS, isExecutor, fittingExecutors, unfitKeys } from './executors.ts';
import type { Place } from './place.ts';
import { explanationOf, keysAt, schemasAt, shapeAt, valuesAt, type KeyProposal } from './schema-walk.ts';

/** Keys of which a map has only one. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['json', 'form', 'multipart', 'body', 'bodyFile'],
  ['steps', 'flow'],
  ['file', 'values'],
];
/** Keys of the short form, which is one scenario, and the key for several. */
const SHORT_FORM = ['vus', 'duration', 'iterations', 'stages', 'steps', 'flow'];

/** Keys that may join a map, and snippets that begin one. */
export function keyProposals(place: Place, path: SourcePath): Proposal[] {
  const siblings = [...place.siblings.keys()];
  const unfit = unfitAt(path, place.siblings);
  const keys = keysAt(path, siblings).filter(({ key }) => !unfit.has(key));
  const proposals = keys.map((key) => keyProposal(key, place, path));
  if (place.keyed) return proposals;
  const ofKeys = keys.flatMap((key) => keySnippets(key, place));
  const whole = siblings.length === 0 ? schemasAt(path).flatMap((schema) => mapSnippets(schema, place)) : [];
  return [...whole, ...proposals, ...ofKeys];
}

function unfitAt(path: SourcePath, siblings: ReadonlyMap<string, string>): ReadonlySet<string> {
  const unfit = new Set<string>();
  for (const group of ALTERNATIVES) if (group.some((key) => siblings.has(key))) group.forEach((key) => unfit.add(key));
  if (path.length === 0) {
    if (siblings.has('scenarios')) SHORT_FORM.forEach((key) => unfit.add(key));
    if (SHORT_FORM.some((key) => siblings.has(key))) unfit.add('scenarios');
    if (siblings.has('stages')) ['duration', 'iterations'].forEach((key) => unfit.add(key));
    if (siblings.has('duration') || siblings.has('iterations')) unfit.add('stages');
  }
  if (path.length === 2 && path[0] === 'scenarios') unfitKeys(siblings).forEach((key) => unfit.add(key));
  if (path.at(-2) !== 'choose') unfit.add('weight');
  return unfit;
}

function keyProposal(proposal: KeyProposal, place: Place, path: SourcePath): Proposal {
  const { key, schema } = proposal;
  const valuePath = [...path, key];
  const base: Proposal = {
    label: key,
    kind: ItemKind.Property,
    documentation: explanationOf(schema),
    sort: sortOf(proposal),
  };
  if (place.keyed) return { ...base, text: key };
  const { scalar, map, list } = shapeAt(valuePath);
  const json = place.style === 'json';
  if (json && place.token.quote !== '') return { ...base, text: key };
  const written = json ? `${JSON.stringify(key)}: ` : `${key}: `;
  const again = !scalar || hasProposals(valuePath);
  if (scalar || (!map && !list)) return { ...base, text: written, again };
  if (place.style !== 'block') return { ...base, text: `${written}${map ? '{ $1 }' : '[$1]'}`, snippet: true, again };
  const deeper = ' '.repeat(place.indent + 2);
  return { ...base, text: `${key}:\n${deeper}${list && !map ? '- ' : ''}`, again };
}

/** Keys whose values name something. */
const NAMING = new Set<string | number>(['flow', 'use', 'status', 'tolerate', 'file', 'bodyFile']);

function hasProposals(path: SourcePath): boolean {
  if (NAMING.has(path.at(-1) ?? '')) return true;
  return (
    valuesAt(path).length > 0 ||
    schemasAt(path).some(({ pattern, examples: own }) => pattern && own) ||
    isDuration(path)
  );
}

function isDuration(path: SourcePath): boolean {
  return schemasAt(path).some(({ title }) => title?.startsWith('a duration') === true);
}

function sortOf({ key, leading }: KeyProposal): string {
  // `$schema` is for editors without this extension.
  return `${leading ? '1' : key.startsWith('$') ? '3' : '2'}_${key}`;
}

/** A key with a value to fill in: `stages (ramp up, hold, ramp down)`. */
function keySnippets({ key, schema, leading }: KeyProposal, place: Place): Proposal[] {
  if (place.style === 'json' && place.token.quote !== '') return [];
  return (schema.defaultSnippets ?? []).map(({ label, body }, index) => ({
    label: label === key ? `${key}: …` : `${key} (${label})`,
    kind: ItemKind.Snippet,
    filter: key,
    text: snippetOf({ [key]: body }, place),
    snippet: true,
    documentation: explanationOf(schema),
    sort: `${leading ? '1' : '2'}_${key}_${index}`,
  }));
}

function mapSnippets({ defaultSnippets, title }: SchemaNode, place: Place): Proposal[] {
  if (place.style === 'json' && place.token.quote !== '') return [];
  return (defaultSnippets ?? []).flatMap(({ label, body }) =>
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? [
          {
            label,
            kind: ItemKind.Snippet,
            text: place.style === 'block' ? snippetOf(body, place) : flowText(body, place.style === 'json'),
            snippet: true,
            detail: title ?? '',
            sort: `0_${label}`,
          },
        ]
      : [],
  );
}

/** Values that the schema lists, and for a value that is a map or a list, what it may begin with. */
export function valueProposals(place: Place, path: SourcePath): Proposal[] {
  const listed = executorProposals(path, place) ?? listedProposals(path, place);
  return [...listed, ...examples(path, place), ...valueSnippets(path, place)];
}

function executorProposals(path: SourcePath, place: Place): Proposal[] | null {
  if (path.at(-1) !== 'executor') return null;
  const fitting = fittingExecutors(place.siblings.keys());
  return valuesAt(path).flatMap((value, index) => {
    const name = String(value);
    if (!isExecutor(name)) return [];
    return [
      {
        label: name,
        kind: ItemKind.EnumMember,
        text: scalarText(name, place),
        detail: EXECUTORS[name].short,
        documentation: EXECUTORS[name].long,
        // Those first that have the keys that are there.
        sort: `${fitting.includes(name) ? 0 : 1}${index}`,
      },
    ];
  });
}

function listedProposals(path: SourcePath, place: Place): Proposal[] {
  return valuesAt(path).map((value, index) => ({
    label: String(value),
    kind: ItemKind.EnumMember,
    text: typeof value === 'string' ? scalarText(value, place) : String(value),
    sort: String(index).padStart(2, '0'),
  }));
}

const UNITS_OF_TIME: readonly (readonly [string, string])[] = [
  ['s', 'seconds'],
  ['m', 'minutes'],
  ['ms', 'milliseconds'],
  ['h', 'hours'],
];

/** Of values with a grammar (durations, rates, sizes): examples, or units behind the number that is typed. */
function examples(path: SourcePath, place: Place): Proposal[] {
  const schemas = schemasAt(path);
  const number = /^\d+(\.\d+)?(?=[a-zA-Z/]*$)/.exec(place.token.text.slice(0, place.token.offset))?.[0];
  if (isDuration(path) && number !== undefined) {
    return UNITS_OF_TIME.map(([unit, meaning], index) => ({
      label: number + unit,
      kind: ItemKind.Unit,
      text: scalarText(number + unit, place),
      detail: meaning,
      sort: String(index),
    }));
  }
  if (!schemas.some(({ pattern }) => pattern !== undefined)) return [];
  const values = schemas.flatMap((schema) => schema.examples ?? []);
  const shown = values.filter(
    (value) => (typeof value === 'string' && !value.includes('${')) || typeof value === 'number',
  );
  return [...new Set(shown)].map((value, index) => ({
    label: String(value),
    kind: ItemKind.Value,
    text: typeof value === 'string' ? scalarText(value, place) : String(value),
    detail: 'for example',
    sort: `8${index}`,
  }));
}

function valueSnippets(path: SourcePath, place: Place): Proposal[] {
  if (place.token.quote !== '' || place.token.text !== '' || place.at === 'open') return [];
  const own = schemasAt(path).flatMap((schema) => schema.defaultSnippets ?? []);
  return own.flatMap(({ label, body }, index) => {
    if (typeof body !== 'object' || body === null) return [];
    const text =
      place.style === 'block' ? `\n${blockText(body, place.indent + 2)}` : flowText(body, place.style === 'json');
    return [{ label, kind: ItemKind.Snippet, text, snippet: true, sort: `9${index}` }];
  });
}

// ── text of snippets ──

function snippetOf(body: object, place: Place): string {
  if (place.style === 'block') return blockText(body, place.indent).trimStart();
  // The map is there already.
  return flowText(body, place.style === 'json')
    .replace(/^\{ ?/, '')
    .replace(/ ?\}$/, '');
}

/** Block YAML, indented. The body's texts are parts of a snippet already. */
function blockText(body: unknown, indent: number): string {
  const pad = ' '.repeat(indent);
  if (Array.isArray(body)) {
    return body.map((item: unknown) => `${pad}- ${blockText(item, indent + 2).trimStart()}`).join('\n');
  }
  if (typeof body !== 'object' || body === null) return `${pad}${inYaml(body)}`;
  return Object.entries(body)
    .map(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? `${pad}${key}:\n${blockText(value, indent + 2)}`
        : `${pad}${key}: ${inYaml(value)}`,
    )
    .join('\n');
}

function flowText(body: unknown, json: boolean): string {
  if (Array.isArray(body)) return `[${body.map((item: unknown) => flowText(item, json)).join(', ')}]`;
  if (typeof body === 'object' && body !== null) {
    const entries = Object.entries(body).map(
      ([key, value]: [string, unknown]) => `${json ? `"${key}"` : key}: ${flowText(value, json)}`,
    );
    return `{ ${entries.join(', ')} \\}`;
  }
  if (typeof body !== 'string') return String(body);
  // A number to fill in is no text.
  if (/^\$\{\d+:\d+\}$/.test(body)) return body;
  return json || /[,[\]]|\\\$\{/.test(body) ? `"${body}"` : body;
}

function inYaml(value: unknown): string {
  return typeof value === 'string' && value.startsWith('\\$') ? `"${value}"` : String(value);
}

export { snippetText };
