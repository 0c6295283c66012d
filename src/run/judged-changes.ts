/**
 * What changed from a baseline to another run, and whether that is more than noise.
 *
 * **Within runs.** Requests are not independent: a slow second is slow for all of its requests, and the next second is like it. So neither a
 * test over single requests nor one over single seconds would be honest (with thousands of requests, everything is
 * "significant"). Instead the runs are cut into blocks of seconds, and a figure is worked out again without each of them (a block
 * jackknife): what each block adds to a percentile (to its logarithm), a rate or a share is a series over time, of which the figure is as
 * good as the mean. Where the runs made the same load, the same moments of all are taken as one difference, so that a ramp does not count
 * as noise. The change is Student's t by the error of that mean, which allows for moods that outlast a block (`errorsOfMean`). As a comparison
 * makes many such tests, Holm's correction is to keep the chance of even one false word at 5 %.
 *
 * **Between runs.** Two runs on another day, machine or network may differ by more than either varies within itself, and so may two
 * in a row where moods last for a quarter of a run. One run as a baseline cannot know that: then all that helps is that a change has to be of a size,
 * too (`tolerance`). Of several repeats, what they differ by is an error of its own (`errorBetweenRepeats`), and a change has to be more than
 * either of the two.
 */
import { subjectsInOrder, subjectKey, TOTAL, type Gathered, type Subject } from './compared-blocks.ts';
import { failingShare, figuresOf, figureValue, hasEnough, isOfFailures, scaleOf } from './compared-figures.ts';
import type { ComparedFigure } from './compared-figures.ts';
import type { ComparedSpan } from './compared-span.ts';
import { errorsWithin, influencesOf, type Influences } from './figure-errors.ts';
import { errorBetweenRepeats, holm, pValueOfChange } from './significance.ts';

/**
 * `same`: no change that could be told from noise, or one that is too small to matter. `too-little`: not enough samples or seconds.
 * `not-judged`: see `NotJudged`.
 */
export type Judgement = 'better' | 'worse' | 'same' | 'too-little' | 'not-judged';

/**
 * Why a figure is not judged. `load`: a rate where the load was not the same. `generator`: a rate or a latency where a generator was the
 * bottleneck. `failures`: one of mostly failed requests, or where failures alone may have made the run quicker.
 */
export type NotJudged = 'load' | 'generator' | 'failures';

export interface FigureChange {
  readonly figure: ComparedFigure;
  /** The mean of the baseline's repeats, of times and rates the geometric one; null: not measured. */
  readonly before: number | null;
  /** How far a repeat of the baseline is from that at most: as a share of it, of failures in shares; null without repeats. */
  readonly spread: number | null;
  readonly after: number | null;
  readonly judgement: Judgement;
  /** null: it is, or there is too little to judge. */
  readonly why: NotJudged | null;
}

export interface SubjectChange {
  readonly subject: Subject;
  readonly changes: readonly FigureChange[];
  /** Failed of all requests, tolerated or not: of the baseline and of the run. */
  readonly failing: readonly [before: number, after: number];
}

