/** The numbers behind the charts: each interval is taken apart once, so that a redraw decodes nothing. */
import { durationMs, plannedSteps, scaledVUs } from '../src/scenario/schedule/index.ts';
import type { Plan } from '../src/scenario/plan.ts';
import type { Interval, LoadLevel } from '../src/run/events.ts';
import { HeatMap } from './heat-map.ts';
import { BucketSums } from '../src/run/bucket-sums.ts';
import { ERROR_KINDS, type ErrorKind } from '../src/run/metrics.ts';
import type { RunModel, TimeWindow } from '../src/run/model.ts';
import type { SparseCounts } from '../src/run/histogram.ts';
import type { SeriesHistory } from '../src/run/series-history.ts';
import { mostActive } from '../src/run/interval-groups.ts';
import { generatorState, type GeneratorState } from '../src/run/generator-health.ts';

type Column = (number | null)[];

type Tags = Readonly<Record<string, string>>;

/** Points on the time axis. */
export interface Points {
  readonly sizeMs: number;
  readonly fromMs: number;
  /** Middle of each point, in seconds. */
  readonly t: readonly number[];
  /** Whether anything was measured at a point. */
  readonly measured: readonly boolean[];
}

/** The charts' columns over a span of time, one entry a point; null where nothing was measured (a gap, never 0). */
export interface Bins extends Points {
  /** VUs, or iterations per second where the whole plan is of arrival rates. */
  readonly active: Column;
  readonly planned: Column;
  /** Iterations per second that were due and found no free VU. */
  readonly dropped: Column;
  readonly requests: Column;
  readonly failed: Column;
  readonly kinds: Readonly<Record<ErrorKind, Column>>;
  readonly p50: Column;
  readonly p95: Column;
  readonly p99: Column;
  /** Sockets open at the end of the point's intervals, the most of them. */
  readonly connections: Column;
  readonly loopDelayMs: Column;
  readonly cpu: Column;
  readonly generator: (GeneratorState | null)[];
  /** How many requests took how long, point by point; worked out when it is first asked for. */
  heat(): HeatMap;
}

export type LoadUnit = 'VUs' | 'iterations/s';

interface Slice {
  readonly interval: Interval;
  readonly fromMs: number;
  readonly toMs: number;
  readonly vus: number;
  readonly iterations: number;
  readonly dropped: number;
  readonly requests: number;
  readonly failed: number;
  readonly kinds: ReadonlyMap<ErrorKind, number>;
  readonly connections: number;
  readonly loopDelayMs: number;
  readonly cpu: number;
  readonly generator: GeneratorState;
}

const SIZES_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];
/** A p99 of fewer samples is only a maximum; but no point gets longer than this for the sake of it. */
const WANTED_SAMPLES = 100;
const LONGEST_FOR_SAMPLES_S = 10;
const FEWEST_POINTS = 30;

interface KnownPoint {
  /** Where the last of its intervals ends; null: it has none. */
  readonly measuredToMs: number | null;
  /** p50, p95 and p99; null without samples. */
  readonly values: readonly number[] | null;
}

/** Indices of the intervals of a point: from the first one up to the one behind the last. */
type Span = readonly [from: number, to: number];

export class ChartData {
  readonly loadUnit: LoadUnit;
  readonly #run: RunModel;
  readonly #slices: Slice[] = [];
  readonly #planned: (atMs: number) => number;
  #drops = false;
  #knownPlan: { readonly key: string; readonly column: Column } | null = null;
  /** The points that were worked out last. */
  #known: { readonly key: string; readonly points: readonly KnownPoint[] } | null = null;

  constructor(run: RunModel, plan: Plan) {
    this.#run = run;
    const rates = plan.scenarios.every(({ executor }) => executor.kind.endsWith('arrival-rate'));
    this.loadUnit = rates ? 'iterations/s' : 'VUs';
    this.#planned = plannedLoad(plan, this.loadUnit, (atMs) => run.loadLevelAt(atMs));
  }

