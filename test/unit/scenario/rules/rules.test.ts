import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadScenario, type LoadOptions, type ScenarioFiles } from '../../../../src/scenario/index.ts';
import { SCENARIO_TEMPLATES, snippetText } from '../../../../src/language/scenario-templates.ts';
import { problemLines } from '../problem-lines.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** The smallest file that is right, and what a test adds to it. */
function scenario(more: string, steps = '  - get: /health'): string {
  return `baseUrl: http://localhost:3000\nduration: 10s\nsteps:\n${steps}\n${more}`;
}

/** One threshold in an otherwise right file. */
function threshold(selector: string, condition: string, more = ''): string {
  return scenario(`thresholds:\n  ${selector}: ${condition}\n${more}`);
}

describe('thresholds that are decided before the run', () => {
  const decided: [selector: string, condition: string, problem: string][] = [
    [
      'http_req_duration',
      'p(95) >= 0ms',
      'threshold-always-holds: `p(95) >= 0ms` can never fail: p(95) of http_req_duration is never below 0. Write the limit that is meant.',
    ],
    [
      'http_req_duration',
      'avg > -1',
      'threshold-always-holds: `avg > -1` can never fail: avg of http_req_duration is never below 0. Write the limit that is meant.',
    ],
    [
      'http_req_duration',
      'p(95) < 0ms',
      'threshold-never-holds: `p(95) < 0ms` can never hold: p(95) of http_req_duration is never below 0. Did you mean `p(95) == 0ms`?',
    ],
    [
      'http_reqs',
      'count >= 0',
      'threshold-always-holds: `count >= 0` can never fail: count of http_reqs is never below 0. Write the limit that is meant.',
    ],
    [
      'http_reqs',
      'count < 0',
      'threshold-never-holds: `count < 0` can never hold: count of http_reqs is never below 0. Did you mean `count == 0`?',
    ],
    [
      'http_reqs',
      'count == -1',
      'threshold-never-holds: `count == -1` can never hold: count of http_reqs is never below 0. Write the limit that is meant.',
    ],
    [
      'http_req_failed',
      'rate <= 100%',
      'threshold-always-holds: `rate <= 100%` can never fail: rate of http_req_failed is at most 100%. Write the limit that is meant.',
    ],
    [
      'http_req_failed',
      'rate >= 0',
      'threshold-always-holds: `rate >= 0` can never fail: rate of http_req_failed is never below 0. Write the limit that is meant.',
    ],
    [
      'http_req_failed',
      'rate < 5',
      'threshold-always-holds: `rate < 5` can never fail: rate of http_req_failed is at most 100%. Did you mean `rate < 5%`?',
    ],
    [
      'http_req_failed',
      'rate < 0%',
      'threshold-never-holds: `rate < 0%` can never hold: rate of http_req_failed is never below 0. Did you mean `rate == 0%`?',
    ],
    [
      'http_req_failed',
      'rate > 100%',
      'threshold-never-holds: `rate > 100%` can never hold: rate of http_req_failed is at most 100%. Did you mean `rate == 100%`?',
    ],
    [
      'errors',
      'rate < 200%',
      'threshold-always-holds: `rate < 200%` can never fail: rate of errors is at most 100%. Write the limit that is meant.',
    ],
    [
      'vus',
      'max >= 100',
      'threshold-never-holds: `max >= 100` can never hold: this file has at most 1 VU. Write the limit that is meant.',
    ],
    [
      'vus',
      'max <= 100',
      'threshold-always-holds: `max <= 100` can never fail: this file has at most 1 VU. Write the limit that is meant.',
    ],
  ];
  for (const [selector, condition, problem] of decided) {
    it(`${selector}: ${condition}`, () => {
      assert.deepEqual(problemLines(threshold(selector, condition)), [
        `6:${selector.length + 5} «${condition}» warning ${problem}`,
      ]);
    });
  }

  const open: [selector: string, condition: string][] = [
    ['http_req_duration', 'p(95) <= 0ms'],
    ['http_req_duration', 'min > 0'],
    ['http_req_failed', 'rate < 100%'],
    ['http_req_failed', 'rate < 1'],
    ['http_req_failed', 'rate <= 0'],
    ['http_req_failed', 'rate == 0%'],
    ['http_reqs', 'count > 0'],
    ['http_reqs', 'rate > 1000/min'],
    ['errors', 'count == 0'],
    ['vus', 'max >= 1'],
  ];
  for (const [selector, condition] of open) {
    it(`not ${selector}: ${condition}`, () => assert.deepEqual(problemLines(threshold(selector, condition)), []));
  }

  it('not those of custom trends, which may be negative', () => {
    const text = scenario(
      'metrics: { drift: trend }\nthresholds: { drift: avg >= 0 }',
      '  - get: /health\n    record: { drift: response.timings.duration - 100 }',
    );
    assert.deepEqual(problemLines(text), []);
  });

  it('an `acceptable` that nothing meets, but not one that everything meets', () => {
    const tiers = (acceptable: string): string[] =>
      problemLines(threshold('http_req_failed', `{ expect: rate == 0%, acceptable: ${acceptable} }`));
    assert.deepEqual(tiers('rate <= 100%'), []);
    assert.deepEqual(tiers('rate < 0%'), [
      '6:54 «rate < 0%» warning threshold-never-holds: `rate < 0%` can never hold: rate of http_req_failed is never below 0. Did you mean `rate == 0%`?',
    ]);
  });
});

