import type { Moment } from '../../run/timeline.ts';
import { clock, duration, percent } from '../format.ts';
import { strong, type Finding } from './finding.ts';
import { levelWords, spikes, type Spike } from './load-shape.ts';
import type { Rule } from './rule.ts';
import { median } from './statistics.ts';

/** Latency is back where it is within this factor of before, and errors within these points. */
const BACK_FACTOR = 1.3;
const BACK_ERRORS = 0.01;
/** Differences below this are noise. */
const NOISE_MS = 1;
/** One good second is chance. */
const STEADY_MOMENTS = 3;
const LEAST_BEFORE = 5;

/** How long after a spike latency and errors were back at the level before it. */
export const spikeRecovery: Rule = {
  id: 'spike-recovery',
  trustsFigures: true,
  find({ run, shape, timeline }) {
    if (!shape) return [];
    return spikes(shape).flatMap((spike) => {
      const within = (fromMs: number, toMs: number): Moment[] =>
        timeline.moments.filter((moment) => moment.fromMs >= fromMs - 100 && moment.toMs <= toMs + 100);
      // The first fifth of the time before is for warming up.
      const { fromMs, toMs } = spike.before;
      const before = within(fromMs + (toMs - fromMs) / 5, toMs).filter(({ total }) => total.answered > 0);
      const after = within(spike.toMs, spike.untilMs);
      if (before.length < LEAST_BEFORE || after.length < STEADY_MOMENTS) return [];
      const name = levelWords(spike.peak, shape.unit);
      const finding = recovery(spike, name, before, within(spike.fromMs, spike.toMs), after, run.state === 'running');
      return finding ? [finding] : [];
    });
  },
};

function recovery(
  spike: Spike,
  peak: string,
  before: readonly Moment[],
  during: readonly Moment[],
  after: readonly Moment[],
  running: boolean,
): Omit<Finding, 'rule'> | null {
  const usualMs = median(before.map(({ total }) => total.p50));
  const most50 = Math.max(BACK_FACTOR * usualMs, usualMs + NOISE_MS);
  const worst95 = Math.max(...before.map(({ total }) => total.p95));
  const most95 = Math.max(BACK_FACTOR * worst95, worst95 + NOISE_MS);
  const errors = errorShare(before);
  const isBack = (moment: Moment): boolean =>
    moment.total.answered > 0 &&
    moment.total.p50 <= most50 &&
    moment.total.p95 <= most95 &&
    errorShare([moment]) <= errors + BACK_ERRORS;
  const index = after.findIndex(
    (_, at) => at + STEADY_MOMENTS <= after.length && after.slice(at, at + STEADY_MOMENTS).every(isBack),
  );
  const worstMs = Math.max(...during.filter(({ total }) => total.answered > 0).map(({ total }) => total.p50));
  const back = after[index];
  const harm =
    `the median latency climbed from ${duration(usualMs)} to ${duration(worstMs)}` +
    (errorShare(during) > errors + BACK_ERRORS ? ` and ${percent(errorShare(during))} of the requests failed` : '');
  const window = { kind: 'window', fromMs: spike.fromMs, toMs: spike.toMs } as const;
  const lead = [`In the spike to ${peak}, `, window] as const;
  if (back) {
    if (!during.some((moment) => moment.total.requests > 0 && !isBack(moment))) {
      return { level: 'info', parts: [...lead, ', latency and errors stayed at the level before it.'] };
    }
    const after_ = Math.max(0, back.fromMs - spike.toMs);
    const time = after_ < 1000 ? 'within a second' : `${duration(Math.round(after_ / 1000) * 1000)} later`;
    return {
      level: 'info',
      parts: [
        ...lead,
        `, ${harm}. It was over at ${clock(spike.toMs)}, and `,
        strong(time),
        ' both were back at the level before.',
      ],
    };
  }
  if (running) return null;
  const last = after.slice(-STEADY_MOMENTS);
  return {
    level: 'warning',
    parts: [
      ...lead,
      `, ${harm}. `,
      strong('The service did not recover'),
      ` in the ${duration((after.at(-1)?.toMs ?? 0) - spike.toMs)} of the same load that followed: at the end of them the ` +
        `median was ${duration(median(last.filter(({ total }) => total.answered > 0).map(({ total }) => total.p50)))} and ` +
        `${percent(errorShare(last))} failed.`,
    ],
  };
}

function errorShare(moments: readonly Moment[]): number {
  const requests = moments.reduce((sum, { total }) => sum + total.requests, 0);
  const failed = moments.reduce((sum, { total }) => sum + total.failed, 0);
  return requests > 0 ? failed / requests : 0;
}
