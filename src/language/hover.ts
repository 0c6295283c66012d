import type { SourcePosition, SourceRange } from '../scenario/range.ts';
import { metricDefinition } from '../run/metrics.ts';
import { METHODS } from '../scenario/conditions.ts';
import { codeBlock, compactCode } from './code-text.ts';
import { EXECUTORS, isExecutor } from './executors.ts';
import { expressionAt, nameAt, textAt } from './expression-at.ts';
import { memberNames, rootNames } from './expression-names.ts';
import { anyValue } from './expression-words.ts';
import type { ExpressionName } from './expression-words.ts';
import { HEADER_NAMES } from '../scenario/http-headers.ts';
import type { Known } from './known.ts';
import { profileMarkdown } from './load-profile.ts';
import { placeAt, type Place } from './place.ts';
import { explanationOf, propertyAt, schemasAt } from './schema-walk.ts';
import { declarationsAt, definitionOf } from './scope.ts';
import { stepPath } from './step-path.ts';
import { METHOD_WORDS, TAGS } from './threshold-completion.ts';

/** Markdown about what stands at a position. */
export interface HoverText {
  readonly markdown: string;
  readonly range: SourceRange | null;
}

/** What a key, a value, a metric or a name in an expression means; null where there is nothing to say. */
export function hover(text: string, position: SourcePosition, known: Known): HoverText | null {
  const place = placeAt(text, position);
  const inExpression = hoverExpression(text, position, place, known);
  if (inExpression !== undefined) return inExpression;
  if (!place || place.token.text === '') return null;
  return hoverThreshold(place, known) ?? hoverKey(place, known) ?? hoverValue(place, known);
}

function tokenRange({ token }: Place): SourceRange {
  return { start: token.start, end: token.end };
}

// ── keys and values ──

function hoverKey(place: Place, known: Known): HoverText | null {
  if (place.at !== 'key' || !place.keyed) return null;
  const path = [...place.path, place.token.text];
  const schema = propertyAt(path);
  const drawn = drawnAt(path, known);
  const header = headerText(place);
  const words = schema ? explanationOf(schema) : (header ?? ownName(path, known));
  const parts = [...(drawn === null ? [] : [drawn]), ...(words === '' ? [] : [words])];
  return parts.length === 0 ? null : { markdown: parts.join('\n\n---\n\n'), range: tokenRange(place) };
}

function headerText({ path, token }: Place): string | null {
  const last = path.at(-1);
  if (last !== 'headers' && last !== 'header') return null;
  return HEADER_NAMES.find(({ name }) => name === token.text.toLowerCase())?.meaning ?? null;
}

/** What the author named: variables, captured values, flows. */
function ownName(path: readonly (string | number)[], known: Known): string {
  const name = String(path.at(-1));
  const rest = stepPath(path)?.rest;
  if (path.length === 2 && path[0] === 'flows') return 'A flow: steps that `use` and `flow` put in.';
  if (rest?.length === 2 && (rest[0] === 'capture' || rest[0] === 'set')) {
    const value = known.lastValue(name);
    return value === null ? '' : `In the last run: ${compactCode(value)}`;
  }
  return '';
}

/** The load over time, for the keys of a scenario that make it. */
function drawnAt(path: readonly (string | number)[], known: Known): string | null {
  const [first, second, third] = path;
  const scenarios = known.last?.model.draft?.scenarios ?? [];
  const isShort = path.length === 1 && first === 'stages';
  const isScenario =
    first === 'scenarios' &&
    second !== undefined &&
    (third === undefined || third === 'stages' || third === 'executor');
  if (!isShort && !(isScenario && path.length <= 3)) return null;
  const scenario = isShort ? scenarios[0] : scenarios.find(({ name }) => name === second);
  return scenario ? profileMarkdown(scenario) : null;
}