describe('thresholds on what the file does not measure', () => {
  const fails = 'A threshold without samples fails the run.';
  const stays = 'It stays 0, whatever happens.';
  const table: [selector: string, condition: string, lacking: string, so: string][] = [
    ['group_duration', 'p(95) < 1s', 'it has no `group`', fails],
    ['checks', 'rate > 99%', 'it has no `check`', fails],
    ['dropped_iterations', 'count == 0', 'only arrival rates drop iterations, and it has none', stays],
    ['schedule_delay', 'p(95) < 1s', 'it has no arrival rate', fails],
    ['mine', 'count > 5', 'no step has `record: { mine: … }`', stays],
  ];
  for (const [selector, condition, lacking, so] of table) {
    it(selector, () => {
      assert.deepEqual(problemLines(threshold(selector, condition, 'metrics: { mine: counter }')), [
        `6:3 «${selector}» warning never-measured: Nothing in this file measures ${selector}: ${lacking}. ${so}`,
        ...(selector === 'mine'
          ? []
          : [
              '7:12 «mine» hint unused-metric: Nothing records the metric `mine`, and no threshold asks for it. Add `record: { mine: … }` to a step, or leave it out.',
            ]),
      ]);
    });
  }

  it('says nothing where the step that would measure it is misspelt', () => {
    const text = scenario('thresholds: { group_duration: p(95) < 1s }', '  - groop: a\n    steps: [{ get: /health }]');
    assert.deepEqual(
      loadScenario(text, 'a.load.yaml').problems.map(({ code }) => code),
      ['unknown-key'],
    );
  });
});

