import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadScenario, type LoadOptions, type Problem } from '../../../src/scenario/index.ts';
import { applied } from './apply-fix.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

interface Golden {
  readonly code: string;
  readonly before: string;
  readonly fix: string;
  readonly after: string;
  readonly options?: LoadOptions;
  readonly file?: string;
}

const BASE = 'baseUrl: http://localhost:3000\nduration: 10s\n';
/** A file that is right but for one step. */
const step = (text: string): string => `${BASE}steps:\n  - ${text}\n`;
/** A file that is right but for what follows. */
const rest = (text: string): string => `${step('get: /health')}${text}\n`;

const golden: readonly Golden[] = [
  // keys and values
  {
    code: 'unknown-key',
    before: step('get: /health # slow\n    header: { a: b }'),
    fix: 'Change to `headers`',
    after: step('get: /health # slow\n    headers: { a: b }'),
  },
  {
    code: 'unknown-key',
    before: step('get: /health\n    nonsense: 1 # away'),
    fix: 'Remove `nonsense`',
    after: step('get: /health'),
  },
  {
    code: 'unknown-key',
    before: '{ "vus": 1, "duraton": "1s", "steps": [{ "get": "http://localhost/" }] }',
    fix: 'Change to `duration`',
    after: '{ "vus": 1, "duration": "1s", "steps": [{ "get": "http://localhost/" }] }',
    file: 'a.load.json',
  },
  {
    code: 'missing-key',
    before: step('think: { min: 1s }'),
    fix: 'Add `max: 3s`',
    after: step('think: { min: 1s, max: 3s }'),
  },
  {
    code: 'missing-key',
    before: step('group: checkout'),
    fix: 'Add `steps`',
    after: step('group: checkout\n    steps:\n      - get: /health\n      - think: 1s'),
  },
  {
    code: 'missing-key',
    before:
      'scenarios:\n  a:\n    executor: constant-vus\n    vus: 1 # one\n    steps: [{ get: "http://localhost/" }]\n',
    fix: 'Add `duration: 30s`',
    after:
      'scenarios:\n  a:\n    executor: constant-vus\n    vus: 1 # one\n    steps: [{ get: "http://localhost/" }]\n    duration: 30s\n',
  },
  {
    code: 'wrong-type',
    before: 'duration: 30\nsteps: [{ get: http://localhost/ }]\n',
    fix: 'Change to `30s`',
    after: 'duration: 30s\nsteps: [{ get: http://localhost/ }]\n',
  },
  {
    code: 'wrong-type',
    before: '{ "duration": 30, "steps": [{ "get": "http://localhost/" }] }',
    fix: 'Change to `30ms`',
    after: '{ "duration": "30ms", "steps": [{ "get": "http://localhost/" }] }',
    file: 'a.load.json',
  },
  {
    code: 'wrong-type',
    before: 'vus: "10"\nduration: 1s\nsteps: [{ get: http://localhost/ }]\n',
    fix: 'Change to `10`',
    after: 'vus: 10\nduration: 1s\nsteps: [{ get: http://localhost/ }]\n',
  },
  {
    code: 'wrong-value',
    before: 'duration: 30 seconds\nsteps: [{ get: http://localhost/ }]\n',
    fix: 'Change to `30s`',
    after: 'duration: 30s\nsteps: [{ get: http://localhost/ }]\n',
  },
  {
    code: 'wrong-value',
    before: 'scenarios:\n  a: { executor: ramping-vu, stages: [{ duration: 1s, target: 1 }], steps: [] }\n',
    fix: 'Change to `ramping-vus`',
    after: 'scenarios:\n  a: { executor: ramping-vus, stages: [{ duration: 1s, target: 1 }], steps: [] }\n',
  },
  {
    code: 'wrong-value',
    before: step('think: { min: 3s, max: 1s }'),
    fix: 'Swap `min` and `max`',
    after: step('think: { min: 1s, max: 3s }'),
  },
  {
    code: 'wrong-value',
    before: step('get: /health\n    expect: { status: 299-200 }'),
    fix: 'Change to `200-299`',
    after: step('get: /health\n    expect: { status: 200-299 }'),
  },
  {
    code: 'duplicate-key',
    before: `vus: 1\n${BASE}vus: 2 # more\nsteps: [{ get: / }]\n`,
    fix: 'Remove this one',
    after: `vus: 1\n${BASE}steps: [{ get: / }]\n`,
  },
  {
    code: 'duplicate-key',
    before: '{ "vus": 1, "vus": 2, "duration": "1s", "steps": [] }',
    fix: 'Remove this one',
    after: '{ "vus": 1, "duration": "1s", "steps": [] }',
    file: 'a.load.json',
  },
  {
    code: 'keys-exclude-each-other',
    before: step('get: /health\n    post: /health'),
    fix: 'Remove `post`',
    after: step('get: /health'),
  },
  {
    code: 'keys-exclude-each-other',
    before: step('post: /health\n    json: {}\n    body: x'),
    fix: 'Remove `json`',
    after: step('post: /health\n    body: x'),
  },
  {
    code: 'keys-exclude-each-other',
    before: `${BASE}stages: [{ duration: 1s, target: 1 }]\nsteps: [{ get: / }]\n`,
    fix: 'Remove `duration`',
    after: 'baseUrl: http://localhost:3000\nstages: [{ duration: 1s, target: 1 }]\nsteps: [{ get: / }]\n',
  },
  // the load
  {
    code: 'nothing-to-run',
    before: BASE,
    fix: 'Add `steps`',
    after: `${BASE}steps:\n  - get: /health\n`,
  },
  {
    code: 'shorthand-mixed',
    before:
      'vus: 10\nduration: 1m\nsteps:\n  - get: http://localhost/\nscenarios:\n  users: { duration: 10s, steps: [{ get: http://localhost/ }] }\n',
    fix: 'Move it into the scenario `default`',
    after:
      'scenarios:\n  users: { duration: 10s, steps: [{ get: http://localhost/ }] }\n  default:\n    vus: 10\n    duration: 1m\n    steps:\n      - get: http://localhost/\n',
  },
  {
    code: 'missing-load',
    before: 'scenarios:\n  users:\n    steps: []\n',
    fix: 'Add `duration: 30s`',
    after: 'scenarios:\n  users:\n    duration: 30s\n    steps: []\n',
  },
  {
    code: 'vus-without-load',
    before: 'vus: 10\nsteps: [{ get: http://localhost/ }]\n',
    fix: 'Add `duration: 30s`',
    after: 'duration: 30s\nvus: 10\nsteps: [{ get: http://localhost/ }]\n',
  },
  {
    code: 'key-of-another-executor',
    before: 'scenarios:\n  a: { executor: constant-vus, duration: 10s, rate: 5, steps: [] }\n',
    fix: 'Remove `rate`',
    after: 'scenarios:\n  a: { executor: constant-vus, duration: 10s, steps: [] }\n',
  },
  {
    code: 'too-few-iterations',
    before: 'vus: 10\niterations: 5\nsteps: [{ get: http://localhost/ }]\n',
    fix: 'Change to `10`',
    after: 'vus: 10\niterations: 10\nsteps: [{ get: http://localhost/ }]\n',
  },
  {
    code: 'max-below-allocated',
    before: 'scenarios:\n  a: { rate: 10, duration: 10s, preAllocatedVUs: 20, maxVUs: 10, steps: [] }\n',
    fix: 'Change to `20`',
    after: 'scenarios:\n  a: { rate: 10, duration: 10s, preAllocatedVUs: 20, maxVUs: 20, steps: [] }\n',
  },
  {
    code: 'too-few-vus',
    before:
      'scenarios:\n  a:\n    rate: 50\n    duration: 1m\n    steps: [{ get: http://localhost/ }, { think: 2s }]\n',
    fix: 'Set maxVUs to 100',
    after:
      'scenarios:\n  a:\n    rate: 50\n    duration: 1m\n    steps: [{ get: http://localhost/ }, { think: 2s }]\n    maxVUs: 100\n',
  },
  {
    code: 'pacing-without-effect',
    before:
      'scenarios:\n  a:\n    duration: 1m\n    pacing: 1s\n    steps: [{ get: http://localhost/ }, { think: 2s }]\n',
    fix: 'Remove `pacing`',
    after: 'scenarios:\n  a:\n    duration: 1m\n    steps: [{ get: http://localhost/ }, { think: 2s }]\n',
  },
  {
    code: 'too-few-rows',
    before:
      'iterations: 3\ndata:\n  ids: { values: [1, 2], pick: unique, atEnd: fail }\nsteps: [{ get: "http://localhost/${data.ids}" }]\n',
    fix: 'Begin again after the last row (`atEnd: recycle`)',
    after:
      'iterations: 3\ndata:\n  ids: { values: [1, 2], pick: unique, atEnd: recycle }\nsteps: [{ get: "http://localhost/${data.ids}" }]\n',
  },
  // steps and flows
  {
    code: 'relative-url',
    before: '# smoke\nduration: 1s\nsteps: [{ get: /health }]\n',
    fix: 'Add `baseUrl: http://localhost:3000`',
    after: '# smoke\nbaseUrl: http://localhost:3000\nduration: 1s\nsteps: [{ get: /health }]\n',
  },
  {
    code: 'undefined-flow',
    before: `${BASE}flow: brows\nflows: { browse: [{ get: / }] }\n`,
    fix: 'Change to `browse`',
    after: `${BASE}flow: browse\nflows: { browse: [{ get: / }] }\n`,
  },
  {
    code: 'unused-flow',
    before: rest('flows:\n  browse:\n    - get: /'),
    fix: 'Remove `browse`',
    after: step('get: /health'),
  },
  {
    code: 'weight-outside-choose',
    before: step('weight: 2\n    get: /health'),
    fix: 'Remove `weight`',
    after: step('get: /health'),
  },
  {
    code: 'plain-text-secret',
    before: step('post: /login\n    json: { password: hunter2 }'),
    fix: 'Move to secret PASSWORD',
    after: step('post: /login\n    json: { password: "${secret.PASSWORD}" }'),
  },
  {
    code: 'plain-text-secret',
    before: step("get: /me\n    headers: { authorization: 'Bearer abc123' }"),
    fix: 'Move to secret TOKEN',
    after: step("get: /me\n    headers: { authorization: 'Bearer ${secret.TOKEN}' }"),
  },
  {
    code: 'misspelt-host',
    before: 'baseUrl: https://api.example.test\nduration: 1s\nsteps: [{ get: https://api.exmaple.test/ }]\n',
    fix: 'Change to api.example.test',
    after: 'baseUrl: https://api.example.test\nduration: 1s\nsteps: [{ get: https://api.example.test/ }]\n',
  },
  {
    code: 'misspelt-header',
    before: step('get: /health\n    headers: { contnet-type: a }'),
    fix: 'Change to `content-type`',
    after: step('get: /health\n    headers: { content-type: a }'),
  },
  {
    code: 'other-placeholder',
    before: `vars: { email: a }\n${step('get: /users/{{ email }}')}`,
    fix: 'Change to `${vars.email}`',
    after: `vars: { email: a }\n${step('get: "/users/${vars.email}"')}`,
  },
  // expressions
  {
    code: 'undefined-name',
    before: `vars: { email: a }\n${step('get: /users/${emial}')}`,
    fix: 'Change to `vars.email`',
    after: `vars: { email: a }\n${step('get: /users/${vars.email}')}`,
  },
  {
    code: 'undefined-variable',
    before: `vars: { email: a }\n${step('get: /users/${vars.emial}')}`,
    fix: 'Change to `email`',
    after: `vars: { email: a }\n${step('get: /users/${vars.email}')}`,
  },
  {
    code: 'expression-syntax',
    before: step('get: /health\n    check: { ok: status = 200 }'),
    fix: 'Change to `==`',
    after: step('get: /health\n    check: { ok: status == 200 }'),
  },
  {
    code: 'expression-syntax',
    before: step('get: /health\n    check: { ok: status === 200 }'),
    fix: 'Change to `==`',
    after: step('get: /health\n    check: { ok: status == 200 }'),
  },
  {
    code: 'expression-syntax',
    before: step('get: /x\n    capture: { id: "$.items[0].id" }\n  - get: /y/${id}'),
    fix: 'Change to `json.items[0].id`',
    after: step('get: /x\n    capture: { id: "json.items[0].id" }\n  - get: /y/${id}'),
  },
  {
    code: 'undefined-name',
    before: step('get: /x?u=${__VU}'),
    fix: 'Change to `vu.id`',
    after: step('get: /x?u=${vu.id}'),
  },
  {
    code: 'undefined-name',
    before: '{ "steps": [{ "get": "http://localhost/", "check": { "ok": "headers[\\"Content-Type\\"] != null" } }] }',
    fix: 'Change to `content-type`',
    after: '{ "steps": [{ "get": "http://localhost/", "check": { "ok": "headers[\\"content-type\\"] != null" } }] }',
    file: 'a.load.json',
  },
  {
    code: 'undefined-name',
    before: `vars: { email: a }\n${step('get: /users/${email}')}`,
    fix: 'Change to `vars.email`',
    after: `vars: { email: a }\n${step('get: /users/${vars.email}')}`,
  },
  {
    code: 'undefined-name',
    before: step("get: '/x?t=${nwo()}'"),
    fix: 'Change to `now`',
    after: step("get: '/x?t=${now()}'"),
  },
  {
    code: 'undefined-name',
    before: `setup: [{ post: /login, capture: { token: json.token } }]\n${step('get: /users/${token}')}`,
    fix: 'Change to `setup.token`',
    after: `setup: [{ post: /login, capture: { token: json.token } }]\n${step('get: /users/${setup.token}')}`,
  },
  {
    code: 'undefined-setup-value',
    before: `setup: [{ post: /login, capture: { token: json.token } }]\n${step('get: /users/${setup.tokn}')}`,
    fix: 'Change to `token`',
    after: `setup: [{ post: /login, capture: { token: json.token } }]\n${step('get: /users/${setup.token}')}`,
  },
  {
    code: 'undefined-data',
    before: `data: { users: { values: [1] } }\n${step('get: /users/${data.usres}')}`,
    fix: 'Change to `users`',
    after: `data: { users: { values: [1] } }\n${step('get: /users/${data.users}')}`,
  },
  {
    code: 'undefined-column',
    before: `data: { users: { values: [{ name: ann }] } }\n${step('get: /users/${data.users.nmae}')}`,
    fix: 'Change to `name`',
    after: `data: { users: { values: [{ name: ann }] } }\n${step('get: /users/${data.users.name}')}`,
  },
  {
    code: 'undefined-name',
    before: step('get: /health\n    check: { ok: json("items.0.id") > 0, text: body.includes("x") }'),
    fix: 'Change to `json.items[0].id`',
    after: step('get: /health\n    check: { ok: "json.items[0].id > 0", text: body.includes("x") }'),
  },
  {
    code: 'undefined-name',
    before: step('get: /health\n    check: { ok: body.includes("x") }'),
    fix: 'Change to `contains`',
    after: step('get: /health\n    check: { ok: body.contains("x") }'),
  },
  {
    code: 'expression-type',
    before: step('get: /pages/${iteration + 1}'),
    fix: 'Change to `iteration.index`',
    after: step('get: /pages/${iteration.index + 1}'),
  },
  {
    code: 'expression-type',
    before: step('get: /pages/${iteration}'),
    fix: 'Change to `iteration.index`',
    after: step('get: /pages/${iteration.index}'),
  },
  {
    code: 'expression-type',
    before: step('get: /pages\n    query: { page: "${iteration}" }'),
    fix: 'Change to `iteration.index`',
    after: step('get: /pages\n    query: { page: "${iteration.index}" }'),
  },
  {
    code: 'expression-type',
    before: step(String.raw`get: "/pages/${'$'}{\"a\" + vu.id}"`),
    fix: 'Change to `string(vu.id)`',
    after: step(String.raw`get: "/pages/${'$'}{\"a\" + string(vu.id)}"`),
  },
  {
    code: 'expression-type',
    before: step('get: /health\n    check: { ok: \'status == "200"\' }'),
    fix: 'Change to `200`',
    after: step("get: /health\n    check: { ok: 'status == 200' }"),
  },
  {
    code: 'response-not-here',
    before: `${BASE}steps:\n  - get: /a\n  - get: /b/\${json.id}\n`,
    fix: 'Put `response.` before it',
    after: `${BASE}steps:\n  - get: /a\n  - get: /b/\${response.json.id}\n`,
  },
  {
    code: 'env-not-set',
    before: step('get: "/x/${env.ID}"'),
    fix: 'Give it an empty default',
    after: step('get: "/x/${env.?ID.orValue(\\"\\")}"'),
    options: { env: {} },
  },
  {
    code: 'unused-capture',
    before: step('get: /a\n    capture:\n      id: json.id # away'),
    fix: 'Remove `id`',
    after: step('get: /a'),
  },
  {
    code: 'unused-variable',
    before: `vars: { a: 1, b: 2 }\n${step('get: /${vars.b}')}`,
    fix: 'Remove `a`',
    after: `vars: { b: 2 }\n${step('get: /${vars.b}')}`,
  },
  {
    code: 'unused-data',
    before: rest('data:\n  users: { values: [1] }'),
    fix: 'Remove `users`',
    after: step('get: /health'),
  },
  { code: 'unused-metric', before: rest('metrics: { a: counter }'), fix: 'Remove `a`', after: step('get: /health') },
  // thresholds
  {
    code: 'threshold-syntax',
    before: rest('thresholds: { http_req_duration: p95 < 500 }'),
    fix: 'Change to `p(95)`',
    after: rest('thresholds: { http_req_duration: p(95) < 500 }'),
  },
  {
    code: 'threshold-syntax',
    before: rest('thresholds: { http_req_duration: average < 500 }'),
    fix: 'Change to `avg`',
    after: rest('thresholds: { http_req_duration: avg < 500 }'),
  },
  {
    code: 'threshold-syntax',
    before: rest('thresholds: { http_req_duration: avg =< 500 }'),
    fix: 'Change to `<=`',
    after: rest('thresholds: { http_req_duration: avg <= 500 }'),
  },
  {
    code: 'threshold-unit',
    before: rest('thresholds: { http_req_duration: avg < 5 sec }'),
    fix: 'Change to `s`',
    after: rest('thresholds: { http_req_duration: avg < 5 s }'),
  },
  {
    code: 'threshold-method',
    before: rest('thresholds: { http_req_failed: avg < 1% }'),
    fix: 'Change to `rate`',
    after: rest('thresholds: { http_req_failed: rate < 1% }'),
  },
  {
    code: 'undefined-metric',
    before: rest('thresholds:\n  "http_req_durations{method:GET}": avg < 5s'),
    fix: 'Change to `http_req_duration`',
    after: rest('thresholds:\n  "http_req_duration{method:GET}": avg < 5s'),
  },
  {
    code: 'undefined-metric',
    before: step('get: /\n    record: { latency: response.timings.duration }'),
    fix: 'Declare `latency` under `metrics`',
    after: `${step('get: /\n    record: { latency: response.timings.duration }')}metrics:\n  latency: trend\n`,
  },
  {
    code: 'unknown-tag',
    before: rest('thresholds:\n  "errors{kin:5xx}": count == 0'),
    fix: 'Change to `kind`',
    after: rest('thresholds:\n  "errors{kind:5xx}": count == 0'),
  },
  {
    code: 'unknown-tag-value',
    before: rest('thresholds:\n  "errors{kind:5x}": count == 0'),
    fix: 'Change to `5xx`',
    after: rest('thresholds:\n  "errors{kind:5xx}": count == 0'),
  },
  {
    code: 'tiers-do-not-fit',
    before: rest('thresholds:\n  http_req_duration: { expect: avg < 50ms, acceptable: avg < 20ms }'),
    fix: 'Swap `expect` and `acceptable`',
    after: rest('thresholds:\n  http_req_duration: { expect: avg < 20ms, acceptable: avg < 50ms }'),
  },
  {
    code: 'threshold-always-holds',
    before: rest('thresholds: { http_req_failed: rate < 5 }'),
    fix: 'Change to `rate < 5%`',
    after: rest('thresholds: { http_req_failed: rate < 5% }'),
  },
  {
    code: 'threshold-never-holds',
    before: rest('thresholds: { http_reqs: count < 0 }'),
    fix: 'Change to `count == 0`',
    after: rest('thresholds: { http_reqs: count == 0 }'),
  },
  {
    code: 'never-measured',
    before: rest('thresholds: { checks: rate > 99%, http_reqs: count > 5 }'),
    fix: 'Remove this threshold',
    after: rest('thresholds: { http_reqs: count > 5 }'),
  },
];

