/**
 * What changed from one run to another, and whether that is more than the noise within them.
 *
 * **Method.** Requests are not independent: a slow second is slow for all of its requests, and the next second is like it. So neither a
 * test over single requests nor one over single seconds would be honest (with thousands of requests, everything is
 * "significant"). Instead both runs are cut into blocks of seconds, and a figure is worked out again without each of them (a block
 * jackknife): what each block adds to a percentile (to its logarithm), a rate or a share is a series over time, of which the figure is as
 * good as the mean. Where both runs made the same load, the same moments of both are taken as one difference, so that a ramp does not count
 * as noise. The change is Student's t by the error of that mean, which allows for moods that outlast a block (`pValueOfMean`). As a comparison
 * makes many such tests, Holm's correction is to keep the chance of even one false word at 5 %.
 *
 * **What that cannot know.** Two runs on another day, machine or network may differ by more than either varies within itself, and so may two
 * in a row where moods last for a quarter of a run. So a change has to be of a size, too (`tolerance`), before it is called better or worse.
 */
import {
  blocksOfRun,
  BlockSeries,
  gathered,
  subjectKey,
  type Blocks,
  type Gathered,
  type Pooled,
  type Subject,
} from './compared-blocks.ts';
import type { Verdict } from './events.ts';
import type { RunModel } from './model.ts';
import { holm, pValueOfMean } from './significance.ts';

export const COMPARED_FIGURES = ['rate', 'failed', 'p50', 'p95', 'p99'] as const;
/** Requests per second; share of failures that the scenario does not tolerate, 0 to 1; latencies or values of a trend. */
export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/**
 * `same`: no change that could be told from noise, or one that is too small to matter. `too-little`: not enough samples or seconds.
 * `not-judged`: of a rate where the load was not the same; of rates and latencies where a generator was the bottleneck.
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
  /** The generator of one of the runs was the bottleneck: then neither latencies nor rates are judged. */
  readonly saturated: boolean;
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
  const wholes = [gathered(before), gathered(after)] as const;
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
    saturated: isSaturated(before) || isSaturated(after),
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

interface Cut {
  readonly ms: number;
  /** Of the shorter run. */
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

/** null: too short to be judged. */
function blocksOf(before: RunModel, after: RunModel, sameLoad: boolean): Cut | null {
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

const blockCache = new WeakMap<RunModel, { readonly key: string; readonly blocks: Blocks }>();

/** Kept for the next subject, and the next comparison with the same run. */
function cutInto(run: RunModel, ms: number, count: number): Blocks {
  const key = `${ms} ${count} ${run.revision}`;
  const known = blockCache.get(run);
  if (known?.key === key) return known.blocks;
  const blocks = blocksOfRun(run, ms, count);
  blockCache.set(run, { key, blocks });
  return blocks;
}

function testsOf(
  subject: Subject,
  runs: readonly [RunModel, RunModel],
  wholes: readonly [Whole, Whole],
  blocks: Cut | null,
  sameLoad: boolean,
): FigureTest[] {
  const key = subjectKey(subject);
  const [before, after] = [wholes[0].get(key)?.figures ?? null, wholes[1].get(key)?.figures ?? null];
  const errors = before && after && blocks ? errorSources(key, runs, blocks, sameLoad) : null;
  const saturated = runs.some(isSaturated);
  const test = (
    figure: ComparedFigure,
    valueOf: (figures: Gathered, run: RunModel) => number | null,
    scale: (value: number) => number,
    enough: (figures: Gathered) => boolean,
  ): FigureTest => {
    const values = [before && valueOf(before, runs[0]), after && valueOf(after, runs[1])] as const;
    const base = { subject, figure, before: values[0], after: values[1] };
    const untrusted = saturated && figure !== 'failed';
    if (untrusted || (figure === 'rate' && !sameLoad)) return { ...base, pValue: null, without: 'not-judged' };
    const known = before && after && enough(before) && enough(after) && values[0] !== null && values[1] !== null;
    const source = errors?.(figure) ?? null;
    if (!known || source === null) return { ...base, pValue: null, without: 'too-little' };
    const pValue = pValueOfMean(scale(values[1]) - scale(values[0]), source.samples, source.moods);
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

/** What the error of a change is told from, as `pValueOfMean` takes it. */
interface ErrorSource {
  readonly samples: readonly (readonly number[])[];
  readonly moods: readonly (readonly number[])[];
}

/** By figure; null where one block holds all of it. */
function errorSources(
  key: string,
  [before, after]: readonly [RunModel, RunModel],
  blocks: Cut,
  paired: boolean,
): (figure: ComparedFigure) => ErrorSource | null {
  const influences = (run: RunModel, count: number): Influences =>
    influencesOf(new BlockSeries(cutInto(run, blocks.ms, count).get(key) ?? []));
  const [a, b] = [influences(before, blocks.before), influences(after, blocks.after)];
  const seriesOf = (figure: ComparedFigure | 'average'): readonly (readonly number[])[] | null => {
    const [old, now] = [a[figure], b[figure]];
    if (!old || !now) return null;
    return paired ? [now.map((value, index) => value - (old[index] ?? 0))] : [old, now];
  };
  return (figure) => {
    const samples = seriesOf(figure);
    return (
      samples && { samples, moods: seriesOf(figure === 'failed' || figure === 'rate' ? 'rate' : 'average') ?? samples }
    );
  };
}

/** How much each block moves a figure; null where the figure is not there without some block. */
type Influences = Readonly<Record<ComparedFigure | 'average', readonly number[] | null>>;

/** Jackknife pseudo-values less the figure: over time, they are what the figure would be the mean of. */
function influencesOf(series: BlockSeries): Influences {
  const all = series.all(PERCENTILES);
  const without = Array.from({ length: series.length }, (_, index) => series.without(index, PERCENTILES));
  const of = (figure: (pooled: Pooled) => number | null): number[] | null => {
    const whole = figure(all);
    if (whole === null) return null;
    const influences: number[] = [];
    for (const rest of without) {
      const value = figure(rest);
      if (value === null) return null;
      influences.push((series.length - 1) * (whole - value));
    }
    return influences;
  };
  const percentile = (index: number): number[] | null => of(({ logs }) => logs?.[index] ?? null);
  return {
    rate: of(({ requests, blocks }) => (requests === 0 ? null : Math.log(requests / blocks))),
    failed: of(({ requests, failed }) => (requests === 0 ? null : failed / requests)),
    p50: percentile(0),
    p95: percentile(1),
    p99: percentile(2),
    average: of(({ average }) => average),
  };
}

/** Whether what was measured may be the generator's own doing. */
function isSaturated({ generator }: RunModel): boolean {
  return generator.judgement.trust === 'saturated';
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
