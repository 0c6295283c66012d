import { h, icon, setClass, setText, textButton, type Child } from './dom.ts';
import { createBullet } from './bullet.ts';
import type { Part, ViewContext } from './context.ts';
import { Table, type Column } from './table.ts';
import type { Plan, Threshold } from '../src/scenario/plan.ts';
import type { ThresholdResult, Verdict } from '../src/run/events.ts';
import {
  isOver,
  latencyCaveat,
  margin,
  requirementExpression,
  requirementScope,
  showActual,
  showLimit,
  tallyOf,
  verdictWord,
  worstWindowNote,
} from '../src/report/words.ts';

/** Shapes that differ without colour. */
const VERDICT_ICONS: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  warn: 'warning',
  fail: 'error',
  'no-data': 'question',
  'not-yet': 'ellipsis',
};

/** What a run that is over had not reached has no more to come: no ellipsis. */
export function verdictIcon(verdict: Verdict, over: boolean): string {
  return over && verdict === 'not-yet' ? 'circle-slash' : VERDICT_ICONS[verdict];
}

const WORST_FIRST: readonly Verdict[] = ['fail', 'no-data', 'not-yet', 'warn', 'pass'];

interface Requirement {
  readonly threshold: Threshold;
  readonly result: ThresholdResult;
}

/** The verdict table. Verdicts are about the whole run and do not follow the selected window. */
export function createRequirements(context: ViewContext, plan: Plan): Part {
  const { run } = context;
  const section = context.section('requirements', 'Requirements');
  const table = new Table<Requirement>({
    caption: 'Requirements: verdict, target, actual value and margin of each',
    className: 'requirements',
    key: ({ threshold }) => `${threshold.id} ${requirementExpression(threshold)}`,
    rowClass: ({ result }) => `verdict-${result.verdict}`,
    ...(context.hosted ? { onRowClick: (row: Requirement) => reveal(row.threshold) } : {}),
    columns: columns(),
  });
  if (context.hosted) table.node.classList.add('revealing');
  const none = h('p', { class: 'nothing' }, 'The scenario sets no requirements, so nothing can fail it.');
  section.body.append(plan.thresholds.length > 0 ? table.node : none);

  return {
    node: section.node,
    update() {
      const results = run.thresholds;
      const rows = plan.thresholds.flatMap((threshold): Requirement[] => {
        const result = results.find(({ id }) => id === threshold.id);
        return result ? [{ threshold, result }] : [];
      });
      const over = isOver(run);
      // Worst first once the run is over; in the file's order while it runs, so that rows do not jump.
      const rank = ({ result }: Requirement): number => WORST_FIRST.indexOf(result.verdict);
      table.update(over ? rows.toSorted((a, b) => rank(a) - rank(b)) : rows);
      const final = run.end?.outcome === 'passed' || run.end?.outcome === 'failed';
      section.summary(`${summary(results, final, over)}${over || results.length === 0 ? '' : ' so far'}`);
    },
  };

  function reveal({ range }: Threshold): void {
    context.post({ type: 'reveal', line: range.start.line });
  }

  function columns(): Column<Requirement>[] {
    return [
      { key: 'verdict', title: 'Verdict', className: 'verdict', cell: () => verdictCell(run) },
      { key: 'what', title: 'Requirement', className: 'what', cell: whatCell },
      {
        key: 'scope',
        title: 'Scope',
        tier: 3,
        className: 'scope',
        text: scopeOf,
      },
      { key: 'target', title: 'Target', numeric: true, className: 'target', cell: targetCell },
      {
        key: 'actual',
        title: 'Actual',
        numeric: true,
        className: 'actual',
        cell: actualCell,
      },
      { key: 'margin', title: 'Margin', className: 'margin', cell: marginCell },
    ];
  }

  function whatCell({ threshold }: Requirement): { nodes: Child[]; update: (row: Requirement) => void } {
    const expression = requirementExpression(threshold);
    const title = threshold.name ?? h('code', null, breakable(expression));
    const scope = h('span', { class: 'scope-inline' });
    const note = h('span', { class: 'note' });
    return {
      nodes: [
        context.hosted
          ? textButton('plain name', `Go to line ${threshold.range.start.line + 1}`, () => reveal(threshold), title)
          : h('span', { class: 'name' }, title),
        threshold.name !== null && h('code', { class: 'sub' }, breakable(expression)),
        h('span', { class: 'sub' }, scope, note),
      ],
      update: ({ result }) => {
        setText(scope, scopeOf({ threshold, result }));
        const text = noteOn(result, threshold);
        setText(note, text);
        scope.classList.toggle('more', text !== '' && scope.textContent !== '');
      },
    };
  }

  /** What was never recorded is known at the end. */
  function scopeOf({ threshold, result }: Requirement): string {
    return requirementScope(plan, threshold, isOver(run) ? result : undefined);
  }

  function noteOn(result: ThresholdResult, threshold: Threshold): string {
    if (result.verdict === 'no-data') return isOver(run) ? 'inconclusive' : 'nothing recorded yet';
    const early = result.verdict === 'not-yet' && isOver(run) ? 'the run ended early' : '';
    return [early, worstWindowNote(result), latencyCaveat(run, threshold, result)].filter(Boolean).join(' · ');
  }

  /** A very narrow view has no column for the margin: its words stand below the value then. */
  function actualCell({ threshold }: Requirement): { nodes: Child[]; update: (row: Requirement) => void } {
    const value = h('span');
    const words = h('span', { class: 'sub margin-inline' });
    return {
      nodes: [value, words],
      update: ({ result }) => {
        setText(value, showActual(threshold, result, plan.metrics));
        setText(words, margin(threshold, result));
      },
    };
  }

  function targetCell({ threshold }: Requirement): { nodes: Child[]; update: () => void } {
    const { acceptable } = threshold;
    return {
      nodes: [
        showLimit(threshold, threshold.condition, plan.metrics),
        acceptable && h('span', { class: 'sub n' }, `ok ${showLimit(threshold, acceptable, plan.metrics)}`),
      ],
      update: () => undefined,
    };
  }
}

