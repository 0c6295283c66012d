import assert from 'node:assert/strict';
import { loadScenario, type LoadOptions } from '../../../src/scenario/index.ts';
import type { Plan, Step } from '../../../src/scenario/plan.ts';
import { problemLines } from './problem-lines.ts';

/** What is wrong in a file, as `4:7 «forEach» code: message`. */
function wrong(text: string, options: LoadOptions = {}): string[] {
  return problemLines(text, options).filter((line) => !/ (hint|warning) /.test(line));
}

function draft(text: string, options: LoadOptions = {}): Plan {
  const plan = loadScenario(text, 'checkout.load.yaml', options).model.draft;
  assert.ok(plan);
  return plan;
}

/** A file with these steps; each line of them begins at column 1. */
function withSteps(...steps: string[]): string {
  return ['baseUrl: http://a', 'duration: 1s', 'vars: { n: 3 }', 'steps:', ...steps].join('\n');
}

/** Without ranges and ids, which every edit changes. */
function bare(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) => (key === 'range' || key === 'id' ? undefined : part)),
  ) as unknown;
}

function onlyStep(text: string): Step {
  const [step] = draft(withSteps(text)).scenarios[0]?.steps ?? [];
  assert.ok(step);
  return step;
}

describe('the plan of a step', () => {
  const get = { kind: 'request', method: 'GET', name: 'GET /' };
  const steps: [written: string, means: Record<string, unknown>][] = [
    ['- { repeat: 3, steps: [] }', { kind: 'repeat', times: { source: '3' }, steps: [] }],
    ['- { while: vars.n > 1, steps: [] }', { kind: 'while', condition: { source: 'vars.n > 1' }, limit: 10_000 }],
    ['- { while: "true", limit: 5, steps: [] }', { kind: 'while', limit: 5 }],
    [
      '- { forEach: "[1, 2]", steps: [] }',
      { kind: 'for-each', items: { source: '[1, 2]' }, as: 'item', limit: 10_000 },
    ],
    ['- { forEach: [a, 2, { b: c }], as: x, steps: [] }', { items: { source: '["a",2,{"b":"c"}]' }, as: 'x' }],
    ['- { if: vars.n > 1, then: [] }', { kind: 'if', condition: { source: 'vars.n > 1' }, then: [], else: [] }],
    ['- { parallel: [{ get: / }] }', { kind: 'parallel', connections: 6 }],
    ['- { poll: { get: /, until: status == 200 } }', { kind: 'poll', everyMs: 1000, timeoutMs: 30_000 }],
    ['- { poll: { get: /, until: "true", every: 2s, timeout: 1m } }', { everyMs: 2000, timeoutMs: 60_000 }],
    ['- { log: "n is ${vars.n}" }', { kind: 'log' }],
    ['- { fail: no }', { kind: 'fail', text: { kind: 'literal', value: 'no' } }],
    ['- { abort: no }', { kind: 'abort', text: { kind: 'literal', value: 'no' } }],
    ['- { choose: [{ get: / }], exact: true }', { kind: 'choose', exact: true }],
    [
      '- { get: /, retry: {} }',
      {
        ...get,
        retry: {
          max: 3,
          statuses: [{ from: 500, to: 599 }],
          kinds: ['timeout', 'connect', 'reset'],
          backoffMs: 1000,
        },
      },
    ],
    [
      '- { get: /, retry: { max: 1, on: [503, dns], backoff: 10ms } }',
      { retry: { max: 1, statuses: [{ from: 503, to: 503 }], kinds: ['dns'], backoffMs: 10 } },
    ],
    [
      '- { get: /, query: { a: [1, "${vars.n}"], b: x } }',
      {
        query: [
          ['a', { kind: 'literal', value: 1 }],
          ['a', { kind: 'expression', expression: { source: 'vars.n' } }],
          ['b', { kind: 'literal', value: 'x' }],
        ],
      },
    ],
    [
      '- { post: /, form: { a: [1, 2] } }',
      {
        body: {
          kind: 'form',
          fields: [
            ['a', { kind: 'literal', value: 1 }],
            ['a', { kind: 'literal', value: 2 }],
          ],
        },
      },
    ],
    [
      '- { post: /, multipart: { a: b, c: [{ file: ./d.png }, { file: ./e, filename: f, contentType: g/h }] } }',
      {
        body: {
          kind: 'multipart',
          parts: [
            { kind: 'field', name: 'a', value: { kind: 'literal', value: 'b' } },
            { kind: 'file', name: 'c', path: { kind: 'literal', value: './d.png' }, filename: null, contentType: null },
            {
              kind: 'file',
              name: 'c',
              path: { kind: 'literal', value: './e' },
              filename: { kind: 'literal', value: 'f' },
              contentType: 'g/h',
            },
          ],
        },
      },
    ],
    ['- { post: /, bodyFile: ./a.xml }', { body: { kind: 'file', path: { kind: 'literal', value: './a.xml' } } }],
    [
      '- { graphql: { url: /graphql, query: "query Me { me }", variables: { n: "${vars.n}" } } }',
      {
        kind: 'request',
        method: 'POST',
        name: 'POST /graphql Me',
        body: {
          kind: 'graphql',
          query: { kind: 'literal', value: 'query Me { me }' },
          variables: [['n', { kind: 'expression', expression: { source: 'vars.n' } }]],
        },
      },
    ],
    ['- { graphql: { url: /graphql, query: "{ me }" } }', { name: 'POST /graphql' }],
    [
      '- { sse: { url: /chat } }',
      { kind: 'sse', method: 'GET', name: 'GET /chat', until: null, maxEvents: null, timeoutMs: 30_000 },
    ],
    [
      '- { sse: { url: /chat, json: {} } }',
      { method: 'POST', body: { kind: 'json', value: { kind: 'literal', value: {} } } },
    ],
    ['- { sse: { url: /chat, body: a, method: put, timeout: 1m } }', { method: 'PUT', timeoutMs: 60_000 }],
    [
      '- { websocket: { url: "wss://b/s" } }',
      { kind: 'websocket', name: 'WS b/s', send: [], expect: null, durationMs: 10_000 },
    ],
    [
      '- { websocket: { url: /s, send: [a, { b: "${vars.n}" }] } }',
      {
        send: [
          { kind: 'literal', value: 'a' },
          { kind: 'map', entries: [['b', { kind: 'expression', expression: { source: 'vars.n' } }]] },
        ],
      },
    ],
    ['- { websocket: { url: /s, send: { a: 1 } } }', { send: [{ kind: 'literal', value: { a: 1 } }] }],
  ];
  for (const [written, means] of steps) {
    it(`of ${written}`, () => {
      const step = bare(onlyStep(written)) as Record<string, unknown>;
      assert.deepEqual(Object.fromEntries(Object.keys(means).map((key) => [key, step[key]])), means);
    });
  }
});

