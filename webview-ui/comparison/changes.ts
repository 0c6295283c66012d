/** What changed of all requests, of each endpoint, and of the scenario's own trends. */
import { h, setText, type Child } from '../dom.ts';
import { endpointName } from '../endpoint-name.ts';
import { Table, type Column, type Details, type Tier } from '../table.ts';
import { figureTable } from '../table-twin.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import { runMark } from './run-marks.ts';
import { COMPARED_FIGURES, type ComparedFigure, type Judgement } from '../../src/run/judged-changes.ts';
import { subjectKey } from '../../src/run/compared-blocks.ts';
import type { ComparedSubject } from '../../src/report/comparison-model.ts';
import {
  changeText,
  figureText,
  figureTitle,
  JUDGEMENT_SIGNS,
  judgementText,
  subjectTitle,
} from '../../src/report/comparison-words.ts';
import { DASH, milliseconds, plural, significant } from '../../src/report/format.ts';

const TIERS: Readonly<Record<ComparedFigure, Tier>> = { rate: 4, failed: 1, p50: 3, p95: 0, p99: 2 };
const HEADS: Readonly<Record<ComparedFigure, string>> = {
  rate: 'req/s',
  failed: 'Failed',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
};

export function createChanges(context: ComparisonContext): ComparisonPart {
  const { comparison } = context;
  const { runs, subjects, pairs } = comparison;
  const section = context.section('changes', 'Changes');
  const table = new Table<ComparedSubject>({
    caption: 'What changed of each endpoint and metric against run A. Times in milliseconds.',
    className: 'changes',
    key: ({ subject }) => subjectKey(subject),
    title: ({ subject }) => subjectTitle(subject),
    pinned: ({ subject }) => subject.kind === 'total',
    rowClass: ({ subject }) => (subject.kind === 'total' ? 'total' : ''),
    columns: [
      {
        key: 'name',
        title: 'What',
        className: 'what',
        value: ({ subject }) => subject.name,
        cell: (row) => ({ nodes: [nameOf(row)], update: () => undefined }),
      },
      {
        key: 'runs',
        title: 'Run',
        className: 'letters',
        cell: () => ({ nodes: [letters()], update: () => undefined }),
      },
      ...COMPARED_FIGURES.map(figureColumn),
    ],
    details,
  });
  table.update(subjects);
  const signs = (['worse', 'better', 'same'] as const).map((one) => `${JUDGEMENT_SIGNS[one]} ${judgementText(one)}`);
  section.body.append(
    h('p', { class: 'hint unit-line' }, `Times in ms, changes against A: ${signs.join(', ')}.`),
    table.node,
    ...[...new Set(pairs.map(({ method }) => method))].map(methodNote),
  );
  section.summary(summaryOf(subjects));
  return { node: section.node };

  /** Of runs of several lengths, the blocks differ: then it is said of which runs a note is. */
  function methodNote(method: string): HTMLElement {
    const badges = pairs.flatMap((pair, index) => (pair.method === method ? [runBadge(index + 1), ' '] : []));
    return h('p', { class: 'hint method-note' }, badges.length < 2 * pairs.length && badges, method);
  }

  function figureColumn(figure: ComparedFigure): Column<ComparedSubject> {
    return {
      key: figure,
      title: HEADS[figure],
      numeric: true,
      tier: TIERS[figure],
      className: 'changed',
      tip:
        figure === 'failed'
          ? 'Without what the scenario tolerates'
          : `${figureTitle(figure)}; sorts by what got worse most`,
      value: (row) => worsening(row, figure),
      cell: (row) => ({ nodes: [lines(row, figure)], update: () => undefined }),
    };
  }

  function lines(row: ComparedSubject, figure: ComparedFigure): HTMLElement {
    const values = row.figures[figure];
    return h(
      'span',
      { class: 'stack' },
      runs.map((_, run) => h('span', { class: 'stack-line' }, values ? valueAndChange(row, figure, run) : DASH)),
    );
  }

  function letters(): HTMLElement {
    return h(
      'span',
      { class: 'stack' },
      runs.map((_, index) => h('span', { class: 'stack-line' }, runBadge(index))),
    );
  }

  /** Every figure in its own unit with its judgement in words, those that a narrow view hides, too. */
  function details(row: ComparedSubject): Details<ComparedSubject> {
    const figures = COMPARED_FIGURES.filter((figure) => row.figures[figure]);
    const heads = ['', ...runs.map((_, index) => runMark(index).letter)];
    const cellOf = (figure: ComparedFigure, run: number): Child[] => {
      const { value = null, judgement = null } = row.figures[figure]?.[run] ?? {};
      const before = row.figures[figure]?.[0]?.value ?? null;
      const shown = figureText(figure, value, row.times);
      if (judgement === null) return [shown];
      const change = changeText({ figure, before, after: value });
      const words = [change, judgementText(judgement)].filter(Boolean).join(', ');
      return [shown, h('span', { class: `sub judged ${judgement}` }, words)];
    };
    const table = figureTable({
      caption: `All figures of ${subjectTitle(row.subject)}`,
      className: 'figures',
      heads,
      rows: figures.map((figure) => [figureTitle(figure), ...runs.map((_, run) => cellOf(figure, run))]),
      named: true,
    });
    return { node: h('div', { class: 'detail-body' }, table), update: () => undefined };
  }
}

