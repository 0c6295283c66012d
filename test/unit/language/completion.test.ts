import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { complete } from '../../../src/language/completion.ts';
import { createYamlService } from '../../../src/language/yaml-service.ts';
import { cursorIn } from './cursor.ts';

const service = createYamlService();

async function labels(marked: string, known = ''): Promise<string[]> {
  const { text, position } = cursorIn(marked);
  const { plan } = loadScenario(known, 'test.load.yaml');
  const items = await complete(text, position, known === '' ? null : plan, () => Promise.resolve(service));
  return items.map(({ label }) => label);
}

async function includes(marked: string, wanted: readonly string[], unwanted: readonly string[] = []): Promise<void> {
  const offered = await labels(marked);
  for (const label of wanted) assert.ok(offered.includes(label), `${label} should be offered: ${offered.join(' ')}`);
  for (const label of unwanted) assert.ok(!offered.includes(label), `${label} should not be offered`);
}

describe('completion', () => {
  it('offers the top-level keys in an empty file', () =>
    includes('|', ['baseUrl', 'vus', 'duration', 'steps', 'scenarios', 'thresholds']));

  it('offers keys after the snippets of whole scenarios in a file with nothing in it but comments', async () => {
    const sortTexts = async (marked: string): Promise<(string | undefined)[]> => {
      const { text, position } = cursorIn(marked);
      const items = await complete(text, position, null, () => Promise.resolve(service));
      return items.map(({ sortText }) => sortText);
    };
    assert.ok((await sortTexts('# a load test\n|')).every((sortText) => sortText?.startsWith('zz')));
    assert.ok((await sortTexts('vus: 1\n|')).every((sortText) => !sortText?.startsWith('z')));
  });

  it('offers the executors', async () =>
    assert.deepEqual(await labels('scenarios:\n  users:\n    executor: |'), [
      'constant-vus',
      'ramping-vus',
      'constant-arrival-rate',
      'ramping-arrival-rate',
      'shared-iterations',
      'per-vu-iterations',
    ]));

  it('offers the steps in a list of steps', () =>
    includes('steps:\n  - |', ['get', 'post', 'think', 'choose', 'group']));

  it('offers no second method and no other step inside of a request', () =>
    includes(
      'steps:\n  - get: /a\n    |',
      ['headers', 'expect', 'capture'],
      ['get', 'post', 'think', 'choose', 'steps'],
    ));

  it('offers each key once', async () => {
    const offered = await labels('steps:\n  - |');
    assert.deepEqual(offered, [...new Set(offered)]);
  });

  it('offers keys inside flow maps', () =>
    includes('steps:\n  - { get: /a, | }', ['expect', 'name'], ['post', 'think', 'get']));

  it('offers keys of nested flow maps', async () =>
    assert.deepEqual(await labels('scenarios:\n  a:\n    stages:\n      - { duration: 1m, | }'), ['target', 'name']));

  it('offers values inside flow maps', () =>
    includes('scenarios:\n  a: { executor: | }', ['ramping-vus', 'constant-arrival-rate']));

  it('offers keys in JSON, where comments are allowed', () =>
    includes('{\n  // ten users\n  "vus": 10,\n  |\n}', ['duration', 'steps'], ['vus']));

  it('offers values in JSON', () => includes('{ "scenarios": { "a": { "executor": "|" } } }', ['ramping-vus']));

  for (const [where, marked] of [
    ['as a value', 'thresholds:\n  http_req_duration: |'],
    ['in a flow list', 'thresholds:\n  http_req_duration: [|]'],
    ['in a list', 'thresholds:\n  http_req_duration:\n    - |'],
    ['after expect', 'thresholds:\n  http_req_duration:\n    - expect: |'],
    ['in a flow map', 'thresholds:\n  http_req_duration: { expect: | }'],
  ] as const) {
    it(`offers conditions of a trend ${where}`, () => includes(marked, ['p(95) < 500ms', 'max < 5s'], ['count == 0']));
  }

  it('offers conditions that fit the kind of metric', async () => {
    assert.deepEqual(await labels('thresholds:\n  http_req_failed: |'), ['rate < 1%']);
    assert.deepEqual(await labels('thresholds:\n  errors: |'), ['count == 0', 'count < 100', 'rate < 1%']);
  });

  it('offers metrics in thresholds, custom ones too', async () => {
    const known =
      'vus: 1\nduration: 1s\nmetrics: { queue_time: { type: trend, unit: ms } }\nsteps: [{ get: http://127.0.0.1/ }]';
    const offered = await labels('thresholds:\n  |', known);
    for (const name of ['http_req_duration', 'iterations', 'queue_time']) assert.ok(offered.includes(name));
  });

  it('offers tags behind a metric', () =>
    includes('thresholds:\n  http_req_duration{|', ['name', 'stage', 'scenario']));

  it('leaves the long form of a threshold to the schema', () =>
    includes(
      'thresholds:\n  http_req_duration:\n    - expect: p(95) < 1s\n      |',
      ['acceptable', 'abortOnFail'],
      ['vus'],
    ));

  it('offers names and functions inside ${…}', () =>
    includes('steps:\n  - get: /users/${|}', ['vars', 'setup', 'env', 'secret', 'uuid', 'randomInt'], ['get']));

  it('offers what the file declares behind a dot', async () => {
    const known = `
vus: 1
duration: 1s
vars: { email: a@example.com }
setup:
  - post: http://127.0.0.1/login
    json: { password: "\${secret.TEST_PASSWORD}" }
    capture: { token: json.token }
steps: [{ get: http://127.0.0.1/ }]`;
    assert.deepEqual(await labels('steps:\n  - get: /${vars.|}', known), ['email']);
    assert.deepEqual(await labels('steps:\n  - get: /${setup.t|}', known), ['token']);
    assert.deepEqual(await labels('steps:\n  - get: /${secret.|}', known), ['TEST_PASSWORD']);
  });

  it('offers the keys of a step again behind a finished expression', () =>
    includes('steps:\n  - get: /${vars.id}\n    |', ['expect'], ['uuid']));
});
