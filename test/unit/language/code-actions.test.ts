import assert from 'node:assert/strict';
import { codeActions, type ScenarioAction } from '../../../src/language/code-actions.ts';
import { fixAll } from '../../../src/language/fix-all.ts';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { Problem } from '../../../src/scenario/problem.ts';
import { LineIndex } from '../../../src/scenario/source.ts';
import { applied } from './edited.ts';

/** `‹` and `›` stand around what is selected; a `‹` alone is the cursor. */
function actionsAt(marked: string, fileName: string): { text: string; actions: ScenarioAction[] } {
  const start = marked.indexOf('‹');
  const text = marked.replace(/[‹›]/g, '');
  const end = marked.includes('›') ? marked.indexOf('›') - 1 : start;
  const actions = codeActions(loadScenario(text, fileName), new LineIndex(text).range({ start, end }));
  return { text, actions };
}

/** The text after the action of that title; null where it is not offered. */
function after(title: string, marked: string, fileName = 'test.load.yaml'): string | null {
  const { text, actions } = actionsAt(marked, fileName);
  const action = actions.find((one) => one.title === title);
  return action ? applied(text, action.edits) : null;
}

/** What a file does, without the places and numbers of its parts. */
function meaning(text: string, fileName = 'test.load.yaml'): unknown {
  const { plan, problems } = loadScenario(text, fileName);
  assert.ok(plan, problems.map(({ message }) => message).join(' '));
  const steps = JSON.stringify(plan.scenarios, (key, value: unknown) =>
    key === 'range' || key === 'id' ? undefined : value,
  );
  // The steps of a flow instead of a step that holds them.
  const flat = JSON.parse(steps, (_, value: unknown) =>
    Array.isArray(value) ? value.flatMap(unwrapped) : value,
  ) as unknown;
  return flat;
}

function unwrapped(value: unknown): unknown[] {
  const isFlow = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'flow';
  return isFlow && 'steps' in value && Array.isArray(value.steps) ? value.steps : [value];
}

const HEAD = 'baseUrl: http://127.0.0.1\nvus: 1\nduration: 1s\n';
const EXTRACT = 'Extract steps to a flow';
const CONVERT = 'Convert to `scenarios:`';

