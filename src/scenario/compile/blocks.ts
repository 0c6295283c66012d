import type {
  Branch,
  ChooseStep as ChooseDocument,
  ForEachStep as ForEachDocument,
  IfStep as IfDocument,
  ParallelStep as ParallelDocument,
  RepeatStep as RepeatDocument,
  Step as StepDocument,
  WhileStep as WhileDocument,
} from '../generated/scenario-document.ts';
import type {
  ChooseStep,
  Expression,
  ForEachStep,
  IfStep,
  ParallelStep,
  RepeatStep,
  Step,
  WhileStep,
} from '../plan.ts';
import { valueOf, type SourcePath } from '../source.ts';
import { branchOf, declarations, join, type StepsContext } from './context.ts';
import { compileRequest } from './request.ts';
import { stepHead } from './step-head.ts';

/** Loops beyond this are a slip, and would never end. */
const DEFAULT_LIMIT = 10_000;
/** As many connections as a browser makes to a host; k6's `batchPerHost`. */
const DEFAULT_CONNECTIONS = 6;

/** Compiles the steps inside of a step; given by who compiles steps, as each needs the other. */
export interface Inner {
  readonly steps: (steps: readonly StepDocument[], path: SourcePath, context: StepsContext) => Step[];
  readonly step: (step: StepDocument, path: SourcePath, context: StepsContext) => Step[];
}

export function compileChoose(step: ChooseDocument, path: SourcePath, context: StepsContext, inner: Inner): ChooseStep {
  const head = stepHead(path, 'choose', context.compilation);
  const contexts = step.choose.map(() => branchOf(context));
  const branches = step.choose.map((branch, index) => {
    const branchPath = [...path, 'choose', index];
    const own = contexts[index] ?? context;
    const steps = isSteps(branch)
      ? inner.steps(branch.steps, [...branchPath, 'steps'], own)
      : inner.step(branch, branchPath, own);
    return { weight: branch.weight ?? 1, steps };
  });
  join(context, contexts);
  return { ...head, kind: 'choose', branches, exact: step.exact ?? false };
}

function isSteps(branch: Branch): branch is Extract<Branch, { steps: unknown }> {
  return 'steps' in branch;
}

export function compileRepeat(step: RepeatDocument, path: SourcePath, context: StepsContext, inner: Inner): RepeatStep {
  const { compilation } = context;
  const head = stepHead(path, 'repeat', compilation);
  if (typeof step.repeat === 'number' && (!Number.isInteger(step.repeat) || step.repeat < 0)) {
    const message = `\`repeat\` takes a whole number of 0 or more, not ${step.repeat}.`;
    compilation.report('wrong-value', message, compilation.range([...path, 'repeat']));
  }
  const times = compilation.expression([...path, 'repeat'], declarations(context, false), 'number');
  return { ...head, kind: 'repeat', times, steps: body(step.steps, path, context, inner) };
}

export function compileWhile(step: WhileDocument, path: SourcePath, context: StepsContext, inner: Inner): WhileStep {
  const head = stepHead(path, 'while', context.compilation);
  const condition = context.compilation.expression([...path, 'while'], declarations(context, false), 'bool');
  const limit = step.limit ?? DEFAULT_LIMIT;
  return { ...head, kind: 'while', condition, limit, steps: body(step.steps, path, context, inner) };
}

export function compileForEach(
  step: ForEachDocument,
  path: SourcePath,
  context: StepsContext,
  inner: Inner,
): ForEachStep {
  const { compilation } = context;
  const head = stepHead(path, 'forEach', compilation);
  const items = listExpression([...path, 'forEach'], context);
  const as = step.as ?? 'item';
  if (step.as !== undefined) compilation.checkName([...path, 'as'], as, compilation.range([...path, 'as']));
  // Behind the loop the name means what it meant before.
  const own = context.names.has(as) ? [] : [as];
  const steps = body(step.steps, path, context, inner, own);
  return { ...head, kind: 'for-each', items, as, limit: step.limit ?? DEFAULT_LIMIT, steps };
}

/** Items in place are an expression, too: JSON is CEL. */
function listExpression(path: SourcePath, context: StepsContext): Expression {
  const { compilation } = context;
  const node = compilation.node(path);
  if (node?.kind !== 'list') return compilation.expression(path, declarations(context, false), 'list');
  node.items.forEach((item, index) => {
    if (item.kind === 'scalar') compilation.fixedText([...path, index], 'An item that stands in place');
  });
  return { source: JSON.stringify(valueOf(node)), range: compilation.range(path) };
}

export function compileIf(step: IfDocument, path: SourcePath, context: StepsContext, inner: Inner): IfStep {
  const head = stepHead(path, 'if', context.compilation);
  const condition = context.compilation.expression([...path, 'if'], declarations(context, false), 'bool');
  const thenContext = branchOf(context);
  const elseContext = branchOf(context);
  const then = inner.steps(step.then, [...path, 'then'], thenContext);
  const otherwise = inner.steps(step.else ?? [], [...path, 'else'], elseContext);
  join(context, [thenContext, elseContext]);
  return { ...head, kind: 'if', condition, then, else: otherwise };
}

export function compileParallel(step: ParallelDocument, path: SourcePath, context: StepsContext): ParallelStep {
  const head = stepHead(path, 'parallel', context.compilation);
  const contexts = step.parallel.map(() => branchOf(context));
  const requests = step.parallel.map((request, index) =>
    compileRequest(request, [...path, 'parallel', index], contexts[index] ?? context),
  );
  step.parallel.forEach((request, index) => {
    if (request.weight === undefined) return;
    const place = context.compilation.keyRange([...path, 'parallel', index, 'weight']);
    const repairs = context.compilation.removal([...path, 'parallel', index, 'weight']);
    context.compilation.report('weight-outside-choose', WEIGHT_OUTSIDE, place, { repairs });
  });
  join(context, contexts);
  return { ...head, kind: 'parallel', requests, connections: step.connections ?? DEFAULT_CONNECTIONS };
}

export const WEIGHT_OUTSIDE = '`weight` counts only in the branches of `choose`.';

/** The steps of a loop. They may be run never, so what they make only counts as known behind it. */
function body(
  steps: readonly StepDocument[],
  path: SourcePath,
  context: StepsContext,
  inner: Inner,
  own: readonly string[] = [],
): Step[] {
  const inside = branchOf(context, own);
  const compiled = inner.steps(steps, [...path, 'steps'], inside);
  join(context, [inside], own);
  return compiled;
}