describe('thresholds on tags', () => {
  const steps = '  - get: /a\n    name: a\n    check: { ok: status == 200 }\n  - post: /b\n    name: b';

  it('that no request has together', () => {
    const timed = scenario('thresholds:\n  "http_req_duration{name:a,method:POST}": avg < 5s', steps);
    assert.deepEqual(problemLines(timed), [
      '10:36 «POST» warning tags-never-meet: No request has both the name `a` and the method `POST`, so this threshold would have no samples.',
    ]);
    const together = scenario('thresholds:\n  "http_req_duration{name:b,method:POST}": avg < 5s', steps);
    assert.deepEqual(problemLines(together), []);
  });

  it('that a request works out may be any', () => {
    const tagged = steps.replace('name: b', 'name: b\n    tags: { plan: "p${vu.id}" }');
    const text = (selector: string): string =>
      scenario(`thresholds:\n  "http_req_duration{${selector}}": avg < 5s`, tagged);
    assert.deepEqual(problemLines(text('plan:team,name:b')), []);
    assert.deepEqual(problemLines(text('plan:team,name:a')), [
      '11:37 «a» warning tags-never-meet: No request has both the plan `team` and the name `a`, so this threshold would have no samples.',
    ]);
  });

  it('with a status that none is', () => {
    const status = (value: string): string[] =>
      problemLines(scenario(`thresholds:\n  "http_reqs{status:${value}}": count < 5`, steps));
    assert.deepEqual(status('404'), []);
    assert.deepEqual(status('0'), []);
    assert.deepEqual(status('4xx'), [
      '10:21 «4xx» unknown-tag-value: A status is a number such as 404, or 0 where no answer came. Classes are kinds: errors{kind:4xx}.',
    ]);
  });

  it('that the metric does not have', () => {
    assert.deepEqual(problemLines(scenario('thresholds:\n  "checks{name:a}": rate > 99%', steps)), [
      '10:11 «name» warning tag-not-on-metric: Samples of checks have no tag `name`; they have scenario, stage, group, check.',
    ]);
    assert.deepEqual(problemLines(scenario('thresholds:\n  "vus{scenario:default}": max > 0', steps)), [
      '10:8 «scenario» warning tag-not-on-metric: Samples of vus have no tag `scenario`; they have none.',
    ]);
    assert.deepEqual(problemLines(scenario('thresholds:\n  "checks{check:ok}": rate > 99%', steps)), []);
  });
});

describe('arrival rates', () => {
  const rate = (load: string, steps: string): string =>
    `baseUrl: http://localhost:3000\nscenarios:\n  users:\n${load}    steps:\n${steps}`;

  it('that their VUs cannot serve, by the pauses alone', () => {
    const text = rate('    rate: 50\n    duration: 1m\n    maxVUs: 60\n', '      - get: /health\n      - think: 2s\n');
    assert.deepEqual(problemLines(text), [
      '6:13 «60» warning too-few-vus: The pauses of an iteration alone take 2s, so this rate needs 100 VUs and more, and `maxVUs` is 60: the other iterations would be dropped. Write `maxVUs: 100` or more.',
    ]);
  });

  it('that have as many VUs as start within a second', () => {
    const text = rate(
      '    rate: 50\n    duration: 1m\n',
      '      - get: /health\n      - think: { min: 1s, max: 3s }\n',
    );
    assert.deepEqual(problemLines(text), [
      '4:5 «rate» warning too-few-vus: The pauses of an iteration alone take 2s, so this rate needs 100 VUs and more, and there are 50 as long as `maxVUs` is not given: the other iterations would be dropped. Write `maxVUs: 100` or more.',
    ]);
  });

  it('of branches, by their weights', () => {
    const branches =
      '      - choose:\n          - { weight: 3, get: /a }\n          - { weight: 1, steps: [{ think: 4s }] }\n';
    const load = (maxVUs: number): string => `    rate: 50\n    duration: 1m\n    maxVUs: ${maxVUs}\n`;
    assert.deepEqual(problemLines(rate(load(50), branches)), []);
    assert.equal(problemLines(rate(load(49), branches)).length, 1);
  });

  it('that are high for less time than the pauses last', () => {
    const load = (maxVUs: number): string =>
      `    stages:\n      - { duration: 10s, target: 100 }\n      - { duration: 10s, target: 0 }\n    maxVUs: ${maxVUs}\n`;
    // Under the triangle of 20 s and 100/s lie 1,000 iterations, all of which last longer than it.
    assert.deepEqual(problemLines(rate(load(1000), '      - think: 1m\n')), []);
    assert.equal(problemLines(rate(load(999), '      - think: 1m\n')).length, 1);
  });
});

it('pacing that is over before the pauses are has no effect', () => {
  const text = (pacing: string): string =>
    `baseUrl: http://localhost:3000\nscenarios:\n  users:\n    duration: 1m\n    pacing: ${pacing}\n    steps:\n      - get: /health\n      - think: 5s\n`;
  assert.deepEqual(problemLines(text('6s')), []);
  assert.deepEqual(problemLines(text('5s')), [
    '5:5 «pacing» warning pacing-without-effect: `pacing` has no effect: the pauses of an iteration alone take 5s. Shorten them, or leave `pacing` out.',
  ]);
});