/** Title, what it is about, before, after. */
const GOLDEN: readonly (readonly [title: string, what: string, before: string, after: string])[] = [
  [
    EXTRACT,
    'makes a section of flows before what uses it, and keeps comments and texts',
    `${HEAD}# What users do
steps:
  - get: /a
  # two
‹  - post: /b
    body: |
      x
        y
  # three
  - get: /c›  # last
  - think: 1s
`,
    `${HEAD}flows:
  newFlow:
    - post: /b
      body: |
        x
          y
    # three
    - get: /c  # last

# What users do
steps:
  - get: /a
  # two
  - use: newFlow
  - think: 1s
`,
  ],
  [
    EXTRACT,
    'adds to the flows that are there, under a name that is free',
    `${HEAD}flows:
  newFlow:
    - get: /x

steps:
  - use: newFlow
  - group: g
    steps:
      - get: /‹a›
`,
    `${HEAD}flows:
  newFlow:
    - get: /x
  newFlow2:
    - get: /a

steps:
  - use: newFlow
  - group: g
    steps:
      - use: newFlow2
`,
  ],
  [
    EXTRACT,
    'works at the end of a file without a line break',
    `${HEAD}steps:\n- get: /a\n‹- get: /b›`,
    `${HEAD}flows:\n  newFlow:\n    - get: /b\n\nsteps:\n- get: /a\n- use: newFlow`,
  ],
  [
    'Inline flow `browse`',
    'puts the steps in place of `use`',
    `${HEAD}flows:
  browse:
  - get: /a # a
    name: x

  - get: /b
steps:
  - use: ‹browse
  - think: 1s
`,
    `${HEAD}flows:
  browse:
  - get: /a # a
    name: x

  - get: /b
steps:
  - get: /a # a
    name: x

  - get: /b
  - think: 1s
`,
  ],
  [
    'Inline flow `browse`',
    'makes steps of the flow of a scenario',
    `baseUrl: http://127.0.0.1\nflows:\n  browse: \n    - get: /a\nscenarios:\n  one:\n    duration: 1s\n    flow: ‹browse\n`,
    `baseUrl: http://127.0.0.1\nflows:\n  browse: \n    - get: /a\nscenarios:\n  one:\n    duration: 1s\n    steps:\n      - get: /a\n`,
  ],
  [
    'Inline flow `browse`',
    'keeps the weight of a branch',
    `${HEAD}flows:\n  browse:\n    - get: /a\nsteps:\n  - choose:\n      - use: ‹browse\n        weight: 3\n      - { weight: 1, get: /b }\n`,
    `${HEAD}flows:\n  browse:\n    - get: /a\nsteps:\n  - choose:\n      - steps:\n          - get: /a\n        weight: 3\n      - { weight: 1, get: /b }\n`,
  ],
  [
    CONVERT,
    'moves load and steps, with what is said of them',
    `# A test\n# of mine\nbaseUrl: http://127.0.0.1\n# ten of them\nvus: 10\n‹duration: 1m\n\nsteps:\n  - get: /a\n    body: |\n      x\nthresholds:\n  http_req_failed: rate < 1%\n`,
    `# A test\n# of mine\nbaseUrl: http://127.0.0.1\n\nscenarios:\n  default:\n    # ten of them\n    vus: 10\n    duration: 1m\n    steps:\n      - get: /a\n        body: |\n          x\nthresholds:\n  http_req_failed: rate < 1%\n`,
  ],
  [
    CONVERT,
    'says `startVUs` where there are stages',
    `baseUrl: http://127.0.0.1\n‹vus: 5\nstages:\n  - { duration: 1m, target: 10 }\nsteps:\n  - get: /a\n`,
    `baseUrl: http://127.0.0.1\nscenarios:\n  default:\n    startVUs: 5\n    stages:\n      - { duration: 1m, target: 10 }\n    steps:\n      - get: /a\n`,
  ],
  [
    CONVERT,
    'says `maxDuration` where there are iterations',
    `baseUrl: http://127.0.0.1\n‹iterations: 5\nduration: 1m\nsteps: [{ get: /a }]\n`,
    `baseUrl: http://127.0.0.1\nscenarios:\n  default:\n    iterations: 5\n    maxDuration: 1m\n    steps: [{ get: /a }]\n`,
  ],
  [
    CONVERT,
    'says how often where there is no load',
    `baseUrl: http://127.0.0.1\n‹steps:\n  - get: /a`,
    `baseUrl: http://127.0.0.1\nscenarios:\n  default:\n    executor: per-vu-iterations\n    steps:\n      - get: /a`,
  ],
];

