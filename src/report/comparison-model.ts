/**
 * Several runs beside a baseline, as plain data: what the comparison view, its HTML report and Markdown show. It holds no text of a
 * request or an answer, so no more than the journals' masked texts.
 */
import { compareRuns, regressions, repeatsOf, type Comparison } from '../run/compare.ts';
import { subjectPoints, subjectStepMs, type SubjectPoints } from '../run/subject-points.ts';
import { subjectsInOrder, subjectKey, type Subject } from '../run/compared-blocks.ts';
import { spanOfRun } from '../run/compared-span.ts';
import type { Verdict } from '../run/events.ts';
import type { Trust } from '../run/generator-health.ts';
import type { CompareOptions } from '../run/judged-changes.ts';
import type { RunModel } from '../run/model.ts';
import { judgedOf, requirementKey, verdictChange } from '../run/requirement-changes.ts';
import { totalRow } from '../run/tables.ts';
import type { StageWindow } from '../scenario/schedule/index.ts';
import { comparedFigures, type SubjectFigures } from './compared-subjects.ts';
import {
  baselineNotes,
  comparisonHeadline,
  comparisonNotes,
  methodNote,
  requirementLines,
} from './comparison-notes.ts';
import { pointSizeMs, runPoints, type RunPoints } from './comparison-points.ts';
import { existingSomewhere, unlikeness, type PartlyThere } from './comparison-unlikeness.ts';
import { areTimes } from './comparison-words.ts';
import type { NamedRun } from './named-run.ts';
import { textChanges, type TextChanges } from './text-changes.ts';
import { generatorReason, generatorWords } from './trust-words.ts';
import { headlineOf, margin, requirementTitle, showActual, showLimit, type Tone } from './words.ts';

export interface RunsComparison {
  /** What the first run's scenario is called. */
  readonly title: string;
  /** The baseline's first, then the others. */
  readonly runs: readonly ComparedRun[];
  /** How many of the runs are the baseline: one, or repeats of it. */
  readonly baselines: number;
  /** The other runs, each with the baseline. */
  readonly pairs: readonly ComparedPair[];
  /** As one line, for all pairs. */
  readonly headline: ComparisonHeadline;
  /** What is to be known of the baseline, whichever run it is compared with. */
  readonly notes: readonly string[];
  readonly requirements: readonly ComparedRequirement[];
  /** All requests, then endpoints, then the scenario's own trends. */
  readonly subjects: readonly ComparedSubject[];
  readonly partlyThere: readonly PartlyThere[];
  /** Of the first run, where all of them make the same load. */
  readonly stages: readonly StageWindow[];
  readonly pointMs: number;
  /** The length of the points of `subjects`: a multiple of `pointMs`. */
  readonly stepMs: number;
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
  /** `left-out`: of the baseline, and no repeat that counts. */
  readonly role: 'baseline' | 'left-out' | 'compared';
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
  /** Why its figures may not be comparable with the baseline's. */
  readonly notes: readonly string[];
  /** How changes were judged. */
  readonly method: string;
  readonly sameLoad: boolean;
  /** A change by less than this share is never called better or worse. */
  readonly tolerance: number;
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
  /** Against the worst verdict of the baseline; null: it has none, or this is one of its runs. */
  readonly change: 'better' | 'worse' | 'same' | null;
}

export interface ComparedSubject {
  readonly subject: Subject;
  /** Its values are times, in ms. */
  readonly times: boolean;
  readonly figures: SubjectFigures;
  /** By run, over time; null: it has nothing of the subject, or all requests, which are in its own points. */
  readonly points: readonly (SubjectPoints | null)[];
}

export interface ComparisonOptions extends CompareOptions {
  /** How many of the runs, from the first on, are repeats of the baseline; 1 by default. */
  readonly baselines?: number;
}

/** Each of the other runs with the baseline. */
export function comparedWithBaseline(
  runs: readonly NamedRun[],
  { baselines = 1, ...options }: ComparisonOptions = {},
): readonly Comparison[] {
  const baseline = runs.slice(0, baselines).map(({ run }) => run);
  return runs.slice(baselines).map(({ run }) => compareRuns(baseline, run, options));
}

