import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD, startServer as startAiProxy } from '../../examples/ai-proxy/server.mjs';
import { startServer as startAuthService } from '../../examples/auth-service/server.mjs';
import { startServer as startDeployments } from '../../examples/deployments/server.mjs';
import { startServer as startGateway } from '../../examples/gateway/server.mjs';
import { startServer as startVoiceAndVideo } from '../../examples/voice-and-video/server.mjs';
import { diagnose, findingText } from '../../src/report/diagnosis/index.ts';
import { locustCsv } from '../../src/report/locust-csv.ts';
import { comparisonOf } from '../../src/report/comparison-model.ts';
import { markdownComparison } from '../../src/report/markdown-comparison.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { textSummary } from '../../src/report/text-summary.ts';
import type { Verdict } from '../../src/run/events.ts';
import type { RunModel } from '../../src/run/model.ts';
import { errorRows, scenarioRows, stageRows } from '../../src/run/tables.ts';
import { applyOverrides } from '../../src/scenario/overrides.ts';
import { scalePlan } from '../../src/scenario/scale.ts';
import { markdownTables, type MarkdownTable } from '../support/markdown-tables.ts';
import { counted, messages, rateOf, runScenario, trendOf } from '../support/run-scenario.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

type Stats = Readonly<Record<string, number>>;

interface Story {
  readonly run: RunModel;
  readonly stats: Stats;
}

interface StandIn {
  readonly url: string;
  readonly stats: () => Stats;
  readonly close: () => Promise<void>;
}

/** The example as `rampwright run FILE --scale-to … --scenario …` runs it, and what its server counted of it. */
async function story(
  file: string,
  servers: Readonly<Record<string, StandIn>>,
  scaleToMs: number,
  scenarios: readonly string[] = [],
): Promise<Story> {
  const { run, exit } = await runScenario(readFileSync(join(EXAMPLES, file), 'utf8'), {
    env: Object.fromEntries(Object.entries(servers).map(([variable, { url }]) => [variable, url])),
    secrets: { TEST_PASSWORD: PASSWORD },
    adjust(plan) {
      const overridden = applyOverrides(plan, { scenarios });
      assert.ok('plan' in overridden);
      return scalePlan(overridden.plan, scaleToMs);
    },
  });
  assert.equal(exit.problem, null);
  const stats: Record<string, number> = {};
  for (const server of Object.values(servers)) {
    for (const [outcome, n] of Object.entries(server.stats())) stats[outcome] = (stats[outcome] ?? 0) + n;
    await server.close();
  }
  const requests = counted(run, 'http_reqs');
  assert.ok(Math.abs(requests - sum(stats, '')) <= late(run, stats), `${requests} requests, ${sum(stats, '')} served`);
  assert.doesNotMatch(textSummary(run, { width: 80, colour: false, exitCode: 0, files: [] }), /NaN|undefined|Infinity/);
  return { run, stats };
}

/** How many requests had an outcome that ends so, e.g. `401` or `hangs`. */
function sum(stats: Stats, ending: string): number {
  return Object.entries(stats).reduce((all, [outcome, n]) => all + (outcome.endsWith(ending) ? n : 0), 0);
}

/** Answers that this machine was too busy to give or take in time; those that the server never meant to give apart. */
function late(run: RunModel, stats: Stats): number {
  return counted(run, 'errors', { kind: 'timeout' }) - sum(stats, ' hangs');
}

/** As many as the server answered; those may be missing that came too late. */
function assertCounted({ run, stats }: Story, actual: number, answered: number): void {
  const missing = answered - actual;
  assert.ok(missing >= 0 && missing <= late(run, stats), `${actual} of ${answered}, ${late(run, stats)} late`);
}

/** By the requirement's name, or else by its selector and condition. */
function verdicts(run: RunModel): Record<string, Verdict> {
  return Object.fromEntries(run.thresholds.map(({ id, verdict }) => [labelOf(run, id), verdict]));
}

