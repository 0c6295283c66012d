import type { Moment } from '../../run/timeline.ts';
import { clock, duration, rate } from '../format.ts';
import { secondsOf } from './evidence.ts';
import { strong } from './finding.ts';
import { levelAt, levelWords, rise, type LoadShape } from './load-shape.ts';
import type { Rule } from './rule.ts';
import { median } from './statistics.ts';

const BINS = 16;
/** Fewer levels of load than this draw no line. */
const LEAST_BINS = 6;
/** A line with a knee must leave at most this part of what a straight one leaves unexplained. */
const KNEE_LEAVES = 0.3;
/** Beyond the knee: so much more load, at most so much more throughput, and at least so much more latency. */
const MORE_LOAD = 1.3;
const MORE_THROUGHPUT = 1.15;
const MORE_LATENCY = 1.4;
/** Where more than this is throttled, that is why throughput is flat. */
const THROTTLED = 0.02;

/** One level of the load. */
interface Level {
  readonly load: number;
  readonly perSecond: number;
  readonly latencyMs: number;
}

/** The load from which on throughput stops following it while latency climbs. */
export const saturationPoint: Rule = {
  id: 'saturation-point',
  trustsFigures: true,
  unless: ['machine-limits'],
  find({ shape, timeline }) {
    const rising = shape && rise(shape);
    if (!shape || !rising || rising.to < 2 * rising.from) return [];
    const moments = timeline.moments.filter(
      ({ fromMs, toMs, generator, total }) =>
        fromMs >= rising.fromMs && toMs <= rising.toMs && generator !== 'saturated' && total.answered > 0,
    );
    const load = (moment: Moment): number => loadOf(shape, moment);
    const levels = levelsOf(moments, load);
    const knee = kneeOf(levels);
    if (!knee) return [];
    const top = levels.at(-1);
    const before = levels.filter((level) => level.load <= knee.load);
    const first = moments.find((moment) => load(moment) >= knee.load);
    const beyond = moments.filter((moment) => load(moment) > knee.load);
    const requests = beyond.reduce((sum, { total }) => sum + total.requests, 0);
    const throttled = beyond.reduce((sum, { total }) => sum + total.throttled, 0);
    if (!top || !first || throttled > THROTTLED * requests) return [];
    const latencyMs = median(before.map((level) => level.latencyMs));
    const follows = top.load >= MORE_LOAD * knee.load && top.perSecond <= MORE_THROUGHPUT * knee.perSecond;
    if (!follows || top.latencyMs < MORE_LATENCY * latencyMs) return [];
    return [
      {
        level: 'info',
        parts: [
          'Throughput stopped following the load at about ',
          strong(levelWords(knee.load, shape.unit)),
          ` and ${rate(knee.perSecond)} (${clock(first.fromMs)}): at ${levelWords(top.load, shape.unit)} it was ` +
            `${rate(top.perSecond)}, while the median latency had climbed from ${duration(latencyMs)} to ` +
            `${duration(top.latencyMs)}.`,
        ],
      },
    ];
  },
};

function loadOf(shape: LoadShape, { fromMs, toMs, vus }: Moment): number {
  return shape.unit === 'vus' ? vus : levelAt(shape, (fromMs + toMs) / 2);
}

function levelsOf(moments: readonly Moment[], load: (moment: Moment) => number): Level[] {
  const most = Math.max(0, ...moments.map(load));
  const bins = Array.from({ length: BINS }, (): Moment[] => []);
  for (const moment of moments) bins[Math.min(BINS - 1, Math.floor((load(moment) / most) * BINS))]?.push(moment);
  return bins
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      load: median(bin.map(load)),
      perSecond: median(bin.map((moment) => moment.total.requests / secondsOf(moment))),
      latencyMs: median(bin.map(({ total }) => total.p50)),
    }));
}

/** Where a line from the origin that is flat from some load on fits best; null where a straight one does as well. */
function kneeOf(levels: readonly Level[]): Pick<Level, 'load' | 'perSecond'> | null {
  if (levels.length < LEAST_BINS) return null;
  const straight = fit(levels, Number.POSITIVE_INFINITY);
  let best: { readonly load: number; readonly slope: number; readonly left: number } | null = null;
  for (const { load } of levels.slice(1, -2)) {
    const { slope, left } = fit(levels, load);
    if (best === null || left < best.left) best = { load, slope, left };
  }
  if (!best || best.left > KNEE_LEAVES * straight.left) return null;
  return { load: best.load, perSecond: best.slope * best.load };
}

/** Least squares of `perSecond = slope · min(load, knee)`; `left` is the sum of squares that stays. */
function fit(levels: readonly Level[], knee: number): { readonly slope: number; readonly left: number } {
  let xy = 0;
  let xx = 0;
  for (const { load, perSecond } of levels) {
    const x = Math.min(load, knee);
    xy += x * perSecond;
    xx += x * x;
  }
  const slope = xx > 0 ? xy / xx : 0;
  const left = levels.reduce((sum, { load, perSecond }) => sum + (perSecond - slope * Math.min(load, knee)) ** 2, 0);
  return { slope, left };
}
