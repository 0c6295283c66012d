import type { Declarations } from './declarations.ts';
import type { ExpressionProblem, ExpressionRepair } from './expression-problem.ts';
import { listed } from './known-names.ts';
import { memberPath, type ASTNode } from './syntax.ts';
import { valueType } from './value-types.ts';

const BINARY = new Set(['+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=']);
/** Functions that take a map as well as any other value. */
const TAKES_MAPS: ReadonlySet<string> = new Set(['jsonEncode', 'size', 'has', 'type', 'dyn']);

/**
 * Values that cannot stand together in one of an expression's nodes, where that is known before the run: a root instead of one of its
 * members, a text with a number. CEL itself would find them when the first request is made, or compare them as never equal.
 */
export function typeProblem(
  node: ASTNode,
  bound: ReadonlySet<string>,
  known: Declarations,
  source: string,
): ExpressionProblem | null {
  const types = operandsOf(node).map((operand) => ({ operand, type: valueType(operand, bound, known) }));
  for (const { operand, type } of types) {
    if (type !== 'several') continue;
    // Maps may be compared with maps; of counts there is nothing else to compare.
    const mayBeMeant = isEquality(node) && types.every((one) => one.type === 'several' || one.type === null);
    if (!mayBeMeant || isCounts(operand)) return wholeProblem(operand, known, source);
  }
  return isBinary(node) ? mixedProblem(node, bound, known, source) : null;
}

/** The same of an expression of which one value is wanted: `/items/${iteration}` would write both counts as JSON. */
export function wholeValueProblem(root: ASTNode, known: Declarations, source: string): ExpressionProblem | null {
  return isCounts(root) ? wholeProblem(root, known, source) : null;
}

function isCounts(node: ASTNode): boolean {
  return node.op === 'id' && (node.args === 'iteration' || node.args === 'vu');
}

type Binary = Extract<ASTNode, { readonly op: '+' }>;

function isBinary(node: ASTNode): node is Binary {
  return BINARY.has(node.op);
}

function isEquality({ op }: ASTNode): boolean {
  return op === '==' || op === '!=';
}

/** Those that must be one value. */
function operandsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'in':
      return [node.args[0]];
    case '-_':
    case '!_':
      return [node.args];
    case '[]':
      return [node.args[1]];
    case '&&':
    case '||':
      return node.args;
    case 'call':
      return TAKES_MAPS.has(node.args[0]) ? [] : node.args[1];
    default:
      return isBinary(node) ? node.args : [];
  }
}

function wholeProblem({ range }: ASTNode, known: Declarations, source: string): ExpressionProblem {
  const name = source.slice(range.start, range.end);
  const problem = (what: string, member: string | null): ExpressionProblem => ({
    code: 'expression-type',
    message: `\`${name}\` alone is no single value: ${what}`,
    ...range,
    repair: member === null ? null : { ...range, text: `${name}.${member}` },
  });
  if (name === 'iteration') {
    const what = "write iteration.index (its VU's own count, from 0) or iteration.global (that of the whole scenario).";
    return problem(what, 'index');
  }
  if (name === 'vu') return problem('write vu.id, or vu.NAME for what `onStart` captured.', 'id');
  const columns = known.data?.[/^data\.(\w+)$/.exec(name)?.[1] ?? ''] ?? [];
  if (columns.length === 0) return problem(`write ${name}.NAME.`, null);
  return problem(`it is a row of ${listed(columns)}.`, columns.length === 1 ? (columns[0] ?? null) : null);
}

function mixedProblem(
  node: Binary,
  bound: ReadonlySet<string>,
  known: Declarations,
  source: string,
): ExpressionProblem | null {
  const [left, right]: readonly [ASTNode, ASTNode] = node.args;
  const [leftType, rightType] = [valueType(left, bound, known), valueType(right, bound, known)];
  const leftIsText = leftType === 'text' && rightType === 'number';
  if (!(leftIsText || (leftType === 'number' && rightType === 'text'))) return null;
  const [text, number] = leftIsText ? [left, right] : [right, left];
  const written = (operand: ASTNode): string => source.slice(operand.range.start, operand.range.end);
  const repair = mixedRepair(node, text, number, written);
  const what = `\`${written(text)}\` is a text, and \`${written(number)}\` is a number`;
  const consequence = isEquality(node) ? 'they are never equal' : `\`${node.op}\` cannot be applied to them`;
  return {
    code: 'expression-type',
    message: `${what}, so ${consequence}; write ${repair.text} instead of ${source.slice(repair.start, repair.end)}.`,
    ...node.range,
    repair,
  };
}

function mixedRepair(
  node: ASTNode,
  text: ASTNode,
  number: ASTNode,
  written: (operand: ASTNode) => string,
): ExpressionRepair {
  const plainNumber = text.op === 'value' && /^-?\d+(\.\d+)?$/.test(String(text.args)) ? String(text.args) : null;
  const asText = { ...number.range, text: `string(${written(number)})` };
  if (node.op === '+' && (text.op === 'value' || memberPath(text) === null)) return asText;
  if (plainNumber !== null) return { ...text.range, text: plainNumber };
  if (text.op === 'value') return asText;
  return { ...text.range, text: `double(${written(text)})` };
}
