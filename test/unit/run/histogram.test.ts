import assert from 'node:assert/strict';
import { Histogram } from '../../../src/run/histogram.ts';
import { TrendSink } from '../../../src/run/sinks.ts';

function of(...values: number[]): Histogram {
  const histogram = new Histogram();
  for (const value of values) histogram.record(value);
  return histogram;
}

/** Within the 3 significant digits that the histogram keeps. */
function near(actual: number | null, expected: number): void {
  assert.ok(
    actual !== null && Math.abs(actual - expected) <= Math.max(0.001, expected * 0.001),
    `${actual} is not ${expected}`,
  );
}

describe('Histogram', () => {
  it('gives nearest-rank percentiles: of 19 × 100 ms and 1 × 1,000 ms, p95 is 100 (k6 would say 145)', () => {
    const histogram = of(...Array.from({ length: 19 }, () => 100), 1000);
    near(histogram.percentile(95), 100);
    near(histogram.percentile(96), 1000);
  });

  it('keeps microseconds apart, and hours', () => {
    near(of(0.001).percentile(50), 0.001);
    near(of(0.128).percentile(100), 0.128);
    near(of(3_600_000).percentile(50), 3_600_000);
  });

  it('is the same after encoding and decoding, and after draining into another', () => {
    const values = [0, 0.4, 1.5, 22, 22, 1999, 60_000];
    const decoded = Histogram.decode(of(...values).encode());
    const drained = new Histogram();
    drained.addSparse(of(...values).drain());
    for (const percentile of [1, 25, 50, 75, 99, 100]) {
      assert.equal(decoded.percentile(percentile), of(...values).percentile(percentile));
      assert.equal(drained.percentile(percentile), of(...values).percentile(percentile));
    }
    assert.equal(drained.count, values.length);
  });

  it('starts anew after draining', () => {
    const histogram = of(1, 2, 3);
    histogram.drain();
    assert.equal(histogram.count, 0);
    histogram.record(7);
    near(histogram.percentile(50), 7);
  });

  it('counts a negative value as 0', () => assert.equal(of(-5).percentile(100), 0));

  it('merges histograms of different sizes both ways', () => {
    const small = of(1);
    small.add(of(100_000));
    near(small.percentile(100), 100_000);
    const large = of(100_000);
    large.add(of(1));
    near(large.percentile(50), 1);
  });
});

describe('TrendSink', () => {
  it('has no figures without samples, never NaN', () => {
    const sink = new TrendSink();
    assert.deepEqual([sink.average, sink.percentile(95), sink.lowest, sink.highest], [null, null, null, null]);
  });

  it('keeps sum, min and max exact, and no percentile goes beyond them', () => {
    const sink = new TrendSink();
    for (const value of [10.0001, 20.0002, 1234.5678]) sink.record(value);
    assert.equal(sink.highest, 1234.5678);
    assert.equal(sink.percentile(100), 1234.5678);
    assert.equal(sink.lowest, 10.0001);
    near(sink.average, 1264.5681 / 3);
  });
});
