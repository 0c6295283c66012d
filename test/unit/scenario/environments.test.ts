import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { problemLines } from './problem-lines.ts';

const TOP = `baseUrl: http://top
vars: { a: 1, b: 2 }
http: { timeout: 5s, headers: { x: top, y: top }, tls: { verify: false } }
data: { users: { file: ./users.csv, pick: unique } }
flows: { f: [{ get: /f }], g: [{ get: /g }] }
thresholds: { http_reqs: count > 1, http_req_failed: rate < 1% }
scenarios:
  one: { executor: ramping-vus, stages: [{ duration: 1s, target: 2 }], flow: f, tags: { t: top, u: top } }
`;

/** What a plan says in an environment, as JSON without ranges. */
function inEnvironment(environment: string, pick: (plan: NonNullable<ReturnType<typeof draft>>) => unknown): unknown {
  const plan = draft(`${TOP}environments:\n  other: ${environment}\n`, 'other');
  assert.ok(plan);
  return JSON.parse(JSON.stringify(pick(plan), (key, value: unknown) => (key === 'range' ? undefined : value)));
}

function draft(text: string, environment: string | null) {
  return loadScenario(text, 'a.load.yaml', { environment }).model.draft;
}

function problems(text: string, environment: string | null = null): string[] {
  return problemLines(text, { environment }).filter((line) => !line.includes(' hint '));
}

