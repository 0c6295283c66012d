import type { Executor, Plan } from '../../scenario/plan.ts';
import { durationMs } from '../../scenario/schedule/index.ts';
import { count, rate } from '../format.ts';

/** A stretch of time in which the planned load changes evenly from one level to another, or stays. */
export interface LoadSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly from: number;
  readonly to: number;
}

/** The planned load of all scenarios together. */
export interface LoadShape {
  /** What its levels are: VUs, or iterations per second. */
  readonly unit: 'vus' | 'rate';
  readonly spans: readonly LoadSpan[];
}

/** Null where scenarios of both kinds run: their levels have no sum. */
export function loadShape(plan: Plan): LoadShape | null {
  const kinds = new Set(plan.scenarios.map(({ executor }) => unitOf(executor)));
  const [unit] = kinds;
  if (kinds.size !== 1 || unit === undefined) return null;
  const lines = plan.scenarios.map(({ executor, startTimeMs }) => lineOf(executor, startTimeMs));
  const corners = [...new Set(lines.flatMap((line) => line.flatMap(({ fromMs, toMs }) => [fromMs, toMs])))];
  corners.sort((a, b) => a - b);
  const spans: LoadSpan[] = [];
  for (const [index, fromMs] of corners.entries()) {
    const toMs = corners[index + 1];
    if (toMs === undefined) break;
    // Just inside, so that a jump belongs to the span that it begins.
    const parts = lines.flatMap((line) => line.find((span) => span.fromMs <= fromMs && span.toMs >= toMs) ?? []);
    const from = parts.reduce((sum, span) => sum + levelIn(span, fromMs), 0);
    const to = parts.reduce((sum, span) => sum + levelIn(span, toMs), 0);
    const last = spans.at(-1);
    if (last && last.from === last.to && from === to && last.to === from) spans[spans.length - 1] = { ...last, toMs };
    else spans.push({ fromMs, toMs, from, to });
  }
  return { unit, spans };
}

/** What is planned at a time; 0 before and after the load. */
export function levelAt({ spans }: LoadShape, atMs: number): number {
  const span = spans.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return span ? levelIn(span, atMs) : 0;
}

/** Stretches of constant load. */
export function plateaus({ spans }: LoadShape): LoadSpan[] {
  return spans.filter(({ from, to }) => from === to && from > 0);
}

/** The time in which the load only grows or stays, from its least to its most; null where it does not grow. */
export function rise({ spans }: LoadShape): LoadSpan | null {
  const rises: LoadSpan[] = [];
  for (const { fromMs, toMs, from, to } of spans) {
    if (to < from) continue;
    const last = rises.at(-1);
    if (last?.toMs === fromMs && from >= last.to) rises[rises.length - 1] = { ...last, toMs, to };
    else rises.push({ fromMs, toMs, from, to });
  }
  const by = ({ from, to }: LoadSpan): number => to - from;
  const [most] = rises.sort((a, b) => by(b) - by(a));
  return most && by(most) > 0 ? most : null;
}

export interface Spike {
  /** The constant load before it. */
  readonly before: LoadSpan;
  readonly peak: number;
  readonly fromMs: number;
  /** When the load is back at about the level before. */
  readonly toMs: number;
  /** When the load leaves that level again, or ends. */
  readonly untilMs: number;
}

/** From this factor on, a load that goes up and comes back is a spike. */
const SPIKE_FACTOR = 3;
const BACK_WITHIN = 1.25;

/** Loads that rise to a multiple of a constant one and come back to it. */
export function spikes({ spans }: LoadShape): Spike[] {
  const found: Spike[] = [];
  for (const [index, before] of spans.entries()) {
    if (before.from !== before.to || before.from === 0) continue;
    const level = before.from;
    const rest = spans.slice(index + 1);
    const isBack = ({ from, to }: LoadSpan): boolean =>
      from > 0 && from <= level * BACK_WITHIN && to <= level * BACK_WITHIN && to >= level / 2;
    const back = rest.findIndex(isBack);
    if (back <= 0) continue;
    const up = rest.slice(0, back);
    const peak = Math.max(...up.flatMap(({ from, to }) => [from, to]));
    const after = rest.slice(back);
    const left = after.findIndex((span) => !isBack(span));
    const last = after[(left < 0 ? after.length : left) - 1];
    const start = rest[back];
    if (peak < SPIKE_FACTOR * level || !last || !start) continue;
    found.push({ before, peak, fromMs: before.toMs, toMs: start.fromMs, untilMs: last.toMs });
  }
  return found;
}

/** A level in words: `200 VUs`, `50.0 iterations/s`. */
export function levelWords(level: number, unit: LoadShape['unit']): string {
  if (unit === 'rate') return rate(level, 'iterations');
  return `${count(Math.round(level))}\u00a0${Math.round(level) === 1 ? 'VU' : 'VUs'}`;
}

function unitOf(executor: Executor): LoadShape['unit'] {
  return executor.kind === 'constant-arrival-rate' || executor.kind === 'ramping-arrival-rate' ? 'rate' : 'vus';
}

function lineOf(executor: Executor, startMs: number): LoadSpan[] {
  const constant = (level: number): LoadSpan[] => [
    { fromMs: startMs, toMs: startMs + durationMs(executor), from: level, to: level },
  ];
  switch (executor.kind) {
    case 'constant-vus':
    case 'shared-iterations':
    case 'per-vu-iterations':
      return constant(executor.vus);
    case 'constant-arrival-rate':
      return constant((executor.rate * 1000) / executor.timeUnitMs);
    case 'ramping-vus':
    case 'ramping-arrival-rate': {
      const scale = executor.kind === 'ramping-vus' ? 1 : 1000 / executor.timeUnitMs;
      const spans: LoadSpan[] = [];
      let fromMs = startMs;
      let from = (executor.kind === 'ramping-vus' ? executor.startVUs : executor.startRate) * scale;
      for (const stage of executor.stages) {
        const to = stage.target * scale;
        const toMs = fromMs + stage.durationMs;
        if (toMs > fromMs) spans.push({ fromMs, toMs, from, to });
        fromMs = toMs;
        from = to;
      }
      return spans;
    }
  }
}

function levelIn({ fromMs, toMs, from, to }: LoadSpan, atMs: number): number {
  return from === to ? from : from + ((to - from) * (atMs - fromMs)) / (toMs - fromMs);
}