function nameOf({ subject }: ComparedSubject): HTMLElement {
  if (subject.kind === 'endpoint') return endpointName(subject);
  const name = h('span', { class: 'endpoint all' });
  setText(name, subjectTitle(subject));
  return name;
}

function valueAndChange(row: ComparedSubject, figure: ComparedFigure, run: number): Child[] {
  const values = row.figures[figure];
  const { value = null, judgement = null } = values?.[run] ?? {};
  const shown = h('span', { class: 'stack-value' }, shortText(row, figure, value));
  if (judgement === null) return [shown];
  const change = changeText({ figure, before: values?.[0]?.value ?? null, after: value });
  return [
    shown,
    h(
      'span',
      { class: `judged ${judgement}`, attributes: { title: judgementText(judgement) } },
      h('span', { attributes: { 'aria-hidden': 'true' } }, JUDGEMENT_SIGNS[judgement]),
      ` ${change}`,
      h('span', { class: 'sr' }, `, ${judgementText(judgement)}`),
    ),
  ];
}

/** As in all tables: without the unit that the column's head or the line above says. */
function shortText({ times }: ComparedSubject, figure: ComparedFigure, value: number | null): string {
  if (value === null) return DASH;
  if (figure === 'rate') return significant(value);
  if (figure === 'failed') return figureText(figure, value, false);
  return times ? milliseconds(value) : significant(value);
}

/** By how much a figure got worse at most, as a share of what it was; of failures in points. */
function worsening({ figures }: ComparedSubject, figure: ComparedFigure): number | null {
  const [first, ...others] = figures[figure] ?? [];
  const before = first?.value ?? null;
  const changes = others.flatMap(({ value }) => {
    if (value === null || before === null) return [];
    if (figure === 'failed') return [value - before];
    if (before === 0) return [];
    return [((value - before) / before) * (figure === 'rate' ? -1 : 1)];
  });
  return changes.length === 0 ? null : Math.max(...changes);
}

function summaryOf(subjects: readonly ComparedSubject[]): string {
  const all = subjects.flatMap(({ figures }) => Object.values(figures).flat());
  const of = (judgement: Judgement): number => all.filter((value) => value.judgement === judgement).length;
  const parts = [
    plural(subjects.filter(({ subject }) => subject.kind === 'endpoint').length, 'endpoint'),
    of('worse') > 0 && `${plural(of('worse'), 'figure')} worse`,
    of('better') > 0 && `${plural(of('better'), 'figure')} better`,
    of('worse') + of('better') === 0 && 'no change that could be told from noise',
  ];
  return parts.filter(Boolean).join(' · ');
}
