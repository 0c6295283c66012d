import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentValue, parseScenario } from '../../../src/scenario/document.ts';
import { scenarioSchema } from '../../../src/scenario/generated/schema.js';
import { loadScenario } from '../../../src/scenario/index.ts';
import { resolveSchema, type SchemaNode } from '../../../src/scenario/schema-node.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const EVERYTHING = readFileSync(path.join(import.meta.dirname, 'everything.load.yaml'), 'utf8');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const steps: Json = [{ get: '/' }];

/** What a request and a stream take alike, each with a value that is not the default. */
const shared: Json = {
  name: 'home',
  headers: { accept: 'a' },
  auth: { bearer: '${secret.A}' },
  check: { ok: 'status == 200' },
  capture: { token: 'json.a' },
  record: { latency: 'timings.duration' },
  tags: { a: 'b' },
  if: 'vars.id == 1',
};
const heads: readonly Json[] = [
  { get: '/' },
  { post: '/' },
  { put: '/' },
  { patch: '/' },
  { delete: '/' },
  { head: '/' },
  { options: '/' },
  { request: { method: 'PROPFIND', url: '/' } },
];

/** With the example of everything they use every property, with values that differ from the defaults. */
const DOCUMENTS: readonly Json[] = [
  documentValue(parseScenario(EVERYTHING, 'everything.load.yaml')) as Json,
  {
    name: 'Checkout',
    baseUrl: 'http://a',
    vars: { id: 1 },
    data: {
      a: { values: [{ a: 1 }], pick: 'unique', per: 'vu', atEnd: 'stop' },
      b: { file: './b.json', pick: 'unique', atEnd: 'fail' },
    },
    environments: {
      other: {
        name: 'Other',
        baseUrl: 'http://b',
        vars: { id: 5 },
        data: { a: { values: [{ a: 2 }] } },
        http: { timeout: '7s' },
        metrics: { latency: 'gauge' },
        refresh: { every: '5s', steps },
        setup: [],
        setupTimeout: '9s',
        teardown: [],
        teardownTimeout: '9s',
        flows: { browse: [] },
        scenarios: { c: { duration: '9s' } },
        thresholds: { http_reqs: 'count > 1' },
      },
    },
    http: {
      headers: { accept: 'text/plain' },
      timeout: '5s',
      connectTimeout: '3s',
      redirects: 2,
      http2: true,
      reuseConnections: 'perIteration',
      cookies: false,
      keepCookies: true,
      maxBodySize: '1MB',
      proxy: 'http://proxy',
      hosts: { a: '127.0.0.1' },
      dns: { ttl: '1s', select: 'first', policy: 'any' },
      tls: { verify: false, ca: './ca', cert: './c', key: './k', minVersion: 'TLSv1.3' },
      expect: { status: 200, header: { a: 'b' }, json: 'json.ok', bodyContains: 'x', maxDuration: '1s', tolerate: 404 },
    },
    metrics: { latency: { type: 'trend', unit: 'ms' } },
    refresh: { every: '1m', steps },
    setup: steps,
    setupTimeout: '5s',
    teardown: steps,
    teardownTimeout: '5s',
    flows: { browse: steps },
    scenarios: {
      a: {
        executor: 'per-vu-iterations',
        vus: 3,
        iterations: 4,
        maxDuration: '5m',
        startTime: '1s',
        gracefulStop: '2s',
        pacing: '2s',
        onStart: steps,
        onStop: steps,
        flow: 'browse',
        tags: { team: 'x' },
        vars: { id: 2 },
      },
      b: {
        executor: 'ramping-vus',
        startVUs: 2,
        stages: [{ duration: '3s', target: 5, name: 'up' }],
        gracefulRampDown: '1s',
        steps: [
          {
            get: '/',
            ...shared,
            query: { a: 1 },
            json: { a: 1 },
            timeout: '1s',
            redirects: 0,
            expect: { status: 201 },
            retry: { max: 2, on: 503, backoff: '2s' },
          },
          { post: '/', form: { a: 'b' }, auth: { basic: { username: 'u', password: '${secret.P}' } } },
          { post: '/', multipart: { a: { file: './a', filename: 'b', contentType: 'c/d' } } },
          { post: '/', bodyFile: './a' },
          { put: '/', body: 'x' },
          ...heads,
          { think: { min: '1s', max: '2s' } },
          { think: { mean: '1s', sd: '2s' } },
          { set: { n: 1 } },
          {
            choose: [
              { weight: 3, get: '/' },
              { weight: 2, steps },
              { weight: 5, use: 'browse' },
            ],
            exact: true,
          },
          { group: 'g', steps },
          { record: { latency: 'vars.id' } },
          { repeat: 2, steps },
          { while: 'n < 2', limit: 5, steps },
          { forEach: [1, 2], as: 'x', limit: 5, steps },
          { if: 'n < 2', then: steps, else: steps },
          { parallel: [{ get: '/' }], connections: 2 },
          ...heads.map((head) => ({ poll: { ...record(head), until: 'status == 200' } })),
          {
            poll: {
              post: '/',
              ...shared,
              query: { a: 1 },
              json: { a: 1 },
              redirects: 0,
              expect: { status: 201 },
              until: 'status == 200',
              every: '2s',
              timeout: '9s',
            },
          },
          { poll: { post: '/', form: { a: 'b' }, until: 'true' } },
          { poll: { post: '/', multipart: { a: 'b' }, until: 'true' } },
          { poll: { post: '/', body: 'a', until: 'true' } },
          { poll: { post: '/', bodyFile: './a', until: 'true' } },
          {
            graphql: {
              url: '/',
              query: '{ a }',
              variables: { a: 1 },
              ...shared,
              timeout: '1s',
              redirects: 0,
              expect: { status: 201 },
              retry: { max: 2 },
            },
          },
          {
            sse: {
              url: '/',
              method: 'PUT',
              until: 'event.data == "x"',
              maxEvents: 5,
              timeout: '9s',
              ...shared,
              query: { a: 1 },
              json: { a: 1 },
              expect: { status: 201 },
            },
          },
          { sse: { url: '/', form: { a: 'b' } } },
          { sse: { url: '/', body: 'a' } },
          {
            websocket: {
              url: '/',
              send: 'a',
              expect: 'message == "a"',
              duration: '9s',
              ...shared,
              query: { a: 1 },
            },
          },
          { log: 'a' },
          { fail: 'a' },
          { abort: 'a' },
        ],
      },
      c: {
        executor: 'constant-arrival-rate',
        rate: 5,
        timeUnit: '2s',
        duration: '3s',
        preAllocatedVUs: 4,
        maxVUs: 9,
        steps,
      },
      d: { executor: 'ramping-arrival-rate', startRate: 5, stages: [{ duration: '1s', target: 5 }], steps },
      e: { spawnRate: 5, vus: 10, duration: '1m', steps },
    },
    thresholds: {
      http_reqs: {
        expect: 'count > 100',
        acceptable: 'count > 10',
        name: 'n',
        window: '2s',
        abortOnFail: true,
        delayAbortEval: '1s',
      },
    },
  },
  {
    baseUrl: 'http://a',
    vus: 5,
    iterations: 50,
    duration: '3s',
    steps,
    environments: { a: { vus: 4, iterations: 40, duration: '2s', steps: [{ get: '/b' }] } },
  },
  {
    baseUrl: 'http://a',
    stages: [{ duration: '3s', target: 2 }],
    flow: 'f',
    flows: { f: steps, g: [{ get: '/g' }] },
    environments: { a: { stages: [{ duration: '1s', target: 2 }], flow: 'g' } },
  },
];