  /** Takes in the intervals that came since the last call. */
  update(): void {
    const { intervals } = this.#run;
    // Of a long run, seconds have become longer intervals.
    while (this.#slices.length > 0 && this.#slices.at(-1)?.interval !== intervals[this.#slices.length - 1])
      this.#slices.pop();
    for (let i = this.#slices.length; i < intervals.length; i++) {
      const interval = intervals[i];
      if (!interval) continue;
      const slice = sliceOf(this.#run, interval);
      this.#drops ||= slice.dropped > 0;
      this.#slices.push(slice);
    }
  }

  /** Whether any iteration was dropped so far. */
  get drops(): boolean {
    return this.#drops;
  }

  /** The smallest points that are at most `most` in number and hold enough samples for a percentile. */
  bins({ fromMs, toMs }: TimeWindow, most: number): Bins {
    const spanS = Math.max(1, (toMs - fromMs) / 1000);
    const measured = this.#within(fromMs, toMs);
    const requests = measured.reduce((sum, slice) => sum + slice.requests, 0);
    const seconds = measured.reduce((sum, slice) => sum + (slice.toMs - slice.fromMs) / 1000, 0);
    const forSamples = requests > 0 ? Math.min(LONGEST_FOR_SAMPLES_S, (WANTED_SAMPLES * seconds) / requests) : 1;
    const wanted = Math.max(spanS / Math.max(10, most), Math.min(forSamples, spanS / FEWEST_POINTS));
    const sizeS = SIZES_S.find((size) => size >= wanted) ?? 600;
    return this.#columns(fromMs, toMs, sizeS * 1000);
  }

  /** The p95 of some of the requests over time, at most `most` points. */
  p95Of(matches: (tags: Tags) => boolean, { fromMs, toMs }: TimeWindow, most: number): Column {
    const sizeMs = Math.max(1000, (toMs - fromMs) / most);
    const length = Math.ceil((toMs - fromMs) / sizeMs);
    const column: Column = [];
    this.#eachPoint(this.#spans(fromMs, toMs, sizeMs, length), matches, (sums) => {
      column.push(sums.total === 0 ? null : (sums.percentiles([95])[0] ?? null));
    });
    return column;
  }

  plannedAt(atMs: number): number {
    return this.#planned(atMs);
  }

