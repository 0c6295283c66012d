import type { Expression, Step, Template } from '../../scenario/plan.ts';

/**
 * The expressions that are evaluated before a step's own request or outside of requests: the ones that can see an earlier response.
 * Checks, captures and records of a request are left out, as they see their own.
 */
export function* expressionsOf(steps: readonly Step[]): Generator<Expression, void, undefined> {
  for (const step of steps) {
    switch (step.kind) {
      case 'request':
        if (step.condition) yield step.condition;
        yield* inTemplate(step.url);
        for (const [, value] of [...step.query, ...step.headers]) yield* inTemplate(value);
        if (step.body.kind === 'json' || step.body.kind === 'text') yield* inTemplate(step.body.value);
        if (step.body.kind === 'form') for (const [, value] of step.body.fields) yield* inTemplate(value);
        break;
      case 'think':
        if (step.time.kind === 'constant') yield* inTemplate(step.time.ms);
        break;
      case 'set':
        for (const [, value] of step.values) yield* inTemplate(value);
        break;
      case 'record':
        for (const { expression } of step.values) yield expression;
        break;
      case 'group':
        yield* expressionsOf(step.steps);
        break;
      case 'choose':
        for (const branch of step.branches) yield* expressionsOf(branch.steps);
        break;
    }
  }
}

function* inTemplate(template: Template): Generator<Expression, void, undefined> {
  switch (template.kind) {
    case 'literal':
      break;
    case 'expression':
      yield template.expression;
      break;
    case 'text':
      for (const part of template.parts) if (typeof part !== 'string') yield part;
      break;
    case 'list':
      for (const item of template.items) yield* inTemplate(item);
      break;
    case 'map':
      for (const [, value] of template.entries) yield* inTemplate(value);
      break;
  }
}
