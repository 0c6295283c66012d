import type { HitCondition } from './protocol.ts';

/** Whether a breakpoint stops at this hit of it, counted from 1. */
export function stopsAt({ operator, count }: HitCondition, hits: number): boolean {
  switch (operator) {
    case '==':
      return hits === count;
    case '>=':
      return hits >= count;
    case '>':
      return hits > count;
    case '<':
      return hits < count;
    case '<=':
      return hits <= count;
    case '%':
      return count > 0 && hits % count === 0;
  }
}
