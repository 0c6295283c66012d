import type {
  ChooseStep,
  DataFeeder,
  JsonValue,
  NamedTemplate,
  ScenarioPlan,
  Step,
  Template,
} from '../scenario/plan.ts';
import {
  compileTemplate,
  createExpressionCompiler,
  ExpressionError,
  textOf,
  type ExpressionCompiler,
  type Scope,
} from '../scenario/expression.ts';
import { digests } from '../scenario/expressions/digests.ts';
import { overriddenOrigin } from '../scenario/host-overrides.ts';
import { hostnameOf, isLoopback } from '../scenario/loopback.ts';
import { maxVUs, stageAt, stagesOf } from '../scenario/schedule/index.ts';
import { FAST_TRENDS } from '../run/metrics.ts';
import type { LogEvent, Sample } from '../run/events.ts';
import { fromUnixMs, toUnixMs, type Clock } from './clock.ts';
import { Deadlines } from './deadlines.ts';
import { Debugger } from './debug/debugger.ts';
import type { DebugEvent } from './debug/protocol.ts';
import { dataUse } from './data-use.ts';
import { Deck } from './deck.ts';
import { createLoad } from './executors/index.ts';
import { IterationRunner } from './executors/iteration-runner.ts';
import { shareOf, type Load, type Share } from './executors/load.ts';
import { Feed } from './feed.ts';
import { HealthMeter } from './health.ts';
import { ByteMeter } from './http/byte-meter.ts';
import { DnsCache } from './http/dns-cache.ts';
import type { Names } from './http/dial.ts';
import { parseProxy, type Proxy } from './http/proxy.ts';
import { tlsSettings, type TlsSettings } from './http/tls.ts';
import { parseBase, type Base } from './http/url.ts';
import { LogBuffer } from './log-buffer.ts';
import { Recorder } from './metrics/recorder.ts';
import { Points } from './points.ts';
import { Random } from './random.ts';
import { capturedIn, credentialsIn, withoutCredentials } from './run-masks.ts';
import type { JsonObject, Phase, ScenarioContext } from './scenario-context.ts';
import { SentFiles } from './sent-files.ts';
import { SharedCounters } from './shared-counters.ts';
import { compileProgram } from './steps/program.ts';
import { notAgreed } from './steps/request.ts';
import { isOfScenario, StepError, Vu, type IterationOutcome, type Program } from './vu.ts';
import type { FromWorker, PhaseProblem, RunContext, ToWorker, WorkerInit } from './worker-protocol.ts';

/** Samples that a worker keeps of one kind of failure. */
const SAMPLES_PER_FAILURE = 3;
/** Exchanges that a worker keeps where all are wanted. */
const MAX_KEPT = 300;
/** Of a body, as much as a sample has. */
const PREVIEW_BYTES = 4096;
/** The same where whole exchanges are wanted; no one reads more. */
const WHOLE_BYTES = 1_000_000;

/** While `vars` are worked out. */
const NOTHING_KNOWN: RunContext = { vars: {}, scenarioVars: [], setup: {} };

/** What one VU does once, beside the load. */
type SinglePhase = 'setup' | 'refresh' | 'teardown';

/** Apart from the streams of VUs and scenarios. */
const SINGLE_STREAMS: Readonly<Record<SinglePhase, number>> = { setup: -2, teardown: -3, refresh: -5 };
const DECK_STREAM = -4;
const DNS_STREAM = -6;

interface Part {
  readonly meter: ByteMeter;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * One worker's share of a run: its VUs, their connections, its own measurements. It knows nothing of threads; whoever drives it
 * passes messages in and takes them out.
 */
export class LoadWorker {
  readonly #init: WorkerInit;
  readonly #clock: Clock;
  readonly #post: (message: FromWorker) => void;
  readonly #share: Share;
  readonly #deadlines: Deadlines;
  readonly #points: Points | null;
  readonly #recorder: Recorder;
  readonly #compiler: ExpressionCompiler;
  readonly #counters: SharedCounters;
  readonly #files: SentFiles;
  readonly #tls: TlsSettings;
  readonly #names: Names;
  readonly #current: { vu: Vu | null } = { vu: null };
  readonly #health: HealthMeter;
  readonly #debugger: Debugger | null;
  readonly #logs = new LogBuffer();
  readonly #samples: Sample[] = [];
  readonly #sampleCounts = new Map<string, number>();
  readonly #parts: Part[] = [];
  readonly #runners: IterationRunner[] = [];
  readonly #feeds = new Map<string, Feed>();
  /** What setup captured, or `refresh` after it. */
  #setup: JsonObject = {};
  #kept = 0;
  #aborted = false;
  /** How many VUs there were beside the load. */
  #singles = 0;
  #loads: Load[] = [];
  /** The VU of setup or teardown, while it runs. */
  #single: Vu | null = null;
  #loadStartMs: number;

