import { valueOfIndex, type Histogram } from '../../run/histogram.ts';
import type { RunModel } from '../../run/model.ts';
import type { EndpointTimeline } from '../../run/timeline.ts';
import { duration, percent } from '../format.ts';
import { code, strong, type Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** Each bin of latency is this much wider than the one before. */
const BIN_FACTOR = 1.15;
const LEAST_SAMPLES = 100;
/** Two modes: each with this share, this far apart, and a valley of at most this part of the lower peak between them. */
const LEAST_SHARE = 0.1;
const APART_FACTOR = 2;
const APART_MS = 2;
const VALLEY = 0.3;
/** Both modes are there in at least this part of the time: one after the other they are a change, not two modes. */
const TOGETHER = 0.5;

interface Modes {
  readonly lowMs: number;
  readonly highMs: number;
  readonly valleyMs: number;
  /** Of the slow mode. */
  readonly highShare: number;
}

/** An endpoint answers in two distinct times, side by side. */
export const bimodalLatency: Rule = {
  id: 'bimodal-latency',
  trustsFigures: true,
  find({ run, timeline }) {
    return timeline.endpoints.flatMap((endpoint): Omit<Finding, 'rule'>[] => {
      const modes = modesOf(answeredAsExpected(run, endpoint));
      if (!modes || !areTogether(endpoint, modes.valleyMs)) return [];
      return [
        {
          level: 'info',
          parts: [
            code(endpoint.name),
            ' answers in ',
            strong('two distinct times'),
            `: ${percent(1 - modes.highShare)} around ${duration(modes.lowMs)}, ${percent(modes.highShare)} around ` +
              `${duration(modes.highMs)}, and hardly any in between, as with a cache or two unlike instances. Its ` +
              'average is of neither.',
          ],
        },
      ];
    });
  },
};

function answeredAsExpected(run: RunModel, { method, name }: EndpointTimeline): Histogram {
  const totals = run.requests(
    `as expected\0${method}\0${name}`,
    (tags) => tags['method'] === method && tags['name'] === name && tags['expected_response'] !== 'false',
  );
  return totals.duration.histogram;
}

/** The two modes of a histogram, or null. */
export function modesOf(histogram: Histogram): Modes | null {
  if (histogram.count < LEAST_SAMPLES) return null;
  const bins: number[] = [];
  const filled = histogram.sparse();
  for (let at = 0; at + 1 < filled.length; at += 2) {
    const bin = binOf(filled[at] ?? 0);
    while (bins.length <= bin) bins.push(0);
    bins[bin] = (bins[bin] ?? 0) + (filled[at + 1] ?? 0);
  }
  const heights = smooth(smooth(bins));
  let best: { readonly depth: number; readonly bin: number } | null = null;
  for (const [bin, height] of heights.entries()) {
    const left = Math.max(0, ...heights.slice(0, bin));
    const right = Math.max(0, ...heights.slice(bin + 1));
    const lower = Math.min(left, right);
    if (height > VALLEY * lower) continue;
    const low = heights.indexOf(left);
    const high = heights.lastIndexOf(right);
    const depth = lower - height;
    if (BIN_FACTOR ** (high - low) >= APART_FACTOR && (best === null || depth > best.depth)) best = { depth, bin };
  }
  if (!best) return null;
  const { bin } = best;
  const above = bins.slice(bin).reduce((sum, count) => sum + count, 0);
  const highShare = above / histogram.count;
  if (highShare < LEAST_SHARE || highShare > 1 - LEAST_SHARE) return null;
  const lowMs = histogram.percentile(((1 - highShare) / 2) * 100);
  const highMs = histogram.percentile((1 - highShare / 2) * 100);
  if (highMs < APART_FACTOR * lowMs || highMs - lowMs < APART_MS) return null;
  return { lowMs, highMs, valleyMs: BIN_FACTOR ** bin, highShare };
}

const known: number[] = [];

/** The bin that a bucket of a histogram falls into. Below a millisecond nothing is told apart. */
function binOf(index: number): number {
  return (known[index] ??= Math.max(0, Math.floor(Math.log(valueOfIndex(index)) / Math.log(BIN_FACTOR))));
}

function smooth(values: readonly number[]): number[] {
  return values.map((value, index) => ((values[index - 1] ?? 0) + 2 * value + (values[index + 1] ?? 0)) / 4);
}

function areTogether({ readings }: EndpointTimeline, valleyMs: number): boolean {
  let both = 0;
  let all = 0;
  for (const reading of readings) {
    // Of few answers, one mode may be missing by chance.
    if (!reading || reading.answered < 10) continue;
    all++;
    if (reading.p5 < valleyMs && valleyMs < reading.p95) both++;
  }
  return all > 0 && both >= TOGETHER * all;
}
