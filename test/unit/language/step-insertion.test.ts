import assert from 'node:assert/strict';
import { applied } from '../../../src/language/format.ts';
import { insertStep, replaceByStep } from '../../../src/language/step-insertion.ts';
import { moveSecrets, secretName } from '../../../src/language/step-secrets.ts';
import { parseScenario } from '../../../src/scenario/document.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import { LineIndex } from '../../../src/scenario/source.ts';

const STEP = { post: 'http://a.test/new', json: { n: 1 } };

/** The text with the step put in at `|`. */
function inserted(marked: string, name = 'a.load.yaml'): string | null {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const { document } = loadScenario(text, name);
  const edit = insertStep(document, document.lines.position(at), STEP);
  if (!edit) return null;
  const [start, end] = [document.lines.offset(edit.range.start), document.lines.offset(edit.range.end)];
  return text.slice(0, start) + edit.newText + text.slice(end);
}

describe('a step that is pasted', () => {
  it('stands behind the one that the cursor is in', () =>
    assert.equal(
      inserted('baseUrl: http://a.test\nsteps:\n  - get: /|a\n    name: a\n  - get: /b\n'),
      'baseUrl: http://a.test\nsteps:\n  - get: /a\n    name: a\n  - post: /new\n    json:\n      n: 1\n  - get: /b\n',
    ));

  it('belongs to the innermost list', () =>
    assert.equal(
      inserted('steps:\n- group: g\n  steps:\n  - get: /a|\n'),
      'steps:\n- group: g\n  steps:\n  - get: /a\n  - post: http://a.test/new\n    json:\n      n: 1\n',
    ));

  it('begins a list that is empty', () =>
    assert.equal(
      inserted('duration: 1s\nsteps:\n|'),
      'duration: 1s\nsteps:\n  - post: http://a.test/new\n    json:\n      n: 1\n',
    ));

  it('makes a scenario of an empty file', () =>
    assert.equal(inserted('|'), 'vus: 1\nduration: 10s\nsteps:\n  - post: http://a.test/new\n    json:\n      n: 1\n'));

  it('is JSON in JSON', () =>
    assert.equal(
      inserted('{\n  "steps": [\n    { "get": "/a" }|\n  ]\n}', 'a.load.json'),
      '{\n  "steps": [\n    { "get": "/a" },\n    {\n      "post": "http://a.test/new",\n      "json": {\n        "n": 1\n      }\n    }\n  ]\n}',
    ));

  it('is not put where no steps are', () => assert.equal(inserted('vars:\n  a: 1|\nsteps:\n  - get: /a\n'), null));

  it('leaves its credentials behind', () => {
    const { step, secrets } = moveSecrets(
      { get: 'http://a.test/', headers: { cookie: 'sid=1', 'x-api-key': 'k1' }, auth: { bearer: 't1' } },
      new Map([
        ['X_API_KEY', 'other'],
        ['SESSION', 'sid=2'],
      ]),
    );
    assert.deepEqual(step, {
      get: 'http://a.test/',
      headers: { cookie: '${secret.COOKIE}', 'x-api-key': '${secret.X_API_KEY_2}' },
      auth: { bearer: '${secret.BEARER}' },
    });
    assert.deepEqual(Object.fromEntries(secrets), { COOKIE: 'sid=1', X_API_KEY_2: 'k1', BEARER: 't1' });
  });

  it('suggests no name that another value has', () => {
    const stored = new Map([
      ['PASSWORD', 'a'],
      ['OTHER', 'b'],
    ]);
    assert.equal(secretName('PASSWORD', 'a', stored), 'PASSWORD');
    assert.equal(secretName('PASSWORD', 'b', stored), 'OTHER');
    assert.equal(secretName('PASSWORD', 'c', stored), 'PASSWORD_2');
    assert.equal(secretName('TOKEN', 'c', stored), 'TOKEN');
  });

  it('calls a credential as it is called in the store', () => {
    const { step, secrets } = moveSecrets(
      { get: 'http://a.test/', headers: { 'x-api-key': 'k1' }, auth: { bearer: 't1' } },
      new Map([
        ['X_API_KEY', 'other'],
        ['X_API_KEY_2', 'k1'],
        ['SESSION', 't1'],
      ]),
    );
    assert.deepEqual(step, {
      get: 'http://a.test/',
      headers: { 'x-api-key': '${secret.X_API_KEY_2}' },
      auth: { bearer: '${secret.SESSION}' },
    });
    assert.deepEqual([...secrets], []);
  });

  it('takes the place of what is selected', () => {
    const replaced = (marked: string, fileName = 'a.load.yaml'): string | null => {
      const [before = '', selected = '', after = ''] = marked.split('|');
      const text = before + selected + after;
      const lines = new LineIndex(text);
      const range = {
        start: lines.position(before.length),
        end: lines.position(before.length + selected.length),
      };
      const edit = replaceByStep(parseScenario(text, fileName), fileName, range, { get: '/new' });
      return edit && applied(text, [edit]);
    };
    assert.equal(
      replaced('steps:\n  - get: /a\n|  - get: /b\n|  - get: /c\n'),
      'steps:\n  - get: /a\n  - get: /new\n  - get: /c\n',
    );
    assert.equal(replaced('steps:\n  |- get: /a|\n'), 'steps:\n  - get: /new\n');
    assert.equal(replaced('steps:\n  - |get: /a|\n'), 'steps:\n  - get: /new\n');
    assert.equal(
      replaced('steps:\n  - get: /a\n  - |curl http://a.test/b \\\n    -d 1|\n  - get: /c\n'),
      'steps:\n  - get: /a\n  - get: /new\n  - get: /c\n',
    );
    assert.equal(replaced('steps:\r\n  - |curl b|\r\n  - get: /c\r\n'), 'steps:\r\n  - get: /new\r\n  - get: /c\r\n');
    assert.equal(replaced('steps:\n  - get: /a\n  |curl http://a.test/b|\n'), 'steps:\n  - get: /a\n  - get: /new\n');
    assert.equal(
      replaced('{ "steps": [{ "get": "/a" }|, { "get": "/b" }|] }', 'a.load.json'),
      '{ "steps": [{ "get": "/a" },\n{\n  "get": "/new"\n}] }',
    );
    assert.equal(replaced('vars:\n  a: |1|\nsteps:\n  - get: /a\n'), null);
  });
});
