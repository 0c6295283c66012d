import assert from 'node:assert/strict';
import { Recorder } from '../../../src/engine/metrics/recorder.ts';
import { RequestMetrics, type RequestOutcome } from '../../../src/engine/metrics/request-metrics.ts';

const TIMINGS = {
  ...{ blockedMs: 0, connectingMs: 0, tlsMs: 0, sendingMs: 0.1, waitingMs: 2, receivingMs: 0.4, durationMs: 2.5 },
};
const FAILED: RequestOutcome = {
  ...{ status: 503, proto: 'HTTP/1.1', failed: true, tolerated: false, kind: '5xx', errorCode: 1503 },
};

/** The series that requests of a step with these tags make, by their metric. */
function seriesOf(tags: Record<string, string>, record: (metrics: RequestMetrics) => void): Map<string, string[]> {
  const recorder = new Recorder({ fastTrends: new Set(), points: null, nowMs: 0 });
  record(new RequestMetrics(recorder, tags, (stage) => (stage < 0 ? undefined : `stage ${stage}`)));
  const series = new Map<string, string[]>();
  for (const { metric, tags: own } of recorder.drain(0, true).defined) {
    const text = Object.entries(own).map(([name, value]) => `${name}=${value}`);
    series.set(metric, [...(series.get(metric) ?? []), text.join(' ')]);
  }
  return series;
}

describe('metrics of requests', () => {
  it('one series for successes that are alike, another for each status, protocol and stage', () => {
    const series = seriesOf({ name: 'a' }, (metrics) => {
      for (const [stage, status, proto] of [
        [-1, 200, 'HTTP/1.1'],
        [-1, 200, 'HTTP/1.1'],
        [-1, 204, 'HTTP/1.1'],
        [-1, 200, 'HTTP/1.1'],
        [-1, 200, 'HTTP/2.0'],
        [1, 200, 'HTTP/1.1'],
      ] as const)
        metrics.recordSuccess(stage, status, proto, TIMINGS, 0);
    });
    assert.deepEqual(series.get('http_reqs'), [
      'name=a status=200 proto=HTTP/1.1 expected_response=true tolerated=false',
      'name=a status=204 proto=HTTP/1.1 expected_response=true tolerated=false',
      'name=a status=200 proto=HTTP/2.0 expected_response=true tolerated=false',
      'name=a status=200 proto=HTTP/1.1 expected_response=true stage=stage 1 tolerated=false',
    ]);
  });

  it("a step's own tag `kind` stays, but on `errors`, where it is the kind of the error", () => {
    const series = seriesOf({ kind: 'read' }, (metrics) => {
      metrics.recordSuccess(-1, 200, 'HTTP/1.1', TIMINGS, 0);
      metrics.record(-1, FAILED, TIMINGS, 0);
    });
    assert.match(series.get('http_req_duration')?.join('\n') ?? '', /^kind=read .*\nkind=read /);
    assert.match(series.get('errors')?.join('\n') ?? '', /kind=5xx/);
  });

  it('without one, failed requests have the kind of their error', () => {
    const series = seriesOf({}, (metrics) => metrics.record(-1, FAILED, TIMINGS, 0));
    assert.match(series.get('http_req_duration')?.[0] ?? '', /kind=5xx/);
  });
});
