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
  BlockSeries,
  inOrder,
  type Gathered,
  type Pooled,
  type Subject,
  TOTAL,
  subjectKey,
} from './compared-blocks.ts';
import type { ComparedSpan } from './compared-span.ts';
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

/** What changed from one run to another, and how that was judged. */
export interface JudgedChanges {
  /** The generator of one of the runs was the bottleneck: then neither latencies nor rates are judged. */
  readonly saturated: boolean;
  /** 0: too short to judge. */
  readonly blocks: number;
  readonly blockMs: number;
  readonly tolerance: number;
  /** All requests first, then endpoints, then the scenario's own trends. */
  readonly subjects: readonly SubjectChange[];
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

/** `sameLoad`: both were made to have the same load at the same moments. */
export function judgeChanges(
  before: ComparedSpan,
  after: ComparedSpan,
  sameLoad: boolean,
  { tolerance = 0.05 }: CompareOptions = {},
): JudgedChanges {
  const subjects = inOrder(
    [before, after].flatMap((span) => [...span.subjects.values()].map(({ subject }) => subject)),
  );
  const blocks = blocksOf(before, after, sameLoad);
  const tests = subjects.flatMap((subject) => testsOf(subject, [before, after], blocks, sameLoad));
  // Half of the chance for all requests together: their words must not get rarer with each endpoint.
  const significant = new Set(
    [true, false].flatMap((total) =>
      rejectedOf(
        tests.filter(({ subject }) => (subject.kind === TOTAL.kind) === total),
        ALPHA / 2,
      ),
    ),
  );
  return {
    saturated: before.saturated || after.saturated,
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
  };
}

interface Cut {
  readonly ms: number;
  /** Of the shorter run. */
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

/** null: too short to be judged. */
function blocksOf(before: ComparedSpan, after: ComparedSpan, sameLoad: boolean): Cut | null {
  const shorter = Math.min(before.ms, after.ms);
  const ms = Math.max(SHORTEST_BLOCK_MS, Math.ceil(shorter / MOST_BLOCKS / 1000) * 1000);
  // Half an interval of tolerance: intervals are about a second, never exactly one.
  const whole = (elapsedMs: number): number => Math.floor((elapsedMs + 500) / ms);
  const count = whole(shorter);
  if (count < FEWEST_BLOCKS) return null;
  return sameLoad
    ? { ms, count, before: count, after: count }
    : { ms, count, before: whole(before.ms), after: whole(after.ms) };
}

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

function testsOf(
  subject: Subject,
  spans: readonly [ComparedSpan, ComparedSpan],
  blocks: Cut | null,
  sameLoad: boolean,
): FigureTest[] {
  const key = subjectKey(subject);
  const [before = null, after = null] = spans.map(({ subjects }) => subjects.get(key)?.figures ?? null);
  const errors = before && after && blocks ? errorSources(key, spans, blocks, sameLoad) : null;
  const saturated = spans.some((span) => span.saturated);
  const test = (
    figure: ComparedFigure,
    valueOf: (figures: Gathered, ms: number) => number | null,
    scale: (value: number) => number,
    enough: (figures: Gathered) => boolean,
  ): FigureTest => {
    const values = [before && valueOf(before, spans[0].ms), after && valueOf(after, spans[1].ms)] as const;
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
            ({ requests: n }, ms) => (ms > 0 ? (n * 1000) / ms : null),
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
  [before, after]: readonly [ComparedSpan, ComparedSpan],
  blocks: Cut,
  paired: boolean,
): (figure: ComparedFigure) => ErrorSource | null {
  const influences = (span: ComparedSpan, count: number): Influences =>
    influencesOf(new BlockSeries(span.blocks(blocks.ms, count).get(key) ?? []));
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

function judgementOf(test: FigureTest, significant: boolean, tolerance: number): Judgement {
  const { figure, before, after, pValue, without } = test;
  if (pValue === null || before === null || after === null) return without;
  const change = after - before;
  const matters = figure === 'failed' ? Math.abs(change) >= SHARE_TOLERANCE : Math.abs(change) >= tolerance * before;
  if (!significant || !matters) return 'same';
  return figure === 'rate' ? (change > 0 ? 'better' : 'worse') : change < 0 ? 'better' : 'worse';
}
