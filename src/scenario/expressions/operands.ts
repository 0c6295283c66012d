import { Environment } from '@marcbachmann/cel-js';
import { memberPath, walk } from './syntax.ts';

/** Functions that look into the response: what they give is what is read, not their arguments. */
const LOOKUPS = new Set(['header', 'cookie', 'jsonpath', 'regex']);

const syntax = new Environment({ unlistedVariablesAreDyn: true, enableOptionalTypes: true });

/**
 * The parts of an expression that read a value, as written and without repetitions: `status`, `json.id` of
 * `status == 200 && json.id > 0`. Names that a macro binds have no value outside of it and are left out.
 */
export function expressionOperands(source: string): string[] {
  const operands: { readonly start: number; readonly end: number }[] = [];
  try {
    walk(syntax.parse(source).ast, (node, bound) => {
      const { start, end } = node.range;
      if (operands.some((outer) => outer.start <= start && end <= outer.end)) return;
      const path = memberPath(node);
      const reads = path ? !bound.has(path[0] ?? '') : node.op === 'call' && LOOKUPS.has(node.args[0]);
      if (reads) operands.push({ start, end });
    });
  } catch {
    return [];
  }
  return [...new Set(operands.map(({ start, end }) => source.slice(start, end)))];
}
