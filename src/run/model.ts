import type { Plan } from '../scenario/plan.ts';
import { plannedDurationMs, stagesOf, type StageWindow } from '../scenario/schedule/index.ts';
import {
  ExitCode,
  type FailedSample,
  type Interval,
  type LoadChange,
  type LoadLevel,
  type LogEvent,
  type RunEnd,
  type RunEvent,
  type RunStart,
  type Sample,
  type SeriesDefinition,
  type ThresholdChange,
  type ThresholdResult,
  type WorkerHealth,
} from './events.ts';
import { GeneratorTally, scheduleDelayMs, type GeneratorState } from './generator-health.ts';
import { IntervalCounts, trendsOf } from './interval-counts.ts';
import { IntervalGroups } from './interval-groups.ts';
import { mergeIntervals } from './merge-intervals.ts';
import { RequestTotals, type RequestChoice } from './request-totals.ts';
import { SeriesHistory } from './series-history.ts';
import { createSink, mergeSinks, type Sink } from './sinks.ts';
import { matches, ThresholdEvaluator } from './thresholds.ts';
import { Timeline } from './timeline.ts';

/** A part of the load's time: the intervals whose middle is in it, for their borders jitter by some ms around the whole second. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface RunModelOptions {
  readonly keepIntervals?: boolean;
  /** For who asks for one window after the other: histograms stay decoded, which takes twice the memory of the events. */
  readonly keepDecoded?: boolean;
  /** How long intervals are kept, in seconds. */
  readonly secondsKept?: (atMs: number) => number;
}

const AS_PLANNED: LoadLevel = { paused: false, factor: 1 };

/** A metric × tag set with what it gathered. */
export interface Series {
  readonly definition: SeriesDefinition;
  readonly sink: Sink;
}

/**
 * `setup`: no load yet. `ended`: there is a `run-end`. `interrupted`: the journal stops without one, or the reader was told
 * that the engine is gone.
 */
export type RunState = 'empty' | 'setup' | 'running' | 'ended' | 'interrupted';

/**
 * A run, folded from its events: the one model behind the results view, the terminal, the editor's marks and every
 * report. Feed it all events in order; it can be read at any time.
 *
 * With `keepIntervals` (the default) windows and charts can be asked for: of long runs, seconds become longer intervals as in their
 * journals. Without, memory does not grow with the run at all.
 */
export class RunModel {
  readonly #keepIntervals: boolean;
  readonly #keepDecoded: boolean;
  readonly #series = new Map<number, SeriesHistory>();
  readonly #intervals: Interval[] = [];
  readonly #groups: IntervalGroups;
  /** All events but intervals and the end. */
  readonly #others: RunEvent[] = [];
  readonly #requests = new Map<string, RequestTotals>();
  readonly #samples: Sample[] = [];
  readonly #logs: LogEvent[] = [];
  readonly #loadChanges: LoadChange[] = [];
  #start: RunStart | null = null;
  #end: RunEnd | null = null;
  #loadStart: number | null = null;
  #interrupted = false;
  #revision = 0;
  #evaluator: ThresholdEvaluator | null = null;
  /** What the engine said last of each threshold. */
  readonly #told = new Map<number, ThresholdChange>();
  #elapsedMs = 0;
  #lastInterval: Interval | null = null;
  /** How the generator itself did. */
  readonly generator = new GeneratorTally();
  /** What each interval measured, in a few figures; empty without `keepIntervals`. */
  readonly timeline = new Timeline();
  readonly #isScheduleDelay = (id: number): boolean => this.definition(id)?.metric === 'schedule_delay';
  /** What was asked of the window that was looked at last. */
  #window: WindowSums | null = null;

  constructor(options: RunModelOptions = {}) {
    this.#keepIntervals = options.keepIntervals ?? true;
    this.#keepDecoded = options.keepDecoded ?? false;
    this.#groups = new IntervalGroups(options.secondsKept);
  }

  /** Grows with each event: what was worked out at one revision holds for it. */
  get revision(): number {
    return this.#revision;
  }

