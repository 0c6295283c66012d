import { strict as assert } from 'node:assert';
import type { RunEvent, ThresholdResult } from '../../../src/run/events.ts';
import { RunModel } from '../../../src/run/model.ts';
import {
  errorShort,
  errorTitle,
  headline,
  latencyCaveat,
  margin,
  requirementScope,
  requirementTitle,
  showActual,
  showLimit,
  verdictWord,
} from '../../../src/report/words.ts';
import { fixturePlan, runFixture, STATES, threshold } from '../../support/run-fixture.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function folded(events: readonly RunEvent[]): RunModel {
  const run = new RunModel();
  for (const event of events) run.apply(event);
  return run;
}

/** Another end for the same events. */
function ending(events: readonly RunEvent[], change: Partial<Extract<RunEvent, { type: 'run-end' }>>): RunModel {
  return folded(events.map((event) => (event.type === 'run-end' ? { ...event, ...change } : event)));
}

describe('headline', () => {
  const says = (run: RunModel, text: string): void => assert.equal(plain(headline(run)), text);

  it('of no run', () => says(new RunModel(), 'Not run yet'));
  it('of a run in setup', () => says(folded(runFixture().slice(0, 1)), 'Running setup'));
  it('of a running one says time, stage and VUs', () =>
    says(folded(STATES.running()), 'Running 0:15 of 1:00 – stage sustained, 100 VUs'));
  it('does not say stage twice of one that has only a number', () => {
    const stages = [{ durationMs: 60_000, target: 20, name: 'stage 1' }];
    says(
      folded(runFixture({ plan: fixturePlan({}, stages), cutAtMs: 12_000 })),
      'Running 0:12 of 1:00 – stage 1, 3 VUs',
    );
  });
  it('of a passed one', () => says(folded(STATES.passed()), 'Passed: all 6 requirements'));
  it('of a failed one counts what has no data apart', () =>
    says(folded(STATES['failed-401']()), 'Failed: 1 of 7 requirements, 1 without data'));
  it('of one that failed for want of data only', () =>
    says(folded(STATES['no-data']()), 'Failed: 1 of 7 requirements without data'));
  it('of one that was allowed to have none', () =>
    says(ending(STATES['no-data'](), { outcome: 'passed' }), 'Passed: 6 of 7 requirements, 1 without data'));
  it('of one that met only what is acceptable', () => {
    const events = STATES.passed();
    const results = folded(events).thresholds.map((result) =>
      result.id === 5 ? { ...result, verdict: 'warn' as const } : result,
    );
    says(ending(events, { thresholds: results }), 'Passed with 1 warning: 6 requirements');
  });
  it('of a passed one whose generator was saturated', () =>
    says(folded(STATES.saturated()), 'Passed, but the generator was saturated 13 % of the time'));
  it('of a run that has no end', () => {
    const run = folded(STATES.interrupted());
    run.markInterrupted();
    says(run, 'Interrupted at 0:33 of 1:00 – 2 of 6 requirements already failed');
  });
  it('of one that a person stopped', () => {
    const run = folded(runFixture({ cutAtMs: 20_000, outcome: 'interrupted' }));
    says(run, 'Interrupted at 0:20 of 1:00');
  });
  it('of one whose setup failed gives the reason', () =>
    says(
      folded(STATES['setup-failed']()),
      'Aborted before the load began: Setup failed: POST /auth/login was answered 401 Unauthorized',
    ));
  it('of one whose teardown failed says so, and what failed before', () => {
    const change = { outcome: 'aborted', exitCode: 107, reason: 'Teardown failed: the shop is closed.' } as const;
    says(ending(STATES.passed(), change), 'Teardown failed: the shop is closed');
    says(
      ending(STATES['failed-401'](), change),
      'Failed: 1 of 7 requirements, 1 without data. Teardown failed: the shop is closed',
    );
  });
  it('of an engine that failed', () =>
    says(
      ending(runFixture({ cutAtMs: 20_000, outcome: 'error' }), { reason: 'A worker ran out of memory.' }),
      'Error at 0:20 of 1:00: A worker ran out of memory',
    ));
  it('of a scenario without requirements', () =>
    says(folded(runFixture({ plan: fixturePlan({ thresholds: [] }) })), 'Passed: no requirements to judge'));
});

