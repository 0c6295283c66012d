import type { Step } from '../../scenario/plan.ts';
import { expressionNeeds } from '../../scenario/expression.ts';
import { expressionsBefore } from '../../scenario/step-expressions.ts';
import { allSteps } from '../../scenario/step-tree.ts';
import type { ScenarioContext } from '../scenario-context.ts';
import type { Program } from '../vu.ts';
import { ifOps } from './branch.ts';
import { chooseOps } from './choose.ts';
import { groupOps } from './group.ts';
import { forEachOps, repeatOps, whileOps } from './loops.ts';
import { abortOp, failOp, logOp } from './messages.ts';
import { parallelOp } from './parallel.ts';
import { pollOps } from './poll.ts';
import { recordOp } from './record.ts';
import { requestOp } from './request.ts';
import { setOp } from './set.ts';
import { sseOp } from './sse.ts';
import { thinkOp } from './think.ts';
import { websocketOp } from './websocket.ts';

/** What compiling a step needs besides the step itself. */
export interface StepContext {
  readonly scenario: ScenarioContext;
  /** k6's group path, e.g. `::checkout::pay`; '' outside of groups. */
  readonly group: string;
  /** Some later step reads the last response. */
  readonly responseIsReadLater: boolean;
  /** A later step reads its body. */
  readonly bodyIsReadLater: boolean;
}

/** Turns steps into a list of ops: branches become jumps, so that running it needs neither recursion nor promises. */
export function compileProgram(steps: readonly Step[], scenario: ScenarioContext): Program {
  const later = scenario.debug ? { responseIsReadLater: true, bodyIsReadLater: true } : laterReads(steps);
  const program: Program = { ops: [], lines: [] };
  appendSteps(program, steps, { scenario, group: scenario.group, ...later });
  return program;
}

/** Appends the ops of some steps; each op knows its own place, so lists only ever grow at the end. */
export function appendSteps(program: Program, steps: readonly Step[], context: StepContext): void {
  const { ops, lines } = program;
  const { debug } = context.scenario;
  for (const step of steps) {
    const first = ops.length;
    if (debug) ops.push(debug.before(step, first));
    const next = ops.length + 1;
    switch (step.kind) {
      case 'request':
        ops.push(requestOp(step, context, next));
        break;
      case 'think':
        ops.push(thinkOp(step, context, next));
        break;
      case 'set':
        ops.push(setOp(step, context, next));
        break;
      case 'record':
        ops.push(recordOp(step, context, next));
        break;
      case 'group':
        groupOps(program, step, context);
        break;
      case 'choose':
        chooseOps(program, step, context);
        break;
      case 'flow':
        appendSteps(program, step.steps, context);
        break;
      case 'repeat':
        repeatOps(program, step, context);
        break;
      case 'while':
        whileOps(program, step, context);
        break;
      case 'for-each':
        forEachOps(program, step, context);
        break;
      case 'if':
        ifOps(program, step, context);
        break;
      case 'parallel':
        ops.push(parallelOp(step, context, next));
        break;
      case 'poll':
        pollOps(program, step, context);
        break;
      case 'log':
        ops.push(logOp(step, context, next));
        break;
      case 'fail':
        ops.push(failOp(step, context));
        break;
      case 'abort':
        ops.push(abortOp(step, context));
        break;
      case 'sse':
        ops.push(sseOp(step, context, next));
        break;
      case 'websocket':
        ops.push(websocketOp(step, context, next));
        break;
    }
    if (debug) ops.push(debug.after(step, ops.length));
    for (let index = first; index < ops.length; index++) lines[index] ??= step.range.start.line;
  }
}

/** Whether steps other than the request itself read `response`; then every response is kept for them. */
function laterReads(steps: readonly Step[]): Pick<StepContext, 'responseIsReadLater' | 'bodyIsReadLater'> {
  let responseIsReadLater = false;
  let bodyIsReadLater = false;
  for (const expression of allSteps(steps).flatMap(expressionsBefore)) {
    if (!/\bresponse\b/.test(expression.source)) continue;
    responseIsReadLater = true;
    bodyIsReadLater ||= expressionNeeds(expression).body;
  }
  return { responseIsReadLater, bodyIsReadLater };
}