/** What failed, apart from latencies and throughput: how fast it was is a matter of the machine that the test runs on. */
function failedRequirements(run: RunModel): string[] {
  const timed = new Set(
    run.plan?.thresholds.filter(({ metric }) => /duration|latency|^http_reqs$/.test(metric)).map(({ id }) => id),
  );
  return run.thresholds
    .filter(({ id, verdict }) => verdict !== 'pass' && !timed.has(id))
    .map(({ id }) => labelOf(run, id));
}

function labelOf(run: RunModel, id: number): string {
  const threshold = run.plan?.thresholds[id];
  assert.ok(threshold);
  return threshold.name ?? `${threshold.selector} ${threshold.condition.source}`;
}

/** A table of the run's report, by the heading above it; of several the n-th, or from -1 on counted from the last. */
function table(run: RunModel, heading: string, nth = 0): MarkdownTable {
  const tables = markdownTables(markdownReport(run));
  const found = tables.get(heading)?.at(nth);
  assert.ok(found, `${heading}, among ${[...tables.keys()].join(', ')}`);
  return found;
}

/** The first cells of its rows. */
function names({ rows }: MarkdownTable): (string | undefined)[] {
  return rows.map(([name]) => name);
}

/** The columns of every table of requests, and of the one with all latencies. */
const FIGURES = ['p50', 'p95', 'p99', 'Max'];
const LATENCIES = ['Min', 'Avg', 'p50', 'p90', 'p95', 'p99', 'Max'];

function findings(run: RunModel): string {
  return diagnose(run)
    .map((finding) => findingText(finding))
    .join('\n');
}

function failures(run: RunModel, status: string, tolerated = 'false'): number {
  return counted(run, 'errors', { status, tolerated });
}

async function authService(processes: number): Promise<Story> {
  const server = await startAuthService({ port: 0, processes });
  return story('auth-service/auth-service.load.yaml', { AUTH_URL: server }, 3000);
}

async function voiceAndVideo(mostRenders: number): Promise<Story> {
  const { calls, voice, video } = (await startVoiceAndVideo({ port: 0, openMs: 200, mostRenders })).services;
  const servers = { CALLS_URL: calls, VOICE_URL: voice, VIDEO_URL: video };
  return story('voice-and-video/voice-and-video.load.yaml', servers, 5000);
}

