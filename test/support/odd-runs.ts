/** Runs as few have looked at them: hundreds of endpoints, names in other scripts, nothing measured, nothing that passed. */
import type { Plan, RequestStep, Step, Threshold } from '../../src/scenario/plan.ts';
import type { RunEvent } from '../../src/run/events.ts';
import { hourFixture } from './hour-fixture.ts';
import {
  fixturePlan,
  FixtureWriter,
  rejectingServer,
  runEnd,
  runFixture,
  runStart,
  tagging,
  threshold,
} from './run-fixture.ts';

/** One for each endpoint of the fixture's plan: without a place to break, right to left, wide, of several code points, and one that looks like markup. */
const NAMES = [
  'GET /api/v2/organisations/{organisationId}/workspaces/{workspaceId}/subscriptions/{subscriptionId}/invoices/latest',
  'GET /用户/账单/发票列表/按月份汇总的详细信息',
  'GET /المستخدمون/الفواتير/2025',
  'الدخول 1',
  'GET /👩‍👩‍👧‍👦/🚀/🇸🇰?x=%F0%9F%98%80&<b>',
  `GET /${'a'.repeat(160)}`,
] as const;

const STAGE_NAMES = ['разогрев всех служб перед нагрузкой', '持续负载阶段', 'تخفيف الحمل'];

/** The fixture's plan, its names in other scripts or longer than any column. */
function strangePlan(): Plan {
  const stages = [
    { durationMs: 10_000, target: 100 },
    { durationMs: 45_000, target: 100 },
    { durationMs: 5_000, target: 0 },
  ].map((stage, index) => ({ ...stage, name: STAGE_NAMES[index] ?? '' }));
  const plan = fixturePlan({ name: `结算服务 اختبار التحميل – ${'checkout'.repeat(9)} 🛒` }, stages);
  const renamed = new Map<string, string>();
  const rename = (step: Step): Step => {
    if (step.kind === 'choose') {
      return { ...step, branches: step.branches.map((branch) => ({ ...branch, steps: branch.steps.map(rename) })) };
    }
    if (step.kind !== 'request') return step;
    const name = NAMES[renamed.size] ?? step.name;
    renamed.set(step.name, name);
    return {
      ...step,
      name,
      checks: [{ name: `الجواب صحيح 200: ${name}`, expression: { source: 'status == 200', range: step.range } }],
    };
  };
  const thresholds: Threshold[] = [
    ...plan.thresholds,
    {
      ...threshold(6, 'http_req_duration', 'p(95) < 20ms', { limit: 20, unit: 'ms' }),
      name: 'زمن الاستجابة أقل من 20 مللي ثانية',
      tags: { name: NAMES[2] },
    },
    threshold(7, `http_req_failed{name:${NAMES[5]}}`, 'rate < 1%', {
      method: 'rate',
      percentile: null,
      limit: 0.01,
      unit: '%',
    }),
  ];
  return {
    ...plan,
    thresholds: thresholds.map((one, id) => ({ ...one, id })),
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, steps: scenario.steps.map(rename) })),
  };
}

const failing = ({ name }: RequestStep): boolean => name === NAMES[2] || name === NAMES[5];

/** At least so many requests: what an early end leaves open. */
const ENOUGH: Threshold = threshold(6, 'http_reqs', 'count > 100000', {
  method: 'count',
  percentile: null,
  operator: '>',
  limit: 100_000,
});

function withEnough(): Plan {
  const plan = fixturePlan();
  return { ...plan, thresholds: [...plan.thresholds, ENOUGH] };
}

/** VUs that only think. */
function withoutRequests(): RunEvent[] {
  const plan = fixturePlan({ name: 'Only thinks' });
  const writer = new FixtureWriter(plan);
  const { events } = writer;
  events.push(runStart(plan), { type: 'load-start', time: 0 });
  for (let second = 0; second < 60; second++) {
    writer.count('iterations', { scenario: 'default' }, 100);
    writer.interval(second, Math.min(100, second * 10), 2, second % 10 === 9);
  }
  events.push(runEnd(events, 60_000));
  return events;
}

export const ODD_RUNS = {
  'two-hundred-endpoints': () => hourFixture({ seconds: 120, endpoints: 200, requestsPerSecond: 400 }),
  'strange-names': () =>
    runFixture({
      plan: tagging(strangePlan(), 'الخطة', 'a_tag_whose_name_was_made_by_joining_many_words_and_no_spaces'),
      server: (endpoint, second) =>
        failing(endpoint) && second > 20
          ? [{ status: 503, kind: '5xx', errorCode: 1503, medianMs: 8, share: 0.9 }]
          : [],
      tagsOf: ({ name }, number) => ({
        group: name === NAMES[1] ? '::账单::发票' : '::الفواتير',
        الخطة: ['مجاني', '免费', '<b>free</b>'][number % 3] ?? '',
        a_tag_whose_name_was_made_by_joining_many_words_and_no_spaces:
          number % 2 === 0 ? 'x'.repeat(100) : 'a b c '.repeat(16),
      }),
    }),
  'one-interval': () => runFixture({ cutAtMs: 1000, outcome: 'interrupted' }),
  'no-requests': withoutRequests,
  'all-failing': () =>
    runFixture({ server: () => [{ status: 0, kind: 'connect', errorCode: 1212, medianMs: 0.3, share: 1 }] }),
  aborted: () =>
    runFixture({
      plan: withEnough(),
      cutAtMs: 24_000,
      outcome: 'aborted',
      reason:
        'The step at line 31 aborted the run: the queue is full, so nothing of what follows would be worth its time.',
    }),
  'aborted-401': () =>
    runFixture({ plan: withEnough(), server: rejectingServer, cutAtMs: 12_000, outcome: 'interrupted' }),
  'aborted-in-setup': () =>
    runFixture({
      plan: withEnough(),
      setupFails: true,
      reason: 'An abort step in setup ended the run: there is no test account "load-1" in this environment.',
    }),
  'in-setup': () => [runStart(fixturePlan())],
  'first-second': () => runFixture({ cutAtMs: 1000 }),
} as const satisfies Readonly<Record<string, () => RunEvent[]>>;

/** Those of them that go on. */
export const ODD_LIVE: ReadonlySet<string> = new Set(['in-setup', 'first-second']);
