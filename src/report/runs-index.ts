/**
 * The index of a folder of runs: a line of JSON for each journal with its summary, so that a list of runs reads one small file instead of
 * megabytes. It is a cache beside the journals, and no part of them: a journal that was copied in, came with git, or is still
 * being written has no line yet or an old one, and is read then; and whoever deletes the index loses nothing but time. (In the journal,
 * a last line could not be read without unpacking all before it.)
 */
import type { RunSummary } from './run-summary.ts';

export const INDEX_NAME = 'index.jsonl';

export interface IndexedRun {
  /** File name of the journal. A line counts only while the file is as it was: its size and its time, in ms. */
  readonly journal: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** The editor of this folder made the run: what it did not make, it does not delete. */
  readonly own: boolean;
  readonly summary: RunSummary;
}

/** By name of the journal; lines that are none are left out. */
export function parseIndex(text: string): Map<string, IndexedRun> {
  const runs = new Map<string, IndexedRun>();
  for (const line of text.split('\n')) {
    const run = parseLine(line);
    if (run) runs.set(run.journal, run);
  }
  return runs;
}

export function indexText(runs: Iterable<IndexedRun>): string {
  return [...runs].map((run) => `${JSON.stringify(run)}\n`).join('');
}

function parseLine(line: string): IndexedRun | null {
  try {
    const value: unknown = JSON.parse(line);
    // Our own writing: an object with these members is taken at its word.
    const known = typeof value === 'object' && value !== null && 'journal' in value && 'summary' in value;
    return known ? (value as IndexedRun) : null;
  } catch {
    return null;
  }
}

export interface Retention {
  /** Of each scenario, the newest so many; 0: all. */
  readonly count: number;
  /** 0: however old. */
  readonly days: number;
}

/** The runs that a folder need not keep: never one that was not made here, nor a baseline. */
export function expired(
  runs: readonly IndexedRun[],
  baselines: ReadonlySet<string>,
  { count, days }: Retention,
  nowMs: number,
): IndexedRun[] {
  const seen = new Map<string, number>();
  return runs
    .toSorted((a, b) => b.summary.time - a.summary.time)
    .filter(({ own, summary }) => {
      const scenario = summary.path ?? summary.file;
      const nth = (seen.get(scenario) ?? 0) + 1;
      seen.set(scenario, nth);
      const tooMany = count > 0 && nth > count;
      const tooOld = days > 0 && nowMs - summary.time > days * 86_400_000;
      return own && !baselines.has(summary.runId) && (tooMany || tooOld);
    });
}

/** Whether a run is of the scenario at this place in the workspace. Older journals know its name alone. */
export function isRunOf(summary: Pick<RunSummary, 'path' | 'file'>, place: string): boolean {
  return summary.path === null ? place.slice(place.lastIndexOf('/') + 1) === summary.file : summary.path === place;
}
