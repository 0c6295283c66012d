import type { Step } from '../scenario/plan.ts';
import { maxVUs } from '../scenario/schedule/index.ts';
import { fromUnixMs, type Clock } from './clock.ts';
import { Debugger } from './debug/debugger.ts';
import { dataUse } from './data-use.ts';
import { createLoad } from './executors/index.ts';
import { IterationRunner } from './executors/iteration-runner.ts';
import { shareOf, type Load, type Share } from './executors/load.ts';
import { HealthMeter } from './health.ts';
import { Random } from './random.ts';
import { capturedIn } from './run-masks.ts';
import type { ScenarioContext } from './scenario-context.ts';
import { NOTHING_KNOWN, ScenarioContexts } from './scenario-contexts.ts';
import { problemOf } from './step-problem.ts';
import { compileProgram } from './steps/program.ts';
import { Vu, type IterationOutcome, type Program } from './vu.ts';
import type { FromWorker, PhaseProblem, RunContext, ToWorker, WorkerInit } from './worker-protocol.ts';

/** What one VU does once, beside the load. */
type SinglePhase = 'setup' | 'refresh' | 'teardown';

/** Apart from the streams of VUs and scenarios. */
const SINGLE_STREAMS: Readonly<Record<SinglePhase, number>> = { setup: -2, teardown: -3, refresh: -5 };
/** Of what `vars` draw. */
const VARS_STREAM = -1;

/**
 * One worker's share of a run: its VUs, their connections, its own measurements. It knows nothing of threads; whoever drives it
 * passes messages in and takes them out.
 */
export class LoadWorker {
  readonly #init: WorkerInit;
  readonly #clock: Clock;
  readonly #post: (message: FromWorker) => void;
  readonly #share: Share;
  readonly #contexts: ScenarioContexts;
  readonly #health: HealthMeter;
  readonly #debugger: Debugger | null;
  readonly #runners: IterationRunner[] = [];
  #aborted = false;
  /** How many VUs there were beside the load. */
  #singles = 0;
  #loads: Load[] = [];
  /** The VU of setup or teardown, while it runs. */
  #single: Vu | null = null;

  constructor(init: WorkerInit, clock: Clock, post: (message: FromWorker) => void) {
    this.#init = init;
    this.#clock = clock;
    this.#post = post;
    this.#share = { worker: init.worker, workers: init.workers };
    this.#health = new HealthMeter(init.worker);
    this.#debugger =
      init.debug && new Debugger(init.plan, init.secrets, init.debug, (event) => post({ type: 'debug', event }));
    const abort = (reason: string, line: number): void => this.#abort(reason, line);
    this.#contexts = new ScenarioContexts(init, clock, abort, this.#debugger);
  }

  handle(message: ToWorker): void {
    switch (message.type) {
      case 'debug':
        this.#debugger?.handle(message.command);
        break;
      case 'prepare':
        this.#prepare();
        break;
      case 'build':
        this.#build(message.context);
        break;
      case 'load':
        this.#load(fromUnixMs(message.startUnixMs));
        break;
      case 'change':
        for (const load of this.#loads) load.change(message.level, this.#contexts.loadStartMs + message.atMs);
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
        this.#contexts.replaceSetup(message.setup);
        break;
    }
  }

  // ── before the load ──

  #prepare(): void {
    const { plan, seed } = this.#init;
    let context: RunContext;
    try {
      this.#contexts.drawFrom(new Vu(0, new Random(seed, VARS_STREAM), this.#contexts.of('setup', null, null)));
      context = this.#contexts.values.evaluate();
    } catch (error) {
      this.#post({ type: 'prepared', context: NOTHING_KNOWN, problem: problemOf(error) });
      return;
    }
    this.#runOnce('setup', plan.setup, context, (vu, problem) => {
      this.#post({ type: 'prepared', context: { ...context, setup: capturedIn(vu?.scope ?? {}) }, problem });
    });
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
      context = phase === 'refresh' ? this.#contexts.unmeasured(run) : this.#contexts.of(phase, null, run);
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

  /** Everything that takes time is made before the load begins, so that its first moments are no worse than the others; k6 makes its VUs before, too. */
  #build(run: RunContext): void {
    const { plan, seed } = this.#init;
    this.#contexts.replaceSetup(run.setup);
    this.#contexts.warmUp(run);
    const planned = plan.scenarios.map(({ executor }) => maxVUs(executor));
    const firstExtraId = 1 + planned.reduce((sum, vus) => sum + vus, 0);
    let firstVuId = 1;
    let running = plan.scenarios.length;
    const onDone = (): void => {
      running--;
      if (running > 0) return;
      this.#contexts.deadlines.stop();
      this.#post({
        type: 'load-done',
        cutRequests: this.#runners.reduce((sum, { cutRequests }) => sum + cutRequests, 0),
      });
    };
    for (const [scenarioIndex, scenario] of plan.scenarios.entries()) {
      const firstId = firstVuId;
      const most = planned[scenarioIndex] ?? 0;
      firstVuId += most;
      const context = this.#contexts.of('load', { scenario, index: scenarioIndex }, run);
      const use = dataUse(plan.data, scenario);
      const hook = (name: string, steps: readonly Step[]): Program | null =>
        steps.length === 0 ? null : compileProgram(steps, { ...context, group: `::${name}` });
      const runner = new IterationRunner({
        scenario,
        context,
        program: compileProgram(scenario.steps, context),
        onStart: hook('onStart', scenario.onStart),
        onStop: hook('onStop', scenario.onStop),
        vuFeeds: use.perVu.map((feeder) => this.#contexts.feed(feeder)),
        iterationFeeds: use.perIteration.map((feeder) => this.#contexts.feed(feeder)),
        share: this.#share,
        seed,
        scenarioIndex,
        // VUs beyond the plan, of a load that a person made more of, are numbered behind all that are planned.
        vuId: (global) =>
          global < most ? firstId + global : firstExtraId + (global - most) * planned.length + scenarioIndex,
        counter: this.#contexts.counters.iterations(scenarioIndex),
        atWork: this.#contexts.counters.atWork(scenarioIndex),
      });
      this.#runners.push(runner);
      this.#loads.push(createLoad(runner, onDone));
    }
    for (const load of this.#loads) load.build();
    this.#post({ type: 'built' });
  }

  #load(startMs: number): void {
    this.#contexts.loadStartMs = startMs;
    for (const runner of this.#runners) runner.startMs = startMs + runner.scenario.startTimeMs;
    // Starting up is not the load's doing.
    this.#health.read(0, this.#clock.takeWaitedMs());
    for (const load of this.#loads) load.start();
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

  // ── measurements ──

  #drain(everything: boolean): void {
    const { sockets, ...measured } = this.#contexts.drain(everything);
    this.#post({
      type: 'drained',
      report: {
        ...measured,
        vus: {
          active: this.#active(),
          mostActive: this.#runners.reduce((sum, runner) => sum + runner.takeMostActive(), 0),
          allocated: this.#allocated(),
        },
        health: this.#health.read(sockets, this.#clock.takeWaitedMs()),
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
