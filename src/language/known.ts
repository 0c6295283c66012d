import type { FileFacts } from '../scenario/files.ts';
import type { ScenarioModel } from '../scenario/index.ts';
import type { OpenApiPath } from './openapi.ts';

/** What is known of a file beyond the text that its author has in front of them. All of it is at hand, nothing waits. */
export interface Known {
  /** The file is a `*.load.json`, which nothing in it says while it is empty. */
  readonly json: boolean;
  /** Of the last text that could be read; the text of now may be some keystrokes further. */
  readonly last: { readonly text: string; readonly model: ScenarioModel } | null;
  /** The same scenario's file as it was checked: data files and their columns. */
  facts(path: string): FileFacts | null;
  /** Operations that documents of the workspace describe. */
  openApiPaths(): readonly OpenApiPath[];
  /** Files beside the scenario and below, relative to it: `./users.csv`. */
  filesBeside(): readonly string[];
  /** Environment variables that a run would see. */
  env(): Readonly<Record<string, string | undefined>>;
  /** Names of secrets that the editor keeps. */
  secrets(): readonly string[];
  /** The value that a captured name had in the last run, masked, as JSON; null where that is not known. */
  lastValue(name: string): string | null;
}

/** Where nothing but the text is known. */
export const NOTHING_KNOWN: Known = {
  json: false,
  last: null,
  facts: () => null,
  openApiPaths: () => [],
  filesBeside: () => [],
  env: () => ({}),
  secrets: () => [],
  lastValue: () => null,
};
