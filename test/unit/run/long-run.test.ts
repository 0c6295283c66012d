import { strict as assert } from 'node:assert';
import { locustCsv } from '../../../src/report/locust-csv.ts';
import { progressLine } from '../../../src/report/text-progress.ts';
import type { Interval, RunEvent, SeriesDefinition } from '../../../src/run/events.ts';
import { secondsKept } from '../../../src/run/interval-groups.ts';
import { RunModel, type TimeWindow } from '../../../src/run/model.ts';
import { endpointRows, totalRow } from '../../../src/run/tables.ts';
import { timeSlots } from '../../../src/run/time-slots.ts';
import { ChartData } from '../../../webview-ui/chart-data.ts';
import { hourFixture } from '../../support/hour-fixture.ts';
import { fixturePlan, runStart, threshold } from '../../support/run-fixture.ts';

/** As in a run of days, but within minutes. */
const soon = (atMs: number): number => (atMs < 100_000 ? 1 : atMs < 200_000 ? 5 : 15);
/** Blocks of sums are rolled up, too. */
const SECONDS = 400;
const EVENTS = hourFixture({ seconds: SECONDS, endpoints: 3, requestsPerSecond: 30 });
const WHOLE: TimeWindow = { fromMs: 0, toMs: SECONDS * 1000 };
const LATE: TimeWindow = { fromMs: 150_000, toMs: 215_000 };

function folded(events: readonly RunEvent[], keep: (atMs: number) => number = secondsKept): RunModel {
  const run = new RunModel({ secondsKept: keep });
  for (const event of events) run.apply(event);
  return run;
}

function figures(run: RunModel, window: TimeWindow | null): unknown {
  const total = totalRow(run, window);
  return [...endpointRows(run, window), ...(total ? [total] : [])].map(({ duration, perSecond, ...row }) => ({
    ...row,
    perSecond: Math.round(perSecond * 1000),
    sum: Math.round(duration.sum),
    percentiles: [0, 50, 95, 99, 100].map((percentile) => duration.percentile(percentile)),
  }));
}

function totals(run: RunModel): unknown {
  return ['http_reqs', 'http_req_failed', 'vus', 'http_req_waiting', 'schedule_delay'].map((metric) => {
    const total = run.total(metric);
    return total?.kind === 'trend' ? [total.count, Math.round(total.sum), total.min, total.max] : total;
  });
}

function charts(data: ChartData, window: TimeWindow): unknown {
  data.update();
  const bins = data.bins(window, 40);
  return { ...bins, heat: bins.heat(), sparkline: data.p95Of(() => true, window, 30) };
}

