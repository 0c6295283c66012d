import type { Executor, ScenarioPlan } from '../scenario/plan.ts';
import { durationMs, plannedSteps } from '../scenario/schedule/index.ts';
import { formatDuration } from '../scenario/units.ts';
import { exact } from '../report/format.ts';
import { plainMarkdown } from './code-text.ts';

/** A scenario's planned load over time. */
export interface LoadProfile {
  /** The corners of its line, in order of time; two at one time are a jump. */
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
  readonly unit: 'VUs' | 'iterations/s';
  readonly peak: number;
  readonly durationMs: number;
  readonly stages: readonly {
    readonly name: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly target: number;
  }[];
}

export function loadProfile(executor: Executor): LoadProfile {
  const isRate = executor.kind === 'constant-arrival-rate' || executor.kind === 'ramping-arrival-rate';
  const points = executor.kind === 'ramping-vus' ? rampCorners(executor) : corners(executor);
  return {
    points,
    unit: isRate ? 'iterations/s' : 'VUs',
    peak: Math.max(0, ...points.map(({ value }) => value)),
    durationMs: durationMs(executor),
    stages: stagesOf(executor),
  };
}

/** Of as few points as its line has, for there may be as many planned steps as VUs. */
function rampCorners({ startVUs, stages }: Extract<Executor, { kind: 'ramping-vus' }>): LoadProfile['points'] {
  let atMs = 0;
  const rest = stages.map(({ durationMs: long, target }) => ({ atMs: (atMs += long), value: target }));
  return [{ atMs: 0, value: startVUs }, ...rest];
}

function corners(executor: Executor): LoadProfile['points'] {
  const steps = plannedSteps(executor).map((step) => ({
    atMs: step.atMs,
    value: 'vus' in step ? step.vus : step.rate,
  }));
  if (executor.kind === 'ramping-arrival-rate') return steps.slice(0, executor.stages.length + 1);
  // Between two steps the load is constant.
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    return before && before.atMs !== step.atMs ? [{ atMs: step.atMs, value: before.value }, step] : [step];
  });
}

function stagesOf(executor: Executor): LoadProfile['stages'] {
  if (executor.kind !== 'ramping-vus' && executor.kind !== 'ramping-arrival-rate') return [];
  const factor = executor.kind === 'ramping-vus' ? 1 : 1000 / executor.timeUnitMs;
  let fromMs = 0;
  return executor.stages.map(({ name, durationMs: long, target }) => {
    const stage = { name, fromMs, toMs: fromMs + long, target: target * factor };
    fromMs += long;
    return stage;
  });
}

/** What the drawing shows, in words: `up to 100 VUs in 13m: ramp up to 100 in 2m, …`. */
export function profileWords({ unit, peak, durationMs: long, stages }: LoadProfile): string {
  const head = `Up to ${exact(peak)} ${unit} in ${formatDuration(long)}.`;
  if (stages.length === 0) return head;
  const parts = stages.map(({ name, fromMs, toMs, target }) => {
    const time = toMs === fromMs ? 'at once' : `in ${formatDuration(toMs - fromMs)}`;
    return `${name}: to ${exact(target)} ${time}`;
  });
  return `${head} ${parts.join('; ')}.`;
}

export interface DrawingOptions {
  readonly width: number;
  readonly height: number;
  readonly line: string;
  readonly text: string;
  /** Axes and names of stages; without them the line alone is drawn, for places as high as a line of text. */
  readonly labels: boolean;
}

/** Reads on light and dark backgrounds: no theme's colours reach an image in a hover. */
export const MID_TONES = { line: '#3b8eea', text: '#808080' } as const;

