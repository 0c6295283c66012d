import { blocksOfRun, gathered, type Blocks, type SubjectFigures } from './compared-blocks.ts';
import type { RunModel } from './model.ts';

/** A run as a comparison reads it. */
export interface ComparedSpan {
  /** How long its load lasted. */
  readonly ms: number;
  /** Blocks of this length, or of a multiple of it, can be cut. */
  readonly stepMs: number;
  /** Whether what was measured may be the generator's own doing. */
  readonly saturated: boolean;
  /** Over all of its time, by `subjectKey`. */
  readonly subjects: ReadonlyMap<string, SubjectFigures>;
  /** Its time cut into so many blocks of so many ms. */
  blocks(ms: number, count: number): Blocks;
}

const known = new WeakMap<RunModel, { readonly revision: number; readonly span: ComparedSpan }>();

/** All of a run; worked out once for as many comparisons as it is in. */
export function spanOfRun(run: RunModel): ComparedSpan {
  const before = known.get(run);
  if (before?.revision === run.revision) return before.span;
  const span = {
    ms: run.elapsedMs,
    stepMs: 1000,
    saturated: run.generator.judgement.trust === 'saturated',
    subjects: gathered(run),
    blocks: cutOnce((ms, count) => blocksOfRun(run, ms, count)),
  };
  known.set(run, { revision: run.revision, span });
  return span;
}

/** Keeps the blocks that were asked for last, for the next subject. */
export function cutOnce(cut: ComparedSpan['blocks']): ComparedSpan['blocks'] {
  let last: { readonly ms: number; readonly count: number; readonly blocks: Blocks } | null = null;
  return (ms, count) => {
    if (last?.ms !== ms || last.count !== count) last = { ms, count, blocks: cut(ms, count) };
    return last.blocks;
  };
}