  /**
   * What a point's measurement is to be held against: of VUs, of which a point shows the most that an interval ended with, the most
   * that is planned at the ends of its seconds; of a rate, the middle of its line.
   */
  #plannedIn(fromMs: number, sizeMs: number, endMs: number): number {
    const within = (atMs: number): number => this.#planned(Math.min(endMs, atMs) - 1);
    if (this.loadUnit !== 'VUs') return within(fromMs + sizeMs / 2);
    const seconds = Math.max(1, Math.round(sizeMs / 1000));
    return Math.max(
      ...Array.from({ length: seconds }, (_, second) => within(fromMs + ((second + 1) * sizeMs) / seconds)),
    );
  }

  /** It changes only where a person changes the load. */
  #plan(fromMs: number, toMs: number, sizeMs: number, length: number): Column {
    const key = [fromMs, toMs, sizeMs, this.#run.loadChanges.length].join(' ');
    if (this.#knownPlan?.key !== key) {
      const column = Array.from({ length }, (_, index) => this.#plannedIn(fromMs + index * sizeMs, sizeMs, toMs));
      this.#knownPlan = { key, column };
    }
    return this.#knownPlan.column;
  }

  #within(fromMs: number, toMs: number): Slice[] {
    return this.#slices.slice(...this.#run.indicesOf({ fromMs, toMs }));
  }

  /** Which intervals each of some points holds. */
  #spans(fromMs: number, toMs: number, sizeMs: number, length: number): Span[] {
    const [first, end] = this.#run.indicesOf({ fromMs, toMs });
    const spans: Span[] = [];
    let at = first;
    for (let point = 0; point < length; point++) {
      const from = at;
      const last = point === length - 1;
      for (let slice = this.#slices[at]; slice && at < end; slice = this.#slices[++at]) {
        if (!last && binOf(slice, fromMs, sizeMs) > point) break;
      }
      spans.push([from, at]);
    }
    return spans;
  }

  /** Calls back with the latencies of each point, added up over those series that match; `only`: the points to be worked out. */
  #eachPoint(
    spans: readonly Span[],
    matches: (tags: Tags) => boolean,
    visit: (sums: BucketSums, point: number) => void,
    only: (point: number) => boolean = () => true,
  ): void {
    const histories: SeriesHistory[] = [];
    for (const history of this.#run.histories) {
      const { metric, tags } = history.definition;
      if (metric === 'http_req_duration' && matches(tags)) histories.push(history);
    }
    const next = histories.map((history) => history.entryAt(spans[0]?.[0] ?? 0));
    for (const [point, [from, to]] of spans.entries()) {
      if (!only(point)) continue;
      for (const [index, history] of histories.entries()) {
        let first = next[index] ?? 0;
        if ((history.intervalOf(first) ?? from) < from) first = history.entryAt(from);
        let end = first;
        while ((history.intervalOf(end) ?? to) < to) end++;
        history.addCounts(sums, first, end);
        next[index] = end;
      }
      visit(sums, point);
      sums.reset();
    }
  }

  /** Points that got no new interval keep their percentiles: of a run that goes on, all but the last. */
  #latencies(key: string, spans: readonly Span[]): readonly (readonly number[] | null)[] {
    const known = this.#known?.key === key ? this.#known.points : [];
    const points = spans.map(([from, to], point): KnownPoint => {
      const before = known[point];
      const measuredToMs = to > from ? (this.#slices[to - 1]?.toMs ?? null) : null;
      return before?.measuredToMs === measuredToMs ? before : { measuredToMs, values: null };
    });
    this.#eachPoint(
      spans,
      () => true,
      (latencies, point) => {
        const values = latencies.total === 0 ? null : latencies.percentiles([50, 95, 99]);
        points[point] = { measuredToMs: points[point]?.measuredToMs ?? null, values };
      },
      (point) => points[point] !== known[point],
    );
    this.#known = { key, points };
    return points.map(({ values }) => values);
  }

  #heat(spans: readonly Span[]): HeatMap {
    const columns: SparseCounts[] = [];
    this.#eachPoint(
      spans,
      () => true,
      (latencies) => columns.push(latencies.drain()),
    );
    return new HeatMap(columns);
  }

  #columns(fromMs: number, toMs: number, sizeMs: number): Bins {
    const length = Math.max(1, Math.ceil((toMs - fromMs) / sizeMs));
    const spans = this.#spans(fromMs, toMs, sizeMs, length);
    const groups = spans.map(([from, to]) => this.#slices.slice(from, to));
    const column = (value: (group: readonly Slice[], seconds: number) => number | null): Column =>
      groups.map((group) => (group.length === 0 ? null : value(group, secondsOf(group))));
    const sum = (value: (slice: Slice) => number): Column =>
      column((group, seconds) => group.reduce((total, slice) => total + value(slice), 0) / seconds);
    const most = (value: (slice: Slice) => number): Column =>
      column((group) => group.reduce((max, slice) => Math.max(max, value(slice)), 0));
    const latencies = this.#latencies(`${fromMs} ${toMs} ${sizeMs}`, spans);
    const percentile = (index: number): Column => latencies.map((values) => values?.[index] ?? null);
    let heat: HeatMap | null = null;
    return {
      sizeMs,
      fromMs,
      t: groups.map((_, index) => (fromMs + (index + 0.5) * sizeMs) / 1000),
      active: this.loadUnit === 'VUs' ? most((slice) => slice.vus) : sum((slice) => slice.iterations),
      planned: this.#plan(fromMs, toMs, sizeMs, length),
      dropped: sum((slice) => slice.dropped),
      requests: sum((slice) => slice.requests),
      failed: sum((slice) => slice.failed),
      kinds: byKind((kind) => sum((slice) => slice.kinds.get(kind) ?? 0)),
      p50: percentile(0),
      p95: percentile(1),
      p99: percentile(2),
      connections: most((slice) => slice.connections),
      loopDelayMs: most((slice) => slice.loopDelayMs),
      cpu: most((slice) => slice.cpu),
      generator: groups.map((group) => (group.length === 0 ? null : worst(group.map((slice) => slice.generator)))),
      measured: groups.map(({ length }) => length > 0),
      heat: () => (heat ??= this.#heat(spans)),
    };
  }
}

/** The key of an endpoint in `ChartData`. */
export function endpointKey(tags: { readonly method?: string; readonly name?: string }): string {
  return `${tags.method ?? ''} ${tags.name ?? ''}`;
}

/**
 * What the charts' time axis spans: the planned time from the first second on, so that nothing scrolls. A plan that ends
 * with its iterations has no such time.
 */
export function axisMs(run: RunModel): number {
  const open = run.plan?.scenarios.every(({ executor }) => executor.kind.endsWith('iterations')) ?? true;
  return Math.max(1000, run.elapsedMs, open && run.elapsedMs > 0 ? 0 : run.plannedMs);
}

