import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { applied } from './apply-fix.ts';
import { problemLines } from './problem-lines.ts';

const INDENTED = 'This line is indented further than the one that it belongs to.';
const COLON = 'Behind a key stand a colon and a space: `key: value`.';
const TWO_KEYS = 'Two keys stand in one line. Give the second a line of its own, or put the text in quotes.';

const table: [what: string, text: string, problem: string][] = [
  ['no space behind a colon', 'vus: 1\nduration:10s\nsteps: []', '2:1 «duration:» A space belongs behind `duration:`.'],
  ['no space behind a dash', 'steps:\n  -get: /a\n  - get: /b', '2:3 «-» A space belongs behind the `-`.'],
  ['a key too far in', 'vus: 10\n duration: 30s\nsteps: []', `2:2 «duration: 30s» ${INDENTED}`],
  ["a step's key too far in", 'steps:\n  - get: /a\n     name: x', `3:6 «name: x» ${INDENTED}`],
  [
    "a step's key not far enough in",
    'steps:\n  - get: /a\n   name: x',
    '3:4 «name: x» This line is indented differently from its neighbours.',
  ],
  [
    'an item too far in',
    'steps:\n- get: /a\n  - think: 1s',
    '3:3 «- think: 1s» This item is indented differently from those before it.',
  ],
  ['two keys in a line', 'http:\n  headers: Accept: text/html', `2:12 «Accept: text/html» ${TWO_KEYS}`],
  ['a key without its colon', 'vus 10\nduration: 1s', `1:1 «vus 10» ${COLON}`],
  ['the last key without its colon', 'steps:\n  - get: /a\n    check', `3:5 «check» ${COLON}`],
  ['a quote that is not closed', 'name: "x\nvus: 1', '1:7 «"x» A text is not closed: a " is missing.'],
  [
    'an expression in a flow map',
    'steps: [{ get: ${env.X} }]',
    '1:16 «${env.X}» Within { } and [ ] a text with ${…} must be in quotes.',
  ],
  [
    'an expression with [ in a flow map',
    'steps:\n  - get: /a\n    check: { ok: json.items[0].id == 1, b: c }\n  - get: /b',
    '3:18 «json.items[0].id == 1» Within { } and [ ] a text with `[` must be in quotes.',
  ],
  [
    'an expression with [ in a flow list',
    'steps: [a, b[0]]',
    '1:12 «b[0]» Within { } and [ ] a text with `[` must be in quotes.',
  ],
  [
    'an expression that begins with a text',
    'check: { ok: "a" in json.list }',
    '1:14 «"a" in json.list» A text that begins with `"` must be in quotes as a whole.',
  ],
  [
    'a condition with ? in a flow map',
    'check: { ok: json.a ? 1 : 2 }',
    '1:14 «json.a ? 1 : 2» Within { } and [ ] a text with a colon or question mark and a space behind it must be in quotes.',
  ],
  [
    'an expression with a comma in a flow map',
    'steps:\n  - get: /a\n    check: { ok: json.x.exists(i, i > 2), i: status == 200 }',
    '3:18 «json.x.exists(i, i > 2)» Within { } and [ ] a text with a comma must be in quotes.',
  ],
  [
    'a comma between texts in quotes',
    'capture: { id: randomItem(["a", "b"]), b: f("a", "b") }',
    '1:16 «randomItem(["a", "b"])» Within { } and [ ] a text with `[` must be in quotes.',
  ],
  [
    'a function of two texts in a flow map',
    'capture: { b: hmacSha256("a", "b"), c: d }',
    '1:15 «hmacSha256("a", "b")» Within { } and [ ] a text with a comma must be in quotes.',
  ],
  [
    'an expression with a comma in a flow list',
    'steps: [a, f(b, c)]',
    '1:12 «f(b, c)» Within { } and [ ] a text with a comma must be in quotes.',
  ],
  ['a text that begins as a block does', 'name: > 5', '1:7 «> 5» A text that begins with `>` must be in quotes.'],
  ['a text that begins with @', 'name: @x', '1:7 «@» A text that begins with `@` must be in quotes.'],
  [
    'braces of another tool',
    'name: {{ x }}',
    '1:8 «{ x }» `{{ … }}` is a map in a map here. A value is put in by ${…}, and a text that begins with { must be in quotes.',
  ],
];

