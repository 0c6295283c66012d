import type { CompletionItem } from 'vscode-languageserver-types';
import type { MetricShape } from '../scenario/conditions.ts';
import { unitsOf } from '../scenario/conditions.ts';
import type { CustomMetric, MetricKind, ThresholdMethod } from '../scenario/plan.ts';
import type { SourcePosition } from '../scenario/range.ts';
import { BUILT_IN_METRICS, ERROR_KINDS, HTTP_TAGS, metricDefinition } from '../run/metrics.ts';
import { itemAt, ItemKind, itemsInPlace, scalarText, type Proposal } from './completion-item.ts';
import type { Known } from './known.ts';
import type { Place } from './place.ts';

/**
 * What may be typed in `thresholds`: metrics as keys, tags and their values in `{…}`, and conditions that fit the metric. null
 * elsewhere, and where the schema knows better (the keys of a threshold's long form).
 */
export function completeThreshold(place: Place, position: SourcePosition, known: Known): CompletionItem[] | null {
  const [section, selector, ...rest] = place.path;
  if (section !== 'thresholds') return null;
  if (selector === undefined) return place.at === 'value' ? null : completeSelector(place, position, known);
  const last = rest.at(-1);
  const isCondition = last === undefined || typeof last === 'number' || last === 'expect' || last === 'acceptable';
  if (place.at === 'key' || !isCondition) return null;
  if (place.at === 'open' && rest.length === 0 && place.token.text === '' && !place.dash) return null;
  return completeCondition(place, position, String(selector), known);
}

function customMetrics({ last }: Known): readonly CustomMetric[] {
  return last?.model.draft?.metrics ?? [];
}

// ── metric and tags ──

function completeSelector(place: Place, position: SourcePosition, known: Known): CompletionItem[] {
  const { text, offset, start } = place.token;
  const typed = text.slice(0, offset);
  const open = typed.indexOf('{');
  if (open >= 0) return typed.includes('}') ? [] : completeTags(place, position, typed, open, known);
  const behind = /^\w*/.exec(text.slice(offset))?.[0].length ?? 0;
  const end = { ...position, character: position.character + behind };
  const custom = customMetrics(known);
  const whole = !place.keyed && !text.slice(offset).includes('{');
  return [...BUILT_IN_METRICS.map(({ name }) => name), ...custom.map(({ name }) => name)].flatMap((name, index) => {
    const definition = metricDefinition(name, custom);
    if (!definition) return [];
    const colon = !whole ? '' : place.style === 'json' ? (place.token.quote === '' ? ': ' : '') : ': ';
    const key = place.style === 'json' && place.token.quote === '' ? JSON.stringify(name) : name;
    const proposal: Proposal = {
      label: name,
      kind: ItemKind.Property,
      text: key + colon,
      detail: definition.kind,
      documentation: definition.description,
      sort: String(index).padStart(3, '0'),
      // After the metric comes its condition.
      again: colon !== '',
    };
    return [itemAt(proposal, start, position, end)];
  });
}

function completeTags(
  place: Place,
  position: SourcePosition,
  typed: string,
  open: number,
  known: Known,
): CompletionItem[] {
  const piece = typed.slice(Math.max(open, typed.lastIndexOf(',')) + 1);
  const colon = piece.indexOf(':');
  const word = (colon < 0 ? piece : piece.slice(colon + 1)).trimStart();
  const behind = /^[^,}:]*/.exec(place.token.text.slice(place.token.offset))?.[0].length ?? 0;
  const start = { ...position, character: position.character - word.length };
  const end = { ...position, character: position.character + behind };
  const values = known.last?.model.tagValues ?? {};
  if (colon < 0) {
    const taken = new Set([...typed.slice(open).matchAll(/([\w.-]+)\s*:/g)].map(([, tag]) => tag));
    const tags = [...new Set([...HTTP_TAGS, ...Object.keys(values)])].filter((tag) => !taken.has(tag));
    return tags.map((tag, index) =>
      itemAt(
        {
          label: tag,
          kind: ItemKind.Property,
          text: /^\s*:/.test(place.token.text.slice(place.token.offset + behind)) ? tag : `${tag}:`,
          documentation: TAGS[tag] ?? 'A tag that this file adds.',
          sort: String(index).padStart(3, '0'),
          again: true,
        },
        start,
        position,
        end,
      ),
    );
  }
  const tag = piece.slice(0, colon).trim();
  const fixed = FIXED_VALUES[tag] ?? [];
  const found = [...new Set([...(values[tag] ?? []), ...fixed])];
  const close = place.token.text.slice(place.token.offset + behind).includes('}') || place.keyed ? '' : '}';
  return found.map((value, index) =>
    itemAt(
      {
        label: value,
        kind: ItemKind.EnumMember,
        text: value + close,
        detail: TAG_WORDS[tag] ?? '',
        sort: String(index).padStart(4, '0'),
      },
      start,
      position,
      end,
    ),
  );
}

/** Values that a run has rather than a file. */
const FIXED_VALUES: Readonly<Record<string, readonly string[]>> = {
  kind: ERROR_KINDS,
  status: [
    '200',
    '201',
    '204',
    '301',
    '302',
    '304',
    '400',
    '401',
    '403',
    '404',
    '409',
    '422',
    '429',
    '500',
    '502',
    '503',
    '504',
  ],
  expected_response: ['true', 'false'],
  tolerated: ['true', 'false'],
  proto: ['HTTP/1.1', 'HTTP/2.0'],
  error_code: ['1000', '1010', '1050', '1101', '1211', '1212', '1220', '1301', '1310', '1311', '1404', '1500'],
};