function sliceOf(run: RunModel, interval: Interval): Slice {
  const kinds = new Map<ErrorKind, number>();
  let requests = 0;
  let failed = 0;
  let iterations = 0;
  let dropped = 0;
  for (const [id, sum] of interval.counters ?? []) {
    const series = run.definition(id);
    if (series?.metric === 'http_reqs') requests += sum;
    else if (series?.metric === 'iterations') iterations += sum;
    else if (series?.metric === 'dropped_iterations') dropped += sum;
    else if (series?.metric === 'errors') {
      failed += sum;
      const kind = ERROR_KINDS.find((candidate) => candidate === series.tags['kind']);
      if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + sum);
    }
  }
  const { health } = interval;
  return {
    interval,
    fromMs: interval.fromMs,
    toMs: interval.toMs,
    vus: mostActive(interval),
    iterations,
    dropped,
    requests,
    failed,
    kinds,
    connections: health.reduce((sum, worker) => sum + worker.sockets, 0),
    loopDelayMs: Math.max(0, ...health.map((worker) => worker.eventLoopDelayP99Ms)),
    cpu: Math.max(0, ...health.map((worker) => worker.cpu)),
    generator: worst(health.map(generatorState)),
  };
}

const sums = new BucketSums();

/** An interval belongs to the point that its middle is in: its borders jitter by some ms around the whole second. */
function binOf(slice: Slice, fromMs: number, sizeMs: number): number {
  return Math.max(0, Math.floor(((slice.fromMs + slice.toMs) / 2 - fromMs) / sizeMs));
}

function secondsOf(group: readonly Slice[]): number {
  return Math.max(0.001, group.reduce((sum, slice) => sum + slice.toMs - slice.fromMs, 0) / 1000);
}

function worst(states: readonly GeneratorState[]): GeneratorState {
  if (states.includes('saturated')) return 'saturated';
  return states.includes('strained') ? 'strained' : 'healthy';
}

function byKind(column: (kind: ErrorKind) => Column): Record<ErrorKind, Column> {
  return {
    timeout: column('timeout'),
    connect: column('connect'),
    reset: column('reset'),
    dns: column('dns'),
    tls: column('tls'),
    protocol: column('protocol'),
    '4xx': column('4xx'),
    '5xx': column('5xx'),
    expectation: column('expectation'),
  };
}

/**
 * The plan as a function of time: the sum over its scenarios, each as much of it as `levelAt` says was to be made. VUs change in steps,
 * rates along straight lines. While the load is paused nothing arrives, but VUs stay.
 */
export function plannedLoad(
  plan: Plan,
  unit: LoadUnit,
  levelAt: (atMs: number) => LoadLevel = () => ({ paused: false, factor: 1 }),
): (atMs: number) => number {
  const scenarios = plan.scenarios.map(({ executor, startTimeMs }) => ({
    steps: plannedSteps(executor),
    startTimeMs,
    endMs: durationMs(executor),
  }));
  return (atMs) => {
    const { paused, factor } = levelAt(atMs);
    return scenarios.reduce((sum, { steps, startTimeMs, endMs }) => {
      const at = atMs - startTimeMs;
      if (at < 0 || at > endMs) return sum;
      if (unit === 'VUs') return sum + scaledVUs(stepAt(steps, at), factor);
      return sum + (paused ? 0 : lineAt(steps, at) * factor);
    }, 0);
  };
}

type Steps = ReturnType<typeof plannedSteps>;

function stepAt(steps: Steps, atMs: number): number {
  let value = 0;
  for (const step of steps) {
    if (step.atMs > atMs) break;
    value = 'vus' in step ? step.vus : value;
  }
  return value;
}

function lineAt(steps: Steps, atMs: number): number {
  const after = steps.findIndex((step) => step.atMs > atMs);
  const next = steps[after];
  const last = steps[after === -1 ? steps.length - 1 : after - 1];
  if (!last || !('rate' in last)) return 0;
  if (!next || !('rate' in next) || next.atMs === last.atMs) return last.rate;
  // A constant rate drops to 0 at its end and does not slope towards it.
  if (after === steps.length - 1 && next.rate === 0 && steps.length === 2) return last.rate;
  return last.rate + ((next.rate - last.rate) * (atMs - last.atMs)) / (next.atMs - last.atMs);
}