describe('a slip in YAML', () => {
  for (const [what, text, problem] of table) {
    const expected = [problem.replace('» ', '» yaml-syntax: ')];
    it(`${what} is said once, where it is`, () => assert.deepEqual(problemLines(text), expected));
    it(`${what} is said at the same place with Windows' line ends`, () =>
      assert.deepEqual(problemLines(text.replaceAll('\n', '\r\n')), expected));
  }

  it('is put right where a space is missing', () => {
    for (const [before, after] of [
      ['vus: 1\nduration:10s\nsteps: []', 'vus: 1\nduration: 10s\nsteps: []'],
      ['steps:\n  -get: /a\n  - get: /b', 'steps:\n  - get: /a\n  - get: /b'],
      ['steps:\n  - get:/a\n', 'steps:\n  - { get: /a }\n'],
    ] as const) {
      const fix = loadScenario(before, 'a.load.yaml').problems.flatMap(({ fixes }) => fixes ?? [])[0];
      assert.ok(fix, before);
      assert.equal(applied(before, fix.edits), after);
    }
  });

  it('is put right where quotes are missing', () => {
    for (const [before, after] of [
      ['check: { ok: json.items[0].id == 1, b: c }', 'check: { ok: "json.items[0].id == 1", b: c }'],
      ['check: { ok: json["a b"] == 1 }', `check: { ok: 'json["a b"] == 1' }`],
      ['capture: { id: jsonpath("$.a[*].b"), n: 1 }', `capture: { id: 'jsonpath("$.a[*].b")', n: 1 }`],
      [`check: { ok: f(json.a, json.b["it's"]) }`, `check: { ok: 'f(json.a, json.b["it''s"])' }`],
      ['a: [ b, c[0] ]', 'a: [ b, "c[0]" ]'],
      ['if: "a" in json.list # why', `if: '"a" in json.list' # why`],
      ['check: { ok: json.a ? 1 : 2 }', 'check: { ok: "json.a ? 1 : 2" }'],
      ['check: { ok: json.x.exists(i, i > 2), b: c }', 'check: { ok: "json.x.exists(i, i > 2)", b: c }'],
      ['check: { ok: f(a, g(b, c), d), k: v }', 'check: { ok: "f(a, g(b, c), d)", k: v }'],
      ['check: { ok: f(i, i ? 1 : 2), k: v }', 'check: { ok: "f(i, i ? 1 : 2)", k: v }'],
      ['check: { ok: f(i, i == "b"), k: v }', `check: { ok: 'f(i, i == "b")', k: v }`],
      ['capture: { b: hmacSha256("a", "b"), c: d }', `capture: { b: 'hmacSha256("a", "b")', c: d }`],
      ['check: { ok: !json.a }', 'check: { ok: "!json.a" }'],
      ['steps: [{ get: /a/${env.X}/b }]', 'steps: [{ get: "/a/${env.X}/b" }]'],
    ] as const) {
      const fix = loadScenario(before, 'a.load.yaml').problems.flatMap(({ fixes }) => fixes ?? [])[0];
      assert.ok(fix, before);
      assert.equal(applied(before, fix.edits), after);
    }
  });

  for (const text of [
    'json: { a: "hello (x, y)", b: "c)" }',
    'json: { a: ":(", b: c) }',
    'json: { a: hello (x), b: (y) }',
    'json: { a: hello (x, b: y) }',
    'json: [hello (x), y]',
  ]) {
    it(`is not what brackets in texts are: ${text}`, () => {
      const { problems } = loadScenario(text, 'a.load.yaml');
      assert.deepEqual(
        problems.filter(({ code }) => code === 'yaml-syntax'),
        [],
      );
    });
  }
});
