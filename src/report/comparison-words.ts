/** The words of a comparison that the terminal, the editor and Markdown share. */
import type { ComparedFigure } from '../run/compared-figures.ts';
import type { Subject } from '../run/compared-blocks.ts';
import type { FigureChange, Judgement, NotJudged } from '../run/judged-changes.ts';
import { metricDefinition } from '../run/metrics.ts';
import type { RunModel } from '../run/model.ts';
import { change, DASH, duration, percent, points, rate, significant } from './format.ts';

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

/** `why`: of what is not judged; the notes of the comparison say more. */
export function judgementText(judgement: Judgement, why: NotJudged | null = null): string {
  return why === null ? JUDGEMENTS[judgement] : `${JUDGEMENTS[judgement]} (${why})`;
}

/** How far the repeats of a baseline are from their mean at most: `±3.20 %`, `±0.12 pp`; '' without repeats. */
export function spreadText(figure: ComparedFigure, spread: number | null): string {
  if (spread === null) return '';
  return `±${figure === 'failed' ? `${significant(spread * 100)}\u00a0pp` : percent(spread)}`;
}

/** Shapes besides the words, so that nothing depends on colour. No arrows: fewer requests are worse and fewer errors are not. */
export const JUDGEMENT_SIGNS: Readonly<Record<Judgement, string>> = {
  better: '✓',
  worse: '✗',
  same: '≈',
  'too-little': '',
  'not-judged': '',
};
