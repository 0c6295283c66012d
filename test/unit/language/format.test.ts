import assert from 'node:assert/strict';
import { applied, format } from '../../../src/language/format.ts';
import { formatYaml } from '../../../src/language/yaml-formatter.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { SourceRange } from '../../../src/scenario/range.ts';
import { scenarioTexts } from './scenario-texts.ts';

const SPACES = { tabSize: 2, insertSpaces: true };

async function formatted(
  text: string,
  { fileName = 'test.load.yaml', options = SPACES, range = null as SourceRange | null } = {},
): Promise<string> {
  return applied(text, await format(text, fileName, options, () => Promise.resolve(formatYaml), range));
}

/** The plan without the places in the text. */
function meaning(text: string, fileName: string): string {
  return JSON.stringify(loadScenario(text, fileName).plan, (key, value: unknown) => (key === 'range' ? null : value));
}

describe('formatting', () => {
  it('sets indentation, spaces and blank lines, and keeps comments and quotes', async () =>
    assert.equal(
      await formatted(`# head
vus:   10
steps:
- get:   '/x'   # c
  expect: {status: [200,201]}



- post: "/y"
  # below
`),
      `# head
vus: 10
steps:
  - get: '/x' # c
    expect: { status: [200, 201] }

  - post: "/y"
    # below
`,
    ));

  it('breaks no line that its author left long, and joins none', async () => {
    const long = `steps:
  - get: \${env.?BASE_URL.orValue("http://localhost:3000")}/a/very/long/path/that/goes/on/and/on?with=a&query=that&is=long
    json: { first: "a long value of a flow map", second: "another long value of it", third: "and a third one, which is long" }
    name: a text over
      two lines
`;
    assert.equal(await formatted(long), long);
    assert.equal(
      await formatted('steps:\n  - { get: /a,\n      name: b }\n  - get: /b\n    json: { a: 1,\n      b: 2 }\n'),
      'steps:\n  - {\n      get: /a,\n      name: b\n    }\n  - get: /b\n    json:\n      {\n        a: 1,\n        b: 2\n      }\n',
    );
  });

  it('leaves texts of several lines as they are', async () => {
    const text = 'steps:\n  - post: /a\n    body: |\n      {"a":   1}\n\n\n        x\n    name: b\n';
    assert.equal(await formatted(text), text);
  });

  it('takes the width of the indentation from the editor', async () =>
    assert.equal(
      await formatted('http:\n  headers:\n    a: b\n', { options: { tabSize: 4, insertSpaces: false } }),
      'http:\n    headers:\n        a: b\n',
    ));

  it('formats JSON with comments, and keeps its lines', async () => {
    assert.equal(
      await formatted('{\n// users\n"vus":10,\n      "stages": [ {"duration":"1m","target":5} ]\n}', {
        fileName: 'a.load.json',
      }),
      '{\n  // users\n  "vus": 10,\n  "stages": [ { "duration": "1m", "target": 5 } ]\n}\n',
    );
    assert.equal(
      await formatted('{"vus":1,"duration":"1s"}', {
        fileName: 'a.load.json',
        options: { tabSize: 1, insertSpaces: false },
      }),
      '{\n\t"vus": 1,\n\t"duration": "1s"\n}\n',
    );
  });

  it('formats minified JSON of hundreds of kB at once', async () => {
    const steps = Array.from({ length: 4000 }, (_, n) => ({ get: `/a/${n}`, expect: { status: 200 } }));
    const scenario = { vus: 1, duration: '1s', steps };
    const start = performance.now();
    const text = await formatted(JSON.stringify(scenario), { fileName: 'a.load.json' });
    // By the square of its length it would take ten times as long.
    assert.ok(performance.now() - start < 3000);
    assert.equal(text, `${JSON.stringify(scenario, null, 2)}\n`);
  });

  it('formats only the lines that are selected', async () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    assert.equal(
      await formatted('vus:   1\nduration:   1s\nname:   a\n', { range }),
      'vus:   1\nduration: 1s\nname:   a\n',
    );
  });

  it('formats nothing of a selection that cannot be formatted alone', async () => {
    const text = 'http:\n      timeout:   1s\n      cookies: true\n';
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    assert.equal(await formatted(text, { range }), text);
  });

  for (const [what, text] of [
    ['YAML that cannot be read', 'steps:\n  - get: [1\nvus:   1\n'],
    ['a key that stands there twice', 'vus:   1\nvus: 2\n'],
    ['a file with nothing in it', '   \n\n'],
  ] as const) {
    it(`leaves ${what} alone`, async () => assert.equal(await formatted(text), text));
  }

  it('removes blank lines at the end', async () => assert.equal(await formatted('vus: 1\n\n\n'), 'vus: 1\n'));

  it('keeps line ends of Windows', async () =>
    assert.equal(await formatted('vus:   1\r\nname:  a\r\n'), 'vus: 1\r\nname: a\r\n'));

  for (const { name, fileName, text } of scenarioTexts()) {
    it(`means the same after it, and is over with the first time: ${name}`, async () => {
      // Every third line has more spaces behind its key than it needs.
      const shaken = text.replace(/^( *[\w-]+:) (?=\S)/gm, (key: string, _name: string, at: number) =>
        at % 3 === 0 ? `${key}   ` : key,
      );
      const once = await formatted(shaken, { fileName });
      assert.equal(meaning(once, fileName), meaning(text, fileName));
      assert.equal(await formatted(once, { fileName }), once);
    });
  }
});
