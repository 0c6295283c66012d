import type { Plan } from '../scenario/plan.ts';
import { maxVUs } from '../scenario/schedule/index.ts';

/** A thread costs some 50 ms and 20 MB to start; below this many VUs one does the work of two. */
const VUS_PER_WORKER = 500;

/** How many worker threads a plan is worth where nobody said: one for each 500 VUs, and a core is left for everything else. */
export function defaultWorkers({ scenarios }: Pick<Plan, 'scenarios'>, cores: number): number {
  const vus = scenarios.reduce((sum, { executor }) => sum + maxVUs(executor), 0);
  return Math.max(1, Math.min(cores - 1, Math.ceil(vus / VUS_PER_WORKER)));
}
