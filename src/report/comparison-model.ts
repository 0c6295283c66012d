/**
 * Several runs beside the first of them, as plain data: what the comparison view, its HTML report and Markdown show. It holds no text of a
 * request or an answer, so no more than the journals' masked texts.
 */
import { compareRuns, type Comparison, regressions } from '../run/compare.ts';
import type { ComparedFigure, CompareOptions, FigureChange, Judgement } from '../run/judged-changes.ts';
import { inOrder, subjectKey, type Subject } from '../run/compared-blocks.ts';
import type { Verdict } from '../run/events.ts';
import type { Trust } from '../run/generator-health.ts';
import type { RunModel } from '../run/model.ts';
import { requirementKey } from '../run/requirement-changes.ts';
import { totalRow } from '../run/tables.ts';
import type { StageWindow } from '../scenario/schedule/index.ts';
import { pointSizeMs, runPoints, type RunPoints } from './comparison-points.ts';
import { existingSomewhere, unlikeness, type PartlyThere } from './comparison-unlikeness.ts';
import {
  areTimes,
  comparisonHeadline,
  comparisonNotes,
  methodNote,
  requirementLines,
  type NamedRun,
} from './comparison-words.ts';
import { textChanges, type TextChanges } from './text-changes.ts';
import { generatorReason, generatorWords } from './trust-words.ts';
import { headlineOf, margin, requirementTitle, showActual, showLimit, type Tone } from './words.ts';

export interface RunsComparison {
  /** What the first run's scenario is called. */
  readonly title: string;
  /** The first is what the others are compared with. */
  readonly runs: readonly ComparedRun[];
  /** The other runs, each with the first. */
  readonly pairs: readonly ComparedPair[];
  /** As one line, for all pairs. */
  readonly headline: ComparisonHeadline;
  readonly requirements: readonly ComparedRequirement[];
  /** All requests, then endpoints, then the scenario's own trends. */
  readonly subjects: readonly ComparedSubject[];
  readonly partlyThere: readonly PartlyThere[];
  /** Of the first run, where all of them make the same load. */
  readonly stages: readonly StageWindow[];
  readonly pointMs: number;
  /** What the lines of the load are: iterations where every plan is of arrival rates. */
  readonly loadUnit: 'VUs' | 'iterations/s';
}

export interface ComparedRun {
  readonly name: string;
  readonly id: string;
  readonly file: string;
  /** Unix time in ms. */
  readonly startedMs: number;
  readonly pinned: boolean;
  readonly tone: Tone;
  readonly verdict: string;
  readonly environment: string | null;
  /** How it differs from its file, as `scaled to 1m`. */
  readonly overrides: readonly string[];
  readonly hosts: readonly string[];
  readonly elapsedMs: number;
  readonly plannedMs: number;
  readonly requests: number;
  readonly failed: number;
  readonly generator: { readonly trust: Trust; readonly words: string; readonly reason: string } | null;
  readonly points: RunPoints;
}

export interface ComparisonHeadline {
  readonly tone: Tone;
  readonly text: string;
}

export interface ComparedPair {
  readonly headline: ComparisonHeadline;
  /** Whether a build that must not get worse would be stopped. */
  readonly worse: boolean;
  /** Requirements whose verdict changed, as `name: pass → fail`. */
  readonly requirements: readonly string[];
  /** What was not alike, besides what is measured: `environment staging → production`. */
  readonly unlike: readonly string[];
  /** Why figures may not be comparable. */
  readonly notes: readonly string[];
  /** How changes were judged. */
  readonly method: string;
  readonly text: TextChanges;
}

export interface ComparedRequirement {
  readonly title: string;
  /** By run; null: it has no such requirement. */
  readonly results: readonly (RequirementResult | null)[];
}

export interface RequirementResult {
  readonly verdict: Verdict;
  readonly limit: string;
  readonly actual: string;
  readonly margin: string;
  /** Against the first run's verdict; null: it has none, or is the first. */
  readonly change: 'better' | 'worse' | 'same' | null;
}

export interface ComparedSubject {
  readonly subject: Subject;
  /** Its values are times, in ms. */
  readonly times: boolean;
  /** By figure and run. A metric has no rate and no failures. */
  readonly figures: Readonly<Partial<Record<ComparedFigure, readonly ComparedValue[]>>>;
}

export interface ComparedValue {
  readonly value: number | null;
  /** null: of the first run. */
  readonly judgement: Judgement | null;
}

/** Each of the other runs with the first. */
export function comparedWithFirst(
  [first, ...others]: readonly NamedRun[],
  options: CompareOptions = {},
): readonly Comparison[] {
  return first ? others.map(({ run }) => compareRuns(first.run, run, options)) : [];
}

/** `comparisons`: what `comparedWithFirst` says of these runs, of which there are two at least. */
export function comparisonOf(
  runs: readonly NamedRun[],
  comparisons: readonly Comparison[] = comparedWithFirst(runs),
): RunsComparison {
  const [first, ...others] = runs;
  if (!first || others.length === 0) throw new RangeError('It takes two runs to compare');
  const pointMs = pointSizeMs(runs.map(({ run }) => run));
  const models = runs.map(({ run }) => run);
  const arrivals = models.every(({ plan }) =>
    plan?.scenarios.every(({ executor }) => executor.kind.endsWith('arrival-rate')),
  );
  const pairs = comparisons.flatMap((comparison, index) => {
    const other = others[index];
    return other ? [pairOf(first, other, comparison)] : [];
  });
  return {
    title: first.run.plan?.name ?? 'Load test',
    runs: runs.map((run) => comparedRun(run, pointMs)),
    pairs,
    headline: headlineOfAll(pairs),
    requirements: comparedRequirements(models),
    subjects: comparedSubjects(models, comparisons),
    partlyThere: existingSomewhere(models),
    stages: comparisons.every(({ sameLoad }) => sameLoad) ? first.run.stages : [],
    pointMs,
    loadUnit: arrivals ? 'iterations/s' : 'VUs',
  };
}

