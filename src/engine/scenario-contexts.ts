import type { ChooseStep, DataFeeder, ScenarioPlan } from '../scenario/plan.ts';
import { createExpressionCompiler, type ExpressionCompiler, type Scope } from '../scenario/expression.ts';
import { digests } from '../scenario/expressions/digests.ts';
import { stageAt, stagesOf } from '../scenario/schedule/index.ts';
import { FAST_TRENDS } from '../run/metrics.ts';
import type { LogEvent, Sample } from '../run/events.ts';
import { toUnixMs, type Clock } from './clock.ts';
import { Deadlines } from './deadlines.ts';
import type { Debugger } from './debug/debugger.ts';
import { Deck } from './deck.ts';
import { Feed } from './feed.ts';
import { ByteMeter } from './http/byte-meter.ts';
import { DnsCache } from './http/dns-cache.ts';
import type { Names } from './http/dial.ts';
import { tlsSettings, type TlsSettings } from './http/tls.ts';
import { LogBuffer } from './log-buffer.ts';
import { Recorder } from './metrics/recorder.ts';
import { Points } from './points.ts';
import { Random } from './random.ts';
import { credentialsIn, withoutCredentials } from './run-masks.ts';
import { RunValues } from './run-values.ts';
import { SampleQuota } from './sample-quota.ts';
import type { JsonObject, Phase, ScenarioContext } from './scenario-context.ts';
import { SentFiles } from './sent-files.ts';
import { SharedCounters } from './shared-counters.ts';
import { problemOf } from './step-problem.ts';
import { TagValues } from './tag-values.ts';
import type { Vu } from './vu.ts';
import type { RunContext, WorkerInit, WorkerReport } from './worker-protocol.ts';

/** Of a body, as much as a sample has. */
const PREVIEW_BYTES = 4096;
/** The same where whole exchanges are wanted; no one reads more. */
const WHOLE_BYTES = 1_000_000;

/** Apart from the streams of VUs and scenarios. */
const DECK_STREAM = -4;
const DNS_STREAM = -6;

/** While `vars` are worked out. */
export const NOTHING_KNOWN: RunContext = { vars: {}, scenarioVars: [], setup: {} };

interface Part {
  readonly meter: ByteMeter;
  readonly tags: Readonly<Record<string, string>>;
}

/** The scenario that a context is of. */
export interface PlannedScenario {
  readonly scenario: ScenarioPlan;
  readonly index: number;
}

/** What a worker's VUs have in common, by scenario and phase, and what they measured. */
export class ScenarioContexts {
  readonly values: RunValues;
  readonly counters: SharedCounters;
  readonly deadlines: Deadlines;
  readonly #init: WorkerInit;
  readonly #clock: Clock;
  readonly #abort: ScenarioContext['abort'];
  readonly #debugger: Debugger | null;
  readonly #points: Points | null;
  readonly #recorder: Recorder;
  readonly #compiler: ExpressionCompiler;
  readonly #files: SentFiles;
  readonly #tls: TlsSettings;
  readonly #names: Names;
  readonly #current: { vu: Vu | null } = { vu: null };
  readonly #logs = new LogBuffer();
  readonly #samples: Sample[] = [];
  readonly #quota: SampleQuota;
  readonly #parts: Part[] = [];
  readonly #tagValues: TagValues;
  readonly #feeds = new Map<string, Feed>();
  /** What setup captured, or `refresh` after it. */
  #setup: JsonObject = {};
  #loadStartMs: number;

