import type { ThresholdResult, Verdict } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import type { Plan, Threshold } from '../scenario/plan.ts';
import { DASH, duration, exact } from './format.ts';
import { oneLine, type Paint, type Palette } from './text-layout.ts';
import { table, type Cell } from './text-table.ts';
import { isOver, latencyCaveat, margin, showActual, showLimit, verdictWord, worstWindowNote } from './words.ts';

const VERDICT_SYMBOLS: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  warn: '!',
  fail: '✗',
  'no-data': '?',
  'not-yet': '…',
};

/** Each verdict has a shape besides its colour and its word. What a run that is over had not reached has no more to come: no dots. */
export function verdictSymbol(verdict: Verdict, over: boolean): string {
  return over && verdict === 'not-yet' ? DASH : VERDICT_SYMBOLS[verdict];
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'no-data', 'not-yet', 'warn', 'pass'];

export interface RequirementTable {
  readonly lines: readonly string[];
  /** What the marks ¹, ², … at the margins say, in their order. */
  readonly footnotes: readonly string[];
}

/** The verdict table, worst first, in the file's order where verdicts are equal. No lines without thresholds. */
export function requirementTable(run: RunModel, width: number, paint: Palette): RequirementTable {
  const { plan } = run;
  if (!plan || plan.thresholds.length === 0) return { lines: [], footnotes: [] };
  const footnotes: string[] = [];
  const rows = worstFirst(run).map(({ threshold, result }) =>
    requirementRow(run, plan, threshold, result, footnotes, paint),
  );
  const columns = [
    { title: 'VERDICT', align: 'left' },
    { title: 'REQUIREMENT', align: 'left', tooWide: 'fold' },
    { title: 'TARGET', align: 'right' },
    { title: 'ACTUAL', align: 'right' },
    { title: 'MARGIN', align: 'left' },
  ] as const;
  return { lines: table(columns, rows, width, paint.dim), footnotes };
}

/** Thresholds with their results, worst first, in the file's order where verdicts are equal. */
export function worstFirst(run: RunModel): { readonly threshold: Threshold; readonly result: ThresholdResult }[] {
  return run.thresholds
    .flatMap((result) => {
      const threshold = run.plan?.thresholds[result.id];
      return threshold ? [{ threshold, result }] : [];
    })
    .sort((a, b) => WORST_FIRST.indexOf(a.result.verdict) - WORST_FIRST.indexOf(b.result.verdict));
}

/** The mark of the n-th footnote, counting from 1: ¹ … ⁹, ¹⁰. */
export function footnoteMark(n: number): string {
  return String(n).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

/** The requirement without its limit, which has a column of its own: `http_req_duration p(95)`, or its name. */
export function requirementLabel(threshold: Threshold): string {
  if (threshold.name !== null) return threshold.name;
  const { method, percentile } = threshold.condition;
  const figure =
    method === 'percentile' ? ` p(${percentile ?? 100})` : /^(avg|min|max|med)$/.test(method) ? ` ${method}` : '';
  const every = threshold.windowMs === null ? '' : `, every ${duration(threshold.windowMs, exact)}`;
  return `${threshold.selector}${figure}${every}`;
}

function requirementRow(
  run: RunModel,
  plan: Plan,
  threshold: Threshold,
  result: ThresholdResult,
  footnotes: string[],
  paint: Palette,
): Cell[] {
  const marks = footnotesOf(run, plan, threshold, result).map((note) => {
    if (!footnotes.includes(note)) footnotes.push(note);
    return footnoteMark(footnotes.indexOf(note) + 1);
  });
  const distance = result.actual === null ? 'inconclusive' : margin(threshold, result);
  const colour = verdictPaint(result.verdict, paint);
  return [
    {
      text: `${verdictSymbol(result.verdict, isOver(run))} ${verdictWord(result.verdict, isOver(run))}`,
      paint: colour,
    },
    { text: oneLine(requirementLabel(threshold)) },
    { text: showLimit(threshold, threshold.condition, plan.metrics) },
    { text: showActual(threshold, result, plan.metrics), paint: result.verdict === 'pass' ? paint.figure : colour },
    { text: [distance, marks.join(' ')].filter((part) => part !== '').join(' ') },
  ];
}

/** What is to be known of a requirement's figure besides its margin. */
export function requirementNotes(run: RunModel, threshold: Threshold, result: ThresholdResult): string[] {
  return [latencyCaveat(run, threshold, result), worstWindowNote(result)].filter((note) => note !== '');
}

/** The terminal has no column for what is acceptable: it is a footnote where it decided. */
function footnotesOf(run: RunModel, plan: Plan, threshold: Threshold, result: ThresholdResult): string[] {
  const acceptable =
    result.verdict === 'warn' && threshold.acceptable
      ? [`acceptable: ${showLimit(threshold, threshold.acceptable, plan.metrics)}`]
      : [];
  return [...requirementNotes(run, threshold, result), ...acceptable];
}

export function verdictPaint(verdict: Verdict, paint: Palette): Paint {
  switch (verdict) {
    case 'pass':
      return paint.pass;
    case 'warn':
    case 'no-data':
      return paint.warn;
    case 'not-yet':
      return paint.dim;
    case 'fail':
      return paint.fail;
  }
}
