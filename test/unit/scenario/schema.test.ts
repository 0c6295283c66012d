import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { scenarioSchema } from '../../../src/scenario/generated/schema.js';
import { loadScenario } from '../../../src/scenario/index.ts';
import { resolveSchema, type SchemaNode } from '../../../src/scenario/schema-node.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const steps: Json = [{ get: '/' }];

/** Together they use every property that this version runs, with values that differ from the defaults. */
const DOCUMENTS: readonly Json[] = [
  {
    name: 'Checkout',
    baseUrl: 'http://a',
    vars: { id: 1 },
    http: {
      headers: { accept: 'text/plain' },
      timeout: '5s',
      connectTimeout: '3s',
      redirects: 2,
      reuseConnections: 'perIteration',
      cookies: false,
      keepCookies: true,
      maxBodySize: '1MB',
      tls: { verify: false },
      expect: { status: 200, header: { a: 'b' }, json: 'json.ok', bodyContains: 'x', maxDuration: '1s', tolerate: 404 },
    },
    metrics: { latency: { type: 'trend', unit: 'ms' } },
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
            name: 'home',
            query: { a: 1 },
            headers: { accept: 'a' },
            json: { a: 1 },
            auth: { bearer: '${secret.A}' },
            timeout: '1s',
            redirects: 0,
            expect: { status: 201 },
            check: { ok: 'status == 200' },
            capture: { token: 'json.a' },
            record: { latency: 'timings.duration' },
            tags: { a: 'b' },
            if: 'vars.id == 1',
          },
          { post: '/', form: { a: 'b' }, auth: { basic: { username: 'u', password: '${secret.P}' } } },
          { put: '/', body: 'x' },
          { patch: '/' },
          { delete: '/' },
          { head: '/' },
          { options: '/' },
          { request: { method: 'PROPFIND', url: '/' } },
          { think: { min: '1s', max: '2s' } },
          { think: { mean: '1s', sd: '2s' } },
          { set: { n: 1 } },
          {
            choose: [
              { weight: 3, get: '/' },
              { weight: 2, steps },
              { weight: 5, use: 'browse' },
            ],
          },
          { group: 'g', steps },
          { record: { latency: 'vars.id' } },
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
  { baseUrl: 'http://a', vus: 5, iterations: 50, duration: '3s', steps },
  { baseUrl: 'http://a', stages: [{ duration: '3s', target: 2 }], flow: 'f', flows: { f: steps } },
];

/** For the reader of the file, or for other editors. */
const FOR_READERS = new Set(['$schema', 'description']);

/** Every property of the schema that is not marked as not run yet, by the name of where it stands. */
function properties(
  schemaOrRef: SchemaNode,
  into = new Map<SchemaNode, string>(),
  seen = new Set<SchemaNode>(),
): Map<SchemaNode, string> {
  const schema = resolveSchema(schemaOrRef, scenarioSchema);
  if (seen.has(schema)) return into;
  seen.add(schema);
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (property['x-notYet'] && property['x-notYet'].unless === undefined) continue;
    if (!property['x-notYet']) into.set(property, key);
    properties(property, into, seen);
  }
  for (const branch of schema.anyOf ?? []) {
    const resolved = resolveSchema(branch, scenarioSchema);
    const marks = [...(resolved.required ?? [])].map((key) => resolved.properties?.[key]?.['x-notYet']);
    if (!marks.some((mark) => mark !== undefined)) properties(resolved, into, seen);
  }
  if (typeof schema.additionalProperties === 'object') properties(schema.additionalProperties, into, seen);
  if (schema.items) properties(schema.items, into, seen);
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

/** What a document means; ranges left out, as they change with every edit. */
function meaning(document: Json): string {
  const { plan, problems } = loadScenario(JSON.stringify(document), 'a.load.json');
  const bare = JSON.stringify(plan, (key, value: unknown) => (key === 'range' ? undefined : value));
  return bare + problems.map(({ code, message }) => code + message).join();
}

describe('the schema', () => {
  it('has each property either run or refused', () => {
    const used = new Set<SchemaNode>();
    for (const document of DOCUMENTS) {
      const { problems } = loadScenario(JSON.stringify(document), 'a.load.json');
      assert.deepEqual(
        problems.filter(({ severity }) => severity === 'error'),
        [],
      );
      const whole = meaning(document);
      for (const [place, property] of places(document, scenarioSchema)) {
        if (meaning(without(document, place)) !== whole) used.add(property);
      }
    }
    const unused = [...properties(scenarioSchema)].filter(
      ([property, name]) => !used.has(property) && !FOR_READERS.has(name),
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
