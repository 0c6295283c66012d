/**
 * What changed from one run to another, and whether that is more than the noise within them.
 *
 * **Method.** Requests are not independent: a slow second is slow for all of its requests, and the next second is like it. So neither a
 * test over single requests nor one over single seconds would be honest (with thousands of requests, everything is
 * "significant"). Instead both runs are cut into blocks of seconds that are longer than such moods last, and the blocks are
 * drawn with replacement (a block bootstrap): the spread of a figure over the draws is its standard error. Where both runs
 * made the same load, the same moments of both are drawn together, so that a ramp does not count as noise. Where blocks are still like
 * their neighbours (a mood of minutes), the error grows by what that is worth, and there are as many fewer blocks to judge by. A change of
 * a percentile (of its logarithm) or of a rate is set in relation to that error, as Student's t with as many degrees of freedom as there
 * are such blocks less one. As a comparison makes many such tests, Holm's correction is to keep the chance of even one false word at 5 %.
 *
 * **What that cannot know.** Two runs on another day, machine or network may differ by more than either varies within itself.
 * So a change has to be of a size, too (`tolerance`), before it is called better or worse.
 */
import { BlockSeries, gathered, subjectKey, type Gathered, type Subject } from './compared-blocks.ts';
import type { Verdict } from './events.ts';
import type { RunModel } from './model.ts';
import { drawnTimes, holm, pValueOfT, seededRandom, standardDeviation, varianceInflation } from './significance.ts';

export const COMPARED_FIGURES = ['rate', 'failed', 'p50', 'p95', 'p99'] as const;
/** Requests per second; share of failures that the scenario does not tolerate, 0 to 1; latencies or values of a trend. */
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/**
 * `same`: no change that could be told from noise, or one that is too small to matter. `too-little`: not enough samples or seconds.
 * `not-judged`: of a rate where the load was not the same.
 */
export type Judgement = 'better' | 'worse' | 'same' | 'too-little' | 'not-judged';

export interface FigureChange {
  readonly figure: ComparedFigure;
  /** null: not measured. */
  readonly before: number | null;
  readonly after: number | null;
  readonly judgement: Judgement;
}

export interface SubjectChange {
  readonly subject: Subject;
  readonly changes: readonly FigureChange[];
}

export interface RequirementChange {
  /** Index in the plan's thresholds; null: the run has no such requirement. */
  readonly before: { readonly id: number; readonly verdict: Verdict } | null;
  readonly after: { readonly id: number; readonly verdict: Verdict } | null;
}

export interface Comparison {
  /** Whether both plans make the same load: then moments of the runs are compared with each other. */
  readonly sameLoad: boolean;
  readonly sameText: boolean;
  /** 0: too short to judge. */
  readonly blocks: number;
  readonly blockMs: number;
  readonly tolerance: number;
  /** All requests first, then endpoints, then the scenario's own trends. */
  readonly subjects: readonly SubjectChange[];
  readonly requirements: readonly RequirementChange[];
}

export interface CompareOptions {
  /** A change of a percentile or a rate by less than this share is never called better or worse; 0.05 by default. */
  readonly tolerance?: number;
}

const PERCENTILES = [50, 95, 99] as const;
const DRAWS = 400;
const ENOUGH_DRAWS = 0.95;
const SEED = 0x5eed;
/** Of all words of a comparison, the chance that one is false. */
const ALPHA = 0.05;
const SHORTEST_BLOCK_MS = 3000;
const FEWEST_BLOCKS = 8;
const MOST_BLOCKS = 24;
/** Beyond a percentile, at least so many samples. */
const FEWEST_BEYOND = 5;
/** Of a share of failures: a tenth of a percentage point. */
const SHARE_TOLERANCE = 0.001;

