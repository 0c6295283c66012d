import assert from 'node:assert/strict';
import { loadScenario } from '../../../src/scenario/index.ts';
import type { Executor } from '../../../src/scenario/plan.ts';
import {
  loadProfile,
  MID_TONES,
  profileMarkdown,
  profileSvg,
  profileWords,
} from '../../../src/language/load-profile.ts';

const HEAD = 'baseUrl: http://127.0.0.1\n';

function executorOf(load: string): Executor {
  const { plan, problems } = loadScenario(`${HEAD}${load}\nsteps: [{ get: / }]`, 'x.load.yaml');
  const [first] = plan?.scenarios ?? [];
  if (!first) throw new Error(JSON.stringify(problems));
  return first.executor;
}

const scenario = (load: string): Executor => {
  const text = `${HEAD}scenarios:\n  a:\n    ${load.replaceAll('\n', '\n    ')}\n    steps: [{ get: / }]`;
  const [first] = loadScenario(text, 'x.load.yaml').plan?.scenarios ?? [];
  if (!first) throw new Error(text);
  return first.executor;
};

const corners = (executor: Executor): string =>
  loadProfile(executor)
    .points.map(({ atMs, value }) => `${atMs / 1000}:${value}`)
    .join(' ');

describe('the load profile of', () => {
  const cases: readonly [executor: string, made: Executor, corners: string][] = [
    ['constant VUs is a block', executorOf('vus: 5\nduration: 10s'), '0:5 10:5 10:0'],
    [
      'ramping VUs has a corner for each stage',
      executorOf('stages: [{ duration: 10s, target: 20 }, { duration: 5s, target: 0 }]'),
      '0:1 10:20 15:0',
    ],
    [
      'a stage without duration jumps',
      executorOf('stages: [{ duration: 0s, target: 20 }, { duration: 5s, target: 20 }]'),
      '0:1 0:20 5:20',
    ],
    ['a constant rate is per second', scenario('rate: 60/min\nduration: 10s\nmaxVUs: 2'), '0:1 10:1 10:0'],
    [
      'a ramping rate begins at its startRate',
      scenario('startRate: 10\nstages: [{ duration: 10s, target: 50 }]\nmaxVUs: 9'),
      '0:10 10:50',
    ],
    ['iterations lasts as long as it may', scenario('iterations: 8\nvus: 4\nmaxDuration: 1m'), '0:4 60:4 60:0'],
  ];
  for (const [executor, made, expected] of cases) it(executor, () => assert.equal(corners(made), expected));
});

describe('a drawn load profile', () => {
  const stages = executorOf(
    'stages: [{ duration: 2m, target: 100, name: "up <fast> & far" }, { duration: 0s, target: 10 }]',
  );
  const drawn = (labels: boolean): string =>
    profileSvg(loadProfile(stages), { width: 400, height: 100, ...MID_TONES, labels });

  it('names its peak, its times and its stages, escaped', () => {
    for (const words of ['>100 VUs<', '>2m<', 'up &lt;fast&gt; &amp; far'])
      assert.ok(drawn(true).includes(words), words);
  });

  it('is a line alone where there is no room for words', () => assert.ok(!drawn(false).includes('<text')));

  it('has no point outside of its frame, and no NaN', () => {
    const nothing: Executor = { kind: 'ramping-vus', startVUs: 0, stages: [], gracefulRampDownMs: 0 };
    for (const executor of [stages, nothing]) {
      const svg = profileSvg(loadProfile(executor), { width: 400, height: 100, ...MID_TONES, labels: true });
      assert.ok(!/NaN|Infinity/.test(svg), svg);
      for (const [, x, y] of svg.matchAll(/([\d.]+),([\d.]+)/g)) {
        assert.ok(Number(x) >= 0 && Number(x) <= 400 && Number(y) >= 0 && Number(y) <= 100, `${x},${y}`);
      }
    }
  });

  it('is said in words as well', () => {
    assert.equal(
      profileWords(loadProfile(stages)),
      'Up to 100 VUs in 2m. up <fast> & far: to 100 in 2m; stage 2: to 10 at once.',
    );
  });

  it('lets no name of a stage become Markdown', () => {
    const text = profileMarkdown({
      executor: executorOf('stages: [{ duration: 2m, target: 1, name: "[a](command:b) <img>" }]'),
    });
    assert.ok(text.includes('\\[a\\]') && !text.includes('<img>'), text);
  });
});