function hoverValue(place: Place, known: Known): HoverText | null {
  const { path, token } = place;
  const range = tokenRange(place);
  if (path.at(-1) === 'executor' && isExecutor(token.text)) {
    const { short, long } = EXECUTORS[token.text];
    const drawn = drawnAt(path, known);
    const head = `**${token.text}**: ${short}`;
    return { markdown: [head, long, ...(drawn === null ? [] : [drawn])].join('\n\n'), range };
  }
  const rest = stepPath(path)?.rest;
  if (rest?.[0] === 'use' || path.at(-1) === 'flow') {
    const flow = definitionOf(known, 'flow', token.text);
    if (flow) return { markdown: codeBlock(flow.source, 15), range };
  }
  const file = known.facts(token.text);
  if (file?.exists && file.data) {
    const { columns, rows } = file.data;
    return { markdown: `${rows} rows with ${columns.map((column) => `\`${column}\``).join(', ')}.`, range };
  }
  // What a key says of itself also says what its listed values mean.
  const listed = schemasAt(path).some((schema) => schema.enum !== undefined || schema.type === 'boolean');
  const schema = listed ? propertyAt(path) : undefined;
  return schema ? { markdown: explanationOf(schema), range } : null;
}

// ── thresholds ──

function hoverThreshold(place: Place, known: Known): HoverText | null {
  const [section, selector] = place.path;
  if (section !== 'thresholds') return null;
  const custom = known.last?.model.draft?.metrics ?? [];
  const { text, offset, start } = place.token;
  const word = wordAt(text, offset);
  if (!word) return null;
  const range: SourceRange = {
    start: { ...start, character: start.character + word.start },
    end: { ...start, character: start.character + word.end },
  };
  if (selector === undefined) {
    const brace = text.indexOf('{');
    if (brace >= 0 && offset > brace) {
      const tag = /^\s*:/.test(text.slice(word.end)) ? TAGS[word.text] : undefined;
      return tag === undefined ? null : { markdown: `**${word.text}** (tag)\n\n${tag}`, range };
    }
    const definition = metricDefinition(word.text, custom);
    if (!definition) return null;
    const methods = METHODS[definition.kind].map((method) => (method === 'percentile' ? '`p(N)`' : `\`${method}\``));
    return {
      markdown: `**${definition.name}** (${definition.kind})\n\n${definition.description}\n\nCan be judged by ${methods.join(', ')}.`,
      range,
    };
  }
  const isCondition = place.at !== 'key' && /^\s*(p\(|count|rate|value|avg|min|max|med)/.test(text);
  if (!isCondition) return null;
  const percentile = /p\(\s*([\d.]+)\s*\)/.exec(text);
  if (percentile && offset >= percentile.index && offset <= percentile.index + percentile[0].length) {
    const from = start.character + percentile.index;
    return {
      markdown: `**p(${percentile[1] ?? ''})**: ${percentile[1] ?? ''} % of the samples are at or below it. It is the nearest-rank percentile of the HDR histogram (3 significant digits); k6 interpolates.`,
      range: { start: { ...start, character: from }, end: { ...start, character: from + percentile[0].length } },
    };
  }
  const method = word.text in METHOD_WORDS ? METHOD_WORDS[word.text as keyof typeof METHOD_WORDS] : undefined;
  return method === undefined ? null : { markdown: `**${word.text}**: ${method}.`, range };
}

function wordAt(text: string, offset: number): { text: string; start: number; end: number } | null {
  const left = /\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const right = /^\w*/.exec(text.slice(offset))?.[0].length ?? 0;
  const start = offset - left;
  const end = offset + right;
  return start === end ? null : { text: text.slice(start, end), start, end };
}

// ── expressions ──

/** undefined outside of expressions, where other words may be said. */
function hoverExpression(
  text: string,
  position: SourcePosition,
  place: Place | null,
  known: Known,
): HoverText | null | undefined {
  const expression = expressionAt(text, position, place);
  if (!expression) return undefined;
  const { source, offset, column, line, path } = expression;
  if (textAt(source, offset)) return null;
  const found = nameAt(source, offset);
  if (!found || found.name === '') return null;
  const declarations = declarationsAt(text, position, path, known);
  const candidates = found.ofValue
    ? anyValue()
    : found.chain.length > 0
      ? memberNames(found.chain, declarations, known)
      : rootNames(declarations, known, position);
  const name = candidates.find((one) => one.name === found.name) ?? functionOf(found.name, candidates);
  if (!name) return null;
  const range: SourceRange = {
    start: { line, character: column + found.start },
    end: { line, character: column + found.end },
  };
  return { markdown: nameText(name, [...found.chain, found.name].join('.')), range };
}

function functionOf(name: string, candidates: readonly ExpressionName[]): ExpressionName | undefined {
  return candidates.find((one) => one.detail.startsWith(`${name}(`));
}

function nameText({ kind, detail, documentation }: ExpressionName, written: string): string {
  const head =
    kind === 'function' || kind === 'method'
      ? `\`\`\`\n${detail}\n\`\`\``
      : `**${written}**${detail === '' || documentation.includes(detail) ? '' : `: ${compactCode(detail)}`}`;
  return documentation === '' ? head : `${head}\n\n${documentation}`;
}
