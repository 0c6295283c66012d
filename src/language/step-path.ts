import type { SourcePath } from '../scenario/source.ts';

/** Where in a scenario's steps a path is. */
export interface StepPath {
  /** To the innermost step; of `poll`, to the request in it. */
  readonly step: SourcePath;
  /** From there on. */
  readonly rest: SourcePath;
}

const LISTS = new Set<string | number>(['steps', 'then', 'else', 'choose', 'parallel']);
const HOOKS = new Set<string | number>(['steps', 'onStart', 'onStop']);

/** null outside of steps. What stands in a body is no step, whatever its keys are called. */
export function stepPath(path: SourcePath): StepPath | null {
  const environment = path[0] === 'environments' ? 2 : 0;
  let at = environment + listDepth(path.slice(environment));
  if (at === environment || typeof path[at] !== 'number') return null;
  for (at++; ;) {
    const key = path[at];
    if (key === 'poll') {
      at++;
      break;
    }
    if (key === undefined || !LISTS.has(key) || typeof path[at + 1] !== 'number') break;
    at += 2;
  }
  return { step: path.slice(0, at), rest: path.slice(at) };
}

/** How many parts lead to an outermost list of steps; 0 where none does. */
function listDepth([first, second, third]: SourcePath): number {
  switch (first) {
    case 'steps':
    case 'setup':
    case 'teardown':
      return 1;
    case 'flows':
      return 2;
    case 'refresh':
      return second === 'steps' ? 2 : 0;
    case 'scenarios':
      return third !== undefined && HOOKS.has(third) ? 3 : 0;
    default:
      return 0;
  }
}

/** Whether the value at a path is an expression as a whole, without `${` and `}`. */
export function isBareExpression(path: SourcePath): boolean {
  const inStep = stepPath(path);
  if (!inStep) return false;
  const [first, second, third] = inStep.rest;
  switch (first) {
    case 'if':
    case 'while':
    case 'until':
    case 'forEach':
    case 'repeat':
      return second === undefined;
    case 'check':
    case 'capture':
    case 'record':
      return second !== undefined && third === undefined;
    case 'expect':
      return second === 'json' && third === undefined;
    case 'sse':
    case 'websocket':
      return (second === 'until' || second === 'expect') && third === undefined;
    default:
      return false;
  }
}

/** Whether members of the response stand for themselves at a path, as they do in `capture` and `check`. */
export function isAboutResponse(path: SourcePath): boolean {
  const first = stepPath(path)?.rest[0];
  return first === 'check' || first === 'capture' || first === 'record' || first === 'expect' || first === 'until';
}
