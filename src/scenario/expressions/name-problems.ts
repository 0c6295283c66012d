import { suggestion } from '../suggestion.ts';
import {
  CEL_FUNCTIONS,
  CEL_NAMES,
  FUNCTION_NAMES,
  RESPONSE_NAMES,
  RESPONSE_CALLS,
  ROOTS,
  TIMINGS,
} from './built-in-names.ts';
import type { Declarations } from './declarations.ts';
import { regexProblem } from './environment.ts';
import type { ExpressionProblem, ExpressionProblemCode } from './expression-problem.ts';
import { jsonPathProblem } from './json-path.ts';
import { knownHere, listed, meantName, writtenNames } from './known-names.ts';
import { functionHere, moduleHere, nameHere } from './other-languages.ts';
import { memberPath, type ASTNode } from './syntax.ts';

/**
 * What is wrong with a name or a function that an expression reads in one of its nodes; null where nothing is. `bound`: names that a
 * macro around it gives a value.
 */
export function nameProblem(node: ASTNode, bound: ReadonlySet<string>, known: Declarations): ExpressionProblem | null {
  const at = (code: ExpressionProblemCode, message: string, range = node.range): ExpressionProblem => ({
    code,
    message,
    start: range.start,
    end: range.end,
  });
  if (node.op === 'id') return bound.has(node.args) ? null : identifierProblem(node.args, known, [...bound], at);
  if (node.op === 'call') {
    const [name, args] = node.args;
    if (RESPONSE_CALLS.has(name) && !known.bareResponse) {
      return at(
        'response-not-here',
        `${name}() works in capture, check, record and expect; elsewhere write response.${name}(…).`,
      );
    }
    return literalProblem(name, args[0], at) ?? unknownFunction(name, at);
  }
  if (node.op === 'rcall' && node.args[1].op === 'id' && node.args[1].args === 'response') {
    return literalProblem(node.args[0], node.args[2][0], at);
  }
  const path = memberPath(node);
  if (!path || (path[0] !== undefined && bound.has(path[0]))) return null;
  return memberProblem(path, known, at);
}

type At = (code: ExpressionProblemCode, message: string, range?: { start: number; end: number }) => ExpressionProblem;

function identifierProblem(
  name: string,
  known: Declarations,
  bound: readonly string[],
  at: At,
): ExpressionProblem | null {
  if (known.names.includes(name) || CEL_NAMES.has(name) || isLocal(name, known)) return null;
  if (name === 'response') {
    return known.response || known.bareResponse
      ? null
      : at('response-not-here', 'There is no response here: no request comes before this place.');
  }
  if (name === 'data') return null;
  if (Object.hasOwn(ROOTS, name)) return null;
  if (RESPONSE_NAMES.includes(name)) {
    if (known.bareResponse) return null;
    return at(
      'response-not-here',
      `\`${name}\` alone works in capture, check, record and expect; here write response.${name}.`,
    );
  }
  if (known.later.includes(name)) {
    return at(
      'used-before-captured',
      `\`${name}\` has no value here: it is captured later, or beside this place in another branch. Capture it before.`,
    );
  }
  if (known.vars.includes(name))
    return at('undefined-name', `There is no \`${name}\` here; the variable is written vars.${name}.`);
  if (known.setup.includes(name))
    return at('undefined-name', `There is no \`${name}\` here; what setup captured is written setup.${name}.`);
  const written = writtenNames(known).get(name);
  if (written !== undefined) return at('undefined-name', `There is no \`${name}\` here; it is written ${written}.`);
  const advice = moduleHere(name);
  if (advice !== null) return at('undefined-name', `There is no \`${name}\` here. ${advice}`);
  const others = [...bound, ...Object.keys(ROOTS), ...(known.bareResponse ? RESPONSE_NAMES : [])];
  const meant = nameHere(name) ?? meantName(name, known, others);
  const hint = meant === null ? knownHere(name, known) : `Did you mean \`${meant}\`?`;
  return at('undefined-name', `There is no \`${name}\` here. ${hint}`);
}