describe('unique rows', () => {
  const rows = (load: string, feeder: string): string =>
    `baseUrl: http://localhost:3000\n${load}\ndata:\n  users: { ${feeder}, pick: unique, atEnd: fail }\nsteps:\n  - get: /users/\${data.users.id}\n`;
  const files: ScenarioFiles = {
    facts: () => ({ exists: true, problem: null, data: { columns: ['id'], rows: 10, firstRow: null } }),
  };

  it('that the iterations use up', () => {
    const [problem] = problemLines(rows('iterations: 11', 'file: ./users.csv'), { files });
    assert.equal(
      problem,
      '4:12 «file» warning too-few-rows: The load has 11 iterations, each with a row of its own, and `users` has 10: the run would fail when they are used up. Give it more rows, or write `atEnd: recycle`.',
    );
    assert.deepEqual(problemLines(rows('iterations: 10', 'file: ./users.csv'), { files }), []);
  });

  it('that the VUs use up', () => {
    const text = (vus: number): string => rows(`vus: ${vus}\nduration: 1m`, 'values: [{ id: 1 }, { id: 2 }], per: vu');
    assert.deepEqual(problemLines(text(2)), []);
    assert.equal(problemLines(text(3)).length, 1);
  });

  it('of a file that is not known', () => {
    assert.deepEqual(problemLines(rows('iterations: 11', 'file: ./users.csv')), []);
  });
});

describe('hosts', () => {
  const calls = (base: string, url: string): string => `baseUrl: ${base}\nduration: 1m\nsteps:\n  - get: ${url}\n`;

  it('outside of those that are allowed', () => {
    const options: LoadOptions = { allowedHosts: ['api.example.test'] };
    assert.deepEqual(problemLines(calls('https://api.example.test/v1', 'http://localhost:3000/'), options), []);
    assert.deepEqual(problemLines(calls('https://api.example.test', 'https://other.example.test:8443/x'), options), [
      '4:18 «other.example.test» host-not-allowed: Load may not be sent to other.example.test, only to this machine and api.example.test. Change the URL, or allow the host.',
    ]);
    const proxied = `${calls('http://localhost:1', '/')}http: { proxy: "http://ada:\${secret.PW}@proxy.example.test:3128" }\n`;
    assert.deepEqual(problemLines(proxied, options), [
      '5:41 «proxy.example.test» host-not-allowed: Load may not be sent to proxy.example.test, only to this machine and api.example.test. Change the URL, or allow the host.',
    ]);
  });

  it('that look like a slip of the pen', () => {
    assert.deepEqual(problemLines(calls('https://api.example.test', 'https://api.exmaple.test/health')), [
      '4:18 «api.exmaple.test» warning misspelt-host: This is another host than that of `baseUrl`, api.example.test. Did you mean that one?',
    ]);
  });

  for (const other of [
    'https://app.example.test/',
    'https://api2.example.test/',
    'https://example.test/',
    'https://api.examples.test/',
  ]) {
    it(`that are services of their own: ${other}`, () => {
      assert.deepEqual(problemLines(calls('https://api.example.test', other)), []);
    });
  }
});

describe('placeholders of other tools', () => {
  const said = (text: string): string[] => problemLines(text).filter((line) => !line.includes('unused-'));
  for (const [what, text, value] of [
    ['/users/{{id}}', scenario('vars: { id: 7 }', '  - get: /users/{{id}}'), 'vars.id'],
    ['/users/{id}', scenario('', '  - get: /users/{id}'), '…'],
    ['/{{ user.id }}', scenario('', '  - { get: /a, capture: { id: json.id } }\n  - get: "/{{ user.id }}"'), 'id'],
    ['{{id}}', scenario('vars: { id: 7 }', '  - { post: /a, json: { id: "{{id}}" } }'), 'vars.id'],
    [
      '{{id}}',
      scenario('setup: [{ get: /a, capture: { id: json.id } }]', '  - { get: /a, headers: { x-id: "{{id}}" } }'),
      'setup.id',
    ],
  ] as const) {
    const written = /\{+[^}]+\}+/.exec(what)?.[0] ?? '';
    it(`are sent as they stand: ${what}`, () => {
      const [line = '', ...others] = said(text);
      assert.deepEqual(others, []);
      assert.equal(
        line.replace(/^\S+ /, ''),
        `«${written}» warning other-placeholder: \`${written}\` is sent as it stands here; a value is put in by \${${value}}.`,
      );
    });
  }

  for (const [what, step] of [
    ['of a service that fills in templates', '{ post: /a, json: { template: "Dear {{name}}" } }'],
    ['in a name', '{ get: "/users/${uuid()}", name: "/users/{id}" }'],
    ['that are none', '{ post: /a, body: "{ a: {b} }" }'],
    ['of our own', '{ get: "/users/${vars.id}" }'],
  ] as const) {
    it(`may be meant: ${what}`, () => assert.deepEqual(said(scenario('vars: { id: 7 }', `  - ${step}`)), []));
  }
});

