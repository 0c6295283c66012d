import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openApiPaths, readOpenApi } from '../../../src/language/openapi.ts';
import { scenarioFromOpenApi } from '../../../src/language/openapi-scenario.ts';
import { asJson, snippetOf, snippetText } from '../../../src/language/scenario-templates.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

const SHOP = `
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers:
  - url: https://{region}.shop.test/v1/
    variables: { region: { default: eu } }
security: [{ token: [] }]
paths:
  /orders:
    get:
      operationId: listOrders
      summary: Orders of a customer
      parameters:
        - { in: query, name: customer, required: true, schema: { type: string, format: uuid } }
        - { in: query, name: page, schema: { type: integer } }
        - { $ref: "#/components/parameters/Trace" }
      responses: { "200": { description: ok } }
    post:
      operationId: placeOrder
      requestBody:
        content:
          application/xml: { schema: { type: string } }
          application/json: { schema: { $ref: "#/components/schemas/Order" } }
      responses: { "201": { description: made } }
  /orders/{id}/lines/{line-no}:
    parameters:
      - { in: path, name: id, required: true, schema: { type: integer, minimum: 7 } }
      - { in: path, name: line-no, required: true, schema: { type: string, example: A1 } }
    delete:
      security: []
      responses: { default: { description: gone } }
  /login:
    post:
      security: [{ user: [] }]
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: { type: object, properties: { user: { type: string }, keep: { type: boolean } } }
      responses: { "200": { description: ok } }
  /upload:
    put:
      security: [{ key: [] }]
      requestBody:
        content:
          text/plain: { example: "price: $\{5}" }
      responses: { "204": { description: ok } }
components:
  parameters:
    Trace: { in: header, name: x-trace, required: true, schema: { type: string } }
  securitySchemes:
    token: { type: http, scheme: bearer }
    user: { type: http, scheme: basic }
    key: { type: apiKey, in: header, name: x-api-key }
  schemas:
    Order:
      allOf:
        - { type: object, required: [email], properties: { email: { type: string, format: email } } }
        - type: object
          properties:
            id: { type: integer, readOnly: true }
            lines: { type: array, items: { type: object, required: [sku, count], properties: { sku: { type: string, enum: [A1, B2] }, count: { type: integer } } } }
            parent: { $ref: "#/components/schemas/Order" }
`.replaceAll('$\\{', '${');

const PETS = JSON.stringify({
  swagger: '2.0',
  info: { title: 'Pets' },
  host: 'pets.test',
  basePath: '/api',
  schemes: ['http'],
  consumes: ['application/json'],
  securityDefinitions: { key: { type: 'apiKey', in: 'query', name: 'key' } },
  paths: {
    '/pets/{petId}': {
      get: {
        summary: 'One pet',
        security: [{ key: [] }],
        parameters: [{ in: 'path', name: 'petId', required: true, type: 'integer' }],
        responses: { 200: {} },
      },
    },
    '/pets': {
      post: {
        parameters: [{ in: 'body', name: 'pet', schema: { $ref: '#/definitions/Pet' } }],
        responses: { 201: {} },
      },
    },
    '/photos': {
      post: {
        consumes: ['multipart/form-data'],
        parameters: [
          { in: 'formData', name: 'title', type: 'string' },
          { in: 'formData', name: 'photo', type: 'file' },
        ],
        responses: {},
      },
    },
  },
  definitions: { Pet: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
});

describe('OpenAPI documents', () => {
  it('tell their paths, with the base path, for completion', () =>
    assert.deepEqual(openApiPaths(SHOP), [
      { method: 'get', path: '/v1/orders', summary: 'Orders of a customer' },
      { method: 'post', path: '/v1/orders', summary: '' },
      { method: 'delete', path: '/v1/orders/{id}/lines/{line-no}', summary: '' },
      { method: 'post', path: '/v1/login', summary: '' },
      { method: 'put', path: '/v1/upload', summary: '' },
    ]));

  it('of Swagger 2 are read as well', () =>
    assert.deepEqual(openApiPaths(PETS), [
      { method: 'get', path: '/api/pets/{petId}', summary: 'One pet' },
      { method: 'post', path: '/api/pets', summary: '' },
      { method: 'post', path: '/api/photos', summary: '' },
    ]));

  it('become scenarios', () => {
    const shop = readOpenApi(SHOP);
    assert.ok(shop);
    assert.equal(shop.origin, 'https://eu.shop.test');
    assert.equal(
      scenarioFromOpenApi(shop.title, shop.origin, shop.operations),
      `name: Shop
baseUrl: https://eu.shop.test
vars:
  orderId: 7
  line_no: A1
vus: 10
duration: 1m
steps:
  - get: /v1/orders
    name: listOrders
    auth:
      bearer: \${secret.TOKEN}
    query:
      customer: 123e4567-e89b-42d3-a456-426614174000
    headers:
      x-trace: text
    expect:
      status: 200
  - post: /v1/orders
    name: placeOrder
    auth:
      bearer: \${secret.TOKEN}
    json:
      email: loadtest@example.com
      lines:
        - sku: A1
          count: 1
      parent: null
    expect:
      status: 201
  - delete: /v1/orders/\${vars.orderId}/lines/\${vars.line_no}
  - post: /v1/login
    auth:
      basic:
        username: \${secret.USERNAME}
        password: \${secret.PASSWORD}
    form:
      user: text
      keep: true
    expect:
      status: 200
  - put: /v1/upload
    headers:
      x-api-key: \${secret.API_KEY}
      content-type: text/plain
    body: "price: $\${5}"
    expect:
      status: 204
thresholds:
  http_req_duration: p(95) < 500ms
  http_req_failed: rate < 1%
`,
    );
  });

  for (const [name, source] of [
    ['OpenAPI 3', SHOP],
    ['Swagger 2', PETS],
  ] as const) {
    it(`of ${name} become scenarios without problems, in YAML and in JSON`, () => {
      const document = readOpenApi(source);
      assert.ok(document);
      const text = scenarioFromOpenApi(document.title, document.origin ?? '', document.operations);
      assert.equal(snippetText(snippetOf(text)), text);
      assert.deepEqual(loadScenario(text, 'api.load.yaml').problems, []);
      assert.deepEqual(loadScenario(asJson(text), 'api.load.json').problems, []);
    });
  }

  const OTHERS = [
    '',
    '[]',
    '{',
    'a: [',
    'paths: {}',
    'openapi: 4.0.0\npaths: {}',
    'openapi: 3.0.0\npaths: [1]',
    'null',
  ];
  for (const source of OTHERS) {
    it(`are not: ${JSON.stringify(source)}`, () => {
      assert.equal(readOpenApi(source), null);
      assert.deepEqual(openApiPaths(source), []);
    });
  }

  it('may hold anything', () =>
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom('$ref', 'schema', 'parameters', 'in', 'x') }), (operation) => {
        const source = JSON.stringify({ openapi: '3.0.0', paths: { '/a/{b}': { post: operation } } });
        const document = readOpenApi(source);
        assert.equal(document?.operations.length, 1);
        scenarioFromOpenApi('x', 'http://127.0.0.1', document.operations);
      }),
    ));
});
