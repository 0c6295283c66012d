import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLoad } from '../../../src/engine/executors/index.ts';
import { IntervalBuilder } from '../../../src/engine/interval-builder.ts';
import { SharedCounter } from '../../../src/engine/shared-counters.ts';
import { textSummary } from '../../../src/report/text-summary.ts';
import type { RunEvent } from '../../../src/run/events.ts';
import { RunModel } from '../../../src/run/model.ts';
import { CounterSink, TrendSink } from '../../../src/run/sinks.ts';
import { durationMs, maxVUs, scaledVUs } from '../../../src/scenario/schedule/index.ts';
import type { Executor, ScenarioPlan, Stage, Step } from '../../../src/scenario/plan.ts';
import { EMPTY_PLAN } from '../../support/plan-parts.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { virtualRunner } from '../../support/virtual-runner.ts';

/** A hundred times as many loads, instead of a sample: takes many minutes. */
const EXHAUSTIVE = process.env['RAMPWRIGHT_EXHAUSTIVE'] === '1';
const SEED = Number(process.env['RAMPWRIGHT_SEED'] ?? Date.now() % 1_000_000);
const RUNS = EXHAUSTIVE ? 20_000 : 200;

/** What is done by the plan falls on these, what a person does between them: neither depends on which of two things comes first. */
const GRID_MS = 50;
/** Counted iterations end when a worker sees that no other has any left, for which it looks this often. */
const LOOK_MS = 10;

type Done =
  | { readonly kind: 'change'; readonly paused: boolean; readonly factor: number }
  | { readonly kind: 'stop' | 'interrupt' };

interface AnyLoad {
  readonly executor: Executor;
  readonly iterationMs: number;
  readonly scenario: Pick<ScenarioPlan, 'startTimeMs' | 'gracefulStopMs' | 'pacingMs' | 'onStart' | 'onStop'>;
  readonly deeds: readonly (Done & { readonly atMs: number })[];
  readonly workers: number;
}

// ── any load ──

const onGrid = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.ceil(min / GRID_MS), max: Math.floor(max / GRID_MS) }).map((n) => n * GRID_MS);

/** Jumps, and stages without any load, among them. */
const stages = (most: number): fc.Arbitrary<Stage[]> =>
  fc.array(
    fc.record({
      durationMs: fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: onGrid(GRID_MS, 5000), weight: 4 }),
      target: fc.oneof(fc.constant(0), fc.nat(most)),
      name: fc.constant(''),
    }),
    { minLength: 1, maxLength: 4 },
  );

const vus = fc.integer({ min: 1, max: 12 });
const most = fc
  .record({ preAllocatedVUs: fc.integer({ min: 1, max: 6 }), more: fc.nat(6) })
  .map(({ preAllocatedVUs, more }) => ({ preAllocatedVUs, maxVUs: preAllocatedVUs + more }));
/** Slow ones and fractions among them, as in `rate: 20/min`. */
const timeUnitMs = fc.constantFrom(1000, 60_000, 700);

const executor: fc.Arbitrary<Executor> = fc.oneof(
  fc.record({ kind: fc.constant('constant-vus' as const), vus, durationMs: onGrid(GRID_MS, 8000) }),
  fc.record({
    kind: fc.constant('ramping-vus' as const),
    startVUs: fc.nat(6),
    stages: stages(12),
    gracefulRampDownMs: onGrid(0, 3000),
  }),
  fc
    .record({
      rate: fc.double({ min: 0.2, max: 40, noNaN: true }),
      timeUnitMs,
      durationMs: onGrid(GRID_MS, 8000),
      most,
    })
    .map(({ most: vusOf, ...rest }) => ({ kind: 'constant-arrival-rate' as const, ...rest, ...vusOf })),
  fc
    .record({ startRate: fc.nat(30), timeUnitMs, stages: stages(40), most })
    .map(({ most: vusOf, ...rest }) => ({ kind: 'ramping-arrival-rate' as const, ...rest, ...vusOf })),
  fc.record({
    kind: fc.constant('shared-iterations' as const),
    vus,
    iterations: fc.integer({ min: 1, max: 200 }),
    maxDurationMs: onGrid(GRID_MS, 8000),
  }),
  fc.record({
    kind: fc.constant('per-vu-iterations' as const),
    vus,
    iterations: fc.integer({ min: 1, max: 20 }),
    maxDurationMs: onGrid(GRID_MS, 8000),
  }),
);