export function compareRuns(before: RunModel, after: RunModel, { tolerance = 0.05 }: CompareOptions = {}): Comparison {
  const sameLoad = isSameLoad(before, after);
  const wholes = [gathered(before, null), gathered(after, null)] as const;
  const subjects = orderedSubjects(wholes);
  const blocks = blocksOf(before, after, sameLoad);
  const tests = subjects.flatMap((subject) => testsOf(subject, [before, after], wholes, blocks, sameLoad));
  // Half of the chance for all requests together: their words must not get rarer with each endpoint.
  const significant = new Set(
    [true, false].flatMap((total) =>
      rejectedOf(
        tests.filter(({ subject }) => (subject.kind === 'total') === total),
        ALPHA / 2,
      ),
    ),
  );
  return {
    sameLoad,
    sameText: before.start?.scenario.sha256 === after.start?.scenario.sha256,
    blocks: blocks?.count ?? 0,
    blockMs: blocks?.ms ?? 0,
    tolerance,
    subjects: subjects.map((subject) => ({
      subject,
      changes: tests
        .filter((test) => test.subject === subject)
        .map((test) => ({
          figure: test.figure,
          before: test.before,
          after: test.after,
          judgement: judgementOf(test, significant.has(test), tolerance),
        })),
    })),
    requirements: requirementChanges(before, after),
  };
}

/** What a build is stopped for: a figure got worse, or a requirement that was met is not any more. */
export function regressions(comparison: Comparison): {
  readonly figures: readonly { readonly subject: Subject; readonly change: FigureChange }[];
  readonly requirements: readonly RequirementChange[];
} {
  const met = (verdict: Verdict | undefined): boolean => verdict === 'pass' || verdict === 'warn';
  return {
    figures: comparison.subjects.flatMap(({ subject, changes }) =>
      changes.filter(({ judgement }) => judgement === 'worse').map((change) => ({ subject, change })),
    ),
    requirements: comparison.requirements.filter(
      ({ before, after }) => met(before?.verdict) && after !== null && !met(after.verdict),
    ),
  };
}

// ── the load ──

function isSameLoad(before: RunModel, after: RunModel): boolean {
  const load = ({ plan }: RunModel): string =>
    JSON.stringify(
      plan?.scenarios.map(({ name, executor, startTimeMs, pacingMs }) => [name, executor, startTimeMs, pacingMs]),
    );
  return load(before) === load(after);
}

