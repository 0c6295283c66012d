import type { Branch, Step as StepDocument } from '../generated/scenario-document.ts';
import type { Step, ThinkTime } from '../plan.ts';
import type { SourceRange } from '../range.ts';
import type { SourcePath } from '../source.ts';
import { suggestion } from '../suggestion.ts';
import { formatDuration, parseDuration } from '../units.ts';
import {
  WEIGHT_OUTSIDE,
  compileChoose,
  compileForEach,
  compileIf,
  compileParallel,
  compileRepeat,
  compileWhile,
  type Inner,
} from './blocks.ts';
import { declarations, declare, type StepsContext } from './context.ts';
import { compileGraphql, compilePoll, compileRequest, isRequest } from './request.ts';
import { recordings } from './request-parts.ts';
import { stepHead } from './step-head.ts';
import { compileSse, compileWebsocket } from './streams.ts';

/** A `use` of flows within flows could double with each level; no scenario comes near this. */
const MOST_STEPS = 20_000;

export function compileSteps(steps: readonly StepDocument[], path: SourcePath, context: StepsContext): Step[] {
  return steps.flatMap((step, index) => compileStep(step, [...path, index], context));
}

/** A flow's steps with the names of the place that uses it. */
export function compileFlow(name: string, namePath: SourcePath, context: StepsContext): Step[] {
  const { compilation } = context;
  const range = compilation.range(namePath);
  const flow = Object.hasOwn(context.flows, name) ? context.flows[name] : undefined;
  if (!flow) {
    const names = Object.keys(context.flows);
    const meant = suggestion(name, names);
    const has = names.length === 0 ? 'none' : names.map((flow) => `\`${flow}\``).join(', ');
    const instead =
      meant === null ? `The file has ${has}; a flow is a list of steps under \`flows\`.` : `Did you mean \`${meant}\`?`;
    compilation.report('undefined-flow', `There is no flow \`${name}\`. ${instead}`, range, { meant });
    return [];
  }
  if (context.within.includes(name)) {
    const circle = [...context.within.slice(context.within.indexOf(name)), name].join(' → ');
    compilation.report('flow-cycle', `A flow cannot use itself: ${circle}.`, range);
    return [];
  }
  return compileSteps(flow, ['flows', name], { ...context, within: [...context.within, name] });
}

/** The names that steps capture or set, flows included. */
export function namesMade(
  steps: readonly (StepDocument | Branch)[],
  flows: StepsContext['flows'],
  within: readonly string[] = [],
): Set<string> {
  return new Set(steps.flatMap((step) => [...namesOf(step, flows, within)]));
}

function namesOf(
  step: StepDocument | Branch,
  flows: StepsContext['flows'],
  within: readonly string[],
): Iterable<string> {
  const inner = (steps: readonly (StepDocument | Branch)[]): Iterable<string> => namesMade(steps, flows, within);
  const captured = (request: { readonly capture?: Readonly<Record<string, unknown>> }): string[] =>
    Object.keys(request.capture ?? {});
  if ('use' in step) {
    const flow = Object.hasOwn(flows, step.use) ? flows[step.use] : undefined;
    return flow && !within.includes(step.use) ? namesMade(flow, flows, [...within, step.use]) : [];
  }
  if ('choose' in step) return inner(step.choose);
  if ('set' in step) return Object.keys(step.set);
  if ('then' in step) return inner([...step.then, ...(step.else ?? [])]);
  if ('parallel' in step) return inner(step.parallel);
  if ('steps' in step) return inner(step.steps);
  if ('poll' in step) return captured(step.poll);
  if ('graphql' in step) return captured(step.graphql);
  if ('sse' in step) return captured(step.sse);
  if ('websocket' in step) return captured(step.websocket);
  return 'capture' in step ? captured(step) : [];
}

/** The flows that steps use themselves, not by way of other flows. */
export function flowsUsed(steps: readonly (StepDocument | Branch)[]): string[] {
  return steps.flatMap((step): string[] => {
    if ('use' in step) return [step.use];
    if ('choose' in step) return flowsUsed(step.choose);
    if ('then' in step) return flowsUsed([...step.then, ...(step.else ?? [])]);
    return 'steps' in step ? flowsUsed(step.steps) : [];
  });
}