describe('the examples against their stand-in servers', function () {
  this.timeout(60_000);

  // Their think times and renders can't be shortened, so these run beside all the others.
  let oneProcess: Promise<Story>;
  let fourProcesses: Promise<Story>;
  let rendering: Promise<Story>;
  let refusing: Promise<Story>;
  before(() => {
    oneProcess = authService(1);
    fourProcesses = authService(4);
    rendering = voiceAndVideo(Infinity);
    refusing = voiceAndVideo(4);
  });
  after(() => Promise.allSettled([oneProcess, fourProcesses, rendering, refusing]));

  describe('AI proxy', () => {
    it('passes with a token that is accepted', async () => {
      const { run, stats } = await story(
        'ai-proxy/ai-proxy.load.yaml',
        { BASE_URL: await startAiProxy({ port: 0 }) },
        2000,
      );
      assert.deepEqual(failedRequirements(run), []);
      assert.deepEqual([counted(run, 'errors'), stats['POST /auth/login 200']], [0, 1]);
      assert.equal(trendOf(run, 'auth_latency').count, stats['GET /auth/me 200']);
    });

    it('names the refused token where every endpoint with it answers 401', async () => {
      const server = await startAiProxy({ port: 0, wrongSecret: true });
      const { run, stats } = await story('ai-proxy/ai-proxy.load.yaml', { BASE_URL: server }, 2000);
      assert.equal(run.end?.exitCode, 99);
      assert.equal(failures(run, '401'), sum(stats, ' 401'));
      const { 'http_req_failed rate < 1%': failed, 'Requirement: no server errors': serverErrors } = verdicts(run);
      assert.deepEqual([failed, serverErrors], ['fail', 'pass']);
      assert.match(findings(run), /are 401 Unauthorized, on exactly the five endpoints that send \$\{setup\.token\}/);
      assert.match(findings(run), /never accepted, so it did not expire/);

      assert.deepEqual(table(run, 'Requirements').head, ['Verdict', 'Requirement', 'Target', 'Actual', 'Margin']);
      assert.equal(table(run, 'Requirements').rows.length, 10);
      assert.deepEqual(names(table(run, 'Stages')), ['ramp up', 'sustained', 'ramp down']);
      const [endpoint, ...figures] = table(run, 'Endpoints').head;
      assert.deepEqual([endpoint, ...figures], ['Endpoint', 'Requests', 'Per second', 'Failed', ...FIGURES]);
      assert.equal(names(table(run, 'Endpoints')).length, 8, 'seven endpoints, and all of them');
      assert.deepEqual(names(table(run, 'Metrics')).slice(0, 4), [
        'auth_latency',
        'proxy_latency',
        'usage_latency',
        'admin_latency',
      ]);
      assert.ok(names(table(run, 'Metrics', 1)).includes('iterations'));
      const byClass = table(run, 'Errors');
      assert.deepEqual(byClass.head.slice(0, 5), ['Error', 'Endpoints', 'Count', 'Share', 'Of all requests']);
      assert.deepEqual(
        byClass.rows.map((row) => row.slice(0, 2)),
        [['401 Unauthorized', '5']],
      );
      assert.equal(table(run, 'Errors', 1).rows.length, 5);
      const overTime = ['Time', 'VUs', 'Requests', 'Per second', 'Target ≥ 1,000/min', 'Failed', 'p50', 'p95', 'p99'];
      assert.deepEqual(table(run, 'Over time').head, overTime);
      assert.deepEqual(table(run, 'Latency distribution').head, ['Latency', 'Requests', 'Share', 'At or below']);
      assert.match(markdownReport(run), /A failing exchange[\s\S]*authorization: Bearer •••/);
    });
  });

  describe('Voice and video', () => {
    it('tells each of the seven stages, times videos from the first question to done, and sorts its errors', async () => {
      const told = await rendering;
      const { run, stats } = told;
      const stages = stageRows(run);
      assert.deepEqual(
        stages.map(({ stage }) => stage),
        ['warm up', '10 users', 'to 50', '50 users', 'to 100', '100 users', 'ramp down'],
      );
      assert.equal(
        stages.reduce((all, { requests }) => all + requests, 0),
        counted(run, 'http_reqs'),
      );
      assert.ok((stages[5]?.perSecond ?? 0) > (stages[1]?.perSecond ?? 0), 'more with 100 users than with 10');
      assertCounted(told, trendOf(run, 'poll_duration').count, stats['POST /renders 202'] ?? 0);
      assert.ok(
        (trendOf(run, 'poll_duration').percentile(50) ?? 0) > 500,
        'a video takes longer than any of its requests',
      );
      assert.ok(counted(run, 'errors', { kind: 'timeout' }) >= (stats['GET /calls hangs'] ?? 0));
      assertCounted(told, failures(run, '500'), stats['GET /calls 500'] ?? 0);
      assertCounted(told, failures(run, '429'), stats['POST /speech 429'] ?? 0);
      assertCounted(told, rateOf(run, 'checks').trues, stats['GET /health 200'] ?? 0);

      const figures = ['Requests', 'Per second', 'Failed', ...FIGURES];
      assert.deepEqual(table(run, 'Stages').head, ['Stage', 'Time', ...figures]);
      assert.deepEqual(
        names(table(run, 'Stages')),
        stages.map(({ stage }) => stage),
      );
      assert.equal(table(run, 'Endpoints').rows.at(-1)?.[0], 'All requests');
      assert.deepEqual(names(table(run, 'Groups')), ['render']);
      assert.equal(names(table(run, 'Metrics'))[0], 'poll_duration');
      assert.deepEqual(table(run, 'All latencies').head, ['Requests of', ...LATENCIES]);
      assert.deepEqual(names(table(run, 'All latencies')).slice(0, 8), [
        'All requests',
        ...stages.map(({ stage }) => `stage ${stage ?? ''}`),
      ]);
      const errors = table(run, 'Errors', -1);
      assert.deepEqual(errors.head, ['Endpoint', 'Error', 'Count', 'Share', 'Median', 'Seen']);
      assert.ok(errors.rows.some(([, error]) => error === 'request timeout'));
      assert.deepEqual(names(table(run, 'Checks')), ['✓ a health check has the agreed shape']);
    });

    it('counts what an open circuit refuses, and says where', async () => {
      const told = await refusing;
      const { run, stats } = told;
      const refused = stats['POST /renders 502'] ?? 0;
      assert.ok(refused > 0);
      const [row] = errorRows(run).filter(({ status }) => status === 502);
      assert.equal(row?.name, 'POST /renders');
      assertCounted(told, row.count, refused);
      assert.match(messages(run).join('\n'), /`render` could not be captured.*The status was 502/);
    });
  });

  describe('Deployments', () => {
    const FILE = 'deployments/deployments.load.yaml';

    it('holds each scenario to its own targets, and leaves unknown ids out of the adjusted rate', async () => {
      const server = await startDeployments({ port: 0 });
      const { run, stats } = await story(FILE, { DEPLOYMENTS_URL: server }, 3000, ['normal', 'approvals', 'peak']);
      assert.deepEqual(failedRequirements(run), []);
      assert.equal(Object.keys(verdicts(run)).length, 9);
      assert.deepEqual(
        scenarioRows(run).map(({ scenario, failed, tolerated }) => [scenario, failed - tolerated]),
        [
          ['normal', 0],
          ['approvals', 0],
          ['peak', 0],
        ],
      );
      assert.equal(failures(run, '404', 'true'), stats['POST /deployments/{id}/approve 404']);
      assert.equal(rateOf(run, 'http_req_failed', { tolerated: 'false' }).trues, 0);

      assert.deepEqual(table(run, 'Scenarios').head, [
        ...['Scenario', 'Time', 'Requests', 'Per second', 'Failed', 'Adjusted', ...FIGURES],
      ]);
      assert.deepEqual(names(table(run, 'Scenarios')), ['normal', 'approvals', 'peak']);
      assert.equal(table(run, 'Requirements').rows.length, 9);
      assert.ok(names(table(run, 'Stages')).includes('peak: sustained'));
      const [, history, failed] = locustCsv(run);
      assert.ok(history.split('\r\n').length > 3, 'a row a second');
      assert.match(failed, /^POST,approve,.*404/m);
    });

    it('says that throttling spoilt the run', async () => {
      const server = await startDeployments({ port: 0, throttle: 20 });
      const { run, stats } = await story(FILE, { DEPLOYMENTS_URL: server }, 2000, ['peak', 'approvals']);
      assert.equal(run.end?.exitCode, 99);
      assert.equal(verdicts(run)['Approvals: 99 % succeed, unknown ids left out'], 'fail');
      assert.equal(failures(run, '429'), sum(stats, ' 429'));
      assert.match(findings(run), /the server throttles.*this run measures its limit and not what it can do/is);
    });

    it('survives its burst of 1,000 users', async () => {
      const server = await startDeployments({ port: 0 });
      const { run, stats } = await story(FILE, { DEPLOYMENTS_URL: server }, 2000, ['burst']);
      assert.equal(verdicts(run)['Burst: 98 % succeed'], 'pass');
      assert.equal(counted(run, 'iterations'), stats['GET /deployments 200']);
      const vus = run.total('vus');
      assert.equal(vus?.kind === 'gauge' ? vus.max : 0, 1000);
    });
  });

  describe('Gateway', () => {
    const gateway = async (
      file: string,
      options: NonNullable<Parameters<typeof startGateway>[0]>,
      scaleToMs: number,
    ): Promise<Story> =>
      story(`gateway/${file}.load.yaml`, { TARGET_URL: await startGateway({ port: 0, ...options }) }, scaleToMs);

    // How fast is a matter of the machine; that all were answered and counted is not.
    for (const file of ['baseline', 'stress']) {
      it(`has no error in its ${file}`, async () => {
        const { run } = await gateway(file, {}, 1500);
        assert.equal(verdicts(run)['http_req_failed rate == 0%'], 'pass');
        assert.deepEqual(table(run, 'Requirements').head, [
          ...['Verdict', 'Requirement', 'Target', 'Acceptable', 'Actual', 'Margin'],
        ]);
        assert.equal(table(run, 'Over time').head.includes('Target > 10,000/s'), file === 'stress');
      });
    }

    it('is found to slow down in its soak, in the last of the windows', async () => {
      const { run } = await gateway('soak', { leakMs: 40 }, 3000);
      assert.equal(verdicts(run)['Stable latency'], 'fail');
      const result = run.thresholds.find(({ worstWindow }) => worstWindow !== undefined);
      assert.ok((result?.worstWindow?.fromMs ?? 0) >= 1000, 'not in the first second');
      const stable = table(run, 'Requirements').rows.find((row) => row[1] === 'Stable latency');
      assert.match(stable?.at(-1) ?? '', /worst window 0:0/);
    });

    it('is itself again after its spike, or is found not to be', async () => {
      const { run: good } = await gateway('spike', { recoveryMs: 50 }, 2500);
      const { run: bad } = await gateway('spike', { recoveryMs: 60_000 }, 2500);
      const recovered = (run: RunModel): number =>
        trendOf(run, 'http_req_duration', { stage: 'recovered' }).percentile(50) ?? 0;
      assert.ok(recovered(good) < 30 && recovered(bad) > 30, `p50 ${recovered(good)} ms, ${recovered(bad)} ms`);
      assert.notEqual(verdicts(bad)['Recovered within 30 s'], 'pass');
      const stages = ['before', 'rise', 'spike', 'fall', 'recovery', 'recovered'];
      assert.deepEqual(names(table(bad, 'Stages')), stages);
    });
  });

  describe('Auth service', () => {
    it('keeps revoked tokens apart from failures', async () => {
      const told = await oneProcess;
      const { run, stats } = told;
      const revoked = failures(run, '401', 'true');
      assert.ok(revoked > 0);
      assertCounted(told, revoked, sum(stats, ' 401'));
      const adjusted = rateOf(run, 'http_req_failed', { tolerated: 'false' }).trues;
      assert.equal(rateOf(run, 'http_req_failed').trues, revoked + adjusted);
      assert.equal(adjusted, counted(run, 'errors', { kind: 'timeout' }));
      assert.equal(verdicts(run)['No token is refused that was not revoked'], 'pass');

      assert.deepEqual(table(run, 'Endpoints').head, [
        ...['Endpoint', 'Requests', 'Per second', 'Failed', 'Adjusted', ...FIGURES],
      ]);
      const errors = table(run, 'Errors', -1).rows.map((row) => row.slice(0, 2).join(' '));
      assert.ok(errors.includes('GET /verify 401 Unauthorized, tolerated'), errors.join());
    });

    it('is compared side by side, with the change of each figure', async () => {
      const [one, four] = [await oneProcess, await fourProcesses];
      const runs = [four, one].map(({ run }, index) => ({ name: ['four', 'again'][index] ?? '', run }));
      const tables = markdownTables(markdownComparison(comparisonOf([{ name: 'one', run: one.run }, ...runs])));
      const [all] = tables.get('All runs') ?? [];
      assert.deepEqual(all?.head, ['All requests', 'one', 'four', 'again']);
      const failed = all.rows.find(([figure]) => /fail/i.test(figure ?? ''));
      assert.match(failed?.[2] ?? '', /%.*\(.*pp/);
      assert.deepEqual(tables.get('four')?.[0]?.head, ['What', 'Figure', 'Baseline', 'Now', 'Change', 'Judgement']);
    });

    it('is found to refuse good tokens where four processes do not share their sessions', async () => {
      const told = await fourProcesses;
      const { run, stats } = told;
      assert.equal(run.end?.exitCode, 99);
      assertCounted(told, failures(run, '401', 'true'), sum(stats, ' 401'));
      assert.equal(verdicts(run)['No token is refused that was not revoked'], 'fail');
      assert.equal(verdicts(run)['All failures, revoked tokens as well'], 'fail');
      const share = sum(stats, ' 401') / (sum(stats, 'verify 200') + sum(stats, 'logout 200') + sum(stats, ' 401'));
      assert.ok(share > 0.65 && share < 0.85, `three of four verify and logout come to another process: ${share}`);
    });
  });
});
