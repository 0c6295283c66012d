import type { Step, ThinkTime } from '../plan.ts';

/**
 * How long the pauses of one pass through steps take: `least` at the least, `mean` on average over many passes. What cannot be known
 * before a run (pauses and counts that are worked out, answers that are waited for) counts as nothing.
 */
export function pausesMs(steps: readonly Step[], which: 'least' | 'mean'): number {
  return steps.reduce((sum, step) => sum + pauseOf(step, which), 0);
}

function pauseOf(step: Step, which: 'least' | 'mean'): number {
  switch (step.kind) {
    case 'think':
      return thinkMs(step.time, which);
    case 'group':
    case 'flow':
      return pausesMs(step.steps, which);
    case 'choose': {
      const pauses = step.branches.map(({ weight, steps }) => ({ weight, ms: pausesMs(steps, which) }));
      if (which === 'least') return Math.min(...pauses.map(({ ms }) => ms));
      const weights = pauses.reduce((sum, { weight }) => sum + weight, 0);
      return pauses.reduce((sum, { weight, ms }) => sum + (weight / weights) * ms, 0);
    }
    case 'if':
      return Math.min(pausesMs(step.then, which), pausesMs(step.else, which));
    case 'repeat': {
      const times = Number(step.times.source);
      return Number.isInteger(times) && times > 0 ? times * pausesMs(step.steps, which) : 0;
    }
    default:
      return 0;
  }
}

function thinkMs(time: ThinkTime, which: 'least' | 'mean'): number {
  switch (time.kind) {
    case 'constant':
      return time.ms.kind === 'literal' && typeof time.ms.value === 'number' ? time.ms.value : 0;
    case 'uniform':
      return which === 'least' ? time.minMs : (time.minMs + time.maxMs) / 2;
    case 'normal':
      return which === 'least' ? 0 : time.meanMs;
  }
}
