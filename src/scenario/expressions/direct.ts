/**
 * Expressions that are so plain that they need no CEL: paths to a value, and a status against numbers. They are most of what
 * scenarios say, and are evaluated for every request.
 */
import type { JsonValue } from '../plan.ts';
import { memberPath, type ASTNode } from './syntax.ts';
import { ResponseView } from './response-view.ts';

/** undefined: it is for CEL to say, e.g. what is wrong. */
export type Direct = (scope: Readonly<Record<string, unknown>>) => JsonValue | undefined;

/** What CEL reads as something else than a name, or not at all. */
const RESERVED =
  /^(?:true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)$/;

/** The plainest of them by their text, for which CEL need not even start; null: it is for CEL to read. */
export function plainly(source: string): Direct | null {
  const [, operator, status] = /^(?:response\.)?status *([=!]=|[<>]=?) *(\d{1,3})$/.exec(source) ?? [];
  if (operator !== undefined && isOperator(operator)) return statusIs(operator, Number(status));
  const path = /^[a-z_]\w*(?:\.[a-z_]\w*)*$/i.test(source) ? source.split('.') : null;
  return path === null || path.some((name) => RESERVED.test(name)) ? null : valueAt(path);
}

/** null: it is not plain. Numbers have been relaxed. */
export function directly(node: ASTNode): Direct | null {
  const path = memberPath(node);
  return path ? valueAt(path) : comparison(node);
}

/** A path of names within objects that are a scenario's own data, down to a text, a number or a truth value. */
function valueAt(path: readonly string[]): Direct {
  const [root = '', ...members] = path;
  return (scope) => {
    let value = scope[root];
    for (const member of members) {
      if (typeof value !== 'object' || value === null || value instanceof ResponseView) return undefined;
      value = Object.hasOwn(value, member) ? (value as Readonly<Record<string, unknown>>)[member] : undefined;
    }
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : undefined;
      default:
        return undefined;
    }
  };
}

function comparison(node: ASTNode): Direct | null {
  switch (node.op) {
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [left, right] = node.args;
      const wanted = right.op === 'value' ? right.args : null;
      if (!isStatus(left) || typeof wanted !== 'number') return null;
      return statusIs(node.op, wanted);
    }
    case '&&':
    case '||': {
      const [left, right] = node.args.map(comparison);
      if (!left || !right) return null;
      const stops = node.op === '||';
      return (scope) => {
        const value = left(scope);
        return value === stops || value === undefined ? value : right(scope);
      };
    }
    default:
      return null;
  }
}

function statusIs(operator: Operator, wanted: number): Direct {
  const compare = COMPARISONS[operator];
  return (scope) => {
    const { response } = scope;
    // A captured value of this name comes first.
    if (!(response instanceof ResponseView) || scope['status'] !== undefined) return undefined;
    return compare(response.status, wanted);
  };
}

type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

function isOperator(text: string): text is Operator {
  return Object.hasOwn(COMPARISONS, text);
}

const COMPARISONS: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function isStatus(node: ASTNode): boolean {
  const path = memberPath(node)?.join('.');
  return path === 'status' || path === 'response.status';
}