/** `comparisons`: what `comparedWithBaseline` says of these runs, of which at least one is no baseline. */
export function comparisonOf(
  runs: readonly NamedRun[],
  options: ComparisonOptions = {},
  comparisons: readonly Comparison[] = comparedWithBaseline(runs, options),
): RunsComparison {
  const { baselines = 1 } = options;
  const [first] = runs;
  const baseline = runs.slice(0, baselines);
  const others = runs.slice(baselines);
  if (!first || others.length === 0) throw new RangeError('It takes two runs to compare');
  const models = runs.map(({ run }) => run);
  const pointMs = pointSizeMs(models);
  const repeats = repeatsOf(baseline.map(({ run }) => run));
  const arrivals = models.every(({ plan }) =>
    plan?.scenarios.every(({ executor }) => executor.kind.endsWith('arrival-rate')),
  );
  const pairs = comparisons.flatMap((comparison, index) => {
    const other = others[index];
    return other ? [pairOf(baseline, other, comparison)] : [];
  });
  const subjects = subjectsInOrder(
    comparisons.flatMap((comparison) => comparison.subjects.map(({ subject }) => subject)),
  );
  const stepMs = subjectStepMs(pointMs, models, subjects.length);
  return {
    title: first.run.plan?.name ?? 'Load test',
    runs: runs.map((run, index) => {
      const role = index >= baselines ? 'compared' : repeats.includes(run.run) ? 'baseline' : 'left-out';
      return comparedRun(run, role, pointMs);
    }),
    baselines,
    pairs,
    headline: headlineOfAll(pairs),
    notes: baselineNotes(baseline),
    requirements: comparedRequirements(models, baselines),
    subjects: comparedSubjects(subjects, models, baselines, comparisons, stepMs),
    partlyThere: existingSomewhere(models),
    stages: comparisons.every(({ sameLoad }) => sameLoad) ? first.run.stages : [],
    pointMs,
    stepMs,
    loadUnit: arrivals ? 'iterations/s' : 'VUs',
  };
}

function comparedRun({ name, run, pinned = false }: NamedRun, role: ComparedRun['role'], pointMs: number): ComparedRun {
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
    role,
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

function pairOf(baseline: readonly NamedRun[], after: NamedRun, comparison: Comparison): ComparedPair {
  const { figures, requirements } = regressions(comparison);
  const [before, ...repeats] = baseline;
  const worse = figures.length + requirements.length > 0;
  const better = comparison.subjects.some(({ changes }) => changes.some(({ judgement }) => judgement === 'better'));
  return {
    headline: { tone: worse ? 'fail' : better ? 'pass' : 'idle', text: comparisonHeadline(comparison) },
    worse,
    requirements: requirementLines(comparison),
    unlike: before ? [after, ...repeats].flatMap((run) => unlikeTo(before, run, run === after ? '' : run.name)) : [],
    notes: comparisonNotes(after, comparison),
    method: methodNote(comparison, comparison.sameLoad),
    sameLoad: comparison.sameLoad,
    tolerance: comparison.tolerance,
    text: textChanges(before?.run.start?.scenario.text ?? '', after.run.start?.scenario.text ?? ''),
  };
}

/** `name`: of what is said; '' for the run that all is about. */
function unlikeTo(before: NamedRun, { run }: NamedRun, name: string): string[] {
  return unlikeness(before.run, run).map((line) => (name === '' ? line : `${line} (${name})`));
}

function headlineOfAll(pairs: readonly ComparedPair[]): ComparisonHeadline {
  const [only] = pairs;
  if (only && pairs.length === 1) return only.headline;
  const of = (tone: Tone): number => pairs.filter(({ headline }) => headline.tone === tone).length;
  const [worse, better] = [of('fail'), of('pass')];
  if (worse > 0) {
    const rest = better > 0 ? `, ${better} better` : '';
    return { tone: 'fail', text: `${worse} of ${pairs.length} runs worse than the baseline${rest}` };
  }
  if (better > 0) return { tone: 'pass', text: `${better} of ${pairs.length} runs better than the baseline` };
  return { tone: 'idle', text: 'No change that could be told from noise' };
}

// ── requirements ──

function comparedRequirements(runs: readonly RunModel[], baselines: number): ComparedRequirement[] {
  const before = judgedOf(repeatsOf(runs.slice(0, baselines)));
  const rows = new Map<string, { readonly title: string; readonly results: (RequirementResult | null)[] }>();
  for (const [index, run] of runs.entries()) {
    for (const threshold of run.plan?.thresholds ?? []) {
      const result = run.thresholds.find(({ id }) => id === threshold.id);
      if (!result) continue;
      const key = requirementKey(threshold);
      let row = rows.get(key);
      if (!row) rows.set(key, (row = { title: requirementTitle(threshold), results: runs.map(() => null) }));
      const known = before.get(key);
      row.results[index] = {
        verdict: result.verdict,
        limit: showLimit(threshold, threshold.condition, run.plan?.metrics),
        actual: showActual(threshold, result, run.plan?.metrics),
        margin: margin(threshold, result),
        change: index < baselines || !known ? null : verdictChange(known.verdict, result.verdict),
      };
    }
  }
  return [...rows.values()];
}

// ── figures ──

function comparedSubjects(
  subjects: readonly Subject[],
  runs: readonly RunModel[],
  baselines: number,
  comparisons: readonly Comparison[],
  stepMs: number,
): ComparedSubject[] {
  const points = runs.map((run) => subjectPoints(run, stepMs));
  const spans = runs.map(spanOfRun);
  return subjects.map((subject) => ({
    subject,
    times: areTimes(subject, runs),
    figures: comparedFigures(subject, spans, baselines, comparisons),
    points: points.map((some) => some.get(subjectKey(subject)) ?? null),
  }));
}
