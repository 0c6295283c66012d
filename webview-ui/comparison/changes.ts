/** What changed of all requests, of each endpoint, and of the scenario's own trends. */
import { h, setText, type Child } from '../dom.ts';
import { endpointName } from '../endpoint-name.ts';
import { Table, type Column, type Details, type Tier } from '../table.ts';
import { figureTable } from '../table-twin.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import { runMark } from './run-marks.ts';
import { ComparedWindow } from './compared-window.ts';
import { methodNote } from '../../src/report/comparison-notes.ts';
import type { ComparedSubject } from '../../src/report/comparison-model.ts';
import type { ComparedFigures } from '../../src/report/compared-subjects.ts';
import {
  changeText,
  figureText,
  figureTitle,
  JUDGEMENT_SIGNS,
  judgementText,
  spreadText,
  subjectTitle,
} from '../../src/report/comparison-words.ts';
import { clockRange, DASH, duration, exact, milliseconds, plural, significant } from '../../src/report/format.ts';
import { subjectKey } from '../../src/run/compared-blocks.ts';
import { COMPARED_FIGURES, type ComparedFigure } from '../../src/run/compared-figures.ts';
import type { Judgement } from '../../src/run/judged-changes.ts';
import type { TimeWindow } from '../../src/run/model.ts';

const TIERS: Readonly<Record<ComparedFigure, Tier>> = { rate: 4, failed: 1, p50: 3, p95: 0, p99: 2 };
const HEADS: Readonly<Record<ComparedFigure, string>> = {
  rate: 'req/s',
  failed: 'Failed',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
};

export interface ComparedChanges extends ComparisonPart {
  /** After a change of the window. */
  update(): void;
}