function memberProblem(path: readonly string[], known: Declarations, at: At): ExpressionProblem | null {
  const [root = '', member = ''] = path;
  if (path.length === 2) {
    if (root === 'vars' && !known.vars.includes(member)) {
      return at(
        'undefined-variable',
        `vars has no \`${member}\`.${didYouMean(member, known.vars) || itHas(known.vars, 'Declare it under `vars`.')}`,
      );
    }
    if (root === 'setup' && known.setupOwn) {
      return at(
        'undefined-setup-value',
        `Inside of setup there is no setup yet; what it captured stands for itself: \`${member}\`.`,
      );
    }
    if (root === 'setup' && !known.setup.includes(member)) {
      const onlyRefreshed = known.phase === 'refresh' && known.names.includes(member);
      const hint = onlyRefreshed
        ? ' What refresh captures stands for itself in it.'
        : didYouMean(member, known.setup) || itHas(known.setup, 'Capture it in a step of `setup`.', 'It captures');
      return at('undefined-setup-value', `Setup captures no \`${member}\`.${hint}`);
    }
    if (root === 'vu') return vuProblem(member, known, at);
    if (root === 'data') return feederProblem(member, known, at);
    const members = isLocal(root, known) ? known.locals?.[root] : Object.hasOwn(ROOTS, root) ? ROOTS[root] : null;
    if (members && !members.includes(member)) {
      return at('undefined-name', `${root} has no \`${member}\`; it has ${members.join(', ')}.`);
    }
  }
  if (root === 'data' && path.length === 3) return columnProblem(member, path[2] ?? '', known, at);
  const header =
    root === 'response' && member === 'headers'
      ? path[2]
      : root === 'headers' && known.bareResponse
        ? member
        : undefined;
  if (header !== undefined && header !== header.toLowerCase()) {
    return at('undefined-name', `Names of headers are in lower case: \`${header.toLowerCase()}\`.`);
  }
  const timing =
    path[0] === 'response' && path[1] === 'timings'
      ? path[2]
      : path[0] === 'timings' && known.bareResponse
        ? path[1]
        : undefined;
  const whole = path.length === (path[0] === 'response' ? 3 : 2);
  if (timing !== undefined && whole && !TIMINGS.includes(timing)) {
    return at('undefined-name', `timings has no \`${timing}\`; it has ${TIMINGS.join(', ')}.`);
  }
  return null;
}

function isLocal(name: string, { locals }: Declarations): boolean {
  return locals !== undefined && Object.hasOwn(locals, name);
}

function vuProblem(member: string, known: Declarations, at: At): ExpressionProblem | null {
  const captured = known.vu ?? [];
  if (member === 'id' || captured.includes(member)) return null;
  if (known.phase === 'on-start' && known.names.includes(member)) {
    const message = `Inside of onStart what it captured stands for itself: \`${member}\`.`;
    return at('undefined-vu-value', message);
  }
  const hint = didYouMean(member, ['id', ...captured]) || ' It has `id`, and what `onStart` captures.';
  return at('undefined-vu-value', `vu has no \`${member}\`.${hint}`);
}

function feederProblem(name: string, known: Declarations, at: At): ExpressionProblem | null {
  if (known.data && Object.hasOwn(known.data, name)) return null;
  if (known.dataElsewhere?.includes(name)) {
    const inHook = known.phase === 'on-start' || known.phase === 'on-stop';
    const message = inHook
      ? `\`${name}\` gives a row for each iteration, and this stands outside of them; write \`per: vu\` to have one for the VU.`
      : `Rows of \`${name}\` are given to iterations of scenarios; there is none here.`;
    return at('data-not-here', message);
  }
  const feeders = [...Object.keys(known.data ?? {}), ...(known.dataElsewhere ?? [])];
  const hint = didYouMean(name, feeders) || (feeders.length === 0 ? ' Declare it under `data`.' : '');
  return at('undefined-data', `There is no data \`${name}\`.${hint}`);
}

function columnProblem(feeder: string, column: string, known: Declarations, at: At): ExpressionProblem | null {
  const columns = known.data && Object.hasOwn(known.data, feeder) ? known.data[feeder] : null;
  if (!columns || columns.includes(column)) return null;
  const hint =
    columns.length === 0
      ? ` Its rows are plain values; write data.${feeder}.`
      : didYouMean(column, columns) || ` It has ${columns.join(', ')}.`;
  return at('undefined-column', `\`${feeder}\` has no column \`${column}\`.${hint}`);
}

function literalProblem(name: string, argument: ASTNode | undefined, at: At): ExpressionProblem | null {
  if (argument?.op !== 'value' || typeof argument.args !== 'string') return null;
  if (name === 'jsonpath' && jsonPathProblem(argument.args) !== null) {
    return at('invalid-jsonpath', jsonPathProblem(argument.args) ?? '', argument.range);
  }
  if (name === 'regex' && regexProblem(argument.args) !== null) {
    return at('invalid-regex', regexProblem(argument.args) ?? '', argument.range);
  }
  return null;
}

function unknownFunction(name: string, at: At): ExpressionProblem | null {
  if (FUNCTION_NAMES.includes(name) || CEL_FUNCTIONS.includes(name)) return null;
  return at(
    'undefined-name',
    `There is no function ${name}().${didYouMean(name, [...FUNCTION_NAMES, ...CEL_FUNCTIONS], functionHere(name))}`,
  );
}

function itHas(names: readonly string[], otherwise: string, verb = 'It has'): string {
  return names.length === 0 ? ` ${otherwise}` : ` ${verb} ${listed(names)}.`;
}

function didYouMean(name: string, candidates: readonly string[], here: string | null = null): string {
  const meant = here ?? suggestion(name, candidates);
  return meant === null ? '' : ` Did you mean \`${meant}\`?`;
}
