import { strict as assert } from 'node:assert';
import { TrendSink } from '../../../src/run/sinks.ts';
import { ninesOf, stepsOf } from '../../../webview-ui/percentile-steps.ts';

function latencies(...values: readonly number[]): TrendSink {
  const sink = new TrendSink();
  for (const value of values) sink.record(value);
  return sink;
}

describe('the curve of latency by percentile', () => {
  it('gives each factor of ten of rarity the same room', () =>
    assert.deepEqual(
      [0.9, 0.99, 0.999].map((share) => Math.round(1000 * ninesOf(share)) / 1000),
      [1, 2, 3],
    ));

  it('rises from the fastest request to the slowest one', () => {
    const steps = stepsOf(latencies(...Array.from({ length: 99 }, () => 10), 500));
    assert.deepEqual(
      steps.map(({ ms, nines }) => [Math.round(ms), Math.round(10 * nines) / 10]),
      [
        [10, 2],
        [500, 2.3],
      ],
    );
  });

  it('claims no more nines than there are requests', () => {
    assert.ok((stepsOf(latencies(1, 2, 3)).at(-1)?.nines ?? 9) < 1);
  });

  it('ends with the slowest of a million requests at five nines', () => {
    const sink = new TrendSink();
    sink.histogram.addSparse(Float64Array.of(1000, 999_999, 2000, 1));
    sink.extend(0, 1, 2);
    assert.deepEqual(stepsOf(sink), [{ ms: 1, nines: 5 }]);
  });
});
