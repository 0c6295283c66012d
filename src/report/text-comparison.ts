import type { Comparison } from '../run/compare.ts';
import { COMPARED_FIGURES } from '../run/compared-figures.ts';
import type { FigureChange, Judgement } from '../run/judged-changes.ts';
import type { Subject } from '../run/compared-blocks.ts';
import {
  baselineNotes,
  comparisonHeadline,
  comparisonNotes,
  methodNote,
  requirementLines,
} from './comparison-notes.ts';
import {
  areTimes,
  changeText,
  figureText,
  figureTitle,
  JUDGEMENT_SIGNS,
  judgementText,
  spreadText,
  subjectTitle,
} from './comparison-words.ts';
import type { NamedRun } from './named-run.ts';
import { NARROWEST, oneLine, palette, plainSpaces, wrap, type Paint, type Palette } from './text-layout.ts';
import { table, type Cell } from './text-table.ts';

/** A run and how it compares with the baseline. */
export interface ComparedRun {
  readonly other: NamedRun;
  readonly comparison: Comparison;
}

/**
 * Runs beside their baseline, one run or several repeats, each as a table for the terminal. What is to be known of all of them stands
 * once, below the last. Ends with a line end.
 */
export function textComparison(
  baseline: readonly NamedRun[],
  compared: readonly ComparedRun[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const paint = palette(options.colour);
  const width = Math.max(NARROWEST, options.width - 4);
  const methods = compared.map(({ comparison }) => methodNote(comparison, comparison.sameLoad));
  const isOneMethod = new Set(methods).size === 1;
  const texts = compared.map((one, index) => {
    const isLast = index === compared.length - 1;
    const notes = [
      ...(isLast ? baselineNotes(baseline) : []),
      ...comparisonNotes(one.other, one.comparison),
      ...(isLast || !isOneMethod ? [methods[index] ?? ''] : []),
    ];
    const sections = [
      ...figureSections(baseline, one, width, paint),
      notes.flatMap((note) => wrap(note, width).map(paint.dim)),
    ].filter((lines) => lines.length > 0);
    return `${plainSpaces(sections.map((lines) => lines.map((line) => `  ${line}`).join('\n')).join('\n\n'))}\n`;
  });
  return texts.join('\n');
}

function figureSections(
  baseline: readonly NamedRun[],
  { other, comparison }: ComparedRun,
  width: number,
  paint: Palette,
): string[][] {
  const repeats = comparison.repeats > 1;
  const rows = comparison.subjects.flatMap(({ subject, changes }) =>
    shownChanges(subject, changes).map((change, index) => row(subject, change, index === 0)),
  );
  return [
    [
      paint.bold(comparisonHeadline(comparison)),
      ...baseline.map(({ name }) => paint.dim(oneLine(`baseline ${name}`))),
      paint.dim(oneLine(`compared ${other.name}`)),
    ],
    requirementLines(comparison).flatMap((line) => wrap(oneLine(line), width)),
    table(
      [
        { title: 'WHAT', align: 'left', tooWide: 'cut' },
        { title: 'FIGURE', align: 'left' },
        { title: 'BASELINE', align: 'right' },
        ...(repeats ? [{ title: 'REPEATS', align: 'right' } as const] : []),
        { title: 'NOW', align: 'right' },
        { title: 'CHANGE', align: 'right' },
        { title: 'JUDGEMENT', align: 'left' },
      ],
      rows,
      width,
      paint.dim,
    ),
  ];

  function row(subject: Subject, change: FigureChange, first: boolean): Cell[] {
    const colour = judgementPaint(change.judgement, paint);
    const sign = JUDGEMENT_SIGNS[change.judgement];
    const times = areTimes(
      subject,
      [...baseline, other].map(({ run }) => run),
    );
    return [
      { text: first ? oneLine(subjectTitle(subject)) : '' },
      { text: figureTitle(change.figure) },
      { text: figureText(change.figure, change.before, times) },
      ...(repeats ? [{ text: spreadText(change.figure, change.spread), paint: paint.dim }] : []),
      { text: figureText(change.figure, change.after, times) },
      { text: changeText(change), paint: colour },
      { text: `${sign}${sign === '' ? '' : ' '}${judgementText(change.judgement, change.why)}`, paint: colour },
    ];
  }
}

/** All of the total; of the rest p95, failures, and whatever changed: the others would fill screens. */
function shownChanges({ kind }: Subject, changes: readonly FigureChange[]): readonly FigureChange[] {
  if (kind === 'total') return changes;
  return COMPARED_FIGURES.flatMap((figure) => changes.filter((change) => change.figure === figure)).filter(
    ({ figure, judgement, before, after }) =>
      judgement === 'better' || judgement === 'worse' || figure === 'p95' || (figure === 'failed' && before !== after),
  );
}

function judgementPaint(judgement: Judgement, paint: Palette): Paint {
  switch (judgement) {
    case 'better':
      return paint.pass;
    case 'worse':
      return paint.fail;
    default:
      return paint.dim;
  }
}