interface Blocks {
  readonly ms: number;
  /** Of the shorter run. */
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

/** null: too short to be judged. */
function blocksOf(before: RunModel, after: RunModel, sameLoad: boolean): Blocks | null {
  const shorter = Math.min(before.elapsedMs, after.elapsedMs);
  const ms = Math.max(SHORTEST_BLOCK_MS, Math.ceil(shorter / MOST_BLOCKS / 1000) * 1000);
  // Half an interval of tolerance: intervals are about a second, never exactly one.
  const whole = (elapsedMs: number): number => Math.floor((elapsedMs + 500) / ms);
  const count = whole(shorter);
  if (count < FEWEST_BLOCKS) return null;
  return sameLoad
    ? { ms, count, before: count, after: count }
    : { ms, count, before: whole(before.elapsedMs), after: whole(after.elapsedMs) };
}

// ── figures and their tests ──

type Whole = ReadonlyMap<string, { readonly subject: Subject; readonly figures: Gathered }>;

interface FigureTest {
  readonly subject: Subject;
  readonly figure: ComparedFigure;
  readonly before: number | null;
  readonly after: number | null;
  /** null: not to be judged, for the reason in `without`. */
  readonly pValue: number | null;
  readonly without: 'too-little' | 'not-judged';
}

function rejectedOf(tests: readonly FigureTest[], alpha: number): FigureTest[] {
  const judged = tests.filter(({ pValue }) => pValue !== null);
  const rejected = holm(
    judged.map(({ pValue }) => pValue ?? 1),
    alpha,
  );
  return judged.filter((_, index) => rejected[index]);
}

const KIND_ORDER = ['total', 'endpoint', 'metric'] as const;

function orderedSubjects(wholes: readonly [Whole, Whole]): Subject[] {
  const all = new Map<string, Subject>();
  for (const whole of wholes) for (const [key, { subject }] of whole) if (!all.has(key)) all.set(key, subject);
  return [...all.values()].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
}

const blockCache = new WeakMap<RunModel, { key: string; blocks: Whole[] }>();

/** Every subject of every block of a run; kept for the next subject. */
function blockWholes(run: RunModel, ms: number, count: number): Whole[] {
  const key = `${ms} ${count} ${run.elapsedMs}`;
  const known = blockCache.get(run);
  if (known?.key === key) return known.blocks;
  const blocks = Array.from({ length: count }, (_, index) =>
    gathered(run, { fromMs: index * ms + (index === 0 ? -1 : 500), toMs: (index + 1) * ms + 500 }),
  );
  blockCache.set(run, { key, blocks });
  return blocks;
}

function testsOf(
  subject: Subject,
  runs: readonly [RunModel, RunModel],
  wholes: readonly [Whole, Whole],
  blocks: Blocks | null,
  sameLoad: boolean,
): FigureTest[] {
  const key = subjectKey(subject);
  const [before, after] = [wholes[0].get(key)?.figures ?? null, wholes[1].get(key)?.figures ?? null];
  const errors = before && after && blocks ? errorsOf(key, runs, blocks, sameLoad) : null;
  const test = (
    figure: ComparedFigure,
    valueOf: (figures: Gathered, run: RunModel) => number | null,
    scale: (value: number) => number,
    enough: (figures: Gathered) => boolean,
  ): FigureTest => {
    const values = [before && valueOf(before, runs[0]), after && valueOf(after, runs[1])] as const;
    const base = { subject, figure, before: values[0], after: values[1] };
    if (figure === 'rate' && !sameLoad) return { ...base, pValue: null, without: 'not-judged' };
    const known = before && after && enough(before) && enough(after) && values[0] !== null && values[1] !== null;
    const error = errors?.[figure] ?? null;
    if (!known || error === null) return { ...base, pValue: null, without: 'too-little' };
    const change = scale(values[1]) - scale(values[0]);
    const pValue = change === 0 ? 1 : pValueOfT(change / error.size, error.degrees);
    return { ...base, pValue, without: 'too-little' };
  };
  const requests: FigureTest[] =
    subject.kind === 'metric'
      ? []
      : [
          test(
            'rate',
            ({ requests: n }, run) => perSecond(n, run),
            Math.log,
            ({ requests: n }) => n >= 20,
          ),
          test(
            'failed',
            ({ requests: n, failed }) => (n === 0 ? null : failed / n),
            (share) => share,
            ({ requests: n }) => n >= 20,
          ),
        ];
  return [
    ...requests,
    ...PERCENTILES.map((percentile) =>
      test(
        `p${percentile}`,
        ({ trend }) => trend.percentile(percentile),
        (value) => Math.log(Math.max(value, 0.001)),
        ({ trend }) => trend.count * (1 - percentile / 100) >= FEWEST_BEYOND,
      ),
    ),
  ];
}

interface StandardError {
  readonly size: number;
  readonly degrees: number;
}

/** The standard errors of a subject's changes, by drawing blocks; null where too many draws held nothing of it. */
function errorsOf(
  key: string,
  [before, after]: readonly [RunModel, RunModel],
  blocks: Blocks,
  paired: boolean,
): Record<ComparedFigure, StandardError | null> {
  const figuresOf = (run: RunModel, count: number): (Gathered | null)[] =>
    blockWholes(run, blocks.ms, count).map((whole) => whole.get(key)?.figures ?? null);
  const figures = [figuresOf(before, blocks.before), figuresOf(after, blocks.after)] as const;
  const series = [new BlockSeries(figures[0]), new BlockSeries(figures[1])] as const;
  const random = seededRandom(SEED);
  const changes: Record<ComparedFigure, number[]> = { rate: [], failed: [], p50: [], p95: [], p99: [] };
  for (let draw = 0; draw < DRAWS; draw++) {
    const timesBefore = drawnTimes(blocks.before, random);
    const timesAfter = paired ? timesBefore : drawnTimes(blocks.after, random);
    const [a, b] = [series[0].sample(timesBefore, PERCENTILES), series[1].sample(timesAfter, PERCENTILES)];
    if (a.requests > 0 && b.requests > 0) {
      changes.rate.push(Math.log(b.requests / blocks.after) - Math.log(a.requests / blocks.before));
      changes.failed.push(b.failed / b.requests - a.failed / a.requests);
    }
    for (const [index, percentile] of PERCENTILES.entries()) {
      const [x, y] = [a.logs[index] ?? null, b.logs[index] ?? null];
      if (x !== null && y !== null) changes[`p${percentile}`].push(y - x);
    }
  }
  const likeness = {
    requests: neighbourhood(figures, paired, ({ requests }) => Math.log(requests)),
    latency: neighbourhood(figures, paired, ({ trend }) => Math.log(Math.max(trend.average ?? 0, 0.001))),
  };
  const errorOf = (figure: ComparedFigure): StandardError | null => {
    if (changes[figure].length < ENOUGH_DRAWS * DRAWS) return null;
    const inflation = likeness[figure === 'rate' || figure === 'failed' ? 'requests' : 'latency'];
    // Drawing from so few blocks misses a part of their spread.
    const size = standardDeviation(changes[figure]) * Math.sqrt((blocks.count / (blocks.count - 1)) * inflation);
    const independent = (paired ? blocks.count : blocks.before + blocks.after - 1) / inflation;
    return { size, degrees: Math.max(FEWEST_BLOCKS - 2, independent - 1) };
  };
  return {
    rate: errorOf('rate'),
    failed: errorOf('failed'),
    p50: errorOf('p50'),
    p95: errorOf('p95'),
    p99: errorOf('p99'),
  };
}

/** How much blocks are like their neighbours, as `varianceInflation`. Of runs of the same load, that of their difference counts. */
function neighbourhood(
  [before, after]: readonly [readonly (Gathered | null)[], readonly (Gathered | null)[]],
  paired: boolean,
  valueOf: (figures: Gathered) => number,
): number {
  const values = (blocks: readonly (Gathered | null)[]): number[] =>
    blocks.map((figures) => (figures && figures.requests + figures.trend.count > 0 ? valueOf(figures) : Number.NaN));
  const [a, b] = [values(before), values(after)];
  const series = paired ? [b.map((value, index) => value - (a[index] ?? Number.NaN))] : [a, b];
  return Math.max(...series.map((one) => varianceInflation(one.filter(Number.isFinite))));
}

function perSecond(requests: number, { elapsedMs }: RunModel): number | null {
  return elapsedMs > 0 ? (requests * 1000) / elapsedMs : null;
}

function judgementOf(test: FigureTest, significant: boolean, tolerance: number): Judgement {
  const { figure, before, after, pValue, without } = test;
  if (pValue === null || before === null || after === null) return without;
  const change = after - before;
  const matters = figure === 'failed' ? Math.abs(change) >= SHARE_TOLERANCE : Math.abs(change) >= tolerance * before;
  if (!significant || !matters) return 'same';
  return figure === 'rate' ? (change > 0 ? 'better' : 'worse') : change < 0 ? 'better' : 'worse';
}

// ── requirements ──

/** Requirements of both runs side by side: the same selector and condition, as they are written. */
function requirementChanges(before: RunModel, after: RunModel): RequirementChange[] {
  const keyed = (run: RunModel): Map<string, { id: number; verdict: Verdict }> =>
    new Map(
      (run.plan?.thresholds ?? []).flatMap(({ id, selector, condition, windowMs }) => {
        const result = run.thresholds[id];
        return result ? [[`${selector} ${condition.source} ${windowMs ?? ''}`, { id, verdict: result.verdict }]] : [];
      }),
    );
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    before: old.get(key) ?? null,
    after: now.get(key) ?? null,
  }));
}
