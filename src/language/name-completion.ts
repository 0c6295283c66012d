import { ERROR_KINDS } from '../run/metrics.ts';
import type { SourcePath } from '../scenario/source.ts';
import { codeBlock } from './code-text.ts';
import { ItemKind, scalarText, snippetText, type Proposal } from './completion-item.ts';
import { HEADER_NAMES, HEADERS_OF_THE_CLIENT } from '../scenario/http-headers.ts';
import type { Known } from './known.ts';
import type { Place } from './place.ts';
import { definitionOf, namesOf } from './scope.ts';
import { stepPath } from './step-path.ts';

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** What people expect of an answer, with RFC 9110's words. */
const STATUSES: readonly (readonly [value: string, meaning: string])[] = [
  ['200', 'OK'],
  ['201', 'Created'],
  ['202', 'Accepted'],
  ['204', 'No Content'],
  ['2xx', 'any success'],
  ['200-299', 'a range'],
  ['301', 'Moved Permanently'],
  ['302', 'Found'],
  ['303', 'See Other'],
  ['304', 'Not Modified'],
  ['307', 'Temporary Redirect'],
  ['308', 'Permanent Redirect'],
  ['3xx', 'any redirect'],
  ['400', 'Bad Request'],
  ['401', 'Unauthorized'],
  ['403', 'Forbidden'],
  ['404', 'Not Found'],
  ['409', 'Conflict'],
  ['410', 'Gone'],
  ['412', 'Precondition Failed'],
  ['413', 'Content Too Large'],
  ['415', 'Unsupported Media Type'],
  ['422', 'Unprocessable Content'],
  ['429', 'Too Many Requests'],
  ['4xx', 'any error of the client'],
  ['500', 'Internal Server Error'],
  ['502', 'Bad Gateway'],
  ['503', 'Service Unavailable'],
  ['504', 'Gateway Timeout'],
  ['5xx', 'any error of the server'],
];

/** Values that name something: of this file, of the workspace, or of HTTP. null where the schema knows all there is. */
export function namedValues(place: Place, known: Known): Proposal[] | null {
  const { path } = place;
  const own = path[0] === 'environments' ? path.slice(2) : path;
  const inStep = stepPath(path);
  const [first, second, third] = inStep?.rest ?? [];
  if (first === 'use' && second === undefined) return flows(place, known);
  if (own.at(-1) === 'flow' && (own.length === 1 || (own.length === 3 && own[0] === 'scenarios')))
    return flows(place, known);
  if (typeof first === 'string' && METHODS.has(first) && second === undefined) return paths(place, known, first);
  if (second === 'url' && third === undefined) return paths(place, known, null);
  if (first === 'retry' && second === 'on') return retryReasons(place);
  if (isStatus(own, inStep?.rest)) return statuses(place);
  if (isFile(own, inStep?.rest)) return files(place, known, own[0] === 'data' ? /\.(csv|json|ndjson|jsonl)$/i : null);
  const header = headerAt(path, inStep?.rest);
  if (header !== null) return mediaTypes(place, header);
  return null;
}

/** Keys that name something. null where the schema knows all there is, and where they are the author's own to choose. */
export function namedKeys(place: Place, known: Known): Proposal[] | null {
  const { path } = place;
  const rest = stepPath(path)?.rest ?? null;
  if (rest?.length === 1 && rest[0] === 'record') return metrics(place, known);
  const isHeaders =
    (rest?.length === 1 && rest[0] === 'headers') ||
    (rest?.length === 2 && (rest[1] === 'headers' || (rest[0] === 'expect' && rest[1] === 'header'))) ||
    endsWith(path, ['http', 'headers']) ||
    endsWith(path, ['http', 'expect', 'header']);
  return isHeaders ? headerNames(place, path.at(-1) === 'headers') : null;
}

function endsWith(path: SourcePath, end: SourcePath): boolean {
  const own = path[0] === 'environments' ? path.slice(2) : path;
  return own.length === end.length && end.every((part, index) => own[index] === part);
}

function flows(place: Place, known: Known): Proposal[] {
  return namesOf(known, 'flow').map((name, index) => {
    const definition = definitionOf(known, 'flow', name);
    return {
      label: name,
      kind: ItemKind.Reference,
      text: scalarText(name, place),
      detail: 'flow',
      documentation: definition ? codeBlock(definition.source, 12) : '',
      sort: String(index).padStart(3, '0'),
    };
  });
}

/** `/users/{id}` is to be filled in. */
function paths(place: Place, known: Known, method: string | null): Proposal[] {
  const operations = known.openApiPaths().filter((one) => method === null || one.method.toLowerCase() === method);
  const seen = new Set<string>();
  return operations.flatMap((one, index): Proposal[] => {
    if (seen.has(one.path)) return [];
    seen.add(one.path);
    let places = 0;
    const inside = scalarText(one.path, place);
    const text = snippetText(inside).replace(/\{([^{}\\]+)\\\}/g, (_, name: string) => `\${${++places}:{${name}\\}}`);
    return [
      {
        label: one.path,
        kind: ItemKind.Reference,
        text,
        snippet: true,
        detail: method === null ? one.method.toUpperCase() : '',
        documentation: one.summary,
        sort: String(index).padStart(4, '0'),
      },
    ];
  });
}

