import { decodeCounts, type SparseCounts } from './histogram-text.ts';
import type { Interval, TrendDelta } from './events.ts';
import { CounterSink, GaugeSink, RateSink, TrendSink, type Sink } from './sinks.ts';

/** One value of an interval, to be added to any number of sinks. A trend's histogram is decoded once, when first needed. */
export type DeltaVisitor = (id: number, addTo: (sink: Sink) => void) => void;

/**
 * Visits every delta of an interval. Sinks of another kind than the delta's are left as they are. `counts`: where decoded histograms are at hand.
 */
export function forEachDelta(
  interval: Interval,
  visit: DeltaVisitor,
  counts: (trend: TrendDelta) => SparseCounts = decoded,
): void {
  for (const delta of interval.counters ?? []) {
    visit(delta[0], (sink) => {
      if (sink instanceof CounterSink) sink.add(delta);
    });
  }
  for (const delta of interval.gauges ?? []) {
    visit(delta[0], (sink) => {
      if (sink instanceof GaugeSink) sink.add(delta);
    });
  }
  for (const delta of interval.rates ?? []) {
    visit(delta[0], (sink) => {
      if (sink instanceof RateSink) sink.add(delta);
    });
  }
  for (const trends of [interval.trends, interval.slowTrends]) {
    for (const delta of trends ?? []) {
      let found: SparseCounts | undefined;
      const own = (): SparseCounts => (found ??= counts(delta));
      visit(delta[0], (sink) => {
        if (sink instanceof TrendSink) sink.add(delta, own());
      });
    }
  }
}

function decoded([, , , , , encoded]: TrendDelta): SparseCounts {
  return decodeCounts(encoded);
}