describe('refactorings', () => {
  for (const [title, what, before, expected] of GOLDEN) {
    it(`"${title}" ${what}`, () => {
      const result = after(title, before);
      assert.equal(result, expected);
      assert.deepEqual(meaning(expected), meaning(before.replace(/[‹›]/g, '')));
    });
  }

  it('work in JSON', () => {
    const json = (marked: string, title: string): string | null => {
      const result = after(title, marked, 'a.load.json');
      if (result !== null) {
        assert.deepEqual(meaning(result, 'a.load.json'), meaning(marked.replace(/[‹›]/g, ''), 'a.load.json'));
      }
      return result;
    };
    const file = `{
  "baseUrl": "http://127.0.0.1",
  "vus": 1, // one
  "duration": "1s",
  "steps": [
    { "get": "/a" },
    ‹{ "get": "/b" },
    { "get": "/c" }›
  ]
}
`;
    const extracted = json(file, EXTRACT);
    assert.equal(
      extracted,
      `{
  "baseUrl": "http://127.0.0.1",
  "vus": 1, // one
  "duration": "1s",
  "flows": {
    "newFlow": [
      {
        "get": "/b"
      },
      {
        "get": "/c"
      }
    ]
  },
  "steps": [
    { "get": "/a" },
    {
      "use": "newFlow"
    }
  ]
}
`,
    );
    const inlined = json(extracted.replace('"use": "', '"use": "‹'), 'Inline flow `newFlow`');
    assert.match(inlined ?? '', /"get": "\/b"\s*\},\s*\{\s*"get": "\/c"\s*\}\s*\]\s*\}\s*$/);
    const converted = json(
      '{\n  "baseUrl": "http://127.0.0.1",\n  ‹"iterations": 2,\n  "steps": [{ "get": "/" }]\n}\n',
      CONVERT,
    );
    assert.match(converted ?? '', /"scenarios": \{\s*"default": \{\s*"iterations": 2/);
  });

  for (const [title, what, text] of [
    [EXTRACT, 'a flow alone', `${HEAD}flows: { a: [{ get: / }] }\nsteps:\n  - ‹use: a›\n`],
    [EXTRACT, 'what are no steps', `${HEAD}‹http: { timeout: 1s }›\nsteps:\n  - get: /a\n`],
    [EXTRACT, 'steps in brackets', `${HEAD}steps: [{ ‹get: /a› }]\n`],
    [EXTRACT, 'a file that cannot be read', `${HEAD}steps:\n  - ‹get: /a›\n  - get: [\n`],
    ['Inline flow `a`', 'a flow that is not there', `${HEAD}steps:\n  - use: ‹a\n`],
    ['Inline flow `a`', 'the place where it is defined', `${HEAD}flows:\n  ‹a:\n    - get: /\nsteps:\n  - use: a\n`],
    [
      CONVERT,
      'files that have scenarios',
      'baseUrl: http://127.0.0.1\n‹scenarios:\n  a: { duration: 1s, steps: [{ get: / }] }\n',
    ],
    [CONVERT, 'files with errors', `${HEAD}‹steps:\n  - gett: /\n`],
  ] as const) {
    it(`"${title}" is not offered for ${what}`, () => assert.equal(after(title, text), null));
  }
});

describe('quick fixes', () => {
  it('are those of the problems at the place, the likeliest marked as preferred', () => {
    const { text, actions } = actionsAt(`${HEAD}step‹es:\n  - get: /a\n`, 'test.load.yaml');
    const fixes = actions.filter(({ kind }) => kind === 'quickfix');
    assert.deepEqual(
      fixes.map(({ title, preferred, problem }) => [title, preferred, problem?.code]),
      [
        ['Change to `steps`', true, 'unknown-key'],
        ['Remove `stepes`', undefined, 'unknown-key'],
      ],
    );
    assert.equal(applied(text, fixes[0]?.edits ?? []), `${HEAD}steps:\n  - get: /a\n`);
  });

  it('are mended all at once', () =>
    assert.equal(
      after('Fix all Rampwright problems', `${HEAD}step‹es:\n  - get: /a\nthreshholds:\n  http_reqs: count > 1\n`),
      `${HEAD}steps:\n  - get: /a\nthresholds:\n  http_reqs: count > 1\n`,
    ));

  it('leave out what changes the same place, and what is not sure', () => {
    const range = (start: number, end: number): Problem['range'] => ({
      start: { line: 0, character: start },
      end: { line: 0, character: end },
    });
    const problem = (start: number, end: number, preferred: boolean, newText: string): Problem => ({
      code: 'unknown-key',
      severity: 'error',
      message: '',
      range: range(start, end),
      fixes: [{ title: '', preferred, edits: [{ range: range(start, end), newText }] }],
    });
    const edits = fixAll([
      problem(0, 3, true, 'a'),
      problem(2, 4, true, 'b'),
      problem(4, 6, false, 'c'),
      problem(6, 6, true, 'd'),
      problem(6, 6, true, 'e'),
    ]);
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['a', 'd'],
    );
  });
});