describe('a run that goes on for long', () => {
  for (const keepDecoded of [true, false])
    it(`says at every moment what it would say of all its seconds, ${keepDecoded ? 'decoded' : 'as they came'}`, () => {
      const long = new RunModel({ secondsKept: soon, keepDecoded });
      const whole = new RunModel({ secondsKept: () => 1 });
      for (const [index, event] of EVENTS.entries()) {
        long.apply(event);
        whole.apply(event);
        // What was asked for is kept, and grows with the run.
        if (index % 7 !== 0 && event.type !== 'interval') continue;
        const soFar = { fromMs: 0, toMs: long.elapsedMs };
        for (const window of [null, soFar]) assert.deepEqual(figures(long, window), figures(whole, window));
        assert.deepEqual(totals(long), totals(whole));
        assert.deepEqual(long.vus, whole.vus);
        assert.equal(long.elapsedMs, whole.elapsedMs);
        assert.deepEqual(long.thresholds, whole.thresholds);
        assert.deepEqual(long.generator.judgement, whole.generator.judgement);
      }
      // From a border to a border of what is kept.
      assert.deepEqual(figures(long, LATE), figures(whole, LATE));
      assert.deepEqual(figures(long, { ...LATE, toMs: 380_000 }), figures(whole, { ...LATE, toMs: 380_000 }));
    });

  it('has its last seconds as they came, and of those before fewer and longer intervals', () => {
    const lengths = (events: readonly RunEvent[]): number[] =>
      folded(events, soon).intervals.map(({ fromMs, toMs }) => Math.round((toMs - fromMs) / 1000));
    const intervals = EVENTS.flatMap((event, index) => (event.type === 'interval' ? [index] : []));
    const until = (second: number): readonly RunEvent[] => EVENTS.slice(0, (intervals[second - 1] ?? 0) + 1);
    const first = Array.from({ length: 100 }, () => 1);
    assert.deepEqual(lengths(until(104)), [...first, 1, 1, 1, 1]);
    assert.deepEqual(lengths(until(105)), [...first, 5]);
    assert.deepEqual(lengths(until(217)).slice(100), [...Array.from({ length: 20 }, () => 5), 15, 1, 1]);
  });

  it('has other figures when as many intervals as before are longer ones', () => {
    const long = new RunModel({ secondsKept: soon });
    const whole = new RunModel({ secondsKept: () => 1 });
    for (const event of EVENTS) {
      long.apply(event);
      whole.apply(event);
      const soFar = { fromMs: 0, toMs: long.elapsedMs };
      if (event.type === 'interval' && [101, 105].includes(Math.round(event.toMs / 1000)))
        assert.deepEqual(figures(long, soFar), figures(whole, soFar));
    }
  });

  it('shows of a window that is shorter than what is kept all that is', () => {
    const run = folded(EVENTS, soon);
    const within = { fromMs: 221_000, toMs: 222_000 };
    assert.deepEqual(run.widened(within), { fromMs: 215_000, toMs: 230_000 });
    assert.ok((totalRow(run, run.widened(within))?.requests ?? 0) > 0);
    for (const window of [LATE, { fromMs: 50_100, toMs: 50_300 }, { fromMs: 500_000, toMs: 501_000 }])
      assert.equal(run.widened(window), window);
  });

  it('is the same run when its events are folded again', () => {
    const long = folded(EVENTS, soon);
    const again = folded(long.events);
    assert.deepEqual(again.events, long.events);
    assert.deepEqual(again.timeline.moments, long.timeline.moments);
    assert.deepEqual(again.timeline.endpoints, long.timeline.endpoints);
    for (const window of [null, WHOLE, LATE]) assert.deepEqual(figures(again, window), figures(long, window));
    assert.equal(again.state, long.state);
  });

  it('thinks the same of its generator, its users and its worst windows when its events are folded again', () => {
    const limit = threshold(7, 'http_req_failed', 'rate < 0.5', { method: 'rate', limit: 0.5 }, { windowMs: 3000 });
    const long = new RunModel({ secondsKept: soon });
    long.apply(runStart(fixturePlan({ thresholds: [limit] })));
    for (const event of [...SERIES, DELAY, { type: 'load-start', time: 0 } as const]) long.apply(event);
    for (let second = 0; second < 400; second++) {
      const late = second % 40 === 33;
      const fails = second > 250 && second < 254;
      long.apply({
        ...secondAt(second * 1000),
        rates: [[1, fails ? 1 : 0, 1]],
        trends: [[DELAY.id, 3, 300, 100, 100, late ? '5120*3' : '1']],
        vus: { active: late ? 500 : 1, allocated: 500 },
        health: [{ ...HEALTH, eventLoopDelayP99Ms: late ? 80 : 1, cpu: second % 7 === 0 ? 0.95 : 0.5 }],
      });
      if (second === 253) long.apply({ type: 'threshold', atMs: 254_000, id: 7, verdict: 'fail', actual: 1 });
    }
    const again = folded(long.events);
    assert.equal(long.generator.judgement.trust, 'saturated');
    assert.deepEqual(again.generator.judgement, long.generator.judgement);
    assert.deepEqual(timeSlots(again, 20), timeSlots(long, 20));
    assert.equal(timeSlots(long, 20).filter(({ vus }) => vus === 500).length, 10);
    for (const run of [long, again]) {
      assert.deepEqual(
        run.thresholds.map(({ verdict, actual }) => [verdict, actual]),
        [['fail', 1]],
      );
    }
  });

  it('is drawn as if its seconds had never been there', () => {
    const long = new RunModel({ secondsKept: soon });
    let data: ChartData | null = null;
    let seconds = 0;
    for (const event of EVENTS) {
      long.apply(event);
      if (long.plan) data ??= new ChartData(long, long.plan);
      // A view that is not in sight is drawn now and then only.
      const drawn = seconds < 150 || seconds > 300 || seconds % 33 === 0;
      if (event.type === 'interval' && ++seconds && drawn && data) charts(data, WHOLE);
    }
    const again = folded(long.events);
    assert.ok(again.plan && data);
    for (const window of [WHOLE, LATE]) {
      assert.deepEqual(charts(data, window), charts(new ChartData(again, again.plan), window));
    }
  });

  it('keeps of a day as much as of two hours, and shows what happens now', () => {
    const run = new RunModel();
    const hour = 3_600_000;
    const start = EVENTS.find(({ type }) => type === 'run-start');
    assert.ok(start);
    run.apply(start);
    for (const series of SERIES) run.apply(series);
    run.apply({ type: 'load-start', time: 0 });
    for (let fromMs = 0; fromMs < 26 * hour; fromMs += 1000) {
      run.apply(secondAt(fromMs));
      // Where intervals have become longer a moment ago, too.
      if ([1, 4, 12, 20].includes(Math.floor(fromMs / hour)) && fromMs % hour < 70_000) {
        assert.match(progressLine(run), / 1\.00 req\/s/);
      }
    }
    const [, history] = locustCsv(run);
    assert.ok(
      history
        .trim()
        .split('\n')
        .slice(1)
        .every((row) => row.split(',')[4] === '1.000000'),
    );
    assert.equal(run.intervals.length, 3600 + 2160 + 1920 + 14 * 60);
    assert.equal(run.events.length, run.intervals.length + 2 + SERIES.length);
    assert.equal(run.timeline.moments.length, run.intervals.length);
    const requests = run.total('http_reqs', {}, { fromMs: 12 * hour, toMs: 24 * hour });
    assert.equal(requests?.kind === 'counter' && requests.sum, 12 * 3600);
  });
});

const SERIES: readonly SeriesDefinition[] = [
  { type: 'series', id: 0, metric: 'http_reqs', kind: 'counter', tags: {} },
  { type: 'series', id: 1, metric: 'http_req_failed', kind: 'rate', tags: {} },
  { type: 'series', id: 2, metric: 'http_req_duration', kind: 'trend', tags: {} },
];

const DELAY: SeriesDefinition = { type: 'series', id: 3, metric: 'schedule_delay', kind: 'trend', tags: {} };
const HEALTH = { worker: 0, eventLoopDelayP99Ms: 1, eventLoopDelayMaxMs: 1, cpu: 0.5, gcMs: 1, sockets: 1 };

function secondAt(fromMs: number): Interval {
  return {
    type: 'interval',
    fromMs,
    toMs: fromMs + 1000,
    counters: [[0, 1]],
    rates: [[1, 0, 1]],
    trends: [[2, 1, 5, 5, 5, '5120']],
    vus: { active: 1, allocated: 1 },
    health: [],
  };
}
