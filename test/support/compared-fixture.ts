/** Comparisons of the runs of run-fixture.ts, for pictures and tests of the view. */
import { comparisonOf, type RunsComparison } from '../../src/report/comparison-model.ts';
import type { RunEvent, RunStart } from '../../src/run/events.ts';
import { RunModel } from '../../src/run/model.ts';
import { comparedRun } from './compared-run.ts';
import { hourFixture } from './hour-fixture.ts';
import { ODD_RUNS } from './odd-runs.ts';
import { STATES } from './run-fixture.ts';

interface Variation {
  readonly runId: string;
  /** Unix time in ms. */
  readonly time: number;
  readonly environment?: string;
  readonly text?: (text: string) => string;
  readonly start?: Partial<RunStart>;
}

const MONDAY = Date.UTC(2025, 5, 9, 9, 38);
const DAY_MS = 86_400_000;

function varied(events: readonly RunEvent[], { runId, time, environment, text, start }: Variation): RunModel {
  const run = new RunModel();
  for (const event of events) run.apply(event.type === 'run-start' ? startOf(event) : event);
  run.markInterrupted();
  return run;

  function startOf(event: RunStart): RunStart {
    const changed = text ? text(event.scenario.text) : event.scenario.text;
    return {
      ...event,
      ...start,
      runId,
      time,
      scenario: { ...event.scenario, text: changed, sha256: text ? `of ${runId}` : event.scenario.sha256 },
      plan: { ...event.plan, environment: environment ?? null },
    };
  }
}

const edited = (text: string): string =>
  text
    .replace('get: /usage\n', 'get: /usage?days=30\n')
    .replace('  - think: 1s\n', '  - think: { min: 500ms, max: 1500ms }\n')
    .replace('rate < 1%', 'rate < 1%\n  checks: rate > 99%');

/** By name; `long`: with runs of half an hour. */
export const COMPARISONS = {
  compared: (long = false): RunsComparison =>
    comparisonOf([
      { name: 'ai-proxy-20250609-093800-1a2b', run: monday(long), pinned: true },
      { name: 'ai-proxy-20250610-140200-3f9a', run: tuesday(long) },
    ]),
  'compared-alike': (long = false): RunsComparison =>
    comparisonOf([
      { name: 'ai-proxy-20250609-093800-1a2b', run: monday(long) },
      {
        name: 'ai-proxy-20250611-080000-77c1',
        run: varied(STATES.passed(long), { runId: 'again', time: MONDAY + DAY_MS }),
      },
    ]),
  'compared-several': (long = false): RunsComparison =>
    comparisonOf([
      { name: 'ai-proxy-20250609-093800-1a2b', run: monday(long), pinned: true },
      { name: 'ai-proxy-20250610-140200-3f9a', run: tuesday(long) },
      {
        name: 'ai-proxy-20250611-101500-0c4d',
        run: varied(STATES.saturated(long), { runId: 'ai-proxy-20250611-101500-0c4d', time: MONDAY + 2 * DAY_MS }),
      },
      {
        name: 'ai-proxy-20250612-165000-e5f6',
        run: varied(STATES.interrupted(long), { runId: 'ai-proxy-20250612-165000-e5f6', time: MONDAY + 3 * DAY_MS }),
      },
    ]),
  /** Three repeats, one that is none, a run that got slower in its second minute, and one that was refused. */
  'compared-repeats': (): RunsComparison =>
    comparisonOf(
      [
        { name: 'repeat-1', run: comparedRun({ seed: 1 }), pinned: true },
        { name: 'repeat-2', run: comparedRun({ seed: 2, medianMs: 20.6 }), pinned: true },
        { name: 'repeat-3', run: comparedRun({ seed: 3, medianMs: 19.3 }), pinned: true },
        { name: 'saturated', run: comparedRun({ seed: 4, loopDelayMs: 90 }) },
        { name: 'slower', run: comparedRun({ seed: 5, slowFactor: 2.2, slowFrom: 60 }) },
        { name: 'refused', run: comparedRun({ seed: 6, refusedShare: 0.9 }) },
      ],
      { baselines: 4 },
    ),
  'compared-odd': (): RunsComparison =>
    oddly('passed', 'aborted', 'one-interval', 'no-requests', 'all-failing', 'aborted-in-setup'),
  'compared-strange-names': (): RunsComparison => oddly('strange-names', 'strange-names'),
  'compared-two-hundred-endpoints': (): RunsComparison => oddly('two-hundred-endpoints', 'two-hundred-endpoints'),
  'compared-hours': (): RunsComparison =>
    comparisonOf(
      [0, 1].map((day) => ({
        name: `soak-${day}`,
        run: varied(hourFixture(), { runId: `soak-${day}`, time: MONDAY + day * DAY_MS }),
      })),
    ),
};

function oddly(...states: readonly ('passed' | keyof typeof ODD_RUNS)[]): RunsComparison {
  return comparisonOf(
    states.map((state, day) => {
      const runId = `${state}-${day}`;
      const events = state === 'passed' ? STATES.passed() : ODD_RUNS[state]();
      return { name: runId, run: varied(events, { runId, time: MONDAY + day * DAY_MS }) };
    }),
  );
}

function monday(long: boolean): RunModel {
  return varied(STATES.passed(long), {
    runId: 'ai-proxy-20250609-093800-1a2b',
    time: MONDAY,
    environment: 'staging',
  });
}

function tuesday(long: boolean): RunModel {
  return varied(STATES.tolerated(long), {
    runId: 'ai-proxy-20250610-140200-3f9a',
    time: MONDAY + DAY_MS + 4 * 3_600_000,
    environment: 'production',
    text: edited,
    start: { versions: { rampwright: '0.9.0', node: '24.1.0' } },
  });
}
