/** Generators against each other: in turn, round after round, so that a machine that drifts drifts for all of them. */
import type { LoadCase } from './case.ts';
import type { Generator } from './generators/generator.ts';
import { measureRun, RunFailed, type RunFigures } from './load-run.ts';
import { BUSY_WITH_OTHERS, waitForQuiet, type Machine } from './machine.ts';
import { median } from './statistics.ts';
import type { Target } from './target/target.ts';

export interface Contender {
  readonly title: string;
  readonly generator: Generator;
  readonly workers: number;
  readonly cores: readonly number[];
}

export interface ContenderResult {
  readonly title: string;
  readonly version: string;
  /** One a round; a round that failed is left out. */
  readonly runs: readonly RunFigures[];
  /** Resident memory of a run with one user, where the case asks for memory per user. */
  readonly baseMemory: number | null;
  /** Why there are no runs, or fewer. */
  readonly note: string | null;
}

export interface Rounds {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly windowMs: number;
  /** How often a run is repeated, and how long it waits before, while other programs keep the machine busy. */
  readonly patience: number;
  readonly log: (line: string) => void;
}

const BASE_RUN = { warmUpMs: 500, windowMs: 1500, users: 1 };

export async function runRounds(
  contenders: readonly Contender[],
  loadCase: LoadCase,
  target: Target,
  machine: Machine,
  { rounds, warmUpMs, windowMs, patience, log }: Rounds,
): Promise<ContenderResult[]> {
  const results = contenders.map((contender) => ({
    contender,
    runs: [] as RunFigures[],
    baseMemory: null as number | null,
    note: notRunReason(contender, loadCase, target),
  }));
  const running = results.filter(({ note }) => note === null);
  for (let round = 0; round < rounds; round++) {
    for (const result of running) {
      const { title, generator, workers, cores } = result.contender;
      if (result.note !== null) continue;
      try {
        const settings = { warmUpMs, windowMs, workers, cores };
        if (round === 0 && loadCase.figures.includes('memoryPerUser')) {
          const base = await measureRun(generator, loadCase, target, machine, { ...settings, ...BASE_RUN });
          result.baseMemory = base?.memory ?? null;
        }
        const figures = await quietest(patience, () => measureRun(generator, loadCase, target, machine, settings));
        if (figures === null) continue;
        result.runs.push(figures);
        log(`  round ${round + 1}: ${title} ${Math.round(figures.rate).toLocaleString('en')}/s${busyText(figures)}`);
      } catch (error) {
        if (!(error instanceof RunFailed)) throw error;
        result.note = `failed: ${error.message}`;
        log(`  round ${round + 1}: ${title} failed: ${firstLine(error.message)}`);
      }
    }
  }
  return results.map(({ contender, runs, baseMemory, note }) => ({
    title: contender.title,
    version: contender.generator.version,
    runs,
    baseMemory,
    note,
  }));
}

const WAIT_MS = 10_000;

/** The first run on a quiet machine; where there is none, the one that was disturbed least. One failure is forgiven. */
async function quietest(patience: number, measure: () => Promise<RunFigures | null>): Promise<RunFigures | null> {
  let best: RunFigures | null = null;
  let failures = 0;
  for (let attempt = 0; attempt <= patience + failures; attempt++) {
    if (patience > 0) await waitForQuiet(WAIT_MS);
    try {
      const figures = await measure();
      if (figures === null || (figures.otherCpu ?? 0) <= BUSY_WITH_OTHERS) return figures;
      if (best === null || (figures.otherCpu ?? 0) < (best.otherCpu ?? 0)) best = figures;
    } catch (error) {
      if (!(error instanceof RunFailed) || failures > 0) throw error;
      failures++;
    }
  }
  return best;
}

function busyText({ otherCpu }: RunFigures): string {
  return (otherCpu ?? 0) <= BUSY_WITH_OTHERS ? '' : ` (others took ${((otherCpu ?? 0) * 100).toFixed(0)} % of a core)`;
}

/** null: it can run the case. */
function notRunReason({ generator, workers }: Contender, loadCase: LoadCase, { url }: Target): string | null {
  const command = generator.command({ loadCase, url, seconds: 1, users: 1, workers, folder: '.' });
  return 'notRun' in command ? command.notRun : null;
}

/** Median of a figure over the rounds. */
export function medianOf({ runs }: ContenderResult, figure: keyof RunFigures): number | null {
  return median(runs.map((run) => run[figure]).filter((value) => value !== null));
}

export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Ours against theirs, round by round; null without rounds that both have. */
export function ratioOf(ours: ContenderResult, theirs: ContenderResult, figure: keyof RunFigures): Ratio | null {
  const ratios = ours.runs.flatMap((run, round) => {
    const [a, b] = [run[figure], theirs.runs[round]?.[figure] ?? null];
    return a === null || b === null || b === 0 ? [] : [a / b];
  });
  const middle = median(ratios);
  return middle === null ? null : { median: middle, min: Math.min(...ratios), max: Math.max(...ratios) };
}

export function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
