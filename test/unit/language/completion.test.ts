import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { FileFacts } from '../../../src/scenario/files.ts';
import { complete } from '../../../src/language/completion.ts';
import { NOTHING_KNOWN, type Known } from '../../../src/language/known.ts';
import { cursorIn } from './cursor.ts';

const USERS: FileFacts = {
  exists: true,
  data: { columns: ['email', 'password'], rows: 3, firstRow: { email: 'ann@example.com', password: 'x' } },
  problem: null,
};
const facts = (path: string): FileFacts | null => (path === './users.csv' ? USERS : null);

/** Everything is known of the very text, or of `read` where the text of now can't be read. */
function items(marked: string, more: Partial<Known> = {}, read?: string): CompletionItem[] {
  const { text, position } = cursorIn(marked);
  const last = read ?? text;
  const { model } = loadScenario(last, text.startsWith('{') ? 'test.load.json' : 'test.load.yaml', {
    files: { facts },
  });
  return complete(text, position, { ...NOTHING_KNOWN, facts, last: { text: last, model }, ...more });
}

const labels = (marked: string, more: Partial<Known> = {}, read?: string): string[] =>
  items(marked, more, read).map(({ label }) => label);

function includes(
  marked: string,
  wanted: readonly string[],
  unwanted: readonly string[] = [],
  more: Partial<Known> = {},
): void {
  const offered = labels(marked, more);
  for (const label of wanted) assert.ok(offered.includes(label), `${label} should be offered: ${offered.join(' ')}`);
  for (const label of unwanted)
    assert.ok(!offered.includes(label), `${label} should not be offered: ${offered.join(' ')}`);
}

