import assert from 'node:assert/strict';
import { problemLines } from './problem-lines.ts';

const table: [what: string, text: string, problems: string[]][] = [
  [
    'an empty file',
    '',
    ['1:1 «» empty-file: The file is empty. A scenario needs at least `steps:`, and `vus` with `duration`.'],
  ],
  ['a list', '- get: /', ['1:1 «- get: /» wrong-type: The scenario must be a map (`key: value`), not a list.']],
  [
    'a misspelt key',
    'steps: [{ get: "http://a/" }]\nduraton: 1s',
    ['2:1 «duraton» unknown-key: The scenario has no key `duraton`. Did you mean `duration`?'],
  ],
  [
    'a number without a unit',
    'duration: 30\nsteps: [{ get: "http://a/" }]',
    ['1:11 «30» wrong-type: `duration` needs a unit: 30s, 30ms or 30m.'],
  ],
  [
    'a negative duration',
    'duration: -5s\nsteps: [{ get: "http://a/" }]',
    ['1:11 «-5s» wrong-value: `duration` cannot be negative.'],
  ],
  [
    'a misspelt kind of step',
    'steps:\n  - gett: http://a/x',
    ['2:5 «gett» unknown-key: A step has no key `gett`. Did you mean `get`?'],
  ],
  [
    'a misspelt key of a request',
    'steps:\n  - get: http://a/\n    header: { a: b }',
    ['3:5 «header» unknown-key: A request has no key `header`. Did you mean `headers`?'],
  ],
  [
    'two methods in a step',
    'steps:\n  - get: http://a/\n    post: http://a/',
    ['3:5 «post» keys-exclude-each-other: `get` and `post` cannot stand in one step; make two steps of them.'],
  ],
  [
    'two kinds of step in one',
    'steps:\n  - get: http://a/\n    think: 1s',
    ['3:5 «think» keys-exclude-each-other: `think` and `get` cannot stand in one step; make two steps of them.'],
  ],
  [
    'a step of no kind',
    'steps:\n  - name: x',
    [
      '2:5 «name» missing-key: A step needs a key that says what it is, such as `get`, `think`, `set`, `choose`, `group` or `use`.',
    ],
  ],
  [
    'an unknown executor',
    'scenarios:\n  a:\n    executor: ramping-vu\n    steps: []',
    ['3:15 «ramping-vu» wrong-value: `executor` cannot be `ramping-vu`. Did you mean `ramping-vus`?'],
  ],
  [
    'a key without a value',
    'steps:\n  - get:\n',
    ["2:9 «» wrong-type: `get` has no value; it must be a text such as `'/users/${vars.id}'`."],
  ],
  [
    "another tool's word for the load",
    'steps: [{ get: "http://a/" }]\nusers: 10\nrun_time: 1m',
    [
      '2:1 «users» unknown-key: The scenario has no key `users`. Did you mean `vus`?',
      '3:1 «run_time» unknown-key: The scenario has no key `run_time`. Did you mean `duration`?',
    ],
  ],
  [
    "another tool's word for a pause, which is no misspelling of another step",
    'steps:\n  - wait: 1s\n  - pause: 1s\n  - sleep: 1',
    [
      '2:5 «wait» unknown-key: A step has no key `wait`. Did you mean `think`?',
      '3:5 «pause» unknown-key: A step has no key `pause`. Did you mean `think`?',
      '4:5 «sleep» unknown-key: A step has no key `sleep`. Did you mean `think`?',
      '4:12 «1» wrong-type: `think` needs a unit: 1s, 1ms or 1m.',
    ],
  ],
  [
    "k6's word in a threshold",
    'steps: [{ get: "http://a/" }]\nthresholds:\n  http_reqs: [{ threshold: rate > 1, abortOnFail: true }]',
    ['3:17 «threshold» unknown-key: An item of `http_reqs` has no key `threshold`. Did you mean `expect`?'],
  ],
  [
    "a stage's target in other words",
    'steps: [{ get: "http://a/" }]\nstages: [{ time: 1m, vus: 5 }]',
    [
      '2:12 «time» unknown-key: An item of `stages` has no key `time`. Did you mean `duration`?',
      '2:22 «vus» unknown-key: An item of `stages` has no key `vus`. Did you mean `target`?',
    ],
  ],
  [
    "k6's options",
    'options: { vus: 1 }\nsteps: [{ get: "http://a/" }]',
    [
      "1:1 «options» unknown-key: The scenario has no key `options`. k6's options are keys of the file itself here, such as `vus`, `stages` and `thresholds`.",
    ],
  ],
  [
    "another tool's word for a key of scenarios",
    'steps: [{ get: "http://a/" }]\nstop_timeout: 30s',
    [
      '2:1 «stop_timeout» unknown-key: The scenario has no key `stop_timeout`. `gracefulStop` belongs into a scenario under `scenarios:`.',
    ],
  ],
  [
    'weights of scenarios, as Artillery has them',
    'scenarios:\n  a: { vus: 1, duration: 1s, weight: 7, steps: [{ get: "http://a/" }] }',
    [
      '2:30 «weight» unknown-key: `a` has no key `weight`. What is done with a probability stands in the branches of `choose`, each with its `weight`.',
    ],
  ],
  [
    "k6's params",
    'steps:\n  - get: http://a/\n    params: { headers: { a: b } }',
    [
      "3:5 «params» unknown-key: A request has no key `params`. A query string is written `query:`; what k6's params hold, such as `headers`, `tags` and `timeout`, are keys of the request itself.",
    ],
  ],
  [
    'a key of a scenario in a step',
    'steps:\n  - get: http://a/\n    stages: [{ duration: 1s, target: 1 }]',
    ['3:5 «stages» unknown-key: A request has no key `stages`. It belongs into a scenario, beside its `steps`.'],
  ],
  [
    'a loop in the words of Artillery',
    'steps:\n  - loop: [{ get: http://a/ }]\n    count: 3',
    [
      '2:5 «loop» missing-key: A step needs a key that says what it is, such as `get`, `think`, `set`, `choose`, `group` or `use`. What is done several times is written `- repeat: 3` with its `steps:`.',
    ],
  ],
  [
    'a value where a map belongs',
    'steps:\n  - get: http://a/\n    expect: 200',
    ['3:13 «200» wrong-type: `expect` must be a map such as `{ status: 200 }`, not 200.'],
  ],
  [
    'scenarios as a list, as Artillery has them',
    'scenarios:\n  - flow: [{ get: http://a/ }]',
    [
      '2:3 «- flow: [{ get: http://a/ }]» wrong-type: `scenarios` must be a map of scenarios by their names, such as `browse:`, not a list.',
    ],
  ],
  [
    'an expression where none is read',
    'steps: [{ get: "http://a/" }]\nduration: ${env.D}\nvus: ${env.N}',
    [
      '2:11 «${env.D}» wrong-value: `duration` is fixed before the run, so it cannot be an expression; write a duration such as 30s, 1m30s or 500ms. `environments` can change it.',
      '3:6 «${env.N}» wrong-type: `vus` is fixed before the run, so it cannot be an expression; write a whole number of 1 or more. `environments` can change it.',
    ],
  ],
  [
    'a status that is none',
    'steps:\n  - get: http://a/\n    expect: { status: [200, 7xx] }',
    ['3:29 «7xx» wrong-value: An item of `status` must be a class such as 2xx or a range such as 200-299, not "7xx".'],
  ],
  ['half a think time', 'steps:\n  - think: { min: 1s }', ['2:14 «min» missing-key: `think` needs the key `max`.']],
  [
    'a map where a condition belongs',
    'steps: [{ get: "http://a/" }]\nthresholds:\n  http_reqs: { expekt: rate > 1 }',
    ['3:16 «expekt» unknown-key: `http_reqs` has no key `expekt`. Did you mean `expect`?'],
  ],
  [
    'a name that expressions cannot read',
    'steps: []\nvars: { my-var: 1 }',
    [
      '2:9 «my-var» wrong-value: `my-var` is no name that expressions can read: use letters, digits and _, and begin with a letter.',
    ],
  ],
  [
    'an empty list of stages',
    'steps: []\nstages: []',
    ['2:9 «[]» empty: `stages` is an empty list; write at least one item.'],
  ],
  [
    'two values for one key',
    'steps: []\nvus: 1\nvus: 2',
    ['3:1 «vus» duplicate-key: `vus` stands here twice; only one of them can count.'],
  ],
  ['a tab', 'steps:\n\t- get: /', ['2:1 «\t» yaml-syntax: YAML is indented with spaces; this is a tab.']],
  [
    'two scenarios in a file',
    'steps: []\n---\nsteps: []',
    ['2:1 «» several-documents: A file holds one scenario; put what follows `---` into a file of its own.'],
  ],
];

