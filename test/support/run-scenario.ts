import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadScenario } from '../../src/scenario/index.ts';
import type { Plan } from '../../src/scenario/plan.ts';
import { startEngine, type EngineExit, type EngineRun } from '../../src/engine/client.ts';
import type { PointBatch, RunOptions } from '../../src/engine/protocol.ts';
import type { RunEvent } from '../../src/run/events.ts';
import { RunModel } from '../../src/run/model.ts';
import { CounterSink, RateSink, TrendSink } from '../../src/run/sinks.ts';

/** The built engine: what ships is what is tested. */
export const ENGINE = join(import.meta.dirname, '../../dist/engine.js');

export interface ScenarioRun {
  readonly run: RunModel;
  readonly events: readonly RunEvent[];
  readonly points: readonly PointBatch[];
  readonly exit: EngineExit;
}

export interface RunSettings {
  readonly secrets?: Record<string, string>;
  readonly env?: Record<string, string>;
  readonly options?: Partial<RunOptions>;
  /** Where files are looked for that the scenario names. */
  readonly folder?: string;
  /** Makes another load of the plan, as the options of the command line do. */
  readonly adjust?: (plan: Plan) => Plan;
  /** Called with each event as it comes; may stop or kill the run. */
  readonly onEvent?: (event: RunEvent, engine: EngineRun) => void;
}

/** A scenario's plan; fails the test with the problems where it has errors. */
export function planOf(text: string): Plan {
  const { plan, problems } = loadScenario(text, 'test.load.yaml');
  assert.ok(plan, problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`).join('\n'));
  return plan;
}

/** Runs a scenario in the real engine, in its own process, to its end. */
export async function runScenario(text: string, settings: RunSettings = {}): Promise<ScenarioRun> {
  const run = new RunModel();
  const events: RunEvent[] = [];
  const points: PointBatch[] = [];
  const plan = planOf(text);
  const engine = startEngine(
    ENGINE,
    {
      plan: settings.adjust?.(plan) ?? plan,
      scenario: { file: 'test.load.yaml', text, folder: settings.folder ?? tmpdir() },
      secrets: settings.secrets ?? {},
      env: settings.env ?? {},
      options: {
        runId: 'test',
        workers: 1,
        seed: 1,
        journal: null,
        points: false,
        waiting: 'sleep',
        exchanges: 'failed',
        allowedHosts: null,
        allowEmptyThresholds: false,
        overrides: [],
        ...settings.options,
      },
    },
    {
      onEvents(batch) {
        for (const event of batch) {
          run.apply(event);
          events.push(event);
          settings.onEvent?.(event, engine);
        }
      },
      onPoints: (batch) => points.push(batch),
    },
  );
  const exit = await engine.finished;
  return { run, events, points, exit };
}

export function counted(run: RunModel, metric: string, tags: Record<string, string> = {}): number {
  const sink = run.total(metric, tags);
  return sink instanceof CounterSink ? sink.sum : 0;
}

export function trendOf(run: RunModel, metric: string, tags: Record<string, string> = {}): TrendSink {
  const sink = run.total(metric, tags);
  assert.ok(sink instanceof TrendSink, `${metric} has no samples`);
  return sink;
}

export function rateOf(run: RunModel, metric: string, tags: Record<string, string> = {}): RateSink {
  const sink = run.total(metric, tags);
  assert.ok(sink instanceof RateSink, `${metric} has no samples`);
  return sink;
}

/** Messages of the run, as a reader sees them. */
export function messages(run: RunModel): string[] {
  return run.logs.map(({ message }) => message);
}