describe('headers', () => {
  const sends = (headers: string): string => scenario('', `  - { post: /a, headers: { ${headers} }, body: b }`);
  for (const [written, meant] of [
    ['contnet-type', 'content-type'],
    ['Content_Type', 'content-type'],
    ['accpet', 'accept'],
    ['authorisation', 'authorization'],
    ['referrer', 'referer'],
  ] as const) {
    it(`that are misspelt: ${written}`, () =>
      assert.deepEqual(problemLines(sends(`${written}: "\${uuid()}"`)), [
        `4:28 «${written}» warning misspelt-header: No header of this name is known. Did you mean \`${meant}\`?`,
      ]));
  }

  it('that are misspelt where an answer must have them, and in those of all requests', () =>
    assert.deepEqual(
      problemLines(
        scenario('http: { headers: { user-agnet: a } }', '  - { get: /a, expect: { header: { loctaion: /b } } }'),
      ),
      [
        '4:36 «loctaion» warning misspelt-header: No header of this name is known. Did you mean `location`?',
        '5:20 «user-agnet» warning misspelt-header: No header of this name is known. Did you mean `user-agent`?',
      ],
    ));

  for (const headers of ['x-tenant: a', 'Content-Type: text/csv', 'x-request-id2: a', 'dates: a', 'x-accept: b']) {
    it(`of the author's own: ${headers}`, () => assert.deepEqual(problemLines(sends(headers)), []));
  }

  it('which are data of a body', () =>
    assert.deepEqual(problemLines(scenario('', '  - { post: /a, json: { headers: { contnet-type: b } } }')), []));
});

describe('secrets in plain text', () => {
  const found: [step: string, marked: string, name: string][] = [
    ['{ post: /login, json: { user: ann, userPassword: hunter2 } }', 'hunter2', 'USER_PASSWORD'],
    ['{ get: /a, auth: { bearer: abc123 } }', 'abc123', 'BEARER'],
    ['{ get: /a, auth: { basic: { username: ann, password: hunter2 } } }', 'hunter2', 'PASSWORD'],
    ['{ get: /a, headers: { Authorization: Bearer abc123 } }', 'abc123', 'TOKEN'],
    ['{ get: /a, headers: { authorization: "Basic YW5uOmh1bnRlcjI=" } }', 'YW5uOmh1bnRlcjI=', 'BASIC_CREDENTIALS'],
    ['{ get: /a, headers: { X-Api-Key: abc123 } }', 'abc123', 'X_API_KEY'],
    ['{ get: /a, query: { token: abc123 } }', 'abc123', 'TOKEN'],
    ['{ get: "/a?page=2&api_key=abc123" }', 'abc123', 'API_KEY'],
    ['{ get: "http://ann:hunter2@localhost/a" }', 'hunter2', 'PASSWORD'],
    ['{ post: /a, body: "key AKIAIOSFODNN7EXAMPLE" }', 'AKIAIOSFODNN7EXAMPLE', 'AWS_ACCESS_KEY_ID'],
  ];
  for (const [step, marked, name] of found) {
    it(`in ${step}`, () => {
      const [problem, ...more] = problemLines(scenario('', `  - ${step}`));
      assert.deepEqual(more, []);
      assert.match(problem ?? 'none', new RegExp(`«${marked}» warning plain-text-secret: .*secret\\.${name}}`));
    });
  }

  const fine = [
    '{ post: /login, json: { password: "${secret.PASSWORD}" } }',
    '{ post: /login, json: { password: "${vars.x}" } }',
    '{ post: /login, json: { password: "wrong-password" }, expect: { status: 401 } }',
    '{ post: /login, json: { password: "" } }',
    '{ post: /login, json: { password: "<your password>" } }',
    '{ post: /login, json: { passwordHint: "my dog", token: "abc" } }',
    '{ get: "/page?token=${vars.x}" }',
    '{ get: /a, check: { token: json.token != "" } }',
    '{ get: "http://ann@localhost/a" }',
    '{ get: /a, name: password reset }',
  ];
  for (const step of fine) {
    it(`not in ${step}`, () =>
      assert.deepEqual(
        problemLines(scenario('vars: { x: 1 }', `  - ${step}`)).filter((line) => line.includes('secret')),
        [],
      ));
  }
});

