import type { Expression, NamedExpression, NamedTemplate, Step, Template } from './plan.ts';
import { checkExpression } from './expressions/check.ts';
import type { NameRead } from './expressions/reads.ts';
import { NOTHING_DECLARED } from './expressions/declarations.ts';
import { bodyTemplates, expressionsIn } from './templates.ts';

/** What expressions read, by where it comes from. */
export interface Reads {
  /** Captured values and variables of `set`. */
  readonly values: ReadonlySet<string>;
  readonly vars: ReadonlySet<string>;
  readonly setup: ReadonlySet<string>;
  readonly vu: ReadonlySet<string>;
  readonly data: ReadonlySet<string>;
  readonly env: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
}

export function readsOf(expressions: readonly Expression[]): Reads {
  // What is wrong with them is for others to report.
  const reads = expressions.map(({ source }) => checkExpression(source, NOTHING_DECLARED).reads);
  const named = (root: NameRead['root']): Set<string> =>
    new Set(reads.flatMap(({ names }) => names.filter((one) => one.root === root).map(({ name }) => name)));
  const feeders = reads.flatMap(({ names }) =>
    names.flatMap(({ root, name, feeder }) => (root === 'data' ? [feeder ?? name] : [])),
  );
  return {
    values: named(null),
    vars: named('vars'),
    setup: named('setup'),
    vu: named('vu'),
    data: new Set(feeders),
    env: new Set(reads.flatMap(({ env }) => env.map(({ name }) => name))),
    secrets: new Set(reads.flatMap(({ secrets }) => secrets.map(({ name }) => name))),
  };
}

/** The expressions that a step works out before it has an answer, without those of steps inside of it. */
export function expressionsBefore(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'request':
      return [
        ...expressionsIn(step.url),
        ...valuesIn([...step.query, ...step.headers]),
        ...templatesIn(bodyTemplates(step.body)),
        ...(step.condition ? [step.condition] : []),
      ];
    case 'sse':
      return [
        ...expressionsIn(step.url),
        ...valuesIn(step.headers),
        ...templatesIn(bodyTemplates(step.body)),
        ...(step.condition ? [step.condition] : []),
      ];
    case 'websocket':
      return [
        ...expressionsIn(step.url),
        ...valuesIn(step.headers),
        ...templatesIn(step.send),
        ...(step.condition ? [step.condition] : []),
      ];
    case 'think':
      return step.time.kind === 'constant' ? expressionsIn(step.time.ms) : [];
    case 'set':
      return valuesIn(step.values);
    case 'record':
      return expressionsOf(step.values);
    case 'repeat':
      return [step.times];
    case 'while':
    case 'if':
      return [step.condition];
    case 'for-each':
      return [step.items];
    case 'log':
    case 'fail':
    case 'abort':
      return expressionsIn(step.text);
    case 'choose':
    case 'group':
    case 'flow':
    case 'parallel':
    case 'poll':
      return [];
  }
}

/** The expressions that judge and use an answer, without those of steps inside of it. */
export function expressionsAfter(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'request': {
      const { json, bodyContains, headers } = step.expect;
      const matches = headers.flatMap(({ match }) => (match.kind === 'equals' ? [match.value] : []));
      return [
        ...(json ? [json] : []),
        ...templatesIn([...(bodyContains ? [bodyContains] : []), ...matches]),
        ...expressionsOf([...step.checks, ...step.captures, ...step.record]),
      ];
    }
    case 'sse':
      return [
        ...(step.until ? [step.until] : []),
        ...expressionsOf([...step.checks, ...step.captures, ...step.record]),
      ];
    case 'websocket':
      return [
        ...(step.expect ? [step.expect] : []),
        ...expressionsOf([...step.checks, ...step.captures, ...step.record]),
      ];
    case 'poll':
      return [step.until];
    default:
      return [];
  }
}

/** The values that a step itself captures or sets. */
export function valuesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'request':
    case 'sse':
    case 'websocket':
      return step.captures.map(({ name }) => name);
    case 'set':
      return step.values.map(([name]) => name);
    case 'for-each':
      return [step.as];
    default:
      return [];
  }
}

function expressionsOf(values: readonly NamedExpression[]): readonly Expression[] {
  return values.map(({ expression }) => expression);
}

function valuesIn(values: readonly NamedTemplate[]): readonly Expression[] {
  return values.flatMap(([, value]) => expressionsIn(value));
}

function templatesIn(templates: readonly Template[]): readonly Expression[] {
  return templates.flatMap(expressionsIn);
}
