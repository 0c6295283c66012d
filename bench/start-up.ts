/** How long it takes from a command to its first request, and to the verdict of `validate`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { CASES_FOLDER, closedLoop, GET_ITEM, type StartUpCase } from './case.ts';
import { measureRun, RunFailed } from './load-run.ts';
import type { Machine } from './machine.ts';
import type { Contender } from './rounds.ts';
import { median } from './statistics.ts';
import type { Target } from './target/target.ts';

export interface StartUpResult {
  readonly title: string;
  /** Each in ms, in the order of the rounds. */
  readonly times: readonly number[];
}

export async function measureStartUp(
  contenders: readonly Contender[],
  { name, title, files }: StartUpCase,
  target: Target,
  machine: Machine,
  { rounds, dist }: { readonly rounds: number; readonly dist: string },
): Promise<StartUpResult[]> {
  const loadCase = closedLoop(name, title, GET_ITEM, { files });
  const times = new Map<string, number[]>(contenders.map((contender) => [contender.title, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { title: contender, generator, workers, cores } of contenders) {
      try {
        const settings = { warmUpMs: 0, windowMs: 300, workers, cores };
        const figures = await measureRun(generator, loadCase, target, machine, settings);
        if (figures?.firstRequestMs != null) times.get(contender)?.push(figures.firstRequestMs);
      } catch (error) {
        if (!(error instanceof RunFailed)) throw error;
      }
    }
  }
  const starts = [...times].map(([contender, values]) => ({
    title: `${contender}: to the first request`,
    times: values,
  }));
  const validations = await measureValidate(join(CASES_FOLDER, `${files}.load.yaml`), machine, { rounds, dist });
  return [...starts, { title: 'rampwright validate', times: validations }].filter((result) => result.times.length > 0);
}

/** Whole processes of `validate`, in ms. The first, which reads the files from the disk, is left out. */
export async function measureValidate(
  scenario: string,
  machine: Machine,
  { rounds, dist }: { readonly rounds: number; readonly dist: string },
): Promise<number[]> {
  const times: number[] = [];
  const command = [process.execPath, join(dist, 'cli.js'), 'validate', scenario];
  for (let round = 0; round <= rounds; round++) {
    const [program = '', ...args] = machine.pinned(machine.layout.generatorCores, command);
    const started = performance.now();
    const child = spawn(program, args, { stdio: 'ignore' });
    await once(child, 'exit');
    if (child.exitCode !== 0) throw new Error(`validate ended with status ${child.exitCode ?? 'none'}.`);
    if (round > 0) times.push(performance.now() - started);
  }
  return times;
}

export function startUpTable(results: readonly StartUpResult[]): string {
  const rows = results.map(({ title, times }) => {
    const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(0));
    return `| ${title} | ${ms(median(times))} | ${ms(Math.min(...times))}–${ms(Math.max(...times))} |`;
  });
  return ['| | ms | least–most |', '| --- | ---: | ---: |', ...rows].join('\n');
}
