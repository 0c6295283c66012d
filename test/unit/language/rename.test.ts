import assert from 'node:assert/strict';
import { prepareRename, rename } from '../../../src/language/rename.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import { cursorIn } from './cursor.ts';
import { applied, textAt } from './edited.ts';
import { scenarioTexts } from './scenario-texts.ts';

/** The text after a rename of what the cursor is at, or why there is none. */
function renamed(marked: string, newName: string, fileName = 'test.load.yaml'): string {
  const { text, position } = cursorIn(marked);
  const result = rename(loadScenario(text, fileName), position, newName);
  return 'refused' in result ? result.refused : applied(text, result);
}

function prepared(marked: string): string {
  const { text, position } = cursorIn(marked);
  const result = prepareRename(loadScenario(text, 'test.load.yaml'), position);
  return 'refused' in result ? result.refused : `${result.name} ${textAt(text, result.range)}`;
}

const LOAD = 'vus: 1\nduration: 1s\nbaseUrl: http://127.0.0.1\n';

describe('rename', () => {
  it('keeps brackets in a name without quotes, but for those that would begin a list or a map', () => {
    const file = (name: string, more = ''): string => `${LOAD}steps:\n  - get: /a\n    name: ${name}${more}\n`;
    assert.equal(renamed(file('o|ne'), 'GET /renders/{id}'), file('GET /renders/{id}'));
    assert.equal(renamed(file('o|ne'), '{id}'), file('"{id}"'));
    assert.equal(
      renamed(`${LOAD}steps: [{ get: /a, name: o|ne }]\n`, 'GET /{id}'),
      `${LOAD}steps: [{ get: /a, name: "GET /{id}" }]\n`,
    );
  });

  it('changes a variable in every expression, in whatever quotes', () =>
    assert.equal(
      renamed(
        `${LOAD}vars: { em|ail: a }\nsteps:\n  - post: /\${vars.email}\n    json: { a: "\${vars.email + 'x'}", b: '\${vars.email}' }\n  - post: /\n    body: >\n      \${vars.email}\n`,
        'mail',
      ),
      `${LOAD}vars: { mail: a }\nsteps:\n  - post: /\${vars.mail}\n    json: { a: "\${vars.mail + 'x'}", b: '\${vars.mail}' }\n  - post: /\n    body: >\n      \${vars.mail}\n`,
    ));

  it('changes a flow where it is used', () =>
    assert.equal(
      renamed(
        `${LOAD}flows:\n  browse: [{ get: / }]\nsteps:\n  - use: bro|wse\n  - { use: "browse" }\n`,
        'look around',
      ),
      `${LOAD}flows:\n  look around: [{ get: / }]\nsteps:\n  - use: look around\n  - { use: "look around" }\n`,
    ));

  it('changes stages, groups and scenarios in the tags of thresholds, and gives quotes where they are needed now', () => {
    const file = (stage: string, key: string): string =>
      `baseUrl: http://127.0.0.1\nstages: [{ duration: 1s, target: 1, name: ${stage} }]\nsteps: [{ get: / }]\nthresholds:\n  ${key}: p(95) < 1s\n`;
    assert.equal(
      renamed(file('ho|ld', 'http_req_duration{stage:hold}'), 'stay'),
      file('stay', 'http_req_duration{stage:stay}'),
    );
    assert.equal(
      renamed(file('ho|ld', 'http_req_duration{stage:hold}'), 'stay: here'),
      file('"stay: here"', '"http_req_duration{stage:stay: here}"'),
    );
    assert.equal(
      renamed(file("'ho|ld'", "'http_req_duration{stage:hold}'"), "it's"),
      file("'it''s'", "'http_req_duration{stage:it''s}'"),
    );
  });

  it('changes captured values, metrics and feeders', () => {
    assert.equal(
      renamed(`${LOAD}steps:\n  - get: /\n    capture: { id: json.id }\n  - get: /\${i|d}\n`, 'orderId'),
      `${LOAD}steps:\n  - get: /\n    capture: { orderId: json.id }\n  - get: /\${orderId}\n`,
    );
    assert.equal(
      renamed(
        `${LOAD}metrics: { a: trend }\nsteps:\n  - get: /\n    record: { |a: 1 }\nthresholds:\n  a: max < 1\n`,
        'b',
      ),
      `${LOAD}metrics: { b: trend }\nsteps:\n  - get: /\n    record: { b: 1 }\nthresholds:\n  b: max < 1\n`,
    );
  });

  it('works in JSON', () =>
    assert.equal(
      renamed('{ "flows": { "a|": [] }, "steps": [{ "use": "a" }] }', 'say "hi"', 'test.load.json'),
      '{ "flows": { "say \\"hi\\"": [] }, "steps": [{ "use": "say \\"hi\\"" }] }',
    ));

  it('shows the name without its quotes first', () => {
    assert.equal(prepared(`${LOAD}flows: { "bro|wse": [] }`), 'browse browse');
  });

  for (const [what, marked, name, refusal] of [
    ['a name that expressions cannot read', 'vars: { a|: 1 }', 'a-b', /is no name that expressions can read/],
    ['a name that is taken', 'vars: { a|: 1, b: 2 }', 'b', /`b` is taken already, in line 1/],
    ['no name', 'flows: { a|: [] }', ' ', /at least one character/],
    [
      'a name with a meaning of its own',
      'steps: [{ get: /, capture: { a|: json.x } }]',
      'response',
      /meaning of its own/,
    ],
    ['a built-in metric', 'metrics: { a|: trend }', 'http_reqs', /built-in metric/],
    ['an expression', 'flows: { a|: [] }', '${vars.a}', /fixed text/],
    [
      'what no threshold could name',
      'stages: [{ duration: 1s, target: 1, name: a| }]\nthresholds: { "http_reqs{stage:a}": count > 1 }',
      'b,c',
      /comma/,
    ],
    ['environment variables', 'baseUrl: ${env.HO|ST}', 'b', /The environment decides/],
    ['secrets', 'baseUrl: ${secret.HO|ST}', 'b', /Secrets are kept/],
    ['built-in names', 'thresholds: { http_|reqs: count > 1 }', 'b', /not defined in this file/],
    ['words of the format', 'v|us: 1', 'b', /Nothing that has a name/],
  ] as const) {
    it(`refuses ${what}`, () => assert.match(renamed(marked, name), refusal));
  }

  it('waits until the file can be read', () =>
    assert.match(renamed('flows: { a|: [] }\nsteps:\n  - use: a\n  - get: [\n', 'b'), /mend its syntax first/));

  for (const { name, fileName, text } of scenarioTexts()) {
    it(`there and back leaves all as it was: ${name}`, () => {
      const before = loadScenario(text, fileName);
      const codes = before.problems.map(({ code }) => code);
      for (const { range, role } of before.model.occurrences) {
        if (role !== 'definition') continue;
        const prepared = prepareRename(before, range.start);
        if ('refused' in prepared) continue;
        const there = rename(before, range.start, 'zz9');
        assert.ok(!('refused' in there));
        const changed = loadScenario(applied(text, there), fileName);
        // A place that was missed would be an unknown name now.
        assert.deepEqual(
          changed.problems.map(({ code }) => code),
          codes,
          `${prepared.name} in line ${range.start.line + 1}`,
        );
        const place = changed.model.occurrences.find((one) => one.name === 'zz9' && one.role === 'definition');
        assert.ok(place);
        const back = rename(changed, place.range.start, prepared.name);
        assert.ok(!('refused' in back));
        assert.equal(applied(changed.document.text, back), text);
      }
    }).timeout(30_000);
  }
});
