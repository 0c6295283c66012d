import assert from 'node:assert/strict';
import { secretPlaceAt } from '../../../src/language/secret-place.ts';
import { loadScenario } from '../../../src/scenario/index.ts';

/** Moves what is between the two `|`, or what the one `|` is in; the text afterwards, with the secret's name and value. */
function moved(marked: string, fileName = 'x.load.yaml', name?: string): string | null {
  const [before = '', between = '', after] = marked.split('|');
  const text = before + between + (after ?? '');
  const start = before.length;
  const end = after === undefined ? start : start + between.length;
  const { document, problems } = loadScenario(text, fileName);
  const place = secretPlaceAt(document, problems, document.lines.range({ start, end }));
  if (!place) return null;
  const edit = place.moved(name ?? place.name);
  if (!edit) return null;
  const { lines } = document;
  const changed =
    text.slice(0, lines.offset(edit.range.start)) + edit.newText + text.slice(lines.offset(edit.range.end));
  return `${place.name}=${place.value}: ${changed}`;
}

const FRAME = 'baseUrl: http://localhost\nvus: 1\nduration: 1s\nsteps:\n  - post: /login\n';

const CASES: readonly (readonly [string, string, string])[] = [
  [
    'a plain value',
    '    json:\n      password: hun|ter2\n',
    'PASSWORD=hunter2:     json:\n      password: "${secret.PASSWORD}"\n',
  ],
  [
    'a value in a flow map',
    '    json: { apiKey: abc|123 }\n',
    'API_KEY=abc123:     json: { apiKey: "${secret.API_KEY}" }\n',
  ],
  [
    'a quoted value with escapes',
    '    json: { password: "a\\"|b" }\n',
    'PASSWORD=a"b:     json: { password: "${secret.PASSWORD}" }\n',
  ],
  [
    'the part that the problem marks',
    '    headers: { authorization: Bearer abc|def123 }\n',
    'TOKEN=abcdef123:     headers: { authorization: "Bearer ${secret.TOKEN}" }\n',
  ],
  ['what is selected', '    body: my pin is |4711|!\n', 'BODY=4711:     body: "my pin is ${secret.BODY}!"\n'],
  ['any other value', '    name: let|ters\n', 'NAME=letters:     name: "${secret.NAME}"\n'],
];

describe('moving to a secret', () => {
  for (const [what, marked, expected] of CASES) {
    it(`takes ${what}`, () => assert.equal(moved(FRAME + marked), expected.replace(': ', `: ${FRAME}`)));
  }

  it('works in JSON', () =>
    assert.equal(
      moved('{ "vars": { "password": "hun|ter2" }, "vus": 1 }', 'x.load.json'),
      'PASSWORD=hunter2: { "vars": { "password": "${secret.PASSWORD}" }, "vus": 1 }',
    ));

  it('takes the name that is asked for', () =>
    assert.match(
      moved(`${FRAME}    json: { password: hun|ter2 }\n`, 'x.load.yaml', 'OTHER') ?? '',
      /"\$\{secret\.OTHER\}"/,
    ));

  for (const marked of ['steps: |[]', '|', 'password: "${secret.A|BC}"', 'va|rs: {}']) {
    it(`finds nothing in ${marked}`, () => assert.equal(moved(marked), null));
  }
});