/** What changed from a baseline to another run, and how that was judged. */
export interface JudgedChanges {
  /** The generator of one of the runs was the bottleneck: then neither latencies nor rates are judged. */
  readonly saturated: boolean;
  /** How many runs the baseline is. */
  readonly repeats: number;
  /** 0: too short to judge, which takes `FEWEST_BLOCKS` of them. */
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

/** Of all words of a comparison, the chance that one is false. */
const ALPHA = 0.05;
const SHORTEST_BLOCK_MS = 3000;
/** With fewer blocks nothing is judged. */
export const FEWEST_BLOCKS = 8;
const MOST_BLOCKS = 24;
/** Of a share of failures: a tenth of a percentage point. */
const SHARE_TOLERANCE = 0.001;

/**
 * @param baseline its repeats, one at least, which made the same load
 * @param sameLoad the run was made to have their load at the same moments
 */
export function judgeChanges(
  baseline: readonly ComparedSpan[],
  after: ComparedSpan,
  sameLoad: boolean,
  { tolerance = 0.05 }: CompareOptions = {},
): JudgedChanges {
  const spans = [...baseline, after];
  const subjects = subjectsInOrder(spans.flatMap((span) => [...span.subjects.values()].map(({ subject }) => subject)));
  const saturated = spans.some((span) => span.saturated);
  const stepMs = Math.max(...spans.map((span) => span.stepMs));
  const cut = cutOf(Math.min(...baseline.map(({ ms }) => ms)), after.ms, sameLoad, stepMs);
  const judged = subjects.map((subject) => ({
    subject,
    tests: testsOf(subject, baseline, after, { cut, sameLoad, saturated }),
  }));
  // Half of the chance for all requests together: their words must not get rarer with each endpoint.
  const significant = new Set(
    [true, false].flatMap((total) =>
      rejectedOf(
        judged.flatMap(({ subject, tests }) => ((subject.kind === TOTAL.kind) === total ? tests : [])),
        ALPHA / 2,
      ),
    ),
  );
  return {
    saturated,
    repeats: baseline.length,
    blocks: cut.count,
    blockMs: cut.ms,
    tolerance,
    subjects: judged.map(({ subject, tests }) => ({
      subject,
      changes: tests.map((test) => ({
        figure: test.figure,
        before: test.before,
        spread: test.spread,
        after: test.after,
        judgement: judgementOf(test, significant.has(test), tolerance),
        why: test.why,
      })),
      failing: failingOf(gatheredOf(subject, baseline), gatheredOf(subject, [after])),
    })),
  };
}

interface Cut {
  readonly ms: number;
  /** Of the shorter run; 0: too short to be judged. */
  readonly count: number;
  readonly before: number;
  readonly after: number;
}

function cutOf(beforeMs: number, afterMs: number, sameLoad: boolean, stepMs: number): Cut {
  const shorter = Math.min(beforeMs, afterMs);
  const ms = Math.ceil(Math.max(SHORTEST_BLOCK_MS, shorter / MOST_BLOCKS) / stepMs) * stepMs;
  // Half an interval of tolerance: intervals are about a second, never exactly one.
  const whole = (elapsedMs: number): number => Math.floor((elapsedMs + 500) / ms);
  const count = whole(shorter);
  const enough = count < FEWEST_BLOCKS ? 0 : count;
  return sameLoad
    ? { ms, count: enough, before: count, after: count }
    : { ms, count: enough, before: whole(beforeMs), after: whole(afterMs) };
}

interface FigureTest {
  readonly figure: ComparedFigure;
  readonly before: number | null;
  readonly spread: number | null;
  readonly after: number | null;
  /** null: not to be judged; `why` not, or for want of data. */
  readonly pValue: number | null;
  readonly why: NotJudged | null;
}

interface Circumstances {
  readonly cut: Cut;
  readonly sameLoad: boolean;
  readonly saturated: boolean;
}

function testsOf(
  subject: Subject,
  baseline: readonly ComparedSpan[],
  after: ComparedSpan,
  { cut, sameLoad, saturated }: Circumstances,
): FigureTest[] {
  const key = subjectKey(subject);
  const olds = gatheredOf(subject, baseline);
  const [now] = gatheredOf(subject, [after]);
  const everywhere = now !== undefined && olds.length === baseline.length;
  const failing = failingOf(olds, now ? [now] : []);
  let influences: { readonly before: readonly Influences[]; readonly after: Influences } | null = null;
  const errorsOf = (figure: ComparedFigure): ReturnType<typeof errorsWithin> => {
    if (cut.count === 0) return null;
    influences ??= {
      before: baseline.map((span) => influencesOf(span.blocks(cut.ms, cut.before), key)),
      after: influencesOf(after.blocks(cut.ms, cut.after), key),
    };
    return errorsWithin(figure, influences.before, influences.after, sameLoad);
  };
  return figuresOf(subject.kind).map((figure): FigureTest => {
    const scale = scaleOf(figure);
    const values = baseline.flatMap((span) => {
      const figures = span.subjects.get(key)?.figures;
      return (figures && figureValue(figure, figures, span.ms)) ?? [];
    });
    const scaled = values.map(scale.of);
    const mean = scaled.length === 0 ? null : scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
    const value = now ? figureValue(figure, now, after.ms) : null;
    const told = {
      figure,
      // A single run's figure stays what it is, to the last digit.
      before: values.length === 1 ? (values[0] ?? null) : mean === null ? null : scale.back(mean),
      spread: mean === null || baseline.length < 2 ? null : spreadOf(scaled, mean, figure),
      after: value,
    };
    if (saturated && figure !== 'failed') return { ...told, pValue: null, why: 'generator' };
    if (figure === 'rate' && !sameLoad) return { ...told, pValue: null, why: 'load' };
    if (mean === null || value === null) return { ...told, pValue: null, why: null };
    const change = scale.of(value) - mean;
    if (isOfFailures(figure, change, ...failing)) return { ...told, pValue: null, why: 'failures' };
    const enough = everywhere && [...olds, now].every((figures) => hasEnough(figure, figures));
    const errors = enough ? errorsOf(figure) : null;
    if (!errors) return { ...told, pValue: null, why: null };
    const within = Math.max(...errors.map(({ size }) => size));
    const between = scaled.length < 2 ? [] : [errorBetweenRepeats(scaled, scale.usualSpread, within)];
    return { ...told, pValue: pValueOfChange(change, [...errors, ...between]), why: null };
  });
}

function gatheredOf(subject: Subject, spans: readonly ComparedSpan[]): Gathered[] {
  const key = subjectKey(subject);
  return spans.flatMap(({ subjects }) => subjects.get(key)?.figures ?? []);
}

function failingOf(before: readonly Gathered[], after: readonly Gathered[]): readonly [number, number] {
  const mean = (some: readonly Gathered[]): number =>
    some.reduce((sum, one) => sum + failingShare(one), 0) / Math.max(1, some.length);
  return [mean(before), mean(after)];
}

function spreadOf(scaled: readonly number[], mean: number, figure: ComparedFigure): number {
  const furthest = Math.max(...scaled.map((value) => Math.abs(value - mean)));
  return figure === 'failed' ? furthest : Math.expm1(furthest);
}

function rejectedOf(tests: readonly FigureTest[], alpha: number): FigureTest[] {
  const judged = tests.filter(({ pValue }) => pValue !== null);
  const rejected = holm(
    judged.map(({ pValue }) => pValue ?? 1),
    alpha,
  );
  return judged.filter((_, index) => rejected[index]);
}

function judgementOf(test: FigureTest, significant: boolean, tolerance: number): Judgement {
  const { figure, before, after, pValue, why } = test;
  if (why !== null) return 'not-judged';
  if (pValue === null || before === null || after === null) return 'too-little';
  const change = after - before;
  const matters = figure === 'failed' ? Math.abs(change) >= SHARE_TOLERANCE : Math.abs(change) >= tolerance * before;
  if (!significant || !matters) return 'same';
  return figure === 'rate' ? (change > 0 ? 'better' : 'worse') : change < 0 ? 'better' : 'worse';
}
