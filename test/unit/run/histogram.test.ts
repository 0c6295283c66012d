import assert from 'node:assert/strict';
import { encodeIntoCompressedBase64, Int32Histogram } from 'hdr-histogram-js';
import { Histogram } from '../../../src/run/histogram.ts';
import { decodeCounts } from '../../../src/run/histogram-text.ts';
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

  it('is written as steps from bucket to bucket, with counts above one', () => {
    assert.equal(of().encode(), '');
    assert.equal(of(0, 0, 0.001, 0.003).encode(), '0*2 1 2');
    for (const text of ['1 x', 'a', '1 2 3!', '1*2*3']) {
      assert.throws(() => decodeCounts(text), TypeError, text);
    }
  });

  it('is read as journals had it before, too', () => {
    const values = [0.4, 1.5, 22, 22, 1999, 60_000];
    const before = new Int32Histogram(1, 2, 3);
    before.autoResize = true;
    for (const value of values) before.recordValue(value * 1000);
    assert.deepEqual(decodeCounts(encodeIntoCompressedBase64(before)), of(...values).sparse());
  });

  it('is the same whether values are recorded, or added as counts', () => {
    for (const values of [[5], [0], [0, 7], [7, 9], [0, 3, 9], [1, 1, 2, 3, 5, 8], [0, 0, 4, 4, 90_000, 0.001]]) {
      const added = of(50, 60);
      added.addSparse(of(...values).sparse());
      const recorded = of(50, 60, ...values);
      assert.deepEqual(added.sparse(), recorded.sparse());
      assert.equal(added.count, recorded.count);
      for (const percentile of [0, 1, 50, 100]) {
        assert.equal(
          added.percentile(percentile),
          recorded.percentile(percentile),
          `${values.join(' ')}: ${percentile}`,
        );
      }
      const fresh = new Histogram();
      fresh.addSparse(of(...values).sparse());
      assert.deepEqual(fresh.sparse(), of(...values).sparse());
    }
  });

  it('counts every value where HDR does', () => {
    const values = [0, 1, 2, 1023, 1024, 2047, 2048, 2049, 4095, 4096, 65_537, 999_999, 2 ** 31 - 1, 2 ** 31, 2 ** 40];
    for (const value of values) {
      const hdr = new Int32Histogram(1, 2, 3);
      hdr.autoResize = true;
      hdr.recordValue(value);
      assert.deepEqual([...of(value / 1000).sparse()], [hdr.countsArrayIndex(value), 1], String(value));
    }
  });

  it('takes values between readings', () => {
    const histogram = of(1, 5);
    assert.equal(histogram.count, 2);
    near(histogram.percentile(100), 5);
    histogram.record(9);
    histogram.record(0);
    assert.equal(histogram.count, 4);
    near(histogram.percentile(100), 9);
    assert.equal(histogram.drain().length, 8);
    assert.equal(histogram.count, 0);
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
