import { blocksOfRun, gathered, type Blocks, type SubjectFigures } from './compared-blocks.ts';
import type { RunModel } from './model.ts';

/** A run as a comparison reads it. */
export interface ComparedSpan {
  /** How long its load lasted. */
  readonly ms: number;
  /** Whether what was measured may be the generator's own doing. */
  readonly saturated: boolean;
  /** Over all of its time, by `subjectKey`. */
  readonly subjects: ReadonlyMap<string, SubjectFigures>;
  /** Its time cut into so many blocks of so many ms. */
  blocks(ms: number, count: number): Blocks;
}

/** All of a run. */
export function spanOfRun(run: RunModel): ComparedSpan {
  return {
    ms: run.elapsedMs,
    saturated: run.generator.judgement.trust === 'saturated',
    subjects: gathered(run),
    blocks: (ms, count) => cutInto(run, ms, count),
  };
}

const blockCache = new WeakMap<RunModel, { readonly key: string; readonly blocks: Blocks }>();

/** Kept for the next subject, and the next comparison with the same run. */
function cutInto(run: RunModel, ms: number, count: number): Blocks {
  const key = `${ms} ${count} ${run.revision}`;
  const known = blockCache.get(run);
  if (known?.key === key) return known.blocks;
  const blocks = blocksOfRun(run, ms, count);
  blockCache.set(run, { key, blocks });
  return blocks;
}
