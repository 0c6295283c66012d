/** The requests of a run by the tags that its author gave them. */
import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { HTTP_TAGS } from './metrics.ts';
import type { RunModel, TimeWindow } from './model.ts';
import { isOfRequests } from './request-totals.ts';
import { requestFigures, type EndpointRow } from './tables.ts';

/** What stands for all values of a tag beyond those that a run tells apart. */
export const OTHER_VALUES = '(other)';

/** The requests with one value of a tag. */
export interface TagRow extends EndpointRow {
  readonly tag: string;
  /** null: those without the tag. */
  readonly value: string | null;
}

/** The tags of scenarios and requests in the file's order, without the built-in ones: the tables of endpoints, scenarios and errors have these. */
export function ownTags({ plan }: RunModel): string[] {
  if (!plan) return [];
  const names = [
    ...plan.scenarios.flatMap(({ tags }) => Object.keys(tags)),
    ...stepLists(plan)
      .flatMap(allSteps)
      .flatMap((step) =>
        'tags' in step ? [...Object.keys(step.tags), ...(step.tagTemplates ?? []).map(([name]) => name)] : [],
      ),
  ];
  return [...new Set(names)].filter((name) => !HTTP_TAGS.includes(name));
}

/**
 * What the run's requests have of a tag, A to Z with numbers as numbers; then what stands for all further values, then null where some are
 * without it. None where that would be one, which tells no requests apart.
 */
export function valuesOf(run: RunModel, tag: string): (string | null)[] {
  const values = new Set<string | null>();
  for (const { definition } of run.histories) if (isOfRequests(definition)) values.add(definition.tags[tag] ?? null);
  return values.size < 2 ? [] : [...values].sort(inOrder);
}

/** One row a value of a tag, and one for the requests without it, so that the rows add up to all requests. */
export function tagRows(run: RunModel, tag: string, window: TimeWindow | null = null): TagRow[] {
  return valuesOf(run, tag).flatMap((value) => {
    const own = (tags: Readonly<Record<string, string>>): boolean => (tags[tag] ?? null) === value;
    const figures = requestFigures(run, `tag\0${tag}\0${value === null ? '' : `=${value}`}`, own, window);
    // In a window only what was there in it.
    if (window && figures.requests === 0) return [];
    return [{ ...figures, tag, value, name: tagValueTitle(tag, value), method: '' }];
  });
}

/** The rows with the most requests, so many of them and in the order that they had, before the others: where not all have room. */
export function mostAskedFirst(rows: readonly TagRow[], most: number): readonly TagRow[] {
  if (rows.length <= most) return rows;
  const first = new Set([...rows].sort((a, b) => b.requests - a.requests).slice(0, most));
  return [...rows.filter((row) => first.has(row)), ...rows.filter((row) => !first.has(row))];
}

/** A row's name. */
function tagValueTitle(tag: string, value: string | null): string {
  if (value === null) return `without ${tag}`;
  return value === '' ? '(empty)' : value;
}

const natural = new Intl.Collator('en', { numeric: true });

function inOrder(a: string | null, b: string | null): number {
  return place(a) - place(b) || natural.compare(a ?? '', b ?? '');
}

function place(value: string | null): number {
  return value === null ? 2 : value === OTHER_VALUES ? 1 : 0;
}
