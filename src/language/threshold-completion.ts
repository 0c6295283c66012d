import { CompletionItemKind, MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import type { CustomMetric, MetricKind } from '../scenario/plan.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { BUILT_IN_METRICS, ERROR_KINDS, HTTP_TAGS, metricDefinition } from '../run/metrics.ts';
import { surroundings, type Surroundings } from './surroundings.ts';

/**
 * What may be typed in `thresholds`: metrics as keys, tags in `{…}`, and conditions that fit the metric's kind. null
 * elsewhere, and where the schema knows better (the keys of a threshold's long form).
 */
export function completeThreshold(
  text: string,
  position: SourcePosition,
  custom: readonly CustomMetric[],
): CompletionItem[] | null {
  const around = surroundings(text, position);
  if (around.section !== 'thresholds') return null;
  if (around.parents.length === 1 && !around.before.trimStart().startsWith('-')) {
    const inValue = /:\s+[["']?[^{]*$/.exec(around.before);
    if (!inValue) return completeSelector(around, position, custom);
    return completeCondition(around, position, around.before.trimStart(), custom);
  }
  const inListItem = /^\s*-\s+["']?[^:{]*$/.test(around.before);
  const inCondition = /(^|[\s{,-])(expect|acceptable):\s*["']?[^,}]*$/.test(around.before);
  if (!inListItem && !inCondition) return null;
  return completeCondition(around, position, around.parents[1] ?? '', custom);
}

function completeSelector(
  around: Surroundings,
  position: SourcePosition,
  custom: readonly CustomMetric[],
): CompletionItem[] {
  const tags = /\{(?:[^}]*,)?\s*([\w-]*)$/.exec(around.before);
  if (tags) return tagItems(tags[1] ?? '', position);
  const tagValue = /\{(?:[^}]*,)?\s*kind:\s*([\w]*)$/.exec(around.before);
  if (tagValue) {
    return ERROR_KINDS.map((kind) => item(kind, CompletionItemKind.EnumMember, kind, tagValue[1] ?? '', position));
  }
  if (around.before.includes('{')) return [];
  const typed = /["']?([\w]*)$/.exec(around.before)?.[1] ?? '';
  const colon = /^[\w"']*\s*[:{]/.test(around.after) ? '' : ': ';
  return [...BUILT_IN_METRICS.map(({ name }) => name), ...custom.map(({ name }) => name)].flatMap((name) => {
    const definition = metricDefinition(name, custom);
    if (!definition) return [];
    return [
      {
        ...item(name, CompletionItemKind.Property, name + colon, typed, position),
        detail: definition.kind,
        documentation: { kind: MarkupKind.Markdown, value: definition.description },
        // After the metric comes its condition: offer it straight away.
        ...(colon ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
      },
    ];
  });
}

function tagItems(typed: string, position: SourcePosition): CompletionItem[] {
  return HTTP_TAGS.map((tag) => item(tag, CompletionItemKind.Property, `${tag}:`, typed, position));
}

/** Conditions by kind: what people write most, and each method that the kind has. */
const CONDITIONS: Readonly<Record<MetricKind, readonly (readonly [condition: string, meaning: string])[]>> = {
  trend: [
    ['p(95) < 500ms', '95 % of the samples are below'],
    ['p(99) < 1s', '99 % of the samples are below'],
    ['med < 200ms', 'The median'],
    ['avg < 200ms', 'The mean'],
    ['max < 5s', 'The slowest sample'],
    ['min < 100ms', 'The fastest sample'],
  ],
  rate: [['rate < 1%', 'The share of samples that are true']],
  counter: [
    ['count == 0', 'The sum over the run'],
    ['count < 100', 'The sum over the run'],
    ['rate > 100/s', 'Per second of the load'],
    ['rate > 1000/min', 'Per minute of the load'],
  ],
  gauge: [
    ['value < 100', 'The last value'],
    ['max < 100', 'The highest value'],
    ['min > 0', 'The lowest value'],
  ],
};

function completeCondition(
  { before }: Surroundings,
  position: SourcePosition,
  selector: string,
  custom: readonly CustomMetric[],
): CompletionItem[] {
  const metric = metricDefinition(/^["']?([\w]+)/.exec(selector)?.[1] ?? '', custom);
  const typed = /(?:[:,-]\s+|[["'{]\s*)([^"'[,:]*)$/.exec(before)?.[1] ?? '';
  const conditions: readonly (readonly [string, string])[] =
    metric?.name === 'errors'
      ? [...CONDITIONS.counter.slice(0, 2), ['rate < 1%', 'The share of all requests']]
      : CONDITIONS[metric?.kind ?? 'trend'];
  return conditions.map(([condition, meaning], index) => ({
    ...item(condition, CompletionItemKind.Value, inUnits(condition, metric?.contains === 'time'), typed, position),
    detail: meaning,
    sortText: String(index),
  }));
}

/** Times have units, other trends plain numbers. */
function inUnits(condition: string, time: boolean): string {
  return time || condition.includes('/') ? condition : condition.replace(/(?<=\d)(ms|s)$/, '');
}

function item(
  label: string,
  kind: CompletionItemKind,
  newText: string,
  typed: string,
  { line, character }: SourcePosition,
): CompletionItem {
  const start = { line, character: character - typed.length };
  return { label, kind, filterText: label, textEdit: { range: { start, end: { line, character } }, newText } };
}