describe('what is wrong in a step is said', () => {
  const problems: [written: string, problem: string][] = [
    ['- { repeat: 1.5, steps: [] }', '5:13 «1.5» wrong-value: `repeat` takes a whole number of 0 or more, not 1.5.'],
    ['- { repeat: \'"a"\', steps: [] }', '5:14 «"a"» expression-type: This must give a number, and it gives a text.'],
    [
      '- { while: vars.n, limit: 0, steps: [] }',
      '5:27 «0» wrong-value: `limit` must be a whole number of 1 or more, not 0.',
    ],
    ['- { forEach: \'"a"\', steps: [] }', '5:15 «"a"» expression-type: This must give a list, and it gives a text.'],
    [
      '- { forEach: ["${vars.n}"], steps: [] }',
      '5:16 «${vars.n}» expression-not-allowed: An item that stands in place is a fixed text; ${…} is not worked out here.',
    ],
    [
      '- { forEach: "[1]", as: status, steps: [] }',
      '5:25 «status» reserved-name: `status` has a meaning of its own in expressions; take another name.',
    ],
    [
      '- { poll: { until: "true" } }',
      '5:13 «until» missing-key: `poll` needs one of `get`, `post`, `put`, `patch`, `delete`, `head`, `options` or `request`.',
    ],
    ['- { poll: { get: /, until: "true", every: 0s } }', '5:43 «0s» zero-duration: `every` must be above 0.'],
    [
      '- { poll: { get: /, until: "1" } }',
      '5:29 «1» expression-type: This must give true or false, and it gives a number.',
    ],
    ['- { poll: { get: / } }', '5:13 «get» missing-key: `poll` needs the key `until`.'],
    [
      '- { get: /, retry: { on: [oops] } }',
      '5:27 «oops» wrong-value: An item of `on` must be a class such as 2xx or a range such as 200-299, not "oops".',
    ],
    [
      '- { post: /, json: 1, bodyFile: ./a }',
      '5:23 «bodyFile» keys-exclude-each-other: A request has one body: `json` and `bodyFile` exclude each other.',
    ],
    [
      '- { websocket: { url: "ftp://b/" } }',
      '5:23 «"ftp://b/"» wrong-value: Requests are made over ws, wss, http or https, not ftp.',
    ],
    [
      '- { parallel: [{ get: /, weight: 2 }] }',
      '5:26 «weight» weight-outside-choose: `weight` counts only in the branches of `choose`.',
    ],
    ['- { if: vars.n, then: [] }', ''],
  ];
  for (const [written, problem] of problems) {
    it(written, () => assert.equal(wrong(withSteps(written))[0] ?? '', problem));
  }
});

