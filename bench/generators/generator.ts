import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CASES_FOLDER, type LoadCase } from '../case.ts';

/** What a generator is asked for in one run. */
export interface Assignment {
  readonly loadCase: LoadCase;
  readonly url: string;
  /** The whole run, warm-up included. */
  readonly seconds: number;
  /** Users or connections; a run with one user tells what the program itself takes. */
  readonly users: number;
  readonly workers: number;
  /** An empty folder of this run, for what the generator writes. */
  readonly folder: string;
}

export interface Command {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Why a generator can't run a case. */
export interface NotRun {
  readonly notRun: string;
}

/** What a generator itself says about a run; times in ms. */
export interface OwnFigures {
  readonly p50?: number | null;
  readonly p99?: number | null;
  readonly dropped?: number | null;
  readonly scheduleP50?: number | null;
  readonly scheduleP95?: number | null;
  readonly scheduleP99?: number | null;
  /** Failed requests. */
  readonly failed?: number | null;
  /** p50 and p99 within the measured window, where the generator can tell. */
  readonly windowP50?: number | null;
  readonly windowP99?: number | null;
}

export interface Window {
  /** Unix ms. */
  readonly from: number;
  readonly to: number;
}

export interface Generator {
  readonly name: string;
  readonly version: string;
  command(assignment: Assignment): Command | NotRun;
  /** Reads what the run left behind: its output and files in its folder. */
  figures(output: string, assignment: Assignment, window: Window): OwnFigures;
}

/** A generator that may be on this machine. */
export interface GeneratorSource {
  readonly name: string;
  /** How it gets onto this machine, in a few words. */
  readonly install: string;
  /** null: not found. Only what the command line asks for is installed. */
  find(): Promise<Generator | null>;
}

/** A file of the case for this generator; null: there is none. */
export function scriptOf(loadCase: LoadCase, extension: string): string | null {
  const path = join(loadCase.folder ?? CASES_FOLDER, `${loadCase.scripts?.[extension] ?? loadCase.files}.${extension}`);
  return existsSync(path) ? path : null;
}

export const NO_SCRIPT: NotRun = { notRun: 'no script for this case' };

/** The number in the first group, where the pattern is found. */
export function numberIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** A place in parsed JSON: `numberAt(json, 'latency', 'p99')`; null where there is no number. */
export function numberAt(json: unknown, ...path: readonly string[]): number | null {
  let at = json;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return typeof at === 'number' ? at : null;
}

/** null: it isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
