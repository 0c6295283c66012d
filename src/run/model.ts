import type { Plan } from '../scenario/plan.ts';
import { plannedDurationMs, stagesOf, type StageWindow } from '../scenario/schedule/index.ts';
import type {
  FailedSample,
  Interval,
  LoadChange,
  LoadLevel,
  LogEvent,
  RunEnd,
  RunEvent,
  RunStart,
  Sample,
  SeriesDefinition,
  ThresholdResult,
  WorkerHealth,
} from './events.ts';
import { GeneratorTally, lateness } from './generator-health.ts';
import { IntervalCounts } from './interval-counts.ts';
import { forEachDelta, type DeltaVisitor } from './interval-deltas.ts';
import { createSink, mergeSinks, type Sink } from './sinks.ts';
import { matches, ThresholdEvaluator } from './thresholds.ts';
import { Timeline } from './timeline.ts';

/** A part of the load's time: what ended after `fromMs` and not after `toMs`. */
export interface TimeWindow {
  readonly fromMs: number;
  readonly toMs: number;
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
 * With `keepIntervals` (the default) windows and charts can be asked for; without, memory does not grow with the run.
 */
export class RunModel {
  readonly #keepIntervals: boolean;
  readonly #series = new Map<number, Series>();
  readonly #intervals: Interval[] = [];
  /** By the index of the interval. */
  readonly #counts: IntervalCounts[] = [];
  readonly #samples: Sample[] = [];
  readonly #logs: LogEvent[] = [];
  readonly #loadChanges: LoadChange[] = [];
  #start: RunStart | null = null;
  #end: RunEnd | null = null;
  #loadStart: number | null = null;
  #interrupted = false;
  #revision = 0;
  #evaluator: ThresholdEvaluator | null = null;
  #elapsedMs = 0;
  #lastInterval: Interval | null = null;
  /** How the generator itself did. */
  readonly generator = new GeneratorTally();
  /** What each interval measured, in a few figures; empty without `keepIntervals`. */
  readonly timeline = new Timeline();
  #windowCache: { window: TimeWindow; series: readonly Series[] } | null = null;

  constructor(options: { readonly keepIntervals?: boolean } = {}) {
    this.#keepIntervals = options.keepIntervals ?? true;
  }

  /** Grows with each event: what was worked out at one revision holds for it. */
  get revision(): number {
    return this.#revision;
  }

  apply(event: RunEvent): void {
    this.#revision++;
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
        this.#series.set(event.id, { definition: event, sink: createSink(event.kind) });
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
        // The evaluator knows it already; the event is for readers without one.
        break;
    }
  }

  /** Says that no more events will come although there was no `run-end`. */
  markInterrupted(): void {
    if (!this.#end) this.#interrupted = true;
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

  /** The histograms of an interval, by its index; undefined where intervals are not kept. */
  countsOf(index: number): IntervalCounts | undefined {
    return this.#counts[index];
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
    return this.#end?.thresholds ?? this.#evaluator?.results(this.#elapsedMs, { final: false }) ?? [];
  }

  /** Definition of a series id. */
  definition(id: number): SeriesDefinition | undefined {
    return this.#series.get(id)?.definition;
  }

  /** Every series, over the whole run or a window of it (which needs `keepIntervals`). */
  series(window: TimeWindow | null = null): readonly Series[] {
    if (!window) return [...this.#series.values()];
    const cached = this.#windowCache;
    if (cached?.window.fromMs === window.fromMs && cached.window.toMs === window.toMs) return cached.series;
    const sinks = new Map<number, Series>();
    for (const [index, interval] of this.#intervals.entries()) {
      if (interval.toMs <= window.fromMs || interval.toMs > window.toMs) continue;
      const add: DeltaVisitor = (id, addTo) => {
        const definition = this.definition(id);
        if (!definition) return;
        let series = sinks.get(id);
        if (!series) sinks.set(id, (series = { definition, sink: createSink(definition.kind) }));
        addTo(series.sink);
      };
      forEachDelta(interval, add, this.#counts[index]?.ofTrend);
    }
    const series = [...sinks.values()];
    this.#windowCache = { window, series };
    return series;
  }

  /** All of a metric's series whose tags match, merged; null where there is none. */
  total(metric: string, tags: Readonly<Record<string, string>> = {}, window: TimeWindow | null = null): Sink | null {
    let total: Sink | null = null;
    for (const { definition, sink } of this.series(window)) {
      if (definition.metric !== metric || !matches(definition.tags, tags)) continue;
      mergeSinks((total ??= createSink(definition.kind)), sink);
    }
    return total;
  }

  #addInterval(interval: Interval): void {
    this.#elapsedMs = interval.toMs;
    this.#lastInterval = interval;
    this.#windowCache = null;
    const counts = new IntervalCounts(interval);
    if (this.#keepIntervals) {
      this.#intervals.push(interval);
      this.#counts.push(counts);
    }
    let scheduleDelayMs = 0;
    const add: DeltaVisitor = (id, addTo, histogram) => {
      const series = this.#series.get(id);
      if (!series) return;
      addTo(series.sink);
      if (histogram === null) return;
      if (this.#keepIntervals) this.timeline.onTrend(id, histogram);
      if (series.definition.metric === 'schedule_delay') {
        scheduleDelayMs = Math.max(scheduleDelayMs, lateness(histogram()));
      }
    };
    forEachDelta(interval, add, counts.ofTrend);
    const generator = this.generator.add(interval, scheduleDelayMs);
    if (this.#keepIntervals) this.timeline.onInterval(interval, generator);
    this.#evaluator?.onInterval(interval, counts);
  }
}
