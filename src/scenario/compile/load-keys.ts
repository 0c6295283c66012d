import type { Scenario } from '../generated/scenario-document.ts';

export type ExecutorName = NonNullable<Scenario['executor']>;

/** The keys of a scenario that say how its load is made. */
export const LOAD_KEYS = [
  'vus',
  'iterations',
  'duration',
  'stages',
  'rate',
  'startRate',
  'timeUnit',
  'preAllocatedVUs',
  'maxVUs',
  'startVUs',
  'spawnRate',
  'maxDuration',
  'gracefulRampDown',
] as const;

export type LoadKey = (typeof LOAD_KEYS)[number];

/** Those that mean something to an executor. */
export const KEYS_OF: Readonly<Record<ExecutorName, readonly LoadKey[]>> = {
  'constant-vus': ['vus', 'duration'],
  'ramping-vus': ['startVUs', 'stages', 'gracefulRampDown', 'spawnRate', 'vus', 'duration'],
  'constant-arrival-rate': ['rate', 'timeUnit', 'duration', 'preAllocatedVUs', 'maxVUs'],
  'ramping-arrival-rate': ['startRate', 'timeUnit', 'stages', 'preAllocatedVUs', 'maxVUs'],
  'shared-iterations': ['vus', 'iterations', 'maxDuration'],
  'per-vu-iterations': ['vus', 'iterations', 'maxDuration'],
};

/** The executor that a scenario names, or that its keys mean. */
export function executorName(scenario: Scenario): ExecutorName | null {
  if (scenario.executor !== undefined) return scenario.executor;
  if (scenario.rate !== undefined) return 'constant-arrival-rate';
  const isRate = (['startRate', 'timeUnit', 'preAllocatedVUs', 'maxVUs'] as const).some(
    (key) => scenario[key] !== undefined,
  );
  if (scenario.stages) return isRate ? 'ramping-arrival-rate' : 'ramping-vus';
  if (scenario.spawnRate !== undefined) return 'ramping-vus';
  if (scenario.iterations !== undefined) return 'shared-iterations';
  return scenario.duration === undefined ? null : 'constant-vus';
}
