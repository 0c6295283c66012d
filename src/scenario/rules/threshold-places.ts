import { BUILT_IN_METRICS } from '../built-in-metrics.ts';
import { parseCondition, type MetricShape } from '../conditions.ts';
import { parseSelector, type SelectorTag } from '../selectors.ts';
import type { Condition, Threshold } from '../plan.ts';
import { entryOf, spanWithin, type ScalarNode, type SourceEntry, type SourceNode, type Span } from '../source.ts';
import type { RuleContext } from './rule.ts';

/** A metric under `thresholds`, with its tags, where they stand and what is asked of it. */
export interface SelectorPlace {
  readonly entry: SourceEntry;
  readonly metric: MetricShape;
  readonly metricSpan: Span;
  readonly tags: readonly SelectorTag[];
  /** As the samples have it: groups with `::` before them. */
  readonly tagValues: Readonly<Record<string, string>>;
  readonly requirements: readonly RequirementPlace[];
}

export interface RequirementPlace {
  readonly expect: ConditionPlace;
  readonly acceptable: ConditionPlace | null;
  readonly threshold: Threshold;
  /** Null in a list, where the requirement is one of several. */
  readonly only: boolean;
}

export interface ConditionPlace {
  readonly condition: Condition;
  readonly node: ScalarNode;
}

/** The thresholds of the file that are right, with their places. */
export function selectorPlaces({ document, plan }: Pick<RuleContext, 'document' | 'plan'>): SelectorPlace[] {
  const { root, lines, text } = document;
  const section = entryOf(root ?? undefined, 'thresholds')?.value;
  const byPlace = new Map(plan.thresholds.map((threshold) => [placeOf(threshold.range.start), threshold]));
  const metrics: readonly MetricShape[] = [...BUILT_IN_METRICS, ...plan.metrics];
  return (section?.kind === 'map' ? section.entries : []).flatMap((entry) => {
    const parsed = parseSelector(entry.key);
    const metric = parsed.ok ? metrics.find(({ name }) => name === parsed.metric) : undefined;
    if (!parsed.ok || !metric) return [];
    const key: ScalarNode = { kind: 'scalar', value: entry.key, span: entry.keySpan };
    const within = (span: Span): Span => spanWithin(text, key, span);
    const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    const requirements = items.flatMap((item) => {
      const expect = item.kind === 'map' ? entryOf(item, 'expect')?.value : item;
      const threshold = expect && byPlace.get(placeOf(lines.position(expect.span.start)));
      if (expect?.kind !== 'scalar' || !threshold) return [];
      const acceptable = conditionAt(entryOf(item, 'acceptable')?.value, metric);
      const only = items.length === 1;
      return [{ expect: { condition: threshold.condition, node: expect }, acceptable, threshold, only }];
    });
    const tags = parsed.tags.map((tag) => ({
      ...tag,
      nameSpan: within(tag.nameSpan),
      valueSpan: within(tag.valueSpan),
    }));
    const tagValues = Object.fromEntries(
      tags.map(({ name, value }) => [name, name === 'group' && !value.startsWith('::') ? `::${value}` : value]),
    );
    return [{ entry, metric, metricSpan: within(parsed.metricSpan), tags, tagValues, requirements }];
  });
}

function conditionAt(node: SourceNode | undefined, metric: MetricShape): ConditionPlace | null {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return null;
  const parsed = parseCondition(node.value, metric);
  return parsed.ok ? { condition: parsed.condition, node } : null;
}

function placeOf({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line}:${character}`;
}
