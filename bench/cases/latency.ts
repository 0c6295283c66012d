import type { LoadCase } from '../case.ts';

const USERS = 50;

function latency(name: string, what: string, path: string): LoadCase {
  return {
    kind: 'load',
    name,
    title: `Latency against the target's own record: ${what}, ${USERS} users`,
    files: name,
    load: { kind: 'closed', users: USERS },
    protocol: 'http',
    delays: true,
    simple: { method: 'GET', path, headers: {}, body: null },
    figures: ['rate', 'p50', 'p99', 'errorP50', 'errorP99', 'wholeErrorP99', 'cpuShare', 'failed'],
  };
}

function withUsers(of: LoadCase, users: number): LoadCase {
  return {
    ...of,
    name: `${of.name}-${users}`,
    title: of.title.replace(`${USERS} users`, `${users} users`),
    load: { kind: 'closed', users },
    options: ['--vus', String(users)],
  };
}

export const LATENCY_5MS = latency('latency-5ms', 'answers after 5 ms', '/delay/5');
/** The same with more users, up to what a generator can do. */
export const LATENCY_5MS_OF_MORE: readonly LoadCase[] = [110, 220, 400].map((users) => withUsers(LATENCY_5MS, users));
export const LATENCY_5MS_ON_TWO_CORES: readonly LoadCase[] = [USERS, 110, 170, 220].map((users) => {
  const one = withUsers(LATENCY_5MS, users);
  return { ...one, name: `${LATENCY_5MS.name}-${users}-two-cores`, title: `${one.title}, two cores`, twoCores: true };
});
export const LATENCY_20MS = latency('latency-20ms', 'answers after 20 ms', '/delay/20');
export const LATENCY_BIMODAL = latency('latency-bimodal', 'nine answers after 2 ms, the tenth after 30 ms', '/bimodal');