const hook: fc.Arbitrary<Step[]> = fc.oneof(
  { arbitrary: fc.constant<Step[]>([]), weight: 3 },
  { arbitrary: onGrid(GRID_MS, 1000).map((ms) => [think(ms)]), weight: 1 },
);

const deed: fc.Arbitrary<Done> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      paused: fc.boolean(),
      factor: fc.oneof(fc.constantFrom(0.01, 0.5, 1, 3), fc.double({ min: 0.01, max: 5, noNaN: true })),
    }),
    weight: 8,
  },
  { arbitrary: fc.constant({ kind: 'stop' as const }), weight: 1 },
  { arbitrary: fc.constant({ kind: 'interrupt' as const }), weight: 1 },
);

const anyLoad: fc.Arbitrary<AnyLoad> = fc.record({
  executor,
  iterationMs: onGrid(GRID_MS, 2500),
  scenario: fc.record({
    startTimeMs: onGrid(0, 1500),
    gracefulStopMs: onGrid(0, 3000),
    pacingMs: fc.option(onGrid(GRID_MS, 1500), { nil: null, freq: 3 }),
    onStart: hook,
    onStop: hook,
  }),
  deeds: fc
    .array(fc.record({ deed, atMs: onGrid(0, 12_000).map((ms) => ms + GRID_MS / 2) }), { maxLength: 5 })
    .map((list) => list.map(({ deed: done, atMs }) => ({ ...done, atMs })).sort((a, b) => a.atMs - b.atMs)),
  workers: fc.integer({ min: 2, max: 6 }),
});

function think(ms: number): Step {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  return { kind: 'think', id: 0, range, time: { kind: 'constant', ms: { kind: 'literal', value: ms } } };
}

// ── what becomes of it ──

interface Driven {
  /** VUs at work each second, between the moments of the plan. */
  readonly active: readonly number[];
  readonly mostActive: number;
  /** When the last worker was done; null: not in an hour. */
  readonly doneMs: number | null;
  readonly iterations: number;
  readonly started: number;
  readonly dropped: number;
  readonly activeAtEnd: number;
  readonly run: RunModel;
}

const LONGEST_MS = 3_600_000;

function drive({ executor: load, iterationMs, scenario, deeds }: AnyLoad, workers: number): Driven {
  const clock = new VirtualClock();
  const [counter, atWork] = [0, 4].map(() => new SharedCounter(new SharedArrayBuffer(4), 0));
  assert.ok(counter && atWork);
  let running = workers;
  const end: { atMs: number | null } = { atMs: null };
  const parts = Array.from({ length: workers }, (_, worker) => {
    const runner = virtualRunner({
      executor: load,
      iterationMs,
      clock,
      counter,
      atWork,
      share: { worker, workers },
      startTimeMs: scenario.startTimeMs,
      gracefulStopMs: scenario.gracefulStopMs,
      pacingMs: scenario.pacingMs,
      ...(scenario.onStart.length > 0 && { onStart: scenario.onStart }),
      ...(scenario.onStop.length > 0 && { onStop: scenario.onStop }),
    });
    const made = createLoad(runner, () => {
      running--;
      if (running === 0) end.atMs = clock.now();
    });
    made.build();
    return { runner, load: made };
  });
  for (const part of parts) part.load.start();
  for (const { atMs, ...done } of deeds) {
    clock.at(atMs, () => {
      for (const part of parts) {
        if (done.kind === 'change') part.load.change({ paused: done.paused, factor: done.factor }, clock.now());
        else part.load[done.kind]();
      }
    });
  }

  const intervals = new IntervalBuilder();
  const run = new RunModel();
  const first = parts[0];
  assert.ok(first);
  for (const event of beginning(first.runner.scenario)) run.apply(event);
  const active: number[] = [];
  let mostActive = 0;
  let fromMs = 0;
  const second = (toMs: number): void => {
    clock.advanceTo(toMs);
    const reports = parts.map(({ runner }, worker) => ({
      deltas: runner.context.recorder.drain(toMs, true),
      vus: { active: runner.active, mostActive: runner.takeMostActive(), allocated: runner.vus.length },
      health: { worker, eventLoopDelayP99Ms: 1, eventLoopDelayMaxMs: 1, cpu: 0.1, gcMs: 0, sockets: 0 },
      samples: [],
      logs: [],
      points: null,
    }));
    active.push(reports.reduce((sum, report) => sum + report.vus.active, 0));
    mostActive = Math.max(mostActive, active.at(-1) ?? 0);
    const { defined, interval } = intervals.build(reports, fromMs, toMs, running === 0);
    for (const event of [...defined, interval]) {
      assertFinite(event, []);
      run.apply(event);
    }
    fromMs = toMs;
  };
  for (let toMs = 1000 + GRID_MS / 4; end.atMs === null && toMs < LONGEST_MS; toMs += 1000) second(toMs);
  // Nothing comes after the end.
  const ended = countsOf(run);
  second(fromMs + 60_000);
  assert.deepEqual(countsOf(run), ended);
  run.apply({
    type: 'run-end',
    atMs: fromMs,
    time: fromMs,
    outcome: 'passed',
    exitCode: 0,
    reason: '',
    thresholds: [],
  });
  return { active: active.slice(0, -1), mostActive, doneMs: end.atMs, ...ended, activeAtEnd: active.at(-1) ?? 0, run };
}

