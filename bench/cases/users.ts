import { GET_ITEM, type LoadCase } from '../case.ts';

function users(name: string, count: number): LoadCase {
  return {
    kind: 'load',
    name,
    title: `${count.toLocaleString('en')} users with one request a second each`,
    files: name,
    load: { kind: 'paced', users: count },
    protocol: 'http',
    simple: GET_ITEM,
    figures: ['achieved', 'memoryPerUser', 'memory', 'cpuShare', 'p50', 'p99', 'failed'],
  };
}

export const USERS_1K = users('users-1k', 1_000);
export const USERS_5K = users('users-5k', 5_000);
export const USERS_10K = users('users-10k', 10_000);

/** The ramp alone: it is measured from its first request. */
export const RAMP_10K: LoadCase = {
  kind: 'load',
  name: 'ramp-10k',
  title: 'A ramp to 10,000 users, 1,000 more each second, one request a second each',
  files: 'ramp-10k',
  load: { kind: 'ramp', users: 10_000, perSecond: 1_000 },
  protocol: 'http',
  simple: GET_ITEM,
  figures: ['achieved', 'memoryPerUser', 'memory', 'cpuShare', 'p50', 'p99', 'failed'],
  warmUpMs: 0,
  windowMs: 12_000,
};
