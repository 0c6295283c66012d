import { KEYS_OF, LOAD_KEYS, type LoadKey } from '../scenario/compile/load-keys.ts';
import type { Executor } from '../scenario/plan.ts';

export type ExecutorName = Executor['kind'];

/** What each executor does, in the words of someone who has to choose one. Markdown. */
export const EXECUTORS: Readonly<Record<ExecutorName, { readonly short: string; readonly long: string }>> = {
  'constant-vus': {
    short: 'a fixed number of VUs for a time',
    long: '**A closed model**: `vus` users run one iteration after the other for `duration`. When the service gets slower, fewer requests are made.',
  },
  'ramping-vus': {
    short: 'VUs go up and down by stages',
    long: '**A closed model**: the number of users follows `stages`, in a straight line to each `target`. Or Locust’s way: `vus`, `duration` and `spawnRate`.',
  },
  'constant-arrival-rate': {
    short: 'a fixed number of iterations per second',
    long: '**An open model**: `rate` iterations are started per `timeUnit`, whether earlier ones are done or not. VUs are made up to `maxVUs`; beyond it, iterations are dropped and counted.',
  },
  'ramping-arrival-rate': {
    short: 'the rate goes up and down by stages',
    long: '**An open model**: the rate of started iterations follows `stages`, from `startRate` on. VUs are made up to `maxVUs`; beyond it, iterations are dropped and counted.',
  },
  'shared-iterations': {
    short: 'a number of iterations, shared by all VUs',
    long: '`iterations` in all, dealt out to `vus` users as they get free; over when all are done, or after `maxDuration`.',
  },
  'per-vu-iterations': {
    short: 'a number of iterations for each VU',
    long: 'Each of `vus` users runs `iterations` of its own; over when all are done, or after `maxDuration`.',
  },
};

const EXECUTOR_NAMES = Object.keys(EXECUTORS) as ExecutorName[];

export function isExecutor(name: string): name is ExecutorName {
  return Object.hasOwn(EXECUTORS, name);
}

/** The executors whose keys a scenario's keys can be; all of them where none of its keys says anything. */
export function fittingExecutors(siblings: Iterable<string>): readonly ExecutorName[] {
  const load = [...siblings].filter(isLoadKey);
  return EXECUTOR_NAMES.filter((name) => load.every((key) => KEYS_OF[name].includes(key)));
}

/** The keys of a scenario that would mean nothing beside what is there. */
export function unfitKeys(siblings: ReadonlyMap<string, string>): ReadonlySet<string> {
  const written = siblings.get('executor') ?? '';
  const executors = isExecutor(written) ? [written] : fittingExecutors(siblings.keys());
  const fit = new Set<string>(executors.flatMap((name) => KEYS_OF[name]));
  const unfit = new Set<string>(LOAD_KEYS.filter((key) => !fit.has(key)));
  // A ramp is written by its stages or by its users per second.
  if (siblings.has('stages') || siblings.has('startVUs'))
    for (const key of ['spawnRate', 'vus', 'duration']) unfit.add(key);
  if (siblings.has('spawnRate')) for (const key of ['stages', 'startVUs']) unfit.add(key);
  return unfit;
}

function isLoadKey(key: string): key is LoadKey {
  return LOAD_KEYS.some((one) => one === key);
}