function beginning(scenario: ScenarioPlan): RunEvent[] {
  return [
    {
      type: 'run-start',
      version: 1,
      runId: 'any',
      time: 0,
      scenario: { file: 'any.load.yaml', text: '', sha256: '' },
      plan: { ...EMPTY_PLAN, scenarios: [scenario] },
      hosts: [],
      options: { workers: 1, seed: 1, overrides: [] },
      machine: { hostname: '', platform: '', cpus: 1, cpuModel: '', memoryBytes: 1 },
      versions: { rampwright: '', node: '' },
    },
    { type: 'load-start', time: 0 },
  ];
}

function countsOf(run: RunModel): Pick<Driven, 'iterations' | 'started' | 'dropped'> {
  const counter = (metric: string): number => {
    const sink = run.total(metric);
    return sink instanceof CounterSink ? sink.sum : 0;
  };
  const started = run.total('schedule_delay');
  return {
    iterations: counter('iterations'),
    started: started instanceof TrendSink ? started.count : 0,
    dropped: counter('dropped_iterations'),
  };
}

function assertFinite(value: unknown, path: readonly string[]): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path.join('.')} is ${value}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) assertFinite(inner, [...path, key]);
}

function changesVUs({ deeds }: AnyLoad): boolean {
  return deeds.some((done) => done.kind === 'change' && done.factor !== 1);
}

describe(`any load, on a virtual clock (seed ${SEED})`, function () {
  this.timeout(EXHAUSTIVE ? 0 : 60_000);
  const holds = (property: (load: AnyLoad) => void): void =>
    fc.assert(fc.property(anyLoad, property), { seed: SEED, numRuns: RUNS });

  it('ends in its time, with no VU at work, never more of them than may be, and figures that are numbers', () => {
    holds((load) => {
      for (const workers of [1, load.workers]) {
        const driven = drive(load, workers);
        const { startTimeMs, gracefulStopMs } = load.scenario;
        const latestMs = startTimeMs + durationMs(load.executor) + gracefulStopMs + LOOK_MS;
        assert.ok(driven.doneMs !== null, `${workers} workers: it never ends`);
        assert.ok(driven.doneMs <= latestMs, `${workers} workers: it ends at ${driven.doneMs}, not by ${latestMs}`);
        assert.equal(driven.activeAtEnd, 0);
        const factor = Math.max(1, ...load.deeds.map((done) => (done.kind === 'change' ? done.factor : 1)));
        const mostVUs = scaledVUs(maxVUs(load.executor), factor);
        assert.ok(driven.mostActive <= mostVUs, `${workers} workers: ${driven.mostActive} VUs of ${mostVUs}`);
        const text = textSummary(driven.run, { width: 80, colour: false, exitCode: 0, files: [] });
        assert.doesNotMatch(text, /NaN|undefined|Infinity/);
      }
    });
  });

  it('is the same load over any number of workers', () => {
    holds((load) => {
      const alone = drive(load, 1);
      const together = drive(load, load.workers);
      if (load.executor.kind.endsWith('arrival-rate')) {
        // Which of them finds a free VU depends on the workers' own ones.
        assert.equal(together.started + together.dropped, alone.started + alone.dropped);
      } else if (load.executor.kind === 'shared-iterations' && changesVUs(load)) {
        // Which of the VUs that come at the same moment runs the last iteration, and whether it is one that goes, depends on the workers.
        for (const { iterations } of [alone, together]) assert.ok(iterations <= load.executor.iterations);
      } else {
        assert.deepEqual(together.active.slice(0, alone.active.length), alone.active);
        assert.equal(together.iterations, alone.iterations);
      }
    });
  });
});