function record(value: Json): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !isList(value) ? value : {};
}

/** For the reader of the file, or for other editors. */
const FOR_READERS = /\.(\$schema|description)$/;

/** Every property of the schema, by the name of where it stands. */
function properties(
  schemaOrRef: SchemaNode,
  at = 'scenario',
  into = new Map<SchemaNode, string>(),
  seen = new Set<SchemaNode>(),
): Map<SchemaNode, string> {
  const schema = resolveSchema(schemaOrRef, scenarioSchema);
  if (seen.has(schema)) return into;
  seen.add(schema);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    into.set(property, `${at}.${key}`);
    properties(property, `${at}.${key}`, into, seen);
  }
  for (const branch of schema.anyOf ?? []) properties(branch, at, into, seen);
  if (typeof schema.additionalProperties === 'object') properties(schema.additionalProperties, `${at}.*`, into, seen);
  if (schema.items) properties(schema.items, at, into, seen);
  return into;
}

type Place = readonly (string | number)[];

/** The places of schema properties in a document, each with its property. */
function* places(value: Json, schemaOrRef: SchemaNode, at: Place = []): Generator<[Place, SchemaNode]> {
  const schema = resolveSchema(schemaOrRef, scenarioSchema);
  if (schema.anyOf) {
    for (const branch of schema.anyOf.map((one) => resolveSchema(one, scenarioSchema))) {
      if (branch.anyOf || takes(branch, value)) yield* places(value, branch, at);
    }
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) if (schema.items) yield* places(item, schema.items, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const property = schema.properties?.[key];
      if (property) yield [[...at, key], property];
      const next = property ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null);
      if (next) yield* places(inner, next, [...at, key]);
    }
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function takes(schema: SchemaNode, value: Json): boolean {
  if (isList(value)) return schema.type === 'array';
  if (typeof value !== 'object' || value === null) return false;
  return schema.type === 'object' && Object.keys(value).every((key) => schema.properties?.[key] !== undefined);
}

