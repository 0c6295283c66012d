import type { Stage } from '../plan.ts';

/** From `atMs` on, `vus` VUs are planned. */
export interface VUStep {
  readonly atMs: number;
  readonly vus: number;
}

/**
 * The planned VUs of a `ramping-vus` scenario at each offset, ending with 0: k6's raw execution steps
 * (`getRawExecutionSteps` in k6's lib/executor/ramping_vus.go, with one execution segment).
 *
 * Going up, the n-th VU starts when the line reaches n; going down, a VU is only taken away when the line reaches the
 * next lower whole number, so that a ramp up and its mirror image have the same area. A stage without duration jumps.
 *
 * ```
 *  VUs 3|      ,--
 *      2|    ,-'  '-,        stages: 3 s → 3, 3 s → 0
 *      1|  ,-'      '-,
 *      0+--+-+-+-+-+-+--> s  steps: 0:0 1:1 2:2 3:3 4:2 5:1 6:0
 * ```
 *
 * Offsets are cut to whole nanoseconds, as Go's integer division does.
 */
export function rampingVUsSteps(startVUs: number, stages: readonly Pick<Stage, 'durationMs' | 'target'>[]): VUStep[] {
  const steps: VUStep[] = [{ atMs: 0, vus: startVUs }];
  let planned = startVUs;
  const add = (atMs: number, vus: number): void => {
    if (vus === planned) return;
    planned = vus;
    steps.push({ atMs, vus });
  };
  let endMs = 0;
  let from = startVUs;
  for (const { durationMs, target } of stages) {
    endMs += durationMs;
    const difference = target - from;
    if (difference === 0) continue;
    if (durationMs === 0) {
      add(endMs, target);
    } else if (difference < 0) {
      for (let vu = from; vu > target; vu--) add(offset(endMs, durationMs, target - vu + 1, difference), vu - 1);
    } else {
      for (let vu = from; vu <= target; vu++) add(offset(endMs, durationMs, target - vu, difference), vu);
    }
    from = target;
  }
  add(endMs, 0);
  return steps;
}

/** `end − duration × numerator ÷ denominator`, in whole nanoseconds. */
function offset(endMs: number, durationMs: number, numerator: number, denominator: number): number {
  const backNs = Math.trunc((durationMs * 1e6 * numerator) / denominator);
  return (endMs * 1e6 - backNs) / 1e6;
}