describe('the fix of', () => {
  for (const { code, before, fix: title, after, options, file = 'a.load.yaml' } of golden) {
    it(`${code}: ${title}`, () => {
      const problem = loadScenario(before, file, options).problems.find((one) => one.code === code);
      assert.ok(
        problem,
        loadScenario(before, file, options)
          .problems.map((one) => one.code)
          .join(', '),
      );
      const fix = problem.fixes?.find((one) => one.title === title);
      assert.ok(fix, problem.fixes?.map((one) => one.title).join(', ') ?? 'no fixes');
      assert.equal(applied(before, fix.edits), after);
    });
  }
});

interface Broken {
  readonly text: string;
  readonly file: string;
  readonly options: LoadOptions;
  /** Problems that the text had before it was broken. */
  readonly known?: ReadonlySet<string>;
}

const UNSET: LoadOptions = { env: {}, secrets: {} };

/** Broken texts: the examples of docs/problems.md, those above, and a file with everything and a slip in each third of its lines. */
function* brokenTexts(): Generator<Broken> {
  const page = readFileSync(path.join(ROOT, 'docs/problems.md'), 'utf8');
  for (const [, language = '', text = ''] of page.matchAll(/```(yaml|json)\n([\s\S]*?)\n?```/g)) {
    yield { text, file: `a.load.${language}`, options: UNSET };
  }
  for (const { before, file = 'a.load.yaml', options = UNSET } of golden) yield { text: before, file, options };
  const everything = readFileSync(path.join(ROOT, 'test/unit/scenario/everything.load.yaml'), 'utf8');
  const known = new Set(loadScenario(everything, 'a.load.yaml', UNSET).problems.map(said));
  const lines = everything.split('\n');
  for (const [index, line] of lines.entries()) {
    const slips = [line.replace(/(\w)(\w)(\w*:)/, '$2$1$3'), line.replace(/: (\w)(\w)/, ': $2$1'), `${line}\n${line}`];
    if (index % 3 > 0) continue;
    const [slip = line] = slips.filter((one) => one !== line).slice(index % slips.length);
    if (slip !== line) yield { text: lines.with(index, slip).join('\n'), file: 'a.load.yaml', options: UNSET, known };
  }
}

function said({ code, message }: Problem): string {
  return `${code}: ${message}`;
}

describe('any fix of any problem', () => {
  it('removes that problem and leaves a text that can be read; one at the most is preferred', function () {
    this.timeout(60_000);
    let count = 0;
    for (const { text, file, options, known } of brokenTexts()) {
      const problems = loadScenario(text, file, options).problems;
      const isReadable = !problems.some(({ code }) => code === 'yaml-syntax' || code === 'json-syntax');
      for (const problem of problems.filter((one) => known?.has(said(one)) !== true)) {
        const { code, fixes = [] } = problem;
        assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1, code);
        for (const fix of fixes) {
          count++;
          const after = applied(text, fix.edits);
          const left = loadScenario(after, file, options).problems;
          const context = `${fix.title} of ${said(problem)} in\n${text}\nmade\n${after}`;
          const times = (all: readonly Problem[]): number => all.filter((one) => said(one) === said(problem)).length;
          assert.ok(times(left) < times(problems), context);
          assert.ok(!isReadable || !left.some((one) => /^(yaml|json)-syntax$/.test(one.code)), context);
        }
      }
    }
    assert.ok(count > 150, String(count));
  });
});
