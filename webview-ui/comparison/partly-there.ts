import { h, icon } from '../dom.ts';
import { Table } from '../table.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import { count } from '../../src/report/format.ts';
import type { PartlyThere } from '../../src/report/comparison-unlikeness.ts';

/** Endpoints, errors, checks … that some of the runs have and others do not. */
export function createPartlyThere(context: ComparisonContext): ComparisonPart {
  const { runs, partlyThere } = context.comparison;
  const section = context.section('partly-there', 'Not in every run', partlyThere.length > 0);
  section.summary(partlyThere.length === 0 ? 'nothing' : count(partlyThere.length));
  if (partlyThere.length === 0) {
    const text = 'All runs have the same scenarios, endpoints, errors, checks, metrics and requirements.';
    section.body.append(h('p', { class: 'nothing' }, icon('pass'), text));
    return { node: section.node };
  }
  const table = new Table<PartlyThere>({
    caption: 'What some of the runs have and others do not',
    className: 'partly-there',
    key: ({ what, title }) => `${what} ${title}`,
    columns: [
      {
        key: 'what',
        title: 'What',
        className: 'what',
        cell: ({ what, title }) => ({
          nodes: [h('span', { class: 'hint' }, what), ' ', h('span', { class: 'n' }, title)],
          update: () => undefined,
        }),
      },
      {
        key: 'there',
        title: 'In',
        className: 'there',
        cell: ({ there }) => ({
          nodes: runs.flatMap((_, index) => (there[index] === true ? [runBadge(index), ' '] : [])),
          update: () => undefined,
        }),
      },
    ],
  });
  table.update(partlyThere);
  section.body.append(table.node);
  return { node: section.node };
}
