/** Reads OpenAPI 3.0, 3.1 and Swagger 2 documents, as far as requests can be made from them. */
import { parse } from 'yaml';
import type { JsonValue } from '../scenario/plan.ts';
import { isRecord, list, resolved, text, textOf, type JsonRecord } from './openapi-node.ts';
import { sampleOf } from './openapi-sample.ts';

export interface OpenApiPath {
  /** In lower case. */
  readonly method: OpenApiMethod;
  /** With parameters in braces and the document's base path: `/v1/pets/{petId}`. */
  readonly path: string;
  /** One line; '' where there is none. */
  readonly summary: string;
}

export interface OpenApiOperation extends OpenApiPath {
  readonly operationId: string | null;
  /** Path parameters, and others that are required; those of the body are in `body`. */
  readonly parameters: readonly OpenApiParameter[];
  readonly body: OpenApiBody | null;
  readonly security: OpenApiSecurity | null;
  /** The first answer of the 2xx that is named. */
  readonly successStatus: number | null;
}

export interface OpenApiParameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly sample: JsonValue;
}

export interface OpenApiBody {
  readonly mediaType: string;
  readonly sample: JsonValue;
}

export type OpenApiSecurity =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'api-key'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string };

export interface OpenApiDocument {
  readonly title: string;
  /** Absolute URL of the first server, without its path; null where the document names none. */
  readonly origin: string | null;
  readonly operations: readonly OpenApiOperation[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;
export type OpenApiMethod = (typeof METHODS)[number];

/** What completion of paths needs. Nothing for a text that is no OpenAPI document. */
export function openApiPaths(source: string): OpenApiPath[] {
  const root = rootOf(source);
  if (!root) return [];
  const base = serverOf(root).path;
  return operationNodes(root).map(({ method, path, operation }) => ({
    method,
    path: joined(base, path),
    summary: summaryOf(operation),
  }));
}

/** Null for a text that is no OpenAPI document. Never throws. */
export function readOpenApi(source: string): OpenApiDocument | null {
  const root = rootOf(source);
  if (!root) return null;
  const { origin, path: base } = serverOf(root);
  const info = root['info'];
  return {
    title: (isRecord(info) && text(info['title'])) || 'API',
    origin,
    operations: operationNodes(root).map(({ method, path, item, operation }) => {
      const parameters = parametersOf(root, item, operation);
      return {
        method,
        path: joined(base, path),
        summary: summaryOf(operation),
        operationId: text(operation['operationId']) || null,
        parameters: parameters.flatMap((parameter) => parameterOf(root, parameter)),
        body: bodyOf(root, operation, parameters),
        security: securityOf(root, operation),
        successStatus: successOf(operation),
      };
    }),
  };
}

function rootOf(source: string): JsonRecord | null {
  let root: unknown;
  try {
    // JSON is YAML, but a document of some megabytes is read in a tenth of the time as what it is.
    root = source.trimStart().startsWith('{') ? JSON.parse(source) : parse(source, { logLevel: 'silent' });
  } catch {
    return null;
  }
  if (!isRecord(root) || !isRecord(root['paths'])) return null;
  const version = textOf(root['openapi'] ?? root['swagger']);
  return /^[23](\.|$)/.test(version) ? root : null;
}

interface OperationNode {
  readonly method: OpenApiMethod;
  readonly path: string;
  readonly item: JsonRecord;
  readonly operation: JsonRecord;
}

function operationNodes(root: JsonRecord): OperationNode[] {
  const paths = root['paths'];
  if (!isRecord(paths)) return [];
  return Object.entries(paths).flatMap(([path, node]) => {
    const item = resolved(root, node);
    if (!path.startsWith('/') || !isRecord(item)) return [];
    return METHODS.flatMap((method) => {
      const operation = item[method];
      return isRecord(operation) ? [{ method, path, item, operation }] : [];
    });
  });
}

function summaryOf(operation: JsonRecord): string {
  const summary = text(operation['summary']) || text(operation['description']);
  return (summary.split('\n')[0] ?? '').trim();
}

/** Where requests go: variables of the URL have their defaults. */
function serverOf(root: JsonRecord): { origin: string | null; path: string } {
  const host = text(root['host']);
  if ('swagger' in root) {
    const schemes = list(root['schemes']).map(textOf);
    const scheme = schemes.includes('https') || schemes.length === 0 ? 'https' : 'http';
    return { origin: host === '' ? null : `${scheme}://${host}`, path: withoutSlash(text(root['basePath'])) };
  }
  const [server] = list(root['servers']);
  if (!isRecord(server)) return { origin: null, path: '' };
  const variables = server['variables'];
  const url = text(server['url']).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const variable = isRecord(variables) ? variables[name] : undefined;
    return isRecord(variable) ? textOf(variable['default']) : whole;
  });
  const [, origin = null, path = ''] = /^(https?:\/\/[^/?#]+)?([^?#]*)/.exec(url) ?? [];
  return { origin, path: withoutSlash(path) };
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

function joined(base: string, path: string): string {
  return base === '' || base.startsWith('/') ? base + path : `/${base}${path}`;
}

/** Those of the operation go before those of its path. */
function parametersOf(root: JsonRecord, item: JsonRecord, operation: JsonRecord): JsonRecord[] {
  const byName = new Map<string, JsonRecord>();
  for (const node of [...list(item['parameters']), ...list(operation['parameters'])]) {
    const parameter = resolved(root, node);
    if (isRecord(parameter)) byName.set(`${text(parameter['in'])} ${text(parameter['name'])}`, parameter);
  }
  return [...byName.values()];
}

function parameterOf(root: JsonRecord, parameter: JsonRecord): OpenApiParameter[] {
  const place = parameter['in'];
  const name = text(parameter['name']);
  if ((place !== 'path' && place !== 'query' && place !== 'header') || name === '') return [];
  if (place !== 'path' && parameter['required'] !== true) return [];
  return [{ in: place, name, sample: parameterSample(root, parameter) }];
}

/** Swagger 2 has the schema's keys in the parameter itself. */
function parameterSample(root: JsonRecord, parameter: JsonRecord): JsonValue {
  const content = isRecord(parameter['content']) ? Object.values(parameter['content'])[0] : undefined;
  return givenSample(root, parameter) ?? sampleOf(root, content ?? parameter['schema'] ?? parameter);
}

/** `example`, or the first of `examples`; null where there is neither. */
function givenSample(root: JsonRecord, node: JsonRecord): JsonValue | null {
  if (node['example'] !== undefined) return sampleOf(root, { example: node['example'] });
  const examples = node['examples'];
  const first = isRecord(examples) ? resolved(root, Object.values(examples)[0]) : undefined;
  return isRecord(first) && first['value'] !== undefined ? sampleOf(root, { example: first['value'] }) : null;
}

/** What can be written best in a scenario comes first. */
const MEDIA_TYPES = [/[/+]json\b/, /x-www-form-urlencoded/, /multipart\/form-data/, /./];

function bodyOf(root: JsonRecord, operation: JsonRecord, parameters: readonly JsonRecord[]): OpenApiBody | null {
  if ('swagger' in root) return swaggerBodyOf(root, operation, parameters);
  const body = resolved(root, operation['requestBody']);
  const content = isRecord(body) && isRecord(body['content']) ? body['content'] : {};
  const mediaType = preferred(Object.keys(content));
  const media = mediaType === null ? undefined : content[mediaType];
  if (mediaType === null || !isRecord(media)) return null;
  return { mediaType, sample: givenSample(root, media) ?? sampleOf(root, media['schema'], 'request') };
}

function swaggerBodyOf(root: JsonRecord, operation: JsonRecord, parameters: readonly JsonRecord[]): OpenApiBody | null {
  const mediaTypes = list(operation['consumes'] ?? root['consumes']).map(textOf);
  const body = parameters.find((parameter) => parameter['in'] === 'body');
  if (body) {
    return {
      mediaType: preferred(mediaTypes) ?? 'application/json',
      sample: sampleOf(root, body['schema'], 'request'),
    };
  }
  const fields = parameters.filter((parameter) => parameter['in'] === 'formData');
  if (fields.length === 0) return null;
  const sent = fields.filter((field) => field['type'] !== 'file');
  return {
    mediaType: mediaTypes.find((type) => type.includes('multipart')) ?? 'application/x-www-form-urlencoded',
    sample: Object.fromEntries(sent.map((field) => [text(field['name']), parameterSample(root, field)])),
  };
}

function preferred(mediaTypes: readonly string[]): string | null {
  for (const pattern of MEDIA_TYPES) {
    const found = mediaTypes.find((type) => pattern.test(type));
    if (found !== undefined) return found;
  }
  return null;
}

/** The first of the ways in; an empty list or an empty way means that none is needed. */
function securityOf(root: JsonRecord, operation: JsonRecord): OpenApiSecurity | null {
  const [first] = list(operation['security'] ?? root['security']);
  const [name] = isRecord(first) ? Object.keys(first) : [];
  if (name === undefined) return null;
  const components = root['components'];
  const schemes = isRecord(components) ? components['securitySchemes'] : root['securityDefinitions'];
  const scheme = isRecord(schemes) ? resolved(root, schemes[name]) : undefined;
  if (!isRecord(scheme)) return null;
  const kind = text(scheme['type']);
  if (kind === 'basic' || (kind === 'http' && text(scheme['scheme']).toLowerCase() === 'basic')) {
    return { kind: 'basic' };
  }
  if (kind !== 'apiKey') return { kind: 'bearer' };
  const place = scheme['in'];
  if (place !== 'header' && place !== 'query' && place !== 'cookie') return null;
  return { kind: 'api-key', in: place, name: text(scheme['name']) };
}

function successOf(operation: JsonRecord): number | null {
  const responses = operation['responses'];
  const status = isRecord(responses) ? Object.keys(responses).find((key) => /^2\d\d$/.test(key)) : undefined;
  return status === undefined ? null : Number(status);
}
