import assert from 'node:assert/strict';
import { columnRange } from '../../../src/language/column-range.ts';
import { links } from '../../../src/language/links.ts';
import { parseScenario } from '../../../src/scenario/document.ts';
import { textAt } from './edited.ts';

function linked(text: string): string[] {
  return links(parseScenario(text, 'test.load.yaml')).map(({ range, path }) => `${path} at ${textAt(text, range)}`);
}

describe('links', () => {
  it('are the files that a scenario names', () =>
    assert.deepEqual(
      linked(`
http: { tls: { ca: ./ca.pem, cert: "c.pem", key: k.pem } }
data: { users: { file: ./users.csv } }
environments: { ci: { data: { users: { file: ci.csv } } } }
steps:
  - post: /upload
    bodyFile: bodies/a.bin
  - post: /form
    multipart: { avatar: { file: ../a.png }, note: hello }
`),
      [
        './ca.pem at ./ca.pem',
        'c.pem at c.pem',
        'k.pem at k.pem',
        './users.csv at ./users.csv',
        'ci.csv at ci.csv',
        'bodies/a.bin at bodies/a.bin',
        '../a.png at ../a.png',
      ],
    ));

  it('are neither addresses, nor files that only a run knows, nor keys of a body', () =>
    assert.deepEqual(
      linked(`
steps:
  - post: /a
    bodyFile: \${vars.file}
  - post: https://example.test
    json: { file: a.csv, bodyFile: b, tls: { ca: x } }
  - post: /b
    bodyFile: https://example.test/a.bin
`),
      [],
    ));
});

describe('the place of a column', () => {
  for (const [what, text, path, column, place] of [
    ['in the header row', 'id,name\n1,a\n', 'a.csv', 'name', 'name 3'],
    ['in quotes', 'id,"first, last"\n', 'a.csv', 'first, last', 'first, last 4'],
    ['in an array of JSON', '[\n  { "id": 1, "name": "x" }\n]', 'a.json', 'name', 'name 14'],
    ['in NDJSON', '{"id":1}\n', 'a.ndjson', 'id', 'id 2'],
  ] as const) {
    it(`is found ${what}`, () => {
      const range = columnRange(text, path, column);
      assert.ok(range);
      assert.equal(`${textAt(text, range)} ${range.start.character}`, place);
    });
  }

  it('is none where there is no such column', () => {
    assert.equal(columnRange('id,name\n', 'a.csv', 'mail'), null);
    assert.equal(columnRange('', 'a.csv', 'mail'), null);
    assert.equal(columnRange('[]', 'a.json', 'mail'), null);
  });
});
