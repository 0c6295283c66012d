import type { LoadCase } from '../case.ts';

function latency(name: string, what: string, path: string): LoadCase {
  return {
    kind: 'load',
    name,
    title: `Latency against the target's own record: ${what}, 50 users`,
    files: name,
    load: { kind: 'closed', users: 50 },
    protocol: 'http',
    delays: true,
    simple: { method: 'GET', path, headers: {}, body: null },
    figures: ['rate', 'p50', 'p99', 'errorP50', 'errorP99', 'cpuShare', 'failed'],
  };
}

export const LATENCY_5MS = latency('latency-5ms', 'answers after 5 ms', '/delay/5');
export const LATENCY_20MS = latency('latency-20ms', 'answers after 20 ms', '/delay/20');
export const LATENCY_BIMODAL = latency('latency-bimodal', 'nine answers after 2 ms, the tenth after 30 ms', '/bimodal');