describe('a requirement in words', () => {
  const result = (actual: number | null): ThresholdResult => ({ id: 0, verdict: 'pass', actual, samples: 1 });
  const latency = threshold(0, 'http_req_duration', 'p(95) < 500ms', { limit: 500, unit: 'ms' });
  const ratio = threshold(0, 'http_req_failed', 'rate < 1%', { method: 'rate', limit: 0.01, unit: '%' });
  const perMinute = threshold(0, 'http_reqs', 'rate > 1000/min', {
    method: 'rate',
    operator: '>',
    limit: 1000 / 60,
    unit: '/min',
  });
  const none = threshold(0, 'errors', 'count == 0', { method: 'count', operator: '==' });
  const traffic = threshold(0, 'data_received', 'count < 1MB', { method: 'value', limit: 1e6, unit: 'MB' });

  const rows = [
    [latency, 1.94, '< 500 ms', '1.94 ms', '99.61 % below'],
    [latency, 1500, '< 500 ms', '1.50 s', '3.00 × the limit'],
    [latency, 600, '< 500 ms', '600 ms', '20.0 % over'],
    [latency, 500, '< 500 ms', '500 ms', 'at the limit'],
    [latency, null, '< 500 ms', 'no samples', ''],
    [ratio, 0.67, '< 1 %', '67.0 %', '67.0 × the limit'],
    [ratio, 0, '< 1 %', '0 %', '100 % below'],
    [perMinute, 4011 / 60, '> 1,000/min', '4,011/min', '4.01 × the target'],
    [perMinute, 968 / 60, '> 1,000/min', '968/min', '3.20 % short'],
    [none, 0, '= 0', '0', 'exact'],
    [none, 3, '= 0', '3', '3 too many'],
    [traffic, 250_000, '< 1 MB', '250 kB', '75.0 % below'],
  ] as const;
  for (const [of, actual, limit, shown, distance] of rows) {
    it(`${of.selector} ${limit}, ${shown}: ${distance}`, () => {
      assert.equal(plain(showLimit(of)), limit);
      assert.equal(plain(showActual(of, result(actual))), shown);
      assert.equal(plain(margin(of, result(actual))), distance);
    });
  }

  it('of a custom trend is a time where its metric is', () => {
    const custom = threshold(0, 'auth_latency', 'p(95) < 300', { limit: 300 });
    const metrics = [{ name: 'auth_latency', kind: 'trend', contains: 'time' }] as const;
    assert.equal(plain(showActual(custom, result(42.1), metrics)), '42.1 ms');
    assert.equal(plain(showActual(custom, result(42.1))), '42.1');
  });

  it('has the name that its author gave it, else its expression', () => {
    assert.equal(requirementTitle(latency), 'http_req_duration: p(95) < 500ms');
    assert.equal(requirementTitle({ ...latency, name: 'Fast enough' }), 'Fast enough');
    assert.equal(
      plain(requirementTitle({ ...latency, windowMs: 30_000 })),
      'http_req_duration: p(95) < 500ms, in every 30 s',
    );
  });

  it('says what it is about', () => {
    const plan = fixturePlan();
    const scopes = plan.thresholds.map((one) => requirementScope(plan, one));
    assert.deepEqual(scopes, [
      'all requests',
      'all requests',
      'all requests',
      'all requests',
      'GET /auth/me',
      'stage sustained',
    ]);
  });

  it('says of a latency that it is of failures', () => {
    const run = folded(STATES['failed-401']());
    const caveats = run.plan?.thresholds.map((one) => {
      const found = run.thresholds.find(({ id }) => id === one.id);
      return found ? plain(latencyCaveat(run, one, found)) : null;
    });
    assert.deepEqual(caveats, [
      'mostly failed requests (80.4 %)',
      '',
      '',
      '',
      'failed requests only',
      'mostly failed requests (80.5 %)',
      '',
    ]);
  });

  it('has a word for each verdict', () =>
    assert.deepEqual(
      (['pass', 'warn', 'fail', 'no-data', 'not-yet'] as const).map((verdict) => verdictWord(verdict, false)),
      ['pass', 'warn', 'fail', 'no data', 'not yet'],
    ));

  it('does not promise of a run that is over what it had not reached', () =>
    assert.equal(verdictWord('not-yet', true), 'not reached'));
});

describe('an error in words', () => {
  const rows = [
    [{ kind: '4xx', status: 401, errorCode: 1401 }, '401 Unauthorized', '401'],
    [{ kind: '5xx', status: 502, errorCode: 1502 }, '502 Bad Gateway', '502'],
    [{ kind: '4xx', status: 499, errorCode: 1499 }, '499 Client Closed Request', '499'],
    [{ kind: '4xx', status: 444, errorCode: 1444 }, '444', '444'],
    [{ kind: 'connect', status: 0, errorCode: 1212 }, 'connection refused', 'refused'],
    [{ kind: 'timeout', status: 0, errorCode: 1050 }, 'request timeout', 'timeout'],
    [{ kind: 'reset', status: 0, errorCode: 1220 }, 'connection reset', 'reset'],
    [{ kind: 'dns', status: 0, errorCode: 1101 }, 'no such host', 'dns'],
    [{ kind: 'tls', status: 0, errorCode: 1310 }, 'certificate of an unknown authority', 'tls'],
    [{ kind: 'expectation', status: 200, errorCode: 0 }, '200 OK, not as expected', 'not as expected'],
    [{ kind: 'timeout', status: 200, errorCode: 1050 }, '200 OK, request timeout', 'timeout'],
  ] as const;
  for (const [failure, title, short] of rows) {
    it(`${failure.kind} ${failure.status} ${failure.errorCode} is ${title}`, () => {
      assert.equal(errorTitle(failure), title);
      assert.equal(errorShort(failure), short);
    });
  }
});