  constructor(init: WorkerInit, clock: Clock, post: (message: FromWorker) => void) {
    this.#init = init;
    this.#clock = clock;
    this.#post = post;
    this.#share = { worker: init.worker, workers: init.workers };
    this.#deadlines = new Deadlines(clock);
    this.#points = init.points ? new Points() : null;
    this.#loadStartMs = clock.now();
    // What a threshold judges must be there each second.
    const fastTrends = new Set([...FAST_TRENDS, ...init.plan.thresholds.map(({ metric }) => metric)]);
    this.#recorder = new Recorder({ fastTrends, points: this.#points, nowMs: clock.now() });
    this.#counters = new SharedCounters(init.plan, init.counters);
    const { sequence } = this.#counters;
    this.#compiler = createExpressionCompiler(
      {
        random: () => this.#current.vu?.random.next() ?? 0,
        nowMs: () => toUnixMs(clock.now()),
        seq: () => sequence.next(),
      },
      digests,
    );
    this.#files = new SentFiles(init.folder, init.files);
    const random = new Random(init.seed, DNS_STREAM, init.worker);
    const dns = new DnsCache(
      init.plan.http.dns,
      () => clock.now(),
      () => random.next(),
    );
    this.#names = { overrides: init.plan.http.hosts, lookup: dns.lookup };
    this.#tls = tlsSettings(init.plan.http, init.tls);
    this.#health = new HealthMeter(init.worker);
    const say = (event: DebugEvent): void => post({ type: 'debug', event });
    this.#debugger = init.debug && new Debugger(init.plan, init.secrets, init.debug, say);
  }