  apply(event: RunEvent): void {
    this.#revision++;
    if (event.type !== 'interval' && event.type !== 'run-end') this.#others.push(event);
    switch (event.type) {
      case 'run-start':
        this.#start = event;
        this.#evaluator = new ThresholdEvaluator(event.plan);
        break;
      case 'load-start':
        this.#loadStart = event.time;
        break;
      case 'load-change':
        this.#loadChanges.push(event);
        break;
      case 'series':
        this.#series.set(event.id, new SeriesHistory(event));
        this.#window = null;
        this.#evaluator?.onSeries(event);
        this.timeline.onSeries(event);
        break;
      case 'interval':
        this.#addInterval(event);
        break;
      case 'sample':
        this.#samples.push(event);
        break;
      case 'log':
        this.#logs.push(event);
        break;
      case 'run-end':
        this.#end = event;
        this.#elapsedMs = Math.max(this.#elapsedMs, event.atMs);
        break;
      case 'threshold':
        this.#told.set(event.id, event);
        break;
    }
  }

  /** Says that no more events will come although there was no `run-end`. */
  markInterrupted(): void {
    if (!this.#end) this.#interrupted = true;
  }

  /** Whoever folds them comes to the same run. Of intervals those that are kept, behind the series that they have values of. */
  get events(): RunEvent[] {
    return [...this.#others, ...this.#intervals, ...(this.#end ? [this.#end] : [])];
  }

  get state(): RunState {
    if (this.#end) return 'ended';
    if (this.#interrupted) return 'interrupted';
    if (!this.#start) return 'empty';
    return this.#loadStart === null ? 'setup' : 'running';
  }

  get start(): RunStart | null {
    return this.#start;
  }

  get plan(): Plan | null {
    return this.#start?.plan ?? null;
  }

  get end(): RunEnd | null {
    return this.#end;
  }

  /** Whether setup is over, so that there is load to speak of. */
  get loadStarted(): boolean {
    return this.#loadStart !== null;
  }

  /** All of its load was made, or a requirement ended it: the verdicts are final, whatever became of teardown. */
  get complete(): boolean {
    const { outcome, exitCode } = this.#end ?? {};
    if (outcome === 'passed' || outcome === 'failed') return true;
    return exitCode === ExitCode.teardownTimeout || (exitCode === ExitCode.scriptException && this.loadStarted);
  }

  /** Unix time in ms of a moment of the load; null before the load began. */
  timeOf(atMs: number): number | null {
    return this.#loadStart === null ? null : this.#loadStart + atMs;
  }

  /** How long the load has lasted. */
  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  /** How long the load is to last, without graceful stops. */
  get plannedMs(): number {
    return this.#start ? plannedDurationMs(this.#start.plan) : 0;
  }

  /** All scenarios' stages in file order. */
  get stages(): StageWindow[] {
    return this.#start?.plan.scenarios.flatMap(stagesOf) ?? [];
  }

  get intervals(): readonly Interval[] {
    return this.#intervals;
  }

  /** Indices of the intervals of a window: from the first one up to the one behind the last. */
  indicesOf({ fromMs, toMs }: TimeWindow): readonly [from: number, to: number] {
    return [this.#indexAt(fromMs), this.#indexAt(toMs)];
  }

  /** The interval that came last, as it came; null before the first. */
  get lastInterval(): Interval | null {
    return this.#lastInterval;
  }

  /** The window, or the interval that holds it where its seconds have become a longer one: of less nothing is known any more. */
  widened(window: TimeWindow): TimeWindow {
    const [from, to] = this.indicesOf(window);
    if (from < to) return window;
    const middle = (window.fromMs + window.toMs) / 2;
    const holds = ({ fromMs, toMs, vus }: Interval): boolean =>
      vus.mostActive !== undefined && fromMs <= middle && middle < toMs;
    const { fromMs, toMs } = this.#intervals.slice(Math.max(0, from - 1), from + 1).find(holds) ?? window;
    return fromMs === window.fromMs && toMs === window.toMs ? window : { fromMs, toMs };
  }

  get samples(): readonly Sample[] {
    return this.#samples;
  }

  /** The samples that are of failed exchanges: all of them, unless the run was asked to keep every exchange. */
  get failures(): readonly FailedSample[] {
    return this.#samples.filter((sample): sample is FailedSample => sample.kind !== null);
  }

  get logs(): readonly LogEvent[] {
    return this.#logs;
  }

  /** What a person changed of the load, in order. */
  get loadChanges(): readonly LoadChange[] {
    return this.#loadChanges;
  }

  /** How much of the planned load was to be made at a moment. */
  loadLevelAt(atMs: number): LoadLevel {
    return this.#loadChanges.findLast((change) => change.atMs <= atMs) ?? AS_PLANNED;
  }

  /** As it was last set. */
  get loadLevel(): LoadLevel {
    return this.#loadChanges.at(-1) ?? AS_PLANNED;
  }

  get vus(): { readonly active: number; readonly allocated: number } {
    return this.#lastInterval?.vus ?? { active: 0, allocated: 0 };
  }

  /** Of the last interval, one entry a worker. */
  get health(): readonly WorkerHealth[] {
    return this.#lastInterval?.health ?? [];
  }

  /** In the order of `Plan.thresholds`; final once the run has ended. */
  get thresholds(): readonly ThresholdResult[] {
    if (this.#end) return this.#end.thresholds;
    const results = this.#evaluator?.results(this.#elapsedMs, { final: false }) ?? [];
    return results.map((result) => {
      const { verdict, actual = null } = this.#told.get(result.id) ?? {};
      // Its worst window lay within what is one interval now.
      const failed = verdict === 'fail' && result.worstWindow !== undefined && result.verdict !== 'fail';
      return failed ? { ...result, verdict, actual } : result;
    });
  }

  /** Definition of a series id. */
  definition(id: number): SeriesDefinition | undefined {
    return this.#series.get(id)?.definition;
  }

  /** What each series brought interval by interval; empty histories without `keepIntervals`. */
  get histories(): Iterable<SeriesHistory> {
    return this.#series.values();
  }

  /**
   * Every series, over the whole run or a window of it (which needs `keepIntervals`). A sink is worked out when it is read; those of the
   * whole run go on growing with it.
   */
  series(window: TimeWindow | null = null): readonly Series[] {
    return window ? this.#windowOf(window).series : [...this.#series.values()];
  }

  /**
   * The requests of a choice, added up over the whole run or a window of it. `key` names the choice: of the whole run, its totals are
   * kept, and the next question costs no more than what came since.
   */
  requests(key: string, choice: RequestChoice, window: TimeWindow | null = null): RequestTotals {
    const known = window ? this.#windowOf(window).requests : this.#requests;
    let totals = known.get(key);
    if (!totals) known.set(key, (totals = new RequestTotals(choice, window && this.indicesOf(window))));
    totals.update(this.#series, this.#keepIntervals);
    return totals;
  }

  /** From the first interval in which a series had values to the last one, in a window or the whole run; null where it had none. */
  spanOf(id: number, window: TimeWindow | null = null): TimeWindow | null {
    const history = this.#series.get(id);
    if (!history) return null;
    const [from, to] = window ? this.indicesOf(window) : [0, this.#intervals.length];
    const first = this.#intervals[history.intervalOf(history.entryAt(from)) ?? -1];
    const last = this.#intervals[history.intervalOf(history.entryAt(to) - 1) ?? -1];
    return first && last && first.fromMs <= last.fromMs ? { fromMs: first.fromMs, toMs: last.toMs } : null;
  }

  /** All of a metric's series whose tags match, merged; null where there is none. */
  total(metric: string, tags: Readonly<Record<string, string>> = {}, window: TimeWindow | null = null): Sink | null {
    let total: Sink | null = null;
    for (const series of this.series(window)) {
      const { definition } = series;
      if (definition.metric !== metric || !matches(definition.tags, tags)) continue;
      // A sink is worked out when it is read: of others it is not.
      mergeSinks((total ??= createSink(definition.kind)), series.sink);
    }
    return total;
  }

  #windowOf(window: TimeWindow): WindowSums {
    const [from, to] = this.indicesOf(window);
    const key = `${from} ${to}`;
    if (this.#window?.key === key) return this.#window;
    const series = [...this.#series.values()].flatMap((history): Series[] => {
      const entries = [history.entryAt(from), history.entryAt(to)] as const;
      return entries[0] < entries[1] ? [new WindowedSeries(history, ...entries)] : [];
    });
    return (this.#window = { key, series, requests: new Map() });
  }

  /** The index of the first interval whose middle is not before a moment. */
  #indexAt(atMs: number): number {
    let low = 0;
    let high = this.#intervals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const interval = this.#intervals[middle];
      if (interval && (interval.fromMs + interval.toMs) / 2 < atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #addInterval(interval: Interval): void {
    this.#elapsedMs = interval.toMs;
    this.#lastInterval = interval;
    const counts = new IntervalCounts(interval);
    const generator = this.generator.add(interval, scheduleDelayMs(interval, this.#isScheduleDelay, counts.ofTrend));
    if (this.#keepIntervals) {
      const index = this.#intervals.length;
      this.#forEachValue(interval, counts, (history, ...value) => history.add(index, ...this.#kept(value)));
      this.#keep(interval, counts, generator);
      const group = this.#groups.add(interval);
      if (group) this.#rollUp(group);
    } else this.#forEachValue(interval, counts, (history, ...value) => history.addOnce(...value));
    this.#evaluator?.onInterval(interval, counts);
  }

  /** Puts one interval in the place of the last ones. */
  #rollUp(group: readonly Interval[]): void {
    for (const totals of this.#requests.values()) totals.update(this.#series, true);
    const merged = mergeIntervals(group, this.#isScheduleDelay);
    const counts = new IntervalCounts(merged);
    this.#intervals.length -= group.length;
    const index = this.#intervals.length;
    this.timeline.dropLast(group.length);
    this.#window = null;
    this.#forEachValue(merged, counts, (history, ...value) => history.rollUp(index, ...this.#kept(value)));
    // The run's own tally has its seconds.
    this.#keep(merged, counts, new GeneratorTally().add(merged, 0));
    for (const totals of this.#requests.values()) totals.onRolledUp();
  }

  #keep(interval: Interval, counts: IntervalCounts, generator: GeneratorState): void {
    this.#intervals.push(interval);
    for (const [id] of trendsOf(interval)) this.timeline.onTrend(id, () => counts.of(id));
    this.timeline.onInterval(interval, generator);
  }

  #kept(value: Value): Value {
    return this.#keepDecoded ? value : [value[0]];
  }

  #forEachValue(
    interval: Interval,
    counts: IntervalCounts,
    visit: (history: SeriesHistory, ...value: Value) => void,
  ): void {
    for (const deltas of [interval.counters, interval.gauges, interval.rates]) {
      for (const delta of deltas ?? []) {
        const history = this.#series.get(delta[0]);
        if (history) visit(history, delta);
      }
    }
    for (const delta of trendsOf(interval)) {
      const history = this.#series.get(delta[0]);
      if (history) visit(history, delta, counts.packed, ...counts.placeOf(delta[0]));
    }
  }
}

/** What `SeriesHistory` adds. */
type Value = Parameters<SeriesHistory['addOnce']>;

interface WindowSums {
  readonly key: string;
  readonly series: readonly Series[];
  readonly requests: Map<string, RequestTotals>;
}

/** A part of a series, added up when its sum is read. */
class WindowedSeries implements Series {
  readonly definition: SeriesDefinition;
  readonly #history: SeriesHistory;
  readonly #from: number;
  readonly #to: number;
  #sink: Sink | null = null;

  constructor(history: SeriesHistory, from: number, to: number) {
    this.definition = history.definition;
    this.#history = history;
    this.#from = from;
    this.#to = to;
  }

  get sink(): Sink {
    if (!this.#sink) this.#history.addTo((this.#sink = createSink(this.definition.kind)), this.#from, this.#to);
    return this.#sink;
  }
}
