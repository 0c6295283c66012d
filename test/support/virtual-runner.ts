import { EMPTY_PLAN, EMPTY_SCENARIO, HTTP_DEFAULTS } from './plan-parts.ts';
import type { Executor, ScenarioPlan } from '../../src/scenario/plan.ts';
import { createExpressionCompiler } from '../../src/scenario/expression.ts';
import { digests } from '../../src/scenario/expressions/digests.ts';
import { Deadlines } from '../../src/engine/deadlines.ts';
import { IterationRunner } from '../../src/engine/executors/iteration-runner.ts';
import type { Share } from '../../src/engine/executors/load.ts';
import type { Feed } from '../../src/engine/feed.ts';
import { ByteMeter } from '../../src/engine/http/byte-meter.ts';
import { Recorder } from '../../src/engine/metrics/recorder.ts';
import type { ScenarioContext } from '../../src/engine/scenario-context.ts';
import { SentFiles } from '../../src/engine/sent-files.ts';
import { SharedCounter } from '../../src/engine/shared-counters.ts';
import { TagValues } from '../../src/engine/tag-values.ts';
import { compileProgram } from '../../src/engine/steps/program.ts';
import type { VirtualClock } from './virtual-clock.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** The engine's own parts for one scenario whose iterations are a pause of `iterationMs`, on a virtual clock. */
export function virtualRunner(
  options: {
    executor: Executor;
    iterationMs: number;
    clock: VirtualClock;
    counter: SharedCounter;
    /** Where several workers are driven: one for all of them. */
    atWork?: SharedCounter;
    share: Share;
    vuFeeds?: readonly Feed[];
    iterationFeeds?: readonly Feed[];
  } & Partial<ScenarioPlan>,
): IterationRunner {
  const { clock, counter, share, iterationMs, executor } = options;
  const scenario: ScenarioPlan = {
    ...EMPTY_SCENARIO,
    name: 'users',
    range,
    executor,
    startTimeMs: options.startTimeMs ?? 0,
    gracefulStopMs: options.gracefulStopMs ?? 30_000,
    tags: {},
    vars: [],
    pacingMs: options.pacingMs ?? null,
    steps: [{ kind: 'think', id: 0, range, time: { kind: 'constant', ms: { kind: 'literal', value: iterationMs } } }],
  };
  const context: ScenarioContext = {
    name: scenario.name,
    phase: 'load',
    clock,
    deadlines: new Deadlines(clock),
    recorder: new Recorder({ fastTrends: new Set(), points: null, nowMs: 0 }),
    compiler: createExpressionCompiler({ random: () => 0.5, nowMs: () => clock.now(), seq: () => 0 }, digests),
    current: { vu: null },
    http: HTTP_DEFAULTS,
    base: null,
    files: new SentFiles('/', new Map()),
    dial: {
      connectTimeoutMs: 0,
      tls: {},
      proxy: null,
      names: { overrides: [], lookup: () => undefined },
      meter: new ByteMeter(),
      now: () => clock.now(),
      readMs: () => clock.readMs(),
    },
    mayLoad: () => true,
    customMetrics: new Map(),
    scope: () => ({}),
    tags: { scenario: scenario.name },
    tagValues: new TagValues(EMPTY_PLAN, TagValues.allocate(EMPTY_PLAN)),
    group: '',
    stage: () => -1,
    stageName: () => undefined,
    sinceLoadStart: (ms) => ms,
    keepsAll: false,
    debug: null,
    sampleBytes: 0,
    wantsSample: () => false,
    keepSample: () => undefined,
    iterationFailed: (_vu, error) => {
      throw error;
    },
    deck: () => () => 0,
    abort: () => undefined,
    log: () => undefined,
  };
  const runner = new IterationRunner({
    scenario,
    context,
    program: compileProgram(scenario.steps, context),
    onStart: options.onStart ? compileProgram(options.onStart, context) : null,
    onStop: options.onStop ? compileProgram(options.onStop, context) : null,
    vuFeeds: options.vuFeeds ?? [],
    iterationFeeds: options.iterationFeeds ?? [],
    share,
    seed: 1,
    scenarioIndex: 0,
    vuId: (global) => 1 + global,
    counter,
    atWork: options.atWork ?? new SharedCounter(new SharedArrayBuffer(4), 0),
  });
  runner.startMs = scenario.startTimeMs;
  return runner;
}
