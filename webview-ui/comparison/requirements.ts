import { h, icon, setHidden, type Child } from '../dom.ts';
import { verdictIcon } from '../requirements.ts';
import { Table, type Column } from '../table.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import type { ComparedRequirement, RequirementResult } from '../../src/report/comparison-model.ts';
import { plural } from '../../src/report/format.ts';
import { verdictWord } from '../../src/report/words.ts';

const WORST_FIRST = ['worse', 'better', 'same', null] as const;

/** Every requirement with each run's verdict and actual value; what changed comes first. */
export function createComparedRequirements(context: ComparisonContext): ComparisonPart & { update(): void } {
  const { runs, requirements } = context.comparison;
  const section = context.section('requirements', 'Requirements');
  const changesOf = ({ results }: ComparedRequirement): readonly RequirementResult['change'][] =>
    results.map((result) => result?.change ?? null);
  const rank = (row: ComparedRequirement): number => WORST_FIRST.findIndex((change) => changesOf(row).includes(change));
  const columns: Column<ComparedRequirement>[] = [
    { key: 'what', title: 'Requirement', className: 'what', text: ({ title }) => title },
    {
      key: 'target',
      title: 'Target',
      numeric: true,
      tier: 1,
      text: ({ results }) => results.find((result) => result !== null)?.limit ?? '',
    },
    { key: 'runs', title: 'Run', className: 'letters', cell: () => still(runs.map((_, index) => runBadge(index))) },
    { key: 'result', title: 'Actual', className: 'results', cell: ({ results }) => still(results.map(resultLine)) },
    {
      key: 'margin',
      title: 'Margin',
      className: 'margins',
      tier: 2,
      cell: ({ results }) => still(results.map((result) => result?.margin ?? '')),
    },
  ];
  const table = new Table<ComparedRequirement>({
    caption: 'Requirements: verdict and actual value of each run',
    className: 'compared-requirements',
    key: ({ title }) => title,
    columns,
  });
  table.update(requirements.toSorted((a, b) => rank(a) - rank(b)));
  const none = h('p', { class: 'nothing' }, 'No run sets requirements.');
  const whole = h('p', { class: 'hint' }, 'A requirement judges its whole run, so a window changes nothing here.');
  section.body.append(whole, requirements.length > 0 ? table.node : none);
  const worse = requirements.filter((row) => changesOf(row).includes('worse')).length;
  const better = requirements.filter(
    (row) => !changesOf(row).includes('worse') && changesOf(row).includes('better'),
  ).length;
  section.summary(
    requirements.length === 0
      ? 'none'
      : [plural(requirements.length, 'requirement'), worse > 0 && `${worse} worse`, better > 0 && `${better} better`]
          .filter(Boolean)
          .join(' · '),
  );
  return { node: section.node, update: () => setHidden(whole, context.window === null || requirements.length === 0) };
}

/** A line for each run. */
function still(lines: readonly Child[]): { nodes: Child[]; update: () => void } {
  const stack = h(
    'span',
    { class: 'stack' },
    lines.map((line) => h('span', { class: 'stack-line' }, line)),
  );
  return { nodes: [stack], update: () => undefined };
}

function resultLine(result: RequirementResult | null): HTMLElement {
  if (!result) return h('span', { class: 'hint' }, 'not required');
  const { verdict, actual, change } = result;
  return h(
    'span',
    { class: `result verdict-${verdict}` },
    h('span', {
      class: `codicon codicon-${verdictIcon(verdict, true)} ${verdict}`,
      attributes: { 'aria-hidden': 'true' },
    }),
    h('span', { class: 'word' }, verdictWord(verdict, true)),
    h('span', { class: 'actual n' }, actual),
    (change === 'worse' || change === 'better') &&
      h('span', { class: `judged ${change}` }, icon(change === 'worse' ? 'close' : 'check'), change),
  );
}
