/** Whether the load generator itself kept up: each interval's state, and the judgement of a whole run. */
import type { Interval, TrendDelta, WorkerHealth } from './events.ts';
import { sparsePercentiles, type SparseCounts } from './histogram.ts';
import { decodeCounts } from './histogram-text.ts';
import type { TimeWindow } from './model.ts';
import type { Timeline } from './timeline.ts';

/**
 * How a worker did in one interval. `saturated`: latencies include its own delay. The limits are of event-loop delay, for that
 * is what a measured latency can be wrong by; the CPU alone says only that there is little left.
 */
export type GeneratorState = 'healthy' | 'strained' | 'saturated';

export const STRAINED_DELAY_MS = 25;
export const SATURATED_DELAY_MS = 50;
export const STRAINED_CPU = 0.9;
/** More of a worker's time than this in garbage collection strains it. */
export const STRAINED_GC = 0.1;
/** One wait of the event loop of this length is bad in itself: the p99 may not know of it, where it is one late tick among a hundred. */
export const STALLED_MS = 1000;

export function generatorState(
  health: Pick<WorkerHealth, 'eventLoopDelayP99Ms' | 'eventLoopDelayMaxMs' | 'cpu'>,
): GeneratorState {
  if (health.eventLoopDelayP99Ms > SATURATED_DELAY_MS || health.eventLoopDelayMaxMs >= STALLED_MS) return 'saturated';
  if (health.eventLoopDelayP99Ms > STRAINED_DELAY_MS || health.cpu > STRAINED_CPU) return 'strained';
  return 'healthy';
}

/** For how long at a stretch the worker did not run that did so longest; 0 where all of them ran. */
export function stalledMs({ health }: Pick<Interval, 'health'>): number {
  return Math.max(0, ...health.map((worker) => worker.stalledMs ?? 0));
}

/** How late the event loop was by its own work. */
function loopDelayMs({ eventLoopDelayP99Ms, eventLoopDelayMaxMs, stalledMs = 0 }: WorkerHealth): number {
  return eventLoopDelayMaxMs >= STALLED_MS && stalledMs === 0 ? eventLoopDelayMaxMs : eventLoopDelayP99Ms;
}

/**
 * What a run's figures are worth as far as the generator goes.
 * - `trustworthy`: it kept up;
 * - `degraded`: it was late now and then, or had little left: single figures may be too high;
 * - `saturated`: it was the bottleneck, and its own delay is part of the latencies.
 */
export type Trust = 'trustworthy' | 'degraded' | 'saturated';

/** What a judgement rests on: `schedule` is how late arrivals started, which is no server's doing; `stall`: the generator did not run. */
export type TrustCause = 'event-loop' | 'schedule' | 'stall' | 'cpu' | 'gc';

export interface GeneratorJudgement {
  readonly trust: Trust;
  /** Null where it is trustworthy. */
  readonly cause: TrustCause | null;
  /** The part of the load's time that this is about, 0 to 1. */
  readonly share: number;
  /** The worst that was seen of the cause: ms of delay, or the busy part of a worker's time. */
  readonly worst: number;
}

const TRUSTWORTHY: GeneratorJudgement = { trust: 'trustworthy', cause: null, share: 0, worst: 0 };

/** A run is saturated beyond this part of its time, if that is two seconds: one hiccup of the machine is none of the generator's. */
const SATURATED_SHARE = 0.02;
const SATURATED_AT_LEAST_MS = 1500;
/** Strain is normal for a moment, as at the start of many connections. */
const STRAINED_SHARE = 0.1;

/** What can be beyond its limit in a generator's interval; `saturated`: so far that latencies are not to be believed. */
const STRAIN_KINDS = [
  'lateLoop',
  'lateSchedule',
  'stall',
  'slowLoop',
  'slowSchedule',
  'busy',
  'collecting',
  'saturated',
] as const;
type StrainKind = (typeof STRAIN_KINDS)[number];

/** For how many ms, and the worst of it; what was within its limit is not there. */
export type Strain = Readonly<Partial<Record<StrainKind, readonly [ms: number, worst: number]>>>;

/** For how long a figure was beyond its limit, and the worst of it. */
class Spell {
  readonly cause: TrustCause;
  ms = 0;
  worst = 0;

  constructor(cause: TrustCause) {
    this.cause = cause;
  }

  add([ms, worst]: readonly [ms: number, worst: number] = [0, 0]): void {
    this.ms += ms;
    this.worst = Math.max(this.worst, worst);
  }
}

/** What of an interval was beyond its limit. `scheduleDelayMs`: see `GeneratorTally` */
export function strainOf(interval: Interval, scheduleDelayMs: number): Strain {
  if (interval.strain) return interval.strain;
  const { fromMs, toMs, health } = interval;
  const ms = toMs - fromMs;
  const most = (of: (worker: WorkerHealth) => number): number => Math.max(0, ...health.map(of));
  const loopMs = most(loopDelayMs);
  const stallMs = stalledMs(interval);
  const late = loopMs > SATURATED_DELAY_MS || scheduleDelayMs > SATURATED_DELAY_MS;
  const strain: { -readonly [kind in keyof Strain]: Strain[kind] } = {};
  const note = (kind: StrainKind, value: number, limit: number, forMs = ms): void => {
    if (value > limit) strain[kind] = [forMs, value];
  };
  note('lateLoop', loopMs, SATURATED_DELAY_MS);
  note('lateSchedule', scheduleDelayMs, SATURATED_DELAY_MS);
  note('slowLoop', loopMs, STRAINED_DELAY_MS);
  note('slowSchedule', scheduleDelayMs, STRAINED_DELAY_MS);
  note(
    'busy',
    most(({ cpu }) => cpu),
    STRAINED_CPU,
  );
  note('collecting', ms > 0 ? most(({ gcMs }) => gcMs) / ms : 0, STRAINED_GC);
  // What has stood still for a second is not that bad for the rest of a minute.
  note('stall', stallMs, 0, Math.min(ms, stallMs));
  if (late) strain.saturated = [ms, 0];
  else note('saturated', stallMs, 0, Math.min(ms, stallMs));
  return strain;
}

