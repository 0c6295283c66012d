/**
 * The grammar of thresholds, k6's (metrics/thresholds_parser.go) with units:
 *
 * ```
 * condition = method operator limit        p(95) < 500ms
 * method    = count | rate | value | avg | min | max | med | p(N)
 * operator  = < | <= | > | >= | == | === | !=
 * limit     = number [ms s m h | % | /s /min /h | B kB MB]
 * ```
 */
import type { Condition, MetricContains, MetricKind, ThresholdMethod, ThresholdOperator } from './plan.ts';
import type { Span } from './source.ts';
import { suggestion } from './suggestion.ts';

export interface ConditionProblem {
  readonly code: 'threshold-syntax' | 'threshold-method' | 'threshold-unit';
  readonly message: string;
  /** In the condition's source. */
  readonly span: Span;
  /** What was probably meant in place of that; null or left out where nothing is near. */
  readonly meant?: string | null;
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition; readonly methodSpan: Span; readonly limitSpan: Span }
  | { readonly ok: false; readonly problem: ConditionProblem };

/** What a condition may ask of a metric. */
export interface MetricShape {
  readonly name: string;
  readonly kind: MetricKind;
  readonly contains: MetricContains;
}

/** What can be asked of each kind of metric. */
export const METHODS: Readonly<Record<MetricKind, readonly ThresholdMethod[]>> = {
  counter: ['count', 'rate'],
  // k6 has `value` alone, so that a peak cannot be judged.
  gauge: ['value', 'min', 'max'],
  rate: ['rate'],
  trend: ['avg', 'min', 'max', 'med', 'percentile'],
};
const WORDS: readonly string[] = ['count', 'rate', 'value', 'avg', 'min', 'max', 'med'];
const OPERATORS: Readonly<Record<string, ThresholdOperator>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '==': '==',
  '===': '==',
  '!=': '!=',
};
/** What other tools and languages write for the same. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['average', 'avg'],
  ['mean', 'avg'],
  ['median', 'med'],
  ['maximum', 'max'],
  ['minimum', 'min'],
  ['=', '=='],
  ['=<', '<='],
  ['=>', '>='],
  ['<>', '!='],
  ['!==', '!='],
  ['sec', 's'],
  ['secs', 's'],
  ['seconds', 's'],
  ['msec', 'ms'],
  ['min', 'm'],
  ['minutes', 'm'],
  ['percent', '%'],
  ['/sec', '/s'],
  ['/m', '/min'],
  ['/minute', '/min'],
  ['KB', 'kB'],
  ['kb', 'kB'],
  ['mb', 'MB'],
]);
const TIMES: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const SIZES: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6 };
const RATES: Readonly<Record<string, number>> = { '/s': 1, '/min': 1 / 60, '/h': 1 / 3600 };

/** Reads a condition and checks that its metric can answer it; `metric` null checks the grammar only. */
export function parseCondition(source: string, metric: MetricShape | null): ParsedCondition {
  const fail = (
    code: ConditionProblem['code'],
    message: string,
    start: number,
    end: number,
    meant: string | null = null,
  ): ParsedCondition => ({
    ok: false,
    problem: { code, message, span: { start, end: Math.max(end, Math.min(start + 1, source.length)) }, meant },
  });
  const cursor = new Cursor(source);
  cursor.skipSpace();
  const methodAt = cursor.at;
  const word = cursor.take(/[A-Za-z_]+/y);
  if (word === '') {
    return fail(
      'threshold-syntax',
      'A threshold begins with what is measured, for example p(95) < 500ms or rate < 1%.',
      methodAt,
      source.length,
    );
  }
  const percentile = word === 'p' ? readPercentile(cursor) : null;
  const methodSpan = { start: methodAt, end: cursor.at };
  if (percentile === 'none') {
    const short = /^p(\d{1,2}(?:\.\d+)?)/.exec(source.slice(methodAt))?.[1];
    if (short !== undefined)
      return fail('threshold-syntax', `Write p(${short}).`, methodAt, methodAt + 1 + short.length, `p(${short})`);
    return fail(
      'threshold-syntax',
      'A percentile is written p(N) with N from 0 to 100, for example p(95).',
      methodAt,
      cursor.at,
    );
  }
  if (word !== 'p' && !WORDS.includes(word)) {
    const meant = OTHER_WORDS.get(word) ?? suggestion(word, WORDS);
    const hint = meant === null ? ` It is one of ${WORDS.join(', ')} or p(N).` : ` Did you mean ${meant}?`;
    return fail('threshold-syntax', `\`${word}\` is nothing that can be measured.${hint}`, methodAt, cursor.at, meant);
  }
  cursor.skipSpace();
  const operatorAt = cursor.at;
  const symbol = cursor.take(/[<>=!~]+/y);
  const operator = OPERATORS[symbol];
  if (operator === undefined) {
    return fail(
      'threshold-syntax',
      'After what is measured stands a comparison: <, <=, >, >=, == or !=.',
      operatorAt,
      cursor.at,
      OTHER_WORDS.get(symbol) ?? null,
    );
  }
  cursor.skipSpace();
  const limitAt = cursor.at;
  const number = cursor.take(/[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?/iy);
  if (!Number.isFinite(Number.parseFloat(number)))
    return fail(
      'threshold-syntax',
      'After the comparison stands a number, for example 500ms or 1%.',
      limitAt,
      source.length,
    );
  cursor.skipSpace();
  const unitAt = cursor.at;
  const unit = cursor
    .rest()
    .trimEnd()
    .replace(/^\/\s+/, '/');
  const limitSpan = { start: limitAt, end: source.trimEnd().length };
  const factor = unitFactor(unit);
  if (factor === null) {
    const message = `\`${unit}\` is no unit: times take ms, s, m, h; shares %; rates /s, /min, /h; sizes B, kB, MB.`;
    return fail('threshold-unit', message, unitAt, limitSpan.end, OTHER_WORDS.get(unit) ?? null);
  }
  const method: ThresholdMethod = percentile === null ? methodOf(word) : 'percentile';
  if (metric) {
    if (!METHODS[metric.kind].includes(method)) {
      return fail(
        'threshold-method',
        wrongMethod(source.slice(methodSpan.start, methodSpan.end), metric),
        methodSpan.start,
        methodSpan.end,
        METHODS[metric.kind].length === 1 ? (METHODS[metric.kind][0] ?? null) : null,
      );
    }
    const wrong = wrongUnit(unit, method, metric);
    if (wrong !== null) return fail('threshold-unit', wrong, unitAt, limitSpan.end);
  }
  const limit = Number((Number(number) * factor).toPrecision(15));
  return { ok: true, condition: { source, method, percentile, operator, limit, unit }, methodSpan, limitSpan };
}

/** The number in `p(N)`; `none` where it is not written so. */
function readPercentile(cursor: Cursor): number | 'none' {
  cursor.skipSpace();
  const inside = /^\(\s*(\d+(?:\.\d+)?)\s*\)$/.exec(cursor.take(/\([^)]*\)?/y))?.[1];
  const value = Number(inside ?? Number.NaN);
  return value >= 0 && value <= 100 ? value : 'none';
}

