import { h, icon, type Child } from '../dom.ts';
import { VERDICT_ICONS } from '../requirements.ts';
import { Table, type Column } from '../table.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runMark } from './run-marks.ts';
import type { ComparedRequirement, RequirementResult } from '../../src/report/comparison-model.ts';
import { plural } from '../../src/report/format.ts';
import { verdictWord } from '../../src/report/words.ts';

const WORST_FIRST = ['worse', 'better', 'same', null] as const;

/** Every requirement with each run's verdict and actual value; what changed comes first. */
export function createComparedRequirements(context: ComparisonContext): ComparisonPart {
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
    ...runs.map((run, index): Column<ComparedRequirement> => ({
      key: `run ${index}`,
      title: runMark(index).letter,
      tip: run.name,
      numeric: true,
      cell: ({ results }) => ({ nodes: resultCell(results[index] ?? null), update: () => undefined }),
    })),
  ];
  const table = new Table<ComparedRequirement>({
    caption: 'Requirements: verdict and actual value of each run',
    className: 'compared-requirements',
    key: ({ title }) => title,
    columns,
  });
  table.update(requirements.toSorted((a, b) => rank(a) - rank(b)));
  const none = h('p', { class: 'nothing' }, 'No run sets requirements.');
  section.body.append(requirements.length > 0 ? table.node : none);
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
  return { node: section.node };
}

function resultCell(result: RequirementResult | null): Child[] {
  if (!result) return [h('span', { class: 'hint' }, 'not required')];
  const { verdict, actual, change, margin } = result;
  return [
    h(
      'span',
      { class: `result verdict-${verdict}` },
      h('span', {
        class: `codicon codicon-${VERDICT_ICONS[verdict]} ${verdict}`,
        attributes: { 'aria-hidden': 'true' },
      }),
      h('span', { class: 'word' }, verdictWord(verdict)),
      h('span', { class: 'actual' }, actual),
    ),
    h('span', { class: 'sub' }, margin),
    (change === 'worse' || change === 'better') &&
      h('span', { class: `sub judged ${change}` }, icon(change === 'worse' ? 'close' : 'check'), `${change} than A`),
  ];
}