/** A long selector breaks before its tags and before its condition, not within a word. */
function breakable(expression: string): Child[] {
  return expression
    .split(/(?=[{])|(?<=: )/)
    .flatMap((part, index): Child[] => (index === 0 ? [part] : [h('wbr'), part]));
}

function verdictCell(run: ViewContext['run']): { nodes: Child[]; update: (row: Requirement) => void } {
  const mark = icon('blank');
  const word = h('span', { class: 'word' });
  return {
    nodes: [mark, word],
    update: ({ result: { verdict } }) => {
      setClass(mark, `codicon codicon-${verdictIcon(verdict, isOver(run))} ${verdict}`);
      setText(word, verdictWord(verdict, isOver(run)));
    },
  };
}

function marginCell({ threshold }: Requirement): { nodes: Child[]; update: (row: Requirement) => void } {
  const bullet = createBullet(threshold);
  const words = h('span', { class: 'sub' });
  return {
    nodes: [bullet.node, words],
    update: ({ result }) => {
      bullet.update(result);
      setText(words, margin(threshold, result));
    },
  };
}

/** `1 failed · 6 passed`; before the verdict is final, `1 failing · 6 passing`. */
function summary(results: readonly ThresholdResult[], final: boolean, over: boolean): string {
  if (results.length === 0) return 'none';
  const tally = tallyOf(results);
  const notYet = verdictWord('not-yet', over);
  const words: Readonly<Record<Verdict, string>> = final
    ? { fail: 'failed', 'no-data': 'no data', 'not-yet': notYet, warn: 'warned', pass: 'passed' }
    : { fail: 'failing', 'no-data': 'no data', 'not-yet': notYet, warn: 'warning', pass: 'passing' };
  const parts = WORST_FIRST.filter((verdict) => tally[verdict] > 0).map(
    (verdict) => `${tally[verdict]} ${words[verdict]}`,
  );
  return parts.join(' · ');
}
