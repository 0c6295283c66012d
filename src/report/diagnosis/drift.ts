import { change, duration } from '../format.ts';
import { code, strong } from './finding.ts';
import { levelWords, plateaus, type LoadSpan } from './load-shape.ts';
import type { Evidence } from './evidence.ts';
import { numeral } from './numerals.ts';
import type { Rule } from './rule.ts';
import { median, trendSlope, trendSureness } from './statistics.ts';

/** A shorter time of constant load, or fewer intervals, shows no drift. */
const LEAST_MS = 60_000;
const LEAST_MOMENTS = 50;
/** The time is cut into this many parts, and each is its median. */
const PARTS = 60;
/** How sure, in standard deviations: neighbouring seconds are alike, which makes chance trends likelier than Mann–Kendall thinks. */
const LEAST_Z = 4.5;
/** From its beginning to its end, latency rises by at least this. */
const LEAST_RISE = 0.1;
const LEAST_RISE_MS = 0.5;
/** Warming up is none. */
const WARM_UP_SHARE = 0.1;
const WARM_UP_MS = 30_000;

interface Drift {
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Latency that rises steadily under constant load: a leak, a growing table, a filling queue. */
export const drift: Rule = {
  id: 'drift',
  trustsFigures: true,
  find(evidence) {
    const { run, shape } = evidence;
    if (!shape) return [];
    return plateaus(shape).flatMap((span) => {
      const fromMs = span.fromMs + Math.min(WARM_UP_MS, WARM_UP_SHARE * (span.toMs - span.fromMs));
      const window = { fromMs, toMs: Math.min(span.toMs, run.elapsedMs) };
      if (window.toMs - window.fromMs < LEAST_MS * (1 - WARM_UP_SHARE)) return [];
      const drifting = driftsIn(evidence, window);
      const [most] = drifting;
      if (!most) return [];
      const hours = (window.toMs - window.fromMs) / 3_600_000;
      const rest = drifting.length - 1;
      return [
        {
          level: 'warning' as const,
          parts: [
            `Under a constant load of ${levelWords(span.from, shape.unit)}, `,
            { kind: 'window' as const, fromMs: span.fromMs, toMs: window.toMs },
            ', latency rose steadily: the median of ',
            code(most.name),
            ` from ${duration(most.fromMs)} to ${duration(most.toMs)} (`,
            strong(change(most.fromMs, most.toMs)),
            `, ${duration((most.toMs - most.fromMs) / hours)} per hour)`,
            rest > 0 ? `, and that of ${numeral(rest)} more ${rest === 1 ? 'endpoint' : 'endpoints'}.` : '.',
          ],
        },
      ];
    });
  },
};

/** The endpoints that drift, most first. */
function driftsIn({ timeline }: Evidence, { fromMs, toMs }: Pick<LoadSpan, 'fromMs' | 'toMs'>): Drift[] {
  const { moments } = timeline;
  const first = moments.findIndex((moment) => moment.fromMs >= fromMs);
  const end = moments.findIndex((moment) => moment.toMs > toMs + 100);
  const last = end < 0 ? moments.length : end;
  if (first < 0 || last - first < LEAST_MOMENTS) return [];
  return timeline.endpoints
    .flatMap(({ name, readings }): Drift[] => {
      const values: number[] = [];
      for (let part = 0; part < PARTS; part++) {
        const from = first + Math.floor(((last - first) * part) / PARTS);
        const to = first + Math.floor(((last - first) * (part + 1)) / PARTS);
        const medians: number[] = [];
        for (let index = from; index < to; index++) {
          const reading = readings[index];
          if (reading && reading.answered > 0 && moments[index]?.generator !== 'saturated') medians.push(reading.p50);
        }
        if (medians.length > 0) values.push(median(medians));
      }
      const rise = riseOf(values);
      return rise ? [{ name, ...rise }] : [];
    })
    .sort((a, b) => b.toMs / b.fromMs - a.toMs / a.fromMs);
}

function riseOf(values: readonly number[]): Pick<Drift, 'fromMs' | 'toMs'> | null {
  if (values.length < LEAST_MOMENTS) return null;
  if (trendSureness(values) < LEAST_Z) return null;
  const slope = trendSlope(values);
  const fromMs = median(values.map((value, index) => value - slope * index));
  const by = slope * (values.length - 1);
  if (fromMs <= 0 || by < LEAST_RISE_MS || by < LEAST_RISE * fromMs) return null;
  // Each quarter is above the one before: a step or a hump is no drift.
  const quarter = Math.floor(values.length / 4);
  const medians = [0, 1, 2, 3].map((nth) => median(values.slice(nth * quarter, (nth + 1) * quarter)));
  const steady = medians.every((value, nth) => nth === 0 || value > (medians[nth - 1] ?? value) + 0.08 * by);
  return steady ? { fromMs, toMs: fromMs + by } : null;
}