/** The text after a proposal was taken, in the editor's way: with the whole word replaced, and line breaks indented. */
function taken(marked: string, label: string, more: Partial<Known> = {}): string {
  const { text, position } = cursorIn(marked);
  const item = items(marked, more).find((one) => one.label === label);
  const edit = item?.textEdit;
  if (!edit || !('replace' in edit)) throw new Error(`${label} is not offered.`);
  const lines = text.split('\n');
  const content = lines[position.line] ?? '';
  const lead = /^\s*/.exec(content)?.[0] ?? '';
  const inserted = edit.newText
    .replaceAll('\n', `\n${lead}`)
    .replace(/(?<!\\)\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
  lines[position.line] =
    content.slice(0, edit.replace.start.character) + inserted + content.slice(edit.replace.end.character);
  return lines.join('\n');
}

describe('completion of keys', () => {
  it('offers the top-level keys in an empty file', () =>
    includes('|', ['baseUrl', 'vus', 'duration', 'steps', 'scenarios', 'thresholds']));

  it('offers steps nowhere but where steps stand', () =>
    assert.ok(labels('|').every((label) => !['get', 'think', 'use'].includes(label))));

  const cases: readonly [what: string, marked: string, wanted: string[], unwanted: string[]][] = [
    [
      'the steps in a list of steps',
      'steps:\n  - |',
      ['get', 'post', 'think', 'choose', 'group', 'use'],
      ['vus', 'weight'],
    ],
    ['them for the next item', 'steps:\n  - get: /a\n  |', ['get', 'think'], ['headers', 'vus']],
    ['weights in branches only', 'steps:\n  - choose:\n      - |', ['weight', 'get', 'steps'], ['think']],
    [
      'no second method and no other step inside of a request',
      'steps:\n  - get: /a\n    |',
      ['headers', 'expect', 'capture'],
      ['get', 'post', 'think', 'choose', 'steps'],
    ],
    [
      'the keys of a step whose neighbours stand below',
      'steps:\n  - get: /a\n    |\n    name: x',
      ['expect'],
      ['name', 'get'],
    ],
    ['one body', 'steps:\n  - post: /a\n    json: {}\n    |', ['expect'], ['form', 'body']],
    ['keys inside flow maps', 'steps:\n  - { get: /a, | }', ['expect', 'name'], ['post', 'think', 'get']],
    [
      'keys of flow maps over several lines',
      'steps:\n  - {\n      get: /a,\n      |\n    }',
      ['expect'],
      ['post', 'get'],
    ],
    [
      'keys in JSON, where comments are allowed',
      '{\n  // ten users\n  "vus": 10,\n  |\n}',
      ['duration', 'steps'],
      ['vus', 'scenarios'],
    ],
    ['keys of JSON in quotes', '{ "vus": 10, "|" }', ['duration'], ['vus']],
    ['the short form or scenarios', 'scenarios: {}\n|', ['thresholds', 'flows'], ['vus', 'steps', 'duration']],
    ['keys of environments as of the top', 'environments:\n  staging:\n    |', ['baseUrl', 'vars'], ['environments']],
    [
      'request keys in poll',
      'steps:\n  - poll:\n      get: /jobs\n      |',
      ['until', 'every', 'timeout'],
      ['get', 'think'],
    ],
    ['keys below a key', 'http:\n  |', ['timeout', 'headers'], ['vus']],
    ['keys on a list as far left as its key', 'steps:\n- get: /a\n|', ['thresholds', 'vus'], ['get', 'headers']],
    [
      'keys of the long form of a threshold',
      'thresholds:\n  http_reqs:\n    - expect: count > 1\n      |',
      ['acceptable', 'abortOnFail'],
      ['vus', 'expect'],
    ],
  ];
  for (const [what, marked, wanted, unwanted] of cases) it(`offers ${what}`, () => includes(marked, wanted, unwanted));

  it('offers each key once', () => {
    for (const marked of ['steps:\n  - |', 'scenarios:\n  a:\n    |', '|', 'steps:\n  - get: /a\n    |']) {
      const offered = labels(marked);
      assert.deepEqual(offered, [...new Set(offered)]);
    }
  });

  it('offers nothing in comments and in texts', () => {
    assert.deepEqual(labels('# a com|'), []);
    assert.deepEqual(labels('vus: 1 # wh|'), []);
    assert.deepEqual(labels('name: Check|'), []);
  });

  describe('that fit the executor', () => {
    const scenario = (body: string): string => `scenarios:\n  a:\n    ${body}\n    |`;
    const executors: readonly [string, string[], string[]][] = [
      ['executor: constant-vus', ['vus', 'duration'], ['stages', 'rate', 'iterations', 'maxVUs']],
      ['executor: ramping-vus', ['stages', 'startVUs', 'gracefulRampDown', 'spawnRate'], ['rate', 'iterations']],
      ['executor: ramping-arrival-rate', ['stages', 'startRate', 'maxVUs'], ['vus', 'duration', 'spawnRate']],
      ['executor: per-vu-iterations', ['vus', 'iterations', 'maxDuration'], ['duration', 'stages']],
      ['rate: 10', ['duration', 'maxVUs', 'timeUnit', 'executor'], ['vus', 'stages', 'iterations']],
      ['stages: []', ['startVUs', 'startRate', 'executor'], ['iterations', 'rate', 'vus', 'duration']],
      ['iterations: 5', ['vus', 'maxDuration'], ['duration', 'stages']],
    ];
    for (const [written, wanted, unwanted] of executors) {
      it(written, () => includes(scenario(written), [...wanted, 'tags', 'startTime'], unwanted));
    }
  });

  it('has snippets for what is long to write', () => {
    includes('steps:\n  - |', ['post json']);
    includes('vus: 1\n|', ['stages (ramp up, hold, ramp down)', 'thresholds (latency and failures)']);
  });
});

describe('completion of whole scenarios', () => {
  const templates = ['Smallest load test', 'Baseline', 'Stress', 'Spike', 'Soak', 'Login in setup'];

  it('leads the keys in a file that holds nothing but comments and the word that is being typed', () => {
    for (const marked of ['|', '# a load test\n|', 'spi|', '\n  |\n# by me\n']) {
      const sorted = items(marked).toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
      assert.deepEqual(
        sorted.slice(0, templates.length).map(({ label }) => label),
        templates,
      );
    }
    includes('spi|', ['scenarios', 'steps']);
  });

  it('is over once there is a key', () => {
    for (const marked of ['vus: 1\n|', 'name:|', 'steps:\n  - |', '# |', '|\nvus: 1']) includes(marked, [], templates);
  });

  it('replaces the word', () =>
    assert.match(taken('# mine\nsma|', 'Smallest load test'), /^# mine\nbaseUrl: http:\/\/localhost:3000\nvus: 10\n/));

  it('is JSON where the file is, and all that an empty one is offered', () => {
    assert.deepEqual(labels('|', { json: true }), templates);
    assert.deepEqual(JSON.parse(taken('|', 'Smallest load test', { json: true })), {
      baseUrl: 'http://localhost:3000',
      vus: 10,
      duration: '30s',
      steps: [{ get: '/health' }],
      thresholds: { http_req_duration: 'p(95) < 500ms' },
    });
    includes('{|}', ['vus'], templates, { json: true });
  });
});

describe('completion of values', () => {
  it('offers the executors with what they mean', () => {
    const executors = items('scenarios:\n  users:\n    executor: |');
    assert.deepEqual(
      executors.map(({ label }) => label),
      [
        'constant-vus',
        'ramping-vus',
        'constant-arrival-rate',
        'ramping-arrival-rate',
        'shared-iterations',
        'per-vu-iterations',
      ],
    );
    assert.equal(executors[2]?.detail, 'a fixed number of iterations per second');
  });

  it('offers executors inside flow maps and in JSON', () => {
    includes('scenarios:\n  a: { executor: | }', ['ramping-vus']);
    includes('{ "scenarios": { "a": { "executor": "|" } } }', ['ramping-vus']);
  });

  const FLOWS = 'flows:\n  browse:\n    - get: http://127.0.0.1/\n  buy:\n    - use: browse\n';
  const cases: readonly [what: string, marked: string, wanted: string[], unwanted?: string[]][] = [
    ['flows in use', `${FLOWS}vus: 1\nduration: 1s\nsteps:\n  - use: |`, ['browse', 'buy']],
    ['flows of a scenario', `${FLOWS}scenarios:\n  a:\n    vus: 1\n    duration: 1s\n    flow: |`, ['browse', 'buy']],
    ['flows in the short form', `${FLOWS}flow: |`, ['browse', 'buy']],
    ['truth values', 'http:\n  cookies: |', ['true', 'false']],
    ['units behind a number', 'duration: 30|', ['30s', '30m', '30ms', '30h']],
    ['durations', 'duration: |', ['30s', '10m']],
    ['statuses', 'steps:\n  - get: /a\n    expect:\n      status: |', ['200', '2xx', '404']],
    ['statuses in lists', 'steps:\n  - get: /a\n    expect: { tolerate: [401, |] }', ['404', '5xx']],
    ['what is tried again', 'steps:\n  - get: /a\n    retry: { on: [|] }', ['5xx', 'timeout', 'connect']],
    ['names of headers', 'steps:\n  - get: /a\n    headers:\n      a|', ['accept', 'authorization', 'content-type']],
    ['headers that are expected', 'steps:\n  - get: /a\n    expect: { header: { | } }', ['location', 'content-type']],
    ['headers that are not there yet', 'http:\n  headers:\n    Accept: x\n    |', ['content-type'], ['accept']],
    [
      'media types',
      'steps:\n  - post: /a\n    headers:\n      content-type: |',
      ['application/json', 'text/event-stream'],
    ],
    [
      'metrics in record',
      'metrics: { queue_time: trend }\nsteps:\n  - get: /a\n    record:\n      |',
      ['queue_time'],
      ['http_reqs'],
    ],
    ['how rows are picked', 'data:\n  users:\n    pick: |', ['sequential', 'random', 'unique']],
  ];
  for (const [what, marked, wanted, unwanted] of cases) it(`offers ${what}`, () => includes(marked, wanted, unwanted));

  it('offers the paths of the OpenAPI document that the method has', () => {
    const more: Partial<Known> = {
      openApiPaths: () => [
        { method: 'get', path: '/users/{id}', summary: 'One user.', operationId: null },
        { method: 'post', path: '/users', summary: 'A new user.', operationId: null },
      ],
    };
    assert.deepEqual(labels('steps:\n  - get: |', more), ['/users/{id}']);
    assert.deepEqual(labels('steps:\n  - post: /u|', more), ['/users']);
    assert.equal(taken('steps:\n  - get: |', '/users/{id}', more), 'steps:\n  - get: /users/{id}');
    assert.equal(taken('steps:\n  - { get: | }', '/users/{id}', more), 'steps:\n  - { get: "/users/{id}" }');
  });

  it('offers files of rows for data, and any file for a body', () => {
    const more: Partial<Known> = { filesBeside: () => ['./users.csv', './order.xml'] };
    assert.deepEqual(
      items('data:\n  users:\n    file: |', more).map(({ label, detail }) => [label, detail]),
      [['./users.csv', '3 rows']],
    );
    includes('steps:\n  - post: /a\n    bodyFile: |', ['./order.xml', './users.csv'], [], more);
  });
});

describe('completion of thresholds', () => {
  for (const [where, marked] of [
    ['as a value', 'thresholds:\n  http_req_duration: |'],
    ['in a flow list', 'thresholds:\n  http_req_duration: [|]'],
    ['in a list', 'thresholds:\n  http_req_duration:\n    - |'],
    ['after expect', 'thresholds:\n  http_req_duration:\n    - expect: |'],
    ['in a flow map', 'thresholds:\n  http_req_duration: { expect: | }'],
    ['in JSON', '{ "thresholds": { "http_req_duration": "|" } }'],
  ] as const) {
    it(`offers conditions of a trend ${where}`, () => includes(marked, ['p(95) < 500ms', 'max < 5s'], ['count == 0']));
  }

  it('offers conditions that fit the metric', () => {
    assert.deepEqual(labels('thresholds:\n  http_req_failed: |'), ['rate < 1%']);
    assert.deepEqual(labels('thresholds:\n  errors: |'), ['count == 0', 'count < 100', 'rate < 1%']);
    assert.deepEqual(labels('thresholds:\n  checks: |'), ['rate > 99%', 'rate == 100%']);
  });

  it('offers comparisons and units where they come', () => {
    assert.deepEqual(labels('thresholds:\n  http_req_duration: p(95) |'), ['<', '<=', '>', '>=', '==', '!=']);
    assert.deepEqual(labels('thresholds:\n  http_req_duration: p(95) < 500|'), ['ms', 's', 'm', 'h']);
    assert.deepEqual(labels('thresholds:\n  http_reqs: rate > 10/|'), ['/s', '/min', '/h']);
    assert.equal(
      taken('thresholds:\n  http_req_duration: p(95) < 500|', 'ms'),
      'thresholds:\n  http_req_duration: p(95) < 500ms',
    );
  });

  it('offers metrics, custom ones too', () =>
    includes('metrics: { queue_time: trend }\nthresholds:\n  |', ['http_req_duration', 'iterations', 'queue_time']));

  const FILE = `vus: 1
stages: [{ duration: 1s, target: 5, name: hold }]
steps:
  - group: checkout
    steps:
      - get: http://127.0.0.1/orders/17
        check: { has a total: json.total > 0 }
      - post: http://127.0.0.1/login
        name: login
thresholds:
  `;
  const tags: readonly [written: string, wanted: string[]][] = [
    ['http_req_duration{|', ['name', 'stage', 'scenario', 'status']],
    ['http_req_duration{name:l|', ['login', 'GET 127.0.0.1/orders/{id}']],
    ['http_req_duration{stage:|', ['hold']],
    ['http_req_duration{scenario:|', ['default']],
    ['group_duration{group:|', ['::checkout']],
    ['checks{check:|', ['has a total']],
    ['http_reqs{method:|', ['GET', 'POST']],
    ['errors{kind:|', ['timeout', '5xx']],
    ['"http_reqs{name:login,status:|"', ['401', '500']],
  ];
  for (const [written, wanted] of tags) it(`offers in ${written}`, () => includes(FILE + written, wanted));

  it('goes on from a metric to its condition, and closes a tag', () => {
    assert.equal(taken('thresholds:\n  http_req_d|', 'http_req_duration'), 'thresholds:\n  http_req_duration: ');
    assert.equal(taken(`${FILE}http_reqs{name:lo|`, 'login'), `${FILE}http_reqs{name:login}`);
    assert.equal(taken(`${FILE}http_reqs{name:lo|}: count > 1`, 'login'), `${FILE}http_reqs{name:login}: count > 1`);
    assert.equal(
      taken('thresholds:\n  http_r|eqs: count > 1', 'http_req_failed'),
      'thresholds:\n  http_req_failed: count > 1',
    );
  });
});

describe('completion in expressions', () => {
  const FILE = `vus: 1
duration: 1s
baseUrl: http://127.0.0.1
vars: { email: a@example.com }
data: { users: { file: ./users.csv } }
setup:
  - post: /login
    json: { password: "\${secret.TEST_PASSWORD}" }
    capture: { token: json.token }
steps:
  - get: /first
    capture: { firstId: json.id }
  - get: /second§
    capture: { secondId: json.id }
  - get: /third
    capture: { thirdId: json.id }
`;
  const at = (expression: string): string => FILE.replace('§', `/\${${expression}}`);

  it('offers names and functions', () =>
    includes(
      at('|'),
      ['vars', 'setup', 'env', 'secret', 'data', 'vu', 'iteration', 'uuid', 'randomInt', 'has', 'size'],
      ['get'],
    ));

  it('offers captured names that have a value there, and no later ones', () =>
    includes(at('|'), ['firstId'], ['secondId', 'thirdId', 'token', 'json']));

  it('knows them where the text of now was not read yet', () => {
    const read = FILE.replace('§', '');
    const offered = labels(
      FILE.replace('§', '').replace('  - get: /third', '  - get: /new/${|}\n  - get: /third'),
      {},
      read,
    );
    assert.ok(
      offered.includes('firstId') && offered.includes('secondId') && !offered.includes('thirdId'),
      offered.join(' '),
    );
  });

  const members: readonly [typed: string, wanted: string[], unwanted?: string[]][] = [
    ['vars.|', ['email']],
    ['setup.t|', ['token']],
    ['secret.|', ['TEST_PASSWORD']],
    ['data.|', ['users']],
    ['data.users.|', ['email', 'password']],
    ['iteration.|', ['index', 'global']],
    ['vu.|', ['id']],
    ['response.|', ['status', 'json', 'timings', 'header'], ['uuid']],
    ['response.timings.|', ['duration', 'waiting', 'tls'], ['status']],
    ['response.json.items.|', ['all', 'exists', 'map', 'filter', 'size'], ['uuid']],
    ['response.body.|', ['startsWith', 'matches', 'size'], ['map']],
    ['env.?X.|', ['orValue']],
    ['firstId.filter(item, i|)', ['item']],
  ];
  for (const [typed, wanted, unwanted] of members)
    it(`offers in ${typed}`, () => includes(at(typed), wanted, unwanted));

  it('offers nothing in texts and numbers', () => {
    assert.deepEqual(labels(at('"vars.|"')), []);
    assert.deepEqual(labels(at('1.|')), []);
  });

  it('offers environment variables and secrets that are set', () => {
    includes(at('env.|'), ['BASE_URL'], [], { env: () => ({ BASE_URL: 'http://127.0.0.1' }) });
    includes(at('secret.|'), ['API_KEY'], [], { secrets: () => ['API_KEY'] });
  });

  const bare: readonly [where: string, marked: string][] = [
    ['if', 'steps:\n  - get: http://127.0.0.1/\n    if: v|'],
    ['while', 'steps:\n  - while: v|\n    steps: []'],
    ['forEach', 'steps:\n  - forEach: v|\n    steps: []'],
    ['capture', 'steps:\n  - get: /a\n    capture: { id: v| }'],
    ['check in JSON', '{ "steps": [{ "get": "/a", "check": { "ok": "v|" } }] }'],
  ];
  for (const [where, marked] of bare)
    it(`offers names bare in ${where}`, () => includes(marked, ['vars', 'randomInt'], ['get']));

  it('offers members of the response for themselves in capture and check only', () => {
    includes('steps:\n  - get: /a\n    capture:\n      id: |', ['json', 'status', 'jsonpath', 'regex', 'response']);
    includes('steps:\n  - get: /a\n    check:\n      ok: timings.|', ['waiting']);
    includes('steps:\n  - get: /a\n    if: |', [], ['json', 'jsonpath']);
  });

  it('offers headers in header("")', () =>
    includes('steps:\n  - get: /a\n    capture:\n      id: header("l|")', ['location', 'link'], ['vars']));

  it('inserts functions with their arguments, and replaces the name that is there', () => {
    assert.equal(taken('steps:\n  - get: /${random|}', 'randomInt'), 'steps:\n  - get: /${randomInt(a, b)}');
    assert.equal(taken('steps:\n  - get: /${random|Str(3)}', 'randomInt'), 'steps:\n  - get: /${randomInt(3)}');
    assert.equal(taken('steps:\n  - get: "/${va|rz.x}"', 'vars'), 'steps:\n  - get: "/${vars.x}"');
  });

  it('works in a body over several lines', () =>
    includes('vars: { a: 1 }\nsteps:\n  - post: /a\n    body: >\n      text ${vars.|}', ['a']));

  it('offers the keys of a step again behind a finished expression', () =>
    includes('steps:\n  - get: /${vars.id}\n    |', ['expect'], ['uuid']));
});

describe('what completion inserts', () => {
  const cases: readonly [what: string, marked: string, label: string, result: string][] = [
    ['a key with its colon', 'vu|', 'vus', 'vus: '],
    ['only the key where the colon is there', 'du|ra: 30s', 'duration', 'duration: 30s'],
    ['a map below its key', 'steps:\n  - get: /a\n    head|', 'headers', 'steps:\n  - get: /a\n    headers:\n      '],
    ['a map below a key behind a dash', 'steps:\n  - requ|', 'request', 'steps:\n  - request:\n      '],
    ['a list with its first dash', 'ste|', 'steps', 'steps:\n  - '],
    ['a dash for the next item', 'steps:\n  - get: /a\n  |', 'think', 'steps:\n  - get: /a\n  - think: '],
    ['a dash for the first item', 'steps:\n  |', 'think', 'steps:\n  - think: '],
    [
      'a space behind a colon',
      'scenarios:\n  a:\n    executor:|',
      'ramping-vus',
      'scenarios:\n  a:\n    executor: ramping-vus',
    ],
    [
      'a whole value in the middle of it',
      'scenarios:\n  a:\n    executor: ramp|ing',
      'constant-vus',
      'scenarios:\n  a:\n    executor: constant-vus',
    ],
    ['a key in quotes in JSON', '{\n  |\n}', 'vus', '{\n  "vus": \n}'],
    ['a key in place of its quotes in JSON', '{\n  "v|"\n}', 'vus', '{\n  "vus": \n}'],
    ['a list for a key in quotes in JSON', '{\n  "|"\n}', 'steps', '{\n  "steps": []\n}'],
    [
      'a value in quotes in JSON',
      '{ "scenarios": { "a": { "executor": | } } }',
      'ramping-vus',
      '{ "scenarios": { "a": { "executor": "ramping-vus" } } }',
    ],
    ['a map in a flow map', 'steps:\n  - { get: /a, | }', 'headers', 'steps:\n  - { get: /a, headers: {  } }'],
    [
      'what YAML would misread in quotes',
      'http:\n  headers:\n    accept: |',
      '*/*',
      'http:\n  headers:\n    accept: "*/*"',
    ],
    ['a step as a snippet', 'steps:\n  - |', 'post json', 'steps:\n  - post: /path\n    json:\n      key: value'],
  ];
  for (const [what, marked, label, result] of cases) it(what, () => assert.equal(taken(marked, label), result));

  it('leaves what stands behind the cursor to editors that insert', () => {
    const edit = items('scenarios:\n  a:\n    executor: ramp|ing')[0]?.textEdit;
    assert.ok(edit && 'insert' in edit);
    assert.deepEqual([edit.insert.end.character, edit.replace.end.character], [18, 21]);
  });
});
