import { CliError } from '../cli-error.ts';
import { worstExitCode } from '../exit-codes.ts';
import type { OutputChoice } from '../output-choice.ts';
import { baselineRuns, compareOptions } from './compare.ts';
import { prepareRun, type PrepareOptions } from '../prepared-run.ts';
import { singleRun } from '../single-run.ts';
import { Terminal } from '../terminal.ts';

export interface RunOptions extends PrepareOptions {
  readonly seed?: number;
  readonly workers?: number;
  readonly busyWait?: boolean;
  readonly out?: readonly OutputChoice[];
  readonly summaryExport?: string;
  readonly quiet?: boolean;
  readonly color: boolean;
  readonly progress: boolean;
  readonly events?: boolean;
  readonly allowEmptyThresholds?: boolean;
  readonly failOnSaturation?: boolean;
  readonly baseline?: readonly string[];
  readonly failOnRegression?: boolean;
  readonly tolerance?: number;
}

/** Runs files one after another, all of them checked before the first is sent. The exit code is the worst. */
export async function run(paths: readonly string[], options: RunOptions): Promise<number> {
  // With --events, standard output is for programs, so people read on standard error.
  const terminal = new Terminal(options.events === true ? process.stderr : process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  if (paths.length > 1) refuseSharedTargets(options);
  const prepared = paths.map((path) => prepareRun(path, options, errors));
  if (options.baseline === undefined && options.failOnRegression === true) {
    throw new CliError('--fail-on-regression needs a run to compare with.', 'Name it with --baseline RUN.');
  }
  const baseline = baselineRuns(options.baseline ?? [], errors);
  const codes: number[] = [];
  for (const one of prepared) {
    const { exitCode, stopped } = await singleRun(
      one,
      {
        workers: options.workers ?? null,
        seed: options.seed ?? null,
        busyWait: options.busyWait === true,
        outputs: options.out ?? [],
        summaryExport: options.summaryExport ?? null,
        allowEmptyThresholds: options.allowEmptyThresholds === true,
        failOnSaturation: options.failOnSaturation === true,
        baseline,
        failOnRegression: options.failOnRegression === true,
        tolerance: compareOptions(options),
        header: options.quiet !== true,
        progress: options.progress && options.quiet !== true,
        eventLines: options.events === true ? (lines) => process.stdout.writable && process.stdout.write(lines) : null,
      },
      terminal,
    );
    codes.push(exitCode);
    if (stopped) break;
  }
  return worstExitCode(codes);
}

/** Of several runs, the last one would replace the files of all before it. */
function refuseSharedTargets({ out = [], summaryExport }: RunOptions): void {
  const files = out.flatMap(({ type, target }) => (type === 'receiver' || type === 'github' ? [] : [target]));
  const shared = [...files, summaryExport ?? null].find((target) => target !== null && !target.includes('{run}'));
  if (shared == null) return;
  throw new CliError(
    `Each of these runs would write ${shared}, and only the last one would be left.`,
    'Put {run} into its name, as in --out junit=results/{run}.xml: it stands for the name of the run.',
  );
}
