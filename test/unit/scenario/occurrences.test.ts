import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';

/** Every occurrence of a kind, as `definition 3:5 token (setup)`; lines and columns count from 1. */
function occurrences(kind: string, text: string, file = 'checkout.load.yaml'): string[] {
  return loadScenario(text, file)
    .model.occurrences.filter((occurrence) => occurrence.kind === kind)
    .map(({ role, name, scope, range: { start } }) => {
      const where = scope === '' ? '' : ` (${scope})`;
      return `${role} ${start.line + 1}:${start.character + 1} ${name}${where}`;
    });
}

/** The texts that the ranges of all occurrences mark, which must be their names. */
function marked(text: string, file: string): boolean {
  const lines = text.split('\n');
  return loadScenario(text, file).model.occurrences.every(
    ({ name, range }) => lines[range.start.line]?.slice(range.start.character, range.end.character) === name,
  );
}

const TEXT = `baseUrl: \${env.BASE}
vars: { email: "\${env.EMAIL}", "copy": "\${vars.email}" }
setup:
  - post: /login
    json: { email: "\${vars.email}", password: "\${secret.PASSWORD}" }
    capture: { token: json.token, user: "token + json.user" }
flows:
  browse:
    - get: /items/\${item}
      name: one item
      auth: { bearer: "\${setup.token}" }
      check: { found: status == 200 }
  unused:
    - get: /items/\${item}
scenarios:
  buyers:
    vus: 1
    duration: 10s
    onStart:
      - get: /start
        capture: { cart: json.id }
      - get: /cart/\${cart}
    steps:
      - get: /items
        capture: { item: json.first }
      - use: browse
      - post: /carts/\${vu.cart}
        record: { seen: "size(item)" }
  readers:
    vus: 1
    duration: 10s
    steps:
      - set: { item: 3 }
      - use: browse
metrics: { seen: trend }
thresholds:
  "http_req_duration{name:one item, scenario:buyers}": p(95) < 1s
  seen: p(95) < 3
  "checks{check:found}": rate > 99%
`;

describe('occurrences', () => {
  const cases: readonly (readonly [kind: string, expected: readonly string[]])[] = [
    ['variable', ['definition 2:9 email', 'definition 2:33 copy', 'reference 2:48 email', 'reference 5:28 email']],
    ['env', ['reference 1:16 BASE', 'reference 2:23 EMAIL']],
    ['secret', ['reference 5:57 PASSWORD']],
    [
      'value',
      [
        'definition 6:16 token (setup)',
        'definition 6:35 user (setup)',
        'reference 6:42 token (setup)',
        'reference 9:21 item (scenario buyers)',
        'reference 11:32 token (setup)',
        'reference 14:21 item (flow unused)',
        'definition 21:20 cart (vu of scenario buyers)',
        'reference 22:22 cart (vu of scenario buyers)',
        'definition 25:20 item (scenario buyers)',
        'reference 27:27 cart (vu of scenario buyers)',
        'reference 28:31 item (scenario buyers)',
        'definition 33:16 item (scenario buyers)',
      ],
    ],
    ['flow', ['definition 8:3 browse', 'definition 13:3 unused', 'reference 26:14 browse', 'reference 34:14 browse']],
    ['scenario', ['definition 16:3 buyers', 'definition 29:3 readers', 'reference 37:46 buyers']],
    ['request', ['definition 10:13 one item', 'reference 37:27 one item']],
    ['check', ['definition 12:16 found', 'reference 39:17 found']],
    [
      'metric',
      [
        'reference 28:19 seen',
        'definition 35:12 seen',
        'reference 37:4 http_req_duration',
        'reference 38:3 seen',
        'reference 39:4 checks',
      ],
    ],
  ];
  for (const [kind, expected] of cases) {
    it(`are found of kind ${kind}`, () => {
      assert.deepEqual(occurrences(kind, TEXT), expected);
    });
  }

  it('mark names and nothing else', () => {
    assert.ok(marked(TEXT, 'checkout.load.yaml'));
  });

  it('are found in JSON, and in a file with errors', () => {
    const json = '{ "vars": { "a": 1 }, "steps": [{ "get": "/${vars.a}", "timeot": 3 }] }';
    assert.deepEqual(occurrences('variable', json, 'checkout.load.json'), ['definition 1:14 a', 'reference 1:51 a']);
    assert.ok(marked(json, 'checkout.load.json'));
  });

  it('tell groups apart by the parts of their path', () => {
    const text =
      'steps:\n  - group: a\n    steps:\n      - group: b\n        steps: []\nthresholds:\n  "group_duration{group:::a::b}": p(95) < 1s\n';
    assert.deepEqual(occurrences('group', text), [
      'definition 2:12 a',
      'definition 4:16 b',
      'reference 7:27 a',
      'reference 7:30 b',
    ]);
  });
});
