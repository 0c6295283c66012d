/** What is measured: a load on a target, or how long something takes to start. */
import { join } from 'node:path';

/** One file a case, with its scenario and what other generators need beside it. */
export const CASES_FOLDER = join(import.meta.dirname, 'cases');

/**
 * - `closed`: each user asks again as soon as it has its answer, so that the most that a generator can do shows;
 * - `rate`: so many requests a second, whether earlier ones are answered or not;
 * - `paced`: each user asks once a second;
 * - `ramp`: as `paced`, with so many users more each second.
 */
export type Load =
  | { readonly kind: 'closed'; readonly users: number }
  | { readonly kind: 'rate'; readonly perSecond: number; readonly connections: number }
  | { readonly kind: 'paced'; readonly users: number }
  | { readonly kind: 'ramp'; readonly users: number; readonly perSecond: number };

/** The one request of a case that a generator without scripts can make, too. */
export interface SimpleRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export type Protocol = 'http' | 'https' | 'h2';

/** The figures that a case is about; each is a column of its table. */
export type Figure =
  | 'rate'
  | 'achieved'
  | 'cpuPer100k'
  | 'cpuShare'
  | 'memory'
  | 'memoryPerUser'
  | 'targetCpu'
  | 'p50'
  | 'p99'
  | 'errorP50'
  | 'errorP99'
  | 'wholeErrorP99'
  | 'dropped'
  | 'scheduleP50'
  | 'scheduleP95'
  | 'scheduleP99'
  | 'failed';

export interface LoadCase {
  readonly kind: 'load';
  readonly name: string;
  readonly title: string;
  /** Name of the scenario and of the other generators' scripts: `cases/NAME.load.yaml`, `cases/NAME.k6.js` … */
  readonly files: string;
  /** Other names of single scripts, by how they end: those of a case that differs in its protocol alone. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Where they are; `cases/` by default. */
  readonly folder?: string;
  readonly load: Load;
  readonly protocol: Protocol;
  /** Its answers come after a time, of which the target keeps a record. */
  readonly delays?: boolean;
  /** null: takes a script. */
  readonly simple: SimpleRequest | null;
  readonly figures: readonly Figure[];
  /** How long before the measured part; 2 s by default, which connects and warms up what compiles as it runs. */
  readonly warmUpMs?: number;
  /** The measured part, where it is not the command line's to say. */
  readonly windowMs?: number;
  /** Only this program, with these numbers of workers, one core each. */
  readonly workers?: readonly number[];
  /**
   * Each generator has the two cores of two workers, as nobody gives it less outside of a benchmark: compilers, garbage collection and coordinator have
   * one on which the load does not run.
   */
  readonly twoCores?: boolean;
  /** Of this program's command line. */
  readonly options?: readonly string[];
}

/** Half of the most that was reached on this machine, for long. */
export interface SoakCase {
  readonly kind: 'soak';
  readonly name: string;
  readonly title: string;
  readonly minutes: number;
  readonly capacity: LoadCase;
}

export interface StartUpCase {
  readonly kind: 'start-up';
  readonly name: string;
  readonly title: string;
  readonly files: string;
}

export type BenchCase = LoadCase | SoakCase | StartUpCase;

const CLOSED_FIGURES: readonly Figure[] = ['rate', 'cpuPer100k', 'memory', 'targetCpu', 'p50', 'p99', 'failed'];

/** A hundred users as fast as they can. */
export function closedLoop(
  name: string,
  title: string,
  simple: SimpleRequest | null,
  more: Partial<Pick<LoadCase, 'protocol' | 'files' | 'scripts' | 'workers'>> = {},
): LoadCase {
  return {
    kind: 'load',
    name,
    title,
    files: name,
    load: { kind: 'closed', users: 100 },
    protocol: 'http',
    simple,
    figures: CLOSED_FIGURES,
    ...more,
  };
}

export const GET_ITEM: SimpleRequest = {
  method: 'GET',
  path: '/items/7',
  headers: { accept: 'application/json' },
  body: null,
};

/** Users or connections at the height of the load. */
export function usersOf(load: Load): number {
  return load.kind === 'rate' ? load.connections : load.users;
}
