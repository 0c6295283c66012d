import type { RunModel } from '../run/model.ts';

/** A run with the name that a comparison calls it by. */
export interface NamedRun {
  readonly name: string;
  readonly run: RunModel;
  /** It is the baseline of its scenario. */
  readonly pinned?: boolean;
}