function isStatus(path: SourcePath, rest: SourcePath | undefined): boolean {
  const inExpect = rest
    ? rest[0] === 'expect' && rest.slice(1)
    : path[0] === 'http' && path[1] === 'expect' && path.slice(2);
  return inExpect !== false && (inExpect[0] === 'status' || inExpect[0] === 'tolerate') && inExpect.length <= 2;
}

function statuses(place: Place): Proposal[] {
  return STATUSES.map(([value, meaning], index) => ({
    label: value,
    kind: ItemKind.EnumMember,
    // A number is one, unless it is in quotes already.
    text: /^\d+$/.test(value) ? value : scalarText(value, place),
    detail: meaning,
    sort: String(index).padStart(3, '0'),
  }));
}

function retryReasons(place: Place): Proposal[] {
  return [...new Set(['5xx', 'timeout', 'connect', 'reset', '429', '503', ...ERROR_KINDS])].map((value, index) => ({
    label: value,
    kind: ItemKind.EnumMember,
    text: /^\d+$/.test(value) ? value : scalarText(value, place),
    sort: String(index).padStart(3, '0'),
  }));
}

function isFile(path: SourcePath, rest: SourcePath | undefined): boolean {
  if (rest?.[0] === 'bodyFile' && rest.length === 1) return true;
  if (rest?.[0] === 'multipart' && rest.at(-1) === 'file' && rest.length === 3) return true;
  if (path[0] === 'data' && path[2] === 'file' && path.length === 3) return true;
  return path[0] === 'http' && path[1] === 'tls' && ['ca', 'cert', 'key'].some((key) => key === path[2]);
}

function files(place: Place, known: Known, wanted: RegExp | null): Proposal[] {
  const found = known.filesBeside();
  const matching = wanted ? found.filter((path) => wanted.test(path)) : found;
  return matching.map((path, index) => {
    const facts = wanted ? known.facts(path) : null;
    const data = facts?.exists ? facts.data : null;
    return {
      label: path,
      kind: ItemKind.File,
      text: scalarText(path, place),
      // Who types the name alone means the file as well.
      filter: place.token.text.startsWith('.') ? path : path.replace(/^\.\//, ''),
      ...(data && { detail: `${data.rows} rows`, documentation: `Columns: ${data.columns.join(', ')}` }),
      sort: String(index).padStart(4, '0'),
    };
  });
}

function metrics(place: Place, known: Known): Proposal[] {
  const declared = known.last?.model.draft?.metrics ?? [];
  return declared
    .filter(({ name }) => !place.siblings.has(name))
    .map(({ name, kind, contains }, index) => ({
      ...keyText(name, place),
      kind: ItemKind.Property,
      detail: contains === 'time' ? `${kind}, ms` : contains === 'data' ? `${kind}, B` : kind,
      sort: String(index).padStart(3, '0'),
      again: true,
    }));
}

function headerNames(place: Place, areSent: boolean): Proposal[] {
  const taken = new Set([...place.siblings.keys()].map((name) => name.toLowerCase()));
  const fit = HEADER_NAMES.filter(({ name }) => !taken.has(name) && !(areSent && HEADERS_OF_THE_CLIENT.has(name)));
  return fit.map(({ name, meaning, values }) => ({
    ...keyText(name, place),
    kind: ItemKind.Property,
    documentation: meaning,
    again: values !== undefined,
  }));
}

function keyText(name: string, place: Place): Pick<Proposal, 'label' | 'text'> {
  if (place.keyed || (place.style === 'json' && place.token.quote !== '')) return { label: name, text: name };
  return { label: name, text: place.style === 'json' ? `${JSON.stringify(name)}: ` : `${name}: ` };
}

/** The header whose value a path is of. */
function headerAt(path: SourcePath, rest: SourcePath | undefined): string | null {
  const name = path.at(-1);
  if (typeof name !== 'string') return null;
  const parent = path.at(-2);
  const known = parent === 'headers' || (parent === 'header' && path.at(-3) === 'expect');
  return known && (rest !== undefined ? rest.length <= 3 : path.includes('http')) ? name.toLowerCase() : null;
}

function mediaTypes(place: Place, header: string): Proposal[] {
  const values = HEADER_NAMES.find(({ name }) => name === header)?.values ?? [];
  return values.map((value, index) => ({
    label: value,
    kind: ItemKind.Value,
    text: scalarText(value, place),
    sort: String(index).padStart(3, '0'),
  }));
}