/** The line over time, filled below. */
export function profileSvg(profile: LoadProfile, { width, height, line, text, labels }: DrawingOptions): string {
  const margin = labels ? { left: 1, right: 1, top: 20, bottom: 34 } : { left: 1, right: 1, top: 2, bottom: 1 };
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const base = margin.top + inner.height;
  const x = (ms: number): number =>
    margin.left + (profile.durationMs === 0 ? 0 : (ms / profile.durationMs) * inner.width);
  const y = (value: number): number => base - (profile.peak === 0 ? 0 : (value / profile.peak) * inner.height);
  const points = profile.points.map(({ atMs, value }) => `${rounded(x(atMs))},${rounded(y(value))}`);
  const area = [`${rounded(x(0))},${rounded(base)}`, ...points, `${rounded(x(profile.durationMs))},${rounded(base)}`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<polygon points="${area.join(' ')}" fill="${line}" fill-opacity=".25"/>`,
    `<polyline points="${points.join(' ')}" fill="none" stroke="${line}" stroke-width="${labels ? 2 : 1.5}" stroke-linejoin="round"/>`,
    ...(labels ? axes(profile, { x, base, width, height, text }) : []),
    '</svg>',
  ].join('');
}

interface Frame {
  readonly x: (ms: number) => number;
  readonly base: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** The width of a character of the labels, on average. */
const CHARACTER = 6.2;

function axes(profile: LoadProfile, { x, base, width, height, text }: Frame): string[] {
  const label = (at: number, y: number, anchor: string, content: string): string =>
    `<text x="${rounded(at)}" y="${y}" text-anchor="${anchor}" font-family="system-ui,sans-serif" font-size="11" fill="${text}">${escaped(content)}</text>`;
  const line = (x1: number, y1: number, x2: number, y2: number, more = ''): string =>
    `<line x1="${rounded(x1)}" y1="${rounded(y1)}" x2="${rounded(x2)}" y2="${rounded(y2)}" stroke="${text}"${more}/>`;
  const bounds = profile.stages
    .slice(1)
    .map(({ fromMs }) => line(x(fromMs), 20, x(fromMs), base, ' stroke-dasharray="2 3" stroke-opacity=".6"'));
  const peak = `${exact(profile.peak)} ${profile.unit}`;
  const names = profile.stages.flatMap(({ name, fromMs, toMs }) => {
    const room = Math.floor((x(toMs) - x(fromMs) - 6) / CHARACTER);
    if (room < 3) return [];
    const shown = name.length > room ? `${name.slice(0, room - 1)}…` : name;
    return [label((x(fromMs) + x(toMs)) / 2, base + 13, 'middle', shown)];
  });
  return [
    line(1, base, width - 1, base),
    ...bounds,
    label(1, 12, 'start', peak),
    label(1, height - 6, 'start', '0'),
    ...times(profile, width).map(({ ms, words }) => label(x(ms), height - 6, 'middle', words)),
    label(width - 1, height - 6, 'end', formatDuration(profile.durationMs)),
    ...names,
  ];
}

/** Ends of stages whose labels keep clear of each other and of the ends. */
function times({ stages, durationMs: long }: LoadProfile, width: number): { ms: number; words: string }[] {
  const at = (ms: number): number => (long === 0 ? 0 : (ms / long) * width);
  let last = 24;
  return stages.slice(0, -1).flatMap(({ toMs }) => {
    const words = formatDuration(toMs);
    const half = (words.length * CHARACTER) / 2 + 4;
    if (at(toMs) - half < last || at(toMs) + half > width - formatDuration(long).length * CHARACTER - 8) return [];
    last = at(toMs) + half;
    return [{ ms: toMs, words }];
  });
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function svgDataUri(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27').replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

/** The drawing and its words as Markdown; the words stand below for those who don't see it. */
export function profileMarkdown(scenario: Pick<ScenarioPlan, 'executor'>): string {
  const profile = loadProfile(scenario.executor);
  const words = profileWords(profile);
  const drawn = profileSvg(profile, { width: 420, height: 150, ...MID_TONES, labels: true });
  return `![](${svgDataUri(drawn)})\n\n${plainMarkdown(words)}`;
}
