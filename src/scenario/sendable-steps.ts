import type { SourceDocument } from './document.ts';
import type { Plan, Step } from './plan.ts';
import { inTextOrder, type SourcePosition } from './range.ts';
import type { SourceNode } from './source.ts';
import { innerSteps, stepLists } from './step-tree.ts';

/** A step that sends something and has an answer. */
export type SendableStep = Extract<Step, { kind: 'request' | 'sse' | 'poll' | 'websocket' }>;

export function isSendable(step: Step): step is SendableStep {
  return step.kind === 'request' || step.kind === 'sse' || step.kind === 'poll' || step.kind === 'websocket';
}

/**
 * The request that a line belongs to, as one of its keys or values stands there: of several on one line the first, of one that is used
 * more than once the first use. null: the line is of something else.
 */
export function sendableAt(plan: Plan, { root, lines }: SourceDocument, line: number): SendableStep | null {
  const steps = new Map(sendableSteps(plan).map((step) => [placeKey(step.range.start), step]));
  const find = (node: SourceNode): SendableStep | null => {
    const { start, end } = lines.range(node.span);
    // A block's end may be the beginning of the line behind it.
    if (line < start.line || line > (end.character === 0 ? end.line - 1 : end.line) || node.kind === 'scalar')
      return null;
    for (const inner of node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)) {
      const found = find(inner);
      if (found) return found;
    }
    const keys = node.kind === 'map' ? node.entries.map(({ keySpan }) => lines.position(keySpan.start)) : [];
    return keys.map((start) => steps.get(placeKey(start))).find((step) => step !== undefined) ?? null;
  };
  return root && find(root);
}

/** All steps that can be sent on their own, each place in the file once; a poll's request goes with it. */
export function sendableSteps(plan: Plan): SendableStep[] {
  const places = new Map<string, SendableStep>();
  const visit = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const key = placeKey(step.range.start);
      if (isSendable(step) && !places.has(key)) places.set(key, step);
      if (step.kind !== 'poll') for (const inner of innerSteps(step)) visit(inner);
    }
  };
  for (const steps of stepLists(plan)) visit(steps);
  return [...places.values()].sort(inTextOrder);
}

function placeKey({ line, character }: SourcePosition): string {
  return `${line}:${character}`;
}
