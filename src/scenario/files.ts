import type { JsonValue } from './plan.ts';

/** What is known of a file that a scenario names. */
export type FileFacts =
  | { readonly exists: false }
  | {
      readonly exists: true;
      /** Of a data file; null for other files, and where it could not be read. */
      readonly data: DataFacts | null;
      /** Why it could not be read as data, in a sentence; null where it could, or was not asked to. */
      readonly problem: string | null;
    };

export interface DataFacts {
  /** In the file's order; of JSON rows, the keys of the first rows. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** For hovers. */
  readonly firstRow: Readonly<Record<string, JsonValue>> | null;
}

/** The files beside a scenario, as far as whoever loads it may read them. */
export interface ScenarioFiles {
  /** `path` as the scenario writes it; null: not known (yet), so that nothing can be said of it. */
  facts(path: string): FileFacts | null;
}