  handle(message: ToWorker): void {
    switch (message.type) {
      case 'debug':
        this.#debugger?.handle(message.command);
        break;
      case 'prepare':
        this.#prepare();
        break;
      case 'load':
        this.#load(message.context, fromUnixMs(message.startUnixMs));
        break;
      case 'change':
        for (const load of this.#loads) load.change(message.level, this.#loadStartMs + message.atMs);
        break;
      case 'drain':
        this.#drain(message.everything);
        break;
      case 'stop':
        for (const load of this.#loads) load.stop();
        this.#single?.stop();
        break;
      case 'interrupt':
        for (const load of this.#loads) load.interrupt();
        this.#single?.interrupt();
        break;
      case 'teardown':
        this.#runOnce('teardown', this.#init.plan.teardown, message.context, (_vu, problem) => {
          this.#post({ type: 'torn-down', problem });
        });
        break;
      case 'refresh':
        this.#runOnce('refresh', this.#init.plan.refresh?.steps ?? [], message.context, (vu, problem) => {
          this.#post({ type: 'refreshed', captured: capturedIn(vu?.scope ?? {}), problem });
        });
        break;
      case 'stop-refresh':
        this.#single?.interrupt();
        break;
      case 'setup':
        this.#setup = message.setup;
        break;
    }
  }

  // ── before the load ──

  #prepare(): void {
    const { plan } = this.#init;
    let context: RunContext;
    try {
      this.#current.vu = new Vu(0, new Random(this.#init.seed, -1), this.#context('setup', null, null));
      const vars = this.#evaluateVars(plan.vars, {});
      const scenarioVars = plan.scenarios.map((scenario) => this.#evaluateVars(scenario.vars, vars));
      context = { vars, scenarioVars, setup: {} };
      for (const own of [vars, ...scenarioVars]) this.#base(own);
      this.#proxy(vars);
    } catch (error) {
      this.#post({ type: 'prepared', context: NOTHING_KNOWN, problem: problemOf(error) });
      return;
    }
    this.#runOnce('setup', plan.setup, context, (vu, problem) => {
      this.#post({ type: 'prepared', context: { ...context, setup: capturedIn(vu?.scope ?? {}) }, problem });
    });
  }

  /** In order: a later one sees the earlier ones. @throws StepError */
  #evaluateVars(values: readonly NamedTemplate[], start: JsonObject): JsonObject {
    const vars: Record<string, JsonValue> = { ...start };
    const { env, secrets: secret } = this.#init;
    for (const [name, value] of values) {
      try {
        vars[name] = compileTemplate(value, this.#compiler).evaluate({ env, secret, vars });
      } catch (error) {
        throw new StepError(`\`vars.${name}\` could not be worked out. ${problemOf(error).message}`, lineOf(value));
      }
    }
    return vars;
  }

  /** Runs setup or teardown: one VU, one iteration, whose error is not a log line but the outcome. */
  #runOnce(
    phase: SinglePhase,
    steps: readonly Step[],
    run: RunContext,
    onEnd: (vu: Vu | null, problem: PhaseProblem | null) => void,
  ): void {
    if (steps.length === 0) {
      onEnd(null, null);
      return;
    }
    let problem: PhaseProblem | null = null;
    let context: ScenarioContext;
    try {
      context = phase === 'refresh' ? this.#unmeasured(run) : this.#context(phase, null, run);
    } catch (error) {
      onEnd(null, problemOf(error));
      return;
    }
    const fails: ScenarioContext = {
      ...context,
      iterationFailed: (_vu, error, line) => (problem = problemOf(error, line)),
      abort: (message, line) => (problem = { message, line, aborts: true }),
    };
    const vu = new Vu(0, new Random(this.#init.seed, SINGLE_STREAMS[phase], this.#singles++), fails);
    this.#single = vu;
    const ended = (outcome: IterationOutcome): void => {
      this.#single = null;
      vu.closeConnections();
      const stopped = { message: `The ${phase} was stopped before its end.`, stopped: true } as const;
      onEnd(vu, outcome === 'interrupted' ? (problem ?? stopped) : problem);
    };
    const atOnce = vu.runIteration(compileProgram(steps, fails), { index: 0, global: 0 }, ended);
    if (atOnce !== null) ended(atOnce);
  }

  // ── the load ──

  #load(run: RunContext, startMs: number): void {
    const { plan, seed } = this.#init;
    this.#loadStartMs = startMs;
    this.#setup = run.setup;
    const planned = plan.scenarios.map(({ executor }) => maxVUs(executor));
    const firstExtraId = 1 + planned.reduce((sum, vus) => sum + vus, 0);
    let firstVuId = 1;
    let running = plan.scenarios.length;
    const onDone = (): void => {
      running--;
      if (running > 0) return;
      this.#deadlines.stop();
      this.#post({
        type: 'load-done',
        cutRequests: this.#runners.reduce((sum, { cutRequests }) => sum + cutRequests, 0),
      });
    };
    for (const [scenarioIndex, scenario] of plan.scenarios.entries()) {
      const firstId = firstVuId;
      const most = planned[scenarioIndex] ?? 0;
      firstVuId += most;
      const context = this.#context(
        'load',
        { scenario, index: scenarioIndex, startMs: startMs + scenario.startTimeMs },
        run,
      );
      const use = dataUse(plan.data, scenario);
      const hook = (name: string, steps: readonly Step[]): Program | null =>
        steps.length === 0 ? null : compileProgram(steps, { ...context, group: `::${name}` });
      const runner = new IterationRunner({
        scenario,
        context,
        program: compileProgram(scenario.steps, context),
        onStart: hook('onStart', scenario.onStart),
        onStop: hook('onStop', scenario.onStop),
        vuFeeds: use.perVu.map((feeder) => this.#feed(feeder)),
        iterationFeeds: use.perIteration.map((feeder) => this.#feed(feeder)),
        share: this.#share,
        seed,
        scenarioIndex,
        // VUs beyond the plan, of a load that a person made more of, are numbered behind all that are planned.
        vuId: (global) =>
          global < most ? firstId + global : firstExtraId + (global - most) * planned.length + scenarioIndex,
        counter: this.#counters.iterations(scenarioIndex),
        startMs: startMs + scenario.startTimeMs,
      });
      this.#runners.push(runner);
      this.#loads.push(createLoad(runner, onDone));
    }
    // Starting up is not the load's doing.
    this.#health.read(0);
    for (const load of this.#loads) load.start();
  }

  /** `known` is null while `vars` are worked out, which read neither `baseUrl` nor `http.proxy`. */
  #context(
    phase: Phase,
    of: { readonly scenario: ScenarioPlan; readonly index: number; readonly startMs: number } | null,
    known: RunContext | null,
    measured = true,
  ): ScenarioContext {
    const run = known ?? NOTHING_KNOWN;
    const { plan, env, secrets } = this.#init;
    const meter = new ByteMeter();
    const tags = of ? { ...of.scenario.tags, scenario: of.scenario.name } : {};
    if (measured) this.#parts.push({ meter, tags });
    const vars = (of && run.scenarioVars[of.index]) ?? run.vars;
    const given = { env, secret: secrets, vars, data: {} };
    let scope: Scope = { ...given, setup: run.setup };
    // The load sees what was refreshed; setup, teardown and refresh itself see what they were given.
    const refreshed = (): Scope => (scope.setup === this.#setup ? scope : (scope = { ...given, setup: this.#setup }));
    const clock = this.#clock;
    const keepsAll = this.#init.exchanges !== 'failed';
    const stages = of ? stagesOf(of.scenario) : [];
    const context: ScenarioContext = {
      name: of?.scenario.name ?? '',
      phase,
      clock,
      deadlines: this.#deadlines,
      recorder: this.#recorder,
      compiler: this.#compiler,
      current: this.#current,
      http: plan.http,
      base: known && this.#base(vars),
      meter,
      files: this.#files,
      tls: this.#tls,
      proxy: known && this.#proxy(run.vars),
      names: this.#names,
      mayLoad: (origin) => this.#mayLoad(origin),
      customMetrics: new Map(plan.metrics.map(({ name, kind }) => [name, kind])),
      scope: phase === 'load' ? refreshed : () => scope,
      tags,
      group: of ? '' : `::${phase}`,
      stage: () => (of && stages.length > 0 ? stageAt(of.scenario.executor, clock.now() - of.startMs) : -1),
      stageName: (stage) => stages[stage]?.name,
      sinceLoadStart: (clockMs) => clockMs - this.#loadStartMs,
      keepsAll,
      sampleBytes: this.#init.exchanges === 'whole' ? WHOLE_BYTES : PREVIEW_BYTES,
      wantsSample: (key) =>
        (keepsAll && this.#kept < MAX_KEPT) || (this.#sampleCounts.get(key) ?? 0) < SAMPLES_PER_FAILURE,
      keepSample: (key, sample, { scope: captured }) => {
        this.#sampleCounts.set(key, (this.#sampleCounts.get(key) ?? 0) + 1);
        this.#samples.push(withoutCredentials(sample, credentialsIn(captured)));
        this.#kept++;
      },
      iterationFailed: (vu, error, at) => {
        const { message, line } = problemOf(error, at);
        this.#log('error', message, line, vu);
      },
      deck: (step) => this.#deck(step),
      abort: (reason, line) => this.#abort(reason, line),
      log: (level, message, line, vu) => this.#log(level, message, line, vu),
      debug: null,
    };
    return this.#debugger?.follow(context) ?? context;
  }

  /** One for all scenarios that use it. */
  #feed(feeder: DataFeeder): Feed {
    const known = this.#feeds.get(feeder.name);
    if (known) return known;
    const rows = this.#init.feeders[feeder.name] ?? { rows: [], taken: null };
    const feed = new Feed(feeder, rows, this.#counters.rows(feeder.name));
    this.#feeds.set(feeder.name, feed);
    return feed;
  }

  /** All workers deal from one deck. */
  #deck({ id, branches }: ChooseStep): () => number {
    const weights = branches.map(({ weight }) => weight);
    const deck = new Deck(weights, (number) => new Random(this.#init.seed, DECK_STREAM, id, number));
    const counter = this.#counters.deals(id);
    return () => deck.deal(counter.next());
  }

  /** Ends the load here at once; the coordinator sees to the other workers. */
  #abort(reason: string, line: number): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#post({ type: 'abort', reason, line });
    this.#clock.soon(() => {
      for (const load of this.#loads) load.interrupt();
    });
  }

  /** As setup's, but nobody counts what it does, and nothing of it is kept. */
  #unmeasured(run: RunContext): ScenarioContext {
    const recorder = new Recorder({ fastTrends: new Set(), points: null, nowMs: this.#clock.now() });
    return {
      ...this.#context('setup', null, run, false),
      recorder,
      group: '::refresh',
      keepsAll: false,
      wantsSample: () => false,
    };
  }

  #mayLoad(origin: string): boolean {
    const { allowedHosts } = this.#init;
    if (allowedHosts === null) return true;
    const address = overriddenOrigin(this.#names.overrides, origin);
    // Of a name that leads elsewhere both have to be agreed to.
    return [origin, ...(address === null ? [] : [address])].every(
      (one) => isLoopback(one) || allowedHosts.includes(hostnameOf(one)),
    );
  }

  /** @throws ExpressionError, StepError */
  #base(vars: JsonObject): Base | null {
    const { baseUrl } = this.#init.plan;
    if (baseUrl === null) return null;
    const text = this.#text(baseUrl, vars);
    try {
      return parseBase(text);
    } catch {
      throw new StepError(`\`baseUrl\` is \`${text}\`, which is not an http or https URL.`, 0);
    }
  }

  /** One for the whole run: a scenario's own variables are not for it. @throws ExpressionError, StepError */
  #proxy(vars: JsonObject): Proxy | null {
    const { proxy: url } = this.#init.plan.http;
    if (url === null) return null;
    let proxy: Proxy;
    try {
      proxy = parseProxy(this.#text(url, vars));
    } catch (error) {
      if (isOfScenario(error)) throw error;
      // It may hold a password, so that it is not shown.
      const message = '`http.proxy` is not the URL of a proxy: it begins with http:// or https:// and a host.';
      throw new StepError(message, lineOf(url));
    }
    if (!this.#mayLoad(proxy.origin)) throw new StepError(notAgreed(proxy.origin), lineOf(url));
    return proxy;
  }

  /** What is the same for all VUs. */
  #text(template: Template, vars: JsonObject): string {
    const { env, secrets: secret } = this.#init;
    return textOf(compileTemplate(template, this.#compiler).evaluate({ env, secret, vars }));
  }

  #log(level: LogEvent['level'], message: string, line: number | undefined, vu: Vu): void {
    const atMs = this.#clock.now() - this.#loadStartMs;
    const event: LogEvent = { type: 'log', atMs, level, message, ...(line === undefined ? {} : { line }) };
    this.#logs.add(event, credentialsIn(vu.scope));
  }

  // ── measurements ──

  #drain(everything: boolean): void {
    const now = this.#clock.now();
    let sockets = 0;
    for (const { meter, tags } of this.#parts) {
      sockets += meter.sockets;
      const { sent, received } = meter.drain();
      if (sent > 0) this.#recorder.add(this.#recorder.counter('data_sent', tags), sent, now);
      if (received > 0) this.#recorder.add(this.#recorder.counter('data_received', tags), received, now);
    }
    this.#post({
      type: 'drained',
      report: {
        deltas: this.#recorder.drain(now, everything),
        vus: {
          active: this.#active(),
          mostActive: this.#runners.reduce((sum, runner) => sum + runner.takeMostActive(), 0),
          allocated: this.#allocated(),
        },
        health: this.#health.read(sockets),
        samples: this.#samples.splice(0),
        logs: this.#logs.drain(),
        points: this.#points?.drain() ?? null,
      },
    });
  }

  #active(): number {
    return this.#runners.reduce((sum, { active }) => sum + active, 0);
  }

  /** VU executors have all of theirs from the start, as in k6; arrival rates those that they needed so far. */
  #allocated(): number {
    return this.#runners.reduce((sum, { scenario, vus }) => {
      const rate = scenario.executor.kind.endsWith('arrival-rate');
      return sum + (rate ? vus.length : Math.max(vus.length, shareOf(maxVUs(scenario.executor), this.#share)));
    }, 0);
  }
}

/** The line (from 0) of the first expression in a template. */
function lineOf(template: Template): number {
  switch (template.kind) {
    case 'literal':
      return 0;
    case 'expression':
      return template.expression.range.start.line;
    case 'text':
      return template.parts.find((part) => typeof part !== 'string')?.range.start.line ?? 0;
    case 'list':
      return template.items.map(lineOf).find((line) => line > 0) ?? 0;
    case 'map':
      return template.entries.map(([, value]) => lineOf(value)).find((line) => line > 0) ?? 0;
  }
}

/** What to tell the scenario's author. Rethrows what is not the scenario's fault. */
function problemOf(error: unknown, line?: number): { message: string; line?: number } {
  if (error instanceof StepError) return { message: error.message, line: error.line };
  if (error instanceof ExpressionError) {
    const shown = error.bodyStart ? ` The body starts with: ${error.bodyStart.replaceAll(/\s+/g, ' ')}` : '';
    const source = error.source ? ` (in \`${error.source}\`)` : '';
    return { message: `${error.message}${source}${shown}`, ...(line === undefined ? {} : { line }) };
  }
  throw error;
}
