import { stringify } from 'yaml';
import { RESERVED_NAMES } from '../scenario/expressions/built-in-names.ts';
import type { JsonValue } from '../scenario/plan.ts';
import { isRecord } from './openapi-node.ts';
import type { OpenApiBody, OpenApiOperation, OpenApiSecurity } from './openapi.ts';

type JsonMap = Record<string, JsonValue>;

/**
 * A scenario file, in YAML, that sends each of the operations once an iteration: path parameters as `vars`, sample bodies from the
 * document, credentials as secrets.
 */
export function scenarioFromOpenApi(name: string, baseUrl: string, operations: readonly OpenApiOperation[]): string {
  const vars = new Variables();
  const steps = operations.map((operation) => stepOf(operation, vars));
  const scenario = {
    name,
    baseUrl,
    ...(vars.isEmpty ? {} : { vars: vars.values }),
    vus: 10,
    duration: '1m',
    steps,
    thresholds: { http_req_duration: 'p(95) < 500ms', http_req_failed: 'rate < 1%' },
  };
  return stringify(scenario, { lineWidth: 0 });
}

/** Values that requests share by name, so that there is one place to change them. */
class Variables {
  readonly values: JsonMap = {};

  get isEmpty(): boolean {
    return Object.keys(this.values).length === 0;
  }

  /** The expression that reads it. */
  read(name: string, value: JsonValue): string {
    const word = name.replace(/\W+/g, '_').replace(/^(?=\d)/, '_');
    const known = RESERVED_NAMES.has(word) || word === '' ? `${word}Value` : word;
    if (!Object.hasOwn(this.values, known)) this.values[known] = typeof value === 'object' ? '1' : value;
    return `\${vars.${known}}`;
  }
}

function stepOf(operation: OpenApiOperation, vars: Variables): JsonMap {
  const { method, operationId, parameters, body, security, successStatus } = operation;
  const headers: JsonMap = {};
  const query: JsonMap = {};
  for (const { in: place, name, sample } of parameters) {
    if (place === 'query') query[name] = scalarOf(sample);
    // Those that HTTP itself cares for are the body's and the security's business.
    else if (place === 'header' && !/^(accept|content-type|authorization)$/i.test(name))
      headers[name] = scalarOf(sample);
  }
  const auth = security && credentialsOf(security, headers, query);
  const content = body && contentOf(body, headers);
  return {
    [method]: pathOf(operation, vars),
    ...(operationId === null ? {} : { name: operationId }),
    ...(auth ? { auth } : {}),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...content,
    ...(successStatus === null ? {} : { expect: { status: successStatus } }),
  };
}

/** `/pets/{id}` → `/pets/${vars.petId}`: an `id` alone says nothing among those of other things. */
function pathOf({ path, parameters }: OpenApiOperation, vars: Variables): string {
  const segments = path.split('/');
  return segments
    .map((segment, index) =>
      segment.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => {
        const before = segments[index - 1] ?? '';
        const owner = /^[A-Za-z]\w*$/.test(before) ? singular(before) : null;
        const sample = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.sample ?? 1;
        return vars.read(name.toLowerCase() === 'id' && owner !== null ? `${owner}Id` : name, sample);
      }),
    )
    .join('/');
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

/** `auth`; keys of an API go where the document has them. */
function credentialsOf(security: OpenApiSecurity, headers: JsonMap, query: JsonMap): JsonValue {
  switch (security.kind) {
    case 'bearer':
      return { bearer: '${secret.TOKEN}' };
    case 'basic':
      return { basic: { username: '${secret.USERNAME}', password: '${secret.PASSWORD}' } };
    case 'api-key':
      if (security.in === 'header') headers[security.name] = '${secret.API_KEY}';
      else if (security.in === 'query') query[security.name] = '${secret.API_KEY}';
      else headers['cookie'] = `${security.name}=\${secret.API_KEY}`;
      return null;
  }
}

function contentOf({ mediaType, sample }: OpenApiBody, headers: JsonMap): JsonMap {
  if (/[/+]json\b/i.test(mediaType)) {
    if (!/^application\/json\b/i.test(mediaType)) headers['content-type'] = mediaType;
    return { json: withoutExpressions(sample) };
  }
  const fields = isRecord(sample) ? sample : {};
  const scalars = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, scalarOf(value)]));
  if (/x-www-form-urlencoded/i.test(mediaType)) return { form: scalars };
  if (/multipart\/form-data/i.test(mediaType)) return { multipart: scalars };
  headers['content-type'] = mediaType;
  return { body: `${scalarOf(sample)}` };
}

/** For places that take a text, a number or a boolean. */
function scalarOf(value: JsonValue): string | number | boolean {
  if (value === null) return '';
  const scalar = typeof value === 'object' ? JSON.stringify(value) : value;
  return typeof scalar === 'string' ? asText(scalar) : scalar;
}

function asText(text: string): string {
  return text.replaceAll('${', () => '$${');
}

/** Examples of a document are text to a scenario, also where they hold `${`. */
function withoutExpressions(value: JsonValue): JsonValue {
  if (typeof value === 'string') return asText(value);
  if (Array.isArray(value)) return value.map(withoutExpressions);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutExpressions(member)]));
}
