/** Half of the capacity for long: whether memory grows, and the rate holds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CASES_FOLDER, GET_ITEM, type LoadCase, type SoakCase } from './case.ts';
import { measureRun, type RunFigures } from './load-run.ts';
import type { Machine } from './machine.ts';
import type { Contender } from './rounds.ts';
import { slope } from './statistics.ts';
import type { Target } from './target/target.ts';

export interface SoakResult {
  readonly perSecond: number;
  readonly minutes: number;
  readonly figures: RunFigures;
  /** Resident bytes, once a second. */
  readonly memory: readonly number[];
  /** From the second minute on; null: too short to say. */
  readonly bytesPerHour: number | null;
}

const CAPACITY_RUN = { warmUpMs: 2000, windowMs: 5000 };
/** Until then what was compiled and pooled is still growing to its size. */
const SETTLED_SECONDS = 60;

export async function measureSoak(
  { generator, workers, cores }: Contender,
  soak: SoakCase,
  target: Target,
  machine: Machine,
): Promise<SoakResult | null> {
  const settings = { workers, cores };
  const capacity = await measureRun(generator, soak.capacity, target, machine, { ...settings, ...CAPACITY_RUN });
  if (capacity === null) return null;
  const perSecond = Math.round(capacity.rate / 2);
  const folder = mkdtempSync(join(tmpdir(), 'bench-soak-'));
  try {
    const memory: number[] = [];
    const onSecond = ({ residentBytes }: { readonly residentBytes: number }): void => void memory.push(residentBytes);
    const loadCase = soakCase(soak, perSecond, folder);
    const run = { ...settings, warmUpMs: 2000, windowMs: soak.minutes * 60_000, onSecond };
    const figures = await measureRun(generator, loadCase, target, machine, run);
    if (figures === null) return null;
    const settled = memory.map((bytes, second): [number, number] => [second, bytes]).slice(SETTLED_SECONDS);
    const bytesPerSecond = slope(settled);
    return {
      perSecond,
      minutes: soak.minutes,
      figures,
      memory,
      bytesPerHour: bytesPerSecond === null ? null : bytesPerSecond * 3600,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The scenario with its rate put in, in a folder of its own. */
function soakCase({ name, title }: SoakCase, perSecond: number, folder: string): LoadCase {
  const text = readFileSync(join(CASES_FOLDER, `${name}.load.yaml`), 'utf8');
  writeFileSync(join(folder, `${name}.load.yaml`), text.replace(/^(\s+rate: )\d+$/m, `$1${perSecond}`));
  return {
    kind: 'load',
    name,
    title,
    files: name,
    folder,
    load: { kind: 'rate', perSecond, connections: 100 },
    protocol: 'http',
    simple: GET_ITEM,
    figures: ['achieved', 'dropped', 'memory', 'cpuShare', 'failed'],
  };
}

export function soakText({ perSecond, minutes, figures, memory, bytesPerHour }: SoakResult): string {
  const mb = (bytes: number | null | undefined): string => (bytes == null ? '–' : `${(bytes / 1e6).toFixed(0)} MB`);
  return (
    `${perSecond.toLocaleString('en')}/s for ${minutes} min: ${((figures.achieved ?? 0) * 100).toFixed(2)} % of it reached, ` +
    `${figures.dropped ?? 0} dropped, ${figures.failed ?? 0} failed; memory ${mb(memory[SETTLED_SECONDS])} after one minute, ` +
    `${mb(memory.at(-1))} at the end (${mb(bytesPerHour)} an hour)`
  );
}