  constructor(init: WorkerInit, clock: Clock, onAbort: ScenarioContext['abort'], follower: Debugger | null) {
    this.#init = init;
    this.#clock = clock;
    this.#abort = onAbort;
    this.#debugger = follower;
    this.#loadStartMs = clock.now();
    this.#quota = new SampleQuota(init.exchanges);
    this.#points = init.points ? new Points() : null;
    // What a threshold judges must be there each second.
    const fastTrends = new Set([...FAST_TRENDS, ...init.plan.thresholds.map(({ metric }) => metric)]);
    this.#recorder = new Recorder({ fastTrends, points: this.#points, nowMs: clock.now() });
    this.deadlines = new Deadlines(clock);
    this.counters = new SharedCounters(init.plan, init.counters);
    this.#tagValues = new TagValues(init.plan, init.tagValues);
    const { sequence } = this.counters;
    this.#compiler = createExpressionCompiler(
      {
        random: () => this.#current.vu?.random.next() ?? 0,
        nowMs: () => toUnixMs(clock.now()),
        seq: () => sequence.next(),
      },
      digests,
    );
    this.values = new RunValues(init, this.#compiler);
    this.#files = new SentFiles(init.folder, init.files);
    const random = new Random(init.seed, DNS_STREAM, init.worker);
    const dns = new DnsCache(
      init.plan.http.dns,
      () => clock.now(),
      () => random.next(),
    );
    this.#names = { overrides: init.plan.http.hosts, lookup: dns.lookup };
    this.#tls = tlsSettings(init.plan.http, init.tls);
  }

  get loadStartMs(): number {
    return this.#loadStartMs;
  }

  set loadStartMs(startMs: number) {
    this.#loadStartMs = startMs;
  }

  /** What iterations that begin from now on see as `setup`. */
  replaceSetup(setup: JsonObject): void {
    this.#setup = setup;
  }

  /** Expressions outside of any scenario draw from this VU's randomness. */
  drawFrom(vu: Vu): void {
    this.#current.vu = vu;
  }

  /** `run` is null while `vars` are worked out, which read neither `baseUrl` nor `http.proxy`. @throws ExpressionError, StepError */
  of(phase: Phase, of: PlannedScenario | null, run: RunContext | null): ScenarioContext {
    const meter = new ByteMeter();
    const tags = of ? { ...of.scenario.tags, scenario: of.scenario.name } : {};
    this.#parts.push({ meter, tags });
    return this.#context(phase, of, run, { meter, tags });
  }

