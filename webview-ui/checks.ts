import type { Part, ViewContext } from './context.ts';
import { h, icon, setClass, setHidden } from './dom.ts';
import { Table } from './table.ts';
import { checkRows, type CheckRow } from '../src/run/tables.ts';
import { count, DASH, percent } from '../src/report/format.ts';

/** The named checks: how often each held. The section is not there where the run has none. */
export function createChecks(context: ViewContext): Part & { updateWindow(): void } {
  const { run } = context;
  const section = context.section('checks', 'Checks', false);
  const table = new Table<CheckRow>({
    caption: 'Checks',
    className: 'checks',
    key: ({ group, name }) => `${group} ${name}`,
    rowClass: ({ fails }) => (fails > 0 ? 'failing' : ''),
    columns: [
      {
        key: 'name',
        title: 'Check',
        className: 'what',
        value: ({ name }) => name,
        cell: ({ group, name }) => {
          const mark = icon('blank');
          return {
            nodes: [mark, name, group !== '' && h('span', { class: 'sub inline' }, group)],
            update: ({ fails }) => setClass(mark, `codicon codicon-${fails > 0 ? 'error fail' : 'pass pass'}`),
          };
        },
      },
      { key: 'passes', title: 'Passed', numeric: true, value: (row) => row.passes, text: (row) => count(row.passes) },
      {
        key: 'fails',
        title: 'Failed',
        numeric: true,
        className: 'failed',
        value: (row) => row.fails,
        text: (row) => count(row.fails),
      },
      { key: 'share', title: 'Share', numeric: true, text: (row) => share(row.passes, row.fails) },
    ],
  });
  section.body.append(table.node);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    const rows = checkRows(run, context.window);
    setHidden(section.node, rows.length === 0 && context.window === null);
    table.update(rows);
    const passes = rows.reduce((sum, row) => sum + row.passes, 0);
    const fails = rows.reduce((sum, row) => sum + row.fails, 0);
    section.summary(rows.length > 0 ? `${rows.length} · ${share(passes, fails)} passed` : 'none');
  }
}

function share(passes: number, fails: number): string {
  return passes + fails > 0 ? percent(passes / (passes + fails)) : DASH;
}
