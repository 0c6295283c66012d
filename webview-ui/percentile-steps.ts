import type { TrendSink } from '../src/run/sinks.ts';

/** The axis ends at 99.999 %: five nines. */
export const NINES = 5;

/** How far a share of requests is along the axis: 0 at none of them, 1 at nine of ten, 2 at 99 % … */
export function ninesOf(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : -Math.log10(1 - share);
}

/** Corners of the curve: at each latency, the nines up to which requests took no longer. */
export function stepsOf(latencies: TrendSink): { readonly ms: number; readonly nines: number }[] {
  const steps: { ms: number; nines: number }[] = [];
  let below = 0;
  latencies.histogram.forEachBucket((value, n) => {
    below += n;
    // Of so many requests, the slowest one is all that is known beyond this.
    const nines = Math.min(ninesOf(below / latencies.count), Math.log10(latencies.count) + 0.3, NINES);
    const ms = Math.max(latencies.min, Math.min(latencies.max, value));
    const last = steps.at(-1);
    // Steps that a pixel cannot tell apart are one.
    if (last && nines - (steps.at(-2)?.nines ?? 0) < 0.002) {
      last.ms = ms;
      last.nines = nines;
    } else if (nines > (last?.nines ?? 0)) steps.push({ ms, nines });
  });
  return steps;
}
