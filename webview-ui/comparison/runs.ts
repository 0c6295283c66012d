/** Who is compared: a row a run. */
import { h, icon, iconButton, textButton, type Child } from '../dom.ts';
import { TONE_ICONS } from '../headline.ts';
import { Table, type Column } from '../table.ts';
import type { ComparisonContext, ComparisonPart } from './context.ts';
import { runBadge } from './run-badge.ts';
import { runMark } from './run-marks.ts';
import type { ComparedRun } from '../../src/report/comparison-model.ts';
import { clock, count, percent } from '../../src/report/format.ts';
import { dateText } from '../dates.ts';

interface Row {
  readonly index: number;
  readonly run: ComparedRun;
}

export function createComparedRuns(context: ComparisonContext): ComparisonPart {
  const { runs, baselines } = context.comparison;
  const section = context.section('runs', 'Runs');
  const still = (nodes: readonly Child[]): { nodes: readonly Child[]; update: () => void } => ({
    nodes,
    update: () => undefined,
  });
  const files = new Set(runs.map(({ file }) => file));
  const columns: Column<Row>[] = [
    { key: 'run', title: 'Run', className: 'what', cell: (row) => still(nameOf(row)) },
    { key: 'verdict', title: 'Verdict', className: 'compared-verdict', cell: ({ run }) => still(verdictOf(run)) },
    { key: 'environment', title: 'Environment', tier: 3, text: ({ run }) => run.environment ?? '–' },
    { key: 'length', title: 'Length', numeric: true, text: ({ run }) => clock(run.elapsedMs) },
    { key: 'requests', title: 'Requests', numeric: true, tier: 1, text: ({ run }) => count(run.requests) },
    {
      key: 'failed',
      title: 'Failed',
      numeric: true,
      tier: 4,
      text: ({ run }) => (run.requests > 0 ? percent(run.failed / run.requests) : '–'),
    },
    { key: 'generator', title: 'Generator', tier: 2, cell: ({ run }) => still(generatorOf(run)) },
    ...(context.hosted
      ? [{ key: 'actions', title: 'Actions', className: 'actions', cell: (row: Row) => still(actionsOf(row)) }]
      : []),
  ];
  const table = new Table<Row>({
    caption: 'The runs that are compared: the baseline first, all others are set beside it',
    className: 'compared-runs',
    key: ({ index }) => String(index),
    columns,
  });
  table.update(runs.map((run, index) => ({ index, run })));
  section.body.append(table.node);
  const letters = runs.flatMap(({ role }, index) => (role === 'baseline' ? [runMark(index).letter] : []));
  section.summary(`${runs.length} · the others against ${letters.join(', ')}`);
  return { node: section.node };

  function nameOf({ index, run }: Row): Child[] {
    const when = dateText(run.startedMs);
    const title = h('span', { class: 'run-when' }, when);
    const about = [run.name === when ? '' : run.name, files.size > 1 ? run.file : '', ...run.overrides];
    return [
      h(
        'span',
        { class: 'run-name' },
        runBadge(index),
        context.hosted
          ? textButton(
              'plain name',
              'Show the results of this run',
              () => context.post({ type: 'open-run', run: index }),
              title,
            )
          : title,
        roleOf(run),
      ),
      h('span', { class: 'sub' }, about.filter((text) => text !== '').join(' · ')),
    ];
  }

  function actionsOf({ index, run }: Row): Child[] {
    const name = dateText(run.startedMs);
    return [
      (index > 0 || baselines > 1) &&
        iconButton('arrow-up', `Compare the others with this run, ${name}`, () =>
          context.post({ type: 'set-first', run: index }),
        ),
      index >= baselines &&
        runs.length - baselines > 1 &&
        iconButton('pin', `Count as a repeat of the baseline, ${name}`, () =>
          context.post({ type: 'repeat', run: index, on: true }),
        ),
      index < baselines &&
        baselines > 1 &&
        iconButton('pinned', `No repeat of the baseline any more, ${name}`, () =>
          context.post({ type: 'repeat', run: index, on: false }),
        ),
      runs.length > 2 &&
        iconButton('close', `Leave this run out, ${name}`, () => context.post({ type: 'leave-out', run: index })),
    ];
  }
}

function roleOf({ role, pinned }: ComparedRun): Child {
  if (role === 'baseline') return h('span', { class: 'pin' }, pinned && icon('pinned'), 'baseline');
  return role === 'left-out' && h('span', { class: 'pin', attributes: { title: 'See the notes' } }, 'does not count');
}

function verdictOf({ tone, verdict }: ComparedRun): Child[] {
  return [
    h('span', { class: `codicon codicon-${TONE_ICONS[tone]} tone-${tone}`, attributes: { 'aria-hidden': 'true' } }),
    h('span', null, verdict),
  ];
}

function generatorOf({ generator }: ComparedRun): Child[] {
  if (!generator) return ['–'];
  const good = generator.trust === 'trustworthy';
  return [
    h(
      'span',
      { class: `trust ${good ? 'good' : 'bad'}`, attributes: { title: generator.reason } },
      icon(good ? 'verified' : 'warning'),
      ' ',
      generator.words.replace(/^generator /, ''),
    ),
  ];
}
