/** The words of a comparison that the terminal, the editor and Markdown share. */
import {
  regressions,
  type Comparison,
  type ComparedFigure,
  type FigureChange,
  type Judgement,
} from '../run/compare.ts';
import type { Subject } from '../run/compared-blocks.ts';
import type { RunModel } from '../run/model.ts';
import { metricDefinition } from '../run/metrics.ts';
import { change, clock, DASH, duration, percent, plural, points, rate, significant } from './format.ts';
import { requirementTitle } from './words.ts';

/** A run with the name that a comparison calls it by. */
export interface NamedRun {
  readonly name: string;
  readonly run: RunModel;
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

/** A figure in its own unit; a dash where nothing was measured. */
export function figureText(
  run: RunModel,
  { kind, name }: Subject,
  figure: ComparedFigure,
  value: number | null,
): string {
  if (value === null) return DASH;
  switch (figure) {
    case 'rate':
      return rate(value);
    case 'failed':
      return percent(value);
    default: {
      const times = kind !== 'metric' || metricDefinition(name, run.plan?.metrics)?.contains === 'time';
      return times ? duration(value) : significant(value);
    }
  }
}

/** `+12.7 %`, `−0.40 pp`; '' where one of the runs has none. */
export function changeText({ figure, before, after }: FigureChange): string {
  if (before === null || after === null) return '';
  return figure === 'failed' ? points(before, after) : change(before, after);
}

const JUDGEMENTS: Readonly<Record<Judgement, string>> = {
  better: 'better',
  worse: 'worse',
  same: 'no change',
  'too-little': 'too little data',
  'not-judged': 'not judged',
};

export function judgementText(judgement: Judgement): string {
  return JUDGEMENTS[judgement];
}

/** Shapes besides the words, so that nothing depends on colour. */
export const JUDGEMENT_SIGNS: Readonly<Record<Judgement, string>> = {
  better: '▼',
  worse: '▲',
  same: '',
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
  return comparison.blocks === 0 ? 'Not judged: the runs are too short' : 'No change that could be told from noise';
}

/** What a reader should know before the figures: what is not alike, and how changes were judged. */
export function comparisonNotes(before: RunModel, after: RunModel, comparison: Comparison): string[] {
  const { sameLoad, sameText, blocks, blockMs, tolerance } = comparison;
  const notes: string[] = [];
  if (!sameLoad) notes.push('The load was not the same, so throughput is not judged.');
  else if (!sameText) notes.push('The scenario was changed between the runs, its load was not.');
  for (const run of [before, after]) {
    if (run.end?.outcome !== 'passed' && run.end?.outcome !== 'failed') {
      notes.push(`${run.start?.runId ?? 'A run'} ended at ${clock(run.elapsedMs)} of ${clock(run.plannedMs)}.`);
    }
  }
  notes.push(
    blocks === 0
      ? 'Changes are not judged: that takes at least 24 s of load in both runs.'
      : `A change is called better or worse where it is at least ${percent(tolerance)} and more than the noise within the runs: ` +
          `bootstrap over ${blocks} blocks of ${duration(blockMs)}${sameLoad ? ', the same moments of both runs together' : ''}, ` +
          'meant for a 5 % chance of one false word in all, and above that where latencies wander for longer than a block. What makes two runs of the same server differ as a whole is not in it.',
  );
  return notes;
}

/** Requirements whose verdicts differ, as `name: pass → fail`. */
export function requirementLines(before: RunModel, after: RunModel, { requirements }: Comparison): string[] {
  return requirements.flatMap((change) => {
    const { before: old, after: now } = change;
    if (old?.verdict === now?.verdict) return [];
    const threshold = now ? after.plan?.thresholds[now.id] : old && before.plan?.thresholds[old.id];
    if (!threshold) return [];
    return [`${requirementTitle(threshold)}: ${old?.verdict ?? 'not required'} → ${now?.verdict ?? 'not required'}`];
  });
}
