import { GET_ITEM, type LoadCase } from '../case.ts';

function open(name: string, perSecond: number): LoadCase {
  return {
    kind: 'load',
    name,
    title: `Open model: ${perSecond.toLocaleString('en')} requests a second`,
    files: name,
    load: { kind: 'rate', perSecond, connections: 100 },
    protocol: 'http',
    simple: GET_ITEM,
    figures: ['achieved', 'dropped', 'scheduleP50', 'scheduleP95', 'scheduleP99', 'cpuShare', 'p50', 'p99', 'failed'],
  };
}

export const OPEN_5K = open('open-5k', 5_000);
export const OPEN_20K = open('open-20k', 20_000);

/** What the precise mode is worth, and what it takes. */
export const OPEN_5K_BUSY_WAIT: LoadCase = {
  ...OPEN_5K,
  name: 'open-5k-busy-wait',
  title: `${OPEN_5K.title}, with --busy-wait`,
  workers: [1],
  options: ['--busy-wait'],
};