  /** What starts on its first use, and takes long, is used before a load that seems to need it: the first request must not wait for it. */
  warmUp({ vars, scenarioVars, setup }: RunContext): void {
    const { plan, env, secrets, feeders } = this.#init;
    const firstRows = Object.values(feeders).map(({ rows }) => rows[0]);
    const text = JSON.stringify([plan, env, secrets, firstRows, vars, scenarioVars, setup]);
    if (/\b(?:https|wss):/i.test(text)) Reflect.get(this.#tls, 'secureContext');
    if (/\b(?:sha256|hmacSha256)\(/.test(text)) digests.sha256('');
  }

  /** As setup's, but nobody counts what it does, and nothing of it is kept. @throws ExpressionError, StepError */
  unmeasured(run: RunContext): ScenarioContext {
    const recorder = new Recorder({ fastTrends: new Set(), points: null, nowMs: this.#clock.now() });
    return {
      ...this.#context('setup', null, run, { meter: new ByteMeter(), tags: {} }),
      recorder,
      group: '::refresh',
      keepsAll: false,
      wantsSample: () => false,
    };
  }

  /** One for all scenarios that use it. */
  feed(feeder: DataFeeder): Feed {
    const known = this.#feeds.get(feeder.name);
    if (known) return known;
    const rows = this.#init.feeders[feeder.name] ?? { rows: [], taken: null };
    const feed = new Feed(feeder, rows, this.counters.rows(feeder.name));
    this.#feeds.set(feeder.name, feed);
    return feed;
  }

  /** What was measured and said since the last time, and the sockets that are open. */
  drain(everything: boolean): Pick<WorkerReport, 'deltas' | 'samples' | 'logs' | 'points'> & { sockets: number } {
    const now = this.#clock.now();
    let sockets = 0;
    for (const { meter, tags } of this.#parts) {
      sockets += meter.sockets;
      const { sent, received } = meter.drain();
      if (sent > 0) this.#recorder.add(this.#recorder.counter('data_sent', tags), sent, now);
      if (received > 0) this.#recorder.add(this.#recorder.counter('data_received', tags), received, now);
    }
    return {
      deltas: this.#recorder.drain(now, everything),
      samples: this.#samples.splice(0),
      logs: this.#logs.drain(),
      points: this.#points?.drain() ?? null,
      sockets,
    };
  }

  #context(phase: Phase, of: PlannedScenario | null, known: RunContext | null, { meter, tags }: Part): ScenarioContext {
    const run = known ?? NOTHING_KNOWN;
    const { plan, env, secrets, exchanges } = this.#init;
    const vars = (of && run.scenarioVars[of.index]) ?? run.vars;
    const given = { env, secret: secrets, vars, data: {} };
    let scope: Scope = { ...given, setup: run.setup };
    // The load sees what was refreshed; setup, teardown and refresh itself see what they were given.
    const refreshed = (): Scope => (scope.setup === this.#setup ? scope : (scope = { ...given, setup: this.#setup }));
    const clock = this.#clock;
    const stages = of ? stagesOf(of.scenario) : [];
    const context: ScenarioContext = {
      name: of?.scenario.name ?? '',
      phase,
      clock,
      deadlines: this.deadlines,
      recorder: this.#recorder,
      compiler: this.#compiler,
      current: this.#current,
      http: plan.http,
      base: known && this.values.base(vars),
      files: this.#files,
      dial: {
        connectTimeoutMs: plan.http.connectTimeoutMs,
        tls: this.#tls,
        proxy: known && this.values.proxy(run.vars),
        names: this.#names,
        meter,
        now: () => clock.now(),
        readMs: () => clock.readMs(),
      },
      mayLoad: (origin) => this.values.mayLoad(origin),
      customMetrics: new Map(plan.metrics.map(({ name, kind }) => [name, kind])),
      scope: phase === 'load' ? refreshed : () => scope,
      tags,
      tagValues: this.#tagValues,
      group: of ? '' : `::${phase}`,
      stage: () =>
        of && stages.length > 0
          ? stageAt(of.scenario.executor, clock.now() - this.#loadStartMs - of.scenario.startTimeMs)
          : -1,
      stageName: (stage) => stages[stage]?.name,
      sinceLoadStart: (clockMs) => clockMs - this.#loadStartMs,
      keepsAll: exchanges !== 'failed',
      sampleBytes: exchanges === 'whole' ? WHOLE_BYTES : PREVIEW_BYTES,
      wantsSample: (kind) => this.#quota.wants(kind),
      keepSample: (kind, sample, { scope: captured }) => {
        this.#quota.count(kind);
        this.#samples.push(withoutCredentials(sample, credentialsIn(captured)));
      },
      iterationFailed: (vu, error, at) => {
        const { message, line } = problemOf(error, at);
        this.#log('error', message, line, vu);
      },
      deck: (step) => this.#deck(step),
      abort: this.#abort,
      log: (level, message, line, vu) => this.#log(level, message, line, vu),
      debug: null,
    };
    return this.#debugger?.follow(context) ?? context;
  }

  /** All workers deal from one deck. */
  #deck({ id, branches }: ChooseStep): () => number {
    const weights = branches.map(({ weight }) => weight);
    const deck = new Deck(weights, (number) => new Random(this.#init.seed, DECK_STREAM, id, number));
    const counter = this.counters.deals(id);
    return () => deck.deal(counter.next());
  }

  #log(level: LogEvent['level'], message: string, line: number | undefined, vu: Vu): void {
    const atMs = this.#clock.now() - this.#loadStartMs;
    const event: LogEvent = { type: 'log', atMs, level, message, ...(line === undefined ? {} : { line }) };
    this.#logs.add(event, credentialsIn(vu.scope));
  }
}
