/** The figures of all requests by stage, by scenario and by group: the same columns as those of the endpoints. */
import type { ChartData } from './chart-data.ts';
import type { Part, ViewContext } from './context.ts';
import { h, setHidden, setText, textButton, type Child } from './dom.ts';
import { requestColumns, tolerates } from './endpoints.ts';
import { sparkColumn } from './sparkline.ts';
import { Table, type Column } from './table.ts';
import { clockRange, count, duration, milliseconds, plural } from '../src/report/format.ts';
import { groupRows, scenarioRows, stageRows, type GroupRow, type LoadRow } from '../src/run/tables.ts';

export type WindowedPart = Part & { updateWindow(): void };

/** By the requests' tag `stage`: the same requests that a threshold on it judges. */
export function createStages(context: ViewContext, data: ChartData): WindowedPart {
  const { run } = context;
  const section = context.section('stages', 'Stages', run.stages.length > 4);
  const several = new Set(run.stages.map(({ scenario }) => scenario)).size > 1;
  const table = loadTable(context, data, 'stages', 'Stage', ({ scenario, name }) =>
    several ? `${scenario}: ${name}` : name,
  );
  section.body.append(table.node);
  setHidden(section.node, run.stages.length === 0);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    section.summary(plural(new Set(run.stages.map(({ scenario, name }) => `${scenario}\0${name}`)).size, 'stage'));
    if (section.open && run.stages.length > 0) table.update(stageRows(run, context.window));
  }
}

/** Not there where the file has only one. */
export function createScenarios(context: ViewContext, data: ChartData): WindowedPart {
  const { run } = context;
  const scenarios = run.plan?.scenarios.length ?? 0;
  const section = context.section('scenarios', 'Scenarios');
  const table = loadTable(context, data, 'scenarios', 'Scenario', ({ name }) => name);
  section.body.append(table.node);
  setHidden(section.node, scenarios < 2);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    section.summary(plural(scenarios, 'scenario'));
    if (section.open && scenarios > 1) table.update(scenarioRows(run, context.window));
  }
}

function loadTable(
  context: ViewContext,
  data: ChartData,
  className: string,
  title: string,
  nameOf: (row: LoadRow) => string,
): Table<LoadRow> {
  const { run } = context;
  const reached = ({ window }: LoadRow): boolean => window.fromMs < run.elapsedMs;
  const [requests, ...figures] = requestColumns<LoadRow>(
    (row) => (row.requests > 0 ? row : null),
    tolerates(context),
    true,
  );
  return new Table<LoadRow>({
    caption: `Requests by ${title.toLowerCase()}. Times in milliseconds.`,
    className,
    key: ({ scenario, stage }) => `${scenario} ${stage ?? ''}`,
    rowClass: (row) => `${reached(row) ? '' : 'unreached'} ${row.failed > 0 ? 'failing' : ''}`.trim(),
    columns: [
      { key: 'name', title, className: 'what', value: ({ window }) => window.fromMs, cell: nameCell },
      ...(requests
        ? [{ ...requests, text: (row: LoadRow) => (reached(row) ? count(row.requests) : 'not reached') }]
        : []),
      ...figures,
      sparkColumn<LoadRow>(context, data, (row) => ({
        name: nameOf(row),
        matches: (tags) => tags['scenario'] === row.scenario && (row.stage === null || tags['stage'] === row.stage),
      })),
    ],
  });

  function nameCell(row: LoadRow): { nodes: Child[]; update: (row: LoadRow) => void } {
    const range = h('span', { class: 'sub inline n' });
    let { window } = row;
    const button = textButton('plain', 'Select this window', () => context.setWindow(window), nameOf(row), ' ', range);
    return {
      nodes: [button],
      update: (next) => {
        ({ window } = next);
        setText(range, clockRange(window.fromMs, window.toMs));
      },
    };
  }
}

/** How long each pass of a group took, and its requests. Not there where the file has none. */
export function createGroups(context: ViewContext, data: ChartData): WindowedPart {
  const { run } = context;
  const section = context.section('groups', 'Groups');
  const time = (key: string, title: string, tier: 0 | 1 | 2 | 3, value: (row: GroupRow) => number | null) =>
    ({
      key,
      title,
      tier,
      numeric: true,
      tip: 'Of a pass through the group, think time included, in ms',
      value,
      text: (row) => milliseconds(value(row)),
    }) satisfies Column<GroupRow>;
  const percentile = (p: number, tier: 0 | 1 | 2 | 3): Column<GroupRow> =>
    time(`p${p}`, `p${p}`, tier, ({ times }) => times.percentile(p));
  const table = new Table<GroupRow>({
    caption: 'Passes through groups. Times in milliseconds.',
    className: 'groups',
    key: ({ group }) => group,
    rowClass: ({ failed }) => (failed > 0 ? 'failing' : ''),
    columns: [
      { key: 'name', title: 'Group', className: 'what', value: ({ name }) => name, text: ({ name }) => name },
      {
        key: 'passes',
        title: 'Passes',
        numeric: true,
        value: ({ times }) => times.count,
        text: ({ times }) => count(times.count),
      },
      ...requestColumns<GroupRow>((row) => row, false, true)
        .filter(({ key }) => key === 'requests' || key === 'failed')
        .map((column) => (column.key === 'requests' ? { ...column, tier: 2 as const } : column)),
      time('average', 'avg', 3, ({ times }) => times.average),
      percentile(50, 1),
      percentile(95, 0),
      percentile(99, 1),
      time('max', 'max', 3, ({ times }) => times.highest),
      sparkColumn<GroupRow>(context, data, ({ name, group }) => ({
        name: `requests of ${name}`,
        matches: (tags) => tags['group'] === group || tags['group']?.startsWith(`${group}::`) === true,
      })),
    ],
  });
  section.body.append(h('p', { class: 'hint' }, 'Times of whole passes, in ms.'), table.node);
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    const rows = groupRows(run, context.window);
    // Once there, the section stays: in some window there may be no pass.
    if (rows.length > 0 || !context.window) setHidden(section.node, rows.length === 0);
    table.update(rows);
    const slowest = Math.max(...rows.map(({ times }) => times.percentile(95) ?? 0));
    section.summary(
      rows.length > 0 ? `${plural(rows.length, 'group')} · slowest p95 ${duration(slowest)}` : 'none in this window',
    );
  }
}
