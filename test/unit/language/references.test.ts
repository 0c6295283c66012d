import assert from 'node:assert/strict';
import { definition } from '../../../src/language/definition.ts';
import { references } from '../../../src/language/references.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import { cursorIn } from './cursor.ts';
import { textAt } from './edited.ts';

/** The lines of a text in which what the cursor is at occurs, from 0, definitions with a `*`. */
function places(marked: string): string {
  const { text, position } = cursorIn(marked);
  const { model } = loadScenario(text, 'test.load.yaml');
  return references(model.occurrences, position)
    .map(({ range, role }) => `${range.start.line}${role === 'definition' ? '*' : ''}`)
    .join(' ');
}

function target(marked: string): unknown {
  const { text, position } = cursorIn(marked);
  const found = definition(loadScenario(text, 'test.load.yaml'), position);
  return found?.targets.map((one) =>
    one.kind === 'here' ? `${one.range.start.line} ${textAt(text, one.range)}` : one,
  );
}

const FILE = `vus: 1
duration: 1s
baseUrl: http://127.0.0.1
vars: { email: a@example.com }
data: { users: { file: ./users.csv } }
setup:
  - post: /login
    json: { user: "\${vars.email}" }
    capture: { token: json.token }
flows:
  browse:
    - get: /a?mail=\${vars.email}&id=\${data.users.id}
      auth: { bearer: "\${setup.token}" }
steps:
  - use: browse
  - use: browse
thresholds:
  http_req_failed: rate < 1%
`;

const at = (before: string, after: string): string => {
  if (!FILE.includes(before + after)) throw new Error(`The file has no ${before}${after}`);
  return FILE.replace(before + after, `${before}|${after}`);
};

describe('references', () => {
  it('finds a variable in expressions, from its definition', () =>
    assert.equal(places(at('vars: { em', 'ail')), '3* 7 11'));

  it('finds it from a reference', () => assert.equal(places(at('mail=${vars.e', 'mail')), '3* 7 11'));

  it('finds what setup captured', () => assert.equal(places(at('capture: { tok', 'en')), '8* 12'));

  it('finds the uses of a flow', () => assert.equal(places(at('use: bro', 'wse')), '10* 14 15'));

  it('finds nothing where nothing is named', () => assert.equal(places(at('dura', 'tion')), ''));
});

describe('definition', () => {
  it('goes from an expression to the variable', () =>
    assert.deepEqual(target(at('user: "${vars.em', 'ail')), ['3 email']));

  it('goes from a use to the flow', () => assert.deepEqual(target(at('use: ', 'browse')), ['10 browse']));

  it('goes to what setup captured', () => assert.deepEqual(target(at('setup.to', 'ken')), ['8 token']));

  it('goes to the feeder, and to the column in its file', () => {
    assert.deepEqual(target(at('data.us', 'ers.id')), ['4 users']);
    assert.deepEqual(target(at('data.users.i', 'd')), [{ kind: 'column', path: './users.csv', column: 'id' }]);
  });

  it('goes to a file', () => assert.deepEqual(target(at('./use', 'rs.csv')), [{ kind: 'file', path: './users.csv' }]));

  it('goes nowhere from words of the format', () => assert.equal(target(at('dur', 'ation')), undefined));
});