function without(value: Json, [first, ...rest]: Place): Json {
  if (isList(value)) return value.map((item, index) => (index === first ? without(item, rest) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== first ? [[key, inner]] : rest.length === 0 ? [] : [[key, without(inner, rest)]],
    ),
  );
}

/** What a document means as it stands and in its environments; ranges left out, as they change with every edit. */
function meaning(document: Json): string {
  const text = JSON.stringify(document);
  const environments = Object.keys(record(record(document)['environments'] ?? null));
  return [null, ...environments]
    .map((environment) => {
      const { model, problems } = loadScenario(text, 'a.load.json', { environment });
      const bare = JSON.stringify(model.draft, (key, value: unknown) => (key === 'range' ? undefined : value));
      return bare + problems.map(({ code, message }) => code + message).join();
    })
    .join('\n');
}

describe('the schema', () => {
  it('has no property without a meaning', function () {
    this.timeout(60_000);
    const used = new Set<SchemaNode>();
    for (const document of DOCUMENTS) {
      const { problems } = loadScenario(JSON.stringify(document), 'a.load.json');
      const wrong = problems.filter(({ severity }) => severity === 'error');
      assert.deepEqual(wrong, []);
      const whole = meaning(document);
      for (const [place, property] of places(document, scenarioSchema)) {
        if (!used.has(property) && meaning(without(document, place)) !== whole) used.add(property);
      }
    }
    const unused = [...properties(scenarioSchema)].filter(
      ([property, name]) => !used.has(property) && !FOR_READERS.test(name),
    );
    assert.deepEqual(
      unused.map(([, name]) => name),
      [],
    );
  });

  it('describes every property for hover and completion', () => {
    const visit = (schema: SchemaNode, at: string): void => {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        assert.ok(
          property.description !== undefined && property.markdownDescription !== undefined,
          `${at}.${key} has no description`,
        );
        assert.ok(
          property.examples !== undefined || resolveSchema(property, scenarioSchema).enum,
          `${at}.${key} has no example`,
        );
        visit(property, `${at}.${key}`);
      }
      for (const branch of schema.anyOf ?? []) visit(branch, at);
      if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, at);
      if (schema.items) visit(schema.items, at);
    };
    visit(scenarioSchema, 'scenario');
    for (const [name, definition] of Object.entries(scenarioSchema.$defs ?? {})) visit(definition, name);
  });

  it('is what the generated files were made from', function () {
    this.timeout(60_000);
    const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
});

describe('docs/scenario-format.md and the schema', () => {
  const page = readFileSync(path.join(ROOT, 'docs/scenario-format.md'), 'utf8');
  const rows = new Set(
    [...page.matchAll(/^\| `([^`]+)` +\| (.*?) +\|/gm)].map(([, key, meaning]) => `${key}: ${meaning}`),
  );

  it('explain the same properties in the same words', () => {
    const undocumented = [...properties(scenarioSchema)]
      .filter(([property, name]) => {
        const key = name.slice(name.lastIndexOf('.') + 1);
        return !rows.has(`${key}: ${property.markdownDescription?.replaceAll('|', '\\|')}`);
      })
      .map(([, name]) => name);
    assert.deepEqual(undocumented, []);
  });
});