function methodOf(word: string): ThresholdMethod {
  switch (word) {
    case 'count':
    case 'rate':
    case 'value':
    case 'avg':
    case 'min':
    case 'max':
    case 'med':
      return word;
    default:
      return 'percentile';
  }
}

function unitFactor(unit: string): number | null {
  if (unit === '') return 1;
  if (unit === '%') return 0.01;
  return TIMES[unit] ?? SIZES[unit] ?? RATES[unit] ?? null;
}

function wrongMethod(written: string, metric: MetricShape): string {
  const possible = METHODS[metric.kind].map((method) => (method === 'percentile' ? 'p(N)' : method)).join(', ');
  return `${metric.name} is a ${metric.kind}, which has no ${written}; it has ${possible}.`;
}

/** The units that a figure can have, none always among them. */
export function unitsOf(method: ThresholdMethod, metric: MetricShape): readonly string[] {
  if (metric.kind === 'rate') return ['%'];
  // The rate of `errors` is their share of all requests.
  if (metric.name === 'errors' && method === 'rate') return ['%'];
  if (method === 'rate') return Object.keys(RATES);
  if (metric.contains === 'time') return Object.keys(TIMES);
  return metric.contains === 'data' ? Object.keys(SIZES) : [];
}

function wrongUnit(unit: string, method: ThresholdMethod, metric: MetricShape): string | null {
  const possible = unitsOf(method, metric);
  if (unit === '' || possible.includes(unit)) return null;
  const figure = method === 'percentile' ? 'a percentile' : method;
  if (possible.length === 0) return `${figure} of ${metric.name} is a plain number, without ${unit}.`;
  return `${figure} of ${metric.name} is not measured in ${unit}; write ${possible.join(', ')}.`;
}

class Cursor {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** What a sticky pattern matches here; '' where it does not. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [match = ''] = pattern.exec(this.#text) ?? [];
    this.at += match.length;
    return match;
  }

  skipSpace(): void {
    this.take(/\s*/y);
  }

  rest(): string {
    return this.#text.slice(this.at);
  }
}
