import { Environment } from '@marcbachmann/cel-js';
import type { Expression } from '../plan.ts';
import { memberPath, walk } from './syntax.ts';

/** Which costly parts of a response an expression reads. Timings, status and url are always there. */
export interface ExpressionNeeds {
  readonly body: boolean;
  readonly headers: boolean;
  readonly cookies: boolean;
}

const PARTS: Readonly<Record<string, keyof ExpressionNeeds>> = {
  body: 'body',
  json: 'body',
  jsonpath: 'body',
  regex: 'body',
  headers: 'headers',
  header: 'headers',
  cookie: 'cookies',
};

const FREE = new Set(['status', 'statusText', 'timings', 'proto', 'url']);

const syntax = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true });

/** Looks at the expression only, so it may say yes too often, never too seldom. */
export function expressionNeeds(expression: Pick<Expression, 'source'>): ExpressionNeeds {
  const needs = { body: false, headers: false, cookies: false };
  const everything = (): void => void Object.assign(needs, { body: true, headers: true, cookies: true });
  const need = (name: string): void => {
    const part = PARTS[name];
    if (part !== undefined) needs[part] = true;
  };
  /** `response` as the start of a path or call that is understood. */
  let understood = 0;
  let mentioned = 0;
  try {
    walk(syntax.parse(expression.source).ast, (node) => {
      if (node.op === 'id') {
        if (node.args === 'response') mentioned++;
        else need(node.args);
      } else if (node.op === 'call') {
        need(node.args[0]);
      } else if (node.op === 'rcall') {
        const [method, receiver] = node.args;
        if (receiver.op === 'id' && receiver.args === 'response') {
          understood++;
          need(method);
        }
      } else if (node.op === '.' || node.op === '.?' || node.op === '[]' || node.op === '[?]') {
        const path = memberPath(node);
        if (path?.length !== 2 || path[0] !== 'response') return;
        const [, member = ''] = path;
        if (member in PARTS || FREE.has(member)) understood++;
        need(member);
      }
    });
  } catch {
    everything();
  }
  if (mentioned > understood) everything();
  return needs;
}