describe('a name is known', () => {
  const NOT_YET = 'used-before-captured';
  const cases: [what: string, steps: string[], problem: string | null][] = [
    ['in the loop that gives it', ['- { forEach: "[1]", as: x, steps: [{ get: "/${x}" }] }'], null],
    ['by default as item', ['- { forEach: "[1]", steps: [{ get: "/${item}" }] }'], null],
    ['not behind its loop', ['- { forEach: "[1]", as: x, steps: [] }', '- get: /${x}'], 'undefined-name'],
    [
      'behind its loop as what it was before',
      ['- set: { x: 1 }', '- { forEach: "[1]", as: x, steps: [] }', '- get: /${x}'],
      null,
    ],
    ['behind a loop that captures it', ['- { repeat: 2, steps: [{ set: { x: 1 } }] }', '- get: /${x}'], null],
    ['not in the condition before it', ['- { while: x > 1, steps: [{ set: { x: 1 } }] }'], NOT_YET],
    ['behind a branch that captures it', ['- { if: "true", then: [{ set: { x: 1 } }] }', '- get: /${x}'], null],
    ['not in the other branch', ['- { if: "true", then: [{ set: { x: 1 } }], else: [{ get: "/${x}" }] }'], NOT_YET],
    ['not in another branch of choose', ['- choose:', '    - steps: [{ set: { x: 1 } }]', '    - get: /${x}'], NOT_YET],
    [
      'not by a request beside it',
      ['- parallel:', '    - { get: /, capture: { x: json.x } }', '    - get: /${x}'],
      NOT_YET,
    ],
    [
      'behind requests side by side',
      ['- parallel:', '    - { get: /, capture: { x: json.x } }', '- get: /${x}${response.status}'],
      null,
    ],
    [
      'behind a poll that captures it',
      ['- poll: { get: /, until: json.a, capture: { x: json.x } }', '- get: /${x}'],
      null,
    ],
    ['not in the condition of its poll', ['- poll: { get: /, until: x == 1, capture: { x: json.x } }'], NOT_YET],
    ['for an event', ['- sse: { url: /, until: event.data == "a" && event.json.b && event.type == "c" }'], null],
    ['only in what an event has', ['- sse: { url: /, until: event.text == "a" }'], 'undefined-name'],
    ['not for an event elsewhere', ['- get: /${event.data}'], 'undefined-name'],
    ['for the events that came', ['- sse: { url: /, check: { a: size(events) > 1 } }', '- log: ${size(events)}'], null],
    ['not for events before they came', ['- sse: { url: "/${events[0]}" }'], 'undefined-name'],
    ['for a message and its JSON', ['- websocket: { url: /, expect: message == "a" || json.b }'], null],
    ['not for the status of a message', ['- websocket: { url: /, expect: status == 101 }'], 'response-not-here'],
    ['for the messages that came', ['- websocket: { url: /, capture: { a: "messages[0]" } }', '- log: ${a}'], null],
  ];
  for (const [what, steps, problem] of cases) {
    it(`${what}: ${steps.join(' ')}`, () => {
      const found = wrong(withSteps(...steps)).map((line) => / ([a-z-]+): /.exec(line)?.[1]);
      assert.deepEqual(found, problem === null ? [] : [problem]);
    });
  }
});

