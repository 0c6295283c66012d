import assert from 'node:assert/strict';
import { loadScenario, type Plan } from '../../../src/scenario/index.ts';
import type { Executor } from '../../../src/scenario/plan.ts';
import { allSteps } from '../../../src/scenario/step-tree.ts';
import { problemLines } from './problem-lines.ts';

function planOf(text: string): Plan {
  const { plan, problems } = loadScenario(text, 'checkout.load.yaml');
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.ok(plan);
  return plan;
}

const executorOf = (load: string): Executor | undefined =>
  planOf(`${load}\nsteps: [{ get: "http://a/" }]`).scenarios[0]?.executor;
const scenarioOf = (load: string): Executor | undefined =>
  planOf(`scenarios: { a: { ${load}, steps: [{ get: "http://a/" }] } }`).scenarios[0]?.executor;

describe('loadScenario', () => {
  it('reads the smallest file', () => {
    const plan = planOf(
      'baseUrl: http://localhost:3000\nvus: 10\nduration: 30s\nsteps:\n  - get: /health\nthresholds:\n  http_req_duration: p(95) < 500ms\n',
    );
    assert.equal(plan.name, 'checkout');
    assert.equal(plan.file, 'checkout.load.yaml');
    assert.deepEqual(
      plan.scenarios.map(({ name, executor, gracefulStopMs }) => ({ name, executor, gracefulStopMs })),
      [{ name: 'default', executor: { kind: 'constant-vus', vus: 10, durationMs: 30_000 }, gracefulStopMs: 30_000 }],
    );
    const [step] = plan.scenarios[0]?.steps ?? [];
    assert.equal(step?.kind === 'request' && step.name, 'GET /health');
    assert.deepEqual(plan.thresholds[0]?.condition, {
      source: 'p(95) < 500ms',
      method: 'percentile',
      percentile: 95,
      operator: '<',
      limit: 500,
      unit: 'ms',
    });
  });

  const shorthands: [load: string, executor: Executor][] = [
    ['{}', { kind: 'per-vu-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 }],
    ['duration: 10s', { kind: 'constant-vus', vus: 1, durationMs: 10_000 }],
    ['iterations: 20\nvus: 5', { kind: 'shared-iterations', vus: 5, iterations: 20, maxDurationMs: 600_000 }],
    ['iterations: 20\nduration: 1m', { kind: 'shared-iterations', vus: 1, iterations: 20, maxDurationMs: 60_000 }],
    [
      'vus: 3\nstages: [{ duration: 1m30s, target: 5 }]',
      {
        kind: 'ramping-vus',
        startVUs: 3,
        stages: [{ durationMs: 90_000, target: 5, name: 'stage 1' }],
        gracefulRampDownMs: 30_000,
      },
    ],
  ];
  for (const [load, executor] of shorthands) {
    it(`takes ${JSON.stringify(load)} as k6 takes its shortcuts`, () => {
      assert.deepEqual(executorOf(load === '{}' ? 'name: x' : load), executor);
    });
  }

  const executors: [load: string, executor: Executor][] = [
    ['executor: shared-iterations', { kind: 'shared-iterations', vus: 1, iterations: 1, maxDurationMs: 600_000 }],
    [
      'executor: per-vu-iterations, vus: 3, iterations: 2',
      { kind: 'per-vu-iterations', vus: 3, iterations: 2, maxDurationMs: 600_000 },
    ],
    [
      'executor: ramping-vus, stages: [{ duration: 1s, target: 2, name: up }]',
      {
        kind: 'ramping-vus',
        startVUs: 1,
        stages: [{ durationMs: 1000, target: 2, name: 'up' }],
        gracefulRampDownMs: 30_000,
      },
    ],
    [
      'executor: constant-arrival-rate, rate: 1000/min, duration: 1m',
      {
        kind: 'constant-arrival-rate',
        rate: 1000,
        timeUnitMs: 60_000,
        durationMs: 60_000,
        preAllocatedVUs: 17,
        maxVUs: 17,
      },
    ],
    [
      'rate: 50, duration: 1s, timeUnit: 2s, preAllocatedVUs: 5',
      { kind: 'constant-arrival-rate', rate: 50, timeUnitMs: 2000, durationMs: 1000, preAllocatedVUs: 5, maxVUs: 5 },
    ],
    [
      'stages: [{ duration: 1s, target: 20 }], maxVUs: 10',
      {
        kind: 'ramping-arrival-rate',
        startRate: 0,
        timeUnitMs: 1000,
        stages: [{ durationMs: 1000, target: 20, name: 'stage 1' }],
        preAllocatedVUs: 10,
        maxVUs: 10,
      },
    ],
    [
      'spawnRate: 10, vus: 50, duration: 1m',
      {
        kind: 'ramping-vus',
        startVUs: 0,
        stages: [
          { durationMs: 5000, target: 50, name: 'ramp up' },
          { durationMs: 55_000, target: 50, name: 'sustained' },
        ],
        gracefulRampDownMs: 30_000,
      },
    ],
  ];
  for (const [load, executor] of executors) {
    it(`fills k6's defaults of { ${load} }`, () => assert.deepEqual(scenarioOf(load), executor));
  }

  const names: [url: string, name: string][] = [
    ['/users/42', 'GET /users/{id}'],
    ['/users/9f1c1e0e-7d1b-4c39-9d86-0f6f6c0f3a55/orders', 'GET /users/{id}/orders'],
    ['/users/${vars.userId}', 'GET /users/{userId}'],
    ['/items/${1 + 1}?page=2', 'GET /items/{…}'],
    ['http://auth.example.test/health', 'GET auth.example.test/health'],
    ['${env.?AUTH.orValue("http://a")}/health', 'GET /health'],
    ['/', 'GET /'],
  ];
  for (const [url, name] of names) {
    it(`calls ${url} by default ${name}`, () => {
      const plan = planOf(`baseUrl: http://a\nvars: { userId: 1 }\nsteps:\n  - get: ${JSON.stringify(url)}`);
      const [step] = plan.scenarios[0]?.steps ?? [];
      assert.equal(step?.kind === 'request' && step.name, name);
    });
  }

  it('merges headers, the lower case, and makes auth a header', () => {
    const plan = planOf(`
http: { headers: { Accept: a, X-Team: t } }
steps:
  - get: http://a/
    headers: { accept: b }
    auth: { bearer: "\${secret.TOKEN}" }
  - get: http://a/
    auth: { basic: { username: ann, password: "\${secret.PASSWORD}" } }
`);
    const headers = plan.scenarios[0]?.steps.map((step) =>
      step.kind === 'request'
        ? step.headers.map(([name, value]) => [
            name,
            value.kind === 'text' ? value.parts.map((part) => (typeof part === 'string' ? part : part.source)) : value,
          ])
        : [],
    );
    assert.deepEqual(headers, [
      [
        ['accept', { kind: 'literal', value: 'b' }],
        ['x-team', { kind: 'literal', value: 't' }],
        ['authorization', ['Bearer ', 'secret.TOKEN']],
      ],
      [
        ['accept', { kind: 'literal', value: 'a' }],
        ['x-team', { kind: 'literal', value: 't' }],
        ['authorization', ['Basic ', 'base64("ann" + ":" + string(secret.PASSWORD))']],
      ],
    ]);
    assert.deepEqual(plan.secrets, ['TOKEN', 'PASSWORD']);
  });

  it('puts flows in where they are used, each time with ids of their own', () => {
    const plan = planOf(
      'baseUrl: http://a\nduration: 1s\nflows: { b: [{ get: /b }, { think: 1s }] }\nsteps: [{ use: b }, { group: g, steps: [{ use: b }] }]',
    );
    const steps = plan.scenarios[0]?.steps ?? [];
    assert.deepEqual(
      allSteps(steps).map(({ kind, id }) => [kind, id]),
      [
        ['flow', 0],
        ['request', 1],
        ['think', 2],
        ['group', 3],
        ['flow', 4],
        ['request', 5],
        ['think', 6],
      ],
    );
  });

  it('keeps the range of what is written', () => {
    const plan = planOf(
      'baseUrl: http://a\nduration: 1s\nsteps:\n  - get: /health\nthresholds:\n  http_reqs: rate > 1',
    );
    assert.deepEqual(plan.scenarios[0]?.steps[0]?.range, {
      start: { line: 3, character: 4 },
      end: { line: 3, character: 16 },
    });
    assert.deepEqual(plan.thresholds[0]?.range, { start: { line: 5, character: 13 }, end: { line: 5, character: 21 } });
  });

  it('reads every form of a threshold', () => {
    const plan = planOf(`
duration: 1s
steps: [{ get: "http://a/", name: me }]
thresholds:
  http_req_duration: [p(95) < 500ms, avg < 1s]
  http_reqs: rate > 1200/min
  "http_req_duration{ name: me , scenario:default}":
    - { expect: p(95) < 25ms, acceptable: p(95) < 50ms, name: Fast, window: 30s, abortOnFail: true, delayAbortEval: 10s }
`);
    assert.deepEqual(
      plan.thresholds.map(
        ({ id, metric, tags, condition, acceptable, name, windowMs, abortOnFail, delayAbortEvalMs }) => [
          id,
          metric,
          tags,
          condition.limit,
          acceptable?.limit,
          name,
          windowMs,
          abortOnFail,
          delayAbortEvalMs,
        ],
      ),
      [
        [0, 'http_req_duration', {}, 500, undefined, null, null, false, 0],
        [1, 'http_req_duration', {}, 1000, undefined, null, null, false, 0],
        [2, 'http_reqs', {}, 20, undefined, null, null, false, 0],
        [3, 'http_req_duration', { name: 'me', scenario: 'default' }, 25, 50, 'Fast', 30_000, true, 10_000],
      ],
    );
  });
});

const HEAD = 'baseUrl: http://a\nduration: 1s\n';
const meanings: [what: string, text: string, problems: string[]][] = [
  [
    'the short form beside scenarios',
    'vus: 1\nscenarios: { a: { duration: 1s, steps: [] } }',
    [
      '1:1 «vus» shorthand-mixed: `vus` at the top is the short form of one scenario and cannot be mixed with `scenarios:`; move it into a scenario.',
    ],
  ],
  [
    'duration and stages',
    'duration: 1s\nstages: [{ duration: 1s, target: 1 }]\nsteps: []',
    [
      '2:1 «stages» keys-exclude-each-other: `duration` and `stages` exclude each other: stages have durations of their own.',
    ],
  ],
  [
    'nothing to run',
    'name: x',
    [
      '1:1 «name» nothing-to-run: The file has nothing to run: write `steps:` with `vus` and `duration`, or `scenarios:`.',
    ],
  ],
  [
    'vus without anything',
    'vus: 5\nsteps: []',
    [
      '1:1 «vus» warning vus-without-load: `vus` has an effect only with `duration`, `iterations` or `stages`; without them one VU runs one iteration.',
    ],
  ],
  [
    'fewer iterations than VUs',
    'vus: 5\niterations: 3\nsteps: []',
    ['2:13 «3» too-few-iterations: 3 iterations cannot be shared by 5 VUs; give each VU at least one.'],
  ],
  [
    'a key of another executor',
    'scenarios:\n  a: { executor: constant-vus, duration: 1s, rate: 5, steps: [] }',
    ['2:46 «rate» key-of-another-executor: `rate` means nothing to constant-vus; it belongs to constant-arrival-rate.'],
  ],
  [
    'stages that stay at 0',
    'scenarios:\n  a: { executor: ramping-vus, startVUs: 0, stages: [{ duration: 1s, target: 0 }], steps: [] }',
    ['2:44 «stages» no-load: The stages begin and stay at 0; give one of them VUs as `target`.'],
  ],
  [
    'maxVUs below preAllocatedVUs',
    'scenarios:\n  a: { rate: 1, duration: 1s, preAllocatedVUs: 5, maxVUs: 3, steps: [] }',
    ['2:59 «3» max-below-allocated: `maxVUs` (3) is below `preAllocatedVUs` (5).'],
  ],
  [
    'more VUs than any machine has room for',
    'vus: 1000000000\nduration: 1s\nsteps: [{ get: "http://a/" }]',
    ['1:6 «1000000000» wrong-value: This asks for 1,000,000,000 VUs; a scenario can have at most 1,000,000.'],
  ],
  [
    'a rate for which nobody could have the VUs',
    'scenarios:\n  a: { rate: 1e300, duration: 1s, steps: [] }',
    ['2:14 «1e300» wrong-value: This asks for 1e+300 VUs; a scenario can have at most 1,000,000.'],
  ],
  [
    'no duration at all',
    'duration: 0s\nsteps: []',
    ['1:11 «0s» zero-duration: `duration` is 0, so there would be no load.'],
  ],
  [
    'an executor that says nothing',
    'scenarios:\n  a: { steps: [] }',
    [
      '2:3 «a» missing-load: The scenario does not say how its load is made: give it an `executor`, or `vus` with `duration`, `iterations`, or `stages`.',
    ],
  ],
  [
    'a path without baseUrl',
    'steps:\n  - get: /x',
    ['2:10 «/x» relative-url: `/x` is a path, and the file has no `baseUrl` to put before it.'],
  ],
  [
    'an unknown flow',
    `${HEAD}flow: brows\nflows: { browse: [] }`,
    [
      '3:7 «brows» undefined-flow: There is no flow `brows`. Did you mean `browse`?',
      '4:10 «browse» hint unused-flow: Nothing uses the flow `browse`.',
    ],
  ],
  [
    'a flow where there are none',
    `${HEAD}flow: browse`,
    [
      '3:7 «browse» undefined-flow: There is no flow `browse`. The file has none; a flow is a list of steps under `flows`.',
    ],
  ],
  [
    'a flow that uses itself',
    `${HEAD}flow: a\nflows:\n  a: [{ use: b }]\n  b: [{ use: a }]`,
    ['6:14 «a» flow-cycle: A flow cannot use itself: a → b → a.'],
  ],
  [
    'a variable that is not there',
    `${HEAD}vars: { email: a }\nsteps:\n  - get: /\${vars.emial}`,
    ['5:13 «vars.emial» undefined-variable: vars has no `emial`. Did you mean `email`?'],
  ],
  [
    'a capture before it is made',
    `${HEAD}steps:\n  - get: /\${token}\n  - post: /login\n    capture: { token: json.t }`,
    [
      '4:13 «token» used-before-captured: `token` has no value here: it is captured later, or beside this place in another branch. Capture it before.',
    ],
  ],
  [
    'a value that setup does not capture',
    `${HEAD}setup:\n  - post: /login\n    capture: { token: json.t }\nsteps:\n  - get: /\${setup.tokn}`,
    ['7:13 «setup.tokn» undefined-setup-value: Setup captures no `tokn`. Did you mean `token`?'],
  ],
  [
    'setup inside of setup',
    `${HEAD}setup:\n  - post: /login\n    capture: { token: json.t }\n  - get: /\${setup.token}\nsteps: []`,
    [
      '6:13 «setup.token» undefined-setup-value: Inside of setup there is no setup yet; what it captured stands for itself: `token`.',
    ],
  ],
  [
    'a reserved name',
    `${HEAD}steps:\n  - get: /\n    capture: { status: json.s }`,
    ['5:16 «status» reserved-name: `status` has a meaning of its own in expressions; take another name.'],
  ],
  [
    'a check that is not true or false',
    `${HEAD}steps:\n  - get: /\n    check: { ok: status }`,
    ['5:18 «status» expression-type: This must give true or false, and it gives a number.'],
  ],
  [
    'an open expression',
    `${HEAD}steps:\n  - get: "/\${vars"`,
    [
      '4:12 «${vars» expression-syntax: This ${ is not closed; a } is missing. For the characters themselves write $${.',
    ],
  ],
  [
    'an expression in a name',
    `${HEAD}steps:\n  - get: /\n    name: a \${seq()}`,
    ['5:13 «${seq()}» expression-not-allowed: The name of a request is a fixed text; ${…} is not worked out here.'],
  ],
  [
    'a secret in a tag',
    `${HEAD}steps:\n  - get: /\n    tags: { key: "a \${secret.KEY}", plan: "\${vu.id}" }`,
    ['5:23 «secret.KEY» expression-not-allowed: A tag stands in every report, so it must not hold a secret.'],
  ],
  [
    'a password in plain text',
    `${HEAD}steps:\n  - post: /\n    json: { password: hunter2 }`,
    [
      "5:23 «hunter2» warning plain-text-secret: This looks like a secret in plain text. Write ${secret.PASSWORD} and keep its value in the editor's secret store or the environment.",
    ],
  ],
  [
    'two bodies',
    `${HEAD}steps:\n  - post: /\n    json: {}\n    body: x`,
    ['6:5 «body» keys-exclude-each-other: A request has one body: `json` and `body` exclude each other.'],
  ],
  [
    'a weight outside of choose',
    `${HEAD}steps:\n  - get: /\n    weight: 2`,
    ['5:5 «weight» weight-outside-choose: `weight` counts only in the branches of `choose`.'],
  ],
  [
    'an undeclared metric',
    `${HEAD}metrics: { latency: trend }\nsteps:\n  - get: /\n    record: { latenci: status }`,
    ['6:15 «latenci» undefined-metric: There is no custom metric `latenci`. Did you mean `latency`?'],
  ],
  [
    'a threshold on no metric',
    `${HEAD}steps: []\nthresholds:\n  http_req_durations: avg < 1`,
    [
      '5:3 «http_req_durations» undefined-metric: There is no metric `http_req_durations`. Did you mean `http_req_duration`?',
    ],
  ],
  [
    'a threshold on a stage that is not there',
    `baseUrl: http://a\nstages: [{ duration: 1s, target: 1, name: peak }]\nsteps: []\nthresholds:\n  "http_req_duration{stage:peek}": avg < 1`,
    ['5:28 «peek» unknown-tag-value: Nothing in this file has the stage `peek`. Did you mean `peak`?'],
  ],
  [
    'an unknown tag',
    `${HEAD}steps: []\nthresholds:\n  "errors{kin:5xx}": count == 0`,
    ['5:11 «kin» unknown-tag: No sample has a tag `kin`. Did you mean `kind`?'],
  ],
  [
    'tiers in the wrong order',
    `${HEAD}steps: []\nthresholds:\n  http_req_duration: { expect: avg < 50ms, acceptable: avg < 20ms }`,
    [
      '5:56 «avg < 20ms» tiers-do-not-fit: `acceptable` is stricter than `expect`, so it could never count; swap the two.',
    ],
  ],
];

describe('the meaning of a scenario', () => {
  for (const [what, text, problems] of meanings) {
    it(`${what} is reported at its place`, () => assert.deepEqual(problemLines(text), problems));
  }

  it('points at both places where the short form is mixed with scenarios', () => {
    const [problem] = loadScenario('vus: 1\nscenarios: { a: { duration: 1s, steps: [] } }', 'a.yaml').problems;
    assert.deepEqual(
      problem?.related?.map(({ range }) => range.start.line),
      [1],
    );
  });

  it('asks for the environment only where it is told of it', () => {
    const text = 'baseUrl: ${env.BASE_URL}\nduration: 1s\nsteps: [{ get: / }]';
    assert.deepEqual(problemLines(text), []);
    assert.deepEqual(problemLines(text, { env: { BASE_URL: 'http://a' } }), []);
    assert.deepEqual(problemLines(text, { env: {} }), [
      '1:12 «env.BASE_URL» env-not-set: The environment variable BASE_URL is not set. Set it, or write env.?BASE_URL.orValue("…") for a default.',
    ]);
    assert.deepEqual(
      problemLines('baseUrl: ${env.?BASE_URL.orValue("http://a")}\nduration: 1s\nsteps: [{ get: / }]', { env: {} }),
      [],
    );
  });

  it('asks for secrets only where it is told of them', () => {
    const text = 'duration: 1s\nsteps: [{ get: "http://a/${secret.KEY}" }]';
    assert.deepEqual(problemLines(text), []);
    assert.deepEqual(problemLines(text, { secrets: {} }), [
      '2:28 «secret.KEY» secret-not-set: The secret KEY is not set.',
    ]);
  });

  it('reports a flow that two scenarios use only once', () => {
    const text =
      'flows: { f: [{ get: /x }] }\nscenarios: { a: { duration: 1s, flow: f }, b: { duration: 1s, flow: f } }';
    assert.equal(problemLines(text).length, 1);
  });
});
