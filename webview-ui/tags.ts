/** The figures of all requests by the tags that their author gave them: the same columns as those of the endpoints. */
import type { ChartData } from './chart-data.ts';
import type { ViewContext } from './context.ts';
import { h, setHidden, toggleButton } from './dom.ts';
import { requestColumns, tolerates } from './endpoints.ts';
import type { WindowedPart } from './loads.ts';
import { sparkColumn } from './sparkline.ts';
import { Table } from './table.ts';
import { plural } from '../src/report/format.ts';
import { OTHER_VALUES, ownTags, tagRows, valuesOf, type TagRow } from '../src/run/tag-tables.ts';

interface TagTable {
  readonly tag: string;
  readonly button: HTMLButtonElement;
  readonly table: Table<TagRow>;
}

/** A table for one tag at a time, which the reader picks. Not there where the scenario has no tags of its own that tell requests apart. */
export function createTags(context: ViewContext, data: ChartData): WindowedPart {
  const { run } = context;
  const section = context.section('tags', 'Tags');
  const tables = ownTags(run).map((tag): TagTable => {
    const button = toggleButton(`Requests by ${tag}`, tag, () => {
      context.keepUi({ tag });
      updateWindow();
    });
    return { tag, button, table: tagTable(context, data, tag) };
  });
  const choice = h(
    'div',
    { class: 'tools choice', attributes: { role: 'group', 'aria-label': 'Tag to group requests by' } },
    h('span', { class: 'hint' }, 'By'),
    tables.map(({ button }) => button),
  );
  const none = h('p', { class: 'nothing' }, 'No request was made in this window.');
  section.body.append(
    choice,
    h('p', { class: 'hint unit-hint' }, 'Times in ms.'),
    ...tables.map(({ table }) => table.node),
    none,
  );
  return { node: section.node, update: updateWindow, updateWindow };

  function updateWindow(): void {
    const found = tables
      .map((one) => ({ ...one, values: valuesOf(run, one.tag) }))
      .filter(({ values }) => values.length > 0);
    const shown = found.find(({ tag }) => tag === context.ui.tag) ?? found[0];
    setHidden(section.node, !shown);
    setHidden(choice, found.length < 2);
    for (const { tag, button, table } of tables) {
      setHidden(button, !found.some((one) => one.tag === tag));
      setHidden(table.node, tag !== shown?.tag);
      button.setAttribute('aria-pressed', String(tag === shown?.tag));
    }
    if (!shown) return;
    const { tag, table } = shown;
    const values = shown.values.filter((value) => value !== null);
    const apart = values.filter((value) => value !== OTHER_VALUES);
    const more = apart.length < values.length ? ' and others' : '';
    section.summary(
      found.length > 1 ? found.map((one) => one.tag).join(', ') : `${tag}: ${plural(apart.length, 'value')}${more}`,
    );
    if (!section.open) return;
    const rows = tagRows(run, tag, context.window);
    table.update(rows);
    setHidden(table.node, rows.length === 0);
    setHidden(none, rows.length > 0);
  }
}

function tagTable(context: ViewContext, data: ChartData, tag: string): Table<TagRow> {
  return new Table<TagRow>({
    caption: `Requests by the tag ${tag}. Times in milliseconds.`,
    className: 'tags',
    key: ({ value }) => (value === null ? '' : `=${value}`),
    pinned: ({ value }) => value === null,
    rowClass: ({ failed }) => (failed > 0 ? 'failing' : ''),
    columns: [
      {
        key: 'name',
        title: tag,
        className: 'what',
        value: ({ name }) => name,
        cell: ({ name, value }) => ({
          nodes: [h('span', { class: value === null ? 'sub' : 'name', attributes: { title: name } }, name)],
          update: () => undefined,
        }),
      },
      ...requestColumns<TagRow>((row) => row, tolerates(context), true),
      sparkColumn<TagRow>(context, data, (row) => ({
        name: `${tag} ${row.name}`,
        matches: (tags) => (tags[tag] ?? null) === row.value,
      })),
    ],
  });
}
