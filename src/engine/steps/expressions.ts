import { bodyTemplates, expressionsIn } from '../../scenario/templates.ts';
import { innerSteps } from '../../scenario/step-tree.ts';
import type { Expression, SseStep, Step, WebsocketStep } from '../../scenario/plan.ts';

/**
 * The expressions that are evaluated before a step's own request or outside of requests: the ones that can see an earlier response.
 * Checks, captures and records of a request are left out, as they see their own.
 */
export function* expressionsOf(steps: readonly Step[]): Generator<Expression, void, undefined> {
  for (const step of steps) {
    switch (step.kind) {
      case 'request':
        if (step.condition) yield step.condition;
        yield* expressionsIn(step.url);
        for (const [, value] of [...step.query, ...step.headers]) yield* expressionsIn(value);
        for (const template of bodyTemplates(step.body)) yield* expressionsIn(template);
        break;
      case 'think':
        if (step.time.kind === 'constant') yield* expressionsIn(step.time.ms);
        break;
      case 'set':
        for (const [, value] of step.values) yield* expressionsIn(value);
        break;
      case 'record':
        for (const { expression } of step.values) yield expression;
        break;
      case 'repeat':
        yield step.times;
        break;
      case 'while':
      case 'if':
        yield step.condition;
        break;
      case 'for-each':
        yield step.items;
        break;
      case 'log':
      case 'fail':
      case 'abort':
        yield* expressionsIn(step.text);
        break;
      case 'sse':
        yield* expressionsOfStream(step);
        for (const template of bodyTemplates(step.body)) yield* expressionsIn(template);
        break;
      case 'websocket':
        yield* expressionsOfStream(step);
        for (const template of step.send) yield* expressionsIn(template);
        break;
      case 'choose':
      case 'group':
      case 'flow':
      case 'parallel':
      case 'poll':
        break;
    }
    for (const inner of innerSteps(step)) yield* expressionsOf(inner);
  }
}

function* expressionsOfStream(step: SseStep | WebsocketStep): Generator<Expression, void, undefined> {
  if (step.condition) yield step.condition;
  yield* expressionsIn(step.url);
  for (const [, value] of step.headers) yield* expressionsIn(value);
}
