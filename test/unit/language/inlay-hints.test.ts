import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import { resolvedBaseUrl } from '../../../src/language/base-url.ts';
import { inlayHints, profileLines } from '../../../src/language/inlay-hints.ts';

type Env = Readonly<Record<string, string>>;

/** The text with its hints in it, `«…»`. */
function hinted(text: string, env: Env = {}, name = 'x.load.yaml'): string {
  const hints = inlayHints(loadScenario(text, name), (plan) => resolvedBaseUrl(plan, env));
  const lines = text.split('\n');
  for (const { position, label } of hints.toReversed()) {
    const line = lines[position.line] ?? '';
    lines[position.line] = `${line.slice(0, position.character)}«${label}»${line.slice(position.character)}`;
  }
  return lines.join('\n');
}

const hintsOf = (text: string, env?: Env): string[] =>
  [...hinted(text, env).matchAll(/«([^»]*)»/g)].map(([, label]) => label ?? '');

const BASE = 'baseUrl: http://127.0.0.1\n';
const scenario = (load: string, steps = '[{ get: / }]'): string =>
  `${BASE}scenarios:\n  a:\n    ${load.replaceAll('\n', '\n    ')}\n    steps: ${steps}`;
const PAUSE = '[{ get: /a }, { think: 1s }, { get: /b }, { think: { min: 1s, max: 3s } }]';

describe('inlay hints', () => {
  const places: readonly [what: string, text: string][] = [
    ['the executor', 'executor: ramping-vus«10 VUs · 1m»\nstages:«1m in all»\n  - { duration: 1m, target: 10 }'],
    ['the stages where none is named', 'stages:«10 VUs · 1m»\n  - { duration: 1m, target: 10 }'],
    ['the last figure of the load', 'vus: 10\nduration: 1m«10 VUs · 1m»'],
  ];
  for (const [what, text] of places) {
    it(`stand behind ${what}, so that a verdict has room behind a scenario's first line`, () => {
      assert.equal(
        hinted(`${BASE}${text.replaceAll(/«[^»]*»/g, '')}\nsteps:\n  - get: /`),
        `${BASE}${text}\nsteps:\n  - get: /`,
      );
      assert.equal(hinted(scenario(text.replaceAll(/«[^»]*»/g, ''))), scenario(text));
    });
  }

  it('stand behind keys and values of JSON', () =>
    assert.equal(
      hinted('{ "baseUrl": "http://127.0.0.1", "iterations": 3, "steps": [{ "get": "/" }] }', {}, 'x.load.json'),
      '{ "baseUrl": "http://127.0.0.1", "iterations": 3,«1 VU · at most 10m · 3 requests» "steps": [{ "get": "/" }] }',
    ));

  const cases: readonly [what: string, text: string, label: string][] = [
    ['open models exactly', scenario('rate: 50\nduration: 1m\nmaxVUs: 10'), '50/s · 1m · 3,000 requests'],
    [
      'rates that go up',
      scenario('startRate: 0\nstages: [{ duration: 10s, target: 10 }]\nmaxVUs: 10'),
      '10/s · 10s · 50 requests',
    ],
    ['shared iterations', scenario('iterations: 20\nvus: 5', PAUSE), '5 VUs · at most 10m · 40 requests'],
    [
      'iterations of each VU',
      scenario('executor: per-vu-iterations\niterations: 20\nvus: 5'),
      '5 VUs · at most 10m · 100 requests',
    ],
    ['closed models by their think time', scenario('vus: 10\nduration: 1m', PAUSE), '10 VUs · 1m · ≈ 400 requests'],
    ['closed models by their pacing', scenario('vus: 10\nduration: 1m\npacing: 5s'), '10 VUs · 1m · ≈ 120 requests'],
    ['nothing where only answers decide', scenario('vus: 10\nduration: 1m'), '10 VUs · 1m'],
    [
      'choices by their weights',
      scenario(
        'rate: 10\nduration: 10s\nmaxVUs: 1',
        '[{ choose: [{ weight: 1, get: /a }, { weight: 1, steps: [{ get: /b }, { get: /c }] }] }]',
      ),
      '10/s · 10s · ≈ 150 requests',
    ],
    [
      'choices whose branches are alike exactly',
      scenario('rate: 10\nduration: 10s\nmaxVUs: 1', '[{ choose: [{ weight: 1, get: /a }, { weight: 3, get: /b }] }]'),
      '10/s · 10s · 100 requests',
    ],
    [
      'iterations where loops decide about requests',
      scenario('rate: 10\nduration: 10s\nmaxVUs: 1', '[{ while: "iteration.index > 5", steps: [{ get: /b }] }]'),
      '10/s · 10s · 100 iterations',
    ],
    [
      'repetitions',
      scenario('rate: 1\nduration: 10s\nmaxVUs: 1', '[{ repeat: 3, steps: [{ get: /b }] }]'),
      '1/s · 10s · 30 requests',
    ],
  ];
  for (const [what, text, label] of cases) {
    it(`count ${what}`, () => assert.ok(hintsOf(text).includes(label), hintsOf(text).join(' | ')));
  }

  it('say how they were worked out', () => {
    const [hint] = inlayHints(loadScenario(scenario('vus: 10\nduration: 1m', PAUSE), 'x.load.yaml'), () => null);
    assert.match(hint?.tooltip ?? '', /An iteration takes 3 s of think time/);
    assert.match(hint?.tooltip ?? '', /An iteration makes 2 requests\./);
  });

  describe('of baseUrl', () => {
    const file = (url: string, more = ''): string =>
      `baseUrl: "${url}"\n${more}vus: 1\nduration: 1s\nsteps: [{ get: / }]`;
    const urls: readonly [what: string, text: string, env: Env, hint: string | null][] = [
      ['what it comes to', file('${env.BASE}/v1'), { BASE: 'http://127.0.0.1:1' }, '→ http://127.0.0.1:1/v1'],
      ['a default', file("${env.?BASE.orValue('http://127.0.0.1')}"), {}, '→ http://127.0.0.1'],
      [
        'variables',
        file('http://${vars.host}', 'vars: { host: "${env.H}" }\n'),
        { H: '127.0.0.1' },
        '→ http://127.0.0.1',
      ],
      ['nothing where it is plain', file('http://127.0.0.1'), {}, null],
      ['nothing where it is not set', file('${env.BASE}'), {}, null],
      ['no secret', file('http://127.0.0.1/${secret.TOKEN}'), { TOKEN: 'x' }, null],
      ['no secret in a variable', file('http://${vars.t}', 'vars: { t: "${secret.TOKEN}" }\n'), { TOKEN: 'x' }, null],
    ];
    for (const [what, text, env, hint] of urls) {
      it(what, () => assert.equal(hintsOf(text, env).find((label) => label.startsWith('→')) ?? null, hint));
    }
  });

  it('go on while something else in the file is wrong', () =>
    assert.ok(hintsOf(`${scenario('rate: 50\nduration: 1m\nmaxVUs: 10')}\nthreshholds: {}`).length > 0));

  it('are none where nothing can be read', () => assert.deepEqual(hintsOf('steps: ['), []));
});

describe('drawn profiles', () => {
  it('stand behind stages', () => {
    const text = `${BASE}scenarios:\n  a:\n    stages: [{ duration: 1m, target: 10 }]\n    steps: [{ get: / }]\n  b:\n    vus: 1\n    duration: 1s\n    steps: [{ get: / }]`;
    assert.deepEqual(
      profileLines(loadScenario(text, 'x.load.yaml')).map(({ range, scenario: { name } }) => [range.start.line, name]),
      [[3, 'a']],
    );
  });
});