function comparedRun({ name, run, pinned = false }: NamedRun, pointMs: number): ComparedRun {
  const { start, plan } = run;
  const total = totalRow(run);
  const { tone, text } = headlineOf(run);
  const { judgement } = run.generator;
  return {
    name,
    id: start?.runId ?? name,
    file: start?.scenario.path ?? start?.scenario.file ?? '',
    startedMs: start?.time ?? 0,
    pinned,
    tone,
    verdict: text,
    environment: plan?.environment ?? null,
    overrides: start?.options.overrides ?? [],
    hosts: start?.hosts ?? [],
    elapsedMs: run.elapsedMs,
    plannedMs: run.plannedMs,
    requests: total?.requests ?? 0,
    failed: total ? total.failed - total.tolerated : 0,
    generator:
      run.intervals.length === 0
        ? null
        : { trust: judgement.trust, words: generatorWords(judgement), reason: generatorReason(judgement) },
    points: runPoints(run, pointMs),
  };
}

function pairOf(before: NamedRun, after: NamedRun, comparison: Comparison): ComparedPair {
  const { figures, requirements } = regressions(comparison);
  const worse = figures.length + requirements.length > 0;
  const better = comparison.subjects.some(({ changes }) => changes.some(({ judgement }) => judgement === 'better'));
  return {
    headline: { tone: worse ? 'fail' : better ? 'pass' : 'idle', text: comparisonHeadline(comparison) },
    worse,
    requirements: requirementLines(before.run, after.run, comparison),
    unlike: unlikeness(before.run, after.run),
    notes: comparisonNotes(before, after, comparison),
    method: methodNote(comparison),
    text: textChanges(before.run.start?.scenario.text ?? '', after.run.start?.scenario.text ?? ''),
  };
}

function headlineOfAll(pairs: readonly ComparedPair[]): ComparisonHeadline {
  const [only] = pairs;
  if (only && pairs.length === 1) return only.headline;
  const of = (tone: Tone): number => pairs.filter(({ headline }) => headline.tone === tone).length;
  const [worse, better] = [of('fail'), of('pass')];
  if (worse > 0) {
    const rest = better > 0 ? `, ${better} better` : '';
    return { tone: 'fail', text: `${worse} of ${pairs.length} runs worse than the first${rest}` };
  }
  if (better > 0) return { tone: 'pass', text: `${better} of ${pairs.length} runs better than the first` };
  return { tone: 'idle', text: 'No change that could be told from noise' };
}

// ── requirements ──

const RANK: Readonly<Record<Verdict, number>> = { pass: 2, warn: 1, 'not-yet': 0, 'no-data': 0, fail: 0 };

function comparedRequirements(runs: readonly RunModel[]): ComparedRequirement[] {
  const rows = new Map<string, { readonly title: string; readonly results: (RequirementResult | null)[] }>();
  for (const [index, run] of runs.entries()) {
    for (const threshold of run.plan?.thresholds ?? []) {
      const result = run.thresholds.find(({ id }) => id === threshold.id);
      if (!result) continue;
      const key = requirementKey(threshold);
      let row = rows.get(key);
      if (!row) rows.set(key, (row = { title: requirementTitle(threshold), results: runs.map(() => null) }));
      const first = row.results[0];
      row.results[index] = {
        verdict: result.verdict,
        limit: showLimit(threshold, threshold.condition, run.plan?.metrics),
        actual: showActual(threshold, result, run.plan?.metrics),
        margin: margin(threshold, result),
        change: index === 0 || !first ? null : verdictChange(first.verdict, result.verdict),
      };
    }
  }
  return [...rows.values()];
}

function verdictChange(before: Verdict, after: Verdict): 'better' | 'worse' | 'same' {
  if (RANK[before] === RANK[after]) return 'same';
  return RANK[after] > RANK[before] ? 'better' : 'worse';
}

// ── figures ──

function comparedSubjects(runs: readonly RunModel[], comparisons: readonly Comparison[]): ComparedSubject[] {
  return inOrder(comparisons.flatMap(({ subjects }) => subjects.map(({ subject }) => subject))).map((subject) => ({
    subject,
    times: areTimes(subject, runs),
    figures: figuresOf(subject, comparisons),
  }));
}

function figuresOf(subject: Subject, comparisons: readonly Comparison[]): ComparedSubject['figures'] {
  const key = subjectKey(subject);
  const changes = comparisons.map(
    (comparison) => comparison.subjects.find((candidate) => subjectKey(candidate.subject) === key)?.changes ?? [],
  );
  const names = new Set(changes.flatMap((some) => some.map(({ figure }) => figure)));
  const of = (some: readonly FigureChange[], figure: ComparedFigure): FigureChange | undefined =>
    some.find((change) => change.figure === figure);
  return Object.fromEntries(
    [...names].map((figure) => {
      const before = changes.map((some) => of(some, figure)?.before ?? null).find((value) => value !== null) ?? null;
      const values: ComparedValue[] = changes.map((some) => {
        const change = of(some, figure);
        return { value: change?.after ?? null, judgement: change?.judgement ?? 'too-little' };
      });
      return [figure, [{ value: before, judgement: null }, ...values]];
    }),
  );
}