const TAG_WORDS: Readonly<Record<string, string>> = {
  name: 'a request of this file',
  scenario: 'a scenario of this file',
  stage: 'a stage of this file',
  group: 'a group of this file',
  check: 'a check of this file',
};

/** What each tag says of a sample. */
export const TAGS: Readonly<Record<string, string>> = {
  name: "The request's name: as given, or `METHOD /path` with ids folded.",
  method: "The request's method.",
  status: "The answer's status; 0 where there was none.",
  scenario: 'The scenario that it belongs to.',
  group: 'The groups around it, `::checkout::pay`.',
  check: "The check's name; on `checks` only.",
  proto: 'The protocol.',
  expected_response: '`true` where the request met its `expect`.',
  error_code: "k6's code of the error: 1212 refused, 1220 reset, 1050 timeout, 1101 no such host, ….",
  stage: 'The stage of the scenario in which it was made.',
  kind: 'The kind of error: `timeout`, `connect`, `5xx`, …; on `errors` only.',
  tolerated:
    '`true` for failures that `expect.tolerate` names; `http_req_failed{tolerated:false}` is the adjusted rate.',
};

// ── conditions ──

/** What each method of a condition gives. Percentiles are nearest-rank. */
export const METHOD_WORDS: Readonly<Record<ThresholdMethod, string>> = {
  count: 'The sum over the run',
  rate: 'Per second of the load; of a rate, the share of samples that are true',
  value: 'The last value',
  avg: 'The mean',
  min: 'The lowest sample',
  max: 'The highest sample',
  med: 'The median: half of the samples are below',
  percentile: 'That share of the samples is below or equal (nearest rank)',
};

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
/** Where more is better. */
const SHARES_THAT_HOLD: readonly (readonly [string, string])[] = [
  ['rate > 99%', 'The share of checks that hold'],
  ['rate == 100%', 'Every check holds'],
];
const OPERATORS: readonly (readonly [string, string])[] = [
  ['<', 'below'],
  ['<=', 'at most'],
  ['>', 'above'],
  ['>=', 'at least'],
  ['==', 'exactly'],
  ['!=', 'anything but'],
];

function completeCondition(place: Place, position: SourcePosition, selector: string, known: Known): CompletionItem[] {
  const metric = metricDefinition(/^\w+/.exec(selector)?.[0] ?? '', customMetrics(known));
  const { text, offset, end } = place.token;
  const typed = text.slice(0, offset);
  const limit = /^\s*(\w+)(?:\([^)]*\))?\s*(?:<=?|>=?|===?|!=)\s*(-?\d[\d.]*)([a-zA-Z%/]*)$/.exec(typed);
  if (limit && metric) return unitItems(metric, limit, position, end);
  const operand = /^\s*\w+(?:\([^)]*\))?\s+([<>=!]*)$/.exec(typed)?.[1];
  if (operand !== undefined) {
    const start = { ...position, character: position.character - operand.length };
    return OPERATORS.map(([label, detail], index) =>
      itemAt(
        { label, kind: ItemKind.Operator, text: `${label} `, detail, sort: String(index) },
        start,
        position,
        position,
      ),
    );
  }
  const proposals = conditionsOf(metric).map(([condition, meaning], index): Proposal => {
    const written = inUnits(condition, metric?.contains === 'time');
    return {
      label: condition,
      kind: ItemKind.Value,
      text: scalarText(written, place),
      detail: meaning,
      sort: String(index),
      preselect: index === 0,
    };
  });
  return itemsInPlace(proposals, place, position);
}

function conditionsOf(metric: MetricShape | undefined): readonly (readonly [string, string])[] {
  if (metric?.name === 'errors') return [...CONDITIONS.counter.slice(0, 2), ['rate < 1%', 'The share of all requests']];
  if (metric?.name === 'checks') return SHARES_THAT_HOLD;
  return CONDITIONS[metric?.kind ?? 'trend'];
}

/** Behind the number of a limit. */
function unitItems(
  metric: MetricShape,
  [, word = '', , unit = '']: RegExpExecArray,
  position: SourcePosition,
  end: SourcePosition,
): CompletionItem[] {
  const method =
    word === 'p' ? 'percentile' : (Object.keys(METHOD_WORDS) as ThresholdMethod[]).find((one) => one === word);
  if (!method) return [];
  const start = { ...position, character: position.character - unit.length };
  return unitsOf(method, metric).map((label, index) =>
    itemAt({ label, kind: ItemKind.Unit, detail: UNITS[label] ?? '', sort: String(index) }, start, position, end),
  );
}

const UNITS: Readonly<Record<string, string>> = {
  ms: 'milliseconds',
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  '%': 'percent',
  '/s': 'per second',
  '/min': 'per minute',
  '/h': 'per hour',
  B: 'bytes',
  kB: '1,000 bytes',
  MB: '1,000,000 bytes',
};

/** Times have units, other trends plain numbers. */
function inUnits(condition: string, time: boolean): string {
  return time || condition.includes('/') ? condition : condition.replace(/(?<=\d)(ms|s)$/, '');
}