/** Of all of them together. */
export function addedStrain(strains: readonly Strain[]): Strain {
  const sum: { -readonly [kind in keyof Strain]: Strain[kind] } = {};
  for (const strain of strains) {
    for (const kind of STRAIN_KINDS) {
      const more = strain[kind];
      const [ms, worst] = sum[kind] ?? [0, 0];
      if (more) sum[kind] = [ms + more[0], Math.max(worst, more[1])];
    }
  }
  return sum;
}

/** The worst of an interval. */
function stateOf({ saturated, slowLoop, slowSchedule, busy, collecting }: Strain): GeneratorState {
  if (saturated) return 'saturated';
  return slowLoop || slowSchedule || busy || collecting ? 'strained' : 'healthy';
}

/** Folds intervals into the judgement; its memory does not grow with the run. */
export class GeneratorTally {
  readonly #lateLoop = new Spell('event-loop');
  readonly #lateSchedule = new Spell('schedule');
  readonly #stall = new Spell('stall');
  readonly #slowLoop = new Spell('event-loop');
  readonly #slowSchedule = new Spell('schedule');
  readonly #busy = new Spell('cpu');
  readonly #collecting = new Spell('gc');
  #saturatedMs = 0;
  #totalMs = 0;

  /** `scheduleDelayMs`: the `lateness` of the interval's arrivals, 0 where nothing arrived. Returns how the interval did. */
  add(interval: Interval, scheduleDelayMs: number): GeneratorState {
    const strain = strainOf(interval, scheduleDelayMs);
    this.#totalMs += interval.toMs - interval.fromMs;
    this.#lateLoop.add(strain.lateLoop);
    this.#lateSchedule.add(strain.lateSchedule);
    this.#stall.add(strain.stall);
    this.#slowLoop.add(strain.slowLoop);
    this.#slowSchedule.add(strain.slowSchedule);
    this.#busy.add(strain.busy);
    this.#collecting.add(strain.collecting);
    this.#saturatedMs += strain.saturated?.[0] ?? 0;
    return stateOf(strain);
  }

  /** The part of the load's time in which some worker was saturated, 0 to 1. */
  get saturatedShare(): number {
    return this.#totalMs > 0 ? this.#saturatedMs / this.#totalMs : 0;
  }

  get judgement(): GeneratorJudgement {
    const share = this.saturatedShare;
    if (share > SATURATED_SHARE && this.#saturatedMs > SATURATED_AT_LEAST_MS) {
      const late = longest(this.#lateLoop, this.#lateSchedule);
      // Whoever stands still is late with everything.
      const { cause, worst } = 2 * this.#stall.ms > this.#saturatedMs ? this.#stall : late;
      return { trust: 'saturated', cause, share, worst };
    }
    const { cause, worst, ms } = longest(this.#slowLoop, this.#slowSchedule, this.#busy, this.#collecting);
    const strainedShare = this.#totalMs > 0 ? ms / this.#totalMs : 0;
    if (share <= SATURATED_SHARE && strainedShare <= STRAINED_SHARE) return TRUSTWORTHY;
    return { trust: 'degraded', cause, share: strainedShare, worst };
  }
}

/**
 * How late the arrivals of an interval were, in ms: the p99 of `schedule_delay`; of fewer than 200 samples the third worst, for
 * one hiccup of the machine makes one or two arrivals late.
 */
export function lateness(delays: SparseCounts): number {
  let count = 0;
  for (let i = 1; i < delays.length; i += 2) count += delays[i] ?? 0;
  return count < 3 ? 0 : (sparsePercentiles([delays], [Math.min(99, (100 * (count - 2)) / count)])[0] ?? 0);
}

/** The worst `lateness` of an interval's arrivals; 0 where nothing arrived. `isScheduleDelay`: of the id of a trend */
export function scheduleDelayMs(
  { trends = [] }: Pick<Interval, 'trends'>,
  isScheduleDelay: (id: number) => boolean,
  countsOf: (trend: TrendDelta) => SparseCounts = ([, , , , , counts]) => decodeCounts(counts),
): number {
  return Math.max(0, ...trends.filter(([id]) => isScheduleDelay(id)).map((trend) => lateness(countsOf(trend))));
}

function longest(first: Spell, ...others: readonly Spell[]): Spell {
  return others.reduce((most, next) => (next.ms > most.ms ? next : most), first);
}

/** When some worker was saturated; pauses of less than 5 s join their neighbours. */
export function saturatedWindows({ moments }: Pick<Timeline, 'moments'>): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (const { fromMs, toMs, generator } of moments) {
    if (generator !== 'saturated') continue;
    const last = windows.at(-1);
    if (last && fromMs - last.toMs < 5000) windows[windows.length - 1] = { fromMs: last.fromMs, toMs };
    else windows.push({ fromMs, toMs });
  }
  return windows;
}
