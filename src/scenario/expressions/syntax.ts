/** Reading CEL's syntax tree. The library types it loosely where macros are concerned, so shapes are checked here. */
import type { ASTNode } from '@marcbachmann/cel-js';

export type { ASTNode };

/** Macros that bind a name for some of their arguments: `list.map(x, …)`. */
const BINDING_MACROS = new Set(['map', 'filter', 'all', 'exists', 'exists_one']);

/** Visits a node and everything in it, with the names that macros have bound there. */
export function walk(
  node: ASTNode,
  visit: (node: ASTNode, bound: ReadonlySet<string>) => void,
  bound: ReadonlySet<string> = new Set(),
): void {
  visit(node, bound);
  switch (node.op) {
    case 'value':
    case 'id':
      return;
    case '.':
    case '.?':
      walk(node.args[0], visit, bound);
      return;
    case 'call':
      for (const argument of node.args[1]) walk(argument, visit, bound);
      return;
    case 'rcall': {
      const [method, receiver, args] = node.args;
      const variable = args[0];
      if (method === 'bind' && receiver.op === 'id' && receiver.args === 'cel' && variable?.op === 'id') {
        if (args[1]) walk(args[1], visit, bound);
        if (args[2]) walk(args[2], visit, new Set([...bound, variable.args]));
        return;
      }
      walk(receiver, visit, bound);
      if (BINDING_MACROS.has(method) && variable?.op === 'id' && args.length > 1) {
        const inner = new Set([...bound, variable.args]);
        for (const argument of args.slice(1)) walk(argument, visit, inner);
      } else {
        for (const argument of args) walk(argument, visit, bound);
      }
      return;
    }
    case 'list':
      for (const item of node.args) walk(item, visit, bound);
      return;
    case 'map':
      for (const [key, value] of node.args) {
        walk(key, visit, bound);
        walk(value, visit, bound);
      }
      return;
    case '!_':
    case '-_':
      walk(node.args, visit, bound);
      return;
    default:
      for (const operand of node.args) walk(operand, visit, bound);
  }
}

/**
 * Makes whole-number literals doubles, so that numbers behave as in JSON, where there is one kind of them: `1 / 2` is
 * 0.5. Literals as indexes and arguments stay whole, as CEL's own functions ask for integers there.
 */
export function relaxNumbers(root: ASTNode): void {
  const whole = new Set<ASTNode>();
  walk(root, (node) => {
    if (node.op === '[]' || node.op === '[?]') whole.add(node.args[1]);
    else if (node.op === 'call') node.args[1].forEach((argument) => whole.add(argument));
    else if (node.op === 'rcall') node.args[2].forEach((argument) => whole.add(argument));
    else if (node.op === '-_' && whole.has(node)) whole.add(node.args);
    else if (node.op === 'value' && typeof node.args === 'bigint' && !whole.has(node)) {
      Object.assign(node, { args: Number(node.args) });
    }
  });
}

/** `a.b.c` as a list of names, or null where it is anything else. */
export function memberPath(node: ASTNode): string[] | null {
  if (node.op === 'id') return [node.args];
  if (node.op === '.' || node.op === '.?') {
    const parent = memberPath(node.args[0]);
    return parent && [...parent, node.args[1]];
  }
  if ((node.op === '[]' || node.op === '[?]') && node.args[1].op === 'value' && typeof node.args[1].args === 'string') {
    const parent = memberPath(node.args[0]);
    return parent && [...parent, node.args[1].args];
  }
  return null;
}