describe('names that nothing reads', () => {
  it('captured', () => {
    assert.deepEqual(
      problemLines(scenario('', '  - get: /a\n    capture: { id: json.id, other: json.other }\n  - get: /b/${id}')),
      [
        '5:29 «other» hint unused-capture: `other` is captured, and nothing reads it. Read it in an expression, or leave it out.',
      ],
    );
  });

  it('captured in setup', () => {
    const setup = 'setup:\n  - get: /login\n    capture: { token: json.token }';
    assert.equal(problemLines(scenario(setup)).length, 1);
    assert.deepEqual(problemLines(scenario(setup, '  - get: /${setup.token}')), []);
    assert.deepEqual(problemLines(scenario(setup, '  - post: /\n    json: ${jsonEncode(setup)}')), []);
  });

  it('captured in a flow that one of two scenarios reads', () => {
    const text =
      'baseUrl: http://localhost:3000\nflows:\n  login:\n    - get: /login\n      capture: { token: json.token }\nscenarios:\n  a: { duration: 1s, steps: [{ use: login }] }\n  b: { duration: 1s, steps: [{ use: login }, { get: "/${token}" }] }\n';
    assert.deepEqual(problemLines(text), []);
  });

  it('set', () => {
    assert.deepEqual(problemLines(scenario('', '  - set: { id: 1 }\n  - get: /b')), [
      '4:12 «id» hint unused-capture: `id` is set, and nothing reads it.',
    ]);
  });

  it('variables', () => {
    assert.deepEqual(problemLines(scenario('vars: { a: 1, b: "${vars.a}" }')), [
      '5:15 «b» hint unused-variable: Nothing reads the variable `b`. Read it as vars.b, or leave it out.',
    ]);
  });

  it('feeders', () => {
    assert.deepEqual(problemLines(scenario('data: { users: { values: [{ id: 1 }] } }')), [
      '5:9 «users» hint unused-data: Nothing reads the rows of `users`. Read them as data.users.COLUMN, or leave it out.',
    ]);
  });

  it('says nothing of a name that stands where the file could not be read', () => {
    const text = scenario(
      'vars: { a: 1 }',
      '  - get: /health\n    chekc: { ok: json.a == vars.a }\n    nonsense: "${vars.a}"',
    );
    const codes = loadScenario(text, 'a.load.yaml').problems.map(({ code }) => code);
    assert.ok(!codes.includes('unused-variable'), codes.join());
  });
});

describe('the rules', () => {
  const examples = readdirSync(path.join(ROOT, 'examples'), { recursive: true, encoding: 'utf8' });
  for (const file of examples.filter((name) => /\.load\.(ya?ml|json)$/.test(name))) {
    it(`are silent on ${file}`, () => {
      assert.deepEqual(problemLines(readFileSync(path.join(ROOT, 'examples', file), 'utf8')), []);
    });
  }

  for (const { title, body } of SCENARIO_TEMPLATES) {
    it(`are silent on the template "${title}"`, () => assert.deepEqual(problemLines(snippetText(body)), []));
  }
});