describe('an environment', () => {
  it('is named in the plan, and none is in that of the file as it stands', () => {
    const text = `${TOP}environments: { other: { vars: { a: 3 } } }`;
    assert.equal(draft(text, 'other')?.environment, 'other');
    assert.equal(draft(text, null)?.environment, null);
  });

  it('replaces plain values', () =>
    assert.deepEqual(
      inEnvironment('{ baseUrl: http://other }', ({ baseUrl }) => baseUrl),
      {
        kind: 'literal',
        value: 'http://other',
      },
    ));

  it('merges vars key by key, in their order', () =>
    assert.deepEqual(
      inEnvironment('{ vars: { c: 4, a: 3 } }', ({ vars }) => vars),
      [
        ['a', { kind: 'literal', value: 3 }],
        ['b', { kind: 'literal', value: 2 }],
        ['c', { kind: 'literal', value: 4 }],
      ],
    ));

  it('merges http, its headers and its tls', () =>
    assert.deepEqual(
      inEnvironment('{ http: { connectTimeout: 1s, headers: { y: other }, tls: { minVersion: TLSv1.3 } } }', (plan) => {
        const [request] = plan.scenarios[0]?.steps ?? [];
        return [
          plan.http.connectTimeoutMs,
          plan.http.verifyTls,
          plan.http.tls.minVersion,
          request?.kind === 'request' ? [request.timeoutMs, request.headers] : null,
        ];
      }),
      [
        1000,
        false,
        'TLSv1.3',
        [
          5000,
          [
            ['x', { kind: 'literal', value: 'top' }],
            ['y', { kind: 'literal', value: 'other' }],
          ],
        ],
      ],
    ));

  const merged: [environment: string, what: string, expected: unknown][] = [
    ['{ scenarios: { one: { tags: { t: other } } } }', 'tags', { t: 'other', u: 'top' }],
    ['{ scenarios: { one: { flow: g } } }', 'steps', ['GET /g']],
    ['{ scenarios: { one: { steps: [{ get: /own }] } } }', 'steps', ['GET /own']],
    ['{ flows: { f: [{ get: /other }] } }', 'steps', ['GET /other']],
    [
      '{ scenarios: { one: { executor: constant-vus, vus: 3, duration: 2s } } }',
      'executor',
      { kind: 'constant-vus', vus: 3, durationMs: 2000 },
    ],
    ['{ scenarios: { two: { vus: 3, duration: 2s, flow: g } } }', 'scenarios', ['one', 'two']],
    ['{ data: { users: { pick: random } } }', 'data', [{ kind: 'file', path: './users.csv', format: 'csv' }, 'random']],
    ['{ data: { users: { values: [1] } } }', 'data', [{ kind: 'values', rows: [1] }, 'unique']],
    ['{ thresholds: { http_reqs: count > 5 } }', 'thresholds', ['count > 5', 'rate < 1%']],
  ];
  for (const [environment, what, expected] of merged) {
    it(`merges ${what}: ${environment}`, () => {
      const found = inEnvironment(environment, ({ scenarios, data, thresholds }) => {
        const [one] = scenarios;
        const [feeder] = data;
        return {
          tags: one?.tags,
          steps: one?.steps.map((step) => (step.kind === 'request' ? step.name : step.kind)),
          executor: one?.executor,
          scenarios: scenarios.map(({ name }) => name),
          data: [feeder?.source, feeder?.pick],
          thresholds: thresholds.map(({ condition }) => condition.source),
        }[what];
      });
      assert.deepEqual(found, expected);
    });
  }

  it('puts the short form of one load aside for another', () => {
    const text =
      'baseUrl: http://a\nduration: 10s\nsteps: []\nenvironments: { ramp: { stages: [{ duration: 1s, target: 3 }] } }';
    assert.deepEqual(problems(text), []);
    assert.equal(draft(text, 'ramp')?.scenarios[0]?.executor.kind, 'ramping-vus');
  });

  it('points to its own values', () => {
    const text = 'duration: 1s\nsteps: [{ get: "http://a/" }]\nenvironments:\n  e: { duration: 0s }';
    assert.deepEqual(problems(text), ['4:18 «0s» zero-duration: `duration` is 0, so there would be no load.']);
  });

  it('is checked whether it is picked or not, and says where else in the file it does harm', () => {
    const text = `vars: { a: 1 }
duration: 1s
data: { users: { values: [{ id: 1 }] } }
steps: [{ get: "http://a/\${data.users.id}" }]
environments:
  e: { data: { users: { values: [{ name: x }] } } }
  f: { data: { users: { values: [{ name: x }] } } }
`;
    const expected = [
      '4:28 «data.users.id» undefined-column: In the environment `e`: `users` has no column `id`. It has name.',
    ];
    assert.deepEqual(problems(text), expected);
    assert.deepEqual(problems(text, 'f'), expected);
  });

  it('does not repeat what is wrong without it', () => {
    const text = 'duration: 1s\nsteps: [{ get: /a }]\nenvironments: { e: { vars: { a: 1 } } }';
    assert.deepEqual(problems(text), [
      '2:16 «/a» relative-url: `/a` is a path, and the file has no `baseUrl` to put before it.',
    ]);
  });

  const BASES =
    'duration: 1s\nsteps: [{ get: /a }]\nenvironments:\n  local: { baseUrl: http://127.0.0.1 }\n  other: { baseUrl: http://a }\n';

  it('may be the only place of a baseUrl', () => {
    for (const environment of [null, 'local']) assert.deepEqual(problems(BASES, environment), []);
  });

  it('has to be picked by who runs a file whose baseUrl it brings', () => {
    const toRun = (environment: string | null): string[] =>
      problemLines(BASES, { environment, unpickedSeverity: 'error' });
    assert.deepEqual(toRun(null), [
      '3:1 «environments» environment-not-picked: The file has no `baseUrl` but those of its environments. Pick one to run it: local, other.',
    ]);
    assert.deepEqual(toRun('other'), []);
  });

  it('without a baseUrl, beside others that have one, is wrong whichever is picked', () => {
    for (const environment of [null, 'local', 'bare']) {
      assert.deepEqual(problems(`${BASES}  bare: { vus: 2 }\n`, environment), [
        '2:16 «/a» relative-url: In the environment `bare`: `/a` is a path, and the file has no `baseUrl` to put before it.',
      ]);
    }
  });

  it('may use a flow that nothing else uses', () => {
    const text = 'duration: 1s\nsteps: []\nflows: { f: [] }\nenvironments: { e: { steps: [{ use: f }] } }';
    assert.deepEqual(loadScenario(text, 'a.load.yaml').problems, []);
  });

  it('is asked for what it reads of the machine only where it is picked', () => {
    const text = 'duration: 1s\nsteps: [{ get: "http://a/" }]\nenvironments: { e: { baseUrl: "${env.URL}" } }';
    const codes = (environment: string | null): string[] =>
      loadScenario(text, 'a.load.yaml', { env: {}, environment }).problems.map(({ code }) => code);
    assert.deepEqual([codes(null), codes('e')], [[], ['env-not-set']]);
  });

  const unknown: [environments: string, message: string][] = [
    ['environments: { staging: { vars: { a: 1 } } }', 'The file has no environment `stagin`. Did you mean `staging`?'],
    ['environments: { prod: { vars: { a: 1 } } }', 'The file has no environment `stagin`. It has prod.'],
    ['vars: {}', 'The file has no environment `stagin`. It has no `environments`.'],
  ];
  for (const [environments, message] of unknown) {
    it(`that is not there is a problem: ${message}`, () => {
      const text = `${environments}\nduration: 1s\nsteps: []`;
      const found = loadScenario(text, 'a.load.yaml', { environment: 'stagin' });
      assert.deepEqual([found.problems.map((problem) => problem.message), found.plan], [[message], null]);
    });
  }
});
