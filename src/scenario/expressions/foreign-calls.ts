/** Calls as other languages write them, of what is called otherwise here or is no function. */
import { RESPONSE_CALLS, RESPONSE_NAMES } from './built-in-names.ts';
import type { Declarations } from './declarations.ts';
import type { ExpressionProblem } from './expression-problem.ts';
import { methodHere } from './other-languages.ts';
import type { ASTNode } from './syntax.ts';

/** What is wrong with a call in one of an expression's nodes, and what to write; null where it is none of another language's. */
export function foreignCall(
  node: ASTNode,
  bound: ReadonlySet<string>,
  known: Declarations,
  source: string,
): ExpressionProblem | null {
  if (node.op === 'call') {
    const [name, args] = node.args;
    const isValue = RESPONSE_NAMES.includes(name) && known.bareResponse && !known.names.includes(name);
    return isValue ? notAFunction(node, name, args[0]) : null;
  }
  if (node.op !== 'rcall') return null;
  const [method, receiver, args] = node.args;
  if (receiver.op === 'id' && receiver.args === 'response' && !bound.has('response')) {
    const isValue = RESPONSE_NAMES.includes(method) && !RESPONSE_CALLS.has(method);
    return isValue ? notAFunction(node, `response.${method}`, args[0]) : null;
  }
  const meant = methodHere(method);
  const start = source.indexOf(method, receiver.range.end);
  if (meant === null || start < 0) return null;
  const end = start + method.length;
  return {
    code: 'undefined-name',
    message: `There is no function ${method}(). Did you mean \`${meant}\`?`,
    start,
    end,
    repair: { start, end, text: meant },
  };
}

/** `json("a.b")` of k6, `response.json()` of Python and browsers. */
function notAFunction({ range }: ASTNode, value: string, argument: ASTNode | undefined): ExpressionProblem {
  const isJson = value.endsWith('json');
  const path = isJson && argument?.op === 'value' && typeof argument.args === 'string' ? argument.args : null;
  const member = path !== null && /^[A-Za-z_]\w*(\.[A-Za-z_]\w*|\.\d+)*$/.test(path) ? path : null;
  // k6 reads items of lists as members: `items.0.id`.
  const text = member === null ? value : `${value}.${member.replace(/\.(\d+)/g, '[$1]')}`;
  const isReplaced = argument === undefined || member !== null;
  const instead = isReplaced ? text : isJson ? `${value}.id, or jsonpath("$.items[*].id")` : value;
  return {
    code: 'undefined-name',
    message: `\`${value}\` is a value and no function; write ${instead}.`,
    ...range,
    repair: isReplaced ? { ...range, text } : null,
  };
}
