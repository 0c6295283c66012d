/** The words of a comparison that the terminal, the editor and Markdown share. */
import { type Comparison, regressions } from '../run/compare.ts';
import type { ComparedFigure, FigureChange, Judgement } from '../run/judged-changes.ts';
import type { Subject } from '../run/compared-blocks.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { change, clock, DASH, duration, percent, plural, points, rate, significant } from './format.ts';
import { generatorWords } from './trust-words.ts';
import { requirementTitle, verdictWord } from './words.ts';

/** A run with the name that a comparison calls it by. */
export interface NamedRun {
  readonly name: string;
  readonly run: RunModel;
  /** It is the baseline of its scenario. */
  readonly pinned?: boolean;
}

const FIGURE_TITLES: Readonly<Record<ComparedFigure, string>> = {
  rate: 'throughput',
  failed: 'failed',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
};

export function figureTitle(figure: ComparedFigure): string {
  return FIGURE_TITLES[figure];
}

export function subjectTitle({ kind, name, method }: Subject): string {
  if (kind === 'total') return 'All requests';
  // A name that a request got from its method and path says the method already.
  return method === '' || name.startsWith(`${method} `) ? name : `${method} ${name}`;
}

/** Whether its values are times, in ms. */
export function areTimes({ kind, name }: Subject, runs: readonly RunModel[]): boolean {
  if (kind !== 'metric') return true;
  return runs.some(({ plan }) => metricDefinition(name, plan?.metrics)?.contains === 'time');
}

/** A figure in its own unit, `times`: of a subject whose values are ms; a dash where nothing was measured. */
export function figureText(figure: ComparedFigure, value: number | null, times: boolean): string {
  if (value === null) return DASH;
  switch (figure) {
    case 'rate':
      return rate(value);
    case 'failed':
      return percent(value);
    default:
      return times ? duration(value) : significant(value);
  }
}

/** `+12.7 %`, `−0.40 pp`; '' where one of the runs has none. */
export function changeText({ figure, before, after }: Pick<FigureChange, 'figure' | 'before' | 'after'>): string {
  if (before === null || after === null) return '';
  return figure === 'failed' ? points(before, after) : change(before, after);
}

const JUDGEMENTS: Readonly<Record<Judgement, string>> = {
  better: 'better',
  worse: 'worse',
  same: 'no clear change',
  'too-little': 'too little data',
  'not-judged': 'not judged',
};

export function judgementText(judgement: Judgement): string {
  return JUDGEMENTS[judgement];
}

/** Shapes besides the words, so that nothing depends on colour. No arrows: fewer requests are worse and fewer errors are not. */
export const JUDGEMENT_SIGNS: Readonly<Record<Judgement, string>> = {
  better: '✓',
  worse: '✗',
  same: '≈',
  'too-little': '',
  'not-judged': '',
};

/** The one line that says how a run compares with its baseline. */
export function comparisonHeadline(comparison: Comparison): string {
  const { figures, requirements } = regressions(comparison);
  const better = comparison.subjects
    .flatMap(({ changes }) => changes)
    .filter(({ judgement }) => judgement === 'better');
  const parts = [
    requirements.length > 0 ? `${plural(requirements.length, 'requirement')} met before and not any more` : '',
    figures.length > 0 ? `${plural(figures.length, 'figure')} worse` : '',
    better.length > 0 ? `${plural(better.length, 'figure')} better` : '',
  ].filter((part) => part !== '');
  if (parts.length > 0) return `${figures.length + requirements.length > 0 ? 'Worse' : 'Better'}: ${parts.join(', ')}`;
  if (comparison.blocks === 0) return 'Not judged: the runs are too short';
  return comparison.saturated
    ? 'Not judged: a generator was the bottleneck'
    : 'No change that could be told from noise';
}

/** What a reader should know before the figures: why they may not be comparable. */
export function comparisonNotes(before: NamedRun, after: NamedRun, comparison: Comparison): string[] {
  const { sameLoad, sameText } = comparison;
  const notes: string[] = [];
  if (!sameLoad) notes.push('The load was not the same, so throughput is not judged.');
  else if (!sameText) notes.push('The scenario was changed between the runs, its load was not.');
  for (const { name, run } of [before, after]) {
    if (run.end?.outcome !== 'passed' && run.end?.outcome !== 'failed') {
      notes.push(`${name} ended at ${clock(run.elapsedMs)} of ${clock(run.plannedMs)}.`);
    }
    if (run.generator.judgement.trust === 'saturated') {
      notes.push(
        `${name}: ${generatorWords(run.generator.judgement)}, so neither latencies nor throughput are judged: they include the generator’s own delay.`,
      );
    }
  }
  return notes;
}

/** How changes were judged, and what that is worth. */
export function methodNote({ blocks, blockMs, tolerance, sameLoad }: Comparison): string {
  if (blocks === 0) return 'Changes are not judged: that takes at least 24 s of load in both runs.';
  const together = sameLoad ? ', the same moments of both runs beside each other' : '';
  return (
    `A change is called better or worse where it is at least ${percent(tolerance)} and more than the noise within the runs: ` +
    `what ${blocks} blocks of ${duration(blockMs)} add to it${together}, its slow swings most of all, as Student’s t with Holm’s correction ` +
    'for a 5 % chance of one false word in all. What makes two runs of the same server differ as a whole is not in it.'
  );
}

/** Requirements whose verdicts differ, as `name: pass → fail`. */
export function requirementLines(before: RunModel, after: RunModel, { requirements }: Comparison): string[] {
  return requirements.flatMap((change) => {
    const { before: old, after: now } = change;
    if (old?.verdict === now?.verdict) return [];
    const threshold = now ? after.plan?.thresholds[now.id] : old && before.plan?.thresholds[old.id];
    if (!threshold) return [];
    const word = (one: typeof old): string => (one ? verdictWord(one.verdict, true) : 'not required');
    return [`${requirementTitle(threshold)}: ${word(old)} → ${word(now)}`];
  });
}
