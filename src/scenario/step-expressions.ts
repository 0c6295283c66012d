import type { Expression, NamedExpression, NamedTemplate, Step, Template } from './plan.ts';
import { bodyTemplates, expressionsIn } from './templates.ts';

/** The expressions that a step works out before it has an answer, without those of steps inside of it. */
export function expressionsBefore(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'request':
      return [
        ...expressionsIn(step.url),
        ...valuesIn([...step.query, ...step.headers, ...(step.tagTemplates ?? [])]),
        ...templatesIn(bodyTemplates(step.body)),
        ...(step.condition ? [step.condition] : []),
      ];
    case 'sse':
      return [
        ...expressionsIn(step.url),
        ...valuesIn([...step.query, ...step.headers, ...(step.tagTemplates ?? [])]),
        ...templatesIn(bodyTemplates(step.body)),
        ...(step.condition ? [step.condition] : []),
      ];
    case 'websocket':
      return [
        ...expressionsIn(step.url),
        ...valuesIn([...step.query, ...step.headers, ...(step.tagTemplates ?? [])]),
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

function expressionsOf(values: readonly NamedExpression[]): readonly Expression[] {
  return values.map(({ expression }) => expression);
}

function valuesIn(values: readonly NamedTemplate[]): readonly Expression[] {
  return values.flatMap(([, value]) => expressionsIn(value));
}

function templatesIn(templates: readonly Template[]): readonly Expression[] {
  return templates.flatMap(expressionsIn);
}