describe('the hooks of a scenario', () => {
  const file = (hooks: string): string =>
    [
      'baseUrl: http://a',
      'data: { own: { values: [{ id: 1 }], per: vu }, rows: { values: [{ id: 1 }] } }',
      'setup: [{ post: /login, capture: { token: json.token } }]',
      'scenarios:',
      '  users:',
      '    duration: 1s',
      ...hooks.split('\n').map((line) => `    ${line}`),
    ].join('\n');

  it('have a plan of their own', () => {
    const [users] = draft(
      file('pacing: 5s\nonStart: [{ get: /start }]\nonStop: [{ get: /stop }]\nsteps: []'),
    ).scenarios;
    assert.deepEqual(
      [users?.pacingMs, users?.onStart.length, users?.onStop.length, users?.steps.length],
      [5000, 1, 1, 0],
    );
  });

  const cases: [hooks: string, problems: string[]][] = [
    ['onStart: [{ get: /, capture: { me: json.me } }, { get: "/${me}" }]\nsteps: [{ get: "/${vu.me}/${vu.id}" }]', []],
    ['onStart: [{ get: /, capture: { me: json.me } }]\nonStop: [{ get: "/${vu.me}" }]\nsteps: []', []],
    ['onStart: [{ get: "/${data.own.id}${setup.token}" }]\nsteps: [{ get: "/${data.own.id}${data.rows.id}" }]', []],
    [
      'onStart: [{ get: /, capture: { me: json.me } }, { get: "/${vu.me}" }]\nsteps: []',
      ['7:64 «vu.me» undefined-vu-value: Inside of onStart what it captured stands for itself: `me`.'],
    ],
    [
      'onStart: [{ get: /, capture: { me: json.me } }]\nsteps: [{ get: "/${vu.mee}" }]',
      ['8:24 «vu.mee» undefined-vu-value: vu has no `mee`. Did you mean `me`?'],
    ],
    [
      'onStart: [{ get: /, capture: { me: json.me } }]\nsteps: [{ get: "/${me}" }]',
      ['8:24 «me» undefined-name: There is no `me` here; it is written vu.me.'],
    ],
    [
      'onStart: [{ get: "/${data.rows.id}" }]\nsteps: []',
      [
        '7:26 «data.rows» data-not-here: `rows` gives a row for each iteration, and this stands outside of them; write `per: vu` to have one for the VU.',
      ],
    ],
    [
      'rate: 5\npacing: 1s\nsteps: []',
      [
        '8:5 «pacing» key-of-another-executor: `pacing` means nothing to constant-arrival-rate: its rate says when iterations start.',
      ],
    ],
    [
      'pacing: 0s\nsteps: []',
      [
        '7:13 «0s» zero-duration: `pacing` must be above 0; leave it out to start iterations one right after the other.',
      ],
    ],
  ];
  for (const [hooks, problems] of cases) {
    it(hooks.replaceAll('\n', ' '), () => assert.deepEqual(wrong(file(hooks)), problems));
  }
});

describe('refresh', () => {
  const file = (steps: string): string =>
    `baseUrl: http://a\nsetup: [{ post: /login, capture: { token: json.token } }]\nrefresh: { every: 10m, steps: ${steps} }\nduration: 1s\nsteps: [{ get: "/\${setup.token}" }]`;

  it('has a plan', () => {
    const { refresh } = draft(file('[{ post: /refresh, capture: { token: json.token } }]'));
    assert.deepEqual([refresh?.everyMs, refresh?.steps.length], [600_000, 1]);
  });

  it('reads what setup captured, and its own captures as themselves', () => {
    const steps = '[{ post: "/refresh/${setup.token}", capture: { fresh: json.a } }, { get: "/${fresh}" }]';
    assert.deepEqual(wrong(file(steps)), []);
  });

  it('gives nothing that setup did not', () => {
    const steps = '[{ post: /refresh, capture: { fresh: json.a } }, { get: "/${setup.fresh}" }]';
    assert.deepEqual(wrong(file(steps)), [
      '3:91 «setup.fresh» undefined-setup-value: Setup captures no `fresh`. What refresh captures stands for itself in it.',
    ]);
  });
});

describe('http', () => {
  it('has proxy, TLS and HTTP/2 in the plan', () => {
    const { http } = draft(
      'http: { http2: true, proxy: "${env.PROXY}", tls: { ca: ./ca, cert: ./c, key: ./k, minVersion: TLSv1.3 } }\nduration: 1s\nsteps: []',
    );
    assert.deepEqual(bare([http.http2, http.proxy, http.tls]), [
      true,
      { kind: 'expression', expression: { source: 'env.PROXY' } },
      { ca: './ca', cert: './c', key: './k', minVersion: 'TLSv1.3' },
    ]);
  });

  const cases: [http: string, problem: string][] = [
    [
      '{ proxy: "proxy:3128" }',
      '1:16 «"proxy:3128"» wrong-value: `proxy` must begin with http:// or https:// and a host.',
    ],
    [
      '{ tls: { cert: ./c } }',
      "1:16 «cert» missing-key: `cert` needs its other half: a client's certificate is `cert` and `key`.",
    ],
    [
      '{ tls: { key: ./k } }',
      "1:16 «key» missing-key: `key` needs its other half: a client's certificate is `cert` and `key`.",
    ],
    [
      '{ tls: { ca: ./missing.pem } }',
      '1:20 «./missing.pem» missing-file: There is no file `./missing.pem`. Paths are relative to the scenario file.',
    ],
  ];
  for (const [http, problem] of cases) {
    it(http, () => {
      const files = { facts: (file: string) => (file === './missing.pem' ? ({ exists: false } as const) : null) };
      assert.deepEqual(wrong(`http: ${http}\nduration: 1s\nsteps: [{ get: "http://a/" }]`, { files }), [problem]);
    });
  }
});
