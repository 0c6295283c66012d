import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { hover } from '../../../src/language/hover.ts';
import { NOTHING_KNOWN, type Known } from '../../../src/language/known.ts';
import { cursorIn } from './cursor.ts';

function hoverText(marked: string, more: Partial<Known> = {}): string | null {
  const { text, position } = cursorIn(marked);
  const { model } = loadScenario(text, text.startsWith('{') ? 'x.load.json' : 'x.load.yaml', {
    files: { facts: more.facts ?? (() => null) },
  });
  return hover(text, position, { ...NOTHING_KNOWN, last: { text, model }, ...more })?.markdown ?? null;
}

describe('hover', () => {
  const LOAD = 'vus: 1\nduration: 1s\nbaseUrl: http://127.0.0.1\n';

  const cases: readonly [what: string, marked: string, words: RegExp][] = [
    ["the schema's words for a key", 'v|us: 10', /^How many virtual users run/],
    ['them for keys of a step', 'steps:\n  - g|et: /health', /^A GET request/],
    ['examples of what a key may be', 'duration: 1s\nsteps: []\nsetup|Timeout: 1s', /For example `60s`/],
    ['the values that a key may have', 'data:\n  users:\n    pi|ck: unique', /One of `sequential`, `random`, `unique`/],
    [
      'an executor',
      'scenarios:\n  a:\n    executor: ramp|ing-vus',
      /\*\*ramping-vus\*\*: VUs go up and down by stages/,
    ],
    ['a header', 'http:\n  headers:\n    acc|ept: x', /Media types that the answer may have/],
    ['a key in flow maps', 'steps:\n  - { get: /a, na|me: x }', /name in results/],
    ['a key in JSON with comments', '// users\n{ "v|us": 10 }', /virtual users/],
    [
      'a metric and how it can be judged',
      'thresholds:\n  http_req_dur|ation{stage:hold}: p(95) < 1s',
      /\*\*http_req_duration\*\* \(trend\)\n\nSending.*\n\nCan be judged by .*`p\(N\)`/,
    ],
    ['a tag', 'thresholds:\n  http_reqs{sta|ge:hold}: count > 1', /\*\*stage\*\* \(tag\)/],
    [
      'a percentile',
      'thresholds:\n  http_req_duration: p(|95) < 1s',
      /95 % of the samples are at or below it.*nearest-rank/,
    ],
    ['a method', 'thresholds:\n  http_reqs:\n    - expect: co|unt > 1', /\*\*count\*\*: The sum over the run/],
    ['a function', `${LOAD}steps:\n  - get: /\${random|Int(1, 6)}`, /randomInt\(a, b\)[^]*both included/],
    ['a member of the response', `${LOAD}steps:\n  - get: /\n    capture: { t: timings.wai|ting }`, /TTFB/],
    [
      'a macro',
      `${LOAD}steps:\n  - get: /\n    check: { a: "json.items.exi|sts(x, x > 1)" }`,
      /list\.exists\(x, condition\)/,
    ],
    [
      'a variable with its value',
      `${LOAD}vars:\n  email: a@example.com\nsteps:\n  - get: /\${vars.ema|il}`,
      /email: a@example\.com[^]*line 5/,
    ],
    [
      'where a value was captured',
      `${LOAD}steps:\n  - get: /a\n    capture: { id: json.id }\n  - get: /\${i|d}`,
      /json\.id[^]*line 6/,
    ],
    [
      'a flow where it is used',
      `${LOAD}flows:\n  browse:\n    - get: /products\nsteps:\n  - use: bro|wse`,
      /get: \/products/,
    ],
  ];
  for (const [what, marked, words] of cases) it(`explains ${what}`, () => assert.match(hoverText(marked) ?? '', words));

  it('shows the value that a name had in the last run', () => {
    const lastValue = (name: string): string | null => (name === 'id' ? '42' : null);
    const file = `${LOAD}steps:\n  - get: /a\n    capture: { id: json.id }\n  - get: /\${i|d}`;
    assert.match(hoverText(file, { lastValue }) ?? '', /In the last run: `42`/);
    assert.match(hoverText(`${LOAD}steps:\n  - get: /a\n    capture: { i|d: json.id }`, { lastValue }) ?? '', /`42`/);
  });

  it("shows a column with the first row's value", () => {
    const facts: Known['facts'] = () => ({
      exists: true,
      data: { columns: ['email'], rows: 2, firstRow: { email: 'ann@example.com' } },
      problem: null,
    });
    const file = `${LOAD}data: { users: { file: ./users.csv } }\nsteps:\n  - get: /\${data.users.em|ail}`;
    assert.match(hoverText(file, { facts }) ?? '', /In the first row: `"ann@example\.com"`/);
    assert.match(hoverText('data: { users: { file: ./us|ers.csv } }', { facts }) ?? '', /2 rows with `email`/);
  });

  it('draws the load of stages, and says it in words', () => {
    const text = hoverText(
      `baseUrl: http://127.0.0.1\nsta|ges:\n  - { duration: 2m, target: 100, name: ramp up }\n  - { duration: 10m, target: 100 }\nsteps: [{ get: / }]`,
    );
    assert.match(text ?? '', /^!\[\]\(data:image\/svg\+xml,/);
    assert.match(text ?? '', /Up to 100 VUs in 12m\. ramp up: to 100 in 2m; stage 2: to 100 in 10m\./);
  });

  it('draws it on the name and the executor of a scenario', () => {
    const file = (name: string, executor: string): string =>
      `baseUrl: http://127.0.0.1\nscenarios:\n  ${name}:\n    ${executor}: constant-arrival-rate\n    rate: 5\n    duration: 1m\n    steps: [{ get: / }]`;
    for (const marked of [file('us|ers', 'executor'), file('users', 'exe|cutor')]) {
      assert.match(hoverText(marked) ?? '', /Up to 5 iterations\/s in 1m\./);
    }
  });

  it('says nothing where there is nothing to say', () => {
    for (const marked of [
      '# a com|ment\nvus: 1',
      '|',
      'name: Check|out',
      'steps:\n  - post: /a\n    json: { ge|t: 1 }',
    ]) {
      assert.equal(hoverText(marked), null);
    }
  });

  it('keeps texts of the file from becoming Markdown', () =>
    assert.ok(
      !(hoverText(`${LOAD}vars:\n  a: "\`\`\`# big"\nsteps:\n  - get: /\${vars.|a}`) ?? '').includes('```# big'),
    ));

  describe('of what an environment replaces', () => {
    const text = `${LOAD}environments:
  lab: { vars: { q: lamps } }
vars:
  q: chairs
steps:
  - get: /\${vars.q}
`;
    const shown = (environment: string | null): string => {
      const { model } = loadScenario(text, 'x.load.yaml', { environment });
      const position = { line: 8, character: '  - get: /${vars.'.length };
      return hover(text, position, { ...NOTHING_KNOWN, last: { text, model } })?.markdown ?? '';
    };

    it("shows the file's own", () => assert.match(shown(null), /q: chairs/));
    it('shows that of the environment that is picked', () => assert.match(shown('lab'), /q: lamps/));
  });
});
