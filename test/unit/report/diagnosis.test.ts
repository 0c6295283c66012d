import { strict as assert } from 'node:assert';
import type { RunEvent } from '../../../src/run/events.ts';
import { RunModel } from '../../../src/run/model.ts';
import { diagnose, findingText } from '../../../src/report/diagnosis/index.ts';
import { fixturePlan, runFixture, STATES, type Server } from '../../support/run-fixture.ts';

function diagnosis(events: readonly RunEvent[], interrupted = false): string[] {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  if (interrupted) run.markInterrupted();
  return diagnose(run).map((finding) => `${finding.level}: ${findingText(finding)}`.replaceAll('\u00a0', ' '));
}

describe('diagnosis', () => {
  it('says when a person changed the load', () => {
    assert.deepEqual(diagnosis(STATES.changed()), [
      'info: The load was changed by hand: 150 % of the plan 0:12–0:18, 60 % of the plan 0:18–0:26, paused 0:26–0:32, 120 % of ' +
        'the plan 0:32–0:47. Requirements are judged by what was made, not by what was planned.',
    ]);
  });

  it('says nothing of a run that went well', () => assert.deepEqual(diagnosis(STATES.passed()), []));

  it('tells the 401 story: what, where, why not expired, and what the latencies are worth', () => {
    assert.deepEqual(diagnosis(STATES['failed-401']()), [
      'error: All 2,825 failures are 401 Unauthorized, on exactly the five endpoints that send ${setup.token}. ' +
        'GET /health, which sends none, has no failure.',
      'info: Setup succeeded: POST /auth/login captured token. The first 401 came in second 1 and no request with it ' +
        'ever passed: it was never accepted, so it did not expire.',
      'warning: The latency figures of these endpoints measure rejections (p95 3.87 ms), not the work. ' +
        'The three passing requirements about them say nothing about the service.',
      'warning: proxy_latency has no samples: no step of the scenario records it.',
    ]);
  });

  it('names the line of the code that it shows', () => {
    const run = new RunModel();
    for (const event of STATES['failed-401']()) run.apply(event);
    const [first] = diagnose(run);
    assert.match(
      first ? findingText(first, 'ai-proxy.load.yaml') : '',
      /\$\{setup\.token\} \(ai-proxy\.load\.yaml:20\)/,
    );
  });

  it('does not blame the token where one endpoint that sends it gets through', () => {
    const server: Server = ({ name }) =>
      name === 'GET /health' || name === 'GET /usage'
        ? []
        : [{ status: 401, kind: '4xx', errorCode: 1401, medianMs: 1, share: 1 }];
    const [first] = diagnosis(runFixture({ server }));
    assert.match(first ?? '', /^error: All [\d,]+ failures are 401 Unauthorized, on four of six endpoints\.$/);
  });

  it('does not blame the token where endpoints without it fail too', () => {
    const server: Server = () => [{ status: 503, kind: '5xx', errorCode: 1503, medianMs: 1, share: 1 }];
    const [first, ...rest] = diagnosis(runFixture({ server }));
    assert.match(first ?? '', /^error: All [\d,]+ failures are 503 Service Unavailable, on all six endpoints\.$/);
    assert.ok(!rest.join().includes('Setup succeeded'));
  });

  it('does not say that a token was never accepted which was at first', () => {
    const server: Server = ({ name }, second) =>
      name === 'GET /health' || second < 30
        ? []
        : [{ status: 401, kind: '4xx', errorCode: 1401, medianMs: 1, share: 1 }];
    const findings = diagnosis(runFixture({ server }));
    assert.match(findings[0] ?? '', /on exactly the five endpoints/);
    assert.ok(!findings.join().includes('never accepted'));
  });

  it('keeps silent about the cause where failures differ', () => {
    assert.deepEqual(diagnosis(STATES.tolerated()), [
      'info: 20 answers were 429 Too Many Requests: the server throttles. They count as failures. ' +
        'It did so in 0:31–0:57.',
      'warning: GET /usage failed as a block in 0:20–0:25 and 0:28–0:34, 0:11 in total or 18.3 % of its time: 97.9 % of ' +
        '47 requests, 502 Bad Gateway within 11.9 ms (median) instead of 59.7 ms, as an open circuit answers. ' +
        'The other endpoints went on.',
    ]);
  });

  it('says that throttling spoilt the run where it turned away more than a few requests', () => {
    const throttled =
      (share: number): Server =>
      () => [{ status: 429, kind: '4xx', errorCode: 1429, medianMs: 1, share }];
    const spoilt =
      /warning: The server throttles\. Of [\d,]+ requests it let [\d,]+ in \(\d\d\.\d %\): this run measures its limit/;
    assert.match(diagnosis(runFixture({ server: throttled(0.4) })).join('\n'), spoilt);
    assert.doesNotMatch(diagnosis(runFixture({ server: throttled(0.001) })).join('\n'), /The server throttles/);
  });

  it('leaves apart what is tolerated, and says so', () => {
    assert.deepEqual(diagnosis(STATES.running()), [
      'error: Apart from 17 tolerated answers, the only failure is connection refused, on GET /usage/summary only.',
    ]);
  });

  it('says what setup failed at', () => {
    assert.deepEqual(diagnosis(STATES['setup-failed']()), [
      'error: Setup failed at POST /auth/login: 401 Unauthorized. No load was made.',
    ]);
  });

  it('says when and how far the generator was the bottleneck', () => {
    assert.deepEqual(diagnosis(STATES.saturated()), [
      'warning: The generator was the bottleneck for 0:08 of 1:00 (13.3 %): event-loop delay p99 above 50 ms, up to ' +
        '84.0 ms, 0:40–0:48. Latencies in there include its own delay.',
    ]);
  });

  it('says of a run without an end what it is worth', () => {
    assert.match(
      diagnosis(STATES.interrupted(), true).at(-1) ?? '',
      /^info: The run has no end: its engine was killed or lost\. All that it measured up to 0:33 is here/,
    );
  });

  it('counts a single failure as one', () => {
    let left = 1;
    const server: Server = ({ name }) =>
      name === 'GET /health' && left-- > 0
        ? [{ status: 500, kind: '5xx', errorCode: 1500, medianMs: 1, share: 1 }]
        : [];
    assert.deepEqual(diagnosis(runFixture({ plan: fixturePlan(), server })), [
      'error: The only failure is 500 Internal Server Error, on GET /health only.',
    ]);
  });
});