const INNER: Inner = { steps: compileSteps, step: compileStep };

function compileStep(step: StepDocument, path: SourcePath, context: StepsContext): Step[] {
  const { compilation } = context;
  if (compilation.stepCount >= MOST_STEPS) {
    if (compilation.stepCount === MOST_STEPS) {
      compilation.nextStepId();
      const message = `The flows grow to more than ${MOST_STEPS} steps when they are put in.`;
      compilation.report('too-large', message, compilation.range(path));
    }
    return [];
  }
  if ('weight' in step && path.at(-2) !== 'choose') {
    compilation.report('weight-outside-choose', WEIGHT_OUTSIDE, compilation.keyRange([...path, 'weight']), {
      repairs: compilation.removal([...path, 'weight']),
    });
  }
  const compiled = compileKind(step, path, context);
  return compiled ? [compiled] : [];
}

function compileKind(step: StepDocument, path: SourcePath, context: StepsContext): Step | null {
  const { compilation } = context;
  const head = (key: string): { id: number; range: SourceRange } => stepHead(path, key, compilation);
  if ('think' in step)
    return { ...head('think'), kind: 'think', time: thinkTime(step.think, [...path, 'think'], context) };
  if ('set' in step) {
    const values = compilation.namedTemplates([...path, 'set'], declarations(context, false));
    for (const [name] of values) declare(name, [...path, 'set', name], context);
    return { ...head('set'), kind: 'set', values };
  }
  if ('choose' in step) return compileChoose(step, path, context, INNER);
  if ('group' in step) {
    const name = compilation.fixedText([...path, 'group'], 'The name of a group');
    return { ...head('group'), kind: 'group', name, steps: compileSteps(step.steps, [...path, 'steps'], context) };
  }
  if ('use' in step) {
    return { ...head('use'), kind: 'flow', name: step.use, steps: compileFlow(step.use, [...path, 'use'], context) };
  }
  if ('repeat' in step) return compileRepeat(step, path, context, INNER);
  if ('while' in step) return compileWhile(step, path, context, INNER);
  if ('forEach' in step) return compileForEach(step, path, context, INNER);
  if ('then' in step) return compileIf(step, path, context, INNER);
  if ('parallel' in step) return compileParallel(step, path, context);
  if ('poll' in step) return compilePoll(step.poll, path, context);
  if ('graphql' in step) return compileGraphql(step.graphql, path, context);
  if ('sse' in step) return compileSse(step.sse, path, context);
  if ('websocket' in step) return compileWebsocket(step.websocket, path, context);
  for (const kind of ['log', 'fail', 'abort'] as const) {
    if (kind in step) {
      return { ...head(kind), kind, text: compilation.template([...path, kind], declarations(context, false)) };
    }
  }
  if (isRequest(step)) return compileRequest(step, path, context);
  if ('record' in step) {
    const known = declarations(context, context.progress.requestSeen);
    return { ...head('record'), kind: 'record', values: recordings([...path, 'record'], known, context) };
  }
  return null;
}

function thinkTime(
  think: string | { min: string; max: string } | { mean: string; sd: string },
  path: SourcePath,
  context: StepsContext,
): ThinkTime {
  const { compilation } = context;
  if (typeof think === 'string') {
    const ms = parseDuration(think);
    return {
      kind: 'constant',
      ms: ms === null ? compilation.template(path, declarations(context, false)) : { kind: 'literal', value: ms },
    };
  }
  if ('min' in think) {
    const minMs = compilation.duration(think.min, 0);
    const maxMs = compilation.duration(think.max, 0);
    if (maxMs < minMs) {
      const message = `The longest pause (${formatDuration(maxMs)}) is shorter than the shortest (${formatDuration(minMs)}).`;
      compilation.report('wrong-value', message, compilation.range([...path, 'max']), {
        repairs: compilation.swap([...path, 'min'], [...path, 'max']),
      });
    }
    return { kind: 'uniform', minMs, maxMs };
  }
  return { kind: 'normal', meanMs: compilation.duration(think.mean, 0), sdMs: compilation.duration(think.sd, 0) };
}
