import type { Part, ViewContext } from './context.ts';
import { requestColumns, tolerates } from './endpoints.ts';
import { h, textButton } from './dom.ts';
import { Table } from './table.ts';
import type { StageWindow } from '../src/scenario/schedule/index.ts';
import { totalRow, type EndpointRow } from '../src/run/tables.ts';
import { clockRange, count, plural } from '../src/report/format.ts';

interface Row {
  readonly stage: StageWindow;
  /** null: the run has not come there. */
  readonly total: EndpointRow | null;
  readonly reached: boolean;
}

/** The figures of all requests by stage: what ended while the stage ran. */
export function createStages(context: ViewContext): Part {
  const { run } = context;
  const { stages } = run;
  const section = context.section('stages', 'Stages', stages.length > 4);
  const scenarios = new Set(stages.map(({ scenario }) => scenario));
  const done = new Map<StageWindow, Row>();
  const [requests, ...figures] = requestColumns<Row>(({ total }) => total, tolerates(context), false);
  const table = new Table<Row>({
    caption: 'Requests by stage. Times in milliseconds.',
    className: 'stages',
    key: ({ stage }) => `${stage.scenario} ${stage.name} ${stage.fromMs}`,
    rowClass: ({ reached }) => (reached ? '' : 'unreached'),
    columns: [
      {
        key: 'name',
        title: 'Stage',
        className: 'what',
        cell: ({ stage }) => ({ nodes: nameOf(stage), update: () => undefined }),
      },
      ...(requests
        ? [
            {
              ...requests,
              text: ({ total, reached }: Row) => (reached ? count(total?.requests ?? 0) : 'not reached'),
            },
          ]
        : []),
      ...figures,
    ],
  });
  section.body.append(table.node);
  section.node.hidden = stages.length === 0;
  return {
    node: section.node,
    update() {
      section.summary(plural(stages.length, 'stage'));
      if (section.open) table.update(stages.map(rowOf));
    },
  };

  function nameOf(stage: StageWindow): Node[] {
    const name = scenarios.size > 1 ? `${stage.scenario}: ${stage.name}` : stage.name;
    const range = h('span', { class: 'sub inline n' }, clockRange(stage.fromMs, stage.toMs));
    return [
      textButton(
        'plain',
        'Select this window',
        () => context.setWindow({ fromMs: stage.fromMs, toMs: stage.toMs }),
        name,
        ' ',
        range,
      ),
    ];
  }

  /** A stage that is over does not change any more. */
  function rowOf(stage: StageWindow): Row {
    const known = done.get(stage);
    if (known) return known;
    const reached = stage.fromMs < run.elapsedMs;
    const row = { stage, reached, total: reached ? totalRow(run, { fromMs: stage.fromMs, toMs: stage.toMs }) : null };
    if (run.elapsedMs > stage.toMs + 1000 || context.state !== 'live') done.set(stage, row);
    return row;
  }
}