describe('the structure of a scenario', () => {
  for (const [what, text, problems] of table) {
    it(`${what} is reported once, at its place`, () => assert.deepEqual(problemLines(text), problems));
  }

  it('reads JSON with comments through the same model', () => {
    const text = '{\n  // ten users\n  "vus": 10, "duration": "1s",\n  "steps": [{ "gett": "http://a/" }],\n}';
    assert.deepEqual(problemLines(text, {}, 'a.load.json'), [
      '4:15 «"gett"» unknown-key: A step has no key `gett`. Did you mean `get`?',
    ]);
  });

  it('says what is wrong with JSON', () => {
    assert.deepEqual(problemLines('{"vus": }', {}, 'a.load.json'), [
      '1:9 «}» json-syntax: This is not correct JSON: a value is missing here.',
    ]);
  });

  it('follows anchors, aliases and merge keys', () => {
    const text =
      'duration: 1s\nsteps:\n  - &get\n    get: http://a/\n    headers: { a: b }\n  - <<: *get\n    name: again\n  - *get\n';
    assert.deepEqual(problemLines(text), []);
  });

  it('refuses an alias of nothing, and one that contains itself', () => {
    assert.match(problemLines('steps: *nothing')[0] ?? '', /There is no anchor &nothing before this alias/);
    assert.match(problemLines('steps: &a [*a]')[0] ?? '', /contains itself/);
  });

  it('is not blown up by aliases', () => {
    const levels = 'bcdefghijk'.split('').map(
      (name, index) =>
        `${name}: &${name} [${Array(10)
          .fill(`*${'abcdefghij'.charAt(index)}`)
          .join(', ')}]`,
    );
    assert.match(problemLines(`a: &a [1, 2, 3]\n${levels.join('\n')}`)[0] ?? '', /too-large: The file grows too large/);
  });
});