export function createChanges(context: ComparisonContext): ComparedChanges {
  const { comparison } = context;
  const { runs, baselines, pairs } = comparison;
  const section = context.section('changes', 'Changes');
  const windows = new ComparedWindow(comparison);
  const against = runs.flatMap(({ role }, index) => (role === 'baseline' ? [runMark(index).letter] : []));
  const table = new Table<ComparedSubject>({
    caption: `What changed of each endpoint and metric against run ${against.join(', ')}. Times in milliseconds.`,
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
  const signs = (['worse', 'better', 'same'] as const).map((one) => `${JUDGEMENT_SIGNS[one]} ${judgementText(one)}`);
  const mean = against.length > 1 ? `the mean of ${against.join(', ')}` : 'A';
  const notes = h('div');
  section.body.append(
    h('p', { class: 'hint unit-line' }, `Times in ms, changes against ${mean}: ${signs.join(', ')}.`),
    table.node,
    notes,
  );
  return { node: section.node, update };

  function update(): void {
    const { window } = context;
    const windowed = window && windows.over(window);
    const subjects = windowed?.subjects ?? comparison.subjects;
    table.update(subjects);
    section.summary(summaryOf(subjects));
    const methods = windowed
      ? windowed.judged.map((judged, index) => methodNote(judged, pairs[index]?.sameLoad ?? false, 'in the window'))
      : pairs.map(({ method }) => method);
    notes.replaceChildren(
      ...(window && windowed ? stepNote(window, windowed.window) : []),
      ...[...new Set(methods)].map((method) => noteOf(method, methods)),
    );
  }

  /** Endpoints of long runs are known in steps: the figures are of as much of the window as holds whole ones. */
  function stepNote(selected: TimeWindow, shown: TimeWindow): HTMLElement[] {
    if (Math.abs(selected.fromMs - shown.fromMs) < 500 && Math.abs(selected.toMs - shown.toMs) < 500) return [];
    const steps = `endpoints are kept in steps of ${duration(comparison.stepMs, exact)}`;
    return [h('p', { class: 'hint' }, `Figures of ${clockRange(shown.fromMs, shown.toMs)}: ${steps}.`)];
  }

  /** Of runs of several lengths, the blocks differ: then it is said of which runs a note is. */
  function noteOf(method: string, methods: readonly string[]): HTMLElement {
    const badges = methods.flatMap((one, index) => (one === method ? [runBadge(baselines + index), ' '] : []));
    return h('p', { class: 'hint method-note' }, badges.length < 2 * methods.length && badges, method);
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
      cell: () => {
        const stack = h('span', { class: 'stack' });
        return { nodes: [stack], update: (row) => stack.replaceChildren(...lines(row, figure)) };
      },
    };
  }

  function lines(row: ComparedSubject, figure: ComparedFigure): HTMLElement[] {
    const figures = row.figures[figure];
    return runs.map((_, run) =>
      h('span', { class: 'stack-line' }, figures ? valueAndChange(row, figure, figures, run) : DASH),
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
    const node = h('div', { class: 'detail-body figures-body', attributes: { tabindex: 0, role: 'region' } });
    node.setAttribute('aria-label', `All figures of ${subjectTitle(row.subject)}`);
    return { node, update: (next) => node.replaceChildren(allFigures(next)) };
  }

  function allFigures(row: ComparedSubject): HTMLElement {
    const heads = [
      '',
      ...runs.slice(0, baselines).map((_, index) => runMark(index).letter),
      ...(baselines > 1 ? ['mean'] : []),
      ...runs.slice(baselines).map((_, index) => runMark(baselines + index).letter),
    ];
    return figureTable({
      caption: `All figures of ${subjectTitle(row.subject)}`,
      className: 'figures',
      heads,
      rows: COMPARED_FIGURES.flatMap((figure) => {
        const figures = row.figures[figure];
        return figures ? [[figureTitle(figure), ...cellsOf(row, figure, figures)]] : [];
      }),
      named: true,
    });
  }

  function cellsOf(row: ComparedSubject, figure: ComparedFigure, figures: ComparedFigures): Child[][] {
    const { baseline, spread, values } = figures;
    const cells = values.map(({ value, judgement, why }): Child[] => {
      const shown = figureText(figure, value, row.times);
      if (judgement === null) return [shown];
      const change = changeText({ figure, before: baseline, after: value });
      const words = [change, judgementText(judgement, why)].filter(Boolean).join(', ');
      return [shown, h('span', { class: `sub judged ${judgement}` }, words)];
    });
    const mean = [figureText(figure, baseline, row.times), h('span', { class: 'sub' }, spreadText(figure, spread))];
    return baselines > 1 ? [...cells.slice(0, baselines), mean, ...cells.slice(baselines)] : cells;
  }
}

function nameOf({ subject }: ComparedSubject): HTMLElement {
  if (subject.kind === 'endpoint') return endpointName(subject);
  const name = h('span', { class: 'endpoint all' });
  setText(name, subjectTitle(subject));
  return name;
}

function valueAndChange(
  row: ComparedSubject,
  figure: ComparedFigure,
  { baseline, values }: ComparedFigures,
  run: number,
): Child[] {
  const { value = null, judgement = null, why = null } = values[run] ?? {};
  const shown = h('span', { class: 'stack-value' }, shortText(row, figure, value));
  if (judgement === null) return [shown];
  const change = changeText({ figure, before: baseline, after: value });
  const words = judgementText(judgement, why);
  return [
    shown,
    h(
      'span',
      { class: `judged ${judgement}`, attributes: { title: words } },
      h('span', { attributes: { 'aria-hidden': 'true' } }, JUDGEMENT_SIGNS[judgement]),
      ` ${change}`,
      h('span', { class: 'sr' }, `, ${words}`),
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
  const { baseline: before = null, values = [] } = figures[figure] ?? {};
  const changes = values.flatMap(({ value, judgement }) => {
    if (value === null || before === null || judgement === null) return [];
    if (figure === 'failed') return [value - before];
    if (before === 0) return [];
    return [((value - before) / before) * (figure === 'rate' ? -1 : 1)];
  });
  return changes.length === 0 ? null : Math.max(...changes);
}

function summaryOf(subjects: readonly ComparedSubject[]): string {
  const all = subjects.flatMap(({ figures }) => Object.values(figures).flatMap(({ values }) => values));
  const of = (judgement: Judgement): number => all.filter((value) => value.judgement === judgement).length;
  const parts = [
    plural(subjects.filter(({ subject }) => subject.kind === 'endpoint').length, 'endpoint'),
    of('worse') > 0 && `${plural(of('worse'), 'figure')} worse`,
    of('better') > 0 && `${plural(of('better'), 'figure')} better`,
    of('worse') + of('better') === 0 && 'no change that could be told from noise',
  ];
  return parts.filter(Boolean).join(' · ');
}
